"""What the drills share: a folder with a library, and the command line as a script or a person calls it."""

from __future__ import annotations

import contextlib
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
BROKEN = ("Traceback (most recent call last)", "Fatal Python error", "Segmentation fault")
WORDS = "The harbour office says that the night ferry {0} never sailed, and that nobody of the {0} had been hurt."


@dataclass(frozen=True, slots=True)
class Said:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def broke(self) -> bool:
        return any(sign in self.out + self.err for sign in BROKEN) or self.code in (-6, -7, -8, -11)

    @property
    def rows(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines() if line.startswith("{")]


class Desk:
    """A library in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.library = folder, folder / "l.tilik"
        folder.mkdir(parents=True, exist_ok=True)

    def words(self, *words: str | Path) -> list[str]:
        return [sys.executable, "-m", "reader", *map(str, words), "--library", str(self.library)]

    def start(self, *words: str | Path, before: Sequence[str] = ()) -> subprocess.Popen[bytes]:
        """Begin a command in a group of its own."""
        pipe = subprocess.PIPE
        return subprocess.Popen(
            [*before, *self.words(*words)], stdin=pipe, stdout=pipe, stderr=pipe, cwd=self.folder,
            env=self.environment(), start_new_session=True,
        )  # fmt: skip

    def environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("TILIK", "COVERAGE"))}
        return {**kept, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}

    def __call__(self, *words: str | Path, stdin: str = "", before: Sequence[str] = (), limit: float = 120) -> Said:
        running = self.start(*words, before=before)
        try:
            out, err = running.communicate(stdin.encode(), limit)
        except subprocess.TimeoutExpired:
            kill(running)
            return Said(-1, "", "it hangs")
        return Said(running.returncode, out.decode("utf-8", "replace"), err.decode("utf-8", "replace"))

    def article(self, name: str) -> Path:
        """Write a page that is an article."""
        made = self.folder / f"{name}.html"
        words = WORDS.format(name)
        made.write_text(f"<!doctype html><article><h1>Ferry {name}</h1>{f'<p>{words}</p>' * 3}</article>", "utf-8")
        return made

    def add(self, *names: str) -> list[str]:
        """Add pages; return the ids of their articles."""
        rows = self("add", *(self.article(name) for name in names), "--json").rows
        return [str(row["article"]) for row in rows]

    def marks(self) -> set[str]:
        """Return the notes of all marks that an export holds."""
        rows = self("export", "--format", "jsonl").rows
        return {str(mark.get("note", "")) for row in rows for mark in row.get("annotations") or []}


def batch(article: str, notes: Sequence[str]) -> str:
    """Return requests for marks, as `annotate --batch` reads them."""
    marks = ({"article": article, "label": "claim", "start": 2, "end": 9, "note": note} for note in notes)
    return "".join(json.dumps(mark) + "\n" for mark in marks)


def kill(running: subprocess.Popen[bytes]) -> None:
    """Kill it with all that it started, and wait until it is gone."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(running.pid, signal.SIGKILL)
    running.communicate()


def moments(seed: int, longest: float) -> Iterator[float]:
    """Yield moments to wait, early ones more often: there the files are made."""
    chance = random.Random(seed)
    while True:
        yield longest * chance.random() ** 2


def wait(seconds: float) -> None:
    time.sleep(seconds)
