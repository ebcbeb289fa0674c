"""Parts of the window that go on in the window made anew in another language."""

from __future__ import annotations

from typing import Self

from PySide6.QtCore import QObject


class Heritable(QObject):
    """A part that begins jobs. A job that ends reports to `latest`: this part's window may be gone by then."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.heir: Self | None = None

    @property
    def latest(self) -> Self:
        """This part, or its like in the window that is on the screen."""
        part = self
        while part.heir is not None:
            part = part.heir
        return part
