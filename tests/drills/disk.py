"""Calls to the system that fail, by strace: each is said in a sentence, and nothing that was acknowledged is lost."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

from tests.drills.desk import Desk, batch

CALLS = ("pwrite64", "fdatasync", "fsync", "rename", "ftruncate", "openat")
ERRORS = ("EIO", "ENOSPC")


def run(seed: int, count: int, folder: Path) -> list[str]:
    """Let calls fail `count` times; none without strace."""
    if not shutil.which("strace"):
        return []
    chance, wrong = random.Random(seed), list[str]()
    desk = Desk(folder)
    (article,) = desk.add("one")
    desk("annotate", "--batch", stdin=batch(article, ["before"]))
    for _ in range(count):
        call, error = chance.choice(CALLS[:-1]), chance.choice(ERRORS)
        inject = f"inject={call}:error={error}:when={chance.randrange(1, 6)}+"
        tracer = ("strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}", "-e", inject)
        words = chance.choice((("annotate", article, "--label", "claim", "--start", "2", "--end", "9"), ("backup",)))
        said = desk(*words, before=tracer)
        if said.broke or (said.code and not said.err.strip()):
            wrong.append(f"{call} {error} in {words[0]}: {said.code} {said.err[-200:]}")
        if "before" not in desk.marks() or desk("check").code:
            wrong.append(f"{call} {error} in {words[0]}: the library is not what it was")
    return wrong
