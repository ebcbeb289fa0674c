"""Each drill for a moment, with one seed: `make drill` tries others."""

from __future__ import annotations

import importlib
import os
from pathlib import Path

import pytest

from tests.drills.__main__ import DRILLS

SEED = 1
SHORT = {"kills": 1, "power": 1, "flips": 1, "truth": 12, "disk": 1, "planted": 1, "inputs": 2, "canary": 1}


@pytest.mark.skipif(os.name == "nt", reason="signals and process groups of POSIX")
@pytest.mark.parametrize("name", sorted(DRILLS))
def test_it_holds_for_a_moment(name: str, tmp_path: Path) -> None:
    wrong = importlib.import_module(f"tests.drills.{name}").run(SEED, SHORT[name], tmp_path / name)
    assert wrong == []
