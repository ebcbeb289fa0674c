"""Which marks of the chosen articles are wanted: of one label, by one person, of the last days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from reader.exchange.selection import Selection
from reader.local_time import local_time
from reader.model.labels import Label
from reader.model.stamps import now
from ui.look.plain_tooltip import plain_tooltip


class MarksChoice(QWidget):
    """Three choices in a row; all of them stand on "all" at first."""

    changed = Signal()

    def __init__(self, labels: Sequence[Label], people: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = self._combo(self.tr("Label of the marks"))
        self.person = self._combo(self.tr("Who made the marks"))
        self.made = self._combo(self.tr("When the marks were made"))
        self.label.addItem(self.tr("All labels"), "")
        for label in labels:
            self.label.addItem(label.name, label.id)
        self.person.addItem(self.tr("Everybody"), "")
        for name in people:
            self.person.addItem(name, name)
        for words, days in (
            (self.tr("At any time"), 0), (self.tr("Today"), 1), (self.tr("In the last 7 days"), 7),
            (self.tr("In the last 30 days"), 30),
        ):  # fmt: skip
            self.made.addItem(words, days)
        self.setAccessibleName(self.tr("Marks"))

    def _combo(self, name: str) -> QComboBox:
        row = self.layout()
        if not isinstance(row, QHBoxLayout):
            row = QHBoxLayout(self)
            row.setContentsMargins(0, 0, 0, 0)
        combo = QComboBox(self)
        combo.setAccessibleName(name)
        combo.setToolTip(plain_tooltip(name))
        combo.setMinimumContentsLength(8)
        combo.currentIndexChanged.connect(self.changed)
        row.addWidget(combo, 1)
        return combo

    def selection(self) -> Selection:
        """Return which marks are wanted."""
        label, person, days = (combo.currentData() for combo in (self.label, self.person, self.made))
        since = _midnight() - timedelta(days=int(days) - 1) if days else None
        return Selection(frozenset({label} - {""}), frozenset({person} - {""}), since)


def _midnight() -> datetime:
    """The beginning of today, as it is here."""
    return local_time(now()).replace(hour=0, minute=0, second=0, microsecond=0).astimezone(UTC)
