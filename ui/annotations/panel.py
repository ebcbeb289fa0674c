"""The right pane: the marks of the open article as cards, what is chosen of them, and what can be done to it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from reader.model.annotations import Annotation
from ui.annotations.after_frame import AfterFrame
from ui.annotations.card import CardDelegate
from ui.annotations.card_hands import CardHands
from ui.annotations.finders.recent import KIND, RecentKnown
from ui.annotations.head import PanelHead
from ui.annotations.list import CardList
from ui.annotations.model import AnnotationModel
from ui.annotations.tab_order import TabOrder
from ui.annotations.text_size import TextSize
from ui.look.theme import Theme, load
from ui.session import Session

if TYPE_CHECKING:
    from ui.annotations.attribution_box import AttributionBox
    from ui.annotations.empty import EmptyMarks
    from ui.annotations.fields import MarkFields
    from ui.annotations.finders.claim_or_source import KnownFinder
    from ui.annotations.finders.link import LinkFinder
    from ui.annotations.fitting_scroll import FittingScrollArea
    from ui.annotations.inspector import Inspector
    from ui.annotations.mention_box import MentionBox
    from ui.jobs import Jobs

_ADDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class AnnotationPanel(QWidget):
    """Cards by place or by time, filtered by label and words. Several can be chosen with Ctrl and Shift.

    What it cannot do itself it requests: `cardActivated` to go to a mark, `editRequested` for a change of the library,
    `relabelRequested` (a label's id) and `deleteRequested` for the chosen marks, `linkRequested` for a link from one.
    `actionWanted` is an action's id; `described` is a field of the attribution and its value, `knownDescribed` one of
    what the mark mentions, `basisWanted` how a source is known; `mentionChosen` is the claim or source that was found.
    `targetChosen` is what was found for a link's other end, `linkCancelled` comes when nothing was.
    A typed note is stored by itself, `draftChanged` tells how that stands; `apply_drafts` stores it at once.
    """

    cardActivated = Signal(str)
    goRequested = Signal(str)
    editRequested = Signal(object)
    relabelRequested = Signal(str)
    deleteRequested = Signal()
    eraseRequested = Signal(object)
    linkRequested = Signal(str)
    targetChosen = Signal(str)
    linkCancelled = Signal()
    manualWanted = Signal()
    mentionChosen = Signal(str)
    actionWanted = Signal(str)
    described = Signal(str, str)
    basisWanted = Signal(str)
    knownDescribed = Signal(str, str)
    draftChanged = Signal(object)

    def __init__(
        self, session: Session, parent: QWidget | None = None, theme: Theme | None = None, jobs: Jobs | None = None
    ) -> None:
        """`jobs` are what very many marks are read by; without, all are read at once."""
        super().__init__(parent)
        self.setObjectName("annotations")
        self._session, self._theme = session, theme or load("light")
        self._here = session.here
        self._shown: tuple[str, ...] = ()  # what the inspector shows
        self._tabs = TabOrder()
        self._inspecting = AfterFrame(self._inspect, self)
        self._gap = 0  # the row that was taken out last
        self._focus: QWidget | None = None
        self.model, self.recent = AnnotationModel(session, self), RecentKnown(session, self)
        if jobs is not None:
            self.model.finder.ask_by(jobs)
        self.head = PanelHead(session, self.model, self._theme, self)
        self._delegate = CardDelegate(self._theme, parent=self)
        self.list, self.cards = CardList(self.model, self._delegate, self), QStackedWidget(self)
        self.hands = CardHands(session, self.list, self.model, self._delegate, lambda: self.chosen)
        self._build()
        self._connect(session)
        self._refresh()
        self._text_size = TextSize(self, self.list.measure_anew)

    # -- made once -------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.list.setAccessibleName(self.tr("Annotations"))
        self.list.setToolTip(self.tr("Enter goes to the place in the text; Ctrl and Shift choose several"))
        self.list.setMinimumHeight(110)
        self.cards.addWidget(self.list)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(7)
        column.addWidget(self.head)
        column.addWidget(self.cards, 1)

    def _connect(self, session: Session) -> None:
        self.head.search.returnPressed.connect(self.focus_cards)
        self.list.selectionModel().selectionChanged.connect(lambda: self._selected())
        self.list.clicked.connect(self._clicked)
        self.list.activated.connect(self._activated)
        self._connect_hands()
        self.model.modelAboutToBeReset.connect(lambda: self.list.even_out(len(session.page_annotations)))
        self.model.modelReset.connect(self._reset)
        self.model.rowsRemoved.connect(self._removed)
        self._here.changed.connect(self._follow_here)
        session.showing.changed.connect(self._refresh)
        session.changed.connect(self._refresh)
        session.labelsChanged.connect(self._refresh)
        session.articleOpened.connect(self.apply_drafts)
        session.articleClosed.connect(self.apply_drafts)

    def _connect_hands(self) -> None:
        self.hands.noteWanted.connect(self.edit_note)
        self.hands.tagsWanted.connect(self.edit_tags)
        same = ("cardActivated", "editRequested", "described", "knownDescribed")
        for name in (*same, "linkRequested", "relabelRequested", "deleteRequested", "eraseRequested"):
            getattr(self.hands, name).connect(getattr(self, name))

    # -- made when first wanted: the first paint needs none of it -----------------------------------------------------

    @cached_property
    def empty(self) -> EmptyMarks:
        """What stands in the place of the cards when there is none."""
        from ui.annotations.empty import EmptyMarks

        made = EmptyMarks(self._theme, self)
        made.clearWanted.connect(self.clear_filter)
        made.manualWanted.connect(self.manualWanted)
        self.cards.addWidget(made)
        return made

    @property
    def inspector(self) -> Inspector:
        """What can be done to the chosen marks. It follows them after the frame, or when it is asked for."""
        self._inspecting.now()
        return self._inspector

    @property
    def foot(self) -> FittingScrollArea:
        """Holds the inspector, and is there with it."""
        self._inspecting.now()
        return self._foot

    @cached_property
    def _inspector(self) -> Inspector:
        from ui.annotations.fitting_scroll import FittingScrollArea
        from ui.annotations.inspector import Inspector

        made = Inspector(self._session, self.model, self.recent, self._theme, self)
        made.editRequested.connect(self.editRequested)
        made.draftChanged.connect(self.draftChanged)
        made.relabelRequested.connect(self.relabelRequested)
        made.deleteRequested.connect(self.deleteRequested)
        made.linkRequested.connect(self.linkRequested)
        made.goRequested.connect(self.goRequested)
        made.actionWanted.connect(self.actionWanted)
        made.described.connect(self.described)
        made.basisWanted.connect(self.basisWanted)
        made.knownDescribed.connect(self.knownDescribed)
        made.attribution.left.connect(self._back)
        made.mention.left.connect(self._back)
        made.left.connect(self.focus_cards)
        made.refreshed.connect(self._order_tabs)
        self._foot = foot = FittingScrollArea(made, self)
        for told, begins in ((made.refreshed, False), (made.shown, True)):
            told.connect(lambda begins=begins: foot.share(self, self.head, self.list, begins=begins))
        self._column.addWidget(foot)
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._made("_inspector"):
            self.foot.share(self, self.head, self.list)

    def make_ready(self) -> None:
        """Make what the first chosen mark would wait for."""
        self.inspector.ensurePolished()

    @cached_property
    def finder(self) -> LinkFinder:
        """Where the other end of a link is looked for."""
        from ui.annotations.finders.link import LinkFinder

        made = LinkFinder(self._session, self.model, self._theme, self)
        made.chosen.connect(self.targetChosen)
        made.cancelled.connect(self.linkCancelled)
        self._column.insertWidget(self._column.indexOf(self.cards), made)
        return made

    @cached_property
    def known_finder(self) -> KnownFinder:
        """Where the claim or source of a mark is looked for."""
        from ui.annotations.finders.claim_or_source import KnownFinder

        made = KnownFinder(self._theme, self)
        made.chosen.connect(self._known_found)
        made.cancelled.connect(self._close_known_finder)
        self._column.insertWidget(self._column.indexOf(self.cards), made)
        return made

    @property
    def fields(self) -> MarkFields:
        """The note and the tags of the chosen mark."""
        return self.inspector.fields

    def _made(self, name: str) -> bool:
        return name in self.__dict__

    def apply_drafts(self) -> None:
        """Store the typed note and tags at once."""
        if self._made("_inspector"):
            self._inspector.fields.apply_drafts()

    # -- what is chosen --------------------------------------------------------------------------------------------

    @property
    def chosen(self) -> list[str]:
        """The ids of the chosen marks, which the inspector shows."""
        return list(self._here.marks)

    def holds_focus(self) -> bool:
        """Return whether the keyboard is in the panel."""
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def focus_cards(self) -> None:
        """Put the keyboard on the cards."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def select(self, id: str) -> None:
        """Choose the card of mark `id` and scroll to it, without taking the focus. A filter may hide the card."""
        if self.model.holds(id):
            self._here.choose_marks([id])
            row = self.model.row_of(id)
            if row >= 0:
                self.list.scrollTo(self.model.index(row))

    def reveal(self, id: str) -> None:
        """As `select`, but a filter that hides the card is cleared."""
        if self.model.row_of(id) < 0 and self.model.holds(id):
            self.clear_filter()
        self.select(id)

    def edit_note(self, id: str) -> None:
        """Put the cursor into the note of mark `id`."""
        self.select(id)
        self.fields.write_note()

    def edit_tags(self, id: str) -> None:
        """Put the cursor into the tags of mark `id`."""
        self.select(id)
        self.fields.tags.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _selected(self) -> None:
        """The reader has chosen other cards."""
        ids = self.list.chosen_ids()
        # The last chosen row is going: what takes its place is told once the whole change is in (`_drop`).
        if not self.list.choosing and (ids or not self.model.removing):
            self._here.choose_marks(ids)

    def _follow_here(self) -> None:
        """Other marks were chosen, here or in the text: choose their cards, and show them in the inspector."""
        if self._here.marks != self._shown:
            self._shown = self._here.marks
            self.list.choose_ids(self._shown)  # a filter may hide some
            self.apply_drafts()  # what was typed for the mark before
            if self._shown or self._made("_inspector"):
                self._inspecting.soon()

    def _inspect(self) -> None:
        self._inspector.show_marks(list(self._shown))

    def _reset(self) -> None:
        """The rows were read anew: what is chosen stays so."""
        self.list.choose_ids(self._shown)
        if self._shown:
            self.inspector.show_marks(list(self._shown))
        self._refresh()

    # -- what is shown ---------------------------------------------------------------------------------------------

    def clear_filter(self) -> None:
        """Show all marks."""
        self.head.clear_filter()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._delegate.set_theme(theme)
        self.head.set_theme(theme)
        for name in ("empty", "_inspector", "finder", "known_finder"):
            if self._made(name):
                getattr(self, name).set_theme(theme)
        self.list.viewport().update()

    def set_text_size(self, size: int) -> None:
        """Set cards, note and chips in letters of `size` pixels, at the usual size of the words."""
        self._text_size.set(size)

    def _refresh(self) -> None:
        """Count anew: the title, the chips, and whether there is a card at all."""
        shown, total = self.model.rowCount(), self.model.total
        self.list.even_out(total)
        self.head.refresh()
        self._order_tabs()
        blank = not shown and not self.model.finder.waiting
        if blank:
            self.empty.explain(self._session, total, filtered=self.model.filtered, words=self.model.text)
        self.cards.setCurrentWidget(self.empty if blank else self.list)
        if gone := [id for id in self._here.marks if not self.model.holds(id)]:
            self._drop(gone)

    def _removed(self, _parent: QModelIndex, first: int, _last: int) -> None:
        self._gap = first

    def _drop(self, gone: Sequence[str]) -> None:
        """Chosen marks were deleted: while the keyboard is on the cards, the one that took their place is chosen."""
        left = [id for id in self._here.marks if id not in set(gone)]
        if not left and (row := min(self._gap, self.model.rowCount() - 1)) >= 0 and self.holds_focus():
            left = [self.model.id_at(row)]
        self._here.choose_marks(left)

    def _order_tabs(self) -> None:
        """Tab goes from control to control as they stand: those that were made later would come last."""
        made = [getattr(self, name) for name in ("finder", "known_finder") if self._made(name)]
        inspector = self._inspector.stops() if self._made("_inspector") else []
        self._tabs.set([*self.head.stops(), *(stop for one in made for stop in one.stops()), self.list, *inspector])

    def _clicked(self, index: QModelIndex) -> None:
        if not QGuiApplication.keyboardModifiers() & _ADDING:  # several are being chosen: the text stays
            self._activated(index)

    def _activated(self, index: QModelIndex) -> None:
        id = self.model.id_at(index.row())
        if id in self._here.marks:
            self.cardActivated.emit(id)
        else:
            self.select(id)  # a key never acts on a card that is not seen to be chosen

    def open_finder(self, mark: Annotation) -> None:
        """Let the reader look for the other end of a link from `mark`; `finder` says what is chosen."""
        if self._made("_inspector"):
            self.foot.hide()  # there is no room for both in a low window, and only one is used
        self.finder.open(mark)
        self._order_tabs()
        if self.list.currentIndex().isValid():
            self.list.scrollTo(self.list.currentIndex())

    def close_finder(self) -> None:
        """No other end is looked for any more."""
        self.finder.hide()
        if self._made("_inspector"):
            self.foot.setVisible(bool(self._here.marks))

    def show_entered(self, relation_id: str, entering: bool) -> None:
        """An attribution is being entered, or was entered last: it is the one that is shown."""
        self.model.enter(relation_id)
        self.inspector.show_entered(relation_id, entering)

    def describe(self) -> None:
        """Open all the attributes of the chosen mark's attribution, and give them the keyboard."""
        self._open_details(self.inspector.attribution)

    def describe_known(self) -> None:
        """As `describe`, of the claim or the source that the chosen mark mentions."""
        self._open_details(self.inspector.mention)

    def _open_details(self, box: AttributionBox | MentionBox) -> None:
        self._focus = QApplication.focusWidget()
        box.open_details()
        self.foot.ensureWidgetVisible(box)

    def _back(self) -> None:
        """The keyboard goes back to where it was before."""
        focus = self._focus if self._focus is not None and self._focus.isVisible() else self.list
        focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_known_finder(self, mark: Annotation) -> None:
        """Let the reader look for the claim or the source that `mark` mentions."""
        kind, library = KIND[mark.label], self._session.library
        self.foot.hide()
        known = library.claims() if kind == "claim" else library.sources()
        self.known_finder.open(kind, self.recent.offered(mark), known, held=bool(mark.about))
        self._order_tabs()

    def _known_found(self, id: str) -> None:
        self._close_known_finder()
        self.mentionChosen.emit(id)

    def _close_known_finder(self) -> None:
        self.foot.setVisible(bool(self._here.marks))
