"""What is deleted for good, with words that stand nowhere else: no byte of them is left, as UTF-8, UTF-16 or packed,
in the library, its backups here and at the second place, after the history was compacted and a backup came back."""

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
    """Delete an article, a mark, a note, a person and a claim `count` times, each time with the backups."""
    chance, wrong = random.Random(seed), list[str]()
    for number in range(count):
        word = f"qx{chance.getrandbits(48):012x}"
        desk = Desk(folder / str(number))
        wanted = _filled(desk, word)
        if not held(desk, word):
            wrong.append(f"{word}: it was never there, so that this proves nothing")
        for words in (("erase", *wanted, "--backups", "--yes"), ("compact",), ("restore", "--latest")):
            said = desk(*words)
            wrong += [f"{word} is still in {name} after {words[0]}" for name in held(desk, word)]
            wrong += [f"{word}, {words[0]}: {said.err}"] if said.code else []
        if desk("check").code or not desk("search", "kept").out:
            wrong.append(f"{word}: what stays is not whole: {desk('check').out}")
        wrong += [f"{path.name} may be read by others" for path in _files(desk) if path.stat().st_mode & 0o077]
    return wrong


def _filled(desk: Desk, word: str) -> list[str]:
    """A library with the word in an article, in a mark and a note of another one, in a person and in a claim; what is
    to go."""
    kept, gone = desk.add("kept", word)
    place = desk.folder / "stick"
    place.mkdir()
    desk("backup", "--second-place", place)
    mark = {"label": "claim", "start": 2, "end": 9}
    requests: list[dict[str, object]] = [
        {"article": gone, **mark, "note": f"{word} said", "tags": [word]},
        {"article": kept, **mark, "note": f"{word} said"},
        {"article": kept, **mark, "note": "of a mark", "tags": [word], "annotator": f"{word} Lestari"},
        {"op": "source", "name": f"{word} Hartati", "note": "off the record"},
        {"op": "claim", "text": f"{word} lied", "ref": "c"},
        {"op": "evidence", "claim": "c", "bearing": "supports", "target": f"https://{word}.example/"},
        {"op": "review", "claim": "c", "note": f"{word} was asked"},
    ]
    made = desk("annotate", "--batch", "--json", stdin="".join(json.dumps(one) + "\n" for one in requests))
    _, note, whole, _, claim, *_ = (str(one.get("annotation") or one.get("id")) for one in made.rows)
    desk("backup")
    desk("annotate", kept, "--label", "denial", "--start", "3", "--end", "8")
    desk("backup")
    return [gone, "--note", note, "--mark", whole, "--source", f"{word} Hartati", "--claim", claim]


def _files(desk: Desk) -> list[Path]:
    """All that is the library's, and not the pages that were added."""
    return [path for path in desk.folder.rglob("*") if path.is_file() and path.suffix != ".html"]


def held(desk: Desk, word: str) -> list[str]:
    return [p.name for p in _files(desk) if any(_stands(word, data) for data in _looks(p.read_bytes()))]


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
