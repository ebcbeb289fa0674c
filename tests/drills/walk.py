"""Every widget, tooltip, header and menu walked with hostile names, `count` kinds of them: none is markup."""

from __future__ import annotations

import random
from pathlib import Path

from tests.drills.pytests import failures

FILE = "tests/ui/test_plain_everywhere.py"
# {0} is a file that must never be opened, {1} what the name is of; the walk looks for both of their ends.
BAITS = (
    '<img src="{0}"> & {1}', '<b><img src="{0}"></b> & {1}', '<qt><img src="{0}"></qt> & {1}',
    "<html><img src={0}> & {1}",
    '<!DOCTYPE html><img src="{0}"> & {1}', '<p><img src="{0}"> & {1}', '<a href="{0}"><img src="{0}"></a> & {1}',
    '<table background="{0}"><td><img src="{0}"> & {1}', '<style>p {{}}</style><img src="{0}"> & {1}',
)  # fmt: skip


def run(seed: int, count: int, folder: Path) -> list[str]:
    """Walk with the bait of the test, then with others."""
    chosen = random.Random(seed).sample(BAITS, min(count, len(BAITS)))
    return [f"{bait}: {reason}" for bait in chosen for reason in failures(FILE, seed, folder, TILIK_BAIT=bait)]
