"""What the board shows, read beside the window: keys of all rows, and in full the rows that are on the screen."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from reader.board.changes import IndexChange, changed_index
from reader.board.columns import Columns, tally_sources
from reader.board.moment import Moment, Readable
from reader.board.pages import read_page
from reader.board.parties import Parties
from reader.board.row_index import RowIndex, read_row_index
from reader.edits import Swap
from reader.model.annotations import Annotation
from reader.model.claims import Source
from reader.model.claims_board import Numbered
from ui.board.arranging import Arranged, Partly, Wish, arranged, in_order
from ui.board.facts import ReadFacts
from ui.board.line import Line, LineFact, line_of
from ui.board.places import in_place

FEW = 200  # rows: so many are read at once, and then sorted, filtered and grouped without asking again
SCREEN = 60  # rows that a window may show at once


@dataclass(frozen=True, slots=True)
class View:
    """What the window shows now: the rows on the screen and those that are worked at, and which page needs what."""

    keys: tuple[int, ...] = ()
    filtered: bool = False
    matrix: bool = False
    sources: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """One moment of the scope. `lines` are rows that were read for it; with `few` all rows are read."""

    index: RowIndex
    sources: tuple[Source, ...]
    lines: Mapping[int, Line] = field(default_factory=dict)
    cited: Mapping[str, Annotation] = field(default_factory=dict)
    few: bool = False
    columns: Columns | None = None
    counts: Counter[str] | None = None
    change: IndexChange | None = None
    cache: dict[int, LineFact] = field(default_factory=dict, compare=False)


def whole_picture(library: Readable, article_ids: Sequence[str] | None, view: View) -> Picture:
    """Return the board of these articles, or of all."""
    with library.moment() as moment:
        found = Picture(read_row_index(moment, article_ids), tuple(moment.sources()))
        keys = found.index.keys
        few = len(keys) <= FEW
        return _filled(moment, replace(found, few=few), keys if few else {*keys[:SCREEN], *view.keys}, view)


def changed_picture(
    library: Readable,
    before: Picture,
    swaps: Sequence[Swap],
    keys: Mapping[str, int],
    read: Collection[int],
    view: View,
) -> Picture:  # fmt: skip
    """Return the board after these swaps; `keys` and `read` say which rows were read, and may be kept."""
    with library.moment() as moment:
        change = changed_index(moment, before.index, swaps, keys)
        again = any(isinstance(s.entity, Source) for s in swaps)
        sources = tuple(moment.sources()) if again else before.sources
        few = len(change.index.keys) <= FEW
        out = change.removed if change.stale is None else change.stale | change.removed
        cache = {} if change.stale is None else {key: one for key, one in before.cache.copy().items() if key not in out}
        found = Picture(change.index, sources, few=few, change=change, cache=cache)
        here = set(change.index.by_key) | set(change.index.loose) if few else set(view.keys)
        stale = here if change.stale is None else {key for key in here if key in change.stale or key not in read}
        stale |= {change.moved[key] for key in view.keys if key in change.moved}
        if view.filtered and change.stale is not None and len(change.stale) <= FEW:
            stale |= change.stale
        return _filled(moment, found, stale, view)


def _filled(moment: Moment, found: Picture, keys: Iterable[int], view: View) -> Picture:
    lines, cited = some_lines(moment, found, keys, named=view.matrix or found.few)
    if view.matrix or view.sources or found.few:
        names = tally_sources(moment, found.index, found.sources)
        found = replace(found, columns=names.columns, counts=names.counts)
    return replace(found, lines=lines, cited=cited)


def some_lines(
    moment: Moment, of: Picture, keys: Iterable[int], *, named: bool
) -> tuple[dict[int, Line], Mapping[str, Annotation]]:
    """Return rows in words; with `named` with the source marks in their articles, too."""
    page = read_page(moment, of.index, keys, of.sources)
    parties = Parties(of.sources)
    by_article: dict[str, list[Numbered]] = {}
    if named:
        for mark in sorted(moment.sources_in({id for row in page.rows.values() for id in row.articles}), key=_number):
            by_article.setdefault(mark.mark.article_id, []).append(mark)
    lines: dict[int, Line] = {}
    for key, row in page.rows.items():
        marks = sorted((m for id in row.articles for m in by_article.get(id, ())), key=_number)
        says = parties.named_by([m.mark for m in marks]) if named else None
        articles = {id: page.articles[id] for id in row.articles if id in page.articles}
        articles |= {m.article_id: page.articles[m.article_id] for m in row.mentions if m.article_id in page.articles}
        lines[key] = line_of(row, articles, says)
    return lines, page.cited


def _number(mark: Numbered) -> int:
    return mark.number


@dataclass(frozen=True, slots=True)
class Asked:
    """An arrangement that is asked for: of rows that stand in `order`, or, with `anew`, are to be put in order.

    Only those that are `unsorted` get the place that they are sorted to.
    """

    wish: Wish
    order: array[int]
    kept: frozenset[int]
    anew: bool = False
    unsorted: frozenset[int] = frozenset()


def arrangement(library: Readable, of: Picture, asked: Asked, check: Callable[[], None], partly: Partly) -> Arranged:
    """Return how the rows stand. `check` is called between two steps, and raises when that is not wanted any longer."""
    with library.moment() as moment:
        facts = ReadFacts(moment, of.index, of.sources, check, of.cache)
        order = asked.order
        if asked.anew or asked.unsorted:
            now = in_order(of.index.keys, asked.wish, facts)
            before = array("q", (key for key in order if key not in asked.unsorted))
            order = now if asked.anew else in_place(before, now, (), asked.unsorted.intersection(now), {})
        words = asked.wish.wanted
        return arranged(
            order, asked.wish, asked.kept, facts, partly, lambda keys: facts.likely(keys, words, asked.kept)
        )
