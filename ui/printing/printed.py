"""An article on paper: light, with its marks told apart by line and letter, a legend, numbered notes, page numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFontMetricsF,
    QPagedPaintDevice,
    QPainter,
    QPixmap,
    QTextDocument,
)

from reader.model.annotations import Annotation, PageAnnotation
from reader.model.articles import Article, Block, BlockKind, Revision
from reader.model.labels import DETAILS, Label
from ui.annotation_index import AnnotationIndex
from ui.article.block_painter import BlockPainter
from ui.article.document import ArticleDocument
from ui.article.figures import height_in
from ui.article.geometry import Page, end_places
from ui.article.inline_painter import InlinePainter
from ui.article.mark_painter import GUTTER, MarkPainter, MarkState
from ui.here import Here
from ui.look.theme import load
from ui.look.underlines import underline
from ui.printing.notes import Note, facts, facts_document, notes_document, notes_of, plain
from ui.printing.paging import paged, strips
from ui.settings import ReadingFace

translate = QCoreApplication.translate
DPI = 96.0  # of the lengths here
_FOOT, _GAP, _LEGEND = 30.0, 14.0, 22.0
_LEAST = 90.0  # of the page, for the first notes
_SIZE = 15  # pixels of the article's letters: 11 points
_HAIR = 0.5  # what a page is cut short by above and below, so that no line is on two pages


@dataclass(frozen=True)
class Content:
    """What is printed. `annotations` are all of `marks`, with what was written on them, in the same order."""

    article: Article
    revision: Revision
    marks: Sequence[PageAnnotation]
    annotations: Sequence[Annotation]
    label: Callable[[str], Label]
    name: Callable[[Label], str]
    letter: Callable[[Label], str]
    picture: Callable[[Block], QPixmap | None]
    face: ReadingFace


class PrintedArticle:
    """`content` laid out for pages of `size`, in pixels of 1/96 inch."""

    def __init__(self, content: Content, size: QSizeF) -> None:
        self._content, self._size, self._theme = content, size, load("light")
        self.index = AnnotationIndex(content.marks)
        self._marks = MarkPainter(self._theme, content.label, content.letter)
        self._around = BlockPainter(self._theme, content.picture, translate("Print", "A picture that was not kept"))
        self.document, self._left = self._laid_out()
        self.notes: list[Note] = notes_of(content.annotations, self.code, content.revision)
        self._numbers = {
            mark.id: note.number
            for mark, note in zip((m for m in content.annotations if m.note.strip() or m.tags), self.notes, strict=True)
        }
        self.facts = facts_document(
            facts(content.article, content.revision, QLocale()), size.width(), self._theme,
            mirrored=self.document.starts_mirrored,
        )  # fmt: skip
        room = size.height() - _FOOT
        top = self.facts.size().height() + _LEGEND * bool(self.labels) + 2 * _GAP
        self._top = top
        self._pages = paged(strips(self.document), room - top, room)
        self._ends = notes_document(self.notes, size.width(), self._theme) if self.notes else None
        # The notes begin below the article where there is room for some of them.
        used = (top if len(self._pages) == 1 else 0.0) + self._pages[-1][1] - self._pages[-1][0] + 2 * _GAP
        left = room - used
        self._below = used if self._ends is not None and left > _LEAST else 0.0
        self._note_pages = paged(strips(self._ends), left if self._below else room, room) if self._ends else []

    def _laid_out(self) -> tuple[ArticleDocument, float]:
        content = self._content
        face = ReadingFace(family=content.face.family, size=_SIZE, line_height=1.45)
        width = self._size.width()
        made = ArticleDocument(content.revision, self._theme, face, None, width - GUTTER)
        room = width - GUTTER * (2 if made.mirrored else 1)
        made.setUseDesignMetrics(True)
        made.setTextWidth(room)
        for block in made.blocks:
            pixmap = content.picture(block) if block.kind is BlockKind.FIGURE else None
            if pixmap is not None and not pixmap.isNull():
                made.give_height(block, height_in(pixmap, room))
        return made, float(GUTTER)

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self._pages) + len(self._note_pages) - bool(self._below)

    @property
    def labels(self) -> list[Label]:
        """The labels that the marks have, in their order, without the details of attributions."""
        used = {mark.label for mark in self._content.marks}
        return sorted((self._content.label(id) for id in used), key=lambda label: label.position) if used else []

    def code(self, id: str) -> str:
        """Return the short name of a mark: the letter of its label and its number."""
        return f"{self._marks.look(self.index.marks[id].label)[2]}{self.index.number(id)}"

    # -- painting --------------------------------------------------------------------------------------------------

    def paint(self, device: QPagedPaintDevice, turn: Callable[[], bool]) -> bool:
        """Paint all pages onto `device`; `turn` begins a new one. False when the device takes nothing."""
        painter = QPainter()
        if not painter.begin(device):
            return False
        scale = painter.device().logicalDpiX() / DPI
        for number in range(self.pages):
            if number and not turn():
                painter.end()
                return False
            painter.save()
            painter.scale(scale, scale)
            self.paint_page(painter, number)
            painter.restore()
        return painter.end()

    def paint_page(self, painter: QPainter, number: int) -> None:
        """Paint one page, from 0, at the painter's origin, in pixels of 1/96 inch."""
        self._page(painter, number)
        self._foot(painter, number)

    def _page(self, painter: QPainter, number: int) -> None:
        if number < len(self._pages):
            if not number:
                self._head(painter)
            self._article(painter, *self._pages[number], self._top if not number else 0.0)
        notes = number - len(self._pages) + bool(self._below)
        if self._ends is not None and notes >= 0:
            at = QPointF(0, self._below if not notes else 0)
            _draw(painter, self._ends, at, *self._note_pages[notes], self._size.width())

    def _head(self, painter: QPainter) -> None:
        _draw(painter, self.facts, QPointF(0, 0), 0, self.facts.size().height() + 1, self._size.width())
        y = self.facts.size().height() + _GAP / 2
        painter.fillRect(QRectF(0, y, self._size.width(), 0.8), self._theme.faint)
        self._legend(painter, y + _GAP / 2)

    def _legend(self, painter: QPainter, y: float) -> None:
        """A letter, a name and a line for each label, as they stand in the text."""
        x, font = 0.0, plain(11)
        metrics = QFontMetricsF(font)
        for label in self.labels:
            tint, _, letter = self._marks.look(label.id)
            text = f"{letter}  {self._content.name(label)}" if label not in DETAILS else self._content.name(label)
            width = metrics.horizontalAdvance(text) + 6
            if x + width > self._size.width():
                return
            painter.setFont(font)
            painter.fillRect(QRectF(x, y, width, 17), tint.fill)
            painter.setPen(self._theme.text)
            painter.drawText(QPointF(x + 3, y + 11.5), text)
            underline(painter, x, x + width, y + 13, label.underline, tint.line)
            x += width + 14

    def _article(self, painter: QPainter, top: float, bottom: float, below: float) -> None:
        document, column = self.document, (self._left, self.document.textWidth())
        room = QRectF(0, below + _HAIR, 10_000, bottom - top - 2 * _HAIR)
        page = Page(document, QPointF(-self._left, top - below), room, document.gaps)
        painter.save()
        painter.setClipRect(QRectF(-20, below - 6, self._size.width() + 40, bottom - top + 12))
        self._around.paint(painter, page, document, *column)
        self._marks.paint(painter, page, document, self.index, MarkState(Here()), column)
        InlinePainter(self._theme).paint(painter, page, document)
        self._numbers_of_notes(painter, page)
        painter.restore()
        _draw(painter, document, QPointF(self._left, below), top, bottom, document.textWidth())

    def _numbers_of_notes(self, painter: QPainter, page: Page) -> None:
        painter.setFont(plain(9, bold=True))
        metrics = QFontMetricsF(painter.font())
        for id, number in self._numbers.items():
            mark, text = self.index.marks[id], str(number)
            ends = self.document.position(mark.start), self.document.positions.end_to_document(mark.end)
            for behind, line, x, leftward in end_places(page, *ends):
                if behind:
                    at = x - metrics.horizontalAdvance(text) - 1 if leftward else x + 1
                    painter.setPen(self._marks.tint(mark).line)
                    painter.drawText(QPointF(at, line.top + metrics.ascent()), text)

    def _foot(self, painter: QPainter, number: int) -> None:
        """The title in short on the left, the page on the right."""
        font, width = plain(10), self._size.width()
        metrics, y = QFontMetricsF(font), self._size.height() - 6
        page = translate("Print", "{0} of {1}").format(number + 1, self.pages)
        right = metrics.horizontalAdvance(page)
        article = self._content.article
        source = " · ".join(part for part in (article.title, article.site) if part)
        short = metrics.elidedText(source, Qt.TextElideMode.ElideRight, width - right - 30)
        painter.setFont(font)
        painter.setPen(self._theme.muted)
        painter.drawText(QPointF(0, y), short)
        painter.drawText(QPointF(width - right, y), page)


def _draw(painter: QPainter, document: QTextDocument, at: QPointF, top: float, bottom: float, width: float) -> None:
    """Draw the strip of `document` from `top` to `bottom` with its corner at `at`."""
    context = QAbstractTextDocumentLayout.PaintContext()
    painter.save()
    painter.translate(at.x(), at.y() - top)
    clip = QRectF(0, top + _HAIR, width, bottom - top - 2 * _HAIR)
    painter.setClipRect(clip.adjusted(-20, 0, 20, 0))
    context.clip = clip
    document.documentLayout().draw(painter, context)
    painter.restore()
