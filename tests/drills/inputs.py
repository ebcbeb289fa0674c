"""Bad inputs as a table: each ends with its exit code and a sentence that names it, never in a traceback or a wait."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from pathlib import Path

from tests.drills.desk import Desk


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _bytes(data: bytes) -> Callable[[Path], None]:
    return lambda path: (path.write_bytes(data), None)[1]


MAKE: dict[str, Callable[[Path], None]] = {
    "pipe": _pipe, "folder": Path.mkdir, "empty": _bytes(b""), "zeros": _bytes(bytes(5000)),
    "half.json": _bytes(b'{"articles": ['), "deep.json": _bytes(b"[" * 100_000), "words.jsonl": _bytes(b"words\n"),
    "picture.png": _bytes(b"\x89PNG\r\n\x1a\n" + bytes(2000)), "cut.zip": _bytes(b"PK\x03\x04" + bytes(50)),
}  # fmt: skip
# Words with {0} for the input, and the exit codes that are right.
TABLE: tuple[tuple[tuple[str, ...], tuple[int, ...]], ...] = (
    (("add", "{0}"), (65, 66)),
    (("import", "{0}"), (65, 66, 1)),
    (("export", "--format", "jsonl", "-o", "{0}"), (0, 74)),
    (("backup", "-o", "{0}"), (0, 74)),
    (("recapture", "nothing", "{0}"), (66,)),
)
EMPTY = (("add", ""), ("import", ""), ("export", "--format", "jsonl", "-o", ""), ("backup", "-o", ""))


def run(seed: int, count: int, folder: Path) -> list[str]:
    """Try `count` rows of the table, chosen by the seed, and always the pipe and one empty name."""
    desk, chance = Desk(folder), random.Random(seed)
    desk.add("one")
    cases = [(words, codes, name) for words, codes in TABLE for name in MAKE if (os.name != "nt" or name != "pipe")]
    chosen = chance.sample(cases, min(count, len(cases)))
    wrong = [reason for number, case in enumerate(chosen) if (reason := _one(desk, number, *case))]
    for words in EMPTY if count > len(EMPTY) else (chance.choice(EMPTY),):
        said = desk(*words)
        if said.code != 2 or "empty" not in said.err:
            wrong.append(f"{words[0]} of an empty name: {said.code} {said.err[-200:]}")
    return wrong


def _one(desk: Desk, number: int, words: tuple[str, ...], codes: tuple[int, ...], name: str) -> str:
    place = desk.folder / f"{number}-{name}"
    MAKE[name](place)
    said = desk(*(word.format(place) for word in words))
    if said.broke or said.code not in codes or (said.code and place.name not in said.err and "nothing" not in words):
        return f"{words[0]} of {name}: {said.code} {said.err[-200:]}"
    return ""
