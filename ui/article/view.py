"""The article as the reader works on it: selecting, the sentence cursor, choosing marks and moving their ends."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

from reader.model.spans import Span
from ui.annotation_index import Part, Piece
from ui.article.block_painter import paint_boxes
from ui.article.geometry import Page
from ui.article.mark_ends import MarkEnds
from ui.article.picture_page import PicturePage
from ui.article.reading_cursor import ReadingCursor
from ui.article.word_ends import moved_end, moved_start
from ui.look.colours import faded
from ui.look.plain_tooltip import plain_tooltip
from ui.look.theme import Theme
from ui.session import Session


class ArticleView(PicturePage):
    """`spansSelected` carries the selected spans (empty when there are none any more), `markClicked` a mark's id,
    `respanRequested` a mark's id and its new spans, `linkActivated` the address of a link; nothing opens by itself.
    `gestureMade` comes when the mouse has selected words: their spans, and whether Ctrl adds them to others."""

    spansSelected = Signal(object)
    markClicked = Signal(str)
    respanRequested = Signal(str, object)
    linkActivated = Signal(str)
    gestureMade = Signal(object, bool)

    def __init__(self, session: Session, parent: QWidget | None = None, theme: Theme | None = None) -> None:
        self._pieces: list[Span] = []
        self._cursor: ReadingCursor | None = None
        self._ends = MarkEnds(self)
        self.handles = True  # whether the ends of the chosen mark can be pulled
        super().__init__(session, parent, theme)
        self.setAcceptDrops(False)  # what is dropped is for the window
        self.viewport().setAcceptDrops(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.viewport().setMouseTracking(True)
        self.selectionChanged.connect(self._selection_changed)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def show_article(self) -> None:
        self._pieces, self._ends.drag = [], None
        revision = self._session.revision
        self._cursor = ReadingCursor(revision) if revision is not None else None
        super().show_article()
        self.spansSelected.emit([])

    # -- what is selected ------------------------------------------------------------------------------------------

    def selection(self) -> list[Span]:
        """Return the pieces selected by mouse or keys, without those of white space."""
        found = [*self._pieces, *self._selected_now()]
        return [span for span in found if span.of(self.text).strip()]

    def _selected_now(self) -> list[Span]:
        cursor = self.textCursor()
        if self.page is None or not cursor.hasSelection():
            return []
        return [Span(self.page.code_point(cursor.selectionStart()), self.page.code_point(cursor.selectionEnd()))]

    def selected_spans(self) -> list[Span]:
        """Return what a label would mark: the selection with its pieces, else the sentences at the reading cursor."""
        found = self.selection()
        if not found and self._cursor is not None and self._cursor.span is not None:
            found = [self._cursor.span]
        return found

    def clear_selection(self) -> None:
        """Let go of what is selected; the reading cursor stays."""
        self._pieces = []
        cursor = self.textCursor()
        if cursor.hasSelection():
            cursor.clearSelection()
            self.setTextCursor(cursor)
        self.spansSelected.emit([])
        self.viewport().update()

    def choose(self, spans: tuple[Span, ...], mark: str, sentence: Span | None) -> None:
        """Select `spans`, choose `mark` and put the reading cursor on `sentence`, without scrolling."""
        self._pieces, self.state.selected = list(spans[:-1]), mark
        if self._cursor is not None:
            self._cursor.put_over(sentence)
        if spans and self.page is not None:
            top, cursor = self.scrolled().y(), self.textCursor()
            cursor.setPosition(self.page.position(spans[-1].start))
            cursor.setPosition(self.page.position(spans[-1].end), QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)
            self._scroll(top)

    def selection_rect(self) -> QRect:
        """Return the last line of the selection, in the viewport; empty when it is off the screen."""
        page, found = self.visible_page(), self.selection()
        boxes = self.boxes(page, found[-1]) if page is not None and found else []
        return boxes[-1].toAlignedRect() if boxes else QRect()

    def _selection_changed(self) -> None:
        self.viewport().update()
        if not QGuiApplication.mouseButtons():
            self.spansSelected.emit(self.selection())

    def _scrolled(self) -> None:
        if self.selection():
            self.spansSelected.emit(self.selection())

    # -- the reading cursor ----------------------------------------------------------------------------------------

    def move_sentence(self, direction: int, extend: bool) -> None:
        """Choose the next sentence (1) or the one before (-1); `extend` keeps those that are chosen."""
        if self._cursor is None:
            return
        self.clear_selection()
        if self._cursor.span is None:
            self._cursor.put(self.first_visible())
        else:
            self._cursor.move(direction, extend)
        if self._cursor.head is not None:
            self.scroll_to(self._cursor.head)
        self.viewport().update()

    @property
    def sentence(self) -> Span | None:
        """What the reading cursor has chosen."""
        return self._cursor.span if self._cursor is not None else None

    # -- marks -----------------------------------------------------------------------------------------------------

    @property
    def selected_mark(self) -> str:
        """The id of the chosen mark, or an empty string."""
        return self.state.selected

    def select_mark(self, id: str, flash: bool = True) -> None:
        """Choose a mark, bring it on the screen and let go of the selection; `flash` lights it up."""
        if id not in self.index:
            return
        self._session.showing.reveal(self.index.marks[id])
        self.clear_selection()
        self.state.selected, self.state.preview = id, ()
        self.scroll_to(self.index.marks[id].spans[0])
        if flash:
            self.flash()
        self.viewport().update()

    def next_mark(self, direction: int) -> None:
        """Choose the next mark (1) or the one before (-1), from the chosen one or from the top of the screen."""
        place: Piece = Part(self.first_visible() - (1 if direction > 0 else 0), 0, "")
        found = self.index.beside(self.index.marks.get(self.state.selected, place), direction)
        if found:
            self.select_mark(found)

    def nudge(self, edge: str, direction: int) -> None:
        """Move the `start` or `end` of the chosen mark by a word, forward (1) or back (-1)."""
        mark = self.index.marks.get(self.state.selected)
        if mark is None:
            return
        spans = list(mark.spans)
        if edge == "start":
            spans[0] = moved_start(self.text, spans[0], direction)
        else:
            spans[-1] = moved_end(self.text, spans[-1], direction)
        if tuple(spans) != mark.spans:
            self.respanRequested.emit(mark.id, spans)

    def seek(self, text: str, forward: bool) -> int:
        """Go to the next place of `text` (or the one before); how many places there are."""
        count = self.finder.look_for(text) if text != self.finder.words else len(self.finder.starts)
        hit = self.finder.step(forward, self.first_visible())
        if hit is not None:
            self.scroll_to(hit)
        self.viewport().update()
        return count

    # -- the mouse -------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        edge = self._handle_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and edge:
            self._ends.take(edge)
            return
        if event.button() == Qt.MouseButton.LeftButton:
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._pieces += self._selected_now()
            else:
                self._pieces = []
        super().mousePressEvent(_without_control(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._ends.drag is not None:
            letters = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            self._ends.pull(self.point_to_text(event.position()), letters)
            self.viewport().update()
            return
        super().mouseMoveEvent(event)
        self._show_hand(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._ends.drag is not None:
            if spans := self._ends.release():
                self.respanRequested.emit(self.state.selected, spans)
            self.viewport().update()
            return
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self._selected_now() or self._pieces:
            self.spansSelected.emit(self.selection())
            self.gestureMade.emit(self.selection(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        else:
            self._click(event.position())

    def _click(self, at: QPointF) -> None:
        """Choose the mark there; again, the next one that lies there. Else a link, else the sentence."""
        self.spansSelected.emit([])
        position = self._letter_at(at)
        hit = self.index.at(position) if position >= 0 and not self.state.hidden else []
        marks = [id for id in hit if self.index.shown(id)]
        if marks:
            here = marks.index(self.state.selected) if self.state.selected in marks else -1
            self.select_mark(marks[(here + 1) % len(marks)], flash=False)
            self.markClicked.emit(self.state.selected)
            return
        self.state.selected = ""
        link = self._link_at(at)
        if link:
            self.linkActivated.emit(link)
        elif self._cursor is not None and position >= 0:
            self._cursor.put(position)
        self.viewport().update()

    def _letter_at(self, at: QPointF) -> int:
        """The code point of the letter under a place; -1 beside the words."""
        page = self.visible_page()
        if page is None or self.page is None:
            return -1
        found = self.point_to_text(at)
        for position in (found, found - 1):
            if position >= 0 and any(b.contains(at) for b in self.boxes(page, Span(position, position + 1))):
                return position
        return -1

    def _link_at(self, at: QPointF) -> str:
        position = self._letter_at(at)
        return self.page.link_at(self.page.position(position)) if self.page is not None and position >= 0 else ""

    def _show_hand(self, at: QPointF) -> None:
        if self._handle_at(at):
            self.viewport().setCursor(Qt.CursorShape.SizeHorCursor)
        elif not QGuiApplication.mouseButtons() and (self._link_at(at) or self.picture_at(at)):
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.viewport().setCursor(Qt.CursorShape.IBeamCursor)

    def _handle_at(self, at: QPointF) -> str:
        return self._ends.edge_at(at) if self.handles else ""

    # -- what is painted beside the marks ----------------------------------------------------------------------------

    def paint_over(self, painter: QPainter, page: Page) -> None:
        if self.handles:
            self._ends.paint(painter, page, self._theme)

    def paint_chosen(self, painter: QPainter, page: Page) -> None:
        for piece in self._pieces:
            paint_boxes(painter, self.boxes(page, piece), self._theme.selection)
        sentence = self.sentence
        boxes = self.boxes(page, sentence) if sentence is not None and not self.selection() else []
        if boxes:
            paint_boxes(painter, boxes, faded(self._theme.accent, 0.07))
            self.paint_bar(painter, page, boxes)

    # -- the rest --------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            event.ignore()  # the window takes it
        elif event.key() == Qt.Key.Key_Escape and (self.selection() or self.state.selected):
            self.state.selected = ""
            self.clear_selection()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.state.selected:
            self.markClicked.emit(self.state.selected)
        elif event.key() == Qt.Key.Key_Space:
            bar = self.verticalScrollBar()
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            bar.setValue(bar.value() + (-1 if back else 1) * (bar.pageStep() - 40))
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        copy = menu.addAction(self.tr("Copy"))
        copy.setEnabled(self.textCursor().hasSelection())
        copy.triggered.connect(self.copy)
        link = self._link_at(QPointF(event.pos()))
        if link:
            where = menu.addAction(self.tr("Copy the link's address"))
            where.triggered.connect(lambda: QGuiApplication.clipboard().setText(link))
        self.add_picture_entry(menu, QPointF(event.pos()))
        menu.addAction(self.tr("Select the sentence")).triggered.connect(lambda: self._select_sentence(event.pos()))
        menu.popup(event.globalPos())

    def _select_sentence(self, at: QPoint) -> None:
        if self._cursor is None or self.page is None:
            return
        span = self._cursor.put(self.point_to_text(QPointF(at)))
        if span is not None:
            cursor = QTextCursor(self.page)
            cursor.setPosition(self.page.position(span.start))
            cursor.setPosition(self.page.positions.end_to_document(span.end), QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)

    def viewportEvent(self, event: QEvent) -> bool:
        """Over a link its address is shown, as plain text."""
        if isinstance(event, QHelpEvent):
            link = self._link_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), plain_tooltip(link), self.viewport())
            return True
        return super().viewportEvent(event)


def _without_control(event: QMouseEvent) -> QMouseEvent:
    """The press without Ctrl, which Qt would take for something else."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.ControlModifier
    return QMouseEvent(
        event.type(), event.position(), event.globalPosition(), event.button(), event.buttons(), modifiers
    )
