"""`tilik export` says what the file does not hold, where a person and a program find it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader.exchange.exporters import EXPORTERS

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
