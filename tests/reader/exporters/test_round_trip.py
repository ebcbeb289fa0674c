"""What goes out comes back: equal values, and the same bytes when it goes out again."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from reader.edits import Edit, Entity, Swap
from reader.exporters import EXPORTERS, Exporter, export
from reader.importers.sets import SET_IMPORTERS, detect
from reader.labels import BUILTIN
from reader.model import Label
from reader.sets import Dataset, Document
from reader.store import Library
from tests.reader.exporters import made
from tests.reader.exporters.drawn import datasets

BOTH_WAYS = [x for x in EXPORTERS if x.profile.comes_back]
formats = pytest.mark.parametrize("exporter", BOTH_WAYS, ids=lambda x: x.id)


def written(exporter: Exporter, dataset: Dataset, **chosen: bool) -> bytes:
    out = io.BytesIO()
    list(exporter.write(dataset, out, exporter.options(**chosen)))
    return out.getvalue()


def read(path: Path) -> list[Document]:
    found = list(detect(path).read(path))
    assert all(isinstance(item, Document) for item in found), found
    return [item for item in found if isinstance(item, Document)]


def test_the_two_that_come_back_are_jsonl_and_w3c() -> None:
    assert [x.id for x in BOTH_WAYS] == ["jsonl", "w3c"] and {x.id for x in SET_IMPORTERS} >= {"jsonl", "w3c"}


@formats
def test_a_set_comes_back_equal(exporter: Exporter, tmp_path: Path) -> None:
    path = tmp_path / f"set{exporter.suffix}"
    list(export(exporter, made.whole(), path, exporter.options(folders=True)))
    assert read(path) == [made.canonical(d) for d in made.whole().documents()]
    assert set(detect(path).labels(path)) == {*BUILTIN, made.RUMOUR}


@formats
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(dataset=datasets())
def test_any_set_comes_back_equal_and_goes_out_the_same(exporter: Exporter, tmp_path: Path, dataset: Dataset) -> None:
    path = tmp_path / f"drawn{exporter.suffix}"
    first = written(exporter, dataset)
    path.write_bytes(first)
    back = read(path)
    assert back == [made.canonical(d) for d in dataset.documents()]
    assert written(exporter, made.dataset(*back)) == first


@formats
def test_a_byte_order_mark_is_no_obstacle(exporter: Exporter, tmp_path: Path) -> None:
    path = tmp_path / "set.txt"
    path.write_bytes(b"\xef\xbb\xbf" + written(exporter, made.whole()))
    assert len(read(path)) == 3


@formats
def test_the_order_in_which_marks_are_given_does_not_matter(exporter: Exporter) -> None:
    turned = [
        replace(d, annotations=d.annotations[::-1], relations=d.relations[::-1]) for d in made.whole().documents()
    ]
    assert written(exporter, made.dataset(*turned)) == written(exporter, made.whole())


@formats
def test_the_name_of_the_file_does_not_matter(exporter: Exporter) -> None:
    assert written(exporter, replace(made.whole(), name="other")) == written(exporter, made.whole())


@formats
def test_through_two_libraries_the_bytes_stay_the_same(exporter: Exporter, tmp_path: Path) -> None:
    with Library.open(tmp_path / "one" / "a.tilik") as first:
        store(first, list(made.whole().documents()), [made.RUMOUR])
        before = written(exporter, of(first))
    path = tmp_path / f"set{exporter.suffix}"
    path.write_bytes(before)
    with Library.open(tmp_path / "two" / "b.tilik") as second:
        labels = [x for x in detect(path).labels(path) if x not in BUILTIN]
        store(second, read(path), labels)
        assert written(exporter, of(second)) == before


def of(library: Library) -> Dataset:
    return Dataset("Set", library.labels(), library.documents, library.count())


def store(library: Library, documents: list[Document], labels: list[Label]) -> None:
    things: list[Entity] = [
        *labels,
        *(d.article for d in documents),
        *(d.revision for d in documents),
        *(a for d in documents for a in d.annotations),
        *(r for d in documents for r in d.relations),
    ]
    library.apply(Edit("Import set", tuple(Swap(None, thing) for thing in things)), "import")
