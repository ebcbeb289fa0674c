"""What is shown while something is dragged over the window: where it may be dropped, and what becomes of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from reader.model.articles import Article
from ui.desk import Desk


class DropTarget(QFrame):
    """Lies over everything below the menu bar, and lets the mouse through."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.body)
        self._desk = desk
        self.setObjectName("drop_target")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.words = QLabel(self)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.addWidget(self.words, 0, Qt.AlignmentFlag.AlignCenter)
        self.hide()

    def offer(self, mime: QMimeData) -> None:
        """Show what a drop of `mime` would do."""
        article = self._desk.session.article
        if self._desk.session.readonly:
            text = self.tr("This library can only be read")
        elif article is not None and may_be_newer(mime, article):
            text = self.tr("Drop to add, also as a newer version of “{0}”").format(article.title)
        else:
            text = self.tr("Drop to add")
        self.words.setText(text)
        self.words.setWordWrap(self.words.sizeHint().width() > self._desk.body.width() - 80)
        self.setAccessibleName(text)
        self.setGeometry(self._desk.body.rect())
        self.show()
        self.raise_()


def may_be_newer(mime: QMimeData, article: Article) -> bool:
    """Return whether `mime` is one file of the name or from the address that `article` came from.

    Nothing is read for that: a drag must not wait for a disk. What is dropped is looked at closely, and asked about.
    """
    urls = mime.urls()
    if len(urls) != 1:
        return False
    if urls[0].isLocalFile():
        return Path(urls[0].toLocalFile()).name == Path(article.origin).name != ""
    return bool(article.url) and urls[0].toString() == article.url
