"""By what rows are ordered, filtered and grouped, for any number of them: read in the order asked for, and let go.

Most rows of a large library are marks that nothing is said of yet. Of these the words are read and nothing is built.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Protocol

from reader.board.moment import Moment
from reader.board.pages import read_page
from reader.board.skeleton import Skeleton
from reader.board.values import Row
from reader.model.claims import Source
from reader.model.claims_board import Outlet, Words
from ui.board.snapshot import Column, Line, line_of, outlet

_MOST = 20_000  # rows of which it is kept
_LOOKED_AT = 8_000  # rows that SQLite looks through at once
_FIRST, _AT_ONCE = 60, 1000  # rows: between two of such steps a reading can be stopped; the first fill a screen


class Fact(Protocol):
    """By what a row is ordered, filtered and grouped."""

    def holds(self, words: Sequence[str]) -> bool:
        """Return whether each of the words, in small letters, stands somewhere in the row."""
        ...

    def key(self, column: int) -> tuple[float, str]: ...
    def group(self, by: str) -> tuple[tuple[int, str], ...]: ...


Facts = Callable[[Iterable[int]], Iterator[tuple[int, Fact]]]


class Stopped(Exception):
    """What was asked for is not wanted any longer."""


class Told:
    """What is kept of a row that was built, when it is let go."""

    __slots__ = ("_found", "_groups", "_keys")

    def __init__(self, line: Line) -> None:
        self._found, self._keys, self._groups = line.found, line.keys, line.groups

    def holds(self, words: Sequence[str]) -> bool:
        return all(word in self._found for word in words)

    def key(self, column: int) -> tuple[float, str]:
        return self._keys[column]

    def group(self, by: str) -> tuple[tuple[int, str], ...]:
        return self._groups[by]


class _Place:
    """What the rows of an article have in common that nothing is said of."""

    __slots__ = ("_found", "_left", "outlet", "said")

    def __init__(self, outlet_: Outlet, common: Line) -> None:
        self.outlet = outlet_
        said = outlet(outlet_)
        self.said = said.casefold()
        self._found = f"{self.said}\n{outlet_.title.casefold()}{common.found}"
        self._left: tuple[Sequence[str], list[str]] = ((), [])

    def left(self, words: Sequence[str]) -> list[str]:
        """Return the words that are not found here: they must stand in what is marked."""
        if self._left[0] is not words:
            self._left = words, [word for word in words if word not in self._found]
        return self._left[1]


class Bare:
    """The row of a mark that nothing is said of: what `line_of` would say of it."""

    __slots__ = ("_common", "_place", "_quote")

    def __init__(self, quote: str, place: _Place, common: Line) -> None:
        self._quote, self._place, self._common = quote, place, common

    def holds(self, words: Sequence[str]) -> bool:
        if not (left := self._place.left(words)):
            return True
        quote = self._quote.casefold()
        return all(word in quote for word in left)

    def key(self, column: int) -> tuple[float, str]:
        if column == Column.WORDING:
            return 0.0, self._quote.casefold()
        return (0.0, self._place.said) if column == Column.SAID else self._common.key(column)

    def group(self, by: str) -> tuple[tuple[int, str], ...]:
        return ((0, self._place.outlet.title),) if by == "article" else self._common.group(by)


_NOTHING_SAID = Row("", "", None, (), (), (), None, ("",))


class ReadFacts:
    """Reads of the library what is asked. Raises `Stopped` when `stopped` says so.

    `told` keeps what was found of rows that had to be built, for the next time.
    """

    def __init__(
        self, moment: Moment, bones: Skeleton, sources: Sequence[Source], stopped: Callable[[], bool],
        told: dict[int, Told],
    ) -> None:  # fmt: skip
        self._moment, self._bones, self._sources = moment, bones, sources
        self._stopped, self._told = stopped, told
        self._common = line_of(_NOTHING_SAID, {})  # what all such rows have in common
        self._linked = moment.linked_numbers("claim")
        self._attributed = moment.attributed_revisions()
        self._built = self._linked | moment.claimed_in(self._attributed)  # rows that more is said of
        self._places: dict[str, _Place] = {}

    def __call__(self, keys: Iterable[int]) -> Iterator[tuple[int, Fact]]:
        """Yield the keys that are rows, each with its fact, in the order they are given."""
        left, size = iter(keys), _FIRST
        while some := list(islice(left, size)):
            if self._stopped():
                raise Stopped
            facts = self._of(some)
            yield from ((key, facts[key]) for key in some if key in facts)
            size = min(size * 2, _AT_ONCE)

    def likely(self, keys: Iterable[int], words: Sequence[str], kept: Collection[int]) -> Iterator[tuple[int, Fact]]:
        """Yield as a call does, without rows that surely do not hold all the words; the `kept` are among them."""
        common = f"{self._common.found}{outlet(None).casefold()}"
        asked = [word for word in words if word not in common]
        yield from self(self._those(keys, asked, kept) if asked else keys)

    def _those(self, keys: Iterable[int], words: Sequence[str], kept: Collection[int]) -> Iterator[int]:
        left, size = iter(keys), _AT_ONCE
        while some := list(islice(left, size)):
            if self._stopped():
                raise Stopped
            bare = [key for key in some if key > 0 and key not in self._built]
            likely = set(self._moment.likely(bare, words)) if bare else set()
            yield from (key for key in some if key in likely or key < 0 or key in self._built or key in kept)
            size = min(size * 2, _LOOKED_AT)

    def _of(self, keys: Sequence[int]) -> Mapping[int, Fact]:
        words = self._moment.words(key for key in keys if key > 0 and key not in self._linked)
        self._find_places({w.article_id for w in words})
        facts: dict[int, Fact] = {
            w.number: Bare(w.quote, self._places[w.article_id], self._common) for w in words if self._is_bare(w)
        }
        facts |= {key: self._told[key] for key in keys if key in self._told}
        full = [key for key in keys if key not in facts]
        for start in range(0, len(full), _FIRST):
            if self._stopped():
                raise Stopped
            page = read_page(self._moment, self._bones, full[start : start + _FIRST], self._sources)
            facts |= {key: self._tell(key, line_of(row, page.articles)) for key, row in page.rows.items()}
        return facts

    def _tell(self, key: int, line: Line) -> Told:
        found = Told(line)
        if len(self._told) < _MOST:
            self._told[key] = found
        return found

    def _find_places(self, article_ids: set[str]) -> None:
        """Know these articles, and no others: neighbours in the order mostly stand in the same ones."""
        known = {id: self._places[id] for id in article_ids & self._places.keys()}
        outlets = self._moment.outlets(article_ids - known.keys())
        self._places = known | {id: _Place(found, self._common) for id, found in outlets.items()}

    def _is_bare(self, words: Words) -> bool:
        """Whether nobody is said to say it, no capture changed it, and it stands in nothing that somebody said."""
        place = self._places.get(words.article_id)
        return (
            place is not None
            and not words.moved
            and words.revision_id == place.outlet.revision_id
            and words.revision_id not in self._attributed
        )
