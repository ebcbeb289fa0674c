"""Files of bad kinds, each made under a name of its own."""

from __future__ import annotations

import gzip
import io
import json
import os
import socket
import sqlite3
import zipfile
from collections.abc import Callable
from pathlib import Path

Maker = Callable[[Path], object]


def _bytes(data: bytes) -> Maker:
    return lambda path: path.write_bytes(data)


def _packed(name: str, data: bytes, *, cut: int = 0) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(name, data)
    whole = made.getvalue()
    return whole[: len(whole) - cut]


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        here = Path.cwd()
        try:  # the name of a socket is short
            os.chdir(path.parent)
            made.bind(path.name)
        finally:
            os.chdir(here)


def _loop(path: Path) -> None:
    path.symlink_to(path.name)


def _lost_link(path: Path) -> None:
    path.symlink_to(path.with_name("nowhere-at-all"))


def _database(path: Path, cut: int = 0) -> None:
    with sqlite3.connect(path) as made:
        made.execute("CREATE TABLE stranger (words TEXT)")
        made.executemany("INSERT INTO stranger VALUES (?)", [("x" * 900,)] * 40)
    if cut:
        os.truncate(path, path.stat().st_size - cut)


def _closed(path: Path) -> None:
    path.write_text("<article><p>Nobody may read this page, not even its owner.</p></article>", "utf-8")
    path.chmod(0)


def _closed_folder(path: Path) -> None:
    path.mkdir()
    (path / "in.html").write_text("<p>in it</p>", "utf-8")
    path.chmod(0)


def _nothing(path: Path) -> None:
    """There is none."""


_DEEP = b"[" * 100_000
_SET = {"articles": [{"id": "x", "title": 5, "text": ["no", "text"], "annotations": "none"}]}
_HUGE = b'{"id": "a", "text": "some words", "annotations": [{"start": 1' + b"0" * 400 + b', "end": -1e999}]}\n'

MAKE: dict[str, Maker] = {
    "pipe": os.mkfifo,
    "socket": _socket,
    "folder": Path.mkdir,
    "loop": _loop,
    "lost-link": _lost_link,
    "not-there": _nothing,
    "closed.html": _closed,
    "closed-folder": _closed_folder,
    "empty": _bytes(b""),
    "zeros": _bytes(bytes(5000)),
    "one-byte": _bytes(b"\xff"),
    "half.json": _bytes(b'{"articles": ['),
    "deep.json": _bytes(_DEEP),
    "words.jsonl": _bytes(b"words\n"),
    "numbers.json": _bytes(b"[1, 2, 3]"),
    "null.json": _bytes(b"null"),
    "types.json": _bytes(json.dumps(_SET).encode()),
    "huge.jsonl": _bytes(_HUGE),
    "wide.jsonl": _bytes("{}\n".encode("utf-16")),
    "latin.jsonl": _bytes(b'{"a": "caf\xe9"}\n'),
    "surrogate.jsonl": _bytes(b'{"id": "\\ud800", "text": "\\udfff"}\n'),
    "nul.jsonl": _bytes(b'{"id": "\\u0000"}\x00\n'),
    "picture.png": _bytes(b"\x89PNG\r\n\x1a\n" + bytes(2000)),
    "cut.pdf": _bytes(b"%PDF-1.7\n1 0 obj\n<<"),
    "cut.zip": _bytes(_packed("set.jsonl", b"{}\n" * 400, cut=40)),
    "head.zip": _bytes(b"PK\x03\x04" + bytes(50)),
    "climbing.zip": _bytes(_packed("../../../climbed.jsonl", b"{}\n")),
    "bomb.zip": _bytes(_packed("set.jsonl", bytes(60 << 20))),
    "cut.gz": _bytes(gzip.compress(b"{}\n" * 9000)[:-9]),
    "twice.gz": _bytes(gzip.compress(gzip.compress(b"{}\n"))),
    "cut.xlsx": _bytes(_packed("xl/workbook.xml", b"<workbook/>", cut=22)),
    "bad.xlsx": _bytes(_packed("xl/none.xml", b"<")),
    "stranger.sqlite": _database,
    "cut.sqlite": lambda path: _database(path, 3000),
    "program": _bytes(b"\x7fELF" + bytes(300)),
    "entities.xml": _bytes(b'<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'),
}


def put_right(path: Path) -> None:
    """Let what nobody may read be removed."""
    if path.exists() and not path.is_symlink():
        path.chmod(0o700)
