"""The article list as a model: rows are counted once and read in pages when they come into view."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QLocale, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer

from reader.edits import Change
from reader.model.annotations import Annotation
from reader.model.articles import Article
from reader.model.listing import Summary
from reader.query import Query
from ui.language.dates import day
from ui.language.i18n import label_name
from ui.look.plain_tooltip import plain_tooltip
from ui.session import Session

PAGE = 100
MANY = 50  # articles with changed marks, above which the list is read anew
GATHER = 150  # milliseconds: a thousand articles that come in are not a thousand new lists

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    SUMMARY = Qt.ItemDataRole.UserRole + 1
    ID = Qt.ItemDataRole.UserRole + 2


class LibraryModel(QAbstractListModel):
    """The articles that `query` finds, in its order. Costs what is shown, not what is kept."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._query = Query()
        # What was glanced at stands here until the library is open.
        seen = session.first.summaries if session.first is not None and not session.is_open else []
        self._pages: dict[int, list[Summary]] = {0: list(seen)} if seen else {}
        self._count = len(seen)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(GATHER)
        self._later.timeout.connect(self.reload)
        session.libraryOpened.connect(self.reload)
        session.changed.connect(self._changed)
        if session.is_open:
            self.reload()

    @property
    def query(self) -> Query:
        """What the list shows now."""
        return self._query

    def ask(self, query: Query) -> None:
        """Show what `query` finds."""
        if query != self._query:
            self._query = query
            self.reload()

    def reload(self) -> None:
        """Count and read anew."""
        self._later.stop()
        self.beginResetModel()
        self._pages.clear()
        self._count = self._session.library.count(self._query) if self._session.is_open else 0
        self.endResetModel()

    def summary(self, row: int) -> Summary | None:
        """Return the article in `row`; None past the end."""
        if not 0 <= row < self._count:
            return None
        number, place = divmod(row, PAGE)
        if number not in self._pages:
            if len(self._pages) > 40:
                self._pages.clear()
            library = self._session.library
            self._pages[number] = library.summaries(self._query, offset=number * PAGE, limit=PAGE)
        page = self._pages[number]
        return page[place] if place < len(page) else None

    def row_of(self, article_id: str) -> int:
        """Return the row of an article among the pages that were read; -1 when it is on none of them."""
        for number, page in self._pages.items():
            for place, summary in enumerate(page):
                if summary.id == article_id:
                    return number * PAGE + place
        return -1

    def find(self, article_id: str, near: int) -> int:
        """Return the row of an article; only the pages that were read, those round the row `near` and the first are
        looked through: -1 when it is on none."""
        row = self.row_of(article_id) if article_id else -1
        if row >= 0 or not article_id or not self._session.is_open:
            return row
        here = max(0, near) // PAGE
        for number in dict.fromkeys((here, here + 1, here - 1, 0)):
            if 0 <= number * PAGE < self._count and number not in self._pages:
                self.summary(number * PAGE)  # reads the page
                row = self.row_of(article_id)
                if row >= 0:
                    return row
        return -1

    def show_progress(self, article_id: str, progress: float) -> None:
        """Say how much of an article was read by now, without asking the library."""
        row = self.row_of(article_id)
        if row >= 0:
            number, place = divmod(row, PAGE)
            self._pages[number][place] = replace(self._pages[number][place], progress=progress)
            self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        summary = self.summary(index.row())
        if summary is None:
            return None
        if role == Role.SUMMARY:
            return summary
        if role == Role.ID:
            return summary.id
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(self._told(summary))
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(part for part in (summary.title, summary.site, summary.published[:10]) if part)
        return None

    def _told(self, summary: Summary) -> str:
        """All that a row has no room for."""
        when = day(summary.published, QLocale()) if summary.published else ""
        if when and summary.published_basis == "inferred":
            when = self.tr("{0} (inferred)").format(when)
        counted = sorted(summary.counts.items(), key=lambda item: self._session.label(item[0]).position)
        marks = ", ".join(f"{label_name(self._session.label(id))} {number}" for id, number in counted)
        return "\n".join(part for part in (summary.title, summary.site, when, marks) if part)

    def _changed(self, change: Change) -> None:
        """Marks change one row; articles that come, go or move change the list, a little later and once for many."""
        if any(isinstance(swap.entity, Article) for swap in change.edit.swaps):
            self._later.start()
            return
        marks: dict[str, Counter[str]] = {}
        for swap in change.edit.swaps:
            for mark, by in ((swap.before, -1), (swap.after, 1)):
                if isinstance(mark, Annotation):
                    marks.setdefault(mark.article_id, Counter())[mark.label] += by
        if len(marks) >= MANY:
            self._later.start()
            return
        for article_id, by_label in marks.items():
            self._recount(self.row_of(article_id), by_label)

    def _recount(self, row: int, by_label: Counter[str]) -> None:
        """Count marks that came and went, without asking the library: the frame that shows them does not wait."""
        if row < 0:
            return
        number, place = divmod(row, PAGE)
        known = self._pages[number][place]
        counts = {label: known.counts.get(label, 0) + by_label[label] for label in {*known.counts, *by_label}}
        self._pages[number][place] = replace(known, counts={label: n for label, n in counts.items() if n > 0})
        self.dataChanged.emit(self.index(row), self.index(row))
