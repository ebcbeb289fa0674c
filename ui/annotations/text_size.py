"""The letters of a pane: so many pixels at the usual size of the window's words, and larger or smaller with them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.look.scale import SCALE, px
from ui.look.style import CHROME_SIZE


class TextSize(QObject):
    """Sets `pane` and all that is in it; `changed` is called when that was done."""

    def __init__(self, pane: QWidget, changed: Callable[[], None]) -> None:
        super().__init__(pane)
        self._pane, self._changed, self._size = pane, changed, CHROME_SIZE
        SCALE.follow(self._fit)

    def set(self, size: int) -> None:
        """Take letters of `size` pixels."""
        self._size = size
        self._fit()

    def _fit(self) -> None:
        usual = self._size == CHROME_SIZE  # as all of the window has
        self._pane.setStyleSheet("" if usual else f"QWidget {{ font-size: {px(self._size)}px }}")
        self._changed()
