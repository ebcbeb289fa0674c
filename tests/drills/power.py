"""The power goes: what was written after the last acknowledged mark may be lost, cut or garbage, and nothing else."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

from tests.drills.desk import Desk, batch, kill


def run(seed: int, count: int, folder: Path) -> list[str]:
    """Stop after some acknowledged marks, spoil what stood in no synced file then, and look."""
    chance, wrong = random.Random(seed), list[str]()
    desk = Desk(folder / "desk")
    (article,) = desk.add("one")
    for number in range(count):
        after = Desk(folder / f"after{number}")
        acknowledged = _cut(desk, article, after, chance)
        shown = after("show", article, "--json")
        here = {one.get("annotation") for row in shown.rows for one in row["annotations"]}
        if lost := acknowledged - here:
            wrong.append(f"cut {number}: {len(lost)} of {len(acknowledged)} acknowledged marks are lost")
        if after("check").code:
            wrong.append(f"cut {number}: the library is not sound")
        shutil.rmtree(after.folder)
    return wrong


def _cut(desk: Desk, article: str, after: Desk, chance: random.Random) -> set[str]:
    """The library as a disk may have it after the cut, and the ids of the marks that were acknowledged before it."""
    running = desk.start("annotate", "--batch", "--ack")
    assert running.stdin is not None and running.stdout is not None
    running.stdout.readline()
    acknowledged = set()
    log = desk.library.with_name(desk.library.name + "-wal")
    for n in range(chance.randrange(1, 12)):
        running.stdin.write(batch(article, [f"note {n}"]).encode())
        running.stdin.flush()
        acknowledged.add(running.stdout.readline().decode().split()[-1])
    synced = log.stat().st_size
    running.stdin.write(batch(article, ["on its way"]).encode())
    running.stdin.flush()
    running.stdout.readline()
    shutil.copyfile(desk.library, after.library)
    data = log.read_bytes()
    kill(running)
    tail = bytearray(data[synced : synced + chance.randrange(len(data) - synced + 1)])
    for at in range(0, len(tail), 512):  # sectors, each of which came or did not
        if chance.random() < 0.5:
            tail[at : at + 512] = bytes(len(tail[at : at + 512]))
    log.with_name(after.library.name + "-wal")
    after.library.with_name(after.library.name + "-wal").write_bytes(data[:synced] + tail)
    return acknowledged
