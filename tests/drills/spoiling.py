"""Kinds of damage: each spoils one thing of a library that is closed, as a seed says."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

_PAGE = 4096
_TABLES = ("article", "revision", "annotation", "claim", "source", "evidence", "review", "relation", "picture")
_TEXTS = {
    "article": ("title", "url", "state"), "revision": ("text", "blocks", "metadata"),
    "annotation": ("note", "quote", "label", "id"), "claim": ("told", "text"), "source": ("told", "name"),
    "evidence": ("told",), "review": ("told",), "relation": ("note", "kind"), "label": ("name", "colour"),
    "change": ("swaps", "name"), "relation_member": ("role", "annotation_id"),
}  # fmt: skip
Spoil = Callable[[Path, random.Random], str]


def _bit(path: Path, chance: random.Random) -> str:
    data = bytearray(path.read_bytes())
    at, bit = chance.randrange(len(data)), chance.randrange(8)
    data[at] ^= 1 << bit
    path.write_bytes(data)
    return f"bit {bit} of byte {at}"


def _header(path: Path, chance: random.Random) -> str:
    data = bytearray(path.read_bytes())
    at = chance.randrange(100)
    data[at] ^= chance.randrange(1, 256)
    path.write_bytes(data)
    return f"byte {at}"


def _put(made: Callable[[random.Random], bytes]) -> Spoil:
    def spoil(path: Path, chance: random.Random) -> str:
        data = bytearray(path.read_bytes())
        at = chance.randrange(1, len(data) // _PAGE) * _PAGE
        data[at : at + _PAGE] = made(chance)
        path.write_bytes(data)
        return f"page {at // _PAGE + 1}"

    return spoil


def _swapped(path: Path, chance: random.Random) -> str:
    data = bytearray(path.read_bytes())
    one, two = (at * _PAGE for at in chance.sample(range(1, len(data) // _PAGE), 2))
    data[one : one + _PAGE], data[two : two + _PAGE] = data[two : two + _PAGE], data[one : one + _PAGE]
    path.write_bytes(data)
    return f"pages {one // _PAGE + 1} and {two // _PAGE + 1}"


def _cut(path: Path, chance: random.Random) -> str:
    data = path.read_bytes()
    size = chance.choice((len(data) - _PAGE, len(data) // 2, chance.randrange(1, len(data))))
    path.write_bytes(data[:size])
    return f"after {size} of {len(data)}"


def _sql(made: Callable[[sqlite3.Connection, random.Random], str]) -> Spoil:
    """What another program does by statements; the triggers and keys of the library do not stop it."""

    def spoil(path: Path, chance: random.Random) -> str:
        with closing(sqlite3.connect(path)) as raw, raw:
            statement = made(raw, chance)
            raw.execute(statement)
        return statement

    return spoil


def _number(raw: sqlite3.Connection, table: str, chance: random.Random) -> int:
    return int(chance.choice([row[0] for row in raw.execute(f"SELECT rowid FROM {table}")]))


def _changed(raw: sqlite3.Connection, chance: random.Random) -> str:
    table = chance.choice([*_TEXTS])
    column = chance.choice(_TEXTS[table])
    number = _number(raw, table, chance)
    (held,) = raw.execute(f"SELECT {column} FROM {table} WHERE rowid = ?", (number,)).fetchone()
    at = chance.randrange(len(held)) if held else 0
    other = held[:at] + ("x" if held[at : at + 1] != "x" else "y") + held[at + 1 :]
    return f"UPDATE {table} SET {column} = '{other.replace(chr(39), chr(39) * 2)}' WHERE rowid = {number}"


def _gone(raw: sqlite3.Connection, chance: random.Random) -> str:
    table = chance.choice(_TABLES)
    return f"DELETE FROM {table} WHERE rowid = {_number(raw, table, chance)}"


def _log_gone(raw: sqlite3.Connection, chance: random.Random) -> str:
    table = chance.choice(("change", "change", "change_added", "change_article"))
    if table == "change_article":
        return "DELETE FROM change_article WHERE number = (SELECT max(number) FROM change_article)"
    return f"DELETE FROM {table} WHERE rowid = {_number(raw, table, chance)}"


def _emptied(raw: sqlite3.Connection, chance: random.Random) -> str:
    index = chance.choice(("article_search", "annotation_search"))
    return f"INSERT INTO {index}({index}) VALUES ('delete-all')"


def _dropped(raw: sqlite3.Connection, chance: random.Random) -> str:
    found = raw.execute("SELECT type, name FROM sqlite_master WHERE name LIKE 'ix_%' OR type = 'trigger'").fetchall()
    kind, name = chance.choice(found)
    return f"DROP {kind} {name}"


def _wal(path: Path, chance: random.Random) -> str:
    """Junk in what stands beside the file, as a kill leaves it; just junk where there is none."""
    beside = path.with_name(path.name + "-wal")
    data = bytearray(beside.read_bytes()) if beside.exists() else bytearray(chance.randbytes(3 * _PAGE))
    at = chance.randrange(max(1, len(data) - 200))
    data[at : at + 200] = chance.randbytes(200)
    beside.write_bytes(data)
    return f"-wal at {at} of {len(data)}"


KINDS: dict[str, Spoil] = {
    "bit": _bit, "zeroed page": _put(lambda _: bytes(_PAGE)), "junk page": _put(lambda chance: chance.randbytes(_PAGE)),
    "swapped pages": _swapped, "truncated": _cut, "header": _header, "changed row": _sql(_changed),
    "deleted row": _sql(_gone), "deleted log row": _sql(_log_gone), "emptied index": _sql(_emptied),
    "dropped index": _sql(_dropped), "junk in -wal": _wal,
}  # fmt: skip
