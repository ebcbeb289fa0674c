"""Parquet: the rows of JSON Lines with a type for each column, a card, and words where pyarrow is lacking."""

from __future__ import annotations

import io
import json
import sys
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pyarrow import parquet

from reader.errors import ExportError
from reader.exchange.exporters import export, exporter
from reader.exchange.exporters.tables.card import DATA
from reader.exchange.exporters.tables.columns import columns
from reader.model.dataset import Dataset
from reader.store import Library
from tests.reader.exchange.exporters import made
from tests.reader.exchange.filled import filled

FORM, LINES = exporter("parquet"), exporter("jsonl")


def written(dataset: Dataset, **chosen: bool) -> dict[str, bytes]:
    out = io.BytesIO()
    list(FORM.write(dataset, out, FORM.options(**chosen)))
    with zipfile.ZipFile(out) as found:
        return {name: found.read(name) for name in found.namelist()}


def rows(dataset: Dataset, **chosen: bool) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = parquet.read_table(io.BytesIO(written(dataset, **chosen)[DATA])).to_pylist()
    return found


def lines(dataset: Dataset, **chosen: bool) -> list[dict[str, Any]]:
    out = io.BytesIO()
    list(LINES.write(dataset, out, LINES.options(**chosen)))
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_rows_are_those_of_json_lines(tmp_path: Path) -> None:
    with Library.open(tmp_path / "a.tilik") as library:
        filled(library, 5)
        for chosen in ({}, {"revisions": True}):
            theirs = lines(library.dataset("set"), **chosen)
            ours = rows(library.dataset("set"), **chosen)
            assert [{**row, "format": ""} for row in ours] == [{**row, "format": ""} for row in theirs]
            assert all(row.keys() == columns().keys() for row in theirs)


def test_a_quote_is_the_text_at_its_place() -> None:
    for row in rows(made.whole()):
        assert all(row["text"][mark["begin"] : mark["end"]] == mark["quote"] for mark in row["annotations"])


def test_the_card_says_where_the_data_is_and_what_is_in_it() -> None:
    card = written(made.whole())["README.md"].decode()
    head, _, body = card.removeprefix("---\n").partition("\n---\n")
    assert 'path: "data/*.parquet"' in head and 'language: ["ar", "en", "id"]' in head and '"n<1K"' in head
    assert "3 articles with 11 marks" in body and "| `denial` | Denial | 3 |" in body


def test_a_lone_surrogate_moves_no_place() -> None:
    document = made.english()
    text = document.revision.text[:-1] + "\ud800"
    document = replace(document, revision=replace(document.revision, text=text))
    (row,) = rows(made.dataset(document))
    assert row["text"] == text[:-1] + "?"


def test_the_same_set_gives_the_same_bytes() -> None:
    assert written(made.whole()) == written(made.whole())


def test_nothing_is_written_without_pyarrow_but_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ExportError, match=r"pyarrow.*pip install 'tilik\[parquet\]'"):
        list(export(FORM, made.whole(), tmp_path / "set.zip"))
    assert not list(tmp_path.iterdir())
    assert FORM.plan(made.whole()).documents == 3
