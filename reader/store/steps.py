"""The change log as steps: recorded, found by article, listed, moved between done and undone. Never read as a whole.

`turn` is the order in which steps came into the state that they are in: undo takes the last of those that are done,
redo the last of those that were taken back, so that each is the exact opposite of what was done last.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from reader.edits import Edit
from reader.edits.edit import joined
from reader.model.steps import DONE, DROPPED, UNDONE, Step, Touched
from reader.store import log
from reader.store.asking import chunks, places, rows, scalars
from reader.store.fetching import fetch_one
from reader.store.touching import Touch

LIBRARY = ""  # in place of an article's id: the library as a whole
SHOWN = 3  # articles of a step that are named
_HEAD = "SELECT number, name, origin, at, who, state FROM change"
_INSERT = (
    "INSERT INTO change(name, origin, at, swaps, who, state, turn)"
    " VALUES (:name, :origin, :at, :swaps, :who, :state, :turn)"
)


def record(connection: sqlite3.Connection, row: Mapping[str, Any], touched: Mapping[str, Touch]) -> Step:
    """Keep a change that was just carried out; what was undone in the same articles cannot be done again."""
    _drop(connection, [*touched] or [LIBRARY])
    turn = _next_turn(connection)
    number = connection.execute(_INSERT, {**row, "state": DONE, "turn": turn}).lastrowid
    assert number is not None
    of = [(number, id, DONE, turn, t.moves, t.title) for id, t in touched.items()]
    add_articles(connection, of or [(number, LIBRARY, DONE, turn, 0, "")])
    return one(connection, number)


def add_articles(connection: sqlite3.Connection, of: Sequence[tuple[int, str, str, int, int, str]]) -> None:
    """Keep which articles a step is of: its number, the article's id, the step's state and turn, moves, title."""
    names = "number, article_id, state, turn, moves, title"
    connection.executemany(f"INSERT INTO change_article({names}) VALUES (?, ?, ?, ?, ?, ?)", of)


def go_on(connection: sqlite3.Connection, edit: Edit, row: Mapping[str, Any]) -> Step | None:
    """Make the last step longer by `edit`, which was just carried out, when that goes on with it; None when it is a
    step of its own."""
    if not edit.continues or newest(connection, DONE) != edit.continues:
        return None
    (last,) = rows(connection, "SELECT name, origin, swaps FROM change WHERE number = ?", (edit.continues,))
    if (last["name"], last["origin"]) != (edit.name, row["origin"]):
        return None
    earlier = log.from_json(last["name"], last["swaps"], lambda kind, id: fetch_one(connection, kind, id))
    longer = (row["at"], log.to_json(joined(earlier, edit)), edit.continues)
    connection.execute("UPDATE change SET at = ?, swaps = ? WHERE number = ?", longer)
    return one(connection, edit.continues)


def _next_turn(connection: sqlite3.Connection) -> int:
    return int(scalars(connection, "SELECT max(turn) FROM change")[0] or 0) + 1


def _drop(connection: sqlite3.Connection, article_ids: Sequence[str]) -> None:
    for some in chunks(list(article_ids)):
        wanted = f"SELECT DISTINCT number FROM change_article WHERE article_id IN {places(some)} AND state = ?"
        of = [(DROPPED, number) for number in scalars(connection, wanted, (*some, UNDONE))]
        for table in ("change", "change_article") if of else ():
            connection.executemany(f"UPDATE {table} SET state = ? WHERE number = ?", of)


def set_state(connection: sqlite3.Connection, number: int, state: str) -> None:
    """A step was undone, or done again: it is the last one of that state now."""
    turn = _next_turn(connection)
    for table in ("change", "change_article"):
        connection.execute(f"UPDATE {table} SET state = ?, turn = ? WHERE number = ?", (state, turn, number))


def one(connection: sqlite3.Connection, number: int) -> Step:
    """Return the step of that number, which must be there."""
    (row,) = rows(connection, f"{_HEAD} WHERE number = ?", (number,))
    return _steps(connection, [row])[0]


def newest(connection: sqlite3.Connection, state: str, article_id: str = "") -> int | None:
    """Return the number of the last step of that state, of an article or of all; None when there is none."""
    table, of = ("change_article", " AND article_id = ?") if article_id else ("change", "")
    wanted = f"SELECT number FROM {table} WHERE state = ?{of} ORDER BY turn DESC LIMIT 1"
    found = scalars(connection, wanted, (state, article_id) if article_id else (state,))
    return int(found[0]) if found else None


def next_step(connection: sqlite3.Connection, state: str, article_id: str = "") -> Step | None:
    """Return the step that comes next where `article_id` is open; None when there is none at all.

    The last of all when that is one of the library as a whole; else the article's last; else the last of all.
    """
    last = newest(connection, state)
    if last is None:
        return None
    found = one(connection, last)
    if article_id and not found.everywhere and not found.touches(article_id):
        own = newest(connection, state, article_id)
        return one(connection, own) if own is not None else found
    return found


def touches(connection: sqlite3.Connection, number: int, article_id: str) -> bool:
    """Return whether the step touched that article."""
    wanted = "SELECT 1 FROM change_article WHERE number = ? AND article_id = ?"
    return bool(scalars(connection, wanted, (number, article_id)))


def page(connection: sqlite3.Connection, before: int | None, limit: int) -> list[Step]:
    """Return at most `limit` steps, newest first: those with a smaller number than `before`."""
    older, values = ("", (limit,)) if before is None else (" WHERE number < ?", (before, limit))
    return _steps(connection, rows(connection, f"{_HEAD}{older} ORDER BY number DESC LIMIT ?", values))


def since(connection: sqlite3.Connection, number: int, article_id: str) -> list[int]:
    """Return the steps of an article that are done, from the last back to the step `number`, which is among them."""
    turn = "(SELECT turn FROM change_article WHERE number = ? AND article_id = ?)"
    wanted = f"SELECT number FROM change_article WHERE article_id = ? AND state = ? AND turn >= {turn}"
    return scalars(connection, f"{wanted} ORDER BY turn DESC", (article_id, DONE, number, article_id))


def _steps(connection: sqlite3.Connection, found: Sequence[sqlite3.Row]) -> list[Step]:
    numbers = [row["number"] for row in found]
    counts, named = _counts(connection, numbers), _named(connection, numbers)
    return [
        Step(
            row["number"], row["name"], row["origin"], datetime.fromisoformat(row["at"]), row["who"], row["state"],
            named.get(row["number"], ()), *counts.get(row["number"], (0, 0, 0)),
        )
        for row in found
    ]  # fmt: skip


def _counts(connection: sqlite3.Connection, numbers: Sequence[int]) -> dict[int, tuple[int, int, int]]:
    """How many articles each step touched, and how many came and went by it."""
    wanted = (
        "SELECT number, count(*), total(moves > 0), total(moves < 0) FROM change_article"
        f" WHERE number IN {places(numbers)} AND article_id <> '' GROUP BY number"
    )
    return {n: (count, int(comes), int(goes)) for n, count, comes, goes in rows(connection, wanted, numbers)}


def _named(connection: sqlite3.Connection, numbers: Sequence[int]) -> dict[int, tuple[Touched, ...]]:
    """The first articles of each step, with the title they have now, or had when they were last here."""
    first = (
        "SELECT t.article_id, COALESCE(a.title, t.title) FROM change_article t LEFT JOIN article a"
        " ON a.id = t.article_id WHERE t.number = ? AND t.article_id <> '' ORDER BY t.article_id LIMIT ?"
    )
    return {n: tuple(Touched(id, title) for id, title in rows(connection, first, (n, SHOWN))) for n in numbers}
