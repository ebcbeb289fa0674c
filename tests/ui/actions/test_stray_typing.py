"""Which keys are commands and which are typing that nobody meant as such."""

from __future__ import annotations

import pytest

from ui.actions.stray_typing import PAUSE, SETTLED, StrayTyping, Verdict

ACT, STRAY, IGNORE = Verdict.ACT, Verdict.STRAY, Verdict.IGNORE


class Clock:
    now = 0

    def __call__(self) -> int:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def judged(typing: StrayTyping, keys: str, *, chosen: bool = False) -> list[Verdict]:
    """The verdicts on keys in one go; `chosen` holds until a J or K has chosen a sentence."""
    found = []
    for key in keys:
        moves = key in "jk"
        found.append(typing.judge(key.isalpha(), chosen=chosen, moves=moves))
        chosen = chosen or (moves and found[-1] is ACT)
    return found


def test_a_word_typed_with_nothing_chosen_is_no_command_but_for_its_first_letter(clock: Clock) -> None:
    assert judged(StrayTyping(clock), "ruling, 12") == [ACT, STRAY, *[IGNORE] * 8]


def test_what_is_chosen_takes_every_key_however_fast(clock: Clock) -> None:
    assert set(judged(StrayTyping(clock), "cnatd12", chosen=True)) == {ACT}


def test_moving_on_and_marking_may_go_as_fast_as_one_likes(clock: Clock) -> None:
    assert set(judged(StrayTyping(clock), "jjj1jj2jj3kkc")) == {ACT}


def test_a_letter_that_moves_on_within_a_word_chooses_nothing(clock: Clock) -> None:
    assert judged(StrayTyping(clock), "ujian")[:2] == [ACT, STRAY]


def test_after_a_pause_a_letter_is_a_command_again(clock: Clock) -> None:
    typing = StrayTyping(clock)
    assert judged(typing, "u") == [ACT]
    clock.now += PAUSE + 1
    assert judged(typing, "m") == [ACT]


def test_typing_is_over_only_after_a_longer_pause(clock: Clock) -> None:
    typing = StrayTyping(clock)
    judged(typing, "ru")
    clock.now += PAUSE + 1
    assert judged(typing, "l") == [IGNORE]
    clock.now += SETTLED + 1
    assert judged(typing, "l") == [ACT]
