"""What `dev.py bundle-check` builds from, and that it notices what is wrong. Nothing is built here."""

from __future__ import annotations

import subprocess
from itertools import pairwise
from pathlib import Path

import pytest

import dev
from tests import bundle


def test_everything_that_the_program_reads_goes_into_the_bundle() -> None:
    """A file beside the modules is collected with its package; the rest is copied, each folder by name."""
    command = [str(part) for part in bundle.build_command(Path("python"))]
    after = pairwise(command)
    copied = [Path(words.rpartition(":")[0]) for option, words in after if option == "--add-data"]
    assert len(copied) == 3 and all(any(folder.iterdir()) for folder in copied)
    for part in ("reader", "ui"):
        for file in (dev.ROOT / part).rglob("*"):
            data = file.is_file() and file.suffix not in (".py", ".pyc", ".pyi", ".md")
            assert not data or part in bundle.WITH_DATA or any(file.is_relative_to(folder) for folder in copied), file


def test_a_step_that_fails_fails_the_check(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail() -> Path:
        raise subprocess.CalledProcessError(3, ["pip", "install"])

    monkeypatch.setattr(bundle, "FOLDER", tmp_path / "bundle")
    monkeypatch.setattr(bundle, "PROGRAM", tmp_path / "bundle" / "dist" / "tilik" / "tilik")
    monkeypatch.setattr(bundle, "environment", fail)
    assert bundle.main() == 1
    assert "exit status 3" in capsys.readouterr().err


def test_what_the_built_program_does_wrong_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "library.tilik").touch()
    said = {"clean": "{}", "--headless-demo": "failed     page.html (cleaning broke down)", "list": ""}

    def run(command: list[str | Path], *, quiet: bool = False) -> str:
        return said.get(str(command[1]), "")

    monkeypatch.setattr(bundle, "run", run)
    monkeypatch.setattr(bundle, "back_to_the_first", lambda raw: None)
    found = " ".join(bundle.failures(Path("tilik"), tmp_path))
    assert "no text" in found and "demo failed" in found and "was not upgraded" in found
