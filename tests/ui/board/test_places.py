"""Rows keep their place, whether few or many of them come and go."""

from __future__ import annotations

from array import array

from hypothesis import given
from hypothesis import strategies as st

from ui.board import places
from ui.board.places import in_place

keys = st.lists(st.integers(1, 12), unique=True)


@given(keys, keys, st.dictionaries(st.integers(1, 12), st.integers(1, 12)))
def test_one_by_one_and_all_anew_are_the_same(before: list[int], now: list[int], became: dict[int, int]) -> None:
    gone, added = set(before) - set(now), set(now) - set(before)
    moved = {old: new for old, new in became.items() if old in gone and new in now}
    one = in_place(array("q", before), array("q", now), gone, added, moved)
    every = places._all(array("q", before), array("q", now), moved)
    assert one == every and sorted(one) == sorted(now)


def test_what_became_another_row_keeps_its_place_and_what_is_new_stands_behind_its_neighbour() -> None:
    found = in_place(array("q", [5, 3, 9]), array("q", [1, 3, 4, 5, -7]), {9}, {1, 4, -7}, {9: -7})
    assert list(found) == [1, 5, 3, 4, -7]
