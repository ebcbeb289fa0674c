"""The lower part of a pane: as high as what it holds, and scrolling where the pane is too low for that."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from ui.annotations.list import CardList

_LEAST = 90
_NOTED = 9.5  # lines in which the name of a mark, its note and its tags have room
_SHARE = 0.45  # of the pane, at most
_LOW = 1000  # pixels: in a lower pane the cards are tightened beside what is held here
_AROUND = 40  # pixels between the parts of a pane


class FittingScrollArea(QScrollArea):
    """Holds one widget and is hidden with it; gives up its height before the list above it is too low to read."""

    def __init__(self, held: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held, self._wide = held, False
        self._around: tuple[QWidget, QWidget, CardList] | None = None
        hidden = held.isHidden()
        self.setWidgetResizable(True)
        self.setWidget(held)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        held.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        held.installEventFilter(self)
        held.setHidden(hidden)  # taking a widget in shows it
        self.setHidden(hidden)

    def share(self, pane: QWidget, head: QWidget, cards: CardList, *, begins: bool = False) -> None:
        """Take only so much of `pane` that the chosen card and the one behind it are seen whole under `head`.

        In a pane too low for that the note still is. `begins`: what is held is shown from its beginning.
        """
        if begins:
            self.verticalScrollBar().setValue(0)
        self._around = pane, head, cards
        cards.tighten(not self.isHidden() and pane.height() < _LOW)
        first = max(0, min(cards.currentIndex().row(), cards.model().rowCount() - 2))
        two = cards.rowHeight(first) + cards.rowHeight(first + 1)
        others = 0 if self._wide else head.sizeHint().height() + two + _AROUND
        noted = round(_NOTED * self._held.fontMetrics().height())
        self.setMaximumHeight(max(noted, min(round(_SHARE * pane.height()), pane.height() - others)))

    def widen(self, on: bool) -> None:
        """Take the whole share, whatever the cards need: keys are read here."""
        self._wide = on
        if self._around is not None:
            self.share(*self._around)

    def sizeHint(self) -> QSize:
        return self._held.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, min(_LEAST, self._held.sizeHint().height()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what is held: its wish for room, and whether it shows."""
        if watched is self._held and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        elif watched is self._held and event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self.setVisible(event.type() == QEvent.Type.ShowToParent)
        return super().eventFilter(watched, event)
