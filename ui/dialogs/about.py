"""What this program is, its version and where the library lies."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from reader import __version__
from ui.dialogs.parts import button, words


class About(QDialog):
    """Says it in a few lines; can be copied for a report."""

    def __init__(self, library: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Tilik"))
        self.setMinimumWidth(440)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(words(f"Tilik {__version__}", self))
        column.addWidget(
            words(self.tr("Read saved articles clean, mark who claims, says and denies what, hand on the set."), self)
        )
        column.addWidget(words(self.tr("Your library: {0}").format(library), self))
        column.addWidget(
            words(
                self.tr("Nothing is fetched while you read. MIT licence. Qt {0}, PySide6 (LGPL).").format(qVersion()),
                self,
            )
        )
        close = button(self.tr("Close"), self.tr("Close (Esc)"), self)
        close.clicked.connect(self.accept)
        column.addWidget(close)
