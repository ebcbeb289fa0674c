"""What a change of the library does to the board: which rows come, go, or have to be read again."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from reader.board.moment import Moment
from reader.board.row_index import RowIndex, claims_of, clusters, read_row_index, with_counts
from reader.edits import Swap
from reader.edits.attribution import KIND
from reader.model.annotations import Annotation, Relation
from reader.model.articles import Article
from reader.model.claims import Claim, Evidence, Review, Source
from reader.model.claims_board import SmallMark


@dataclass(frozen=True, slots=True)
class IndexChange:
    """What is other in the row index, which is `index` from now on.

    `stale` are the keys of the rows that have to be read again, None for all of them. `removed` and `added` say which
    went and came, `moved` under which key those that went are found now.
    """

    index: RowIndex
    stale: frozenset[int] | None = frozenset()
    removed: frozenset[int] = frozenset()
    added: frozenset[int] = frozenset()
    moved: Mapping[int, int] = field(default_factory=dict)


def changed_index(moment: Moment, before: RowIndex, swaps: Sequence[Swap], keys: Mapping[str, int]) -> IndexChange:
    """Return the row index after these swaps. `keys` are those of the rows that were read, by their first mark's id."""
    return _ChangeReading(moment, before, swaps, keys).found()


class _ChangeReading:
    def __init__(self, moment: Moment, before: RowIndex, swaps: Sequence[Swap], keys: Mapping[str, int]) -> None:
        self._moment, self._before, self._swaps, self._keys = moment, before, swaps, keys
        self._articles = {s.entity.id for s in swaps if isinstance(s.entity, Article)}
        self._claims = {s.entity.id for s in swaps if isinstance(s.entity, Claim)}
        self._marks: dict[str, SmallMark] = {}
        self._relations: dict[str, Relation] = {}
        self._changed = {s.entity.id for s in swaps if isinstance(s.entity, Annotation)}

    def found(self) -> IndexChange:
        self._read()
        index, old, new = self._rows_now()
        removed, added = frozenset(old - new), frozenset(new - old)
        if removed or added or self._recounts():
            index = with_counts(self._moment, index)
        key_of = self._key_of(index)
        moved = {key: now for key in removed if (now := self._now(key, key_of)) and now != key}
        return IndexChange(index, self._stale(index, key_of), removed, added, moved)

    # -- what the swaps are about ----------------------------------------------------------------------------------

    def _read(self) -> None:
        """The marks that were changed, those that they are linked to, and the links between these."""
        ids = set(self._changed)
        for swap in self._swaps:
            for thing in (swap.before, swap.after):
                if isinstance(thing, Relation):
                    ids.update(m.annotation_id for m in thing.members)
                    self._relations |= {r.id: r for r in self._inner([thing.id])}
        ids.update(m.annotation_id for r in self._relations.values() for m in r.members)
        self._marks |= {m.id: m for m in self._moment.small_about(self._claims)}
        if self._articles:
            of_articles = [m for label in ("claim", "denial", "source") for m in self._in(label, self._articles)]
            mentions = self._moment.mentions_in(self._articles)
            self._marks |= {m.id: m for m in (*of_articles, *mentions)}
        self._follow(ids | self._marks.keys())

    def _in(self, label: str, article_ids: Iterable[str]) -> list[SmallMark]:
        return self._moment.in_articles(label, article_ids)

    def _follow(self, fresh: set[str]) -> None:
        """Read the marks and whatever they are linked to; of these, what says the same as they do, however far."""
        self._add(fresh)
        found = {r.id: r for r in self._moment.relations_of(sorted(fresh))}
        found |= {r.id: r for r in self._inner(found)}
        self._relations |= found
        done, fresh = fresh, {m.annotation_id for r in self._relations.values() for m in r.members} - fresh
        while fresh:
            self._add(fresh)
            done |= fresh
            same = [r for r in self._moment.relations_of(sorted(fresh)) if r.kind == "same_claim"]
            self._relations |= {r.id: r for r in same}
            fresh = {m.annotation_id for r in same for m in r.members} - done

    def _add(self, ids: set[str]) -> None:
        self._marks |= {m.id: m for m in self._moment.small_marks(sorted(ids - self._marks.keys()))}

    def _inner(self, ids: Iterable[str]) -> list[Relation]:
        """The attributions nested in these: what is said of the outer one is said on their way, too."""
        found: dict[str, Relation] = {}
        open_ = set(ids)
        while open_:
            fresh = [r for r in self._moment.nested_in(sorted(open_)) if r.id not in found]
            found |= {r.id: r for r in fresh}
            open_ = {r.id for r in fresh}
        return list(found.values())

    # -- which rows there are --------------------------------------------------------------------------------------

    def _rows_now(self) -> tuple[RowIndex, set[int], set[int]]:
        """The index now, and which of the rows that are touched there were before and are now."""
        if self._before.scope.article_ids is not None or self._is_unknown():
            index = read_row_index(self._moment, self._before.scope.article_ids)
            return index, set(self._before.keys), set(index.keys)
        claims = claims_of(self._moment, self._before.scope) if self._claims else self._before.claims
        index = replace(self._before, claims=claims) if self._claims else self._before
        own = {m.number for m in self._marks.values()} | {self._keys.get(id, 0) for id in self._deleted_marks()}
        old = {number for number in own if _has(self._before.loose, number)}
        new = {number for number in self._key_of(index).values() if number > 0}
        if old != new:
            index = replace(index, loose=_changed(index.loose, old - new, new - old))
        if not self._claims:
            return index, old, new
        return index, old | set(self._before.by_key), new | set(index.by_key)

    def _deleted_marks(self) -> list[str]:
        return [s.before.id for s in self._swaps if isinstance(s.before, Annotation) and s.before.id not in self._marks]

    def _is_unknown(self) -> bool:
        """Whether marks went whose keys nobody knows: they may have been the first of a row."""
        deleted = {s.before.id for s in self._swaps if isinstance(s.before, Article) and s.after is None}
        return bool(deleted) or any(id not in self._keys for id in self._deleted_marks() if self._was_claim(id))

    def _was_claim(self, id: str) -> bool:
        befores = [s.before for s in self._swaps if isinstance(s.before, Annotation) and s.before.id == id]
        return any(b.label == "claim" and b.about not in self._before.known for b in befores)

    def _recounts(self) -> bool:
        """Whether denials or articles may be others, though no row came or went."""
        return bool(
            self._articles
            or self._changed
            or any(isinstance(s.entity, Relation) and s.entity.kind in ("denies", "same_claim") for s in self._swaps)
        )

    # -- whose row a mark stands in --------------------------------------------------------------------------------

    def _key_of(self, index: RowIndex) -> dict[str, int]:
        """The key of the row of each mark that stands in one of its own right."""
        same = [
            (r.id, m.role, self._marks[m.annotation_id])
            for r in self._relations.values()
            if r.kind == "same_claim"
            for m in r.members
            if m.annotation_id in self._marks
        ]
        found = {m.id: self._own_key(m, index) for m in self._marks.values() if index.is_content(m)}
        for marks in clusters(index, same):
            claim = next((found[m.id] for m in marks if m.about in index.known), 0)
            found |= {m.id: claim or marks[0].number for m in marks if m.about not in index.known}
        return found

    def _own_key(self, mark: SmallMark, index: RowIndex) -> int:
        return -index.known[mark.about].number if mark.about in index.known else mark.number

    def _now(self, key: int, key_of: Mapping[str, int]) -> int:
        """The key of the row that this one became; 0 for none."""
        if key > 0:
            first = next((m.id for m in self._marks.values() if m.number == key), "")
            return key_of.get(first, 0)
        claim = self._before.by_key[key].id
        about = {s.before.id for s in self._swaps if isinstance(s.before, Annotation) and s.before.about == claim}
        mentions = sorted(m for m in self._marks.values() if m.id in about or m.about == claim)
        return next((key_of[m.id] for m in mentions if m.id in key_of), 0)

    # -- which rows may be others ----------------------------------------------------------------------------------

    def _stale(self, index: RowIndex, key_of: Mapping[str, int]) -> frozenset[int] | None:
        if any(isinstance(s.entity, Source) for s in self._swaps):
            return None
        keys = set(key_of.values())
        for swap in self._swaps:
            for thing in (swap.before, swap.after):
                id = thing.claim_id if isinstance(thing, Evidence | Review) else ""
                id = thing.about if isinstance(thing, Annotation) else thing.id if isinstance(thing, Claim) else id
                if id in index.known:
                    keys.add(-index.known[id].number)
        texts = {m.article_id for m in self._attributed()}
        return frozenset(keys | {m.number for m in self._in("claim", texts)} if texts else keys)

    def _attributed(self) -> list[SmallMark]:
        """The marks whose being said by somebody may be another: words within them are no longer the outlet's own."""
        of_swaps = [t for s in self._swaps for t in (s.before, s.after) if isinstance(t, Relation)]
        own = [r for r in self._relations.values() if any(m.annotation_id in self._changed for m in r.members)]
        ids = {m.annotation_id for r in (*of_swaps, *own) if r.kind == KIND for m in r.members}
        return [self._marks[id] for id in ids if id in self._marks]


def _has(numbers: array[int], number: int) -> bool:
    at = bisect_left(numbers, number)
    return at < len(numbers) and numbers[at] == number


def _changed(numbers: array[int], removed: set[int], added: set[int]) -> array[int]:
    """The sorted numbers without some and with others."""
    if len(removed) + len(added) > 1000:  # moving the rest for each would take longer
        return array("q", sorted((set(numbers) - removed) | added))
    found = numbers[:]
    for number in removed:
        found.pop(bisect_left(found, number))
    for number in added:
        found.insert(bisect_left(found, number), number)
    return found
