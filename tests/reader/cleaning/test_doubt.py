"""A page or a dump whose article is not sure, not whole or not readable says so, and a good one says nothing."""

from collections.abc import Mapping
from typing import Any

import pytest

from reader.cleaning import clean
from reader.cleaning.doubt import expected_agreement
from reader.cleaning.raw import RawBlock
from reader.cleaning.readable import notices_of_reading
from reader.cleaning.wholeness import notices_of_parts
from reader.model.articles import BlockKind
from reader.model.pages import Page
from reader.notices import FURTHER_PAGES, MACHINE_TEXT, ONLY_BEGINNING, UNSURE
from tests.reader.cleaning.gold_pages import read_pages

TEXT = "The council signed eleven pumps on Monday, two years after the storm that flooded the lower town by a metre."


def kept(*texts: str) -> list[RawBlock]:
    return [RawBlock(text) for text in texts]


def left(*texts: str) -> list[RawBlock]:
    return [RawBlock(text, reason="navigation") for text in texts]


@pytest.mark.parametrize(
    ("behind", "notice"),
    [
        ("Page 1 of 3", FURTHER_PAGES),
        ("Halaman 1 dari 3", FURTHER_PAGES),
        ("Halaman selanjutnya", FURTHER_PAGES),
        ("1 2 3 Selanjutnya", FURTHER_PAGES),
        ("Nächste Seite", FURTHER_PAGES),
        ("Subscribe now to keep reading this story", ONLY_BEGINNING),
        ("Continue reading", ONLY_BEGINNING),
        ("Baca selengkapnya", ONLY_BEGINNING),
        ("Berlangganan untuk membaca artikel ini sampai habis", ONLY_BEGINNING),
        ("Il vous reste 57 % de cet article à lire. La suite est réservée aux abonnés.", ONLY_BEGINNING),
        ("Page 1 of 1", ""),
        ("Related", ""),
        ("Share this page", ""),
    ],
)
def test_a_page_that_says_that_more_stands_elsewhere_is_not_taken_for_whole(behind: str, notice: str) -> None:
    assert notices_of_parts([*kept(TEXT, TEXT), *left(behind)]) == [notice] * bool(notice)


def test_two_words_behind_a_long_text_say_nothing() -> None:
    assert notices_of_parts([*kept(*[TEXT] * 30), *left("Continue reading")]) == []


@pytest.mark.parametrize(("words", "said"), [(400, True), ("400", True), (45, False), ("many", False), (None, False)])
def test_a_page_that_counts_more_words_than_are_here_says_so(words: object, said: bool) -> None:
    data: Mapping[str, Any] = {"wordCount": words}
    assert bool(notices_of_parts(kept(TEXT, TEXT), data)) is said


def test_a_page_that_counts_characters_is_whole() -> None:
    blocks = kept(*[TEXT] * 20)
    words = sum(len(block.text.split()) for block in blocks)
    assert notices_of_parts(blocks, {"wordCount": 6 * words}) == []
    assert notices_of_parts(blocks, {"wordCount": 2 * words}) == [ONLY_BEGINNING]


def test_text_that_was_decoded_twice_says_what_was_meant() -> None:
    (said,) = notices_of_reading(kept("Dia berkata â€œtidakâ€\x9d di kafÃ© itu. " + TEXT))
    assert "“" in said
    assert notices_of_reading(kept("Â© 2026. " + TEXT)) == []
    assert notices_of_reading(kept("São Paulo, Ângela, Ā, été. " + TEXT)) == []


def test_what_machines_write_says_so() -> None:
    noise = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4" * 4
    assert notices_of_reading(kept(noise)) == [MACHINE_TEXT]
    assert notices_of_reading(kept("{[(;;)]}" * 40)) == [MACHINE_TEXT]
    assert notices_of_reading(kept(TEXT, "https://example.org/" + "a" * 60)) == []
    assert notices_of_reading(kept("市議会は月曜日にポンプ十一台の契約に署名した。" * 12)) == []


def test_what_a_model_expects_of_itself_is_the_share_that_is_right_and_the_share_that_is_there() -> None:
    blocks = [*kept(TEXT, TEXT), *left(TEXT), RawBlock("Title", BlockKind.TITLE)]
    assert expected_agreement(blocks, dict(zip(blocks, (1.0, 1.0, 0.0, 1.0), strict=True))) > 0.95
    assert expected_agreement(blocks, dict(zip(blocks, (0.5, 0.5, 0.0, 0.0), strict=True))) == pytest.approx(2 / 3)
    assert expected_agreement(blocks, dict(zip(blocks, (1.0, 1.0, 1.0, 0.0), strict=True))) == pytest.approx(0.8)
    assert expected_agreement(blocks, {}) == 0.0


def test_a_dump_of_many_beginnings_says_that_it_is_not_sure() -> None:
    teasers = [
        f"{town} council meets on Monday\nThe council of {town} meets on Monday to speak of the pumps.\nRead more"
        for town in ("Northmouth", "Southmouth", "Eastmouth", "Westmouth", "Upper Mouth", "Lower Mouth")
    ]
    dump = "\n".join(["Home", "News", "Sport", "Log in", *teasers, "© 2026 The Mouth", "Share", "Cookies"])
    assert UNSURE in clean(Page("dump.txt", "dump.txt", dump.encode(), "text/plain")).notices


def test_of_our_own_pages_the_one_behind_a_wall_says_so_and_no_other() -> None:
    doubted = [
        page.name for page in read_pages()
        if {UNSURE, ONLY_BEGINNING, FURTHER_PAGES, MACHINE_TEXT}
        & set(clean(Page(page.name, page.path.name, page.path.read_bytes(), page.media_type)).notices)
    ]  # fmt: skip
    assert doubted == ["id_berbayar"]


def test_what_is_not_sure_is_said_before_what_is_only_to_be_known() -> None:
    page = (
        f"<article><h1>Pumps signed</h1><p>{TEXT} <del>Never.</del></p><p>{TEXT} Again.</p><p>Page 1 of 3</p></article>"
    )
    notices = clean(Page("x", "x.html", page.encode(), "text/html")).notices
    assert notices[0] == FURTHER_PAGES and len(notices) == 2
