"""Tab goes from control to control as they stand."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtWidgets import QWidget


class TabOrder:
    """The order that was set last: setting the same once more takes time for nothing."""

    def __init__(self) -> None:
        self._stops: list[QWidget] = []

    def set(self, stops: Sequence[QWidget]) -> None:
        """Let Tab go to these, one after the other."""
        if list(stops) != self._stops:
            self._stops = list(stops)
            for before, behind in pairwise(stops):
                QWidget.setTabOrder(before, behind)
