"""The question that comes when a mark would cut a word."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

_MOST = 60  # characters of the words that the question shows


class CutWord(QMessageBox):
    """Asks whether the whole words are meant, Enter, or only the letters."""

    def __init__(self, letters: str, whole: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setIcon(QMessageBox.Icon.Question)
        self.setWindowTitle(self.tr("Part of a word"))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(self.tr("“{0}” cuts a word. Mark “{1}”?").format(_short(letters), _short(whole)))
        self.whole = self.addButton(self.tr("&Whole words"), QMessageBox.ButtonRole.AcceptRole)
        self.letters = self.addButton(self.tr("Only these &letters"), QMessageBox.ButtonRole.ActionRole)
        self.setEscapeButton(self.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole))
        self.setDefaultButton(self.whole)


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _MOST else f"{line[: _MOST // 2].rstrip()} … {line[-_MOST // 2 :].lstrip()}"
