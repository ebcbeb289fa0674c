"""The tests that try many values of a kind, with other values than `make test` tries every time."""

from __future__ import annotations

from pathlib import Path

from tests.drills.pytests import failures


def run(seed: int, count: int, folder: Path) -> list[str]:
    """Run them `count` times, each time with other examples."""
    folder.mkdir()
    wrong = []
    for number in range(seed, seed + count):
        chosen = ("-m", "hypothesis", f"--hypothesis-seed={number}")
        wrong += failures("tests", number, folder / str(number), *chosen, TILIK_EXAMPLES="others")
    return wrong
