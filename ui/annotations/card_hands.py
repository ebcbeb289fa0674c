"""The hands at a card: its facts are changed where they stand, by a click or by Enter and Tab; its note; its menu."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QToolTip

from reader.model.vocabulary import ATTRIBUTION, REVIEW, SOURCE
from ui.actions.keys import with_key
from ui.annotations.card import CardDelegate
from ui.annotations.card_layout import Kind, Part
from ui.annotations.facts import Fact, Owner
from ui.annotations.list import CardList
from ui.annotations.model import AnnotationModel
from ui.annotations.row import Card, Role
from ui.language.plain_words import plain
from ui.look.plain_tooltip import plain_tooltip
from ui.session import Session

if TYPE_CHECKING:
    from ui.annotations.card_menu import CardMenu

_AMONG = {Owner.ATTRIBUTION: ATTRIBUTION, Owner.KNOWN: SOURCE, Owner.REVIEW: REVIEW}
_ADDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CardHands(QObject):
    """`described` is a field of the chosen mark's attribution and its value, `knownDescribed` one of what it mentions;
    the value that it has already is to be taken away. `editRequested` is a change of the library.

    `cardActivated`, `noteWanted`, `tagsWanted` and `linkRequested` carry a mark's id, `relabelRequested` a label's.
    """

    described = Signal(str, str)
    knownDescribed = Signal(str, str)
    editRequested = Signal(object)
    cardActivated = Signal(str)
    noteWanted = Signal(str)
    tagsWanted = Signal(str)
    linkRequested = Signal(str)
    relabelRequested = Signal(str)
    deleteRequested = Signal()
    eraseRequested = Signal(object)

    def __init__(
        self,
        session: Session,
        cards: CardList,
        model: AnnotationModel,
        delegate: CardDelegate,
        chosen: Callable[[], list[str]],
    ) -> None:
        """`chosen` answers the ids of the chosen cards."""
        super().__init__(cards)
        self._session, self._cards, self._model, self._delegate = session, cards, model, delegate
        self._chosen = chosen
        self._pressed: tuple[str, Part | None] = ("", None)  # the card and the part of it, before anything moved
        self.menu: QMenu | None = None  # the choice that is open, or was last
        cards.installEventFilter(self)
        cards.viewport().installEventFilter(self)
        cards.clicked.connect(self._clicked)
        cards.selectionModel().currentChanged.connect(lambda: self._leave())

    # -- where -----------------------------------------------------------------------------------------------------

    def part_at(self, place: QPoint) -> Part | None:
        """Return the part of a card at `place` in the viewport."""
        index = self._cards.indexAt(place)
        return next((p for p in self._parts(index) if p.box.contains(self._within(index, place))), None)

    def fact_rect(self, row: int, number: int) -> QRect:
        """Return where in the viewport the fact of that number stands on the card of `row`."""
        index = self._model.index(row)
        boxes = [part.box for part in self._parts(index) if part.kind is Kind.FACT]
        return boxes[number].translated(QPointF(self._cards.visualRect(index).topLeft())).toRect()

    def _parts(self, index: QModelIndex) -> tuple[Part, ...]:
        card = index.data(Role.CARD) if index.isValid() else None
        return self._delegate.arranged(card, self._cards.visualRect(index).width()).parts if card is not None else ()

    def _within(self, index: QModelIndex, place: QPoint) -> QPointF:
        return QPointF(place - self._cards.visualRect(index).topLeft())

    # -- the mouse -------------------------------------------------------------------------------------------------

    def _clicked(self, index: QModelIndex) -> None:
        if QGuiApplication.keyboardModifiers() & _ADDING:
            return
        id, part = self._pressed
        if part is None or self._model.id_at(index.row()) != id:
            return
        facts = [p.fact for p in self._parts(index) if p.kind is Kind.FACT]
        if part.fact in facts:
            self.choose(index.row(), facts.index(part.fact))
        elif part.kind is Kind.NOTE:
            self.noteWanted.emit(self._model.id_at(index.row()))

    def choose(self, row: int, number: int) -> None:
        """Open the choice of values of a fact, right at it."""
        fact = self._model.index(row).data(Role.CARD).facts[number]
        self.menu = self._menu(fact)
        self.menu.aboutToHide.connect(self.menu.deleteLater)
        corner = self.fact_rect(row, number).bottomLeft() + QPoint(0, 2)
        self.menu.popup(self._cards.viewport().mapToGlobal(corner))

    def _menu(self, fact: Fact) -> QMenu:
        menu = QMenu(fact.name, self._cards)
        menu.addAction(fact.name.replace("&", "&&")).setEnabled(False)  # what is chosen
        for value in _AMONG[fact.owner][fact.field]:
            act = menu.addAction(plain(fact.field, value).replace("&", "&&"))
            act.setCheckable(True)
            act.setChecked(value == fact.value)
            act.triggered.connect(lambda _on=False, value=value: self._change(fact, value))
            if value == fact.value:
                menu.setActiveAction(act)
        if fact.value:
            menu.addSeparator()
            none = menu.addAction(self.tr("Take it away"))
            none.triggered.connect(lambda: self._change(fact, fact.value))
        return menu

    def _change(self, fact: Fact, value: str) -> None:
        if fact.owner is Owner.ATTRIBUTION:
            self.described.emit(fact.field, value)
        elif fact.owner is Owner.KNOWN:
            self.knownDescribed.emit(fact.field, value)
        else:
            self._change_review(fact, value)

    def _change_review(self, fact: Fact, value: str) -> None:
        from reader.edits.claims import change

        review = self._session.library.of_kind("review", [fact.id]).get(fact.id)
        if review is not None:
            self.editRequested.emit(change(review, {fact.field: "" if value == fact.value else value}))

    # -- the keyboard ----------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Return whether it was a key, a press or a question that is answered here."""
        if (
            isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonPress
            and watched is not self._cards
        ):
            place = event.position().toPoint()
            self._pressed = self._model.id_at(self._cards.indexAt(place).row()), self.part_at(place)
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is self._cards:
            return self._key(event)
        elif isinstance(event, QContextMenuEvent) and watched is not self._cards:
            return self._context(event)
        elif isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            return self._tell(event)
        elif event.type() == QEvent.Type.FocusOut and watched is self._cards and self._stays(event):
            self._leave()
        return super().eventFilter(watched, event)

    @staticmethod
    def _stays(event: QEvent) -> bool:
        """Whether the keyboard left the cards for good, and not for a menu at one of them."""
        return getattr(event, "reason", lambda: None)() != Qt.FocusReason.PopupFocusReason

    def _key(self, event: QKeyEvent) -> bool:
        id, at = self._delegate.entered
        if event.key() in _ENTER:
            if id and at >= 0:
                self.choose(self._model.row_of(id), at)
                return True
            self._enter(self._model.id_at(self._cards.currentIndex().row()))
        elif id and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            return self._step(1 if event.key() == Qt.Key.Key_Tab else -1)
        elif id and at >= 0 and event.key() == Qt.Key.Key_Escape:
            self._leave()
            return True
        return False  # Enter itself goes to the place in the text

    def _enter(self, id: str) -> None:
        self._delegate.entered = (id, -1)

    def _step(self, by: int) -> bool:
        """Go to the next fact; behind the last and before the first the keyboard leaves the card."""
        id, at = self._delegate.entered
        card: Card | None = self._model.card_of(id)
        if card is None or not 0 <= at + by < len(card.facts):
            self._leave()
            return False
        self._delegate.entered = (id, at + by)
        fact = card.facts[at + by]
        self._cards.setAccessibleDescription(f"{fact.name}: {plain(fact.field, fact.value) or '–'}")
        self._cards.viewport().update()
        return True

    def _leave(self) -> None:
        if self._delegate.entered[0]:
            self._delegate.entered = ("", -1)
            self._cards.setAccessibleDescription("")
            self._cards.viewport().update()

    # -- what a right click and a resting pointer ask ----------------------------------------------------------------

    def _context(self, event: QContextMenuEvent) -> bool:
        index = self._cards.currentIndex()
        if event.reason() == QContextMenuEvent.Reason.Keyboard and index.isValid():
            place = self._cards.viewport().mapToGlobal(self._cards.visualRect(index).center())
        elif self._cards.indexAt(event.pos()).isValid():
            place = event.globalPos()
        else:
            return False
        if self._chosen():
            menu = self._card_menu.menu(self._chosen())
            menu.aboutToHide.connect(menu.deleteLater)
            self.menu = menu
            menu.popup(place)
        return True

    @cached_property
    def _card_menu(self) -> CardMenu:
        from ui.annotations.card_menu import CardMenu

        made = CardMenu(self._session, self._model, self._cards)
        made.goWanted.connect(self.cardActivated)
        made.noteWanted.connect(self.noteWanted)
        made.tagsWanted.connect(self.tagsWanted)
        made.linkWanted.connect(self.linkRequested)
        made.relabelWanted.connect(self.relabelRequested)
        made.deleteWanted.connect(self.deleteRequested)
        made.eraseWanted.connect(self.eraseRequested)
        return made

    def _tell(self, event: QHelpEvent) -> bool:
        part = self.part_at(event.pos())
        if part is None or part.kind not in (Kind.FACT, Kind.NOTE):
            return False
        if part.fact is not None:
            said = plain(part.fact.field, part.fact.value) or "–"
            text = self.tr("{0}: {1}. A click changes it; Enter, then Tab by keys").format(part.fact.name, said)
        else:
            text = with_key(self.tr("A click edits the note"), "note")
        QToolTip.showText(event.globalPos(), plain_tooltip(text), self._cards)
        return True
