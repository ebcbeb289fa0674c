"""Which articles of the list are chosen, by their ids: the rows may be those of others before the list is read anew."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject

from ui.library.article_list import ArticleList
from ui.library.model import LibraryModel
from ui.library.rows import PAGE

_Flag = QItemSelectionModel.SelectionFlag


class Choice(QObject):
    """Follows what is chosen in a list, row by row, so that to choose all of it costs one reading of ids."""

    def __init__(self, articles: ArticleList, model: LibraryModel) -> None:
        super().__init__(articles)
        self._list, self._model = articles, model
        self._id_of: dict[int, str] = {}
        articles.selectionModel().selectionChanged.connect(self._follow)

    @property
    def ids(self) -> list[str]:
        """The ids of the chosen articles, from the top."""
        return [self._id_of[row] for row in sorted(self._id_of)]

    def take(self) -> list[str]:
        """Return the same, and forget them: the list was read anew, and nothing in it is chosen yet."""
        ids = self.ids
        self._id_of.clear()
        return ids

    def row(self, row: int) -> None:
        """Choose one article alone."""
        # Not `setCurrentIndex`, which adds to the chosen ones while Ctrl or Shift is held.
        self._list.selectionModel().setCurrentIndex(self._model.index(row), _Flag.ClearAndSelect)

    def add(self, rows: Sequence[int]) -> None:
        """Choose more articles."""
        more = QItemSelection()
        for first, last in _runs(sorted(rows)):
            more.select(self._model.index(first), self._model.index(last))
        self._list.selectionModel().select(more, _Flag.Select)

    def come_back(self, ids: Sequence[str], near: int) -> None:
        """Choose several articles again where they are now, as far as the list still has them."""
        if len(ids) > PAGE:
            place = {id: row for row, id in enumerate(self._model.ids(0, self._model.rowCount() - 1))}
            rows = [place[id] for id in ids if id in place]
        else:
            rows = [row for id in ids if (row := self._model.find(id, near)) >= 0]
        if len(rows) > 1:
            self.row(rows[0])
            self.add(rows)

    def _follow(self, chosen: QItemSelection, left: QItemSelection) -> None:
        for part in map(left.at, range(left.count())):
            for row in range(part.top(), part.bottom() + 1):
                self._id_of.pop(row, None)
        for part in map(chosen.at, range(chosen.count())):
            self._id_of |= enumerate(self._model.ids(part.top(), part.bottom()), part.top())


def _runs(rows: Sequence[int]) -> list[tuple[int, int]]:
    """Rows in order as ranges without a gap."""
    found: list[tuple[int, int]] = []
    for row in rows:
        if found and row == found[-1][1] + 1:
            found[-1] = found[-1][0], row
        else:
            found.append((row, row))
    return found
