"""What stands beside the words and is not of them: bullets, the rule of a quote, pictures, the line above the title."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap, QTextBlock

from reader.model.articles import Block, BlockKind
from reader.model.list_numbers import list_number
from ui.article.document import ArticleDocument
from ui.article.geometry import Page
from ui.look.scale import px
from ui.look.theme import Theme

K = BlockKind
_BULLETS = ("•", "◦", "▪")


class BlockPainter:
    """Paints around the blocks of a page. `picture` gives the picture of a figure once it is at hand, else None."""

    def __init__(self, theme: Theme, picture: Callable[[Block], QPixmap | None], no_picture: str) -> None:
        self.theme, self._picture, self._no_picture = theme, picture, no_picture
        self.small = QFont()
        self.small.setFamilies(["Inter", "Noto Sans", "DejaVu Sans"])
        self.small.setPixelSize(12)

    def fit(self) -> None:
        """Set what stands at the blocks in the size of the window's words; on printed paper it has the usual one."""
        self.small.setPixelSize(px(12))

    def paint(self, painter: QPainter, page: Page, document: ArticleDocument, left: float, width: float) -> None:
        """`left` and `width` of the reading column."""
        for line_block, box in page.blocks:
            _, block, first = document.block_of(line_block)
            column = QRectF(left, box.top(), width, box.height())
            if block.kind is K.QUOTE:
                self._quote(painter, page, line_block, block, document, column)
            elif block.kind is K.LIST_ITEM and first:
                self._bullet(painter, line_block, box, block, document, column)
            elif block.kind is K.FIGURE:
                self._figure(painter, block, column)
            elif block.kind is K.RULE:
                painter.fillRect(QRectF(left + width * 0.35, box.center().y(), width * 0.3, 1), self.theme.faint)
            elif block.kind is K.CODE:
                self._code(painter, column)
            elif block.kind is K.TABLE_ROW and _ends_row(document, line_block):
                self._row(painter, line_block, box, block, column, document.rules.get(block.span.start))

    def _quote(
        self, painter: QPainter, page: Page, shown: QTextBlock, block: Block, document: ArticleDocument, column: QRectF
    ) -> None:
        lines = [line for line in page.lines if shown.position() <= line.start < shown.position() + shown.length()]
        if not lines:
            return
        step = document.styles.indent(K.QUOTE, 1)
        top, bottom = lines[0].top, lines[-1].top + lines[-1].height
        if shown.next().isValid() and document.block_of(shown.next())[1].kind is K.QUOTE:
            bottom += shown.blockFormat().bottomMargin() + 4  # as far as the rule of the next one
        for depth in range(max(1, min(6, block.level))):
            at = column.left() + step * depth + 2
            x = at if block.attrs.get("dir") != "rtl" else column.left() + column.right() - at - 3
            painter.fillRect(QRectF(x, top + 2, 3, bottom - top - 4), self.theme.border)

    def _bullet(
        self, painter: QPainter, shown: QTextBlock, box: QRectF, block: Block, document: ArticleDocument, column: QRectF
    ) -> None:
        line = shown.layout().lineAt(0)
        if not line.isValid():
            return
        depth = max(1, min(6, block.level))
        number = list_number(block)
        text = f"{number}." if number else _BULLETS[(depth - 1) % 3]
        font = document.styles.font
        width = QFontMetricsF(font).horizontalAdvance(text)
        indent, gap = document.styles.indent(K.LIST_ITEM, depth), 0.45 * document.face.size
        x = column.left() + indent - gap - width
        if block.attrs.get("dir") == "rtl":
            x = column.right() - indent + gap
        y = box.top() + line.ascent()
        painter.setFont(font)
        painter.setPen(self.theme.muted)
        painter.drawText(QPointF(x, y), text)

    def _code(self, painter: QPainter, room: QRectF) -> None:
        painter.fillRect(room.adjusted(0, -4, 0, 4), self.theme.chrome)

    def _row(
        self,
        painter: QPainter,
        shown: QTextBlock,
        box: QRectF,
        block: Block,
        column: QRectF,
        lines: list[tuple[float, float]] | None,
    ) -> None:
        """The line below a row: all of the column, or the parts of it that `lines` say."""
        y = round(box.bottom() + shown.blockFormat().bottomMargin() / 2)
        strong = bool(block.attrs.get("header"))
        for first, last in [(0.0, column.width())] if lines is None else lines:
            last = column.width() if last >= column.width() else last
            left = column.right() - last if block.attrs.get("dir") == "rtl" else column.left() + first
            painter.fillRect(
                QRectF(left, y, last - first, 1.6 if strong else 1), self.theme.faint if strong else self.theme.border
            )

    def _figure(self, painter: QPainter, block: Block, room: QRectF) -> None:
        pixmap = self._picture(block)
        if pixmap is None or pixmap.isNull():
            self._placeholder(painter, room, block)
            return
        size = pixmap.deviceIndependentSize().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(QRectF(room.topLeft(), size), pixmap, QRectF(pixmap.rect()))

    def _placeholder(self, painter: QPainter, room: QRectF, block: Block) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.theme.border, 1))
        painter.setBrush(self.theme.chrome)
        painter.drawRoundedRect(room.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setFont(self.small)
        metrics = QFontMetricsF(self.small)
        lines = [
            (block.attrs.get("alt") or self._no_picture, self.theme.muted),
            (block.attrs.get("src", ""), self.theme.faint),
        ]
        y = room.center().y() - (2 if lines[1][0] else -4)
        for text, color in lines:
            painter.setPen(color)
            short = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width() - 32)
            painter.drawText(QPointF(room.left() + 16, y), short)
            y += 18


