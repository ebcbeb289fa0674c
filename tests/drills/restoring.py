"""Backups put back over a library damaged in four ways, `count` times each: the tests of restoring, for long."""

from __future__ import annotations

from pathlib import Path

from tests.drills.pytests import failures

FILE = "tests/reader/store/backups/test_restoring.py"


def run(seed: int, count: int, folder: Path) -> list[str]:
    """Damage and put back; what did not hold."""
    return failures(FILE, seed, folder, TILIK_RESTORE_ROUNDS=str(count))
