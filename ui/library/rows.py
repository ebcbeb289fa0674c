"""The articles of a list by row: read a page at a time when a row is first asked for, and found by their ids."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reader.model.listing import Summary

PAGE = 100
_KEPT = 40  # pages
Read = Callable[[int, int], list[Summary]]  # from a row on, at most so many


class Rows:
    """As many rows as the list has, of which only those are known that were asked for lately."""

    def __init__(self, read: Read, known: Sequence[Summary] = ()) -> None:
        """`known` are all there are until `forget` says how many there are."""
        self._read, self.count = read, len(known)
        self._pages: dict[int, list[Summary]] = {}
        self._row_of: dict[str, int] = {}
        if known:
            self._keep(0, list(known))

    def forget(self, count: int) -> None:
        """Read anew what is asked for from now on; there are `count` rows."""
        self.count = count
        self._pages.clear()
        self._row_of.clear()

    def at(self, row: int) -> Summary | None:
        """Return the article in `row`; None past the end."""
        if not 0 <= row < self.count:
            return None
        number, place = divmod(row, PAGE)
        if number not in self._pages:
            self._keep(number, self._read(number * PAGE, PAGE))
        page = self._pages[number]
        return page[place] if place < len(page) else None

    def row_of(self, article_id: str) -> int:
        """Return the row of an article among the pages that are known; -1 when it is on none of them."""
        return self._row_of.get(article_id, -1)

    def find(self, article_id: str, near: int) -> int:
        """Return the same, after the pages round the row `near` and the first were read too."""
        here = max(0, near) // PAGE
        for number in dict.fromkeys((here, here + 1, here - 1, 0)):
            if article_id in self._row_of:
                break
            if number >= 0:
                self.at(number * PAGE)
        return self.row_of(article_id)

    def put(self, row: int, summary: Summary) -> None:
        """Let a row that is known say something else of its article."""
        number, place = divmod(row, PAGE)
        self._pages[number][place] = summary

    def _keep(self, number: int, page: list[Summary]) -> None:
        if len(self._pages) >= _KEPT:
            for summary in self._pages.pop(next(iter(self._pages))):
                self._row_of.pop(summary.id, None)
        self._pages[number] = page
        self._row_of |= {summary.id: number * PAGE + place for place, summary in enumerate(page)}
