"""By what rows are ordered, filtered and grouped, for any number of them: read in the order asked for, and let go.

Most rows of a large library are marks that nothing is said of yet. Of these the words are read and nothing is built.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Protocol

from reader.board.moment import Moment
from reader.board.pages import read_page
from reader.board.row_index import RowIndex
from reader.board.values import Row
from reader.model.claims import Source
from reader.model.claims_board import Outlet, Words
from reader.text.folding import fold_text
from ui.board.line import Column, LineFact, line_of, outlet

_MOST = 20_000  # facts of built rows that are kept
_LOOKED_AT = 8_000  # rows that SQLite looks through at once
_FIRST, _AT_ONCE = 60, 1000  # rows: between two of such steps a reading can be stopped; the first fill a screen


class Fact(Protocol):
    """By what a row is ordered, filtered and grouped."""

    def holds(self, words: Sequence[str]) -> bool:
        """Return whether each of the words, which are folded, stands somewhere in the row."""
        ...

    def key(self, column: int) -> tuple[float, str]: ...
    def group(self, by: str) -> tuple[tuple[int, str], ...]: ...


Facts = Callable[[Iterable[int]], Iterator[tuple[int, Fact]]]


class _ArticleFact:
    """What the rows of an article that nothing is said of have in common."""

    __slots__ = ("_found", "_left", "outlet", "said")

    def __init__(self, outlet_: Outlet, common: LineFact) -> None:
        self.outlet = outlet_
        said = outlet(outlet_)
        self.said = said.casefold()
        self._found = f"{fold_text(said)}\n{fold_text(outlet_.title)}{common.found}"
        self._left: tuple[Sequence[str], list[str]] = ((), [])

    def left(self, words: Sequence[str]) -> list[str]:
        """Return the words that are not found here: they must stand in what is marked."""
        if self._left[0] is not words:
            self._left = words, [word for word in words if word not in self._found]
        return self._left[1]


class BareFact:
    """The fact of a mark that nothing is said of, as `line_of` would make it."""

    __slots__ = ("_article", "_common", "_quote")

    def __init__(self, quote: str, article: _ArticleFact, common: LineFact) -> None:
        self._quote, self._article, self._common = quote, article, common

    def holds(self, words: Sequence[str]) -> bool:
        if not (left := self._article.left(words)):
            return True
        quote = fold_text(self._quote)
        return all(word in quote for word in left)

    def key(self, column: int) -> tuple[float, str]:
        if column == Column.WORDING:
            return 0.0, self._quote.casefold()
        return (0.0, self._article.said) if column == Column.SAID else self._common.key(column)

    def group(self, by: str) -> tuple[tuple[int, str], ...]:
        return ((0, self._article.outlet.title),) if by == "article" else self._common.group(by)


_NOTHING_SAID = Row("", "", None, (), (), (), None, ("",))


class ReadFacts:
    """Reads of the library what is asked. `check` is called between two steps, and raises when no more is wanted.

    `cache` keeps the facts of rows that had to be built, for the next time.
    """

    def __init__(
        self, moment: Moment, index: RowIndex, sources: Sequence[Source], check: Callable[[], None],
        cache: dict[int, LineFact],
    ) -> None:  # fmt: skip
        self._moment, self._index, self._sources = moment, index, sources
        self._check, self._cache = check, cache
        self._common = line_of(_NOTHING_SAID, {}).fact  # what all such rows have in common
        self._linked = moment.linked_numbers("claim")
        self._attributed = moment.attributed_revisions()
        self._built = self._linked | moment.claimed_in(self._attributed)  # rows that more is said of
        self._of_articles: dict[str, _ArticleFact] = {}

    def __call__(self, keys: Iterable[int]) -> Iterator[tuple[int, Fact]]:
        """Yield the keys that are rows, each with its fact, in the order they are given."""
        left, size = iter(keys), _FIRST
        while some := list(islice(left, size)):
            self._check()
            facts = self._of(some)
            yield from ((key, facts[key]) for key in some if key in facts)
            size = min(size * 2, _AT_ONCE)

    def likely(self, keys: Iterable[int], words: Sequence[str], kept: Collection[int]) -> Iterator[tuple[int, Fact]]:
        """Yield as a call does, without rows that surely do not hold all the words; the `kept` are among them."""
        common = f"{self._common.found}{fold_text(outlet(None))}"
        asked = [word for word in words if word not in common]
        yield from self(self._those(keys, asked, kept) if asked else keys)

    def _those(self, keys: Iterable[int], words: Sequence[str], kept: Collection[int]) -> Iterator[int]:
        left, size = iter(keys), _AT_ONCE
        while some := list(islice(left, size)):
            self._check()
            bare = [key for key in some if key > 0 and key not in self._built]
            likely = set(self._moment.likely(bare, words)) if bare else set()
            yield from (key for key in some if key in likely or key < 0 or key in self._built or key in kept)
            size = min(size * 2, _LOOKED_AT)

    def _of(self, keys: Sequence[int]) -> Mapping[int, Fact]:
        words = self._moment.words(key for key in keys if key > 0 and key not in self._linked)
        self._find_articles({w.article_id for w in words})
        facts: dict[int, Fact] = {
            w.number: BareFact(w.quote, self._of_articles[w.article_id], self._common)
            for w in words
            if self._is_bare(w)
        }
        facts |= {key: self._cache[key] for key in keys if key in self._cache}
        full = [key for key in keys if key not in facts]
        for start in range(0, len(full), _FIRST):
            self._check()
            page = read_page(self._moment, self._index, full[start : start + _FIRST], self._sources)
            facts |= {key: self._kept(key, line_of(row, page.articles).fact) for key, row in page.rows.items()}
        return facts

    def _kept(self, key: int, fact: LineFact) -> LineFact:
        if len(self._cache) < _MOST:
            self._cache[key] = fact
        return fact

    def _find_articles(self, article_ids: set[str]) -> None:
        """Keep what is known of these articles alone: neighbours in the order mostly stand in the same ones."""
        known = {id: self._of_articles[id] for id in article_ids & self._of_articles.keys()}
        outlets = self._moment.outlets(article_ids - known.keys())
        self._of_articles = known | {id: _ArticleFact(found, self._common) for id, found in outlets.items()}

    def _is_bare(self, words: Words) -> bool:
        """Whether nobody is said to say it, no capture changed it, and it stands in nothing that somebody said."""
        article = self._of_articles.get(words.article_id)
        return (
            article is not None
            and not words.moved
            and words.revision_id == article.outlet.revision_id
            and words.revision_id not in self._attributed
        )
