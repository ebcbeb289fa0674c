"""Paints an article as a row of the list: the title, and below it site, date, minutes, marks, how far it was read."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QLocale, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.model.articles import State
from reader.model.listing import Summary
from ui.language.dates import short_day
from ui.library.model import Role
from ui.look.badge import paint_chip
from ui.look.chosen import has_keyboard, is_chosen, paint_ring
from ui.look.direction import runs_left
from ui.look.scale import length
from ui.look.theme import Theme
from ui.look.view_font import view_font
from ui.reading_time import minutes_to_read
from ui.session import Session

Index = QModelIndex | QPersistentModelIndex
_PAD_X, _PAD_Y, _GAP, _BETWEEN = 14.0, 6.0, 2.0, 8.0
_LEAST_SITE = 36.0  # pixels at the usual size of the words; less of a name says nothing


class ArticleDelegate(QStyledItemDelegate):
    """Draws the rows of a `LibraryModel`. With `uniform` every title has one line: all rows are of one height."""

    def __init__(self, theme: Theme, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._session = theme, session
        self.uniform = False
        self.opened = ""
        self.pointed = ""  # of which a menu is open

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else 240
        lines = 1
        if not self.uniform:
            summary = index.data(Role.SUMMARY)
            lines = len(_lines(summary.title, self._bold(), width - 2 * _PAD_X)) if summary else 1
        return QSize(width, self.height_of(lines))

    def height_of(self, lines: int) -> int:
        """Return the height of a row whose title has so many lines."""
        title, about = QFontMetricsF(self._bold()).height(), QFontMetricsF(view_font(self, -1)).height()
        return round(2 * _PAD_Y + lines * title + _GAP + about + 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        summary = index.data(Role.SUMMARY)
        if summary is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect)
        self._ground(painter, area, summary, is_chosen(option, index))
        if has_keyboard(option, index):
            paint_ring(painter, area, self._theme.accent)
        room = area.adjusted(_PAD_X, _PAD_Y, -_PAD_X, -_PAD_Y)
        y = self._title(painter, summary, room)
        height = QFontMetricsF(view_font(self, -1)).height()
        self._about(painter, summary, QRectF(room.left(), y + _GAP, room.width(), height))
        painter.restore()

    def _ground(self, painter: QPainter, area: QRectF, summary: Summary, chosen: bool) -> None:
        if chosen or summary.id == self.opened:
            painter.fillRect(area, self._theme.selection)
        if summary.id == self.opened:
            painter.fillRect(QRectF(area.left(), area.top(), 3, area.height()), self._theme.accent)
        painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), self._theme.border)
        if summary.id == self.pointed:
            painter.setPen(self._theme.accent)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area.adjusted(1.5, 1.5, -1.5, -2.5))

    def _title(self, painter: QPainter, summary: Summary, room: QRectF) -> float:
        font, y = self._bold(), room.top()
        if summary.state is State.DONE:
            font.setWeight(QFont.Weight.Medium)
        painter.setFont(font)
        painter.setPen(self._theme.chrome_text)
        metrics = QFontMetricsF(font)
        side = Qt.AlignmentFlag.AlignRight if runs_left(summary.title) else Qt.AlignmentFlag.AlignLeft
        lines = (" ".join(summary.title.split()),) if self.uniform else _lines(summary.title, font, room.width())
        for line in lines:
            shown = metrics.elidedText(line, Qt.TextElideMode.ElideRight, room.width())
            row = QRectF(room.left(), y, room.width(), metrics.height())
            painter.drawText(row, Qt.AlignmentFlag.AlignVCenter | side, shown)
            y += metrics.height()
        return y

    def _about(self, painter: QPainter, summary: Summary, row: QRectF) -> None:
        """Site, date and minutes on the left; on the right how far it was read, and the marks where there is room."""
        font = view_font(self, -1)
        metrics, progress = QFontMetricsF(font), self._progress(summary)
        right = metrics.horizontalAdvance(progress)
        text = self._fitting(summary, metrics, row.width() - right - _BETWEEN)
        painter.setFont(font)
        painter.setPen(self._theme.muted)
        painter.drawText(row, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.drawText(row, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, progress)
        left = row.left() + metrics.horizontalAdvance(text) + _BETWEEN
        self._chips(painter, summary, QRectF(left, row.top(), row.right() - right - _BETWEEN - left, row.height()))

    @staticmethod
    def _fitting(summary: Summary, metrics: QFontMetricsF, room: float) -> str:
        """Date and minutes whole, and as much of the site as there is room for beside them."""
        read = QCoreApplication.translate("ArticleDelegate", "{0} min").format(minutes_to_read(summary.words))
        if not summary.words:
            read = QCoreApplication.translate("ArticleDelegate", "to be fetched")
        when = short_day(summary.published, QLocale()) if summary.published else ""
        if when and summary.published_basis == "inferred":
            when = f"~{when}"
        whole = in_a_line(summary.site, when, read)
        if not summary.site or metrics.horizontalAdvance(whole) <= room:
            return whole
        left = room - metrics.horizontalAdvance(in_a_line(".", when, read))
        site = metrics.elidedText(summary.site, Qt.TextElideMode.ElideRight, left) if left > length(_LEAST_SITE) else ""
        return in_a_line(site, when, read)

    def _chips(self, painter: QPainter, summary: Summary, room: QRectF) -> None:
        """The marks by label from the right edge of `room`: all of them or, where they do not fit, none."""
        font = view_font(self, -2)
        font.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetricsF(font)
        label_of = self._session.label
        counted = sorted(summary.counts.items(), key=lambda item: label_of(item[0]).position)[:4]
        labels = [label_of(id) for id, _ in counted]
        texts = [f"{self._session.letter(label)} {n}" for label, (_, n) in zip(labels, counted, strict=True)]
        widths = [metrics.horizontalAdvance(text) + 10 for text in texts]
        if sum(widths) + 4 * (len(widths) - 1) > room.width():
            return
        x = room.right() - sum(widths) - 4 * (len(widths) - 1)
        for label, text, width in zip(labels, texts, widths, strict=True):
            box = QRectF(x, room.top(), width, room.height())
            paint_chip(painter, box, text, self._theme.tint(label.colour), font)
            x += width + 4

    def _progress(self, summary: Summary) -> str:
        words = {
            State.DONE: QCoreApplication.translate("ArticleDelegate", "done"),
            State.ARCHIVED: QCoreApplication.translate("ArticleDelegate", "archived"),
            State.TRASHED: QCoreApplication.translate("ArticleDelegate", "in the trash"),
        }
        if summary.state in words:
            return words[summary.state]
        if summary.progress > 0:
            return f"{round(summary.progress * 100)} %"
        return QCoreApplication.translate("ArticleDelegate", "new")

    def _bold(self) -> QFont:
        font = view_font(self)
        font.setWeight(QFont.Weight.DemiBold)
        return font


@lru_cache(maxsize=1024)
def _lines(title: str, font: QFont, width: float) -> tuple[str, ...]:
    """`title` in at most two lines; the second holds all the rest and is cut when it is painted."""
    flat = " ".join(title.split())[:300]
    layout = QTextLayout(flat, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(max(40.0, width))
    line.setPosition(QPointF(0, 0))
    layout.endLayout()
    # Qt counts UTF-16 units: an emoji in the first line takes two.
    first = flat.encode("utf-16-le")[: 2 * line.textLength()].decode("utf-16-le", "ignore")
    rest = flat[len(first) :].strip()
    return (first.strip(), rest) if rest else (first.strip() or " ",)


def in_a_line(*parts: str) -> str:
    """Parts with dots between them, each isolated: an Arabic name must not turn the date behind it round."""
    return " · ".join(f"\u2068{part}\u2069" for part in parts if part)
