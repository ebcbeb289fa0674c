"""A note that says what was put right in an article stays with it."""

from __future__ import annotations

import pytest

from reader.cleaning import clean
from reader.cleaning.corrections import is_correction
from reader.model.pages import Page

BODY = "".join(
    f"<p>{words} The harbour office of Muara Jati said on Monday that the eastern basin would be dredged in spring.</p>"
    for words in ("Two ships wait.", "A third is due.", "Fishermen were not asked.", "The council meets again.")
)
NOTES = (
    "This article was amended on 16 February to correct the number of berths.",
    "Correction: an earlier version of this story misnamed the chairman.",
    "Clarification (3 May): the tender is for dredging only.",
    "An earlier version of this article said that the audit had ended.",
    "Editor’s note: the figures in the third paragraph have been corrected.",
    "Ralat: jumlah dermaga pada versi sebelumnya keliru.",
    "Artikel ini telah diralat pada 16 Februari untuk memperbaiki jumlah dermaga.",
    "Catatan redaksi: judul berita ini telah diubah setelah klarifikasi pelabuhan.",
)
NO_NOTES = (
    "Correction officers went on strike in May.",
    "Editor’s note: sign up for our weekly letter from the quays.",
    "This article is part of our series on harbours.",
    "Corrections and clarifications",
    "Berita ini dibaca 12 kali.",
)


def page(note: str, place: str) -> Page:
    text = f"<html><head><title>Basin to be dredged</title></head><body><article><h1>Basin to be dredged</h1>{BODY}"
    inside, behind = (note, "") if place == "inside" else ("", note)
    more = "<footer><p>Terms of use</p><p>© The Tidewater Post</p></footer>"
    return Page("p", "p.html", f"{text}{inside}</article>{behind}{more}</body></html>".encode(), "text/html")


@pytest.mark.parametrize("note", NOTES)
@pytest.mark.parametrize("place", ["inside", "behind"])
def test_a_note_of_correction_is_kept(note: str, place: str) -> None:
    cleaned = clean(page(f'<p class="correction"><em>{note}</em></p>', place))
    assert cleaned.text.split("\n")[-1] == note


@pytest.mark.parametrize("note", NO_NOTES)
def test_other_lines_are_none(note: str) -> None:
    assert not is_correction(note)


def test_a_note_among_comments_is_not_the_articles() -> None:
    noise = f'<section id="comments" class="comments"><p>OldSalt</p><p>{NOTES[1]}</p></section>'
    assert NOTES[1] not in clean(page(noise, "behind")).text


def test_a_note_under_a_dump_is_kept() -> None:
    lines = [line.replace("<p>", "").replace("</p>", "") for line in BODY.split("</p>") if line]
    text = "\n\n".join(["Basin to be dredged", *lines, NOTES[5], "Baca juga", "Bagikan:", "Facebook", "Komentar"])
    cleaned = clean(Page("d", "d.txt", text.encode(), "text/plain"))
    assert NOTES[5] in cleaned.text and "Facebook" not in cleaned.text
