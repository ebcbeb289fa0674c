"""kill -9 at random moments in every verb that writes: what was acknowledged is there, nothing is half, no litter."""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
import uuid
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from tests.drills.desk import Desk, batch, moments, wait

Words = tuple[str | Path, ...]
VERBS = (
    "annotate", "add", "import", "recapture", "undo", "upgrade", "export", "backup", "restore", "erase", "compact",
)  # fmt: skip
_MARKS = 20  # of a set that is imported: all of them or none


def run(seed: int, count: int, folder: Path) -> list[str]:
    """Kill each verb `count` times on a library of its own."""
    wrong: list[str] = []
    for verb in random.Random(seed).sample(VERBS, len(VERBS)) if count > 1 else (VERBS[seed % len(VERBS)], VERBS[0]):
        wrong += Verb(verb, seed, folder / verb).killed(count)
    return wrong


class Verb:
    """One verb on a library of its own, with a mark and an article that must outlive all."""

    def __init__(self, name: str, seed: int, folder: Path) -> None:
        self.name, self.desk, self.number, self.set = name, Desk(folder), 0, set[str]()
        self.chance = random.Random(seed)
        self.kept, self.other = self.desk.add("kept", "other")
        self.desk("annotate", "--batch", "--ack", stdin=batch(self.kept, ["before"]))
        self.desk("backup")
        (folder / "base.jsonl").write_text(self.desk("export", "--format", "jsonl").out, "utf-8")
        began = time.monotonic()
        self.desk("list")
        self.times = moments(seed, 3 * (time.monotonic() - began))

    def killed(self, count: int) -> list[str]:
        """Kill it `count` times; what did not hold."""
        wrong = list[str]()
        for self.number in range(count):
            words, requests = self._command()
            running = self._start(words)
            assert running.stdin is not None and running.stdout is not None
            if requests is not None:
                running.stdin.write(requests.encode())
                running.stdin.flush()
                running.stdout.readline()  # READY: what is killed before that does nothing
            wait(next(self.times))
            said = _said_until_killed(running)
            wrong += [f"{self.name}, kill {self.number}: {reason}" for reason in self._judged(said)]
        return wrong

    def _start(self, words: Words) -> subprocess.Popen[bytes]:
        if self.name != "undo":
            return self.desk.start(*words)
        pipe, command = subprocess.PIPE, [sys.executable, "-m", "tests.drills.undoing", str(self.desk.library)]
        return subprocess.Popen(
            command, stdin=pipe, stdout=pipe, stderr=pipe, cwd=self.desk.folder, env=self.desk.environment(),
            start_new_session=True,
        )  # fmt: skip

    def _command(self) -> tuple[Words, str | None]:
        """Its words, and what is typed in, None: nothing."""
        desk, folder = self.desk, self.desk.folder
        if self.name in ("annotate", "upgrade"):
            if self.name == "upgrade":
                self._make_older()
            requests = batch(self.kept, [f"note {n}" for n in range(200)])
            return ("annotate", "--batch", "--ack"), requests if self.name == "annotate" else None
        made: dict[str, Callable[[], Words]] = {
            "add": lambda: ("add", *(desk.article(f"new{self.number}x{n}") for n in range(5)), "--json"),
            "import": lambda: ("import", self._write_set()),
            "recapture": lambda: ("recapture", self.other, desk.article(f"newer{self.number}")),
            "undo": tuple,
            "export": lambda: ("export", "--format", "jsonl", "-o", folder / "set.jsonl", "--force"),
            "backup": lambda: ("backup", "--json"),
            "restore": lambda: ("restore", "--latest"),
            "erase": lambda: ("erase", self.other, "--yes"),
            "compact": lambda: ("compact",),
        }
        return made[self.name](), "" if self.name == "undo" else None

    def _make_older(self) -> None:
        """Words of an older folding: the next opening makes the index anew, on a copy, after a backup."""
        self.desk("list")
        with closing(sqlite3.connect(self.desk.library, isolation_level=None)) as found:
            found.execute("UPDATE setting SET value = '0' WHERE key = 'search index'")

    def _write_set(self) -> Path:
        """A set of marks that are not here, under new ids."""
        first = json.loads((self.desk.folder / "base.jsonl").read_text("utf-8").splitlines()[0])
        first["annotations"] = [
            {**one, "id": str(uuid.UUID(int=self.chance.getrandbits(128), version=4)), "note": f"set {n}"}
            for one in first["annotations"][:1]
            for n in range(_MARKS)
        ]
        self.set = {one["id"] for one in first["annotations"]}
        path = self.desk.folder / "set-in.jsonl"
        path.write_text(json.dumps(first) + "\n", "utf-8")
        return path

    # -- afterwards

    def _judged(self, said: str) -> list[str]:
        desk = self.desk
        if self.name == "upgrade" and (again := desk("annotate", self.kept, *_ONE)).code:
            return [f"the next start cannot write: {again.err}"]
        found = desk("check")
        wrong = [f"check: {found.err or found.out}"] if found.code or found.broke else []
        rows = desk("export", "--format", "jsonl").rows
        marks = {one["id"]: one.get("note", "") for row in rows for one in row.get("annotations") or []}
        if "before" not in marks.values():
            wrong.append("what was there before is gone")
        wrong += self._acknowledged(said, set(marks), {str(row["id"]) for row in rows})
        if self.name == "import" and len(self.set & set(marks)) not in (0, _MARKS, len(self.set)):
            wrong.append(f"{len(self.set & set(marks))} of {len(self.set)} marks of a set")
        if self.name == "export" and (made := desk.folder / "set.jsonl").exists() and made.read_bytes()[-1:] != b"\n":
            wrong.append("half a set under its name")
        return wrong + self._litter()

    def _acknowledged(self, said: str, marks: set[str], articles: set[str]) -> list[str]:
        lines = said.splitlines(keepends=True)
        whole = [line.split() for line in lines if line.endswith("\n")]
        here = {line[1] for line in whole if line[:1] == ["ACK"]}
        for line in whole:  # the last word counts
            if line[:1] == ["ACK"]:
                here.add(line[1])
            elif line[:1] == ["GONE"]:
                here.discard(line[1])
        wrong = [f"{len(lost)} acknowledged marks are lost"] if (lost := here - marks) else []
        rows = [json.loads(line) for line in lines if line.startswith("{") and line.endswith("\n")]
        added = {str(row["article"]) for row in rows if row.get("status") == "added"}
        if lost := added - articles:
            wrong.append(f"{len(lost)} acknowledged articles are lost")
        told = [Path(row["path"]) for row in rows if self.name == "backup"]
        return wrong + [f"{path} is no backup" for path in told if self.desk("restore", path, "--dry-run").code]

    def _litter(self) -> list[str]:
        """What the next command that writes did not remove."""
        self.desk("annotate", self.kept, *_ONE)
        left = [
            path.name
            for path in self.desk.folder.rglob("*")
            if path.name.startswith(".tilik-") or "upgrading" in path.name
        ]
        return [f"left: {', '.join(left)}"] if left else []


_ONE = ("--label", "claim", "--start", "3", "--end", "7", "--note", "after")


def _said_until_killed(running: subprocess.Popen[bytes]) -> str:
    with suppress(ProcessLookupError):
        os.killpg(running.pid, signal.SIGKILL)
    out, _ = running.communicate()
    return out.decode("utf-8", "replace")
