"""A long document laid out from a place far down: what is above it comes in slices, while the window is idle.

Qt lays a document out from its beginning. Here the blocks between what is laid out and the place are hidden, so that
Qt passes over them, and the first block below them has a margin as high as they probably are; then they are shown
again, the nearest first, a few at a time.
"""

from __future__ import annotations

from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCursor, QTextDocument

FAR = 150_000  # positions that are laid out on the way to a place; more are hidden first
NEAR = 40_000  # positions above the place that are laid out with it
_SLICE = 0.014  # seconds that the window is kept from the next event; half of it moves what is below, however few
_PAUSE = 20  # milliseconds until one looks again whether Qt is done
_JUMP = 5000  # points: what is farther above is gone to from the beginning
_FEWEST, _MOST = 4, 400  # blocks of a slice


class LayingOut(QObject):
    """`moved` carries by how many points all that is shown below the hidden blocks has gone down."""

    moved = Signal(float)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._document: QTextDocument | None = None
        self._first, self._last = 0, 0  # numbers of the hidden blocks, the latter the first that is shown below
        self._own = QTextBlockFormat()  # of that block
        self._ratio, self._count = 0.0, 40  # points a position; blocks of the next slice
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._go_on)

    @property
    def hides(self) -> bool:
        """Whether anything is hidden."""
        return self._last > self._first

    def forget(self) -> None:
        """Another document is shown."""
        self._idle.stop()
        self._document, self._first, self._last = None, 0, 0

    def go_to(self, document: QTextDocument, position: int) -> None:
        """Before the place of `position` is asked for: see that little is laid out for it."""
        if self.hides and not document.findBlock(position).isVisible():
            self._start_again()
        if self.hides:
            return
        first, near = _frontier(document), document.findBlock(max(0, position - NEAR))
        if near.position() - document.findBlockByNumber(first).position() >= FAR:
            self._document = document
            self._hide(document.findBlockByNumber(first), near)

    def _hide(self, first: QTextBlock, near: QTextBlock) -> None:
        above = first.previous()
        self._ratio = max(0.05, _top(above) / max(1, above.position()))
        self._first, self._last, self._own = first.blockNumber(), near.blockNumber(), near.blockFormat()
        _set_visible(first, near, on=False)
        self._make_room(near, near.position() - first.position())
        _forget_layout(near.document())
        self._idle.start()

    def _make_room(self, block: QTextBlock, positions: int) -> None:
        form = QTextBlockFormat(self._own)
        form.setTopMargin(self._own.topMargin() + self._ratio * positions)
        QTextCursor(block).setBlockFormat(form)

    def reach(self, y: float) -> bool:
        """Something is to be seen at a height of the document: show what is there. True when all is laid out anew
        for it, and the height has to be gone to once more."""
        while self.hides and self._document is not None:
            above = _top(self._document.findBlockByNumber(self._last)) - y
            if above <= 0:
                return False
            if above > _JUMP:
                self._start_again()
                return True
            self._document.documentLayout().blockBoundingRect(self._document.lastBlock())
            self._show(_MOST)
        return False

    def _start_again(self) -> None:
        """Show all that is hidden, and let Qt lay it out where it is asked for."""
        document, first, last = self._document, self._first, self._last
        self.forget()
        if document is not None:
            near = document.findBlockByNumber(last)
            _set_visible(document.findBlockByNumber(first), near, on=True)
            QTextCursor(near).setBlockFormat(self._own)
            _forget_layout(document)

    def _go_on(self) -> None:
        if self._document is not None and not self._document.lastBlock().layout().lineCount():
            self._idle.setInterval(_PAUSE)
            return  # Qt is at what is below; a change above would make it take that for done
        self._idle.setInterval(0)
        began = perf_counter()
        self._show(self._count)
        took = max(perf_counter() - began, 1e-4)
        self._count = max(_FEWEST, min(_MOST, round(self._count * _SLICE / took)))

    def _show(self, count: int) -> None:
        """Show the lowest of the hidden blocks."""
        document = self._document
        if document is None or not self.hides:
            self._idle.stop()
            return
        below, low = document.findBlockByNumber(self._last), max(self._first, self._last - count)
        top, block = _top(below), document.findBlockByNumber(low)
        self._reveal(document, block, below)
        document.documentLayout().blockBoundingRect(below)
        self._last = low
        if not self.hides:
            self._idle.stop()
        self.moved.emit(_top(below) - top)

    def _reveal(self, document: QTextDocument, lowest: QTextBlock, below: QTextBlock) -> None:
        hidden = lowest.position() - document.findBlockByNumber(self._first).position()
        cursor = QTextCursor(below)
        cursor.beginEditBlock()
        cursor.setBlockFormat(self._own)
        self._own = lowest.blockFormat()
        if hidden:
            self._make_room(lowest, hidden)
        _set_visible(lowest, below, on=True)
        document.markContentsDirty(lowest.position(), below.position() - lowest.position())
        cursor.endEditBlock()


def _frontier(document: QTextDocument) -> int:
    """The number of the first block that is not laid out, never that of the first block."""
    low, high = 0, document.blockCount() - 1
    while low < high:
        middle = (low + high + 1) // 2
        if document.findBlockByNumber(middle).layout().lineCount():
            low = middle
        else:
            high = middle - 1
    return min(low + 1, document.blockCount() - 1)


def _set_visible(first: QTextBlock, end: QTextBlock, *, on: bool) -> None:
    """Show or hide the blocks from `first` to before `end`."""
    block = QTextBlock(first)
    while block.blockNumber() < end.blockNumber():
        block.setVisible(on)
        block = block.next()


def _forget_layout(document: QTextDocument) -> None:
    """Let Qt begin anew, as it does for another width. A change of some blocks, while the rest is not laid out yet,
    makes it take the rest for empty."""
    width = document.textWidth()
    document.setTextWidth(width + 1)
    document.setTextWidth(width)


def _top(block: QTextBlock) -> float:
    """Where the words of a block that is laid out begin."""
    return block.layout().position().y()