def _ends_row(document: ArticleDocument, shown: QTextBlock) -> bool:
    """Whether the next line is of another row, and not a cell of this one that stands below."""
    return not shown.next().isValid() or document.block_of(shown.next())[2]


def paint_meta(
    painter: QPainter,
    parts: list[tuple[str, bool]],
    left: float,
    baseline: float,
    width: float,
    theme: Theme,
    font: QFont,
    *,
    mirrored: bool = False,
) -> None:
    """The line above the title: parts with dots between them, those marked faint in a fainter tone; `mirrored`: from
    the right edge to the left.

    What is wider than `width` loses its faint parts, then its last ones; a single part is cut.
    """
    painter.save()
    painter.setFont(font)
    painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight)
    metrics, used = QFontMetricsF(font), 0.0
    if mirrored:  # "2 min" and a date are read from the left in a line that is read from the right
        parts = [(f"\u2068{text}\u2069", faint) for text, faint in parts]
    for text, faint in _fitting(parts, metrics, width):
        painter.setPen(theme.faint if faint else theme.muted)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, width - used))
        at = left + width - used - metrics.horizontalAdvance(shown) if mirrored else left + used
        painter.drawText(QPointF(at, baseline), shown)
        used += metrics.horizontalAdvance(text)
    painter.restore()


def _fitting(parts: list[tuple[str, bool]], metrics: QFontMetricsF, width: float) -> list[tuple[str, bool]]:
    """The parts that fit, each with what joins it to the one before."""
    chosen = parts
    while True:
        shown = [
            (("" if n == 0 else " " if faint else "  ·  ") + text, faint) for n, (text, faint) in enumerate(chosen)
        ]
        if len(chosen) < 2 or sum(metrics.horizontalAdvance(text) for text, _ in shown) <= width:
            return shown
        plain = [part for part in chosen if not part[1]]
        chosen = plain if len(plain) < len(chosen) else chosen[:-1]


def paint_boxes(painter: QPainter, boxes: list[QRectF], color: QColor) -> None:
    """Plain boxes behind words: a selection, a hit. Each place is painted once, however many boxes lie over it."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for box in boxes:
        left, top = round(box.left()), round(box.top())
        path.addRect(left, top, round(box.right()) - left, round(box.bottom()) - top)
    painter.fillPath(path, color)
