"""Reporter, writer, editor and agency are told apart, in the page's own byline and in lines below the text."""

import pytest

from reader.cleaning import clean
from reader.cleaning.credits import credits_in, with_credits
from reader.cleaning.person_names import agency_in, persons
from reader.model.articles import BlockKind, Metadata
from reader.model.pages import Cleaned, Page

BODY = "".join(
    "<p>Nelayan Teluk Amsal menolak rencana pemindahan dermaga ke sisi barat karena ombak di sana lebih tinggi dan "
    f"jalan ke pasar menjadi dua kali lebih jauh, kata ketua paguyuban mereka pada pertemuan ke-{number}.</p>"
    for number in range(5)
)


def page(head: str = "", foot: str = "") -> Cleaned:
    html = (
        f"<html lang=id><title>Nelayan tolak dermaga</title><article><h1>Nelayan tolak dermaga dipindahkan</h1>{head}"
    )
    return clean(Page("x", "x.html", f"{html}{BODY}{foot}</article></html>".encode(), "text/html"))


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Reporter: Rani Puspita | Editor: Tomi Rella", {"reporter": "Rani Puspita", "editor": "Tomi Rella"}),
        ("(Reporter: Rani Puspita/Editor: Tomi Rella)", {"reporter": "Rani Puspita", "editor": "Tomi Rella"}),
        ("Penulis: Sari Dewi, Rani Puspita", {"byline": "Sari Dewi, Rani Puspita"}),
        ("Reporting by Mara Okora; editing by Ines Rella", {"reporter": "Mara Okora", "editor": "Ines Rella"}),
        ("Rani Puspita (Wartawan), Tomi Rella (Editor)", {"reporter": "Rani Puspita", "editor": "Tomi Rella"}),
        ("The editor: a person who edits.", {}),
        ("Sang penulis: Rani Puspita pernah menulis tiga buku.", {}),
        ("Editor", {}),
    ],
)
def test_a_line_names_persons_by_their_part(line: str, found: dict[str, str]) -> None:
    assert credits_in(line) == found


@pytest.mark.parametrize(
    ("head", "foot", "byline", "reporter", "editor"),
    [
        ("<p>Reporter: Rani Puspita | Editor: Tomi Rella</p>", "", "Rani Puspita", "Rani Puspita", "Tomi Rella"),
        ("<div class=byline>Penulis: Rani Puspita<br>Editor: Tomi Rella</div>", "", "Rani Puspita", "", "Tomi Rella"),
        ("<p class=author>Rani Puspita, Tomi Rella (Editor)</p>", "", "Rani Puspita", "", "Tomi Rella"),
        ("", "<p>Reporter: Rani Puspita</p><p>Penulis: Sari Dewi</p><p>Editor: Tomi Rella</p>",
         "Sari Dewi", "Rani Puspita", "Tomi Rella"),
        ("", "<p>(Reporter: Rani Puspita/Editor: Tomi Rella)</p>", "Rani Puspita", "Rani Puspita", "Tomi Rella"),
        ("<span class=author>Rani Puspita - KabarDermaga</span>", "", "Rani Puspita", "", ""),
    ],
)  # fmt: skip
def test_a_page_tells_them_apart_and_none_stays_in_the_text(
    head: str, foot: str, byline: str, reporter: str, editor: str
) -> None:
    result = page(head, foot)
    metadata = result.metadata
    assert (metadata.byline, metadata.reporter, metadata.editor) == (byline, reporter, editor)
    kept = [block.span.of(result.text) for block in result.blocks if block.kind is BlockKind.PARAGRAPH]
    assert not any("Tomi Rella" in text or "Rani Puspita" in text for text in kept)


def test_an_agency_is_no_person() -> None:
    assert page("<span class=author>Oleh Mara Okora, Reuters</span>").metadata.agency == "Reuters"
    assert with_credits(Metadata(byline="Mara Okora, Reuters"), []).agency == "Reuters"
    assert agency_in("Mara Okora") == "" and persons("Mara Okora, Reuters", "") == "Mara Okora"


def test_a_day_and_little_else_under_the_headline_is_that_of_publishing() -> None:
    assert page("<div>Kabar.id | Rabu, 11 Februari 2026 | 08.20 WIB</div>").metadata.published[:10] == "2026-02-11"
    assert page("", "<div>Kabar.id | Rabu, 11 Februari 2026 | 08.20 WIB</div>").metadata.published == ""


def test_rows_and_points_right_under_the_headline_are_neither_day_nor_byline() -> None:
    rows = "".join(f"<tr><td>{name}</td><td>80</td><td>95</td></tr>" for name in ("Utara", "Selatan", "Timur", "Barat"))
    intro = "<p>Harga ikan di empat pasar pada dua tahun terakhir, menurut catatan paguyuban nelayan dan dinas:</p>"
    table = f"<table><tr><th>Pasar</th><th>Lama</th><th>Baru</th></tr>{rows}</table>"
    points = "<ol><li>laporan kas dibuka untuk umum</li><li>lelang diulang dengan panitia baru</li></ol>"
    result = page(f"{intro}{table}{points}")
    kinds = {block.span.of(result.text): block.kind for block in result.blocks}
    assert kinds["Selatan\t80\t95"] is BlockKind.TABLE_ROW
    assert kinds["laporan kas dibuka untuk umum"] is BlockKind.LIST_ITEM


def test_whoever_wrote_a_book_in_a_list_wrote_no_article() -> None:
    books = "".join(f"<li>Penulis: Rani Puspita {number}, buku ke-{number} tentang dermaga</li>" for number in "abc")
    named = "<p>Penulis: Tomi Rella</p>"
    result = page("<p>Empat buku tentang dermaga yang disebut ketua paguyuban nelayan dalam pertemuan itu:</p>")
    longer = page(f"{BODY}{BODY}<ul>{books}</ul>{named}{BODY}{BODY}{BODY}")
    assert result.metadata.byline == longer.metadata.byline == ""
    assert "Penulis: Tomi Rella" in longer.text and longer.text.count("Penulis: Rani Puspita") == 3
