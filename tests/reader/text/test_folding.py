"""The one folding: what is compared as what, and that every place leads back to the text."""

from __future__ import annotations

import unicodedata
from hashlib import sha256
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.folded_letters import Strength
from reader.text.folding import fold, fold_text
from reader.text.folding_version import NUMBER, VERSION, is_of_today
from reader.text.index_words import indexed
from tests.folding_pairs import PAIRS, Pair

STRENGTHS = pytest.mark.parametrize("strength", list(Strength))
# Letters of many scripts, with what makes trouble beside them.
TROUBLE = (
    "eé\u0301\u0323ß\xad\u200b\u00a0 -–—\n’'ﬁﬃ10⁶²½Ω\u212bカｶﾞ\u3099한\u1112\u1161\u11ab"
    "ـأُ\u05b8שнй\u0306हि\u093cั้ำ🧂\ufe0f"
)
texts = st.text(st.one_of(st.sampled_from(TROUBLE), st.characters(exclude_categories=["Cs"])), max_size=30)


@given(texts, st.sampled_from(Strength))
def test_both_ways_of_folding_give_the_same(text: str, strength: Strength) -> None:
    assert fold(text, strength).text == fold_text(text, strength)


@given(texts, st.sampled_from(Strength))
def test_what_is_folded_stays_as_it_is_and_what_is_alike_becomes_the_same(text: str, strength: Strength) -> None:
    folded = fold_text(text, strength)
    assert fold_text(unicodedata.normalize("NFD", text), strength) == folded
    assert fold_text(unicodedata.normalize("NFC", text), strength) == folded


@given(texts, st.sampled_from(Strength))
def test_every_character_has_its_place_and_places_are_in_order(text: str, strength: Strength) -> None:
    folded = fold(text, strength)
    spans = [folded.span(at, at + 1) for at in range(len(folded.text))]
    for span, following in pairwise(spans):
        assert span.start < span.end and span.start <= following.start and span.end <= following.end
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    if spans:
        assert folded.span(0, len(spans)).of(text) == text[spans[0].start : spans[-1].end]


@given(texts, st.lists(st.sampled_from("\xad\u200b\u2060\ufeff\u200e\u0640"), max_size=5), st.data())
def test_what_is_not_seen_changes_nothing_wherever_it_stands(text: str, unseen: list[str], data: st.DataObject) -> None:
    changed = text
    for sign in unseen:
        at = data.draw(st.integers(0, len(changed)))
        changed = changed[:at] + sign + changed[at:]
    for strength in Strength:
        assert fold_text(changed, strength) == fold_text(text, strength)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_a_pair_is_one_for_searching(pair: Pair) -> None:
    folded = fold(pair.stands)
    (place,) = folded.places(fold_text(pair.typed))
    assert fold_text(folded.span(*place).of(pair.stands)) == fold_text(pair.typed)


@pytest.mark.parametrize(
    ("text", "typed", "stands"),
    [
        ("an e\u0301lan", "e", "e\u0301"),
        ("Bun\xaddes\xadrech", "bundes", "Bun\xaddes"),
        ("oﬃce", "f", "ﬃ"),
        ("(  \u00a0x", "( x", "(  \u00a0x"),
        ("10⁶", "0^6", "0⁶"),
        ("ab\u0640c", "bc", "b\u0640c"),
    ],
)
def test_a_place_is_that_of_the_text_as_it_stands(text: str, typed: str, stands: str) -> None:
    folded = fold(text)
    place = next(folded.places(fold_text(typed)))
    assert folded.span(*place).of(text) == stands


@pytest.mark.parametrize(
    ("one", "other"), [("10⁶", "106"), ("が", "か"), ("й", "и"), ("हिन्दी", "हन्द"), ("2019⁴", "20194")]
)
def test_what_means_something_else_stays_apart(one: str, other: str) -> None:
    assert fold_text(one) != fold_text(other)


@STRENGTHS
def test_no_character_alone_is_folded_twice(strength: Strength) -> None:
    for code in (*range(0xD800), *range(0xE000, 0x3200), *range(0xF900, 0x10000), *range(0x1D400, 0x1D800)):
        folded = fold_text(chr(code), strength)
        assert fold_text(folded, strength) == folded, hex(code)


def test_the_version_is_raised_when_something_is_folded_otherwise() -> None:
    """When this fails, raise the number in `reader.text.folding_version` and put the new sum here."""
    letters = map(chr, (*range(0x20, 0x250), *range(0x384, 0x700), *range(0x3041, 0x3097), *range(0xFB00, 0xFB07)))
    made = "\n".join(indexed(text) for text in (*(pair.stands for pair in PAIRS), *letters))
    assert (NUMBER, sha256(made.encode()).hexdigest()[:16]) == (1, "7102a6dc3476aa8f")


@pytest.mark.parametrize(
    ("stored", "of_today"),
    [
        (VERSION, True),
        (f"{NUMBER} 99.0.0", True),
        (f"{NUMBER} 3.2.0", False),
        ("0 99.0.0", False),
        ("", False),
        ("x", False),
    ],
)
def test_an_index_is_of_today_when_its_number_is_and_its_unicode_no_older(stored: str, of_today: bool) -> None:
    assert is_of_today(stored) == of_today
