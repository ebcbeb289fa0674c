"""Where characters stand on the screen: the lines in a rectangle of the viewport, and the places of spans on them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple, cast

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QRegion, QTextBlock, QTextBlockFormat, QTextDocument, QTextLine

# Hebrew, Arabic and their presentation forms, and the controls that turn text round.
_RTL = re.compile("[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufeff]")

_HAIR = 2.0  # pixels between two lines that are set solid
_TOUCH = 0.75  # pixels between two runs that stand beside each other


class Line(NamedTuple):
    """One line of text on the screen. `start` and `end` are the document's positions, `top` is the viewport's."""

    start: int
    end: int
    line: QTextLine
    origin: QPointF  # of the block's layout, in the viewport
    first: int  # the position of its block
    turned: bool  # holds letters that run from right to left
    mirrored: bool  # its block is read from right to left
    top: float
    height: float
    ascent: float
    edges: dict[int, float]  # where characters begin, as far as it was asked: asking Qt is the dear part

    def spread(self, start: int, end: int) -> list[tuple[float, float]]:
        """Left and right of the characters `[start, end)` on this line; several where the direction changes."""
        low, high = start if start > self.start else self.start, end if end < self.end else self.end
        if self.turned:
            return self._runs(low - self.first, high - self.first)
        # The end of the line is the beginning of the next one too: -1 stands for it.
        right = high if high < self.end else -1
        edges = self.edges
        for place in (low, right):
            if place not in edges:
                edges[place] = self._edge(place)
        return [(edges[low], edges[right])]

    def _edge(self, place: int) -> float:
        if place < 0:
            return self.origin.x() + self.line.naturalTextRect().right()
        return self.origin.x() + _x(self.line, place - self.first)

    def _runs(self, low: int, high: int) -> list[tuple[float, float]]:
        x = self.origin.x()
        boxes = [run.boundingRect() for run in self.line.glyphRuns(low, high - low)]
        # Qt gives a run for each face, each with the box of all that stands beside it in one direction.
        return united((x + box.left(), x + box.right()) for box in boxes if box.width() > 0)

    def end_of(self, position: int, *, behind: bool) -> tuple[float, bool]:
        """Return where the letter at `position` begins, or ends when `behind`: x in the viewport, and whether its text
        goes on to the left there."""
        if not self.turned:
            place = position + behind
            return self._edge(place if place < self.end else -1), False
        x = self.origin.x()
        for run in self.line.glyphRuns(position - self.first, 1):
            box, left = run.boundingRect(), run.isRightToLeft()
            return x + (box.left() if left == behind else box.right()), left
        return x + _x(self.line, position - self.first + behind), self.mirrored


Stretch = tuple[Line, float, float]  # a line, and the left and right of some of its characters


def united(stretches: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return `stretches` from left to right, those that overlap or touch as one: a tint is put on each place once."""
    found: list[tuple[float, float]] = []
    for left, right in sorted(stretches):
        if found and left <= found[-1][1] + _TOUCH:
            found[-1] = found[-1][0], max(found[-1][1], right)
        else:
            found.append((left, right))
    return found


def _x(line: QTextLine, position: int) -> float:
    # The binding returns the position too, since Qt may move it.
    found: Any = line.cursorToX(position)
    return float(found[0] if isinstance(found, tuple) else found)


