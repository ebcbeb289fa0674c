"""What is reported as lost is what is lost, and nothing else is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reader.exchange.exporters import EXPORTERS, Exporter, export, exporter
from reader.exchange.importers import documents, labels
from reader.intake.sets import SetItem, import_set
from reader.model.annotations import Origin
from reader.model.articles import Block, BlockKind
from reader.model.dataset import Dataset, Document
from reader.model.labels import BUILTIN
from reader.model.spans import Span
from reader.store import Library
from tests.reader.exchange.exporters import made

formats = pytest.mark.parametrize("form", [x for x in EXPORTERS if x.profile.comes_back], ids=lambda x: x.id)


def lossy() -> Dataset:
    """A set with one of each thing that no file of ours holds, two originals, a picture, a folder, and with a link that
    leads out of it and a label that no mark carries."""
    one, two = made.indonesian(), made.english()
    picture = Block(Span(0, 0), BlockKind.FIGURE, 0, {"picture": "ab" * 32})
    one = replace(one, revision=replace(one.revision, original_id="cd" * 32, blocks=(picture, *one.revision.blocks)))
    two = replace(two, revision=replace(two.revision, original_id="ef" * 32))
    two = replace(two, relations=(*two.relations, made.cross(two, made.arabic())))
    return made.dataset(one, two, labels=(*BUILTIN, made.RUMOUR, made.UNUSED))


@formats
def test_the_report_is_the_difference(form: Exporter, tmp_path: Path) -> None:
    path, dataset = tmp_path / f"set{form.suffix}", lossy()
    report = form.plan(dataset)
    list(export(form, dataset, path))
    back = [d for d in documents(path) if isinstance(d, Document)]
    sent = [made.canonical(d) for d in dataset.documents()]

    shortened = [a for a, b in zip(sent, back, strict=True) if a.article.origin != b.article.origin]
    assert report.count("folders") == len(shortened) == 1
    assert [d.relations for d in back] == [d.relations for d in sent]
    outside = made.cross(made.english(), made.arabic()).id  # whoever brings the set in is told that its end is not here
    with Library.open(tmp_path / "desk.tilik") as library:
        found = [step.result for step in import_set(library, path) if isinstance(step.result, SetItem)]
    assert [item.id for item in found if item.status == "failed"] == [outside]
    assert {*labels(path)} == {*dataset.labels}
    assert report.count("originals") == 2 and report.count("pictures") == 1
    assert {x.kind for x in report.losses} == {"folders", "originals", "pictures"}
    restored = [
        replace(b, article=replace(b.article, origin=a.article.origin)) for a, b in zip(sent, back, strict=True)
    ]
    assert restored == sent


@formats
def test_nothing_is_reported_when_nothing_is_lost(form: Exporter) -> None:
    report = form.plan(made.whole(), form.options(folders=True))
    assert not report and (report.documents, report.annotations, report.relations) == (3, 11, 4)


def test_a_link_to_a_mark_outside_is_left_out_and_counted_where_it_could_not_come_back(tmp_path: Path) -> None:
    outside = made.cross(made.english(), made.arabic())
    for form in [x for x in EXPORTERS if not x.profile.comes_back]:
        assert form.plan(lossy()).count("outside_links") == 1
        path = tmp_path / f"set{form.suffix}"
        list(export(form, lossy(), path))
        written = path.read_bytes().decode("utf-8", "replace")
        assert outside.id not in written and outside.members[1].annotation_id not in written


def test_no_folder_of_this_computer_is_written_unasked(tmp_path: Path) -> None:
    document = made.indonesian()
    document = replace(document, article=replace(document.article, url="file:///home/rina/garam.html"))
    for form in EXPORTERS:
        path = tmp_path / f"set{form.suffix}"
        list(export(form, made.dataset(document), path))
        if form.id in ("jsonl", "w3c"):
            assert "rina" not in path.read_text("utf-8").lower().replace('"rina"', "")


def test_csv_counts_what_a_table_cannot_hold() -> None:
    form = exporter("csv")
    bare = replace(made.arabic(), annotations=())
    long = made.english()
    long = replace(long, annotations=(replace(long.annotations[0], note="n" * 40_000), *long.annotations[1:]))
    report = form.plan(made.dataset(made.indonesian(), long, bare), form.options(relations=False))
    counts = {x.kind: x.count for x in report.losses}
    assert counts == {
        "texts": 2, "unmarked": 1, "extra": 1, "long_cells": 1, "links": 3, "article_tags": 1,
        "captures": 3, "labels": 1, "left_out": 1, "states": 1, "articles_extra": 1,
    }  # fmt: skip


@pytest.mark.parametrize("form", EXPORTERS, ids=lambda x: x.id)
def test_where_a_mark_stood_earlier_is_kept_or_counted(form: Exporter, tmp_path: Path) -> None:
    document = made.english()
    first = document.annotations[0]
    origin = Origin(first.anchor.revision_id, (Span(0, 5),), "Mayor", "moved")
    carried = replace(document, annotations=(replace(first, origin=origin), *document.annotations[1:]))
    dataset, path = made.dataset(carried), tmp_path / f"set{form.suffix}"
    assert form.plan(dataset).count("origins") == (0 if form.profile.comes_back else 1)
    if form.profile.comes_back:
        list(export(form, dataset, path))
        (back,) = [d for d in documents(path) if isinstance(d, Document)]
        assert origin in [a.origin for a in back.annotations]


@pytest.mark.parametrize("form", EXPORTERS, ids=lambda x: x.id)
def test_every_option_can_be_shown_as_a_form(form: Exporter) -> None:
    from dataclasses import fields

    assert str(form.users) and form.suffix.startswith(".")
    assert all(f.metadata["label"] and f.metadata["help"] for f in fields(form.options))


def test_a_loss_reads_as_a_sentence() -> None:
    report = exporter("jsonl").plan(lossy())
    assert str(report.losses[0]) == "articles' original files: 2 (the cleaned text is written)"
    assert report and report.count("links") == 0


def test_an_unknown_format_names_those_there_are() -> None:
    with pytest.raises(KeyError, match="jsonl, w3c, csv, markdown, html"):
        exporter("docx")
