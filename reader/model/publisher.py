"""Who publishes the reviews of a library, and on which scale they are rated: values of the library, not of a computer.

They stand in the library file as JSON under the key `PUBLISHER` of its settings.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from reader.model.vocabulary import REVIEW

PUBLISHER = "publisher"  # the key of the setting
LANGUAGES = ("en", "id")
_NAMES: Mapping[str, tuple[str, str]] = {
    "supported": ("Supported", "Didukung bukti"),
    "refuted": ("Refuted", "Terbantah"),
    "not_enough_evidence": ("Not enough evidence", "Bukti tidak cukup"),
    "conflicting_evidence": ("Conflicting evidence", "Bukti bertentangan"),
    "benar": ("True", "Benar"),
    "salah": ("False", "Salah"),
    "menyesatkan": ("Misleading", "Menyesatkan"),
    "sebagian_benar": ("Partly true", "Sebagian benar"),
    "satir": ("Satire", "Satir"),
    "belum_terbukti": ("Unproven", "Belum terbukti"),
}
_VALUES = {"refuted": 1, "salah": 1, "menyesatkan": 2, "sebagian_benar": 3, "conflicting_evidence": 3, "supported": 5,
           "benar": 5}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Grade:
    """What one verdict is on the scale: its number, or None where it is none, and its names by language."""

    value: int | None = None
    names: Mapping[str, str] = field(default_factory=dict)


GRADES: Mapping[str, Grade] = {
    key: Grade(_VALUES.get(key), dict(zip(LANGUAGES, _NAMES[key], strict=True)))
    for key in (*REVIEW["rating"], *REVIEW["verdict"])
}


@dataclass(frozen=True, slots=True)
class Publisher:
    """The house that publishes, the address of its site and of its logo, and its scale from `worst` to `best`.

    `grades` says what each rating of the house and each verdict is; the house's own come before `GRADES`.
    """

    name: str = ""
    address: str = ""
    logo: str = ""
    worst: int = 1
    best: int = 5
    grades: Mapping[str, Grade] = field(default_factory=dict)

    def grade(self, key: str) -> Grade:
        """Return what a rating or a verdict is on the scale, with a name in each language."""
        usual, own = GRADES.get(key, Grade()), self.grades.get(key)
        if own is None:
            return usual
        return Grade(own.value, {**usual.names, **own.names})

    def named(self, key: str, language: str) -> str:
        """Return what a rating or a verdict is called in a language; empty for none."""
        names = self.grade(key).names
        return names.get(language) or names.get("en", "")

    def with_grade(self, key: str, grade: Grade) -> Publisher:
        """Return the same with another grade; one that is as usual is not kept."""
        grades = {**self.grades, key: grade}
        return replace(self, grades={k: g for k, g in grades.items() if g != GRADES.get(k)})

    def problems(self) -> list[str]:
        """Return the names of the fields that cannot be: a scale upside down, a number off the scale."""
        found = [] if self.worst < self.best else ["worst"]
        for key in GRADES:
            value = self.grade(key).value
            if value is not None and not self.worst <= value <= self.best:
                found.append(key)
        return found


def written(publisher: Publisher) -> str:
    """Return it as it is stored."""
    grades = {key: {"value": grade.value, "names": dict(grade.names)} for key, grade in publisher.grades.items()}
    record = {"name": publisher.name, "address": publisher.address, "logo": publisher.logo,
            "worst": publisher.worst, "best": publisher.best, "grades": grades}  # fmt: skip
    return json.dumps(record, ensure_ascii=False, sort_keys=True)


def parsed(text: str) -> Publisher:
    """Return what was stored; nothing for what a hand made unreadable, so that an export still goes on."""
    try:
        record = json.loads(text) if text else {}
    except ValueError:
        return Publisher()
    if not isinstance(record, dict):
        return Publisher()
    usual, grades = Publisher(), record.get("grades")
    worst, best = _number(record.get("worst")), _number(record.get("best"))
    return Publisher(
        _text(record.get("name")), _text(record.get("address")), _text(record.get("logo")),
        usual.worst if worst is None else worst, usual.best if best is None else best,
        {k: _grade(g) for k, g in grades.items() if k in GRADES} if isinstance(grades, dict) else {},
    )  # fmt: skip


def _grade(record: Any) -> Grade:
    record = record if isinstance(record, dict) else {}
    names = record.get("names")
    known = {k: _text(v) for k, v in names.items() if k in LANGUAGES} if isinstance(names, dict) else {}
    return Grade(_number(record.get("value")), known)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _number(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None
