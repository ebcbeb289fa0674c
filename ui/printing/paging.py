"""Where a document that is laid out is cut into pages: between two lines, and not behind a heading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextDocument

_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value


@dataclass(frozen=True, slots=True)
class Strip:
    """A part of a document that is not cut: a line or a picture. `clings`: it stays with the one below."""

    top: float
    bottom: float
    clings: bool = False


def strips(document: QTextDocument) -> Iterator[Strip]:
    """Yield the lines and pictures of `document`, from the top."""
    block = document.begin()
    while block.isValid():
        yield from _of(document, block)
        block = block.next()


def _of(document: QTextDocument, block: QTextBlock) -> Iterator[Strip]:
    box, form = document.documentLayout().blockBoundingRect(block), block.blockFormat()
    if form.lineHeightType() == _FIXED:
        yield Strip(box.top(), box.top() + form.lineHeight(), clings=True)  # its caption
        return
    origin, layout = block.layout().position().y(), block.layout()
    for n in range(layout.lineCount()):
        line = layout.lineAt(n)
        yield Strip(origin + line.y(), origin + line.y() + line.height(), clings=form.headingLevel() > 0)


def paged(parts: Iterable[Strip], first: float, room: float) -> list[tuple[float, float]]:
    """Return top and bottom of each page: `first` points for the first one, `room` for the others.

    A strip that is higher than a page has one to itself and is cut off below.
    """
    pages: list[tuple[float, float]] = []
    page: list[Strip] = []
    for strip in parts:
        height = first if not pages else room
        if page and strip.bottom - page[0].top > height:
            kept = _without_clinging(page)
            pages.append((page[0].top, kept[-1].bottom))
            page = page[len(kept) :]
        page.append(strip)
    if page:
        pages.append((page[0].top, page[-1].bottom))
    return pages


def _without_clinging(page: list[Strip]) -> list[Strip]:
    """The page without what stays with the next one; a page of nothing else stays whole."""
    count = len(page)
    while count and page[count - 1].clings:
        count -= 1
    return page[:count] if count else page
