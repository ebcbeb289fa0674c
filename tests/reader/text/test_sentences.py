"""Sentences as a reader of Indonesian and English news would cut them."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from reader.text.sentence_ends import sentence_bounds
from reader.text.sentences import _bounds, sentences


@pytest.fixture(autouse=True, params=["sentencex", "rules alone"])
def cutter(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """With sentencex, and as on a system that it has no wheel for."""
    _bounds.cache_clear()
    if request.param != "sentencex":
        monkeypatch.setitem(sys.modules, "sentencex", None)
    yield request.param
    _bounds.cache_clear()


def cut(text: str, language: str) -> list[str]:
    return [span.of(text) for span in sentences(text, language)]


@pytest.mark.parametrize(
    ("text", "language", "count"),
    [
        ("Jubir Deplu AS. menolak hadir. Ia pergi.", "id", 2),
        ("Dr. Rahma Suwito membantah. Ia tidak hadir.", "id", 2),
        ("Kantor di Jl. Merdeka No. 5 ditutup. Warga pergi.", "id", 2),
        ("Harga Rp. 5.000 per kg. Pedagang mengeluh.", "id", 2),
        ("The U.S. envoy left. Nobody spoke.", "en", 2),
        ("Mr. Straker said no. Dr. Abara agreed.", "en", 2),
        ("“We left,” he said. “Nobody came.”", "en", 2),
        ("At 5 p.m. the gate shut. It stayed shut.", "en", 2),
    ],
)
def test_abbreviations_end_no_sentence(text: str, language: str, count: int) -> None:
    assert len(cut(text, language)) == count, cut(text, language)


def test_a_sentence_ends_with_its_block_and_has_no_white_space_round_it() -> None:
    text = "Judul tanpa titik\nKalimat pertama.  Kalimat kedua 🙂. \nTerakhir"
    found = cut(text, "id")
    assert found[0] == "Judul tanpa titik" and found[-1] == "Terakhir"
    assert all(s == s.strip() and "\n" not in s for s in found)
    assert "".join("".join(found).split()) == "".join(text.split())


def test_the_rules_take_over_only_without_sentencex(cutter: str) -> None:
    assert (_bounds() is sentence_bounds) == (cutter == "rules alone")


@pytest.mark.parametrize(
    ("text", "language", "count"),
    [
        ("He said: “We left. Nobody came.” Then he went.", "en", 2),
        ("The harbour (see page 4. It is long) shut. It stayed shut.", "en", 2),
        ("Is it so? It is! Well … perhaps.", "en", 3),
        ("Version 2.5 came out. Write to a.b@example.org now.", "en", 2),
        ("Rumah itu terbakar. “Kami lari,” kata Sari. Tidak ada korban.", "id", 3),
        ("Am 24. Mai brannte es. Niemand wurde verletzt.", "de", 2),
        ("Er sagte: „Wir gehen. Sofort.“ Dann ging er.", "de", 2),
        ("港湾局は否定した。けが人はいない。", "ja", 2),
        ("他说：“我们走了。没人来。”然后他走了。", "zh", 2),
        ("هل غادرت العبارة؟ نفت الهيئة ذلك.", "ar", 2),
        ("नौका नहीं चली। कोई घायल नहीं हुआ।", "hi", 2),
    ],
)
def test_both_ways_of_cutting_agree(text: str, language: str, count: int) -> None:
    found = cut(text, language)
    assert len(found) == count, found
    assert "".join("".join(found).split()) == "".join(text.split())


@pytest.mark.parametrize("piece", ["“", "(", ". ", "a", "“a. b” ", ".", "1. ", "a@b.", "[1] "])
def test_a_long_line_is_cut_in_one_pass(piece: str) -> None:
    line = piece * 100_000
    pieces = sentence_bounds(line, "de")
    assert [start for start, _ in pieces] == [0, *(end for _, end in pieces[:-1])] and pieces[-1][1] == len(line)
