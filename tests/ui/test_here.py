"""The one state of what is chosen: one kind at a time, and what lets go of it."""

from __future__ import annotations

import pytest

from reader.model.spans import Span
from ui.here import Here, Mode, Target

ONE, TWO = Span(0, 5), Span(9, 12)


@pytest.fixture
def here() -> Here:
    return Here()


def test_choosing_one_kind_lets_go_of_the_others(here: Here) -> None:
    here.choose_sentence(ONE)
    assert (here.target, here.spans) == (Target.SENTENCE, [ONE])
    here.choose_marks(["m"])
    assert (here.target, here.spans, here.mark, here.sentence) == (Target.MARKS, [], "m", None)
    here.choose_words([ONE, TWO])
    assert (here.target, here.spans, here.marks) == (Target.WORDS, [ONE, TWO], ())
    here.choose_sentence(TWO)
    assert (here.target, here.words) == (Target.SENTENCE, ())


def test_in_a_mode_the_mark_that_it_is_about_stays_chosen(here: Here) -> None:
    here.choose_marks(["m"])
    here.enter(Mode.ATTRIBUTION, "Who says so?")
    here.choose_words([ONE])
    assert (here.target, here.spans, here.mark, here.asked) == (Target.WORDS, [ONE], "m", "Who says so?")
    here.choose_words([])
    here.choose_sentence(TWO)
    assert here.mark == "m"


def test_leaving_goes_one_level_at_a_time(here: Here) -> None:
    here.restore([ONE], ["m"], None)
    assert here.leave() and (here.words, here.marks) == ((), ("m",))
    assert here.leave() and here.target is Target.NOTHING
    assert not here.leave()


def test_choosing_none_leaves_the_other_kinds_alone(here: Here) -> None:
    here.choose_marks(["m"])
    here.choose_words([])
    here.choose_sentence(None)
    assert here.marks == ("m",)
    here.choose_words([ONE])
    here.choose_marks([])
    assert here.words == (ONE,)


def test_marks_that_are_gone_are_let_go(here: Here) -> None:
    here.choose_marks(["m", "n"])
    here.keep_marks(lambda id: id == "n")
    assert here.marks == ("n",)


def test_it_tells_every_change_and_nothing_else(here: Here) -> None:
    told: list[Target] = []
    here.changed.connect(lambda: told.append(here.target))
    here.choose_words([ONE])
    here.choose_words([ONE])
    here.clear()
    here.clear()
    here.enter(Mode.LINK, "Where to?")
    here.enter(Mode.LINK, "Where to?")
    assert told == [Target.WORDS, Target.NOTHING, Target.NOTHING]
