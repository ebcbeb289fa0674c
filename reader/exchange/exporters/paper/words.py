"""What a paper says in words of its own, in the language that was chosen."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from reader.exchange.exporters.options import one_of
from reader.exchange.exporters.paper.notice_words import in_language
from reader.exchange.exporters.paper.phrases import PHRASES
from reader.exchange.records.values_in_words import LANGUAGES, VALUES
from reader.messages import Message, filled
from reader.model.labels import BUILTIN, DETAILS, Label

_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "id": "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
}
_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:[T ](\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?")


def language_option() -> str:
    """Return the option that all papers have in common."""
    choices = {"en": Message("English"), "id": Message("Indonesian")}
    return one_of(
        "en", choices, Message("Language"), Message("The language of the headings and the words around; quotes stay.")
    )


class Language:
    """Says phrases, values of vocabularies, dates and counts in one language."""

    def __init__(self, id: str) -> None:
        self.id = id if id in LANGUAGES else "en"
        self._n = LANGUAGES.index(self.id)

    def __call__(self, key: str, *holes: object) -> str:
        """Return the phrase called `key` with its holes filled."""
        return filled(PHRASES[key][self._n], holes)

    def counted(self, key: str, number: int) -> str:
        """Return a phrase about so many things; one alone has a phrase of its own, `KEY_one`."""
        return self(f"{key}_one" if number == 1 else key, number)

    def value(self, field: str, value: str) -> str:
        """Return a value of the vocabulary in plain words; one that is in none as it is, without underscores."""
        words = VALUES.get(field, {}).get(value)
        return words[self._n] if words else value.replace("_", " ")

    def day(self, iso: str) -> str:
        """Return a date as precise as it is given; what is no date as it is. A time keeps its zone."""
        found = _DAY.fullmatch(iso.strip())
        if found is None:
            return iso
        year, month, day, hour, minute, zone = found.groups()
        names = _MONTHS[self.id].split()
        if month and not 1 <= int(month) <= 12:
            return iso
        said = " ".join(x for x in (str(int(day)) if day else "", names[int(month) - 1] if month else "", year) if x)
        if not hour:
            return said
        zone = {"Z": "UTC", "+00:00": "UTC", None: ""}.get(zone, f"UTC{zone}")
        return f"{said}, {hour}:{minute} {zone}".rstrip()

    def moment(self, when: datetime) -> str:
        """Return a moment in UTC, so that it reads alike on every machine."""
        return self.day(when.astimezone(UTC).strftime("%Y-%m-%dT%H:%MZ"))

    def label(self, label: Label) -> str:
        """Return the name of a label; one that a desk named keeps its name."""
        ours = next((one for one in (*BUILTIN, *DETAILS) if one.id == label.id), None)
        return self(f"label_{label.id}") if ours is not None and ours.name == label.name else label.name

    def kind(self, kind: str, *, joins_two: bool) -> str:
        """Return what a link of that kind says: between its two ends, or before all of them."""
        key = f"{'kind' if joins_two else 'many'}_{kind}"
        return self(key) if key in PHRASES else kind.replace("_", " ")

    def role(self, role: str) -> str:
        """Return what the end of a link is in it."""
        key = f"role_{role}"
        return self(key) if key in PHRASES else role.replace("_", " ")

    def notice(self, said: str) -> str:
        """Return a sentence of the cleaner."""
        return in_language(said, self.id)

    def listed(self, words: list[str]) -> str:
        """Return words in a row."""
        if len(words) < 2:
            return "".join(words)
        return f"{', '.join(words[:-1])} {self('and')} {words[-1]}"
