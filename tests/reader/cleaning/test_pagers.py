"""Lines that only turn the pages of an article are no text of it; numbers of a table are."""

import pytest

from reader.cleaning import clean
from reader.cleaning.phrases import is_pager
from reader.model.pages import Page

WORDS = "The board said that the gate had been looked at twice in March, and that nobody wrote down who had done it. "


@pytest.mark.parametrize(
    "line",
    [
        "Halaman selanjutnya",
        "Halaman: 1 2 3",
        "« Prev 1 2 3 Next »",
        "1 | 2 | 3",
        "Page 1 of 3",
        "1 2 3 Tampilkan Semua",
    ],
)
def test_a_pager_is_known(line: str) -> None:
    assert is_pager(line)


@pytest.mark.parametrize("line", ["12 3", "1-0", "2 1", "10 11 12", "1, 2 dan 3", "Halaman depan koran itu kosong."])
def test_numbers_and_sentences_are_no_pager(line: str) -> None:
    assert not is_pager(line)


def test_a_pager_is_left_out_of_a_page_and_of_a_dump() -> None:
    html = (
        "<html><body><article><h1>Board denies a warning</h1>"
        + f"<p>{WORDS * 3}</p>" * 5
        + "<p><a href='?p=1'>1</a> <a href='?p=2'>2</a> <a href='?p=3'>3</a> <a href='?p=2'>Next</a></p></article>"
    )
    dump = "Menu\nBoard denies a warning\n" + f"{WORDS * 3}\n" * 5 + "1 2 3 Next\nShare\nCopyright 2026\n"
    for page in (Page("a", "a.html", html.encode(), "text/html"), Page("b", "b.txt", dump.encode(), "text/plain")):
        assert "1 2 3" not in clean(page).text
