"""Which label a row means: by its id, or by a name that a person wrote there, in either language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from reader.messages import Message
from reader.model.labels import BUILTIN, DETAILS

# What the built-in labels are called in either language.
_INDONESIAN = {
    "klaim": "claim", "sumber": "source", "bantahan": "denial", "kata penanda": "cue", "perantara": "via",
    "waktu": "time", "bukti": "evidence",
}  # fmt: skip
_OURS = {label.name.casefold(): label.id for label in (*BUILTIN, *DETAILS)} | _INDONESIAN


@dataclass(slots=True)
class LabelNames:
    """The names of the labels of a file by their ids, and back."""

    names: dict[str, str] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)

    def note(self, pairs: Mapping[tuple[str, str], int]) -> None:
        """Take what most rows call each label for its name."""
        for (id, name), _ in Counter(pairs).most_common():
            if id and name:
                self.add(id, name)

    def add(self, id: str, name: str) -> None:
        """Remember what a label is called; the first name counts."""
        self.names.setdefault(id, name)
        if self.names[id] == name:
            self.ids.setdefault(_key(name), id)

    def id_of(self, id: str, name: str, reasons: list[Message]) -> str:
        """Return the label of a row. Where the id says one and the name another, nobody can tell which was changed: the
        id counts, and `reasons` gets a sentence."""
        if not id:
            return self.called(name)
        if name and name != self.names.get(id, name):
            reasons.append(
                Message("its label is “{0}” and its label’s name “{1}”; “{0}” was taken. Change both", id, name)
            )
        return id

    def called(self, name: str) -> str:
        """Return the id of the label of that name; one that is new is called as it is."""
        key = _key(name)
        return self.ids.get(key) or _OURS.get(key) or (key if key in self.names else name.strip())


def _key(name: str) -> str:
    return " ".join(name.split()).casefold()
