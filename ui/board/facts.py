"""By what rows are ordered, filtered and grouped, for any number of them: read in the order asked for, and let go.

Most rows of a large library are marks that nothing is said of yet. Of these the words are read and nothing is built.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Protocol

from reader.board.moment import Moment
from reader.board.pages import read_page
from reader.board.skeleton import Skeleton
from reader.board.values import Row
from reader.model.claims import Source
from reader.model.claims_board import Outlet, Words
from ui.board.snapshot import Column, Line, line_of, outlet

_AT_ONCE = 1000  # rows: between two of such steps a reading can be stopped


class Fact(Protocol):
    """What `Line` says of a row, too."""

    @property
    def found(self) -> str: ...
    def key(self, column: int) -> tuple[float, str]: ...
    def group(self, by: str) -> tuple[tuple[int, str], ...]: ...


Facts = Callable[[Iterable[int]], Iterator[tuple[int, Fact]]]


class Stopped(Exception):
    """What was asked for is not wanted any longer."""


class Bare:
    """The row of a mark that nothing is said of: what `line_of` would say of it."""

    __slots__ = ("_common", "_outlet", "_quote")

    def __init__(self, quote: str, outlet: Outlet, common: Line) -> None:
        self._quote, self._outlet, self._common = quote, outlet, common

    @property
    def found(self) -> str:
        said = outlet(self._outlet)
        return f"{self._quote}\n{said}\n{self._outlet.title}".casefold() + self._common.found

    def key(self, column: int) -> tuple[float, str]:
        if column == Column.WORDING:
            return 0.0, self._quote.casefold()
        return (0.0, outlet(self._outlet).casefold()) if column == Column.SAID else self._common.key(column)

    def group(self, by: str) -> tuple[tuple[int, str], ...]:
        return ((0, self._outlet.title),) if by == "article" else self._common.group(by)


_NOTHING_SAID = Row("", "", None, (), (), (), None, ("",))


class ReadFacts:
    """Reads of the library what is asked. Raises `Stopped` when `stopped` says so."""

    def __init__(
        self, moment: Moment, bones: Skeleton, sources: Sequence[Source], stopped: Callable[[], bool] = lambda: False
    ) -> None:
        self._moment, self._bones, self._sources, self._stopped = moment, bones, sources, stopped
        self._common = line_of(_NOTHING_SAID, {})  # what all such rows have in common
        self._linked = moment.linked_numbers("claim")
        self._attributed = moment.attributed_revisions()
        self._outlets: dict[str, Outlet] = {}

    def __call__(self, keys: Iterable[int]) -> Iterator[tuple[int, Fact]]:
        """Yield the keys that are rows, each with its fact, in the order they are given."""
        left = iter(keys)
        while some := list(islice(left, _AT_ONCE)):
            if self._stopped():
                raise Stopped
            facts = self._of(some)
            yield from ((key, facts[key]) for key in some if key in facts)

    def _of(self, keys: Sequence[int]) -> Mapping[int, Fact]:
        words = self._moment.words(key for key in keys if key > 0 and key not in self._linked)
        wanted = {w.article_id for w in words}
        known = {id: self._outlets[id] for id in wanted & self._outlets.keys()}
        self._outlets = known | self._moment.outlets(wanted - known.keys())  # neighbours stand in the same articles
        facts: dict[int, Fact] = {
            w.number: Bare(w.quote, self._outlets[w.article_id], self._common) for w in words if self._is_bare(w)
        }
        full = [key for key in keys if key not in facts]
        if full:
            page = read_page(self._moment, self._bones, full, self._sources)
            facts |= {key: line_of(row, page.articles) for key, row in page.rows.items()}
        return facts

    def _is_bare(self, words: Words) -> bool:
        """Whether nobody is said to say it, no capture changed it, and it stands in nothing that somebody said."""
        found = self._outlets.get(words.article_id)
        return (
            found is not None
            and not words.moved
            and words.revision_id == found.revision_id
            and words.revision_id not in self._attributed
        )
