"""What is told of a record that was taken: what was changed, left out or kept aside, and what was refused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from typing import Any
from unicodedata import normalize

from reader.exchange.records.fields import extra, free
from reader.exchange.records.ids import Ids
from reader.messages import Message
from reader.model.kind_names import kind_word
from reader.text.invariants import frozen

NEWER = "newer"  # where in `extra` a value stands that a newer Tilik wrote
Refused = list[tuple[str, Message]]


@dataclass(slots=True)
class Told:
    """`refused` has the id and a sentence for each thing that could not be taken; `sentences` are about the rest."""

    refused: Refused = field(default_factory=list)
    naive: int = 0
    _tags: int = 0
    _signs: int = 0
    _newer: Counter[tuple[str, str]] = field(default_factory=Counter)
    _said: list[Message] = field(default_factory=list)

    def add(self, sentence: Message) -> None:
        self._said.append(sentence)

    def refuse(self, id: str, reason: Message) -> None:
        self.refused.append((id, reason))

    def sentences(self) -> list[Message]:
        """Return what is to be told, of many equal things once with their number."""
        found = list(self._said)
        if self.naive:
            found.append(Message("{0} times name no zone; they were taken as UTC", self.naive))
        if self._tags:
            found.append(Message("the tags of {0} things were trimmed, and empty and double ones left out", self._tags))
        if self._signs:
            found.append(Message("{0} values held characters that no text may hold; they were replaced", self._signs))
        for (kind, names), count in sorted(self._newer.items()):
            what = kind_word(kind)
            found.append(Message("{0} {1}: what this Tilik does not know ({2}) was kept aside", count, what, names))
        return found

    def extra(self, entry: Mapping[str, Any], known: Set[str], ids: Ids, kind: str) -> Mapping[str, Any]:
        """Return what an entity keeps beside its fields: of ours what a newer Tilik wrote, of others their own."""
        if entry.keys() <= known and ids.ours:
            return free(entry, "extra")
        if ids.ours:
            self.newer(kind, [name for name in entry.keys() - known if entry[name] is not None])
            return extra(entry, known, NEWER)
        return extra(entry, known, ids.format, ids.kept(entry))

    def newer(self, kind: str, names: Iterable[str]) -> None:
        """Count a thing that says something unknown."""
        if joined := ", ".join(sorted(names)):
            self._newer[kind, joined] += 1

    def plain(self, text: str) -> str:
        """Return `text` as it can be kept: signs that no text may hold are replaced, one for one."""
        if text.isprintable():
            return text
        found = frozen(text)
        self._signs += "\ufffd" in found and found.count("\ufffd") != text.count("\ufffd")
        return found

    def cleaned(self, note: str, tags: Iterable[str], annotator: str, *, tags_too: bool = True) -> dict[str, Any]:
        """Return these fields of a thing that others wrote as we keep them."""
        found: dict[str, Any] = {"note": self.plain(note), "annotator": self.plain(annotator)}
        if tags_too:
            found["tags"] = self.clean_tags(tuple(tags))
        return found

    def clean_tags(self, tags: tuple[str, ...]) -> tuple[str, ...]:
        """Return tags trimmed, without empty ones and those that stand there twice."""
        found: dict[str, str] = {}
        for tag in tags:
            plain = self.plain(tag).strip()
            if plain:
                found.setdefault(normalize("NFC", plain), plain)
        self._tags += tuple(found.values()) != tags
        return tuple(found.values())
