"""The note and the tags of a mark, typed in place: what is typed is stored after a pause and when a field is left."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from reader import edits
from reader.errors import NotFoundError
from reader.model.annotations import Annotation
from ui.look.plain_tooltip import plain_tooltip
from ui.look.scale import SCALE, px
from ui.session import Session

PAUSE = 600  # milliseconds without a key after which a typed note is stored


class MarkFields(QWidget):
    """`editRequested` carries an edit that stores what was typed; `left` comes with Esc, after that."""

    editRequested = Signal(object)
    left = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._mark: Annotation | None = None  # as it was when its note and tags were put into the fields
        self.note, self.tags = QPlainTextEdit(self), QLineEdit(self)
        for field, name, words in (
            (self.note, self.tr("Note (N)"), self.tr("Note")),
            (self.tags, self.tr("Tags (T)"), self.tr("Tags, with commas")),
        ):
            field.setAccessibleName(name)
            field.setToolTip(plain_tooltip(self.tr("{0}; stored by itself, Esc goes back to the cards").format(name)))
            field.setPlaceholderText(words)
            field.installEventFilter(self)
        self.note.setTabChangesFocus(True)
        SCALE.follow(self._fit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.note)
        column.addWidget(self.tags)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.apply_drafts)
        self.note.textChanged.connect(self._pause.start)
        self.tags.textEdited.connect(self._pause.start)
        self.load(None)

    def _fit(self) -> None:
        self.note.setFixedHeight(px(58))

    def load(self, mark: Annotation | None) -> None:
        """Show the note and tags of `mark`, or nothing; what stood there is not stored (see `apply_drafts`)."""
        self._mark = mark
        if mark is None or self.note.toPlainText() != mark.note:
            self.note.setPlainText(mark.note if mark else "")
        shown = ", ".join(mark.tags) if mark else ""
        if self.tags.text() != shown:
            self.tags.setText(shown)
        self._pause.stop()
        self.setEnabled(mark is not None)

    def follow(self, mark: Annotation) -> None:
        """The shown mark changed: what undo brings back is shown, what is being typed is not overwritten."""
        typing = self._mark is not None and (
            self.note.toPlainText() not in (self._mark.note, mark.note)
            or self._typed_tags() not in (self._mark.tags, mark.tags)
        )
        if typing:
            self._mark = mark
        else:
            self._keep_place(mark)

    def _keep_place(self, mark: Annotation) -> None:
        # A comma that was just typed means nothing yet: the field is only written when the tags differ.
        if self._typed_tags() == mark.tags and self.note.toPlainText() == mark.note:
            self._mark = mark
        else:
            self.load(mark)

    def apply_drafts(self) -> None:
        """Store the typed note and tags, when they differ from what was there."""
        self._pause.stop()
        loaded = self._mark
        if loaded is None:
            return
        note, tags = self.note.toPlainText(), self._typed_tags()
        if note != loaded.note and (mark := self._stored(loaded.id)) is not None:
            self.editRequested.emit(edits.set_note(mark, note))
        if tags != loaded.tags and (mark := self._stored(loaded.id)) is not None:
            self.editRequested.emit(edits.set_tags(mark, tags))

    def _typed_tags(self) -> tuple[str, ...]:
        return edits.clean_tags(self.tags.text().split(","))

    def _stored(self, id: str) -> Annotation | None:
        try:
            return self._session.library.annotation(id)
        except NotFoundError:  # deleted meanwhile: what was typed has nothing to belong to
            return None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Return A field that is left is stored; Esc leaves it."""
        if event.type() == QEvent.Type.FocusOut:
            self.apply_drafts()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            done = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and watched is self.tags
            if event.key() == Qt.Key.Key_Escape or done:
                self.apply_drafts()
                self.left.emit()
                return True
        return super().eventFilter(watched, event)
