"""Code points and UTF-16 positions agree with Python's own encoder."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.text.invariants import count_words, frozen, is_frozen
from reader.text.offsets import Offsets

texts = st.text(st.sampled_from("aé—🧂👩\u200d🚀\u0301م \n"), max_size=40)


@given(texts)
def test_both_directions(text: str) -> None:
    offsets = Offsets(text)
    for position in range(len(text) + 1):
        units = len(text[:position].encode("utf-16-le")) // 2
        assert offsets.to_utf16(position) == units
        assert offsets.to_code_points(units) == position


def test_a_position_inside_a_pair_is_the_emoji() -> None:
    offsets = Offsets("a🧂b🧂")
    assert [offsets.to_code_points(u) for u in range(7)] == [0, 1, 1, 2, 3, 3, 4]


@given(st.text())
def test_frozen_text_keeps_its_length_but_for_line_ends(text: str) -> None:
    once = frozen(text)
    assert is_frozen(once) and frozen(once) == once
    assert len(once) == len(text.replace("\r\n", "\n"))


def test_words_are_counted_in_scripts_without_spaces_too() -> None:
    assert count_words("Menteri membantah kabar itu.") == 4
    assert count_words("首相は報道を否定した") == 5
    assert count_words("Menteri 首相は報道") == 3
