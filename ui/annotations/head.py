"""The top of the panel: how many marks there are, and what chooses and orders those that are shown."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from ui.actions.keys import KEYS, with_key
from ui.annotations.chips import Chip, ChipBox
from ui.annotations.list import UNIFORM
from ui.annotations.model import AnnotationModel
from ui.language.i18n import label_name
from ui.look.icons import icon
from ui.look.plain_tooltip import plain_tooltip
from ui.look.theme import Theme
from ui.session import Session

if TYPE_CHECKING:
    from ui.annotations.people_box import PeopleBox

PAUSE = 150  # milliseconds without a key after which many marks are filtered


class PanelHead(QWidget):
    """Title, order, label chips and a field for words; what is set here is at once so in the model.

    `labelFiltered` carries the label that the cards are filtered by from now on; empty for all.
    """

    labelFiltered = Signal(str)

    def __init__(self, session: Session, model: AnnotationModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._model, self._theme = session, model, theme
        self._icons = False
        self.title, self.order = QLabel(self), QToolButton(self)
        self.chips, self.search = ChipBox(theme, self), QLineEdit(self)
        self._build()
        self._lay_out()
        self._typed = QTimer(self, singleShot=True, interval=PAUSE)
        self._typed.timeout.connect(self.filter)
        self.search.textChanged.connect(lambda: self._typed.start() if model.total > UNIFORM else self.filter())
        self.search.returnPressed.connect(self.filter)
        self.chips.chosen.connect(self._choose_label)
        self.order.clicked.connect(self.toggle_order)
        self.name_keys()
        KEYS.changed.connect(self.name_keys)

    def _build(self) -> None:
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setObjectName("panel_title")
        self.order.setCheckable(True)
        policy = self.order.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # the title stays where it is
        self.order.setSizePolicy(policy)
        self.order.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.order.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.search.setPlaceholderText(self.tr("Find in marks, notes and tags"))
        self.search.setAccessibleName(self.tr("Find in marks, notes and tags"))
        self.search.setClearButtonEnabled(True)

    def name_keys(self) -> None:
        """Say the key that the order has now."""
        hint = self.tr("Order by place in the text, or by the time of marking")
        self.order.setToolTip(plain_tooltip(with_key(hint, "order_marks")))
        self.search.setToolTip(plain_tooltip(with_key(self.tr("Find in marks, notes and tags"), "filter_marks")))

    def _lay_out(self) -> None:
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(7)
        row.addWidget(self.title, 1)
        row.addWidget(self.order)
        self._column = column
        column.addLayout(row)
        column.addWidget(self.chips)
        column.addWidget(self.search)

    @cached_property
    def people(self) -> PeopleBox:
        """Who made the marks; made when the first article marked by several people is opened."""
        from ui.annotations.people_box import PeopleBox

        made = PeopleBox(self._session, self._model, self._theme, self)
        self._column.insertWidget(self._column.indexOf(self.search), made)
        return made

    @property
    def _has_people(self) -> bool:
        return "people" in self.__dict__

    def stops(self) -> list[QWidget]:
        """Return the controls in the order in which they stand."""
        return [self.order, *self.chips.chips.values(), *(self.people.stops() if self._has_people else ()), self.search]

    # -- what is shown ---------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Count anew."""
        self._count()
        self._show_chips()
        self._name_order()
        if self._has_people or self._model.several or self._session.showing.active or self._session.showing.by_person:
            self.people.refresh()
        for widget in (self.chips, self.search, self.order):
            widget.setVisible(self._model.total > 0)

    def _count(self) -> None:
        """All marks, as the chips and an export count them; how many cards there are, when that is another number."""
        shown, total, quiet = self._model.rowCount(), self._model.total, self._model.quiet
        self.title.setText(self.tr("Annotations {0}").format(total))
        self.title.setToolTip("")
        if quiet and shown == total - quiet:
            self.title.setText(f"{self.title.text()} · " + self.tr("%n card(s)", "", shown))
            hint = self.tr("%n mark(s) with no card of their own: choose their label to see them", "", quiet)
            self.title.setToolTip(plain_tooltip(hint))
        elif shown != total:
            self.title.setText(self.tr("Annotations {0} of {1}").format(shown, total))

    def _show_chips(self) -> None:
        counts = self._model.counts
        known = {label.id: label for label in self._session.labels}
        known |= {id: self._session.label(id) for id in counts if id not in known}
        chips = []
        for id, label in known.items():
            count = counts.get(id, 0)
            text = self.tr("Only {0}: {1} of the marks").format(label_name(label), count)
            chips.append(Chip(label, str(count), text, self._session.letter(label)))
        self.chips.show_chips(chips, [self._model.label] if self._model.label else [])

    def _name_order(self) -> None:
        by_time = self._model.by_time
        self.order.setChecked(by_time)
        self.order.setText(self.tr("By time") if by_time else self.tr("By place"))
        self.order.setAccessibleName(self.tr("Order of the cards: {0}").format(self.order.text()))
        if self._icons:
            self.order.setIcon(icon("clock" if by_time else "arrow-up-down", self._theme.muted))

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.chips.set_theme(theme)
        if self._has_people:
            self.people.set_theme(theme)
        self._name_order()

    def draw_icons(self) -> None:
        """What the first paint does not need; from now on icons follow the theme."""
        self._icons = True
        self._name_order()

    # -- what is done ----------------------------------------------------------------------------------------------

    def filter(self) -> None:
        """Show only the marks that have the typed words, without waiting for the end of typing."""
        self._typed.stop()
        self._model.choose(text=self.search.text())

    def _choose_label(self, id: str) -> None:
        self._model.choose(label="" if id == self._model.asked.label else id)
        self.labelFiltered.emit(self._model.asked.label)

    def clear_filter(self) -> None:
        """Show all marks."""
        self.search.clear()
        self._typed.stop()
        self._model.choose(label="", text="")
        self.labelFiltered.emit("")
        self._session.showing.show_all()

    def toggle_order(self) -> None:
        """Order the cards by time instead of place, or by place again."""
        self._model.choose(by_time=not self._model.asked.by_time)

    def focus_words(self) -> None:
        """Put the cursor into the field that filters by words."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()
