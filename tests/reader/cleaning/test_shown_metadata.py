"""What is told of an article by its own lines: who wrote it, when, in which language."""

import pytest

from reader.cleaning import clean
from reader.cleaning.completed_metadata import completed, in_language
from reader.cleaning.person_names import persons
from reader.cleaning.raw import RawBlock
from reader.cleaning.shown_date import published_and_updated, shown_date
from reader.cleaning.written_dates import day_first
from reader.model.articles import Metadata
from reader.model.pages import Page

TEXTS = {
    "id": "Perahu tua itu masih berlayar satu musim lagi meskipun pengawas sudah dua kali meminta lambung baru, kata "
    "perusahaan pelayaran pada hari Senin. Dua awak yang keluar pada musim lalu mengingatnya berbeda: air "
    "menggenang di kamar mesin selama sepekan, dan nakhoda menulisnya di buku harian yang kemudian hilang.",
    "en": "The old boat will sail for one more season although the inspectors have asked twice for a new hull, the "
    "company said on Monday. Two sailors who left it in spring remember it otherwise: water stood in the engine "
    "room for a week, and the captain had written about it in the log, which was lost afterwards.",
}

MORE_TEXTS = {
    "no": "Politiet melder at veien er stengt etter en ulykke mandag kveld. Ingen ble alvorlig skadet, men to personer "
    "er sendt til sykehus for kontroll. Veien ventes å åpne igjen tirsdag morgen, opplyser lederen til avisen.",
    "names": "Anna Berta Carla Dora Emil Fritz Gustav Hans Ida Jan Karl Lena Max Nora Otto Paul Rosa Sara Tom Ute Vera "
    "Willi, Xaver Yana Zoe, Amsel Lund Bremen Oslo Turin Malmo Genoa Porto Lisboa Vigo Madrid Roma Milano Bari",
}


def told(language: str, line: str = "", lang: str = "", head: str = "") -> Metadata:
    text = f"<p>{TEXTS[language]}</p>" * 2
    html = f"<!doctype html><html lang={lang or language}><title>Boat sails on</title>{head}<body><article>"
    html += f"<h1>Boat sails on</h1>{line}{text}</article>"
    return clean(Page("boat.html", "boat.html", html.encode(), "text/html")).metadata


@pytest.mark.parametrize(
    ("line", "site", "names"),
    [
        ("Rani Puspita - WartaTeluk", "WartaTeluk", "Rani Puspita"),
        ("Rani Puspita | Reporter | WartaTeluk.com", "Warta Teluk", "Rani Puspita"),
        ("Mark Olsen, senior staff writer", "Bay News", "Mark Olsen"),
        ("Penulis: Rani Puspita, Editor: Joko Lim", "Warta", "Rani Puspita"),
        ("Mark Olsen (molsen@bay.example) - 48213", "Bay News", "Mark Olsen"),
        ("Mark Olsen – Reuters", "Bay News", "Mark Olsen"),
        ("Mark Olsen | BNTV", "Bay News", "Mark Olsen"),
        ("RTBF | BNTV", "Bay News", "RTBF, BNTV"),
        ("Mark Olsen in Port Amsel | Bay News", "Bay News", "Mark Olsen"),
        ("Mark Olsen March 3, 2026", "Bay News", "Mark Olsen"),
        ("Mark Olsen, Eva Brandt", "Bay News", "Mark Olsen, Eva Brandt"),
        ("Mark Olsen and Eva Brandt", "Bay News", "Mark Olsen and Eva Brandt"),
        ("Tim Redaksi", "Warta", "Tim Redaksi"),
        ("Tim Desk", "Bay News", "Tim Desk"),
        ("Bay News", "Bay News", "Bay News"),
    ],
)
def test_a_byline_names_persons_alone_unless_it_names_none(line: str, site: str, names: str) -> None:
    assert persons(line, site) == names


@pytest.mark.parametrize(
    ("tag", "others", "first"),
    [("id", (), True), ("de-AT", (), True), ("en-GB", (), True), ("en-US", (), False), ("en", (), None), ("", (), None),
     ("en", ("on 4/21/2026",), False), ("en-US", ("on 21/4/2026",), True)],
)  # fmt: skip
def test_the_pages_language_and_its_other_dates_say_what_a_number_is(
    tag: str, others: tuple[str, ...], first: bool | None
) -> None:
    assert day_first(tag, others) is first


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Kamis, 05/02/2026 10:15 WIB", "2026-02-05T10:15:00+07:00"),
        ("5 de febrero de 2026", "2026-02-05"),
        ("le 5 février 2026", "2026-02-05"),
        ("5. März 2026", "2026-03-05"),
        ("٥ فبراير ٢٠٢٦", "2026-02-05"),
        ("2026年2月5日", "2026-02-05"),
        ("5.2.2026", "2026-02-05"),
    ],
)
def test_dates_of_several_languages_are_read(line: str, day: str) -> None:
    assert shown_date(line, days_first=True) == day


def test_the_day_of_publishing_is_never_that_of_the_change() -> None:
    assert published_and_updated("Updated 9 May 2026, first published 2 May 2026") == ("2026-05-02", "2026-05-09")
    assert published_and_updated("Terbit 2 Mei 2026 | Diperbarui 9 Mei 2026") == ("2026-05-02", "2026-05-09")
    assert published_and_updated("Last updated on May 9, 2026") == ("", "2026-05-09")


def test_a_page_that_states_its_change_only_is_dated_by_its_line() -> None:
    head = "<meta property='article:modified_time' content='2026-05-09T08:00:00Z'>"
    found = told("en", "<p class=meta>Published 2 May 2026 · Updated 9 May 2026</p>", head=head)
    assert (found.published, found.published_basis, found.updated[:10]) == ("2026-05-02", "stated", "2026-05-09")


def test_a_date_in_numbers_is_read_as_the_language_writes_it() -> None:
    assert told("id", "<div class=date>05/02/2026</div>").published == "2026-02-05"
    assert told("en", "<div class=date>05/02/2026</div>", lang="en-US").published == "2026-05-02"


def test_the_words_tell_the_language_where_the_page_says_another() -> None:
    assert told("id", lang="en").language == "id"
    assert told("en", lang="id-ID").language == "en"


def test_the_pages_word_stands_where_there_are_few_words() -> None:
    html = (
        "<!doctype html><html lang=sw><title>Boat</title><article><h1>Boat</h1><p>The old boat sails on.</p></article>"
    )
    assert clean(Page("b.html", "b.html", html.encode(), "text/html")).metadata.language == "sw"


@pytest.mark.parametrize(
    ("stated", "words", "language"),
    [
        ("nb", MORE_TEXTS["no"], "nb"),  # another name of the same
        ("sv", MORE_TEXTS["no"], "no"),
        ("de", MORE_TEXTS["names"], "de"),  # nobody can tell
    ],
)
def test_the_pages_word_stands_where_it_is_another_name_or_the_words_leave_a_doubt(
    stated: str, words: str, language: str
) -> None:
    assert in_language(Metadata(language=stated), words).language == language


def test_a_guessed_day_that_is_the_day_of_the_change_is_taken_back() -> None:
    lines = [RawBlock("Last updated on May 9, 2026"), RawBlock(TEXTS["en"])]
    guessed = Metadata(language="en", published="2026-05-09", published_basis="inferred")
    found = completed(guessed, lines)
    assert (found.published, found.published_basis, found.updated) == ("", "", "2026-05-09")
    other = completed(Metadata(language="en", published="2026-05-02", published_basis="inferred"), lines)
    assert (other.published, other.published_basis) == ("2026-05-02", "inferred")
