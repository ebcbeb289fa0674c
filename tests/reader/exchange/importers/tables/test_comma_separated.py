"""Our CSV back: what was corrected comes home, nothing else changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import SetError
from reader.exchange.exporters.tables.comma_separated import joined
from reader.exchange.importers import detect
from reader.exchange.importers.tables.cells import split_tags
from reader.intake.sets import Differing
from reader.store import Library
from tests.reader.exchange.importers.tables.made_tables import Rows, back, edited, filled, out


@pytest.mark.parametrize("separator", ["comma", "semicolon", "tab"])
@pytest.mark.parametrize("excel", [True, False])
def test_an_unchanged_table_changes_nothing(tmp_path: Path, separator: str, excel: bool) -> None:
    with Library.open(tmp_path / "a.tilik") as library:
        before = list(filled(library, tmp_path).documents())
        path = out(library, tmp_path, "csv", separator=separator, excel=excel)
        assert detect(path).id == "csv"
        assert back(library, path) == []
        assert list(library.documents()) == before


def test_corrections_come_home(tmp_path: Path) -> None:
    with Library.open(tmp_path / "a.tilik") as library:
        filled(library, tmp_path)
        path = out(library, tmp_path, "csv", separator="semicolon")
        changed = {"note": "'=lihat lagi", "tags": 'cek; "a; b"', "label": "denial", "label_name": "Denial"}
        wanted: list[str] = []

        def change(rows: Rows) -> None:
            row = next(row for row in rows if row["pieces"] == "1" and row["label"] == "claim")
            wanted.append(row["id"])
            row.update(changed)
            rows.reverse()

        told = back(library, edited(path, change, ";"))
        assert [(item.status, item.id, item.fields) for item in told] == [
            ("differs", wanted[0], ("label", "note", "tags"))
        ]
        (mark,) = [m for d in library.documents() for m in d.annotations if m.id == wanted[0]]
        assert (mark.label, mark.note, mark.tags) == ("denial", "=lihat lagi", ("cek", "a; b"))


def test_a_new_row_is_a_new_mark_and_a_missing_one_says_nothing(tmp_path: Path) -> None:
    with Library.open(tmp_path / "a.tilik") as library:
        filled(library, tmp_path)
        before = {m.id for d in library.documents() for m in d.marks}
        path = out(library, tmp_path, "csv")

        def change(rows: Rows) -> None:
            copied = dict(next(row for row in rows if row["title"].startswith("Menteri")))
            typed = {"title": copied["title"], "label_name": "Klaim", "quote": "cukup", "note": "dari redaktur"}
            rows.pop()
            rows += [{**copied, "quote": "Juru bicara itu", "note": "salinan"}, dict.fromkeys(copied, "") | typed]

        edited(path, change)
        assert {item.status for item in back(library, path)} <= {"added"}
        new = [m for d in library.documents() for m in d.marks if m.id not in before]
        assert {(m.anchor.quote, m.note) for m in new} == {("Juru bicara itu", "salinan"), ("cukup", "dari redaktur")}
        assert [m.label for m in new if m.note == "dari redaktur"] == ["claim"]
        assert before <= {m.id for d in library.documents() for m in d.marks}
        assert not [item for item in back(library, path) if item.status != "differs"]
        assert len([m for d in library.documents() for m in d.marks]) == len(before) + 2


def test_a_link_beside_it_comes_home(tmp_path: Path) -> None:
    with Library.open(tmp_path / "a.tilik") as library:
        filled(library, tmp_path)
        path = out(library, tmp_path, "csv")
        edited(path.with_suffix(".relations.csv"), lambda rows: rows[0].update(note="tautan diperiksa"))
        (item,) = back(library, path)
        assert (item.kind, item.fields) == ("relation", ("note",))
        assert back(library, path.with_suffix(".relations.csv")) == []


def test_a_fact_of_an_article_comes_home_when_all_its_rows_say_it(tmp_path: Path) -> None:
    with Library.open(tmp_path / "a.tilik") as library:
        filled(library, tmp_path)
        path = out(library, tmp_path, "csv")

        def change(rows: Rows) -> None:
            for row in rows:
                if row["title"].startswith("Menteri"):
                    row["published"] = "2026-11-18"
            next(row for row in rows if not row["title"].startswith("Menteri"))["byline"] = "Somebody"

        told = back(library, edited(path, change))
        assert [item.status for item in told] == ["failed", "differs"]
        (article,) = [d.article for d in library.documents() if d.article.title.startswith("Menteri")]
        assert (article.published, article.published_basis) == ("2026-11-18", "corrected")
        assert article.as_published["published"] == "2026-11-19"


def test_ours_is_kept_unless_theirs_is_chosen(tmp_path: Path) -> None:
    with Library.open(tmp_path / "a.tilik") as library:
        before = list(filled(library, tmp_path).documents())
        path = edited(out(library, tmp_path, "csv"), lambda rows: rows[0].update(note="lain"))
        assert [item.status for item in back(library, path, Differing.SKIP)] == ["differs"]
        assert list(library.documents()) == before


def test_a_note_that_was_cut_for_excel_does_not_come_home_short(tmp_path: Path) -> None:
    with Library.open(tmp_path / "a.tilik") as library:
        filled(library, tmp_path)
        long = edited(out(library, tmp_path, "csv", excel=False), lambda rows: rows[0].update(note="🧂" * 20_000))
        assert [item.fields for item in back(library, long)] == [("note",)]
        assert back(library, out(library, tmp_path, "csv")) == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('doc,id,begin,end,piece,pieces,quote\nd,i,0,3,1,1,"open', "quotation mark"),
        ("doc,id,begin,end,piece,pieces,quote\nd,i,0,dua,1,1,kata", "row 2.*whole number"),
        ("doc,id,begin,end,piece,pieces,quote\n,,,,,,kata", "row 2.*which article"),
        ("doc,id,begin,end,piece,pieces,quote\nd,i,0", "row 2.*ends early"),
        ("doc,id,begin,end,piece,pieces,quote\nd,i,0,3,1,2,kat", "only 1 of 2 pieces"),
        ("doc,id,begin,end,piece,pieces,quote\nd,,,,,,", "row 2.*needs the words"),
    ],
)
def test_what_is_no_table_is_refused_in_words(tmp_path: Path, text: str, reason: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(text, "utf-8")
    with Library.open(tmp_path / "a.tilik") as library, pytest.raises(SetError, match=reason):
        back(library, path)


def test_a_line_that_names_the_separator_and_columns_of_others_are_seen(tmp_path: Path) -> None:
    with Library.open(tmp_path / "a.tilik") as library:
        filled(library, tmp_path)
        path = out(library, tmp_path, "csv", excel=False, separator="semicolon")
        lines = path.read_text("utf-8").split("\n", 1)
        path.write_text("sep=;\n" + lines[0].rstrip("\r") + ";cek saya\r\n" + lines[1], "utf-8", newline="")
        (item,) = back(library, path)
        assert item.status == "failed" and "cek saya" in str(item.reason)


@given(st.lists(st.text(min_size=1, max_size=8).map(str.strip).filter(bool), max_size=4))
def test_tags_are_told_again_from_their_cell(tags: list[str]) -> None:
    assert split_tags(joined(tags)) == tags
