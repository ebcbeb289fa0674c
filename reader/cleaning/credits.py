"""Who did what, in lines that name persons with their parts: "Reporter: …", "Penulis: … | Editor: …", "… (Editor)".

Indonesian papers name who reported, who wrote and who edited. The writer signs the article; the reporter does where no
writer is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from reader.cleaning.line_people import people_in
from reader.cleaning.person_names import agency_in
from reader.model.articles import Metadata

_REPORTER = (
    r"reporter|wartawan|jurnalis|pewarta|kontributor|koresponden|peliput|laporan|reported\s+by|reporting\s+by|reporting"
)
_WRITER = r"penulis|writer|author|written\s+by|writing\s+by|ditulis\s+oleh|teks|text"
_EDITOR = r"(?:sub-?|copy\s*)?editor|penyunting|redaktur|edited\s+by|editing\s+by|disunting\s+oleh"
_PARTS = (("reporter", _REPORTER), ("byline", _WRITER), ("editor", _EDITOR))
_ANY = "|".join(f"(?P<{name}>{words})" for name, words in _PARTS)
_LABEL = re.compile(rf"(?<![\w])(?:{_ANY})s?\s*(?::|(?<=by)\s|(?<=oleh)\s)\s*", re.I)
_BEHIND = re.compile(rf"\s*[(\[]\s*(?:{_ANY})\s*[)\]]", re.I)
_BEFORE = re.compile(r"[^\W\d_][^()\[\],;|/]{2,60}$")  # the name in front of it
_SIGNS = (":", "(", "[", " by ", " By ", "oleh ")  # without one of these a line names nobody for a part
_LONGEST = 240
_NAMED = ("reporter", "byline", "editor")


def credits_in(line: str) -> dict[str, str]:
    """Return the names in a line by part: `reporter`, `byline` (who wrote it), `editor`; empty for any other line."""
    if not 6 <= len(line) <= _LONGEST or not any(sign in line for sign in _SIGNS):
        return {}
    labels = list(_LABEL.finditer(line))
    if not labels or line[: labels[0].start()].strip("(['\" "):
        return _named_before(line)
    found: dict[str, str] = {}
    ends = [label.start() for label in labels[1:]] + [len(line)]
    for label, end in zip(labels, ends, strict=True):
        names = people_in(line[label.end() : end].strip(" .,;|/()[]\t"))
        if names:
            found.setdefault(_part(label), names)
    return found


def _named_before(line: str) -> dict[str, str]:
    """The names that have their part in brackets behind them."""
    found: dict[str, str] = {}
    for part in _BEHIND.finditer(line):
        name = _BEFORE.search(line[: part.start()])
        if name is not None and (names := people_in(name[0].strip())):
            found[_part(part)] = names
    return found


def with_credits(metadata: Metadata, lines: Iterable[str]) -> Metadata:
    """Return the metadata with who did what as `lines` say it, and with the agency that is named beside persons.

    A byline that the page states stays, without those whom the lines name for another part.
    """
    found: dict[str, str] = {}
    for line in lines:
        for part, names in credits_in(line).items():
            found.setdefault(part, names)
    byline, within = _apart(metadata.byline)
    found = within | {part: names for part, names in found.items() if part not in within}
    if agency := agency_in(byline):
        found.setdefault("agency", agency)
    others = {name for part in ("reporter", "editor") for name in found.get(part, "").split(", ") if name}
    stated = [name for name in byline.split(", ") if name and name not in others]
    signed = ", ".join(stated) or found.get("byline", "") or found.get("reporter", "")
    basis = dict(metadata.basis)
    for part, names in (found | {"byline": signed}).items():
        if names and names != getattr(metadata, part) and not (part == "editor" and metadata.editor):
            fields: dict[str, Any] = {part: names}
            metadata = replace(metadata, **fields)
            basis[part] = basis.get(part) or "visible line"
    return replace(metadata, basis=basis)


def _apart(byline: str) -> tuple[str, dict[str, str]]:
    """A byline up to the part that it names for others, and these."""
    label = _LABEL.search(byline)
    if label is not None:
        return byline[: label.start()].strip(" .,;|/()-–—"), credits_in(byline[label.start() :])
    part = _BEHIND.search(byline)
    name = _BEFORE.search(byline[: part.start()]) if part is not None else None
    if part is None or name is None:
        return byline, {}
    return f"{byline[: name.start()]}{byline[part.end() :]}".strip(" .,;|/()-–—"), credits_in(byline)


def _part(found: re.Match[str]) -> str:
    return next(name for name in _NAMED if found[name] is not None)
