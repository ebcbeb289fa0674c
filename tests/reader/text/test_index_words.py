"""What an index gets of a text, and what it is asked for what is typed."""

from __future__ import annotations

import pytest

from reader.text.index_words import indexed, phrase


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("C++ and C#, 10%", ["c", "+", "+", "and", "c", "#", ",", "10", "%"]),
        ("iPhone署名、第3回", ["iphone", "署名", "名", "第", "3", "回"]),
        ("น้ำ", ["น้", "้ํ", "ํา", "า"]),
        ("Straße 10⁶ 🧂x", ["strasse", "10", "6", "🧂", "x"]),
    ],
)
def test_words_of_a_text(text: str, words: list[str]) -> None:
    assert indexed(text).split() == words


@pytest.mark.parametrize(
    ("typed", "words", "opens"),
    [
        ("署名", ["署名"], False),
        ("署名の", ["署名", "名の"], False),
        ("署", ["署"], True),
        ("年3月", ["年", "3", "月"], True),
        ("C++", ["c", "+", "+"], True),
        ("n’a", ["n", "a"], True),
    ],
)
def test_what_is_typed_as_words(typed: str, words: list[str], opens: bool) -> None:
    found = phrase(typed, beginning=True)
    assert found is not None and (found.words, found.opens) == (words, opens)


@pytest.mark.parametrize("typed", ["", "-", "+", ") (", "“”", "\xad"])
def test_no_word_is_no_phrase(typed: str) -> None:
    assert phrase(typed, beginning=True) is None