class Page:
    """The lines that touch a rectangle of the viewport, top to bottom."""

    def __init__(
        self, document: QTextDocument, scrolled: QPointF, rect: QRectF, gaps: Sequence[tuple[int, int]] = ()
    ) -> None:
        """`scrolled`: the document's place at the viewport's top left; `gaps`: positions from and to of what is shown
        and is no part of the text, which no stretch goes over."""
        self._gaps = gaps
        self.blocks: list[tuple[QTextBlock, QRectF]] = []
        self.placed: dict[tuple[int, int], list[Stretch]] = {}  # of marks, by code points, for who paints them again
        self._stretches: dict[tuple[int, int], list[Stretch]] = {}
        self.lines: list[Line] = []
        for block, box in blocks_between(document, rect.top() + scrolled.y(), rect.bottom() + scrolled.y()):
            self.blocks.append((block, box.translated(-scrolled)))
            self._add_lines(block, scrolled, rect)
        self._starts = [line.start for line in self.lines]

    def _add_lines(self, block: QTextBlock, scrolled: QPointF, rect: QRectF) -> None:
        layout, first = block.layout(), block.position()
        origin = layout.position() - scrolled
        mirrored = block.textDirection() == Qt.LayoutDirection.RightToLeft
        turned = mirrored or bool(_RTL.search(block.text()))
        for n in range(layout.lineCount()):
            line = layout.lineAt(n)
            top = origin.y() + line.y()
            if top > rect.bottom():
                break
            height = line.height()
            if top + height >= rect.top():
                self._close_up(first, top)
                start = first + line.textStart()
                end = start + line.textLength()
                self.lines.append(
                    Line(start, end, line, origin, first, turned, mirrored, top, height, line.ascent(), {})
                )

    def _close_up(self, first: int, top: float) -> None:
        """Let the line above reach down to `top`: a hair of paper between two lines of a block ends no tint."""
        above = self.lines[-1] if self.lines else None
        if above is not None and above.first == first and 0 < top - above.top - above.height < _HAIR:
            self.lines[-1] = above._replace(height=top - above.top)

    @property
    def start(self) -> int:
        """The position of the first character on the page."""
        return self._starts[0] if self._starts else 0

    @property
    def end(self) -> int:
        """The position behind the last one."""
        return self.lines[-1].end if self.lines else 0

    def rects(self, start: int, end: int) -> list[QRectF]:
        """Return the boxes of the stretches of `[start, end)` here."""
        return [QRectF(left, on.top, right - left, on.height) for on, left, right in self.stretches(start, end)]

    def stretches(self, start: int, end: int) -> list[Stretch]:
        """Return where the characters `[start, end)` (positions of the document) stand on each of their lines here."""
        found = self._stretches.get((start, end))
        if found is None:
            parts = self._parts(start, end) if self._gaps else ((start, end),)
            found = self._stretches[start, end] = [one for part in parts for one in self._spread(*part)]
        return found

    def _parts(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """What is left of `[start, end)` between the gaps."""
        for first, last in self._gaps[max(0, bisect_right(self._gaps, (start, 0)) - 1) :]:
            if first >= end:
                break
            if start < first:
                yield start, first
            start = max(start, last)
        if start < end:
            yield start, end

    def _spread(self, start: int, end: int) -> list[Stretch]:
        found: list[Stretch] = []
        lines = self.lines
        for at in range(max(0, bisect_right(self._starts, start) - 1), len(lines)):
            line = lines[at]
            if line.start >= end:
                break
            if line.end > start:
                found += [(line, left, right) for left, right in line.spread(start, end) if right > left]
        return found

    def line_at(self, position: int) -> Line | None:
        """Return the line that holds a position, if it is on the page."""
        at = bisect_right(self._starts, position) - 1
        if at < 0:
            return None
        line = self.lines[at]
        return line if position <= line.end else None


def end_places(page: Page, start: int, end: int) -> Iterator[tuple[bool, Line, float, bool]]:
    """Yield the ends of `[start, end)` that are on the page: whether it is the latter one, its line, x, and whether the
    text goes on to the left there. What stands first on the line is not what is read first."""
    for behind, position in ((False, start), (True, end - 1)):
        line = page.line_at(position)
        if line is not None and line.start <= position:
            yield behind, line, *line.end_of(position, behind=behind)


def bands(area: QRegion) -> list[QRect]:
    """Return the rectangles of `area`; those above each other that are as wide are one."""
    found: list[QRect] = []
    for part in cast("Iterable[QRect]", area):
        if found and (found[-1].left(), found[-1].width(), found[-1].bottom() + 1) == (
            part.left(), part.width(), part.top(),
        ):  # fmt: skip
            found[-1] = found[-1].united(part)
        else:
            found.append(QRect(part))
    return found


def blocks_between(document: QTextDocument, top: float, bottom: float) -> Iterator[tuple[QTextBlock, QRectF]]:
    """Yield the blocks that touch a band of the document, with their boxes in the document's coordinates."""
    layout = document.documentLayout()
    block = _block_at(document, max(0.0, top))
    while block.isValid() and block.blockNumber() and layout.blockBoundingRect(block).top() > top:
        block = block.previous()
    while block.isValid():
        box = _box(layout.blockBoundingRect(block), block.blockFormat())
        if box.top() > bottom:
            return
        if box.bottom() >= top:
            yield block, box
        block = block.next()


def lowest(document: QTextDocument, top: float, height: int) -> float:
    """Return how far down a viewport of `height` points can be scrolled: to `top` or, near the end, not so far.

    Only what it would show there is laid out.
    """
    end = document.lastBlock()
    block = _block_at(document, top + height)
    if block == end or not block.next().isValid():
        return document.documentLayout().documentSize().height() - height
    return top


def _block_at(document: QTextDocument, y: float) -> QTextBlock:
    """The block at a height of the document, which is laid out until there and no further."""
    position = document.documentLayout().hitTest(QPointF(0, y), Qt.HitTestAccuracy.FuzzyHit)
    block = document.findBlock(max(0, position))
    # Below what was laid out last Qt names the end of the document, and asking where that is lays out all of it.
    return block if block.next().isValid() else _laid_out_at(document, y)


def _laid_out_at(document: QTextDocument, y: float) -> QTextBlock:
    """The last block that is laid out and begins above `y`; by its own place, for which Qt lays out nothing."""
    low, high = 0, document.blockCount() - 1
    while low < high:
        middle = (low + high + 1) // 2
        layout = document.findBlockByNumber(middle).layout()
        if layout.lineCount() and layout.position().y() <= y:
            low = middle
        else:
            high = middle - 1
    return document.findBlockByNumber(low)


def _box(lines: QRectF, form: QTextBlockFormat) -> QRectF:
    """Where a block stands, without its margins. Qt tells a figure's box by the line in it, not by the room it has."""
    if form.lineHeightType() == QTextBlockFormat.LineHeightTypes.FixedHeight.value:
        return QRectF(lines.topLeft(), QSizeF(lines.width(), form.lineHeight()))
    return lines
