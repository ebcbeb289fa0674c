"""The menu of a card: what can be done to the chosen marks, in the words and with the keys of the main menus."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from reader.model.erasing import Erasure
from reader.model.labels import Label
from ui.actions.keys import ROWS, key_name
from ui.annotations.model import AnnotationModel
from ui.language.i18n import label_name
from ui.session import Session


class CardMenu(QObject):
    """`goWanted`, `noteWanted`, `tagsWanted` and `linkWanted` carry a mark's id, `relabelWanted` a label's,
    `eraseWanted` what is to be deleted for good."""

    goWanted = Signal(str)
    noteWanted = Signal(str)
    tagsWanted = Signal(str)
    linkWanted = Signal(str)
    relabelWanted = Signal(str)
    deleteWanted = Signal()
    eraseWanted = Signal(object)

    def __init__(self, session: Session, model: AnnotationModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._model, self._parent = session, model, parent
        self._ids: list[str] = []

    def menu(self, ids: list[str]) -> QMenu:
        """Return the menu for these marks: with several, what can be done to all of them."""
        self._ids, menu = list(ids), QMenu(self._parent)
        one = ids[0] if len(ids) == 1 else ""
        if one:
            self._add(menu, self.tr("Go to it in the text"), "Enter", lambda: self.goWanted.emit(one))
            menu.addSeparator()
        self._add_labels(menu)
        if one:
            for id, wanted in (("note", self.noteWanted), ("tags", self.tagsWanted), ("link", self.linkWanted)):
                self._add_row(menu, id, partial(wanted.emit, one))
        menu.addSeparator()
        self._add(menu, self.tr("Copy the quotation"), "", self.copy)
        menu.addSeparator()
        self._add_row(menu, "delete_mark", self.deleteWanted.emit)
        whole, notes = Erasure(marks=tuple(ids)), Erasure(notes=tuple(ids))
        self._add(menu, self.tr("Delete for good…"), "", lambda: self.eraseWanted.emit(whole))
        self._add(menu, self.tr("Delete the note for good…"), "", lambda: self.eraseWanted.emit(notes))
        return menu

    def _add_labels(self, menu: QMenu) -> None:
        labels = menu.addMenu(self.tr("Change to"))
        held = {mark.label for mark in map(self._model.annotation, self._ids) if mark is not None}
        for label in self._session.labels:
            act = self._add(labels, self._words(label), label.key, partial(self.relabelWanted.emit, label.id))
            act.setCheckable(True)
            act.setChecked(held == {label.id})

    def _words(self, label: Label) -> str:
        return f"{self._session.letter(label)}  {label_name(label)}"

    def _add_row(self, menu: QMenu, id: str, act: Callable[[], object]) -> None:
        self._add(menu, QCoreApplication.translate("Actions", ROWS[id].text), key_name(id), act, plain=False)

    @staticmethod
    def _add(menu: QMenu, words: str, key: str, act: Callable[[], object], *, plain: bool = True) -> QAction:
        text = words.replace("&", "&&") if plain else words
        made = menu.addAction(f"{text}\t{key}" if key else text)
        made.triggered.connect(lambda _on=False: act())
        return made

    def copy(self) -> None:
        """Put the words of the marks on the clipboard, a line each."""
        marks = [mark for mark in map(self._model.annotation, self._ids) if mark is not None]
        QGuiApplication.clipboard().setText("\n".join(mark.anchor.quote for mark in marks))
