"""Adding a thing opens as many files as CONTRIBUTING says: each addition is made on a copy of the checkout and tried.

An addition says which rows of CONTRIBUTING's table it is, its new files, its changes of others, the tests that hold
such things, and a check of its own. It is in English only: that nothing is left untranslated is asked by the tests of
the languages, which are not among those named.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.mutants.__main__ import alone

ROOT = Path(__file__).resolve().parent.parent
ADDITIONS = sorted((ROOT / "tests" / "additions").glob("*.toml"))
# What the user reads: one thing, however many files.
READ = ("CHANGELOG.md", "README.md", "resources/i18n/", "resources/help/")
PARTS = ("reader", "ui", "tests", "resources", "seeds")
FILES = ("dev.py", "pyproject.toml", "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "Makefile", "LICENSE")


def addition(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


def promised() -> dict[str, int]:
    """How many files CONTRIBUTING says for each thing that is tried."""
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    return {what: int(number) for what, number in re.findall(r"^\| ([^|]+) \|.*\| \*\*(\d+)\*\* \|$", page, re.M)}


def opened(given: dict[str, Any]) -> set[str]:
    """The files that are opened, what the user reads as one."""
    paths = {one["path"] for one in (*given.get("file", ()), *given["change"])}
    return {READ[0] if path.startswith(READ) else path for path in paths}


def test_every_number_that_is_tried_has_its_addition() -> None:
    assert {addition(file)["what"] for file in ADDITIONS} == set(promised())


@pytest.mark.parametrize("file", ADDITIONS, ids=lambda file: file.stem)
def test_an_addition_opens_no_more_files_than_contributing_says(file: Path) -> None:
    given = addition(file)
    assert len(opened(given)) == promised()[given["what"]], sorted(opened(given))


@pytest.mark.parametrize("file", ADDITIONS, ids=lambda file: file.stem)
def test_the_places_that_contributing_names_are_those_that_are_opened(file: Path) -> None:
    given = addition(file)
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    row = next(line for line in page.splitlines() if line.startswith(f"| {given['what']} |"))
    named = re.findall(r"`([a-z]+/[\w./]+)`", row)
    for path in opened(given) - {READ[0]}:
        assert path in named or any(name.endswith("/") and path.startswith(name) for name in named), path


@pytest.mark.timeout(900)
@pytest.mark.parametrize("file", ADDITIONS, ids=lambda file: file.stem)
def test_what_is_added_works_and_breaks_nothing(file: Path, tmp_path: Path) -> None:
    given, copy = addition(file), tmp_path / "checkout"
    for part in PARTS:
        shutil.copytree(ROOT / part, copy / part, ignore=shutil.ignore_patterns("__pycache__"))
    for name in FILES:
        shutil.copy(ROOT / name, copy)
    for one in given["change"]:
        path = copy / one["path"]
        before = path.read_text(encoding="utf-8")
        assert before.count(one["old"]) == 1, one
        path.write_text(before.replace(one["old"], one["new"]), encoding="utf-8")
    for one in given.get("file", ()):
        assert not (copy / one["path"]).exists()
        (copy / one["path"]).write_text(one["text"].lstrip(), encoding="utf-8")
    (copy / "tests" / "ui" / "test_addition.py").write_text(given["check"]["text"].lstrip(), encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", "tests/ui/test_addition.py"]
    variables = {**alone(), "PYTHONPATH": "", "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [*command, *given["tests"]], cwd=copy, env=variables, capture_output=True, text=True, timeout=800, check=False
    )
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
