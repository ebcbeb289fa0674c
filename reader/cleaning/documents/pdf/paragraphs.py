"""Lines to blocks: which of them are one paragraph is told by gaps, indents, sizes and by how the last one ends."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median

from reader.cleaning.documents.pdf.lines import Line, Sheet
from reader.cleaning.raw import RawBlock
from reader.model.articles import BlockKind

_ENDS = re.compile(r"[.!?…:;。！？؟۔][\"'”’»)\]\d]*$")
_BULLET = re.compile(r"(?:[•‣▪●◦\uf0b7\u2013\u2014*-]|(?P<number>\d{1,3})[.)])\s+(?=\S)")
_BROKEN = re.compile(r"[^\W\d_][-\u2010]$")
_HYPHENED = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")
_SMALL = 0.93  # of the size of the text: notes at the foot of a page
_LARGE = 1.1
_GAP = 1.35  # times the usual way from line to line
_LONGEST_HEADING = 200


@dataclass(slots=True)
class _Text:
    """What is usual in a document: the size of its letters, the way from line to line, words with hyphens of their
    own."""

    size: float
    step: float
    hyphened: Counter[str]
    edges: dict[int, list[Line]] = field(default_factory=dict)

    @classmethod
    def of(cls, sheets: Sequence[Sheet]) -> _Text:
        lines = [line for sheet in sheets for line in sheet.lines]
        sizes = Counter[float]()
        for line in lines:
            sizes[line.size] += len(line.text)
        size = sizes.most_common(1)[0][0] if sizes else 10.0
        steps = [
            one.bottom - two.bottom
            for sheet in sheets
            for one, two in zip(sheet.lines, sheet.lines[1:], strict=False)
            if one.size == two.size == size and 0 < one.bottom - two.bottom < 3 * size
        ]
        words = Counter(word.casefold() for line in lines for word in _HYPHENED.findall(line.text))
        return cls(size, median(steps) if steps else 1.2 * size, words, {s.number: list(s.lines) for s in sheets})

    def right(self, line: Line) -> float:
        """The right edge of the column in which a line stands."""
        beside = [one.right for one in self.edges[line.page] if one.left < line.right and one.right > line.left]
        middle = [right for right in beside if right < line.left + 1.5 * median(r - line.left for r in beside)]
        return max(middle or beside)

    def left(self, line: Line) -> float:
        """The left edge of that column."""
        near = [one.left for one in self.edges[line.page] if abs(one.left - line.left) < 4 * self.size]
        return Counter(round(left) for left in near).most_common(1)[0][0]


def paragraphs(sheets: Sequence[Sheet]) -> list[RawBlock]:
    """Return the blocks of a document whose pages hold nothing but its text. `attrs["page"]` is the page on which a
    block begins, counted from 1."""
    text = _Text.of(sheets)
    levels = _levels(sheets, text)
    return [_block(lines, text, levels) for lines in _grouped(sheets, text)]


def _levels(sheets: Sequence[Sheet], text: _Text) -> dict[float, int]:
    """Which level of heading each larger size is: the largest is the first."""
    sizes = {line.size for sheet in sheets for line in sheet.lines if line.size > _LARGE * text.size}
    return {size: min(number, 6) for number, size in enumerate(sorted(sizes, reverse=True), 1)}


def _grouped(sheets: Sequence[Sheet], text: _Text) -> Iterator[list[Line]]:
    """The lines of each block. Notes at the foot of a page come after the paragraph that goes on over them."""
    some: list[Line] = []
    waiting: list[Line] = []
    for sheet in sheets:
        body, notes = _parted(sheet.lines, text)
        for line in body:
            if some and not _goes_on(some, line, text):
                yield some
                yield from _split(waiting, text)
                some, waiting = [], []
            some.append(line)
        waiting += notes
    if some:
        yield some
    yield from _split(waiting, text)


def _split(lines: list[Line], text: _Text) -> Iterator[list[Line]]:
    some: list[Line] = []
    for line in lines:
        if some and not _goes_on(some, line, text):
            yield some
            some = []
        some.append(line)
    if some:
        yield some


def _parted(lines: Sequence[Line], text: _Text) -> tuple[Sequence[Line], list[Line]]:
    end = len(lines)
    while end and lines[end - 1].size < _SMALL * text.size:
        end -= 1
    return (lines[:end], list(lines[end:])) if end else (lines, [])


def _goes_on(some: list[Line], line: Line, text: _Text) -> bool:
    """Whether a line is of the same block as the ones before."""
    last = some[-1]
    if abs(line.size - last.size) > 0.07 * last.size or line.bold != last.bold or "\t" in line.text + last.text:
        return False
    if _BULLET.match(line.text):
        return False
    if line.size > _LARGE * text.size:
        return line.page == last.page and 0 <= last.bottom - line.bottom < 1.6 * line.size
    if _BROKEN.search(last.text):
        return True
    if line.page != last.page or line.bottom > last.bottom:  # the next page or column
        return _ENDS.search(last.text) is None
    return not _is_apart(some, line, text)


def _is_apart(some: list[Line], line: Line, text: _Text) -> bool:
    """Whether a line that stands below begins anew: after a gap, after a last line, or with an indent."""
    last = some[-1]
    if last.bottom - line.bottom > _GAP * text.step * max(1.0, line.size / text.size):
        return True
    right, left = text.right(last), text.left(line)
    room = right - last.right
    short = room > 0.12 * (right - left)
    if short and (_ENDS.search(last.text) or room > _first_word(line)) and not _is_centred(last, line):
        return bool(_ENDS.search(last.text)) or line.text[:1].isupper()
    hanging = bool(_BULLET.match(some[0].text))
    indented = 0.8 * text.size < line.left - left < 5 * text.size and abs(last.left - left) < 0.5 * text.size
    return indented and not hanging and _ENDS.search(last.text) is not None


def _first_word(line: Line) -> float:
    """How wide the first word of a line is, about: it would have stood in the room before."""
    return (line.right - line.left) * (len(line.text.partition(" ")[0]) + 1) / max(1, len(line.text))


def _is_centred(one: Line, two: Line) -> bool:
    return abs((one.left + one.right) - (two.left + two.right)) < 4 and abs(one.left - two.left) > 4


def _block(lines: list[Line], text: _Text, levels: dict[float, int]) -> RawBlock:
    first, words = lines[0], _joined(lines, text.hyphened)
    attrs = {"page": str(first.page)}
    if "\t" in words:
        return RawBlock(words, BlockKind.TABLE_ROW, attrs=attrs)
    if first.size in levels and len(words) <= _LONGEST_HEADING:
        return RawBlock(words, BlockKind.HEADING, levels[first.size], attrs)
    if first.bold and len(words) <= _LONGEST_HEADING and len(lines) <= 3 and not words.endswith((".", ",", ";")):
        return RawBlock(words, BlockKind.HEADING, min(6, len(levels) + 1), attrs)
    bullet = _BULLET.match(words)
    if bullet is None:
        return RawBlock(words, attrs=attrs)
    number = bullet["number"]
    told = {"ordered": "1", "number": number} if number else {}
    return RawBlock(words[bullet.end() :], BlockKind.LIST_ITEM, 1, {**attrs, **told})


def _joined(lines: Iterable[Line], hyphened: Counter[str]) -> str:
    """The lines as one. A hyphen at the end of a line only broke the word, unless the document has the word with one
    elsewhere, or what follows is no small letter."""
    words = ""
    for line in lines:
        if not words:
            words = line.text
        elif _BROKEN.search(words) and line.text[:1].isalnum():
            head, tail = words.split()[-1], line.text.split()[0]
            whole = next(iter(_HYPHENED.findall(head + tail)), "").casefold()
            own = not line.text[0].islower() or hyphened[whole] > 0
            words = (words if own else words[:-1]) + line.text
        else:
            words += f" {line.text}"
    return words
