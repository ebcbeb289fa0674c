"""The right pane: the marks of the open article as cards, with the note and tags of the chosen one under them."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QLabel, QLineEdit, QListView, QPlainTextEdit, QVBoxLayout, QWidget

from reader import edits
from ui.annotation_card import CardDelegate
from ui.annotation_model import AnnotationModel
from ui.session import Session
from ui.theme import Theme, load

UNIFORM = 250  # above so many cards all have one height, so that adding one costs the same


class AnnotationPanel(QWidget):
    """Cards in text order. A note or tags being typed are applied when another card is chosen or the field is left."""

    cardActivated = Signal(str)
    editRequested = Signal(object)
    linkRequested = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen = ""
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
        self.tags.editingFinished.connect(self.apply_drafts)
        session.articleOpened.connect(lambda: self._show(""))

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
        """Ask for the typed note and tags to be stored, when they differ from what is."""
        mark = self.model.annotation(self._chosen) if self._chosen else None
        if mark is None:
            return
        if self.note.toPlainText() != mark.note:
            self.editRequested.emit(edits.set_note(mark, self.note.toPlainText()))
        mark = self.model.annotation(self._chosen) or mark
        edit = edits.set_tags(mark, self.tags.text().split(","))
        if edit.swaps[0].after.tags != mark.tags:  # type: ignore[union-attr]
            self.editRequested.emit(edit)

    def _current(self, now: QModelIndex, _before: QModelIndex) -> None:
        self.apply_drafts()
        self._show(self.model.id_at(now.row()))

    def _show(self, id: str) -> None:
        mark = self.model.annotation(id) if id else None
        self._chosen = id if mark else ""
        self.note.setPlainText(mark.note if mark else "")
        self.tags.setText(", ".join(mark.tags) if mark else "")
        self.note.setEnabled(mark is not None)
        self.tags.setEnabled(mark is not None)

    def _activated(self, index: QModelIndex) -> None:
        self.cardActivated.emit(self.model.id_at(index.row()))

    def _count(self) -> None:
        self._delegate.uniform = self.model.rowCount() > UNIFORM
        self.list.setUniformItemSizes(self._delegate.uniform)
        self.title.setText(self.tr("Annotations {0}").format(self.model.total))
