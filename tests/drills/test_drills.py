"""Each drill for a moment, with one seed: `make drill` tries others. Those that are tests themselves run as such."""

from __future__ import annotations

import importlib
import os
from pathlib import Path

import pytest

from tests.drills.__main__ import DRILLS
from tests.drills.inputs import CASES

SEED = 1
SHORT = {
    "kills": 1, "power": 1, "flips": 1, "integrity": 12, "disk": 1, "planted": 1, "inputs": 3, "canary": 1,
    "encrypted": 1, "fuzz": 60,
}  # fmt: skip


@pytest.mark.skipif(os.name == "nt", reason="signals and process groups of POSIX")
@pytest.mark.parametrize("name", sorted(SHORT))
def test_it_holds_for_a_moment(name: str, tmp_path: Path) -> None:
    wrong = importlib.import_module(f"tests.drills.{name}").run(SEED, SHORT[name], tmp_path / name)
    assert wrong == []


def test_every_drill_is_tried_here_or_is_a_test() -> None:
    assert set(DRILLS) - set(SHORT) == {"walk", "restoring", "examples"}
    assert len(CASES) >= 136 and len({(row.words, kind, row.out, row.stdin) for row, kind in CASES}) == len(CASES)
