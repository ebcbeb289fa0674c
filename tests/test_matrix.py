"""The tests run in other ways: every way is reported, a failure anywhere counts, and a way not run is no pass."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests import matrix

PASSES, FAILS = "def test_it(): pass", "def test_it(): assert False"


def no_screen() -> Sequence[str | Path]:
    raise matrix.NotHere("no Xvfb")


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    """What is said of a way that passes, one that fails and one that is not to be had here."""
    monkeypatch.setattr(matrix, "LOGS", tmp_path)
    for name, code in (("good", PASSES), ("bad", FAILS)):
        (tmp_path / f"test_{name}.py").write_text(code)
    ways = [
        matrix.Way("good", "passes", [str(tmp_path / "test_good.py")], ("-n", "0")),
        matrix.Way("bad", "fails", [str(tmp_path / "test_bad.py")], ("-n", "0")),
        matrix.Way("seen", "on a screen", prepared=no_screen),
    ]
    monkeypatch.setattr(matrix, "ways", lambda: ways)
    assert matrix.main([]) == 1
    said = capsys.readouterr().out
    assert matrix.main(["good", "seen"]) == 0
    return said.rpartition("\n\n")[2]


def test_every_way_is_named_with_how_it_went(report: str) -> None:
    good, bad, seen = report.splitlines()
    assert good.split()[:4] == ["good", "passed", "1", "passed"]
    assert bad.split()[:4] == ["bad", "FAILED", "1", "failed"]
    assert seen.split()[:5] == ["seen", "not", "run", "no", "Xvfb"]


def test_a_way_that_there_is_not_is_wrong_usage() -> None:
    with pytest.raises(SystemExit) as ended:
        matrix.main(["moon"])
    assert ended.value.code == 2


def test_a_python_is_found_by_its_version() -> None:
    version = "{}.{}".format(*sys.version_info)
    assert matrix.version_of(sys.executable) == version
    with pytest.raises(matrix.NotHere, match=r"no Python 2\.1 "):
        matrix.interpreter("2.1")


def test_the_ways_have_names_of_their_own() -> None:
    names = [way.name for way in matrix.ways()]
    assert len(names) == len(set(names))
    assert {"plain", "indonesian", "user", "xcb", "windows", "python-3.13"} <= set(names)
