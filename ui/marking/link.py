"""Linking two marks: begun at one, finished by a click on another or in the finder, or given up with Esc."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from reader.edits import Edit, attribution, attribution_steps
from reader.errors import TilikError
from reader.model.annotations import Annotation
from ui.annotations.own_relation_kinds import remember
from ui.annotations.panel import AnnotationPanel
from ui.annotations.relation_kinds import Way, link_edit, linked, usual_way
from ui.article.view import ArticleView
from ui.here import Mode
from ui.language.messages import translate_message
from ui.session import Session


class Linking(QWidget):
    """`said` is a sentence for the status line, `panelWanted` opens the panel. Never shown: it holds the Esc key."""

    said = Signal(str)
    panelWanted = Signal()

    def __init__(self, session: Session, view: ArticleView, panel: AnnotationPanel, window: QWidget) -> None:
        super().__init__(window)
        self.hide()
        self._session, self._view, self._panel = session, view, panel
        self._from = ""
        self._focus: QWidget | None = None
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), window)
        self._escape.setEnabled(False)
        self._escape.activated.connect(self.give_up)
        panel.targetChosen.connect(self._found)
        panel.linkCancelled.connect(self.give_up)
        session.articleOpened.connect(self._end)
        session.articleClosed.connect(self._end)

    @property
    def under_way(self) -> bool:
        """Whether the next mark that is chosen becomes the other end of a link."""
        return bool(self._from)

    def begin(self, id: str) -> None:
        """Begin a link at mark `id`: the finder opens, and marks can be clicked."""
        mark = self._annotation(id)
        if mark is None:
            return
        self._focus = self._focus if self._from else QApplication.focusWidget()
        self._from = id
        self._escape.setEnabled(True)
        self.panelWanted.emit()
        self._panel.select(id)
        self._panel.open_finder(mark)
        asked = self.tr("Link this mark: click another one, or type its words and press Enter. Esc gives up.")
        self._session.here.enter(Mode.LINK, asked)
        self.said.emit(asked)

    def give_up(self) -> None:
        """Make no link."""
        if self._from:
            self._end()
            self.said.emit(self.tr("No link was made."))

    def finish(self, target: str) -> bool:
        """Make the link to `target` when one was begun; False when none was, or for the mark itself."""
        if not self._from or target == self._from:
            return False
        mark, other, wanted = self._annotation(self._from), self._annotation(target), self._panel.finder.way
        if self._panel.finder.unnamed:
            self.said.emit(self.tr("Name the kind of link first."))
            return False
        self._end()
        if mark is not None and other is not None:
            fits = wanted is not None and other.label in wanted.labels
            self._link(wanted if fits else usual_way(mark.label, other.label), mark, other)
        return True

    def _found(self, target: str) -> None:
        self.finish(target)

    def _edit(self, way: Way, mark: Annotation, other: Annotation) -> Edit:
        """The step that makes the link: an attribution that has no source yet is given this one."""
        content, source = (mark, other) if way.role == "from" else (other, mark)
        given = None
        if way.kind == attribution.KIND:
            given = attribution_steps.joined(self._session.library.relations_of([content.id]), content, source)
        return given or link_edit(way, mark, other, self._session.annotator)

    def _link(self, way: Way | None, mark: Annotation, other: Annotation) -> None:
        if way is None:
            self.said.emit(self.tr("These two marks cannot be linked: their labels do not belong together."))
        elif linked(self._session.library.relations_of([mark.id]), way, mark.id, other.id):
            self.said.emit(self.tr("These two marks are linked like that already."))
        elif self._session.do(self._edit(way, mark, other)):
            remember(self._session.library, way.kind)
            quote = " ".join(other.anchor.quote[:60].split())
            self.said.emit(self.tr("Linked: {0} “{1}”").format(way.word, quote))

    def _end(self) -> None:
        """Leave the mode, with the keyboard where it was before."""
        if not self._from:
            return
        self._from = ""
        self._escape.setEnabled(False)
        self._session.here.enter(Mode.READING)
        back = self._panel.finder.isAncestorOf(QApplication.focusWidget() or self)
        self._panel.close_finder()
        if back and self._focus is not None and self._focus.isVisible():
            self._focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self._focus = None

    def _annotation(self, id: str) -> Annotation | None:
        try:
            return self._session.library.annotation(id)
        except TilikError as error:
            self.said.emit(translate_message(error.message))
            return None
