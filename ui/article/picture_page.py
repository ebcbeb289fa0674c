"""The pictures of the page, as something to open: by a click, by Enter, from the menu."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu

from reader.model.articles import Block, BlockKind
from ui.article.page import ArticlePage


class PicturePage(ArticlePage):
    """`pictureWanted` carries the block of a picture that is to be shown large."""

    pictureWanted = Signal(object)
    _pressed: Block | None = None  # the picture that the mouse was pressed on

    def pictures(self) -> list[tuple[Block, QRectF]]:
        """Return the pictures that are on the screen, with their places in the viewport."""
        page, document = self.visible_page(), self.page
        if page is None or document is None:
            return []
        left, width = self.column
        found = []
        for shown, box in page.blocks:
            block = document.block_of(shown)[1]
            picture = self._picture(block) if block.kind is BlockKind.FIGURE else None
            if picture is not None and not picture.isNull():
                size = picture.deviceIndependentSize().scaled(width, box.height(), Qt.AspectRatioMode.KeepAspectRatio)
                found.append((block, QRectF(QPointF(left, box.top()), size)))
        return found

    def picture_at(self, at: QPointF) -> Block | None:
        """Return the picture at a place of the viewport."""
        return next((block for block, box in self.pictures() if box.contains(at)), None)

    def caption_of(self, block: Block) -> str:
        """Return what stands below a picture as its caption; empty for nothing."""
        blocks = self.page.blocks if self.page is not None else ()
        following = next((two for one, two in pairwise(blocks) if one is block), None)
        if following is None or following.kind is not BlockKind.CAPTION:
            return ""
        return following.span.of(self.text)

    def add_picture_entry(self, menu: QMenu, at: QPointF) -> None:
        """Add what a menu at that place offers for the picture there, if there is one."""
        block = self.picture_at(at)
        if block is not None:
            menu.addAction(self.tr("Show the picture large")).triggered.connect(lambda: self.pictureWanted.emit(block))

    def _most_seen(self) -> Block | None:
        """The picture that takes most of the screen."""
        port = QRectF(self.viewport().rect())
        seen = [(box.intersected(port).height() * box.width(), block) for block, box in self.pictures()]
        return max(seen, key=lambda one: one[0])[1] if seen else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter shows the picture on the screen; of several the largest part."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        block = self._most_seen() if is_enter and plain else None
        if block is None:
            super().keyPressEvent(event)
        else:
            self.pictureWanted.emit(block)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = self.picture_at(event.position()) if event.button() == Qt.MouseButton.LeftButton else None
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        if (
            pressed is not None
            and self.picture_at(event.position()) is pressed
            and not self.textCursor().hasSelection()
        ):
            self.pictureWanted.emit(pressed)
