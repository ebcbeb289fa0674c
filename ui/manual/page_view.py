"""A page of the manual as text that is read: a screen reader goes through it line by line, and Tab from link to link.

Not a QTextBrowser: to screen readers that is one label.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit, QWidget

from ui.look.theme import Theme
from ui.manual.page_look import blocks, dress, fit_pictures, fragments


@dataclass(frozen=True, slots=True)
class Link:
    """A link of the page: its first and last position, and where it leads."""

    start: int
    end: int
    to: str


class PageView(QTextEdit):
    """`linkActivated` carries where a link leads."""

    linkActivated = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._page: QTextDocument | None = None  # the one that was shown last: the view does not delete it
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Wear `theme`; the page is to be shown anew."""
        self._theme = theme
        self.setStyleSheet(
            f"QTextEdit {{ background: {theme.paper.name()}; color: {theme.text.name()}; border: none; }}"
        )

    def show_page(self, markdown: str, folder: Path, size: int) -> None:
        """Show a page from its top. Pictures lie beside `folder`; `size` is that of the letters, in pixels."""
        made = QTextDocument(self)
        font = QFont("Inter")
        font.setPixelSize(size)
        made.setDefaultFont(font)
        made.setDocumentMargin(24)
        made.setBaseUrl(QUrl.fromLocalFile(f"{folder}/"))
        made.setMarkdown(markdown, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        dress(made, self._theme)
        self.setDocument(made)
        if self._page is not None:
            self._page.deleteLater()
        self._page = made
        self._fit()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)

    def _fit(self) -> None:
        room = self.viewport().width() - round(2 * self.document().documentMargin())
        fit_pictures(self.document(), room, self.devicePixelRatioF())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # -- links -----------------------------------------------------------------------------------------------------

    def links(self) -> Iterator[Link]:
        """Return the links of the page in their order."""
        for block in blocks(self.document()):
            for fragment in fragments(block):
                if to := fragment.charFormat().anchorHref():
                    yield Link(fragment.position(), fragment.position() + fragment.length(), to)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes to the link after the cursor, and past the last one out of the page."""
        cursor = self.textCursor()
        ahead = [link for link in self.links() if link.start >= cursor.selectionEnd()]
        behind = [link for link in self.links() if link.end <= cursor.selectionStart()]
        found = ahead[:1] if next else behind[-1:]
        for link in found:
            cursor.setPosition(link.start)
            cursor.setPosition(link.end, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)
            return True
        return super().focusNextPrevChild(next)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter follows the link at the cursor."""
        here = self.textCursor()
        at = here.selectionStart()
        link = next((link for link in self.links() if link.start <= at < link.end), None)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and link is not None:
            self.linkActivated.emit(link.to)
            return
        super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        over = bool(self.anchorAt(event.position().toPoint()))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        to = self.anchorAt(event.position().toPoint())
        if to and event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self.linkActivated.emit(to)
