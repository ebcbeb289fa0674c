"""The lines of a PDF in the order in which the file has them, with their places, by pdfium."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, replace
from statistics import mean
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_HYPHENS = {"\x02": "-", "\ufffe": "-", "\xad": "-"}  # what pdfium makes of a hyphen at the end of a line
_WIDE = 2.0  # times the size of the letters: a gap that parts what stands in two columns
_COLUMN = 0.28  # of the page's width: narrower ones are cells of a table
_BOLD = (b"bold", b"black", b"heavy", b"semibold", b"demi")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of words on a page: place in points from the lower left corner, size of its letters."""

    text: str
    page: int
    left: float
    right: float
    bottom: float
    top: float
    size: float
    bold: bool = False
    row: int = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """The lines of one page in their order, and how large it is."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]


def sheet_of(document: PdfDocument, index: int) -> Sheet:
    """Return the lines of the page at `index`, counted from 0. Raises `PdfiumError` for one that is broken."""
    page = document[index]
    try:
        width, height = page.get_size()
        text = page.get_textpage()
        try:
            found = list(_pieces(text, index + 1))
        finally:
            text.close()
    finally:
        page.close()
    return Sheet(index + 1, width, height, tuple(_in_columns(found, width)))


@dataclass(slots=True)
class _Letter:
    sign: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    index: int


def _letters(text: Any) -> Iterator[_Letter | None]:
    """The letters in their order; None where a line ends."""
    import pypdfium2.raw as pdfium

    box = [ctypes.c_double() for _ in range(4)]
    for index in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text, index)
        sign = chr(code) if 0 < code < 0x110000 else " "
        if sign in "\r\n":
            yield None
            continue
        pdfium.FPDFText_GetCharBox(text, index, *box)
        left, right, bottom, top = (one.value for one in box)
        size = pdfium.FPDFText_GetFontSize(text, index)
        yield _Letter(_HYPHENS.get(sign, sign), left, right, bottom, top, max(size, top - bottom), index)


def _pieces(text: Any, page: int) -> Iterator[Line]:
    """Lines, those with a wide gap in them in pieces that have the same row."""
    row = 0
    some: list[_Letter] = []
    for letter in _letters(text):
        if letter is not None and some and _is_below(letter, some[-1]):  # no end of line is told after a hyphen
            if (line := _line(text, some, page, row)) is not None:
                yield line
            row, some = row + 1, []
        gap = letter is not None and some and letter.left - some[-1].right > _WIDE * letter.size and _seen(letter)
        if (letter is None or gap) and (line := _line(text, some, page, row)) is not None:
            yield line
        if letter is None or gap:
            some = []
        if letter is None:
            row += 1
        elif some or _seen(letter):
            some.append(letter)
    if (line := _line(text, some, page, row)) is not None:
        yield line


def _is_below(letter: _Letter, last: _Letter) -> bool:
    return letter.right < last.left and last.bottom - letter.top > -0.3 * letter.size and _seen(letter)


def _seen(letter: _Letter) -> bool:
    return not letter.sign.isspace()


def _line(text: Any, letters: list[_Letter], page: int, row: int) -> Line | None:
    seen = [one for one in letters if _seen(one)]
    words = " ".join("".join(one.sign for one in letters).split())
    if not seen or not words:
        return None
    size = sorted(one.size for one in seen)[len(seen) // 2]
    return Line(
        words, page, min(one.left for one in seen), max(one.right for one in seen), min(one.bottom for one in seen),
        max(one.top for one in seen), round(size * 2) / 2, _is_bold(text, seen), row,
    )  # fmt: skip


def _is_bold(text: Any, letters: list[_Letter]) -> bool:
    """By the names of the fonts of its first and its last letter."""
    import pypdfium2.raw as pdfium

    name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    for letter in (letters[0], letters[-1]):
        size = pdfium.FPDFText_GetFontInfo(text, letter.index, name, len(name), flags)
        if not size or not any(word in name.value.lower() for word in _BOLD):
            return False
    return True


def _in_columns(lines: list[Line], width: float) -> list[Line]:
    """Most files have one column after the other; where rows go across two columns of prose, these are parted."""
    rows: dict[int, list[Line]] = {}
    for line in lines:
        rows.setdefault(line.row, []).append(line)
    pairs = [row for row in rows.values() if len(row) == 2]
    if len(pairs) < 6 or 2 * len(pairs) < len(rows):
        return [_joined(row) for row in rows.values()]
    if any(mean(pair[side].right - pair[side].left for pair in pairs) < _COLUMN * width for side in (0, 1)):
        return [_joined(row) for row in rows.values()]
    middle = mean((pair[0].right + pair[1].left) / 2 for pair in pairs)
    return [one for part in _parts(list(rows.values())) for one in _by_side(part, middle)]


def _parts(rows: list[list[Line]]) -> Iterator[list[list[Line]]]:
    """Rows that lie across both columns part what stands above from what stands below."""
    some: list[list[Line]] = []
    for row in rows:
        if len(row) == 1 and some and len(some[-1]) == 2 and row[0].right - row[0].left > 1.2 * _width(some[-1][0]):
            yield some
            some = []
        some.append(row)
    yield some


def _width(line: Line) -> float:
    return line.right - line.left


def _by_side(rows: list[list[Line]], middle: float) -> list[Line]:
    lines = [line for row in rows for line in row]
    return [line for line in lines if line.left < middle] + [line for line in lines if line.left >= middle]


def _joined(row: list[Line]) -> Line:
    """The pieces of one row as one line, as a table has its cells: parted by a tab."""
    first = row[0]
    return replace(
        first, text="\t".join(one.text for one in row), right=max(one.right for one in row),
        left=min(one.left for one in row), bold=all(one.bold for one in row),
    )  # fmt: skip
