"""`tilik export` says what the file does not hold, where a person and a program find it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from reader import edits
from reader.commands import main
from reader.exchange.exporters import EXPORTERS
from reader.notices import NOT_SURE, TOO_LONG, notice
from reader.store import Library
from tests.reader.store.conftest import make_article

ROOT = Path(__file__).parents[3]
PAGE = ROOT / "seeds" / "kabar-pesisir-impor-garam.html"


def tilik(library: Path, *words: str | Path, stderr: int = subprocess.PIPE) -> str:
    """What a command writes to stdout."""
    command = [sys.executable, "-m", "reader", *map(str, words), "--library", str(library)]
    done = subprocess.run(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=stderr, encoding="utf-8", timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("library") / "l.tilik"
    tilik(path, "add", PAGE)
    return path


@pytest.mark.parametrize("format", [exporter.id for exporter in EXPORTERS])
def test_a_program_finds_every_loss_in_the_record(library: Path, tmp_path: Path, format: str) -> None:
    record = json.loads(tilik(library, "export", "--format", format, "--json", "-o", tmp_path / "set"))
    assert record["losses"]


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal that a test can read")
def test_a_person_reads_every_loss_on_the_terminal(library: Path, tmp_path: Path) -> None:
    import pty

    terminal, end = pty.openpty()
    try:
        told = tilik(library, "export", "--format", "jsonl", "-o", tmp_path / "set", stderr=end)
        os.set_blocking(terminal, False)
        said = os.read(terminal, 65_536).decode()
    finally:
        os.close(end)
        os.close(terminal)
    assert "cannot hold" in said and "original files" in said
    assert "cannot hold" not in told


@pytest.fixture(scope="module")
def cut(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with one text that lacks something, and one that is whole."""
    path = tmp_path_factory.mktemp("cut") / "l.tilik"
    with Library.open(path) as library:
        for title, notices in (("Long page", (notice(TOO_LONG),)), ("Short page", (notice(NOT_SURE),))):
            article, revision = make_article(title, [f"Words of the {title}."])
            library.apply(edits.add_article(article, replace(revision, notices=notices)))
    return path


@pytest.mark.parametrize("format", [exporter.id for exporter in EXPORTERS])
def test_a_text_that_was_cut_is_said_beside_every_set(
    cut: Path, tmp_path: Path, format: str, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["export", "--format", format, "-o", str(tmp_path / "set"), "--library", str(cut)]
    assert main(words) == 0
    said = [line for line in capsys.readouterr().err.splitlines() if line.startswith("tilik: Long page")]
    assert said == [f"tilik: Long page: {notice(TOO_LONG)}"]
    assert main([*words, "--json", "--force"]) == 0
    (record,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert [(one["title"], one["notices"]) for one in record["cut"]] == [("Long page", [notice(TOO_LONG)])]
