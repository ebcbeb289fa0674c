"""Sentences as a reader of Indonesian and English news would cut them."""

from __future__ import annotations

import pytest

from reader.text.sentences import sentences


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
