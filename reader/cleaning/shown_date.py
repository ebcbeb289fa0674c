"""Dates as pages show them ("Senin, 12 Juni 2023 | 10:05 WIB"), to ISO 8601. Doubtful ones stay unread."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime

_NAMES = (
    "jan|jän|ene|gen|يناير", "feb|peb|fév|fev|فبراير", "mar|mär|maa|mrt|mac|مارس", "apr|abr|avr|أبريل|ابريل",
    "mei|may|mai|mag|مايو", "jun|juin|giu|يونيو", "jul|juil|lug|يوليو", "agu|aug|ags|ago|aoû|aou|ogo|أغسطس",
    "sep|set|سبتمبر", "okt|oct|out|ott|أكتوبر|اكتوبر", "nov|nop|نوفمبر", "des|dec|dez|dic|déc|ديسمبر",
)  # fmt: skip
_WORDS = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th|er|º|\.)?[\s./-]*(?:de\s+)?([^\W\d_]{3,9})\.?[\s,./-]*(?:de\s+)?(\d{4})", re.I
)
_AMERICAN = re.compile(r"([^\W\d_]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?\s*,?\s*(\d{4})", re.I)
_NUMBERS = re.compile(r"(?<!\d)(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)")
_ISO = re.compile(r"(?<!\d)(\d{4})([-/.]|年\s?)(\d{1,2})(?:\2|月\s?)(\d{1,2})(?!\d)")
_TIME = re.compile(r"\b(\d{1,2})[.:](\d{2})\s*(WIB|WITA|WIT|GMT|UTC)\b")
_ZONES = {"WIB": "+07:00", "WITA": "+08:00", "WIT": "+09:00", "GMT": "+00:00", "UTC": "+00:00"}
_CHANGED = re.compile(
    r"\b(?:last\s+)?(?:updated?|modified|changed|edited|revised|amended)\b|\b(?:di)?(?:perbarui|perbaharui|mutakhirkan|ubah|sunting)\b|"
    r"\bpembaruan\b|\b(?:zuletzt|aktualisiert|geändert|stand)\b|\b(?:mis\s+à\s+jour|modifié)\b|\b(?:actualizad[oa]|modificad[oa])\b|"
    r"\b(?:atualizad[oa])\b|\baggiornat[oa]\b|\b(?:bijgewerkt|gewijzigd)\b|\bdikemas\s*kini\b|更新|تحديث",
    re.I,
)
_PUBLISHED = re.compile(
    r"\b(?:(?:first|originally)\s+)?(?:published|posted|released)\b|\b(?:di)?(?:terbitkan|terbit|tayang(?:kan)?|unggah|publikasikan|rilis)\b|"
    r"\b(?:veröffentlicht|erschienen|erstellt)\b|\bpublié\b|\bpublicad[oa]\b|\bpubblicat[oa]\b|\bgepubliceerd\b|\bditerbitkan\b|公開|发布|發布|نشر",
    re.I,
)
_FEW = 20  # words
_MONTH_FIRST = frozenset({"en-us", "en-ph", "es-us"})


def day_first(language: str, texts: Iterable[str] = ()) -> bool | None:
    """Return whether `3/4/2024` is the 3rd of April in a language (with its country), as other dates of the page show;
    None where nobody can tell."""
    for text in texts:
        for found in _NUMBERS.finditer(text):
            if (int(found[1]) > 12) != (int(found[3]) > 12):
                return int(found[1]) > 12
    tag = language.lower().replace("_", "-")
    if tag in _MONTH_FIRST:
        return False
    return None if tag in ("", "en") else True


def shown_date(line: str, days_first: bool | None = None) -> str:
    """Return the date of a line, with the time where a zone stands by it; else empty.

    `3/4/2024` is read by nobody in the same way, so it is left unread unless `days_first` says how the page writes;
    `23/4/2024` is the 23rd of April.
    """
    day = next(iter(_dates(line, days_first)), (0, ""))[1]
    time = _TIME.search(line)
    if day and time and int(time[1]) < 24 and int(time[2]) < 60:
        return f"{day}T{int(time[1]):02}:{time[2]}:00{_ZONES[time[3]]}"
    return day


def published_and_updated(line: str, days_first: bool | None = None) -> tuple[str, str]:
    """Return when a line says that something was published, and when it was changed, in whichever order."""
    published = updated = ""
    before = 0
    for at, day in sorted(_dates(line, days_first)):
        label = line[before:at]
        changed = [found.start() for found in _CHANGED.finditer(label)]
        first = [found.start() for found in _PUBLISHED.finditer(label)]
        if changed and max(changed) > max(first, default=-1):
            updated = updated or day
        else:
            published = published or day
        before = at + 4
    return published, updated


def is_about_dates(line: str) -> bool:
    """Return whether a line is about the day of publishing or changing, and about little else."""
    return (_CHANGED.search(line) or _PUBLISHED.search(line)) is not None and len(line.split()) <= _FEW


def _dates(line: str, days_first: bool | None) -> list[tuple[int, str]]:
    """Every date of a line with its place; the surest way of writing first."""
    found = [(m.start(), _checked(int(m[1]), int(m[3]), int(m[4]))) for m in _ISO.finditer(line)]
    found += [(m.start(), _checked(int(m[3]), _month(m[2]), int(m[1]))) for m in _WORDS.finditer(line)]
    found += [(m.start(), _checked(int(m[3]), _month(m[1]), int(m[2]))) for m in _AMERICAN.finditer(line)]
    for m in _NUMBERS.finditer(line):
        one, other = int(m[1]), int(m[3])
        order = True if one > 12 or m[2] == "." else False if other > 12 else days_first
        if order is not None:
            found.append((m.start(), _checked(int(m[4]), *((other, one) if order else (one, other)))))
    return [(at, day) for at, day in found if day]


def _month(name: str) -> int:
    return next((n for n, names in enumerate(_NAMES, 1) if re.match(names, name, re.I)), 0)


def _checked(year: int, month: int, day: int) -> str:
    try:
        return datetime(year, month, day).date().isoformat()
    except ValueError:
        return ""
