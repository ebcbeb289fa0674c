"""A dump's headline, writer and day come from its lines, in whatever company they stand."""

from collections import Counter

import pytest

from reader.cleaning import clean
from reader.cleaning.dump_head import byline, headline, names_alone
from reader.cleaning.raw import RawBlock
from reader.cleaning.shown_date import is_date_line
from reader.model.articles import Metadata
from reader.model.pages import Page

MENU = ["Teluk Kabar", "Beranda", "Politik dan Hukum", "Musik & Film", "Gaya Hidup Sehat", "Masuk", "Terpopuler"]
BODY = [
    "Nelayan Teluk Amsal menolak rencana pemindahan dermaga ke sisi barat karena ombak di sana lebih tinggi dan "
    "jalan ke pasar menjadi dua kali lebih jauh, kata ketua paguyuban mereka, Rabu.",
    "“Kami sudah menulis surat tiga kali, dan tidak ada yang menjawab,” ujarnya. Dermaga lama, menurut nelayan, "
    "masih kuat dan hanya perlu papan baru serta lampu yang menyala sepanjang malam.",
    "Pemerintah kota menyatakan pemindahan dermaga itu belum diputuskan. Kajiannya baru selesai bulan depan, dan "
    "paguyuban nelayan akan diundang untuk membahasnya, kata kepala dinas.",
]
END = ["Baca juga", "Harga ikan naik lagi di pasar", "Komentar", "Bagikan", "Hak cipta Teluk Kabar"]
HEADLINE = "Nelayan Tolak Dermaga Dipindahkan ke Sisi Barat Teluk"


def told(*head: str) -> Metadata:
    text = "\n".join([*MENU, *head, *BODY, *END])
    return clean(Page("dump.txt", "dump.txt", text.encode(), "text/plain")).metadata


@pytest.mark.parametrize(
    "head",
    [
        (HEADLINE, "Rani Puspita - TelukKabar", "Rabu, 11 Feb 2026 08:20 WIB", "Bagikan"),
        (HEADLINE, "11/02/2026 08:20", "Oleh Rani Puspita"),
        (HEADLINE, "Oleh: Rani Puspita", "Diperbarui 13 Februari 2026 | Terbit 11 Februari 2026"),
        ("Kapal Wisata Dilarang", HEADLINE, "Rani Puspita", "Rabu, 11 Februari 2026"),
        ("Bagikan artikel: " + HEADLINE, "Rani Puspita", "Rabu, 11 Februari 2026", "Ukuran huruf besar kecil"),
    ],
)
def test_headline_writer_and_day_come_from_the_lines(head: tuple[str, ...]) -> None:
    found = told(*head)
    assert found.title == HEADLINE
    assert found.byline == "Rani Puspita"
    assert found.published[:10] == "2026-02-11"


def test_a_headline_may_end_in_a_stop_and_a_name_may_stand_over_a_role() -> None:
    assert told(HEADLINE + ".", "Rani Puspita", "11/02/2026").title == HEADLINE + "."
    assert told("Kapal Wisata Dilarang", HEADLINE, "Rani Puspita", "Wartawan").byline == "Rani Puspita"


def test_the_paper_is_known_by_its_copyright_line_and_the_section_by_the_path_of_links() -> None:
    found = told("Beranda > Berita > Pesisir", HEADLINE, "Teluk Kabar", "11/02/2026")
    assert (found.site, found.section, found.byline) == ("Teluk Kabar", "Pesisir", "")


def test_a_dump_without_these_lines_invents_none() -> None:
    found = told(HEADLINE)
    assert (found.title, found.byline, found.published) == (HEADLINE, "", "")


@pytest.mark.parametrize("line", ["powered by Surfing Waves", "Foto oleh Rani Puspita", "Dirancang oleh Studio Ombak"])
def test_who_made_a_page_or_a_picture_wrote_no_article(line: str) -> None:
    assert told(line, HEADLINE).byline == told(HEADLINE, line).byline == ""


def test_a_day_in_a_sentence_of_the_text_is_never_that_of_publishing() -> None:
    sentence = "“Kami tidak tahu,” kata Surya di balai desa, Rabu (4/9/2024)."
    found = told(HEADLINE, sentence)
    assert found.published == ""


def test_a_name_below_the_text_is_its_writer() -> None:
    text = "\n".join([*MENU, HEADLINE, *BODY, "Penulis: Rani Puspita", *END])
    assert clean(Page("dump.txt", "dump.txt", text.encode(), "text/plain")).metadata.byline == "Rani Puspita"


def test_words_of_a_menu_are_nobodys_name() -> None:
    assert names_alone("Musik & film", HEADLINE) == ""
    assert names_alone("RANI PUSPITA", HEADLINE) == ""
    assert byline("By the time the boats came in, nobody was there") == ""
    assert byline("Von Eva Brandt, Redakteurin") == "Eva Brandt"


def test_a_sentence_with_a_date_in_it_is_no_date_line() -> None:
    assert is_date_line("Stand: 11.02.2026, 10:05 Uhr")
    assert not is_date_line("On 11 February 2026 the fishermen of the bay wrote their third letter to the mayor of it")


@pytest.mark.parametrize("under", ["Oleh Rani Puspita", "Rabu, 11 Februari 2026"])
def test_a_name_or_a_day_under_a_line_counts_for_more_than_its_place(under: str) -> None:
    texts = ["Nelayan tolak dermaga barat", under, *["Menu"] * 6, "Sisi barat tolak nelayan lama", *BODY]
    assert headline([RawBlock(text) for text in texts], [0, 8], 9, Counter()) == 0


def test_a_line_that_stands_twice_counts_for_more_than_one_below_it() -> None:
    texts = ["Nelayan tolak dermaga barat", *["Menu"] * 6, "Sisi barat tolak nelayan lama", *BODY]
    blocks = [RawBlock(text) for text in texts]
    assert headline(blocks, [0, 7], 8, Counter([blocks[0].folded] * 2)) == 0
    assert headline(blocks, [0, 7], 8, Counter()) == 7


def test_initials_at_the_end_of_a_dump_go_to_the_drawer() -> None:
    text = "\n".join([*MENU, HEADLINE, "Oleh Rani Puspita", *BODY[:-1], f"{BODY[-1]} (rpt/ams)", *END])
    result = clean(Page("dump.txt", "dump.txt", text.encode(), "text/plain"))
    assert "(rpt/ams)" not in result.text
    assert "(rpt/ams)" in [x.text for x in result.left_out]
