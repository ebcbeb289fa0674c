"""The article as the reader works on it: selecting, the sentence cursor, choosing marks and moving their ends."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QWidget

from reader.model.annotations import PageAnnotation
from reader.model.spans import Span
from ui.annotation_index import Part, Piece
from ui.article.block_painter import paint_boxes
from ui.article.geometry import Page
from ui.article.mark_ends import MarkEnds
from ui.article.note_page import NotePage
from ui.article.reading_cursor import ReadingCursor
from ui.article.repainting import Repainting
from ui.article.sheet import without_control
from ui.article.word_ends import moved_end, moved_start, snapped
from ui.here import Mode, Target
from ui.look.colours import faded
from ui.look.theme import Theme
from ui.session import Session


class ArticleView(NotePage):
    """`spansSelected` carries the selected spans (empty when there are none any more), `markClicked` a mark's id,
    `respanRequested` a mark's id and its new spans, `linkActivated` the address of a link; nothing opens by itself.
    `gestureMade` comes when the mouse has selected words: their spans, and whether Ctrl adds them to others.
    `copyWanted` is Ctrl+C, which Qt would answer with the words as they look on the paper. `menuWanted` is a right
    click: where in the viewport."""

    spansSelected = Signal(object)
    markClicked = Signal(str)
    respanRequested = Signal(str, object)
    linkActivated = Signal(str)
    gestureMade = Signal(object, bool)
    copyWanted = Signal()
    menuWanted = Signal(QPointF)

    def __init__(self, session: Session, parent: QWidget | None = None, theme: Theme | None = None) -> None:
        self._pieces: list[Span] = []
        self._top = 0  # where it begins in the window
        self._cursor: ReadingCursor | None = None
        self._ends, self._stale = MarkEnds(self), Repainting(self, self._painted_as_chosen)
        self._here = session.here
        self.snaps = True  # whether words that the mouse selects are whole ones
        super().__init__(session, parent, theme)
        self.setAcceptDrops(False)  # what is dropped is for the window
        self.viewport().setAcceptDrops(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.viewport().setMouseTracking(True)
        self.selectionChanged.connect(self._selection_changed)
        self._here.changed.connect(self._follow_here)
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

    def clear_selection(self) -> None:
        """Let go of the words that are selected."""
        self._pieces = []
        cursor = self.textCursor()
        if cursor.hasSelection():
            cursor.clearSelection()
            self.setTextCursor(cursor)
        self._here.choose_words(())
        self.spansSelected.emit([])

    def choose(self, spans: tuple[Span, ...], marks: tuple[str, ...], sentence: Span | None) -> None:
        """Choose words, marks and a sentence as they were chosen before, without scrolling."""
        self._pieces = list(spans[:-1])
        if self._cursor is not None:
            self._cursor.put_over(sentence)
        if spans:
            self._select(spans[-1])
        self._here.restore(spans, marks, sentence)

    def _select(self, span: Span) -> None:
        """Select the words of a span, without scrolling."""
        if self.page is None:
            return
        top, cursor = self.scrolled().y(), self.textCursor()
        cursor.setPosition(self.page.position(span.start))
        cursor.setPosition(self.page.positions.end_to_document(span.end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self._scroll(top)

    def _follow_here(self) -> None:
        """Something else was chosen, here or in the panel: let go of the words, and read on from a chosen mark."""
        if not self._here.words and (self._pieces or self.textCursor().hasSelection()):
            self.clear_selection()
        mark = self.index.marks.get(self._here.mark)
        if mark is not None and self._cursor is not None:
            self._cursor.put(mark.start)
        self._stale.choice()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """When a bar comes or goes above, what is chosen stays where it is under the hands."""
        before, self._top = self._top, self.mapTo(self.window(), QPoint()).y()
        super().resizeEvent(event)
        if self._here.target is not Target.NOTHING and event.size().width() == event.oldSize().width():
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + self._top - before)

    def target_lines(self) -> list[QRectF]:
        """Return the lines of what is chosen that are on the screen, from the top, in the viewport."""
        if self._here.target is Target.NOTHING:
            return []  # nothing is laid out for it: the first paint comes before
        page, room = self.visible_page(), QRectF(self.viewport().rect())
        spans = self._target_spans(page) if page is not None else []
        found = [box for span in spans for box in self.boxes(page, span)] if page is not None else []
        return sorted((box for box in found if box.intersects(room)), key=QRectF.top)

    def _target_spans(self, page: Page) -> list[Span]:
        """Chosen words, or the pieces of chosen marks that may be on the screen."""
        here = self._here
        if here.target is not Target.MARKS:
            return here.spans
        if self.state.hidden or self.page is None:
            return []
        start, end, chosen = self.page.code_point(page.start), self.page.code_point(page.end) + 1, set(here.marks)
        return [Span(p.start, p.end) for p in self.index.shown_between(start, end) if p.id in chosen]

    def _selection_changed(self) -> None:
        self._here.choose_words(self.selection())
        self._stale.choice()
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
        head = self._cursor.head
        if head is None or not self.on_screen(head):
            self._cursor.put(self.first_visible())
        else:
            self._cursor.move(direction, extend and self._here.sentence is not None)
        self._here.choose_sentence(self._cursor.span)
        if self._cursor.head is not None:
            self.scroll_to(self._cursor.head)

    def read_at(self, span: Span) -> None:
        """Bring a place on the screen and take the sentence that stands there."""
        self.clear_selection()
        if self._cursor is not None:
            self._here.choose_sentence(self._cursor.put(span.start))
        self.scroll_to(span)

    def on_screen(self, span: Span) -> bool:
        """Return whether any of `span` is on the screen."""
        page = self.visible_page()
        room = QRectF(self.viewport().rect())
        return page is not None and any(box.intersects(room) for box in self.boxes(page, span))

    # -- marks -----------------------------------------------------------------------------------------------------

    @property
    def selected_mark(self) -> str:
        """The id of the chosen mark, or an empty string."""
        return self._here.mark

    def select_mark(self, id: str, flash: bool = True) -> None:
        """Choose a mark, bring it on the screen and let go of the selection; `flash` lights it up."""
        if id not in self.index:
            return
        self._session.showing.reveal(self.index.marks[id])
        self.state.preview = ()
        self._here.choose_marks([id])  # the words are let go of by that: nothing at all is chosen at no time
        self.clear_selection()
        self.scroll_to(self.index.marks[id].spans[0])
        if flash:
            self.flash()
        self._stale.choice()

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
        super().mousePressEvent(without_control(event))

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
            if self.snaps and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self._snap()
            self.spansSelected.emit(self.selection())
            self.gestureMade.emit(self.selection(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        else:
            self._click(event.position())

    def _snap(self) -> None:
        """Select the words that were selected in part as a whole."""
        for span in self._selected_now():
            whole = snapped(self.text, span)
            if whole != span:
                self._select(whole)

    def _click(self, at: QPointF) -> None:
        """Choose the mark there; again, the next one that lies there. Else a link, else the sentence."""
        position = self.letter_at(at)
        hit = self.index.at(position) if position >= 0 and not self.state.hidden else []
        marks = [id for id in hit if self.index.shown(id)]
        if marks:
            here = marks.index(self.state.selected) if self.state.selected in marks else -1
            self.select_mark(marks[(here + 1) % len(marks)], flash=False)
            self.markClicked.emit(self.state.selected)
            return
        link, note = self.link_at(at), self.note_at(at)
        if link:
            self.linkActivated.emit(link)
        elif note is not None:
            self.placeWanted.emit(note)
        elif self._here.mode is Mode.READING and self._cursor is not None and position >= 0:
            self._here.choose_sentence(self._cursor.put(position))
        elif self._here.mode is Mode.READING:
            self._here.clear()

    def _show_hand(self, at: QPointF) -> None:
        if self._handle_at(at):
            self.viewport().setCursor(Qt.CursorShape.SizeHorCursor)
        elif not QGuiApplication.mouseButtons() and self.leads_on(at):
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.viewport().setCursor(Qt.CursorShape.IBeamCursor)

    def _handle_at(self, at: QPointF) -> str:
        return self._ends.edge_at(at) if self._here.mode is Mode.READING else ""

    # -- what is painted beside the marks ----------------------------------------------------------------------------

    def repaint_marks(self, moved: list[PageAnnotation]) -> None:
        self._stale.marks(moved)

    def _painted_as_chosen(self) -> list[Span]:
        """The places of words, marks and sentence that are painted otherwise than the rest."""
        sentence, marks = self._here.sentence, (self.index.marks.get(id) for id in self._here.marks)
        own = [*self._pieces, *self._selected_now(), *([sentence] if sentence is not None else [])]
        return own + [span for mark in marks if mark is not None for span in mark.spans]

    def paint_over(self, painter: QPainter, page: Page) -> None:
        if self._here.mode is Mode.READING:
            self._ends.paint(painter, page, self._theme)

    def paint_chosen(self, painter: QPainter, page: Page) -> None:
        for piece in self._pieces:
            paint_boxes(painter, self.boxes(page, piece), self._theme.selection)
        sentence = self._here.sentence
        boxes = self.boxes(page, sentence) if sentence is not None else []
        if boxes:
            paint_boxes(painter, boxes, faded(self._theme.accent, 0.07))
            self.paint_bar(painter, page, boxes)

    # -- the rest --------------------------------------------------------------------------------------------------

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is dragged out, and what a middle click pastes elsewhere: words and structure, not the paper."""
        from ui.article.copying import copied  # no first paint needs it

        revision = self._session.revision
        return copied(revision, [self.selection()]) if revision is not None else QMimeData()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            event.ignore()  # the window takes it
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copyWanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.state.selected:
            self.markClicked.emit(self.state.selected)
        elif event.key() == Qt.Key.Key_Space:
            bar = self.verticalScrollBar()
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            bar.setValue(bar.value() + (-1 if back else 1) * (bar.pageStep() - 40))
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Choose what was clicked, unless it is chosen already, and ask for its menu."""
        at = QPointF(event.pos())
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            lines = self.target_lines()
            at = lines[0].center() if lines else QPointF(self.viewport().rect().center())
        elif not any(line.contains(at) for line in self.target_lines()):
            self._choose_at(at)
        self.menuWanted.emit(at)

    def _choose_at(self, at: QPointF) -> None:
        """Choose the mark at a place, else the sentence; the link there is left alone."""
        position = self.letter_at(at)
        marks = [id for id in self.index.at(position) if self.index.shown(id)] if position >= 0 else []
        self.clear_selection()
        if marks and not self.state.hidden:
            self.select_mark(marks[0], flash=False)
        elif self._cursor is not None and position >= 0:
            self._here.choose_sentence(self._cursor.put(position))
