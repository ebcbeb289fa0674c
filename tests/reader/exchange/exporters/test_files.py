"""A file is there whole, or what was there before is untouched."""

from __future__ import annotations

import errno
import gc
import io
import os
import weakref
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

import pytest

from reader.errors import ExportError, LibraryError
from reader.exchange.exporters import EXPORTERS, Exporter, export, exporter
from reader.exchange.exporters.exporter import twice
from reader.exchange.exporters.features import Feature
from reader.model.dataset import Dataset, Document
from reader.progress import Progress
from tests.reader.exchange.exporters import made

formats = pytest.mark.parametrize("form", EXPORTERS, ids=lambda x: x.id)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    folder = tmp_path / "desk"
    folder.mkdir()
    path = folder / "set.out"
    path.write_text("yesterday's set")
    return path


def untouched(target: Path) -> bool:
    return target.read_text() == "yesterday's set" and [p.name for p in target.parent.iterdir()] == [target.name]


@formats
def test_cancelling_half_way_leaves_nothing(form: Exporter, target: Path) -> None:
    work = export(form, made.whole(), target)
    next(work)
    assert len(list(target.parent.iterdir())) > 1
    work.close()
    assert untouched(target)


@formats
def test_an_error_half_way_leaves_nothing(form: Exporter, target: Path) -> None:
    def documents() -> Iterator[Document]:
        yield made.english()
        raise LibraryError("the disk is gone")

    with pytest.raises(LibraryError, match="the disk is gone"):
        list(export(form, Dataset("Set", (), documents, 2), target))
    assert untouched(target)


@pytest.mark.parametrize("id", [x.id for x in EXPORTERS if Feature.ATTRIBUTES in x.profile.holds])
def test_a_value_that_cannot_be_written_leaves_nothing(id: str, target: Path) -> None:
    broken = made.indonesian()
    broken = replace(broken, annotations=(replace(broken.annotations[0], attributes={"x": object()}),))
    failing = Dataset("Set", (), lambda: iter([made.english(), broken]), 2)
    with pytest.raises(ExportError, match="a value that JSON cannot"):
        list(export(exporter(id), failing, target))
    assert untouched(target)


@formats
def test_a_full_disk_is_said_and_leaves_nothing(form: Exporter, target: Path) -> None:
    def full(dataset: Dataset, out: BinaryIO, options: Any) -> Iterator[Progress]:
        yield from form.writer(dataset, out, options)
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with pytest.raises(ExportError, match=r"set\.out was not written: there is no room left"):
        list(export(replace(form, writer=full), made.whole(), target))
    assert untouched(target)


@formats
def test_a_finished_export_takes_the_old_file_s_place(form: Exporter, target: Path) -> None:
    steps = list(export(form, made.whole(), target))
    assert steps[-1].done == steps[-1].total or form.beside is not None
    out = io.BytesIO()
    list(form.write(made.whole(), out))
    assert target.read_bytes() == out.getvalue() != b""
    assert not [p for p in target.parent.iterdir() if p.name.endswith(".part")]


def test_a_link_to_a_file_is_followed(target: Path, tmp_path: Path) -> None:
    shortcut = tmp_path / "shortcut.jsonl"
    shortcut.symlink_to(target)
    list(export(exporter("jsonl"), made.whole(), shortcut))
    assert shortcut.is_symlink() and target.stat().st_size > 500


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"nowhere.*set\.csv was not written: No such file"):
        list(export(exporter("csv"), made.whole(), tmp_path / "nowhere" / "set.csv"))


def test_a_folder_is_no_target(tmp_path: Path) -> None:
    (tmp_path / "set.jsonl").mkdir()
    with pytest.raises(ExportError, match="was not written"):
        list(export(exporter("jsonl"), made.whole(), tmp_path / "set.jsonl"))
    assert [p.name for p in tmp_path.iterdir()] == ["set.jsonl"]


def test_a_value_that_json_cannot_hold_is_named(tmp_path: Path) -> None:
    odd = made.english()
    odd = replace(odd, annotations=(replace(odd.annotations[0], attributes={"x": float("nan")}),), relations=())
    with pytest.raises(ExportError, match="a value that JSON cannot"):
        list(export(exporter("w3c"), made.dataset(odd), tmp_path / "set.jsonld"))


def test_the_second_file_of_csv_stands_beside_the_first(tmp_path: Path) -> None:
    list(export(exporter("csv"), made.whole(), tmp_path / "set.csv"))
    assert sorted(p.name for p in tmp_path.iterdir()) == ["set.csv", "set.relations.csv"]
    (tmp_path / "set.relations.csv").unlink()
    form = exporter("csv")
    list(export(form, made.whole(), tmp_path / "set.csv", form.options(relations=False)))
    assert [p.name for p in tmp_path.iterdir()] == ["set.csv"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has rights by lists, which a folder hands down")
def test_nobody_else_may_read_an_export_whatever_the_umask(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        list(export(exporter("csv"), made.whole(), tmp_path / "set.csv"))
        (tmp_path / "set.md").write_text("old", "utf-8")
        list(export(exporter("markdown"), made.whole(), tmp_path / "set.md"))
    finally:
        os.umask(old)
    assert {path.stat().st_mode & 0o777 for path in tmp_path.iterdir()} == {0o600}


class _Watched:
    """A document that tells whether it is held."""


def test_beside_each_other_two_files_hold_no_document_that_both_have_had() -> None:
    seen: list[weakref.ref[_Watched]] = []

    def documents() -> Iterator[_Watched]:
        for _ in range(30):
            made_ = _Watched()
            seen.append(weakref.ref(made_))
            yield made_
            del made_

    first, second = twice(documents())
    for _ in range(30):
        assert next(first) is next(second)
        gc.collect()
        assert sum(ref() is not None for ref in seen) <= 1
