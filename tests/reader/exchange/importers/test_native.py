"""A package is read as a stranger's file: what is broken, cut off, blown up or not what it says is refused by name."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.errors import SetError
from reader.exchange.exporters import exporter
from reader.intake.sets import SetItem, import_set
from reader.store import Library
from tests.reader.exchange.exporters import made

Members = dict[str, bytes]


def members() -> Members:
    out = io.BytesIO()
    list(exporter("native").write(made.whole(), out))
    with zipfile.ZipFile(out) as found:
        return {name: found.read(name) for name in found.namelist()}


def packed(path: Path, parts: Members) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made_:
        for name, data in parts.items():
            made_.writestr(name, data)
    return path


def newer(parts: Members) -> None:
    parts["manifest.json"] = json.dumps({"format": "tilik-set", "version": "2.0"}).encode()


def another(parts: Members) -> None:
    parts["manifest.json"] = b'{"format": "other"}'


def deep(parts: Members) -> None:
    parts["manifest.json"] = b"[" * 200_000


def bomb(parts: Members) -> None:
    parts["manifest.json"] = b" " * (64 << 20)


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (newer, "written by a newer Tilik"), (another, "does not say that it is a tilik-set"),
        (deep, "manifest.json"), (bomb, "grows too much as it is unpacked"),
    ],
)  # fmt: skip
def test_what_is_wrong_as_a_whole_is_refused_and_nothing_is_stored(
    tmp_path: Path, spoil: Callable[[Members], None], reason: str
) -> None:
    parts = members()
    spoil(parts)
    with Library.open(tmp_path / "desk.tilik") as library:
        with pytest.raises(SetError, match=reason) as told:
            list(import_set(library, packed(tmp_path / "set.tilik-set", parts)))
        assert "set.tilik-set" in str(told.value) and library.count() == 0


def test_a_package_that_is_cut_off_is_refused(tmp_path: Path) -> None:
    path = packed(tmp_path / "set.tilik-set", members())
    path.write_bytes(path.read_bytes()[:-200])
    with Library.open(tmp_path / "desk.tilik") as library:
        with pytest.raises(SetError, match="broken or cut off"):
            list(import_set(library, path))
        assert library.count() == 0


def test_a_text_that_was_changed_is_told_and_the_others_come_in(tmp_path: Path) -> None:
    parts = members()
    name = next(name for name in parts if name.startswith("texts/"))
    parts[name] += b" and more"
    with Library.open(tmp_path / "desk.tilik") as library:
        steps = list(import_set(library, packed(tmp_path / "set.tilik-set", parts)))
        failed = [s.result for s in steps if isinstance(s.result, SetItem) and s.result.status == "failed"]
        assert any("its digest differs" in str(item.reason) and name in str(item.reason) for item in failed)
        assert library.count() == 2


def test_names_that_lead_out_of_the_package_are_no_paths(tmp_path: Path) -> None:
    parts = members() | {"../../escaped.txt": b"x", "/absolute.txt": b"x"}
    with Library.open(tmp_path / "desk" / "desk.tilik") as library:
        list(import_set(library, packed(tmp_path / "set.tilik-set", parts)))
        assert library.count() == 3
    assert not list(tmp_path.rglob("escaped.txt")) and not Path("/absolute.txt").exists()


def test_marks_in_another_order_find_their_articles(tmp_path: Path) -> None:
    parts = members()
    lines = parts["annotations.jsonl"].splitlines(keepends=True)
    parts["annotations.jsonl"] = b"".join(reversed(lines))
    with Library.open(tmp_path / "desk.tilik") as library:
        list(import_set(library, packed(tmp_path / "set.tilik-set", parts)))
        assert sum(len(d.annotations) for d in library.documents()) == len(lines)
