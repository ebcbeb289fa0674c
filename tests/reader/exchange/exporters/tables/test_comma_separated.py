"""The table as spreadsheets and pandas read it."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.exchange.exporters import exporter
from reader.exchange.exporters.tables.comma_separated import guarded
from reader.exchange.records.csv_columns import COLUMNS
from reader.model.annotations import Annotation
from reader.model.dataset import Dataset, Document
from reader.model.spans import Span
from tests.reader.exchange.exporters import made

CSV = exporter("csv")


def rows(dataset: Dataset, **chosen: bool) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(raw(dataset, **chosen).decode("utf-8-sig"), newline="")))


def raw(dataset: Dataset, **chosen: bool) -> bytes:
    out = io.BytesIO()
    list(CSV.write(dataset, out, CSV.options(**chosen)))
    return out.getvalue()


def test_one_row_a_piece_with_its_words() -> None:
    found = rows(made.whole(), excel=False)
    pieces = [(d, a, s) for d in made.whole().documents() for a in d.annotations for s in a.anchor.spans]
    assert len(found) == len(pieces) == 12
    for row, (document, mark, span) in zip(found, sorted(pieces, key=_place), strict=True):
        text = document.revision.text
        assert row["quote"] == text[int(row["begin"]) : int(row["end"])] == span.of(text)
        assert (row["doc"], row["id"]) == (document.article.id, mark.id)
        assert (row["label"], row["note"]) == (mark.label, mark.note)


def _place(piece: tuple[Document, Annotation, Span]) -> tuple[int, int, int, str, int]:
    document, mark, span = piece
    order = [d.article.id for d in made.whole().documents()].index(document.article.id)
    return order, mark.anchor.start, mark.anchor.end, mark.id, span.start


def test_for_excel_it_has_a_mark_of_utf_8_and_line_ends_of_the_standard() -> None:
    data = raw(made.whole())
    assert data.startswith(b"\xef\xbb\xbfdoc,id,label,begin,end,") and data.endswith(b"\r\n")
    assert not raw(made.whole(), excel=False).startswith(b"\xef\xbb\xbf")
    assert next(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))) == list(COLUMNS)


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'=", "''@"])
def test_no_cell_can_become_a_formula(first: str) -> None:
    evil = replace(made.english().article, title=f"{first}1+1", site=f"{first}cmd", byline=f"{first}x")
    document = replace(made.english(), article=evil)
    mark = replace(document.annotations[0], note=f"{first}HYPERLINK(1)", tags=(f"{first}tag",), annotator=f"{first}me")
    row = rows(made.dataset(replace(document, annotations=(mark,), relations=())))[0]
    for column in ("title", "site", "byline", "note", "tags", "annotator"):
        assert row[column].startswith(f"'{first}"), column
    assert rows(made.dataset(document), excel=False)[0]["title"] == f"{first}1+1"


@given(st.text(max_size=8))
def test_taking_one_apostrophe_off_gives_the_text_back(text: str) -> None:
    safe = guarded(text)
    assert safe in (text, "'" + text) and not safe.startswith(("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"))
    assert safe == text or guarded(safe) != safe


def test_numbers_stay_numbers() -> None:
    span = made.indonesian().annotations[0].anchor.spans[0]
    assert f",source,{span.start},{span.end},1,1,Menteri".encode() in raw(made.whole())


def test_a_cell_that_excel_cannot_hold_is_cut_with_a_sign() -> None:
    document = made.english()
    document = replace(document, annotations=(replace(document.annotations[0], note="🧂" * 20_000),), relations=())
    note = rows(made.dataset(document))[0]["note"]
    assert note.endswith("🧂 …") and len(note.encode("utf-16-le")) // 2 <= 32_767
    assert rows(made.dataset(document), excel=False)[0]["note"] == "🧂" * 20_000


def test_links_have_rows_of_their_own() -> None:
    out = io.BytesIO()
    list(CSV.beside_write(made.whole(), out, CSV.options()))
    found = list(csv.DictReader(io.StringIO(out.getvalue().decode("utf-8-sig"), newline="")))
    links = {r.id: r for d in made.whole().documents() for r in d.relations}
    assert {row["id"] for row in found} == links.keys()
    for row in found:
        link = links[row["id"]]
        assert (row["type"], row["from"], row["to"]) == (link.kind, link.end("from"), link.end("to"))
        assert row["members"] == "; ".join(f"{m.role}: {m.annotation_id}" for m in link.members)
