"""The lower part of a pane: as high as what it holds, and scrolling where the pane is too low for that."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QTableView, QWidget

_LEAST = 90
_NOTED = 140  # pixels in which the name of a mark, its note and its tags have room
_SHARE = 0.45  # of the pane, at most
_AROUND = 40  # pixels between the parts of a pane


class FittingScrollArea(QScrollArea):
    """Holds one widget and is hidden with it; gives up its height before the list above it is too low to read."""

    def __init__(self, held: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held = held
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

    def share(self, pane: QWidget, head: QWidget, cards: QTableView) -> None:
        """Take only so much of `pane` that the chosen card and the one behind it are seen whole under `head`.

        In a pane too low for that the note still is.
        """
        first = max(0, cards.currentIndex().row())
        two = cards.rowHeight(first) + cards.rowHeight(first + 1)
        others = head.sizeHint().height() + two + _AROUND
        self.setMaximumHeight(max(_NOTED, min(round(_SHARE * pane.height()), pane.height() - others)))

    def begin(self, pane: QWidget, head: QWidget, cards: QTableView) -> None:
        """As `share`, for a mark that is shown from now on: its note is what is seen first."""
        self.share(pane, head, cards)
        self.verticalScrollBar().setValue(0)

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
