"""The note and the tags of a mark, typed in place: what is typed is stored while one types."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from reader import edits
from reader.edits import Change, Edit
from reader.errors import NotFoundError
from reader.model.annotations import Annotation
from ui.actions.keys import KEYS, with_key
from ui.annotations.draft import Draft
from ui.look.plain_tooltip import plain_tooltip
from ui.look.scale import SCALE
from ui.look.written import given_back, written
from ui.session import Session

PAUSE = 250  # milliseconds after the first letter that is not stored yet


class MarkFields(QWidget):
    """`editRequested` carries an edit that stores what was typed; `left` comes with Esc, after that.

    What is typed without leaving a field is one step of undo. `draftChanged` tells how it stands with what is typed.
    """

    editRequested = Signal(object)
    left = Signal()
    draftChanged = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._step = dict.fromkeys(("note", "tags"), 0)  # the change that the typing in a field goes on with
        self._asked: dict[str, Edit] = {}  # what was asked for last, of each field
        self._told = Draft.STORED
        self._mark: Annotation | None = None  # as it was when its note and tags were put into the fields
        self.note, self.tags = QPlainTextEdit(self), QLineEdit(self)
        self.note.setPlaceholderText(self.tr("Note"))
        self.tags.setPlaceholderText(self.tr("Tags, with commas"))
        for field in (self.note, self.tags):
            field.installEventFilter(self)
        self.name_keys()
        KEYS.changed.connect(self.name_keys)
        self.note.setTabChangesFocus(True)
        SCALE.follow(self._fit_note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.note)
        column.addWidget(self.tags)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.apply_drafts)
        self.note.textChanged.connect(self._typed)
        self.tags.textEdited.connect(self._typed)
        session.changed.connect(self._learn)
        self.load(None)

    def name_keys(self) -> None:
        """Say the keys that lead to the fields."""
        for field, id, words in ((self.note, "note", self.tr("Note")), (self.tags, "tags", self.tr("Tags"))):
            name = with_key(words, id)
            field.setAccessibleName(name)
            field.setToolTip(plain_tooltip(self.tr("{0}; stored by itself, Esc goes back to the cards").format(name)))

    def _fit_note(self) -> None:
        """Two lines and a half."""
        self.note.setFixedHeight(round(2.5 * self.note.fontMetrics().lineSpacing()) + 18)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_note()

    def load(self, mark: Annotation | None) -> None:
        """Show the note and tags of `mark`, or nothing; what stood there is not stored (see `apply_drafts`)."""
        if mark is None or self._mark is None or mark.id != self._mark.id:
            self._end_typing()
        self._mark = mark
        if mark is None or written(self.note) != given_back(mark.note):
            self.note.setPlainText(mark.note if mark else "")
        shown = ", ".join(mark.tags) if mark else ""
        if self.tags.text() != shown:
            self.tags.setText(shown)
        self._pause.stop()
        self.setEnabled(mark is not None)
        self._tell(Draft.STORED)

    def follow(self, mark: Annotation) -> None:
        """The shown mark changed: what undo brings back is shown, what is being typed is not overwritten."""
        (note, tags), (now, listed) = self._written, _shown(mark)
        before, listed_before = _shown(self._mark) if self._mark is not None else (note, tags)
        if note not in (before, now) or tags not in (listed_before, listed):
            self._mark = mark
        else:
            self._keep_place(mark)

    def _keep_place(self, mark: Annotation) -> None:
        # A comma that was just typed means nothing yet: the field is only written when the tags differ.
        if self._written == _shown(mark):
            self._mark = mark
        else:
            self.load(mark)

    @property
    def _is_stored(self) -> bool:
        """Whether the fields say what the library has."""
        return self._mark is None or self._written == _shown(self._mark)

    def _typed(self) -> None:
        """A letter came or went. The first one that is not stored starts the clock; it is not put back by the next."""
        if self._is_stored:
            self._tell(Draft.STORED)
            return
        self._tell(Draft.TYPED)
        if not self._pause.isActive():
            self._pause.start()

    def _tell(self, draft: Draft) -> None:
        if draft is not self._told:
            self._told = draft
            self.draftChanged.emit(draft)

    def apply_drafts(self) -> None:
        """Store the typed note and tags, when they differ from what was there."""
        self._pause.stop()
        loaded = self._mark
        if loaded is None:
            return
        (note, tags), (shown, listed) = self._written, _shown(loaded)
        if note != shown and (mark := self._stored(loaded.id)) is not None:
            self._ask("note", edits.set_note(mark, note))
        if tags != listed and (mark := self._stored(loaded.id)) is not None:
            self._ask("tags", edits.set_tags(mark, tags))
        self._tell(Draft.STORED if self._is_stored else Draft.REFUSED)

    def _ask(self, field: str, edit: Edit) -> None:
        self._asked[field] = replace(edit, continues=self._step[field])
        self.editRequested.emit(self._asked[field])

    def _learn(self, change: Change) -> None:
        """What was asked for is stored: what is typed next goes on with it."""
        for field, edit in self._asked.items():
            if change.edit is edit:
                self._step[field] = change.number

    def _end_typing(self) -> None:
        """What is typed from now on is a step of its own."""
        self._step = dict.fromkeys(self._step, 0)
        self._asked.clear()

    def write_note(self) -> None:
        """Put the keyboard into the note, behind what stands there."""
        self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.note.moveCursor(QTextCursor.MoveOperation.End)

    @property
    def _written(self) -> tuple[str, tuple[str, ...]]:
        """Note and tags as the fields say them."""
        return written(self.note), _tags_of(self.tags.text())

    def _stored(self, id: str) -> Annotation | None:
        try:
            return self._session.library.annotation(id)
        except NotFoundError:  # deleted meanwhile: what was typed has nothing to belong to
            return None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Return A field that is left is stored; Esc leaves it."""
        if event.type() == QEvent.Type.FocusOut:
            self.apply_drafts()
            self._end_typing()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            done = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and watched is self.tags
            if event.key() == Qt.Key.Key_Escape or done:
                self.apply_drafts()
                self.left.emit()
                return True
        return super().eventFilter(watched, event)


def _tags_of(text: str) -> tuple[str, ...]:
    return edits.clean_tags(text.split(","))


def _shown(mark: Annotation) -> tuple[str, tuple[str, ...]]:
    """Note and tags of `mark` as the fields say them back while nobody types: what came from elsewhere may have other
    breaks between lines, and tags with a comma in them."""
    return given_back(mark.note), _tags_of(", ".join(mark.tags))
