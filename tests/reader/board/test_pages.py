"""The paged board is the whole board: rows, their order, counts and words, whatever is linked to what."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from reader import edits
from reader.board.changes import changed_index
from reader.board.pages import read_page
from reader.board.row_index import FIRST_DENIALS, RowIndex, read_row_index
from reader.board.values import Row
from reader.edits import Change, Edit, Swap, claims
from reader.edits.attribution import SOURCE, attribute
from reader.model.annotations import Annotation, Member, Relation
from reader.model.articles import State
from reader.model.claims import Claim, Source
from reader.model.spans import Span
from reader.model.stamps import new_id, now
from reader.store import Library
from tests.newsroom import LABELS, Newsroom
from tests.reader.board.whole_board import Board, board, gather

TEXT = (
    "The bridge is closed to all traffic, the harbour office said on Monday, and nobody knows for how long it will be."
)
MARKED = ("claim", "claim", "claim", "denial", "source", "source", "cue")
number = st.integers(0, 40)
acts = st.one_of(
    st.tuples(st.just("mark"), number, number), st.tuples(st.just("mark"), number, number),
    st.tuples(st.just("about"), number, number), st.tuples(st.just("same"), number, number),
    st.tuples(st.just("denies"), number, number), st.tuples(st.just("says"), number, number),
    st.tuples(st.just("nest"), number, number), st.tuples(st.just("silent"), number, number),
    st.tuples(st.just("trash"), number, number), st.tuples(st.just("lose"), number, number),
    st.tuples(st.just("capture"), number, number), st.tuples(st.just("unmark"), number, number),
    st.tuples(st.just("review"), number, number), st.tuples(st.just("unlink"), number, number),
)  # fmt: skip


class Papers:
    """Three articles, claims and sources, and what may be done with marks: anything to anything."""

    def __init__(self, library: Library) -> None:
        self.room = room = Newsroom(library)
        self.articles = [room.article(site, site, TEXT) for site in ("Herald", "Post", "Echo")]
        self.known: list[Claim | Source] = [
            room.claim("The bridge is closed"), room.claim("Rice is short"),
            room.source("The harbour", kind="document"), room.source("A guard", kind="unnamed_person"),
        ]  # fmt: skip
        self.marks: list[str] = []

    @property
    def library(self) -> Library:
        return self.room.library

    def do(self, act: str, first: int, second: int) -> None:
        getattr(self, f"_{act}")(first, second)

    def _of(self, at: int) -> Annotation | None:
        found = self.library.annotations_by_id(self.marks)
        return found[at % len(found)] if found else None

    def _relation(self, at: int) -> Relation | None:
        found = self.library.relations_of(self.marks)
        return found[at % len(found)] if found else None

    def _mark(self, first: int, second: int) -> None:
        revision = self.library.revision(self.library.article(self.articles[first % 3]).revision_id)
        start, size = len("Herald") + second * 2, (4, 12, 30)[second % 3]
        made = edits.annotate(revision, [Span(start, start + size)], LABELS[MARKED[(first + second) % len(MARKED)]])
        self.marks += [s.after.id for s in made.swaps if isinstance(s.after, Annotation)]
        self.library.apply(made)

    def _about(self, first: int, second: int) -> None:
        known = self.known[second % len(self.known)]
        if (mark := self._of(first)) is not None and known.id in self.library.stored([known]):
            self.library.apply(claims.assign([mark], known))

    def _link(self, kind: str, first: int, second: int) -> None:
        one, two = self._of(first), self._of(second)
        if one is not None and two is not None and one != two:
            members = (Member("from", one.id), Member("to", two.id))
            self.library.apply(Edit("Link marks", (Swap(None, Relation(new_id(), kind, members, now())),)))

    def _same(self, first: int, second: int) -> None:
        self._link("same_claim", first, second)

    def _denies(self, first: int, second: int) -> None:
        self._link("denies", first, second)

    def _says(self, first: int, second: int) -> None:
        one, two, via = self._of(first), self._of(second), self._of(first + second)
        if one is not None and two is not None and via is not None and len({one.id, two.id, via.id}) == 3:
            self.library.apply(attribute([two], source=[one] if first % 4 else [], via=[via] if second % 2 else []))

    def _silent(self, first: int, second: int) -> None:
        one, two = self._of(first), self._of(second)
        if one is not None and two is not None and one != two:
            self.library.apply(attribute([two], source=[one], attributes={"response_form": "silent"}))

    def _nest(self, first: int, second: int) -> None:
        inner, outer = self._relation(first), self._relation(second)
        if inner is not None and outer is not None and inner != outer and not outer.within and not inner.within:
            after = Relation(
                inner.id, inner.kind, inner.members, inner.created, attributes=inner.attributes, within=outer.id
            )
            self.library.apply(Edit("Nest attribution", (Swap(inner, after),)))

    def _trash(self, first: int, second: int) -> None:
        state = State.TRASHED if second % 3 else State.INBOX
        edit = edits.set_state([self.library.article(self.articles[first % 3])], state)
        self.library.apply(edit)

    def _lose(self, first: int, _second: int) -> None:
        """A claim goes and its marks still name it: another program may have done so."""
        claim = self.known[first % 2]
        if first % 5 == 0 and self.library.stored([claim]):
            self.library.apply(Edit("Delete claim", (Swap(claim, None),)))

    def _capture(self, first: int, second: int) -> None:
        words = TEXT.replace("closed", "open") if second % 2 else TEXT.replace("on Monday", "on Tuesday evening")
        self.room.capture_again(self.articles[first % 3], self.room.revisions[self.articles[first % 3]].text[:4], words)

    def _unmark(self, first: int, _second: int) -> None:
        if (mark := self._of(first)) is not None:
            self.library.apply(edits.delete_annotations([mark], self.library.relations_of([mark.id])))

    def _unlink(self, first: int, _second: int) -> None:
        if (relation := self._relation(first)) is not None:
            self.library.apply(edits.unlink(relation))

    def _review(self, first: int, second: int) -> None:
        claim = self.known[first % 2]
        if isinstance(claim, Claim) and self.library.stored([claim]):
            verdict = ("supported", "refuted")[second % 2]
            self.library.apply(claims.add_review(claim, {"verdict": verdict}))


def paged(library: Library, ids: Sequence[str] | None, size: int = 2) -> tuple[RowIndex, list[Row]]:
    """All rows, read a few at a time."""
    with library.moment() as moment:
        index, sources = read_row_index(moment, ids), moment.sources()
        rows: list[Row] = []
        for start in range(0, len(index.keys), size):
            keys = index.keys[start : start + size]
            page = read_page(moment, index, keys, sources)
            rows += [page.rows[key] for key in keys]
    return index, rows


def assert_same(index: RowIndex, rows: Sequence[Row], whole: Board) -> None:
    assert [row.id for row in rows] == [row.id for row in whole.rows]
    for one, other in zip(rows, whole.rows, strict=True):
        assert one == other
    assert index.articles == len({id for row in whole.rows for id in row.articles})
    assert index.denials == len(whole.loose)
    assert index.first_denials == tuple(m.anchor.quote for m in whole.loose[:FIRST_DENIALS])


@settings(max_examples=60, deadline=None)
@given(st.lists(acts, min_size=4, max_size=30))
def test_the_rows_read_by_pages_are_those_of_the_whole_board(made: list[tuple[str, int, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder, Library.open(Path(folder) / "papers.tilik") as library:
        papers = Papers(library)
        for act in made:
            papers.do(*act)
        for ids in (None, papers.articles[:1], papers.articles[1:]):
            assert_same(*paged(library, ids), board(gather(library, ids)))


def test_a_source_mark_in_the_trash_is_still_who_says_it(tmp_path: Path) -> None:
    with Library.open(tmp_path / "papers.tilik") as library:
        papers = Papers(library)
        one, two = papers.articles[:2]
        claim, source = papers.room.mark(one, "claim", "The bridge"), papers.room.mark(two, "source", "harbour office")
        papers.room.says(source, claim)
        library.apply(edits.set_state([library.article(two)], State.TRASHED))
        index, rows = paged(library, None)
        assert [v.name for v in rows[-1].voices] == ["harbour office"] and rows[-1].voices[0].source == source.id
        assert_same(index, rows, board(gather(library)))
        assert library.relations_of([claim.id])[0].end(SOURCE) == source.id


def test_a_source_of_another_article_is_in_no_row_of_the_chosen_ones(tmp_path: Path) -> None:
    """It comes along to say who says it, also when it is linked as the same claim and mentions that claim itself."""
    with Library.open(tmp_path / "papers.tilik") as library:
        papers = Papers(library)
        for act in [("mark", 0, 32), ("mark", 1, 0), ("about", 0, 1), ("about", 1, 1), ("same", 0, 1)]:
            papers.do(*act)
        index, rows = paged(library, papers.articles[1:])
        assert [row.articles for row in rows] == [(papers.articles[1],)] and index.articles == 1
        assert_same(index, rows, board(gather(library, papers.articles[1:])))


class Kept:
    """A board that follows each change: rows that it may keep are not read again."""

    def __init__(self, library: Library, ids: Sequence[str] | None) -> None:
        self.library, self.ids = library, ids
        with library.moment() as moment:
            self.index = read_row_index(moment, ids)
        self.rows: dict[int, Row] = {}
        self.read(self.index.keys)

    def read(self, keys: Sequence[int]) -> None:
        with self.library.moment() as moment:
            self.rows |= read_page(moment, self.index, keys, moment.sources()).rows

    def follow(self, change: Change) -> None:
        first = {row.mentions[0].id: key for key, row in self.rows.items() if row.mentions}
        with self.library.moment() as moment:
            found = changed_index(moment, self.index, change.edit.swaps, first)
        before, now = set(self.index.keys), set(found.index.keys)
        assert before - now == found.removed and now - before == found.added
        assert all(key in now for key in found.moved.values())
        self.index = found.index
        stale = now if found.stale is None else (found.stale & now) | found.added
        self.rows = {key: row for key, row in self.rows.items() if key in now and key not in stale}
        self.read(sorted(stale))


@settings(max_examples=60, deadline=None)
@given(st.lists(acts, min_size=4, max_size=20), st.integers(0, 2))
def test_after_each_change_the_rows_it_names_are_all_that_is_read_again(
    made: list[tuple[str, int, int]], scope: int
) -> None:
    with tempfile.TemporaryDirectory() as folder, Library.open(Path(folder) / "papers.tilik") as library:
        papers = Papers(library)
        ids = (None, papers.articles[:1], papers.articles[1:])[scope]
        kept = Kept(library, ids)
        library.changed.subscribe(kept.follow)
        for act in made:
            papers.do(*act)
        while (newest := library.next_undo()) is not None and not newest.moves:
            library.undo(newest.number)
            if len(made) % 2:
                break
        assert_same(kept.index, [kept.rows[key] for key in kept.index.keys], board(gather(library, ids)))
