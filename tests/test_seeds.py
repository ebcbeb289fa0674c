"""The sample pages come out clean, and the annotated one is a finished article."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.cleaning import clean
from reader.exchange.importers import documents
from reader.model.articles import BlockKind
from reader.model.dataset import Document
from reader.model.labels import BUILTIN, RELATION_KINDS
from reader.model.pages import Cleaned, Page
from reader.model.spans import Span
from tests import sample_set

SEEDS = sample_set.SEEDS
PAGES = sorted([*SEEDS.glob("*.html"), *SEEDS.glob("*.txt")])


def cleaned(name: str) -> Cleaned:
    file = SEEDS / name
    return clean(Page(name, name, file.read_bytes(), "text/plain" if file.suffix == ".txt" else "text/html"))


def kinds(page: Cleaned) -> set[BlockKind]:
    return {block.kind for block in page.blocks}


def test_there_are_samples_of_every_shape() -> None:
    assert len(PAGES) >= 7
    pages = {file.name: cleaned(file.name) for file in PAGES}
    assert {page.metadata.language for page in pages.values()} == {"id", "en", "ar"}
    assert any(BlockKind.TABLE_ROW in kinds(page) and page.pictures for page in pages.values())
    assert any(BlockKind.CAPTION in kinds(page) for page in pages.values())
    assert any(file.suffix == ".txt" for file in PAGES)
    assert any(ord(letter) > 0xFFFF for page in pages.values() for letter in page.text)


# What a reader would miss, and what no reader wants in an article, page by page.
EXPECTED = {
    "bay-monitor-reef-survey.html": (
        ["Divers counted 1,204 colonies", "Old Pier\t5\t231\t61 %\t+27", "I would not promise more than that.”"],
        ["Donate", "Ten knots", "non-profit newsroom"],
    ),
    "harian-samudra-kapal-riset.txt": (
        [
            "membantah pernah menerima peringatan cuaca",
            "telah dua kali menunda perawatan",
            "belum dapat dimintai keterangan",
        ],
        [
            "Layang Widget",
            "mnt baca",
            "Baca Juga",
            "hanyut sampai Pulau",
            "Editor :",
            "Komentar",
            "WhatsApp",
            "Ikuti Berita",
        ],
    ),
    "kabar-pesisir-impor-garam.html": (
        [
            "menyangkal telah menerbitkan izin impor",
            "Tidak ada izin baru",
            "stok 22.400 ton",
            "mengancam akan melaporkan",
        ],
        ["Asuransi nelayan", "Baca Juga", "Gelombang Empat Meter", "Terpopuler", "Pertamax", "kuki", "ADVERTISEMENT"],
    ),
    "kabar-pesisir-kapal-hantu.html": (
        ["🚢👻", "membantah ada yang gaib", "perahunya jalan sendiri!!", "It’s a squid boat, guys"],
        ["Bernyanyi", "Apa reaksi Anda", "mantap pak Darto"],
    ),
    "sahifat-al-marsa-water.html": (
        ["نفى رئيس بلدية مرسى النور", "لكن شركة المياه نفت وقوع أي كسر", "«لم يثبت بعد»"],
        ["محليات", "اقرأ أيضا", "سوق السمك", "سياسة الخصوصية"],
    ),
    "tidewater-post-ferry-live.html": (
        [
            "Nobody is missing.",
            "calls reports of overloading",
            "05:52 Ferry aground off Gull Point",
            "Wind is moderate",
        ],
        ["Load more", "Budget day", "Turn on notifications", "Advertisement"],
    ),
    "tidewater-post-port-deal.html": (
        ["has denied offering the dredging work", "That story is false", "lapses naturally"],
        ["412 partners", "Read more", "Harbour Light", "Most read", "OldSalt", "Tweet"],
    ),
}


def test_every_sample_has_its_expectations() -> None:
    assert set(EXPECTED) == {file.name for file in PAGES}


@pytest.mark.parametrize("name", EXPECTED)
def test_a_sample_comes_out_clean(name: str) -> None:
    page, (wanted, unwanted) = cleaned(name), EXPECTED[name]
    assert [part for part in wanted if part not in page.text] == []
    assert [part for part in unwanted if part in page.text] == []
    assert page.text.count(page.metadata.title) == 1
    assert page.left_out, "the debris is kept aside, not thrown away"


@pytest.fixture(scope="module")
def finished() -> Document:
    """The annotated sample as the program reads it."""
    found = list(documents(sample_set.SET))
    assert len(found) == 1
    assert isinstance(found[0], Document), found
    return found[0]


def test_the_annotated_sample_is_what_its_page_and_its_marks_give(tmp_path: Path) -> None:
    sample_set.write(tmp_path / "again.jsonl")
    assert (tmp_path / "again.jsonl").read_bytes() == sample_set.SET.read_bytes(), "run python -m tests.sample_set"


def test_the_annotated_sample_shows_every_kind_of_mark(finished: Document) -> None:
    assert 15 <= len(finished.annotations) <= 25
    assert {mark.label for mark in finished.annotations} == {"claim", "source", "denial"}
    assert any(len(mark.anchor.spans) > 1 for mark in finished.annotations)
    assert sum(bool(mark.note) for mark in finished.annotations) >= 8
    assert sum(bool(mark.tags) for mark in finished.annotations) >= 8
    assert {"attributed_to", "denies"} <= {relation.kind for relation in finished.relations}


def test_the_annotated_sample_quotes_its_own_text(finished: Document) -> None:
    for mark in finished.annotations:
        pieces = [span.of(finished.revision.text) for span in mark.anchor.spans]
        assert " … ".join(pieces) == mark.anchor.quote


def test_the_annotated_samples_links_join_the_right_kinds(finished: Document) -> None:
    labels = {mark.id: mark.label for mark in finished.annotations}
    for relation in finished.relations:
        sources, targets = RELATION_KINDS[relation.kind]
        assert labels[relation.end("from")] in sources
        assert labels[relation.end("to")] in targets


def test_a_quote_that_no_longer_stands_in_the_sample_is_named() -> None:
    gone = sample_set.Marked("gone", BUILTIN[0], ("nobody said this",))
    with pytest.raises(ValueError, match="gone: 'nobody said this' stands 0 times"):
        sample_set.spans("Something else.", gone)
    assert sample_set.spans("One word.", gone._replace(quotes=("word",))) == [Span(4, 8)]
