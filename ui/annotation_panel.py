"""The right pane: the marks of the open article as cards, with the note and tags of the chosen one under them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QLabel, QLineEdit, QListView, QPlainTextEdit, QVBoxLayout, QWidget

from reader import edits
from reader.edits import Change
from reader.errors import NotFoundError
from reader.model import Annotation
from ui.annotation_card import CardDelegate
from ui.annotation_model import AnnotationModel
from ui.session import Session
from ui.theme import Theme, load

PAUSE = 600  # milliseconds without a key after which a typed note is stored
UNIFORM = 250  # above so many cards all have one height, so that adding one costs the same


class AnnotationPanel(QWidget):
    """Cards in text order. A note or tags being typed are stored after a pause, and when the field or card is left.

    `apply_drafts` stores them at once: the window asks for it before it opens another article and before it closes.
    """

    cardActivated = Signal(str)
    editRequested = Signal(object)
    linkRequested = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._mark: Annotation | None = None  # as it was when its note and tags were put into the fields
        self.model = AnnotationModel(session, self)
        self.title, self.search, self.list = QLabel(self), QLineEdit(self), QListView(self)
        self.note, self.tags = QPlainTextEdit(self), QLineEdit(self)
        self._delegate = CardDelegate(load("light"), parent=self)
        self._build()
        self._connect(session)
        self._count()

    def _build(self) -> None:
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        for field, name in (
            (self.search, self.tr("Find in marks, notes and tags")),
            (self.tags, self.tr("Tags, with commas")),
        ):
            field.setPlaceholderText(name)
        for widget, name in (
            (self.search, self.tr("Find in marks, notes and tags")), (self.list, self.tr("Annotations")),
            (self.note, self.tr("Note (N)")), (self.tags, self.tr("Tags (T)")),
        ):  # fmt: skip
            widget.setAccessibleName(name)
            widget.setToolTip(name)
        self.note.setPlaceholderText(self.tr("Note"))
        self.note.setTabChangesFocus(True)
        self.note.setMaximumHeight(90)
        self.list.setModel(self.model)
        self.list.setItemDelegate(self._delegate)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        box = QVBoxLayout(self)
        for shown in (self.title, self.search, self.list, self.note, self.tags):
            box.addWidget(shown)

    def _connect(self, session: Session) -> None:
        self.search.textChanged.connect(lambda text: self.model.choose(text=text))
        self.list.selectionModel().currentChanged.connect(self._current)
        self.list.clicked.connect(self._activated)
        self.list.activated.connect(self._activated)
        for signal in (self.model.modelReset, self.model.rowsInserted, self.model.rowsRemoved):
            signal.connect(self._count)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.apply_drafts)
        self.note.textChanged.connect(self._pause.start)
        self.note.installEventFilter(self)
        self.tags.editingFinished.connect(self.apply_drafts)
        session.changed.connect(self._changed)
        session.articleOpened.connect(self._leave)
        session.articleClosed.connect(self._leave)

    def select(self, id: str) -> None:
        """Choose the card of mark `id` and scroll to it, without taking the focus."""
        row = self.model.row_of(id)
        if row >= 0:
            self.list.setCurrentIndex(self.model.index(row))
            self.list.scrollTo(self.model.index(row))

    def edit_note(self, id: str) -> None:
        """Put the cursor into the note of mark `id`."""
        self.select(id)
        self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def edit_tags(self, id: str) -> None:
        """Put the cursor into the tags of mark `id`."""
        self.select(id)
        self.tags.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_theme(self, theme: Theme) -> None:
        self._delegate.set_theme(theme)
        self.list.viewport().update()

    def apply_drafts(self) -> None:
        """Store the typed note and tags, when they differ from what was there."""
        self._pause.stop()
        loaded = self._mark
        if loaded is None:
            return
        note, tags = self.note.toPlainText(), edits.clean_tags(self.tags.text().split(","))
        if note != loaded.note and (mark := self._stored(loaded.id)) is not None:
            self.editRequested.emit(edits.set_note(mark, note))
        if tags != loaded.tags and (mark := self._stored(loaded.id)) is not None:
            self.editRequested.emit(edits.set_tags(mark, tags))

    def _stored(self, id: str) -> Annotation | None:
        try:
            return self._session.library.annotation(id)
        except NotFoundError:  # deleted meanwhile: what was typed has nothing to belong to
            return None

    def _changed(self, change: Change) -> None:
        """Follow the chosen mark: what undo brings back is shown, what is being typed is not overwritten."""
        for swap in change.edit.swaps:
            if self._mark is None or swap.entity.id != self._mark.id:
                continue
            after = swap.after
            if not isinstance(after, Annotation):
                self._load(None)
                return
            typing = self.note.toPlainText() not in (self._mark.note, after.note)
            self._mark = after
            if not typing:
                self._load(after)

    def _current(self, now: QModelIndex, _before: QModelIndex) -> None:
        self.apply_drafts()
        id = self.model.id_at(now.row()) if now.isValid() else ""
        self._load(self.model.annotation(id) if id else None)

    def _leave(self) -> None:
        self.apply_drafts()
        self._load(None)

    def _load(self, mark: Annotation | None) -> None:
        self._mark = mark
        if mark is None or self.note.toPlainText() != mark.note:
            self.note.setPlainText(mark.note if mark else "")
        shown = ", ".join(mark.tags) if mark else ""
        if self.tags.text() != shown:
            self.tags.setText(shown)
        self._pause.stop()
        self.note.setEnabled(mark is not None)
        self.tags.setEnabled(mark is not None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A note that is left is stored."""
        if watched is self.note and event.type() == QEvent.Type.FocusOut:
            self.apply_drafts()
        return super().eventFilter(watched, event)

    def _activated(self, index: QModelIndex) -> None:
        self.cardActivated.emit(self.model.id_at(index.row()))

    def _count(self) -> None:
        self._delegate.uniform = self.model.rowCount() > UNIFORM
        self.list.setUniformItemSizes(self._delegate.uniform)
        self.title.setText(self.tr("Annotations {0}").format(self.model.total))
