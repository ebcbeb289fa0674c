"""Hypothesis out: words with UTF-16 numbers beside them, and a stranger's annotations as they came."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from reader import edits
from reader.exchange.exporters import export, exporter
from reader.intake.sets import import_set
from reader.model.dataset import Dataset
from reader.model.labels import BUILTIN
from reader.store import Library
from tests.reader.exchange.exporters import made
from tests.reader.exchange.importers.test_hypothesis import ADDRESS, exported, one, written


def written_of(dataset: Dataset) -> list[dict[str, Any]]:
    out = io.BytesIO()
    list(exporter("hypothesis").write(dataset, out))
    found: list[dict[str, Any]] = json.loads(out.getvalue())["annotations"]
    return found


def test_words_stand_at_their_utf16_numbers() -> None:
    document = made.english()
    units = document.revision.text.encode("utf-16-le")
    for mark, item in zip(document.annotations, written_of(made.dataset(document)), strict=True):
        position, quote = item["target"][0]["selector"]
        words = units[2 * position["start"] : 2 * position["end"]].decode("utf-16-le")
        assert words == quote["exact"] == mark.anchor.quote
        assert item["tags"][0] == mark.label and item["text"] == mark.note


def test_our_file_comes_back_on_the_articles_that_are_here(tmp_path: Path) -> None:
    path = tmp_path / "set.hypothesis.json"
    list(export(exporter("hypothesis"), made.whole(), path))
    with Library.open(tmp_path / "l.tilik") as library:
        list(export(exporter("jsonl"), made.whole(), tmp_path / "whole.jsonl"))
        list(import_set(library, tmp_path / "whole.jsonl"))
        before = {m.id: m for d in library.documents() for m in d.annotations}
        list(import_set(library, path))
        came = [m for d in library.documents() for m in d.annotations if m.id not in before and d.article.url]
        # What says the same at the same place is here already; a mark in pieces came as one from first to last.
        assert [mark.anchor.quote[:9] for mark in came] == ["membantah"]


KEPT = [
    one(),
    one("page", target=[{"source": ADDRESS}], text="tentang halaman"),
    one("reply", references=["a1"], target=[{"source": ADDRESS}], text="setuju"),
    one("bare", tags=[], text=""),
]


@pytest.fixture
def library(tmp_path: Path) -> Library:
    opened = Library.open(tmp_path / "l.tilik")
    list(import_set(opened, written(tmp_path, exported(*KEPT))))
    return opened


def by_id(library: Library) -> dict[str, dict[str, Any]]:
    return {item["id"]: item for item in written_of(library.dataset("s"))}


def test_everything_that_came_goes_out_as_it_came(library: Library) -> None:
    assert by_id(library) == {item["id"]: item for item in KEPT}


def test_what_was_changed_here_goes_out_changed_and_the_rest_as_it_came(library: Library) -> None:
    (mark,) = [m for d in library.documents() for m in d.annotations if m.label == "claim"]
    library.apply(edits.relabel(mark, BUILTIN[2]))
    item = by_id(library)["a1"]
    assert item["tags"] == ["denial", "kota"] and item["updated"] != one()["updated"]
    assert {name: item[name] for name in item if name not in ("tags", "updated")} == {
        name: value for name, value in one().items() if name not in ("tags", "updated")
    }
