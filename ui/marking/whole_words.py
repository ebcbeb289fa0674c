"""A mark that would cut a word is asked about: half a word is no evidence."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from reader.model.spans import Span
from ui.article.view import ArticleView
from ui.article.word_ends import cuts_word, snapped

_MOST = 60  # characters of the words that the question shows


def agreed_words(view: ArticleView, spans: Sequence[Span]) -> list[Span] | None:
    """Return `spans`, stretched to whole words where the reader says so; None when she gives up.

    Nothing is asked where no span begins or ends inside a word, nor where words are not snapped to at all.
    """
    cut = next((span for span in spans if cuts_word(view.text, span)), None)
    if cut is None or not view.snaps:
        return list(spans)
    box = _CutWord(cut.of(view.text), snapped(view.text, cut).of(view.text), view)
    box.exec()
    if box.clickedButton() is box.whole:
        return [snapped(view.text, span) for span in spans]
    return list(spans) if box.clickedButton() is box.letters else None


class _CutWord(QMessageBox):
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
