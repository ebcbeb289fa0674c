"""Paints an article as a row of the list: title, site and date, marks by label, how far it was read."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QLocale, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.model.articles import State
from reader.model.labels import Label
from reader.model.listing import Summary
from ui.language.dates import day
from ui.language.i18n import label_name
from ui.library.model import Role
from ui.look.badge import paint_chip
from ui.look.chosen import has_keyboard, is_chosen, paint_ring
from ui.look.scale import length
from ui.look.theme import Theme
from ui.look.view_font import view_font
from ui.reading_time import minutes_to_read

Index = QModelIndex | QPersistentModelIndex
_PAD_X, _PAD_Y, _LINE, _SMALL, _CHIP = 14.0, 11.0, 19.0, 18.0, 18.0


class ArticleDelegate(QStyledItemDelegate):
    """Draws the rows of a `LibraryModel`. With `uniform` every row is as high as one with two lines of title."""

    def __init__(self, theme: Theme, label: Callable[[str], Label], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._label = theme, label
        self.uniform = False
        self.opened = ""

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else 240
        lines = 2
        if not self.uniform:
            summary = index.data(Role.SUMMARY)
            lines = len(_lines(summary.title, self._bold(), width - 2 * _PAD_X)) if summary else 1
        return QSize(width, round(2 * _PAD_Y + lines * length(_LINE) + length(_SMALL) + 5 + length(_CHIP)))

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
        y = self._about(painter, summary, QRectF(room.left(), y + 2, room.width(), length(_SMALL)))
        self._foot(painter, summary, QRectF(room.left(), y + 3, room.width(), length(_CHIP)))
        painter.restore()

    def _ground(self, painter: QPainter, area: QRectF, summary: Summary, chosen: bool) -> None:
        if chosen or summary.id == self.opened:
            painter.fillRect(area, self._theme.selection)
        if summary.id == self.opened:
            painter.fillRect(QRectF(area.left(), area.top(), 3, area.height()), self._theme.accent)
        painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), self._theme.border)

    def _title(self, painter: QPainter, summary: Summary, room: QRectF) -> float:
        font, y = self._bold(), room.top()
        if summary.state is State.DONE:
            font.setWeight(QFont.Weight.Medium)
        painter.setFont(font)
        painter.setPen(self._theme.chrome_text)
        metrics = QFontMetricsF(font)
        right = _starts_rtl(summary.title)
        for line in _lines(summary.title, font, room.width()):
            shown = metrics.elidedText(line, Qt.TextElideMode.ElideRight, room.width())
            flags = Qt.AlignmentFlag.AlignVCenter | (
                Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            )
            painter.drawText(QRectF(room.left(), y, room.width(), length(_LINE)), flags, shown)
            y += length(_LINE)
        return y

    def _about(self, painter: QPainter, summary: Summary, row: QRectF) -> float:
        read = QCoreApplication.translate("ArticleDelegate", "{0} min").format(minutes_to_read(summary.words))
        when = day(summary.published, QLocale()) if summary.published else ""
        if when and summary.published_basis == "inferred":
            when = QCoreApplication.translate("ArticleDelegate", "{0} (inferred)").format(when)
        self._small(painter, in_a_line(summary.site, when, read), row)
        return row.bottom()

    def _small(self, painter: QPainter, text: str, row: QRectF, right: bool = False) -> None:
        font = view_font(self, -1)
        painter.setFont(font)
        painter.setPen(self._theme.muted)
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, row.width())
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(row, Qt.AlignmentFlag.AlignVCenter | side, shown)

    def _foot(self, painter: QPainter, summary: Summary, row: QRectF) -> None:
        x, font = row.left(), view_font(self, -2)
        font.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetricsF(font)
        counted = sorted(summary.counts.items(), key=lambda item: self._label(item[0]).position)
        for label_id, number in counted[:4]:
            label = self._label(label_id)
            text = f"{label_name(label)[:1].upper()} {number}"
            box = QRectF(x, row.top(), metrics.horizontalAdvance(text) + 12, length(_CHIP))
            paint_chip(painter, box, text, self._theme.tint(label.colour), font)
            x = box.right() + 5
        self._small(painter, self._progress(summary), QRectF(x, row.top(), row.right() - x, length(_CHIP)), right=True)

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


def _starts_rtl(text: str) -> bool:
    strong = (unicodedata.bidirectional(c) for c in text)
    return next((kind for kind in strong if kind in ("L", "R", "AL")), "L") != "L"


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
