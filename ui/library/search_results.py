"""Where the words of a search stand: articles and marks, each with a snippet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from reader.model.listing import Hit
from ui.jobs import Jobs
from ui.look.chosen import has_keyboard, is_chosen, paint_ring
from ui.look.scale import SCALE, length
from ui.look.theme import Theme
from ui.question import Questions
from ui.session import Session

if TYPE_CHECKING:
    from reader.store import Interrupt

Index = QModelIndex | QPersistentModelIndex
OPEN, CLOSE = "\ue000", "\ue001"
HIT = Qt.ItemDataRole.UserRole
_PAD, _LINE = 14.0, 18.0
_BEFORE = 24  # characters shown before the first match
SHOWN = 50  # articles, and as many marks


class _Row(QStyledItemDelegate):
    """A title and, under it, the words found with what stands around them."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, round(2 * 9 + 3 * length(_LINE)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        hit: Hit = index.data(HIT)
        area = QRectF(option.rect)
        painter.save()
        if is_chosen(option, index):
            painter.fillRect(area, self.theme.selection)
        painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), self.theme.border)
        if has_keyboard(option, index):
            paint_ring(painter, area, self.theme.accent)
        row = QRectF(area.left() + _PAD, area.top() + 9, area.width() - 2 * _PAD, length(_LINE))
        bold = QFont(painter.font())
        bold.setWeight(QFont.Weight.DemiBold)
        painter.setFont(bold)
        painter.setPen(self.theme.chrome_text)
        painter.drawText(row, 0, QFontMetricsF(bold).elidedText(hit.title, Qt.TextElideMode.ElideRight, row.width()))
        self._snippet(painter, hit.snippet, row.translated(0, length(_LINE)), bold)
        painter.restore()

    def _snippet(self, painter: QPainter, snippet: str, row: QRectF, bold: QFont) -> None:
        """Words one by one over two lines, those that were found in bold; without spaces, character by character."""
        plain = QFont(bold)
        plain.setWeight(QFont.Weight.Normal)
        x, y, found = row.left(), row.top(), False
        for word in centred(snippet):
            found = found or OPEN in word
            font = bold if found else plain
            shown = word.replace(OPEN, "").replace(CLOSE, "")
            width = QFontMetricsF(font).horizontalAdvance(shown)
            if x + width > row.right() and x > row.left():
                x, y = row.left(), y + length(_LINE)
                if y > row.top() + length(_LINE):
                    return
            painter.setFont(font)
            painter.setPen(self.theme.chrome_text if found else self.theme.muted)
            painter.drawText(QRectF(x, y, row.right() - x + 2, length(_LINE)), 0, shown)
            x += width
            found = found and CLOSE not in word


def centred(snippet: str) -> list[str]:
    """Return the pieces of a snippet that may stand on a line each, from a little before the first match, so that this
    is in sight: words with the space behind them, characters of scripts that write no spaces."""
    pieces = [piece for word in snippet.split() for piece in _pieces(f"{word} ")]
    first = next((n for n, piece in enumerate(pieces) if OPEN in piece), 0)
    start, room = first, _BEFORE
    while start and (room := room - len(pieces[start - 1])) >= 0:
        start -= 1
    return (["… "] if start else []) + pieces[start:]


def _pieces(word: str) -> list[str]:
    return [word] if word.isascii() else _piece().findall(word)


@cache
def _piece() -> re.Pattern[str]:
    from reader.text.index_words import UNSPACED  # no first paint needs it

    return re.compile(f"{OPEN}?(?:[{UNSPACED}]|[^{UNSPACED}{OPEN}{CLOSE}]+){CLOSE}? ?|[{OPEN}{CLOSE}] ?")


class HitModel(QAbstractListModel):
    """What a search found, as rows."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._hits: Sequence[Hit] = ()

    def show(self, hits: Sequence[Hit]) -> None:
        """Show these in place of those before."""
        self.beginResetModel()
        self._hits = hits
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in (HIT, Qt.ItemDataRole.AccessibleTextRole):
            return None
        hit = self._hits[index.row()]
        return hit if role == HIT else self._spoken(hit)

    def _spoken(self, hit: Hit) -> str:
        kind = self._session.label(hit.field).name if hit.annotation_id else self._in_text()
        plain = hit.snippet.replace(OPEN, "").replace(CLOSE, "")
        return f"{hit.title}, {kind}: {plain}"

    @staticmethod
    def _in_text() -> str:
        return QCoreApplication.translate("SearchResults", "in the text")


class SearchResults(QWidget):
    """`hitActivated` carries the article and the mark that was found in it ("" for its text); `answered` how many hits
    are shown now and whether there are more, `refused` why there is no answer."""

    hitActivated = Signal(str, str)
    answered = Signal(int, bool)
    refused = Signal(object)

    def __init__(self, session: Session, theme: Theme, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._questions = Questions(jobs, self)
        self.model = HitModel(session, self)
        self.list = QListView(self)
        self._row = _Row(theme, self.list)
        self.list.setModel(self.model)
        self.list.setItemDelegate(self._row)
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Search results"))
        self.list.setToolTip(self.tr("Search results (Enter opens)"))
        self.list.activated.connect(self._open)
        self.list.clicked.connect(self._open)
        self.setFocusProxy(self.list)
        SCALE.follow(self._fit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)

    def _fit(self) -> None:
        self.list.doItemsLayout()

    def set_theme(self, theme: Theme) -> None:
        self._row.theme = theme
        self.list.viewport().update()

    def ask(self, words: str) -> None:
        """Show what the library has for `words`, in place of what is shown now when that is found.

        What was asked before and has no answer yet is asked no longer.
        """
        library = self._session.library

        def find(interrupt: Interrupt) -> list[Hit]:
            return library.search(words, limit=SHOWN + 1, interrupt=interrupt)

        self._questions.ask(find, self._show, self.refused.emit)

    def stop(self) -> None:
        """Wait for no answer any more."""
        self._questions.stop()

    def _show(self, hits: Sequence[Hit]) -> None:
        articles, marks = ([h for h in hits if bool(h.annotation_id) == marked] for marked in (False, True))
        shown = [*articles[:SHOWN], *marks[:SHOWN]]
        self.model.show(shown)
        self.answered.emit(len(shown), len(shown) < len(hits))

    def _open(self, index: QModelIndex) -> None:
        hit: Hit = index.data(HIT)
        self.hitActivated.emit(hit.article_id, hit.annotation_id)
