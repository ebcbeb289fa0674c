"""What side by side shows of two wordings: exactly their words, and no others."""

from __future__ import annotations

import random
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.anchoring import Comparison
from reader.revisions.compare import runs

SENTENCES = (
    "The harbour office is going to sign a 240m-crown dredging deal before the audit has ended, it said.",
    "Kapal itu berangkat dari pelabuhan pada pukul 16.45 dan kapal-kapal lain menyusul, kata juru bicara itu.",
    "“If it was fit to sail, why did the lights go out?” asked its chair, Rudi Halim. The court has set no date.",
    "He denied it on Monday; on Tuesday he denied it again, and on Wednesday the mayor denied that he had denied it.",
)
Change = tuple[str, int, int, str]
changed = st.tuples(
    st.sampled_from(("move", "swap", "insert", "delete", "replace", "hyphenate")),
    st.integers(0, 1000),
    st.integers(0, 1000),
    st.sampled_from(("not", "denied", "240", "kapal-kapal", "it", ".", "said,")),
)


def edited(words: list[str], changes: list[Change]) -> list[str]:
    made = list(words)
    for how, first, second, word in changes:
        a, b = first % len(made), second % len(made)
        if how == "move":
            size = 1 + second % 7
            piece = made[a : a + size]
            del made[a : a + size]
            made[b:b] = piece
        elif how == "swap":
            made[a], made[b] = made[b], made[a]
        elif how == "insert":
            made.insert(a, word)
        elif how == "delete" and len(made) > 2:
            made.pop(a)
        elif how == "replace":
            made[a] = word
        else:
            made[a] = f"{made[a]}-{made[b]}"
    return made


def assert_exact(old: str, new: str) -> None:
    before, after = runs(old, new)
    assert ("".join(r.text for r in before), "".join(r.text for r in after)) == (old, new)


@settings(max_examples=400, deadline=None)
@given(
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3, unique=True),
    st.lists(changed, min_size=1, max_size=8),
)
def test_the_pieces_joined_are_the_texts(sentences: list[str], changes: list[Change]) -> None:
    words = " ".join(sentences).split()
    assert_exact(" ".join(words), " ".join(edited(words, changes)))


def test_words_that_moved_in_an_edited_sentence_stand_once() -> None:
    """Drawn once, so that a run of many pairs does not depend on what is drawn: about one in fifty went wrong."""
    drawn = random.Random(1)
    for _ in range(600):
        words = drawn.choice(SENTENCES).split()
        changes: list[Change] = [
            (drawn.choice(("swap", "insert", "delete", "replace", "hyphenate")), drawn.randrange(1000),
             drawn.randrange(1000), drawn.choice(("not", "240", "kapal-kapal")))
            for _ in range(drawn.randrange(1, 5))
        ]  # fmt: skip
        assert_exact(" ".join(words), " ".join(edited(words, changes)))


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4), st.randoms(use_true_random=False))
def test_differences_stand_in_order_and_never_overlap(sentences: list[str], order: random.Random) -> None:
    shuffled = list(sentences)
    order.shuffle(shuffled)
    found = list(Comparison("\n".join(sentences), "\n".join(shuffled)).differences())
    for spans in ([d.old for d in found], [d.new for d in found]):
        assert all(one.end <= two.start for one, two in pairwise(spans))


def test_the_words_between_two_differences_are_the_same_in_both() -> None:
    before, after = runs("He was going to sign a 240m-crown dredging deal.", "He will sign the 240m-crown deal.")
    same = [r.text.strip() for r in before if not r.differs and r.text.strip()]
    assert same == [r.text.strip() for r in after if not r.differs and r.text.strip()]
