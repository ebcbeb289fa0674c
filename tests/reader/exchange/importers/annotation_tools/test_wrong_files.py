"""Wrong files of tools end in words with file and place; what is right beside them is taken."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from random import Random
from typing import Any

import pytest

from reader.errors import SetError, TilikError
from reader.exchange.exporters import export, exporter
from reader.exchange.importers import documents
from reader.intake.sets import import_set
from reader.model.dataset import Document, Problem
from reader.store import Library
from tests.reader.exchange.exporters import made
from tests.reader.exchange.exporters.annotation_tools.test_shapes import rich, written
from tests.reader.exchange.importers.annotation_tools.samples import DOCCANO, LABEL_STUDIO, PRODIGY, TEXT, lines, put

ODD: list[Any] = [
    None, True, 0, -1, 2**70, 1.5, "", "x", "a\tb\nc", [], {}, [[]], [1], {"a": []}, "T1", {"id": 1}, "{}"
]  # fmt: skip


@pytest.mark.parametrize(
    ("id", "value", "reason"),
    [
        ("label-studio", [{"data": {}, "annotations": []}], "task 1: a task has no text"),
        ("label-studio", [7], "task 1: the task is not an object"),
        ("label-studio", [{"annotations": []}], "task 1: a task has no “data”"),
        ("doccano", {"text": TEXT}, "line 1: it has neither “entities” nor a list of [from, to, label]"),
        ("doccano", {"text": TEXT, "label": [[0, 5, 7]]}, "line 1: “label” is not text but 7"),
        ("doccano", {"entities": []}, "line 1: there is no text"),
        ("prodigy", {"text": TEXT, "spans": [{"start": "a"}]}, "line 1: “start” is not a whole number but 'a'"),
        ("prodigy", {"spans": []}, "line 1: there is no text"),
    ],
)
def test_each_wrong_thing_is_said(id: str, value: Any, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "set.json"
    path.write_text(json.dumps(value), "utf-8")
    (problem,) = documents(path, id)
    assert isinstance(problem, Problem) and str(problem) == f"{path}: {reason}"


def test_a_broken_line_is_told_and_the_others_are_taken(tmp_path: Path) -> None:
    path = tmp_path / "set.jsonl"
    path.write_text(lines(DOCCANO[:1]) + '{"text": \n' + lines(DOCCANO[1:]), "utf-8")
    found = list(documents(path))
    assert [type(one) for one in found] == [Document, Problem, Document] and "line 2" in str(found[1])


@pytest.mark.parametrize("id", ["label-studio", "brat"])
def test_a_file_that_was_cut_off_says_where(id: str, tmp_path: Path) -> None:
    path = put(tmp_path, id)
    path.write_bytes(path.read_bytes()[:-200])
    with pytest.raises(SetError, match=r"line 1|broken or cut off"):
        list(documents(path, id))


def test_a_zip_that_would_unpack_to_too_much_is_given_up(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "set.zip", "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("a.txt", b" " * (64 << 20))
        out.writestr("a.ann", "T1\tclaim 0 1\tx\n")
    (problem,) = documents(tmp_path / "set.zip", "brat")
    assert isinstance(problem, Problem) and "grows too much as it is unpacked" in str(problem)


def test_a_name_in_a_zip_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("rahasia", "utf-8")
    (tmp_path / "in").mkdir()
    with zipfile.ZipFile(tmp_path / "in" / "set.zip", "w") as out:
        out.writestr("../secret.ann", "T1\tclaim 0 1\tr\n")
        out.writestr("a.txt", TEXT)
        out.writestr("a.ann", "")
    problem, document = documents(tmp_path / "in" / "set.zip")
    assert isinstance(problem, Problem) and "its text ../secret.txt is not there" in str(problem)
    assert isinstance(document, Document) and document.revision.text == TEXT


def test_a_name_that_leads_out_of_a_collection_is_not_given_back(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "set.zip", "w") as out:
        for name, text in (("../up.txt", TEXT), ("../up.ann", ""), ("/abs.txt", TEXT + "."), ("/abs.ann", "")):
            out.writestr(name, text)
    with Library.open(tmp_path / "desk.tilik") as library:
        list(import_set(library, tmp_path / "set.zip"))
        list(export(exporter("brat"), library.dataset("x"), tmp_path / "out.zip"))
    with zipfile.ZipFile(tmp_path / "out.zip") as found:
        assert not [name for name in found.namelist() if ".." in name or name.startswith("/")]


def _spoilt(value: Any, random: Random) -> Any:
    """A value in which something, somewhere, is something else."""
    if isinstance(value, dict | list) and value and random.random() < 0.85:
        made = dict(value) if isinstance(value, dict) else list(value)
        key: Any = random.choice([*made]) if isinstance(made, dict) else random.randrange(len(made))
        made[key] = _spoilt(made[key], random)
        return made
    return random.choice(ODD)


@pytest.mark.parametrize("id", ["label-studio", "doccano", "prodigy"])
@pytest.mark.parametrize("ours", [True, False], ids=["ours", "theirs"])
def test_no_value_anywhere_ends_in_a_traceback(id: str, ours: bool, tmp_path: Path) -> None:
    random, path = Random(id), tmp_path / "set.json"
    whole = {"label-studio": LABEL_STUDIO, "doccano": DOCCANO, "prodigy": PRODIGY}[id]
    if ours:
        raw = written(exporter(id), rich())
        whole = json.loads(raw) if id == "label-studio" else [json.loads(raw)]
    for n in range(40):
        rows = [_spoilt_rest(row, random) if n % 2 else _spoilt(row, random) for row in whole]
        path.write_text(json.dumps(rows), "utf-8")
        there_and_back(path, id)


def there_and_back(path: Path, id: str) -> None:
    """Read a file as far as it goes, and write what it said."""
    try:
        found = [one for one in documents(path, id) if isinstance(one, Document)]
    except TilikError:
        return
    list(exporter(id).write(made.dataset(*found), io.BytesIO()))


def _spoilt_rest(row: dict[str, Any], random: Random) -> dict[str, Any]:
    if isinstance(row.get("tilik"), str):
        return {**row, "tilik": json.dumps(_spoilt(json.loads(row["tilik"]), random))}
    return {**row, "meta": _spoilt(row.get("meta", {}), random)}


def test_no_line_of_brat_ends_in_a_traceback(tmp_path: Path) -> None:
    random, path = Random(7), put(tmp_path, "brat")
    with zipfile.ZipFile(path) as found:
        texts = {name: found.read(name) for name in found.namelist()}
    edits = [b"\t", b"\n", b" ", b"E1", b"T4:", b"\xff", b";1", b""]
    for _ in range(40):
        raw = bytearray(texts["sub/kabar.ann"])
        for _ in range(random.randint(1, 6)):
            at = random.randrange(len(raw))
            raw[at : at + random.randint(0, 3)] = random.choice(edits)
        with zipfile.ZipFile(tmp_path / "set.zip", "w") as out:
            for name, text in texts.items():
                out.writestr(name, bytes(raw) if name == "sub/kabar.ann" else text)
        there_and_back(tmp_path / "set.zip", "brat")
