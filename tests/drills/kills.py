"""kill -9 at random moments in every verb that writes: what was acknowledged is there, nothing is half, no litter."""

from __future__ import annotations

import random
import time
from pathlib import Path

from tests.drills.desk import Desk, batch, kill, moments, wait

VERBS = ("annotate", "add", "recapture", "export", "backup", "erase", "compact")


def run(seed: int, count: int, folder: Path) -> list[str]:
    """Kill each verb `count` times on a library of its own."""
    wrong: list[str] = []
    for verb in random.Random(seed).sample(VERBS, len(VERBS)) if count > 1 else (VERBS[seed % len(VERBS)], VERBS[0]):
        wrong += _verb(verb, seed, count, folder / verb)
    return wrong


def _verb(verb: str, seed: int, count: int, folder: Path) -> list[str]:
    desk = Desk(folder)
    kept, other = desk.add("kept", "other")
    desk("annotate", "--batch", "--ack", stdin=batch(kept, ["before"]))
    words, requests = _command(desk, verb, kept, other)
    began = time.monotonic()
    Desk(folder)("list")
    longest, wrong = 3 * (time.monotonic() - began), list[str]()
    times = moments(seed, longest)
    for number in range(count):
        running = desk.start(*words)
        assert running.stdin is not None and running.stdout is not None
        if requests:
            running.stdin.write(requests.encode())
            running.stdin.flush()
            running.stdout.readline()  # READY: what is killed before that does nothing
        wait(next(times))
        said = _killed(running)
        wrong += [f"{verb}, kill {number}: {reason}" for reason in _judged(desk, verb, kept, said)]
    return wrong


def _killed(running: object) -> str:
    """Kill it; what it had said until then."""
    import os
    import signal
    import subprocess

    assert isinstance(running, subprocess.Popen)
    try:
        os.killpg(running.pid, signal.SIGKILL)
    except ProcessLookupError:
        kill(running)
    out, _ = running.communicate()
    return bytes(out).decode()


def _command(desk: Desk, verb: str, kept: str, other: str) -> tuple[tuple[str | Path, ...], str]:
    words: dict[str, tuple[str | Path, ...]] = {
        "annotate": ("annotate", "--batch", "--ack"),
        "add": ("add", *(desk.article(f"new{n}") for n in range(5))),
        "recapture": ("recapture", other, desk.article("newer")),
        "export": ("export", "--format", "jsonl", "-o", desk.folder / "set.jsonl", "--force"),
        "backup": ("backup",),
        "erase": ("erase", other, "--yes"),
        "compact": ("compact",),
    }
    return words[verb], batch(kept, [f"note {n}" for n in range(200)]) if verb == "annotate" else ""


def _judged(desk: Desk, verb: str, kept: str, said: str) -> list[str]:
    found = desk("check")
    wrong = [f"check: {found.err or found.out}"] if found.code or found.broke else []
    notes = desk.marks()
    if "before" not in notes:
        wrong.append("what was there before is gone")
    acknowledged = {line.split()[-1] for line in said.splitlines() if line.startswith("ACK ")}
    shown = desk("show", kept, "--json").rows
    here = {one.get("annotation") for row in shown for one in row["annotations"]}
    if lost := acknowledged - here:
        wrong.append(f"{len(lost)} acknowledged marks are lost")
    if verb == "export" and (made := desk.folder / "set.jsonl").exists() and not made.read_bytes().endswith(b"\n"):
        wrong.append("half a set under its name")
    return wrong
