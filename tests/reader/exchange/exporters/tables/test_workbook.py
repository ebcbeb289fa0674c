"""The workbook as other programs read it."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import datetime
from typing import Any
from zipfile import ZIP64_VERSION, ZipFile

import openpyxl
import pytest

from reader.exchange.exporters import Counted, exporter
from reader.exchange.exporters.withheld import WITHHELD
from reader.exchange.records.sheets import SHEETS
from reader.model.claims import Source
from reader.model.dataset import Dataset
from tests.reader.exchange.exporters import made

FORM = exporter("workbook")


def raw(dataset: Dataset, language: str = "en", counted: Counted | None = None) -> bytes:
    out = io.BytesIO()
    list(FORM.write(dataset, out, FORM.options(language=language), counted))
    return out.getvalue()


def opened(data: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data))


def rows(sheet: Any) -> list[dict[str, Any]]:
    headings = [cell.value for cell in sheet[1]]
    return [dict(zip(headings, [cell.value for cell in row], strict=True)) for row in sheet.iter_rows(min_row=2)]


@pytest.mark.parametrize("language", ["en", "id"])
def test_sheets_are_named_filtered_and_frozen_and_no_cell_is_a_formula(language: str) -> None:
    book = opened(raw(made.dataset(made.storied(), made.indonesian()), language))
    assert book.sheetnames == [sheet.name(language) for sheet in SHEETS]
    for sheet, found in zip(SHEETS, book, strict=True):
        assert found.freeze_panes == "A2" and found.auto_filter.ref == found.dimensions
        assert (found.sheet_state == "hidden") is sheet.hidden
        groups = [group for group in found.column_dimensions.values() if group.hidden]
        hidden = {n for group in groups for n in range(group.min, group.max + 1)}
        assert hidden == {n for n, column in enumerate(sheet.columns, 1) if not column.width}
        assert not [cell for row in found for cell in row if cell.data_type not in ("s", "n", "d")]
    assert "=HYPERLINK" in str([row["Catatan" if language == "id" else "Note"] for row in rows(book.worksheets[5])])


def test_what_was_found_out_stands_in_words_and_typed() -> None:
    book = opened(raw(made.dataset(made.storied(), made.indonesian()), "id"))
    (claim,) = rows(book["Klaim"])
    assert (claim["Klaim"], claim["Kesimpulan"], claim["Alasan"]) == ("The bridge is late", "terbantah", "It opened.")
    sides = rows(book["Pihak"])
    assert {(row["Klaim"], row["Siapa"], row["Sikap"]) for row in sides} > {
        ("The bridge is late", None, "mengatakannya"), ("The bridge is late", "Dana Whitlock", "membantahnya"),
    }  # fmt: skip
    (proof,) = rows(book["Bukti"])
    assert (proof["Arah"], proof["Kutipan"]) == ("menyangkal klaim", "the figure")
    article = rows(book["Artikel"])[1]
    assert (article["Terbit"], article["Tanda"]) == (datetime(2026, 11, 19), 6)
    assert isinstance(rows(book["Tanda"])[0]["Dibuat (UTC)"], datetime)
    assert [row["Mewakili"] for row in rows(book["Sumber"])] == [None, "City of Ledger"]


def test_the_same_set_gives_the_same_bytes_without_a_clock() -> None:
    one, other = (raw(made.whole(), "en") for _ in range(2))
    assert one == other
    with ZipFile(io.BytesIO(one)) as found:
        assert {info.date_time for info in found.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert all(info.extract_version < ZIP64_VERSION for info in found.infolist())  # Excel repairs others
        assert b"2026-11-20T08:30:15Z" in found.read("docProps/core.xml")
    assert re.match(FORM.opens, one, re.DOTALL)


def test_a_cell_that_excel_cannot_hold_is_cut_and_told() -> None:
    document = made.english()
    long = replace(document.annotations[0], note="🧂" * 20_000)
    counted = Counted()
    book = opened(raw(made.dataset(replace(document, annotations=(long,), relations=())), "en", counted))
    note = rows(book["Marks"])[0]["Note"]
    assert note.endswith("🧂 …") and len(note.encode("utf-16-le")) // 2 <= 32_767
    assert counted.report.count("long_cells") == 1


def test_a_protected_source_has_no_name_in_it() -> None:
    story = made.storied()
    known = [replace(k, identification="unnamed_at_own_request") if isinstance(k, Source) else k for k in story.known]
    with ZipFile(io.BytesIO(raw(made.dataset(replace(story, known=tuple(known)))))) as found:
        text = "".join(found.read(name).decode() for name in found.namelist())
    assert "City of Ledger" not in text and "Source 1" in text and WITHHELD in text


def test_what_xml_cannot_hold_is_escaped_as_excel_does() -> None:
    document = made.english()
    odd = replace(document.annotations[0], note="a\rb\x01_x000D_ <&>\n \ufffe")
    with ZipFile(io.BytesIO(raw(made.dataset(replace(document, annotations=(odd,), relations=()))))) as found:
        sheets = "".join(found.read(name).decode() for name in found.namelist() if "worksheets/" in name)
    assert "a_x000D_b_x0001__x005F_x000D_ &lt;&amp;&gt;\n _xFFFE_" in sheets
