"""The article list as a model: rows are counted once and read in pages when they come into view."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QLocale, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from reader.edits import Change
from reader.messages import Message
from reader.model.annotations import Annotation
from reader.model.articles import Article
from reader.model.listing import Summary
from reader.query import Query
from ui.jobs import Jobs
from ui.language.dates import day
from ui.language.i18n import label_name
from ui.library.membership import retold, stays
from ui.library.rows import PAGE, Rows
from ui.look.plain_tooltip import plain_tooltip
from ui.question import Questions
from ui.session import Session

if TYPE_CHECKING:
    from reader.store import Listed

MANY = 50  # articles with changed marks, above which the list is read anew
GATHER = 150  # milliseconds: a thousand articles that come in are not a thousand new lists

Index = QModelIndex | QPersistentModelIndex
_BEGINNING = Qt.MatchFlag.MatchStartsWith | Qt.MatchFlag.MatchWrap


class Role(IntEnum):
    SUMMARY = Qt.ItemDataRole.UserRole + 1
    ID = Qt.ItemDataRole.UserRole + 2


class LibraryModel(QAbstractListModel):
    """The articles that `query` finds, in its order. Costs what is shown, not what is kept.

    What is `wanted` and narrows the list is made ready beside the window; until then the list is that of `query`.
    `refused` carries why it cannot be had.
    """

    refused = Signal(object)

    def __init__(self, session: Session, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._query = self._wanted = Query()
        self._listed: Listed | None = None  # what was found for it
        # What was glanced at stands here until the library is open.
        first = session.first if not session.is_open else None
        self._rows = Rows(self._read, first.summaries if first is not None else ())
        self._questions = Questions(jobs, self)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(GATHER)
        self._later.timeout.connect(self.reload)
        session.libraryOpened.connect(self.reload)
        session.changed.connect(self._changed)
        if session.is_open:
            self.reload()

    # -- what is listed --------------------------------------------------------------------------------------------

    @property
    def query(self) -> Query:
        """What the list shows now."""
        return self._query

    @property
    def wanted(self) -> Query:
        """What it was asked to show last."""
        return self._wanted

    def ask(self, query: Query) -> None:
        """Show what `query` finds, as soon as that is ready."""
        if query != self._wanted:
            self._wanted = query
            self._make_ready()

    def stay(self) -> None:
        """Go on with what is shown, whatever was asked for."""
        self._questions.stop()
        self._wanted = self._query

    def reload(self) -> None:
        """Count and read anew."""
        self._later.stop()
        self._make_ready()

    def _make_ready(self) -> None:
        query = self._wanted
        if not self._session.is_open or not query.is_filtered:
            self._questions.stop()
            self._show(self._session.library.listed(query) if self._session.is_open else None)
            return
        library = self._session.library
        self._questions.ask(lambda interrupt: library.listed(query, interrupt=interrupt), self._show, self._refuse)

    def _show(self, listed: Listed | None) -> None:
        """Show what was found; None while no library is open."""
        self.beginResetModel()
        self._query, self._listed = self._wanted, listed
        self._rows.forget(listed.count if listed is not None else 0)
        self.endResetModel()

    def _refuse(self, reason: Message) -> None:
        self._wanted = self._query
        self.refused.emit(reason)

    # -- its rows ----------------------------------------------------------------------------------------------------

    def _read(self, offset: int, limit: int) -> list[Summary]:
        return self._session.library.rows_of(self._listed, offset, limit) if self._listed is not None else []

    def summary(self, row: int) -> Summary | None:
        """Return the article in `row`; None past the end."""
        return self._rows.at(row)

    def row_of(self, article_id: str) -> int:
        """Return the row of an article among the pages that were read; -1 when it is on none of them."""
        return self._rows.row_of(article_id)

    def find(self, article_id: str, near: int) -> int:
        """Return the row of an article; only the pages that were read, those round the row `near` and the first are
        looked through: -1 when it is on none."""
        if not article_id or not self._session.is_open:
            return self._rows.row_of(article_id)
        return self._rows.find(article_id, near)

    def ids(self, first: int, last: int) -> list[str]:
        """Return the ids of the articles from one row to another."""
        if last - first >= PAGE and self._listed is not None:
            return self._session.library.ids_of(self._listed, first, last - first + 1)
        return [summary.id for row in range(first, last + 1) if (summary := self._rows.at(row)) is not None]

    def show_progress(self, article_id: str, progress: float) -> None:
        """Say how much of an article was read by now, without asking the library."""
        row = self.row_of(article_id)
        if row >= 0 and (known := self.summary(row)) is not None:
            self._put(row, replace(known, progress=progress))

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._rows.count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in _TOLD:  # half of what a view asks for is a colour, a font or an icon
            return None
        summary = self.summary(index.row())
        if summary is None:
            return None
        if role == Role.SUMMARY:
            return summary
        if role == Role.ID:
            return summary.id
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(self._told(summary))
        return ", ".join(part for part in (summary.title, summary.site, summary.published[:10]) if part)

    def match(
        self, start: Index, role: int, value: Any, hits: int = 1, flags: Qt.MatchFlag = _BEGINNING
    ) -> list[QModelIndex]:
        """Find the row whose title begins with what is typed, without reading the rows before it."""
        if role != Qt.ItemDataRole.DisplayRole or hits != 1 or flags != _BEGINNING or self._listed is None:
            return super().match(start, role, value, hits, flags)
        row = self._session.library.row_beginning(self._listed, str(value), max(0, start.row()))
        return [self.index(row)] if 0 <= row < self._rows.count else []

    def _told(self, summary: Summary) -> str:
        """All that a row has no room for."""
        when = day(summary.published, QLocale()) if summary.published else ""
        if when and summary.published_basis == "inferred":
            when = self.tr("{0} (inferred)").format(when)
        counted = sorted(summary.counts.items(), key=lambda item: self._session.label(item[0]).position)
        marks = ", ".join(f"{label_name(self._session.label(id))} {number}" for id, number in counted)
        return "\n".join(part for part in (summary.title, summary.site, when, marks) if part)

    # -- changes -----------------------------------------------------------------------------------------------------

    def _changed(self, change: Change) -> None:
        """Marks and facts of an article change one row; what comes, goes or moves changes the list, a little later and
        once for many."""
        if change.unlisted:
            self._later.start()
            return
        articles: dict[str, Article] = {}
        marks: dict[str, Counter[str]] = {}
        for swap in change.edit.swaps:
            if isinstance(swap.entity, Article):
                if not stays(self._wanted, swap.before, swap.after):
                    self._later.start()
                    return
                articles[swap.entity.id] = swap.entity
            for mark, by in ((swap.before, -1), (swap.after, 1)):
                if isinstance(mark, Annotation):
                    marks.setdefault(mark.article_id, Counter())[mark.label] += by
        if len(marks) >= MANY or len(articles) >= MANY:
            self._later.start()
            return
        for id in {**articles, **marks}:
            self._retell(id, articles.get(id), marks.get(id, Counter()))

    def _retell(self, article_id: str, article: Article | None, by_label: Counter[str]) -> None:
        """Say of a row what was changed and count marks that came and went, without asking the library: the frame that
        shows them does not wait."""
        row = self.row_of(article_id)
        known = self.summary(row)
        if known is None:
            return
        counts = {label: known.counts.get(label, 0) + by_label[label] for label in {*known.counts, *by_label}}
        told = replace(known, counts={label: n for label, n in counts.items() if n > 0})
        self._put(row, retold(told, article) if article is not None else told)

    def _put(self, row: int, summary: Summary) -> None:
        """A title may need more room than the one before; nothing else does."""
        known = self._rows.at(row)
        self._rows.put(row, summary)
        same = known is not None and known.title == summary.title
        self.dataChanged.emit(self.index(row), self.index(row), [Role.SUMMARY] if same else [])


_TOLD = frozenset(
    map(
        int,
        (
            Role.SUMMARY,
            Role.ID,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ),
    )
)
