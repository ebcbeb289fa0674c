"""A set that comes back: what differs is told, ours stays, theirs is taken, or both are kept."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reader.edits import Edit, Entity, Swap
from reader.exchange.exporters import export, exporter
from reader.intake.sets import Differing, import_set
from reader.model.articles import State
from reader.model.claims import Source
from reader.store import Library
from tests.reader.exchange.exporters import made
from tests.reader.exchange.exporters.made import WHEN
from tests.reader.intake.sets.making import flat, lines, only, reasons, report, told

FERRY = "The ferry sailed. The harbour office denied it."
AT = "2026-02-03T04:05:06Z"
MARK = {"id": "m", "begin": 4, "end": 9, "quote": "ferry", "note": "sailed when?", "annotator": "Ana"}


def ours(path: Path, **mark: Any) -> Path:
    """A set as Tilik writes it, with one mark."""
    return lines(path, flat(FERRY, {**MARK, **mark}, format="tilik-jsonl/2"))


@pytest.mark.parametrize(
    ("choice", "notes"),
    [
        (Differing.SKIP, ["sailed when?"]),
        (Differing.UPDATE, ["sailed at six"]),
        (Differing.BOTH, ["sailed at six", "sailed when?"]),
    ],
)
def test_what_differs_is_kept_taken_or_both(
    library: Library, tmp_path: Path, choice: Differing, notes: list[str]
) -> None:
    told(library, ours(tmp_path / "a.jsonl"))
    changed = ours(tmp_path / "b.jsonl", note="sailed at six", tags=["tide"])
    (item,) = [one for one in told(library, changed, choice=choice) if one.status == "differs"]
    assert (item.id, item.fields, item.taken) == ("m", ("note", "tags"), choice)
    assert sorted(mark.note for mark in only(library).annotations) == notes
    told(library, changed, choice=choice)
    assert sorted(mark.note for mark in only(library).annotations) == notes


def test_one_thing_is_chosen_by_its_id(library: Library, tmp_path: Path) -> None:
    told(library, ours(tmp_path / "a.jsonl"))
    told(library, ours(tmp_path / "b.jsonl", note="at six"), choices={"m": Differing.UPDATE})
    assert [(m.note, m.annotator) for m in only(library).annotations] == [("at six", "Ana")]


def test_a_correction_is_one_step_of_undo(library: Library, tmp_path: Path) -> None:
    told(library, ours(tmp_path / "a.jsonl"))
    before = only(library)
    told(library, ours(tmp_path / "b.jsonl", note="at six", tags=["tide"]), choice=Differing.UPDATE)
    library.undo()
    assert only(library) == before
    library.undo()
    assert library.count() == 0


def test_what_a_set_does_not_say_stays(library: Library, tmp_path: Path) -> None:
    told(library, ours(tmp_path / "a.jsonl"))
    path = lines(tmp_path / "b.jsonl", flat(FERRY, {"id": "m", "begin": 4, "end": 9}, format="tilik-jsonl/2"))
    assert "differs" not in [item.status for item in told(library, path, choice=Differing.UPDATE)]
    assert only(library).annotations[0].note == "sailed when?"


def test_a_dry_run_tells_the_same_and_changes_nothing(library: Library, tmp_path: Path) -> None:
    path = ours(tmp_path / "a.jsonl")
    tried = report(library, path, dry_run=True)
    assert library.count() == 0 and library.undo_name() == "" and tried.dry_run
    assert tried.counts == report(library, path).counts
    changed = ours(tmp_path / "b.jsonl", note="at six")
    before = only(library)
    items = told(library, changed, choice=Differing.UPDATE, dry_run=True)
    assert "differs" in [item.status for item in items] and only(library) == before


def test_an_article_in_the_trash_is_told(library: Library, tmp_path: Path) -> None:
    path = ours(tmp_path / "a.jsonl")
    told(library, path)
    article = only(library).article
    library.apply(Edit("Trash", (Swap(article, replace(article, state=State.TRASHED)),)))
    assert "it is in the trash here" in reasons(told(library, path))
    assert library.article("d").state is State.TRASHED


def sources(path: Path, **source: Any) -> Path:
    whole = {"id": "s", "created": AT, "modified": AT, **source}
    return lines(path, flat(FERRY, MARK, format="tilik-jsonl/2", sources=[whole]))


def test_what_was_withheld_of_a_source_changes_nothing(library: Library, tmp_path: Path) -> None:
    told(library, sources(tmp_path / "a.jsonl", name="Nadia", note="ask at the pier", identification="withheld"))
    (before,) = library.sources()
    gone = {"withheld": ["address", "name", "note"]}
    bare = sources(tmp_path / "b.jsonl", name="Source 1", identification="withheld", extra=gone)
    items = told(library, bare, choice=Differing.UPDATE)
    assert "differs" not in [item.status for item in items]
    assert list(library.sources()) == [before] and before.name == "Nadia"


def test_a_renamed_label_is_told_and_ours_stays(library: Library, tmp_path: Path) -> None:
    told(library, ours(tmp_path / "a.jsonl"))
    label = {"id": "claim", "name": "Assertion"}
    path = lines(tmp_path / "b.jsonl", flat(FERRY, MARK, format="tilik-jsonl/2", labels=[label]))
    name = next(one.name for one in library.labels() if one.id == "claim")
    (item,) = [one for one in told(library, path) if one.kind == "label"]
    assert (item.status, item.fields) == ("differs", ("name",))
    assert name != "Assertion" and name in [one.name for one in library.labels()]
    told(library, path, choice=Differing.UPDATE)
    assert "Assertion" in [one.name for one in library.labels()]


def test_a_strangers_set_that_is_read_twice_adds_nothing(library: Library, tmp_path: Path) -> None:
    marks = [{"id": "a", "begin": 4, "end": 9}, {"id": "b", "begin": 22, "end": 29}]
    record = flat(FERRY, *marks, relations=[{"type": "x", "from": "b", "to": "a"}])
    told(library, lines(tmp_path / "a.jsonl", record))
    before = only(library)
    for name in ("a.jsonl", "renamed.jsonl"):
        assert {item.status for item in told(library, lines(tmp_path / name, record))} == {"known"}
        assert only(library) == before


def test_nothing_is_half_imported(library: Library, tmp_path: Path) -> None:
    path = ours(tmp_path / "a.jsonl")
    begun = import_set(library, path)
    next(begun)
    begun.close()  # type: ignore[attr-defined]
    assert library.count() == 0 and library.undo_name() == ""


def test_an_article_whose_text_was_never_fetched_comes_along(tmp_path: Path) -> None:
    record = {
        "format": "tilik-jsonl/2", "id": "0b5c9d56-0b1e-4f0e-8b0e-1f6d4f9c7a11", "title": "Nanti dibaca", "text": "",
        "url": "https://kabar.example/nanti", "annotations": [], "revision": {"origin": "to fetch"},
    }  # fmt: skip
    (tmp_path / "set.jsonl").write_text(json.dumps(record), "utf-8")
    with Library.open(tmp_path / "desk.tilik") as library:
        list(import_set(library, tmp_path / "set.jsonl"))
        (document,) = library.documents()
        assert document.article.url == record["url"] and document.revision.origin == "to fetch"


def test_what_only_the_desk_knows_is_not_erased_by_a_set_that_left_without_it(tmp_path: Path) -> None:
    ours = Source(
        "11111111-1111-4111-8111-111111111111", "Dana Whitlock", WHEN, WHEN, note="telepon sebelum siang",
        address="https://dana.example", ground_rules="on_the_record", reliability="B",
    )  # fmt: skip
    target = tmp_path / "set.jsonl"
    with Library.open(tmp_path / "desk.tilik") as library:
        document = made.english()
        marks = (replace(document.annotations[0], about=ours.id), *document.annotations[1:])
        things: list[Entity] = [document.article, document.revision, *marks, ours]
        library.apply(Edit("Add", tuple(Swap(None, thing) for thing in things)))
        list(export(exporter("jsonl"), library.dataset("set"), target))
        target.write_text(target.read_text("utf-8").replace('"role":""', '"role":"wali kota"'), "utf-8")
        list(import_set(library, target, choice=Differing.UPDATE))
        (back,) = library.sources()
        assert replace(back, role="") == ours and back.role == "wali kota"
