"""What is deleted for good, with words that stand nowhere else: no byte of them is left, as UTF-8, UTF-16 or packed."""

from __future__ import annotations

import json
import random
import re
import zlib
from collections.abc import Iterator
from pathlib import Path

from tests.drills.desk import Desk

_PACKED = re.compile(rb"\x78[\x01\x5e\x9c\xda]")


def run(seed: int, count: int, folder: Path) -> list[str]:
    """Delete an article, a note and a person `count` times, each time with the backups."""
    chance, wrong = random.Random(seed), list[str]()
    for number in range(count):
        word = f"qx{chance.getrandbits(48):012x}"
        desk = Desk(folder / str(number))
        wanted = _filled(desk, word)
        if not held(desk, word):
            wrong.append(f"{word}: it was never there, so that this proves nothing")
        said = desk("erase", *wanted, "--backups", "--yes")
        wrong += [f"{word} is still in {name}" for name in held(desk, word)]
        if said.code or desk("check").code or not desk("search", "kept").out:
            wrong.append(f"{word}: {said.err} {desk('check').out}")
    return wrong


def _filled(desk: Desk, word: str) -> list[str]:
    """A library with the word in an article, in the note of another one's mark and in a person; what is to go."""
    kept, gone = desk.add("kept", word)
    requests = [
        {"article": article, "label": "claim", "start": 2, "end": 9, "note": f"{word} said", "tags": [word]}
        if article == gone
        else {"article": article, "label": "claim", "start": 2, "end": 9, "note": f"{word} said"}
        for article in (kept, gone)
    ]
    requests.append({"op": "source", "name": f"{word} Hartati", "note": "off the record"})
    desk("annotate", "--batch", stdin="".join(json.dumps(one) + "\n" for one in requests))
    desk("backup")
    (shown,) = desk("show", kept, "--json").rows
    note = str(shown["annotations"][0]["annotation"])
    return [gone, "--note", note, "--source", f"{word} Hartati"]


def held(desk: Desk, word: str) -> list[str]:
    files = [path for path in desk.folder.rglob("*") if path.is_file() and path.suffix != ".html"]
    return [path.name for path in files if any(_stands(word, data) for data in _looks(path.read_bytes()))]


def _stands(word: str, data: bytes) -> bool:
    lower = data.lower()
    return word.encode() in lower or word.encode("utf-16-le") in lower or word[3:].encode() in lower


def _looks(data: bytes) -> Iterator[bytes]:
    yield data
    for found in _PACKED.finditer(data):
        try:
            yield zlib.decompressobj().decompress(data[found.start() :], 4_000_000)
        except zlib.error:
            continue
