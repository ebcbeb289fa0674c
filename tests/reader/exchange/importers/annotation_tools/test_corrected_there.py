"""What was done in a tool to a set of ours comes home: moved, renamed, deleted and new marks, and nothing else."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reader.exchange.exporters import exporter
from reader.exchange.importers import documents
from reader.model.annotations import Annotation, Relation
from reader.model.dataset import Document, Problem
from tests.reader.exchange.exporters import made
from tests.reader.exchange.exporters.annotation_tools.test_shapes import rich, written

TOOLS = ("label-studio", "doccano", "prodigy", "brat")
tools = pytest.mark.parametrize("id", TOOLS)
ENDS = ("from", "to")


def came_back(path: Path) -> Document:
    (document,) = documents(path)
    assert isinstance(document, Document), document
    return document


def put(folder: Path, id: str, change: Callable[[Any], None] | None = None) -> Path:
    """Write the rich document, changed by what a tool does: JSON values, or of brat the lines."""
    raw, path = written(exporter(id), rich()), folder / f"set{exporter(id).suffix}"
    path.write_bytes(raw)
    if change is None:
        return path
    if id == "brat":
        _change_lines(path, change)
    else:
        task = json.loads(raw)[0] if id == "label-studio" else json.loads(raw)
        change(task)
        path.write_text(json.dumps([task] if id == "label-studio" else task), "utf-8")
    return path


def _change_lines(path: Path, change: Callable[[Any], None]) -> None:
    with zipfile.ZipFile(path) as found:
        texts = {name: found.read(name).decode() for name in found.namelist()}
    (ann,) = (name for name in texts if name.endswith(".ann"))
    lines = texts[ann].splitlines()
    change(lines)
    texts[ann] = "\n".join([*lines, ""])
    with zipfile.ZipFile(path, "w") as out:
        for name, text in texts.items():
            out.writestr(name, text)


def by_id(document: Document) -> dict[str, Annotation]:
    return {mark.id: mark for mark in document.annotations}


def links(document: Document) -> dict[str, Relation]:
    return {link.id: link for link in document.relations}


@tools
def test_what_nobody_touched_is_as_it_was(id: str, tmp_path: Path) -> None:
    assert came_back(put(tmp_path, id)) == made.canonical(rich())


def _label_studio(task: Any) -> None:
    results = task["annotations"][0]["result"]
    over, _, _, twin, other = (mark.id for mark in rich().annotations)
    for result in results:
        if result.get("id") == twin and result["type"] == "labels":
            result["value"] |= {"start": 0, "end": 5, "text": "Warga", "labels": ["claim"]}
        if result.get("id") == over and result.get("from_name") == "note":
            result["value"]["text"] = ["dibaca"]
    results[:] = [r for r in results if other not in (r.get("id"), r.get("from_id"), r.get("to_id"))]
    results.append({"id": "bRu1", "from_name": "label", "to_name": "text", "type": "labels",
                    "value": {"start": 30, "end": 35, "text": "Empat", "labels": ["angka"]}})  # fmt: skip
    results.append({"type": "relation", "from_id": "bRu1", "to_id": over, "direction": "right", "labels": ["denies"]})


def _doccano(row: Any) -> None:
    twin, other = [e for e in row["entities"] if e["label"] == "denial"]
    over = next(e for e in row["entities"] if e["label"] == "claim")
    twin |= {"start_offset": 0, "end_offset": 5, "label": "claim"}
    row["entities"].remove(other)
    row["relations"] = [r for r in row["relations"] if r["from_id"] != other["id"]]
    row["entities"].append({"id": 99, "start_offset": 30, "end_offset": 35, "label": "angka"})
    row["relations"].append({"id": 9, "from_id": 99, "to_id": over["id"], "type": "denies"})


def _prodigy(row: Any) -> None:
    _, twin, other = [s for s in row["spans"] if s["label"] == "denial"]
    over = next(s for s in row["spans"] if s["label"] == "claim")
    twin |= {"start": 0, "end": 5, "text": "Warga", "label": "claim"}
    over["note"] = "dibaca"
    row["spans"].remove(other)
    row["relations"] = [r for r in row["relations"] if r["head_span"]["id"] != other["id"]]
    row["spans"].append({"start": 30, "end": 35, "label": "angka"})
    row["relations"].append({"label": "denies", "head_span": {"start": 30, "end": 35, "label": "angka"},
                             "child_span": {name: over[name] for name in ("start", "end", "label")}})  # fmt: skip


def _brat(lines: Any) -> None:
    ids: dict[tuple[str, str], list[str]] = {}
    for line in lines:
        if line.startswith("T"):
            id, told, words = line.split("\t")
            ids.setdefault((told.split()[0], words), []).append(id)
    twin, other = ids["denial", "bantah"]
    (over,) = ids["claim", "🧂 bantah Satu dua"]
    for n, line in enumerate(lines):
        if line.startswith(f"{twin}\t"):
            lines[n] = f"{twin}\tclaim 0 5\tWarga"
        if line.startswith("#") and f" {over}\t" in line:
            lines[n] = line.rpartition("\t")[0] + "\tdibaca"
    lines[:] = [line for line in lines if not line.startswith(f"{other}\t") and f":{other} " not in f"{line} "]
    lines += ["T98\tangka 30 35\tEmpat", f"R98\tdenies Arg1:T98 Arg2:{over}"]


CHANGES = {"label-studio": _label_studio, "doccano": _doccano, "prodigy": _prodigy, "brat": _brat}


@tools
def test_what_was_done_there_comes_home(id: str, tmp_path: Path) -> None:
    document, back = rich(), came_back(put(tmp_path, id, CHANGES[id]))
    over, source, empty, twin, other = document.annotations
    found, there = by_id(back), links(back)
    assert found[source.id] == source and found[empty.id] == empty  # whatever happened beside them
    assert other.id not in found and all(other.id != m.annotation_id for r in there.values() for m in r.members)
    (new,) = (mark for mark in back.annotations if mark.label == "angka")
    assert new.anchor.quote == "Empat" and new.article_id == document.article.id
    (denies,) = (link for link in there.values() if link.kind == "denies")
    assert [denies.end(role) for role in ENDS] == [new.id, over.id]
    if id in ("doccano", "prodigy"):  # which know a mark by its place: what was moved is a new one
        assert twin.id not in found
        assert {m.anchor.quote for m in back.annotations if m.label == "claim"} == {"Warga", over.anchor.quote}
        (attributed,) = (link for link in there.values() if link.kind == "attributed_to")
        assert [m.annotation_id for m in attributed.members] == [over.id, source.id]  # its cue is gone
    else:
        moved = found[twin.id]
        assert (moved.label, moved.anchor.quote, moved.created) == ("claim", "Warga", twin.created)
        ours, theirs = ([x for x in some.relations if x.kind == "attributed_to"] for some in (document, back))
        assert {x.id: x for x in theirs} == {x.id: x for x in ours}
    assert found[over.id].note == (over.note if id == "doccano" else "dibaca")  # doccano has no notes


@tools
def test_a_text_that_was_changed_elsewhere_is_a_text_of_others(id: str, tmp_path: Path) -> None:
    path = put(tmp_path, id)
    if id == "brat":
        with zipfile.ZipFile(path) as found:
            texts = {name: found.read(name).decode() for name in found.namelist()}
        with zipfile.ZipFile(path, "w") as out:
            for name, text in texts.items():
                out.writestr(name, text + " Lima." if name.endswith(".txt") else text)
    else:
        path.write_text(path.read_text("utf-8").replace("Empat.", "Lima. "), "utf-8")
    problem, document = documents(path)
    assert isinstance(problem, Problem) and "its text was changed elsewhere" in str(problem)
    assert isinstance(document, Document) and document.article.id != rich().article.id
    assert len(document.annotations) >= 5


@tools
def test_a_set_of_a_newer_tilik_is_not_read(id: str, tmp_path: Path) -> None:
    path = put(tmp_path, id)
    raw = path.read_bytes().replace(b"tilik-remainder/1", b"tilik-remainder/2")
    if id == "brat":
        with zipfile.ZipFile(path) as found:
            texts = {name: found.read(name).decode() for name in found.namelist()}
        with zipfile.ZipFile(path, "w") as out:
            for name, text in texts.items():
                out.writestr(name, text.replace("tilik-remainder/1", "tilik-remainder/2"))
    else:
        path.write_bytes(raw)
    (problem,) = documents(path)
    assert isinstance(problem, Problem) and "written by a newer Tilik (tilik-remainder/2)" in str(problem)
