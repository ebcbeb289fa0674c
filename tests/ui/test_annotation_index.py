"""The marks of a page by place, against a plain list of them."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from reader.model.annotations import PageAnnotation
from reader.model.spans import Span
from ui.annotation_index import AnnotationIndex, Part

ENDS = st.tuples(st.integers(0, 9000), st.integers(1, 4000))


def _mark(number: int, label: str, ends: list[tuple[int, int]]) -> PageAnnotation:
    spans, at = [], 0
    for gap, length in ends:
        spans.append(Span(at + gap, at + gap + length))
        at = spans[-1].end
    pieces = tuple(spans) if len(spans) > 1 else ()
    return PageAnnotation(spans[0].start, spans[-1].end, f"m{number:02}", label, pieces=pieces)


@st.composite
def marks(draw: st.DrawFn) -> list[PageAnnotation]:
    drawn = draw(st.lists(st.tuples(st.sampled_from("abc"), st.lists(ENDS, min_size=1, max_size=3)), max_size=12))
    return sorted(_mark(number, label, ends) for number, (label, ends) in enumerate(drawn))


def _between(known: list[PageAnnotation], start: int, end: int) -> list[tuple[int, int, str]]:
    pieces = [(s.start, s.end, mark.id) for mark in known for s in mark.spans if s.start < end and s.end > start]
    return sorted(pieces, key=lambda piece: (piece[0], -piece[1], piece[2]))


@given(marks(), st.integers(0, 20_000), st.integers(1, 3000))
def test_what_stands_between_two_places_is_found_whether_read_at_once_or_one_by_one(
    known: list[PageAnnotation], start: int, length: int
) -> None:
    grown = AnnotationIndex()
    for mark in reversed(known):
        grown.add(mark)
    for index in (AnnotationIndex(known), grown):
        found = [(piece.start, piece.end, piece.id) for piece in index.between(start, start + length)]
        assert found == _between(known, start, start + length)


@given(marks())
def test_marks_are_counted_within_their_label_and_stepped_through_in_order(known: list[PageAnnotation]) -> None:
    index = AnnotationIndex(known)
    for label in "abc":
        own = [mark for mark in known if mark.label == label]
        assert [index.number(mark.id) for mark in own] == list(range(1, len(own) + 1))
    ids: list[str] = []
    place = Part(-1, 0, "")
    while found := index.beside(index.marks[ids[-1]] if ids else place, 1):
        ids.append(found)
    assert ids == [mark.id for mark in known]
    assert [index.beside(index.marks[id], -1) for id in ids] == ["", *ids[:-1]][: len(ids)]


@given(marks())
def test_a_mark_that_went_is_nowhere(known: list[PageAnnotation]) -> None:
    index = AnnotationIndex(known)
    gone = known[: len(known) // 2]
    for mark in gone:
        index.remove(mark.id)
    left = known[len(gone) :]
    index.remove("unknown")
    assert index.in_order == left and set(index.marks) == {mark.id for mark in left}
    assert index.counts == Counter(mark.label for mark in left)
    assert [tuple(piece)[:3] for piece in index.between(0, 100_000)] == _between(left, 0, 100_000)
