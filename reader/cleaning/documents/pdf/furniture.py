"""What stands on every page because it is a page: its number, and the heads and feet that run through the document."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from reader.cleaning.documents.pdf.lines import Line, Sheet

_NUMBER = re.compile(
    r"[\[(\-\u2013\u2014|\s]*(?:(?:page|halaman|hlm|hal|p)\b\.?\s*)?(?:\d{1,4}|[ivxlc]{1,7})"
    r"(?:\s*(?:/|of|dari|\|)\s*\d{1,4})?[\])\-\u2013\u2014|\s]*",
    re.I,
)
_DIGITS = re.compile(r"\d+|\b[ivxlc]{1,7}\b", re.I)
_EDGE = 0.13  # of the page's height, in which heads and feet stand
_SHARE = 0.3  # of the pages, on which a line is one that runs through
_LINES = 3  # at each end of a page


def furniture(sheets: Sequence[Sheet]) -> set[Line]:
    """Return the lines that belong to the pages and not to the text."""
    places: dict[str, list[Line]] = defaultdict(list)
    found = set[Line]()
    for sheet in sheets:
        for line in _edges(sheet):
            if _NUMBER.fullmatch(line.text):
                found.add(line)
            else:
                places[_key(line, sheet)].append(line)
    for lines in places.values():
        pages = len({line.page for line in lines})
        if pages >= max(2, _SHARE * len(sheets)) and (pages > 2 or len(sheets) <= 4):
            found.update(lines)
    return found


def _edges(sheet: Sheet) -> list[Line]:
    by_height = sorted(sheet.lines, key=lambda line: line.bottom)
    low = [line for line in by_height[:_LINES] if line.top < _EDGE * sheet.height]
    high = [line for line in by_height[-_LINES:] if line.bottom > (1 - _EDGE) * sheet.height]
    return low + high


def _key(line: Line, sheet: Sheet) -> str:
    """The words without numbers, and at which end of the page they stand."""
    end = "top" if line.bottom > sheet.height / 2 else "bottom"
    return f"{end} {_DIGITS.sub('#', line.text.casefold())}"
