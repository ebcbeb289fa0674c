"""What goes out comes back: equal values, and the same bytes when it goes out again."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from reader.edits import Edit, Entity, Swap
from reader.exchange.exporters import EXPORTERS, Exporter, export
from reader.exchange.importers import SET_IMPORTERS, documents, labels
from reader.intake.sets import SetItem, import_set
from reader.model.dataset import Dataset, Document
from reader.model.labels import BUILTIN, Label
from reader.progress import Progress
from reader.store import Library
from tests.reader.exchange.exporters import made
from tests.reader.exchange.exporters.drawn import datasets

BOTH_WAYS = [x for x in EXPORTERS if x.profile.comes_back]
formats = pytest.mark.parametrize("exporter", BOTH_WAYS, ids=lambda x: x.id)


def written(exporter: Exporter, dataset: Dataset, **chosen: bool) -> bytes:
    out = io.BytesIO()
    list(exporter.write(dataset, out, exporter.options(**chosen)))
    return out.getvalue()


KNOWN_BY = (
    "@context", "Annotation", "annotations", "client_version", "data", "entities", "export_userid", "format", "labels",
    "meta", "predictions", "rows", "selector", "spans", "_task_hash", "text", "tilik", "uri", "%TYPES",
)  # fmt: skip


def read(path: Path) -> list[Document]:
    found = list(documents(path))
    assert all(isinstance(item, Document) for item in found), found
    return [item for item in found if isinstance(item, Document)]


def test_whatever_is_said_to_come_back_has_an_importer() -> None:
    assert {x.id for x in BOTH_WAYS} >= {"native", "jsonl", "w3c", "cas-xmi", "cas-json"}
    assert {x.id for x in SET_IMPORTERS} >= {x.id for x in BOTH_WAYS}


@formats
def test_a_set_comes_back_equal(exporter: Exporter, tmp_path: Path) -> None:
    path = tmp_path / f"set{exporter.suffix}"
    list(export(exporter, made.whole(), path, exporter.options(folders=True)))
    assert read(path) == [made.canonical(d) for d in made.whole().documents()]
    assert set(labels(path)) == {*BUILTIN, made.RUMOUR}


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
def test_words_by_which_formats_are_known_are_words_in_a_text(exporter: Exporter, tmp_path: Path) -> None:
    """An article may consist of one of them, and a note or a value may be one."""
    for word in KNOWN_BY:
        article, revision = made.article(word, [word], language="en")
        mark = made.mark(revision, "claim", word, note=word, attributes={word: [word], "is": word})
        one = Document(replace(article, extra={word: [{"is": word}]}), revision, (mark,))
        path = tmp_path / f"set{exporter.suffix}"
        path.write_bytes(written(exporter, made.dataset(one)))
        assert read(path) == [made.canonical(one)], word


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
        own = [x for x in labels(path) if x not in BUILTIN]
        store(second, read(path), own)
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


@formats
def test_claims_sources_and_what_was_found_come_back_without_what_is_the_desks_alone(
    exporter: Exporter, tmp_path: Path
) -> None:
    document, path = made.storied(), tmp_path / f"set{exporter.suffix}"
    first = written(exporter, made.dataset(document, labels=BUILTIN))
    path.write_bytes(first)
    assert b"on_the_record" not in first and b'"reliability":"B"' not in first
    with Library.open(tmp_path / "desk.tilik") as library:
        assert statuses(import_set(library, path)) == {"added"}
        (back,) = library.documents()
        assert sorted(back.known, key=lambda k: k.id) == sorted(made.canonical(document).known, key=lambda k: k.id)
        assert written(exporter, replace(library.dataset("set"), name=made.whole().name)) == first
    report = exporter.plan(made.dataset(document, labels=BUILTIN))
    assert {x.kind: x.ids for x in report.losses} == {"desk_only": (made.uid("city"),)}


def statuses(steps: Iterator[Progress]) -> set[str]:
    return {step.result.status for step in steps if isinstance(step.result, SetItem)}


@formats
def test_two_articles_of_a_set_may_mention_one_claim(exporter: Exporter, tmp_path: Path) -> None:
    one, other = made.storied(), made.arabic()
    claim = one.known[0]
    other = replace(other, annotations=(replace(other.annotations[1], about=claim.id),), known=(claim,))
    path = tmp_path / f"set{exporter.suffix}"
    path.write_bytes(written(exporter, made.dataset(one, other)))
    with Library.open(tmp_path / "desk.tilik") as library:
        assert statuses(import_set(library, path)) == {"added"}
        assert library.claims() == [claim] and len(library.mentions([claim.id])) == 3
        known = [k for d in library.documents() for k in d.known]  # each with the first that mentions it
        by_id = sorted(known, key=lambda k: k.id)
        assert by_id == sorted(made.canonical(one).known, key=lambda k: k.id)
        assert statuses(import_set(library, path)) == {"known"}
