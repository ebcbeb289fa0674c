"""Our workbook back: corrections come home, and what is not clear is named by its cell."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from reader.errors import SetError
from reader.exchange.importers import detect
from reader.exchange.importers.tables.typed_values import UnclearError, day_in, text_in, time_in, value_in
from reader.store import Library
from tests.reader.exchange.filled import filled as fill
from tests.reader.exchange.importers.tables.made_tables import back, cell, desk, out, retyped, row_with


@pytest.fixture
def path(library: Library, tmp_path: Path) -> Path:
    return out(desk(library, tmp_path), tmp_path, "workbook", language="id")


@pytest.mark.parametrize("language", ["en", "id"])
def test_an_unchanged_workbook_changes_nothing(library: Library, tmp_path: Path, language: str) -> None:
    fill(library, 5)
    before = list(library.documents())
    path = out(library, tmp_path, "workbook", language=language)
    assert detect(path).id == "workbook"
    assert back(library, path) == []
    assert back(library, retyped(path, lambda book: None)) == []
    assert list(library.documents()) == before and library.check() == []


def test_corrections_come_home(library: Library, path: Path) -> None:
    def change(book: Any) -> None:
        row = row_with(book, "Tanda", "Kata-kata", "kabar impor garam")
        cell(book, "Tanda", "Label", row).value = "bantahan"
        cell(book, "Tanda", "Catatan", row).value = 42
        cell(book, "Klaim", "Kesimpulan", 2).value = "bukti belum cukup"
        cell(book, "Klaim", "Tanggal kesimpulan", 2).value = "3/4/2026"
        cell(book, "Klaim", "Alasan", 2).value = "It opened.\nLate."
        said = row_with(book, "Pihak", "Kata-kata", "the figure")
        cell(book, "Pihak", "Sikap", said).value = "mempertanyakannya"
        cell(book, "Hak jawab", "Jawaban", 2).value = "membantah tegas"
        cell(book, "Bukti", "Judul", 2).value = "Notulen"
        cell(book, "Artikel", "Terbit", 3).value = datetime(2026, 11, 18)

    told = back(library, retyped(path, change))
    assert {(item.status, item.kind, item.fields) for item in told} == {
        ("differs", "annotation", ("label", "note")), ("differs", "review", ("date", "justification", "verdict")),
        ("differs", "relation", ("attributes",)), ("differs", "evidence", ("title",)),
        ("differs", "article", ("as_published", "published", "published_basis")),
    }  # fmt: skip
    (review,) = library.reviews([claim.id for claim in library.claims()])
    assert (review.verdict, review.date) == ("not_enough_evidence", "2026-04-03")
    assert [(s.text, bool(s.cites)) for s in review.justification] == [("It opened.", True), ("Late.", False)]
    said = [r.attributes for d in library.documents() for r in d.relations if r.kind == "attributed_to"]
    assert {"explicitness": "author", "stance": "query"} in said
    assert {"response_form": "explicit_denial", "stance": "deny"} in said
    assert ("denial", "42") in [(m.label, m.note) for d in library.documents() for m in d.annotations]
    assert library.undo_name() == "Import set"


def test_new_rows_are_new_things_and_missing_rows_say_nothing(library: Library, path: Path) -> None:
    marks = {m.id for d in library.documents() for m in d.marks}

    def change(book: Any) -> None:
        book["Tanda"].delete_rows(2)
        row = book["Tanda"].max_row + 1
        for heading, value in {
            "Label": "Klaim",
            "Kata-kata": "cukup",
            "Artikel": "Menteri bantah impor garam 🧂",
        }.items():
            cell(book, "Tanda", heading, row).value = value
        cell(book, "Klaim", "Klaim", 3).value = "Impor garam terjadi"
        cell(book, "Klaim", "Kesimpulan", 3).value = "didukung"
        cell(book, "Bukti", "Klaim", 3).value = "Impor garam terjadi"
        cell(book, "Bukti", "Alamat", 3).value = "https://data.example"

    assert {item.status for item in back(library, retyped(path, change))} == {"added"}
    (new,) = [m for d in library.documents() for m in d.marks if m.id not in marks]
    assert (new.label, new.anchor.quote) == ("claim", "cukup")
    assert marks <= {m.id for d in library.documents() for m in d.marks}
    claim = next(c for c in library.claims() if c.text == "Impor garam terjadi")
    assert [(r.verdict, r.status) for r in library.reviews([claim.id])] == [("supported", "untriaged")]
    assert [e.target for e in library.evidence([claim.id])] == ["https://data.example"]


def test_what_is_not_clear_is_named_by_sheet_and_cell_and_the_rest_is_taken(library: Library, path: Path) -> None:
    def change(book: Any) -> None:
        cell(book, "Klaim", "Kesimpulan", 2).value = "entahlah"
        cell(book, "Klaim", "Tempat", 2).value = '=CONCATENATE("a","b")'
        cell(book, "Klaim", "Tanggal kesimpulan", 2).value = "kemarin dulu"
        cell(book, "Pihak", "Klaim", 2).value = "klaim lain"
        cell(book, "Bukti", "Catatan", 2).value = "dicek"
        book["Bukti"].cell(1, 40).value = "kolom saya"
        book.create_sheet("Catatan saya")["A1"] = "x"

    told = back(library, retyped(path, change))
    reasons = "\n".join(str(item.reason) for item in told if item.status == "failed")
    for part in ("Klaim, cell B2", "entahlah", "Klaim, cell P2", "formula", "Klaim, cell G2", "kemarin dulu",
                 "Pihak, row 2", "kolom saya"):  # fmt: skip
        assert part in reasons, reasons
    assert [(item.kind, item.fields) for item in told if item.status == "differs"] == [("evidence", ("note",))]


def test_what_only_tells_and_was_changed_is_told_once_a_sheet_with_the_number_of_its_rows(
    library: Library, path: Path
) -> None:
    def change(book: Any) -> None:
        cell(book, "Tanda", "Media", 2).value = "Koran lain"
        cell(book, "Tanda", "Artikel", 3).value = "Judul lain"

    (failure,) = [item for item in back(library, retyped(path, change)) if item.status == "failed"]
    assert "were changed in 2 rows" in str(failure.reason) and "Media" in str(failure.reason)


def test_a_formula_with_a_value_is_not_taken(library: Library, path: Path) -> None:
    with ZipFile(path) as found:
        sheet = found.read("xl/worksheets/sheet1.xml")
    computed = b'<c r="P2"><f>A1&amp;"x"</f><v>7</v></c><c r="S2"'
    rewritten(path, "xl/worksheets/sheet1.xml", sheet.replace(b'<c r="S2"', computed))
    told = back(library, path)
    assert [item.status for item in told] == ["failed"] and "Klaim, cell P2" in str(told[0].reason)
    assert library.claims()[0].place == ""


def test_a_sheet_that_was_renamed_or_taken_out_and_columns_in_another_order_do_no_harm(
    library: Library, path: Path
) -> None:
    def change(book: Any) -> None:
        del book["Pihak"]
        book["Tanda"].title = "Semua tanda"
        book["Semua tanda"].move_range("A1:A60", cols=40)
        book["Klaim"].delete_cols(5)

    assert back(library, retyped(path, change)) == []


# -- what is no sound workbook -----------------------------------------------------------------------------------------


def rewritten(path: Path, name: str, data: bytes) -> Path:
    """Put other bytes in a part of a workbook."""
    with ZipFile(path) as found:
        parts = {info.filename: found.read(info) for info in found.infolist()}
    with ZipFile(path, "w", ZIP_DEFLATED) as made:
        for part, old in {**parts, name: data}.items():
            made.writestr(part, data if part == name else old)
    return path


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("xl/worksheets/sheet6.xml", b"<worksheet><sheetData><row", "sheet6.xml is broken"),
        ("xl/workbook.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><workbook/>', "names of its own"),
        ("xl/workbook.xml", b"<workbook/>", "none of the sheets"),
        ("xl/sharedStrings.xml", b"<sst>" + b" " * (1 << 27) + b"</sst>", "grows too much"),
    ],
)
def test_a_bad_workbook_is_refused_in_words(library: Library, path: Path, name: str, data: bytes, reason: str) -> None:
    before = list(library.documents())
    with pytest.raises(SetError, match=reason):
        back(library, rewritten(path, name, data))
    assert list(library.documents()) == before


def test_a_workbook_that_is_cut_off_is_refused(library: Library, path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-200])
    with pytest.raises(SetError, match="broken or cut off"):
        back(library, path)


def test_a_million_empty_rows_are_passed_over(library: Library, path: Path) -> None:
    with ZipFile(path) as found:
        sheet = found.read("xl/worksheets/sheet6.xml")
    empty = b"<row/>" * 1_000_000 + b'<row r="1048576"><c r="B1048576" s="1"/></row>'
    rewritten(path, "xl/worksheets/sheet6.xml", sheet.replace(b"</sheetData>", empty + b"</sheetData>"))
    assert back(library, path) == []


@pytest.mark.parametrize("format", ["csv", "workbook"])
def test_a_table_of_another_library_says_nothing_to_this_one(library: Library, tmp_path: Path, format: str) -> None:
    path = out(desk(library, tmp_path), tmp_path, format)
    with Library.open(tmp_path / "other" / "b.tilik") as other:
        with pytest.raises(SetError, match="none of its articles is here"):
            back(other, path)
        assert not other.claims() and not other.sources() and other.count() == 0


def test_a_cell_of_megabytes_is_named_and_the_rest_is_taken(library: Library, path: Path) -> None:
    with ZipFile(path) as found:
        sheet = found.read("xl/worksheets/sheet1.xml")
    huge = b'<c r="P2" t="inlineStr"><is><t>' + b"x" * (1 << 21) + b'</t></is></c><c r="S2"'
    (item,) = back(library, rewritten(path, "xl/worksheets/sheet1.xml", sheet.replace(b'<c r="S2"', huge)))
    assert "Klaim, cell P2" in str(item.reason)


def test_links_to_other_files_are_told_and_not_followed(library: Library, path: Path) -> None:
    (item,) = back(library, rewritten(path, "xl/externalLinks/externalLink1.xml", b"<externalLink/>"))
    assert "links to other workbooks" in str(item.reason)


# -- cells -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "language", "iso"),
    [
        ("19 November 2026", "id", "2026-11-19"), ("November 19, 2026", "en", "2026-11-19"),
        ("17 Agustus 2026", "en", "2026-08-17"), ("19/11/2026", "en", "2026-11-19"), ("3-4-2026", "id", "2026-04-03"),
        ("11/19/2026", "en", "2026-11-19"), ("2026-11", "en", "2026-11"), (2026, "en", "2026"), ("", "id", ""),
        (46345, "id", "2026-11-19"), (datetime(2026, 11, 19), "id", "2026-11-19"),
    ],
)  # fmt: skip
def test_days_in_either_language_and_order(value: Any, language: str, iso: str) -> None:
    assert day_in(value, language) == iso


@pytest.mark.parametrize(("value", "language"), [("3/4/2026", "en"), ("31/2/2026", "id"), (-4, "id"), (True, "en")])
def test_a_day_that_is_none_or_two_is_not_guessed(value: Any, language: str) -> None:
    with pytest.raises(UnclearError):
        day_in(value, language)


def test_values_are_known_in_either_language() -> None:
    assert value_in("verdict", "Terbantah ") == value_in("verdict", "refuted") == "refuted"
    assert value_in("stance", "diam") == "silent"
    assert text_in(12) == "12" and text_in(1.5) == "1.5"
    assert time_in("2026-11-19T08:00:00+07:00", "en") == "2026-11-19T01:00:00Z"
