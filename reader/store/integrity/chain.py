"""The chain of the change log: each step's link is made of the one before it and of its own digest."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from itertools import islice
from typing import Any

from reader.store.asking import scalars
from reader.store.integrity.digests import STEP, digest, linked, standing, step_digest

_PIECE = 200  # steps that are held at once
LAST_TURN, LAST_LINK = "SELECT max(turn) FROM change", "SELECT chain FROM change ORDER BY number DESC LIMIT 1"
_LAST = f"SELECT ({LAST_TURN}), ({LAST_LINK})"
_READ = f"SELECT number, state, turn, {', '.join(STEP)} FROM change"


def last_link(connection: sqlite3.Connection, before: int | None = None) -> str:
    """Return the link of the last step, or of the last one before that number; empty when there is none."""
    older, values = ("", ()) if before is None else (" WHERE number < ?", (before,))
    found = scalars(connection, f"SELECT chain FROM change{older} ORDER BY number DESC LIMIT 1", values)
    return str(found[0]) if found else ""


def last_turn_and_link(connection: sqlite3.Connection) -> tuple[int, str]:
    """Return the last turn of all and the link of the last step, in one question."""
    read = connection.cursor()
    read.row_factory = None
    turn, link = read.execute(_LAST).fetchone()
    return int(turn or 0), str(link or "")


def cells(row: Mapping[str, Any], state: str, turn: int, link: str) -> dict[str, str]:
    """Return the digest and the link of a step that comes after that link."""
    own = step_digest(row, state, turn)
    return {"digest": own, "chain": linked(link, own)}


def rechain(connection: sqlite3.Connection, start: int = 0) -> None:
    """Link the steps anew from the number `start` on: after one was changed, or some went."""
    link = last_link(connection, start)
    found = connection.cursor()
    found.row_factory = None
    links = []
    for number, own in found.execute("SELECT number, digest FROM change WHERE number >= ? ORDER BY number", (start,)):
        link = linked(link, own)
        links.append((link, number))
    connection.executemany("UPDATE change SET chain = ? WHERE number = ?", links)


def seal_step(connection: sqlite3.Connection, number: int) -> None:
    """Write the digest of a step whose row was changed, and the links from it on."""
    _seal(connection, " WHERE number = ?", (number,))
    rechain(connection, number)


def seal_steps(connection: sqlite3.Connection) -> None:
    """Write the digests of all steps, and the chain."""
    _seal(connection, "", ())
    rechain(connection)


def _seal(connection: sqlite3.Connection, which: str, values: tuple[int, ...]) -> None:
    read = connection.cursor()
    read.row_factory = None
    found = (
        (digest(tuple(own)) + standing(state, turn), number)
        for number, state, turn, *own in read.execute(f"{_READ}{which}", values)
    )
    while some := list(islice(found, _PIECE)):
        connection.executemany("UPDATE change SET digest = ? WHERE number = ?", some)
