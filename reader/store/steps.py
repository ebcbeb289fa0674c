"""The change log as steps: recorded, found by article, listed, moved between done and undone. Never read as a whole.

`turn` is the order in which steps came into the state that they are in: undo takes the last of those that are done,
redo the last of those that were taken back, so that each is the exact opposite of what was done last.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from reader.edits import Edit
from reader.edits.edit import joined
from reader.errors import DamagedError
from reader.model.articles import State
from reader.model.steps import DONE, DROPPED, UNDONE, Step, Touched
from reader.store import log
from reader.store.asking import chunks, places, rows, scalars
from reader.store.damaged import moment
from reader.store.fetching import fetch_one
from reader.store.integrity import chain
from reader.store.integrity.digests import HEX, standing
from reader.store.touching import Touch

LIBRARY = ""  # in place of an article's id: the library as a whole
SHOWN = 3  # articles of a step that are named
_HEAD = "SELECT number, name, origin, at, who, state FROM change"
_INSERT = (
    "INSERT INTO change(name, origin, at, swaps, who, state, turn, digest, chain)"
    " VALUES (:name, :origin, :at, :swaps, :who, :state, :turn, :digest, :chain)"
)
_TOUCHED = "INSERT INTO change_article(number, article_id, state, turn, moves, title)"
# Annotations, links and articles by their numbers: what came last has the largest.
_CAME = """SELECT :of, article_id, :done, :turn, 0, '' FROM (
    SELECT DISTINCT article_id FROM annotation WHERE number >= :annotation UNION
    SELECT m.article_id FROM relation r CROSS JOIN relation_member e ON e.relation_id = r.id
    CROSS JOIN annotation m ON m.id = e.annotation_id WHERE r.number >= :relation) WHERE true"""
_CAME_WHOLE = """SELECT :of, id, :done, :turn, state <> :trashed, title FROM article WHERE number >= :article
    ON CONFLICT DO UPDATE SET moves = excluded.moves, title = excluded.title"""
_UNDONE_THERE = """SELECT DISTINCT u.number FROM change_article t CROSS JOIN change_article u
    ON u.article_id = t.article_id AND u.state = ?2 WHERE t.number = ?1"""
# What a step of one article is to know before it is kept, in one question: every mark waits for it.
_STANDING = f"""SELECT ({chain.LAST_TURN}), ({chain.LAST_LINK}), (SELECT title FROM article WHERE id = ?)
    UNION ALL SELECT number, NULL, NULL FROM change_article WHERE article_id = ? AND state = ?"""


class _Standing(NamedTuple):
    """The last turn of all, the link of the last step, titles of some articles, the steps that are undone in them."""

    turn: int
    link: str
    titles: Mapping[str, str]
    undone: Sequence[int]


def record(connection: sqlite3.Connection, row: Mapping[str, Any], touched: Mapping[str, Touch]) -> Step:
    """Keep a change that was just carried out; what was undone in the same articles cannot be done again."""
    stands = _standing(connection, [*touched])
    _set_dropped(connection, stands.undone)
    number, turn = _begin(connection, row, stands.turn, stands.link)
    of = [(number, id, DONE, turn, t.moves, t.title) for id, t in touched.items()]
    add_articles(connection, of or [(number, LIBRARY, DONE, turn, 0, "")])
    return _step(row, number, touched, stands.titles)


def _standing(connection: sqlite3.Connection, article_ids: Sequence[str]) -> _Standing:
    if len(article_ids) > 1:
        undone = [n for some in chunks(article_ids) for n in scalars(connection, _undone_in(some), (*some, UNDONE))]
        titles = _titles(connection, sorted(article_ids)[:SHOWN])
        return _Standing(*chain.last_turn_and_link(connection), titles, undone)
    (id,) = article_ids or (LIBRARY,)
    read = connection.cursor()
    read.row_factory = None
    (turn, link, title), *undone_there = read.execute(_STANDING, (id, id, UNDONE)).fetchall()
    titles = {} if title is None else {id: title}
    return _Standing(int(turn or 0), str(link or ""), titles, [number for number, _, _ in undone_there])


def begin(connection: sqlite3.Connection, row: Mapping[str, Any]) -> tuple[int, int]:
    """Open a step of which it is not known yet what it holds; return its number and its turn."""
    return _begin(connection, row, *chain.last_turn_and_link(connection))


def _begin(connection: sqlite3.Connection, row: Mapping[str, Any], last: int, link: str) -> tuple[int, int]:
    turn = last + 1
    told = {**row, "state": DONE, "turn": turn, **chain.cells(row, DONE, turn, link)}
    number = connection.execute(_INSERT, told).lastrowid
    assert number is not None
    return number, turn


def abandon(connection: sqlite3.Connection, number: int) -> None:
    """Forget a step that was opened and holds nothing."""
    connection.execute("DELETE FROM change WHERE number = ?", (number,))


def touch_came(
    connection: sqlite3.Connection, number: int, turn: int, first: Mapping[str, int], touched: Mapping[str, Touch]
) -> None:
    """Keep which articles an open step is of: those of what came since the rows `first` by table, and these."""
    add_articles(connection, [(number, id, DONE, turn, t.moves, t.title) for id, t in touched.items()])
    given = {**first, "of": number, "turn": turn, "done": DONE, "trashed": State.TRASHED.value}
    connection.execute(f"{_TOUCHED} {_CAME} ON CONFLICT DO NOTHING", given)
    connection.execute(f"{_TOUCHED} {_CAME_WHOLE}", given)
    if not scalars(connection, "SELECT 1 FROM change_article WHERE number = ? LIMIT 1", (number,)):
        add_articles(connection, [(number, LIBRARY, DONE, turn, 0, "")])


def finish(connection: sqlite3.Connection, number: int, swaps: str, who: str) -> Step:
    """Close an open step, whose articles are kept; what was undone in these cannot be done again."""
    connection.execute("UPDATE change SET swaps = ?, who = ? WHERE number = ?", (swaps, who, number))
    chain.seal_step(connection, number)
    _set_dropped(connection, scalars(connection, _UNDONE_THERE, (number, UNDONE)))
    return one(connection, number)


def _step(row: Mapping[str, Any], number: int, touched: Mapping[str, Touch], titles: Mapping[str, str]) -> Step:
    """The step that was just kept, as `one` would read it back: every mark waits for this."""
    named = tuple(Touched(id, titles.get(id, touched[id].title)) for id in sorted(touched)[:SHOWN])
    comes, goes = (sum(by * t.moves > 0 for t in touched.values()) for by in (1, -1))
    at = moment(row["at"])
    return Step(number, row["name"], row["origin"], at, row["who"], DONE, named, len(touched), comes, goes)


def _titles(connection: sqlite3.Connection, ids: Sequence[str]) -> dict[str, str]:
    wanted = f"SELECT id, title FROM article WHERE id IN {places(ids)}"
    return {row["id"]: row["title"] for row in rows(connection, wanted, ids)} if ids else {}


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
    chain.seal_step(connection, edit.continues)
    return one(connection, edit.continues)


def _next_turn(connection: sqlite3.Connection) -> int:
    return int(scalars(connection, "SELECT max(turn) FROM change")[0] or 0) + 1


def _undone_in(article_ids: Sequence[str]) -> str:
    return f"SELECT DISTINCT number FROM change_article WHERE article_id IN {places(article_ids)} AND state = ?"


def _set_dropped(connection: sqlite3.Connection, numbers: Sequence[int]) -> None:
    """What an import brought, and is kept for redo, goes: nothing can bring it back any more."""
    for table in ("change", "change_article") if numbers else ():
        connection.executemany(f"UPDATE {table} SET state = ? WHERE number = ?", [(DROPPED, n) for n in numbers])
    connection.executemany(
        f"UPDATE change SET digest = substr(digest, 1, {HEX}) || state || turn WHERE number = ?",
        [(n,) for n in numbers],
    )
    connection.executemany("UPDATE change_added SET kept = NULL WHERE number = ?", [(n,) for n in numbers])


def set_state(connection: sqlite3.Connection, number: int, state: str) -> None:
    """A step was undone, or done again: it is the last one of that state now."""
    turn = _next_turn(connection)
    for table in ("change", "change_article"):
        connection.execute(f"UPDATE {table} SET state = ?, turn = ? WHERE number = ?", (state, turn, number))
    own = f"UPDATE change SET digest = substr(digest, 1, {HEX}) || ? WHERE number = ?"
    connection.execute(own, (standing(state, turn), number))


def one(connection: sqlite3.Connection, number: int) -> Step:
    """Return the step of that number, which must be there."""
    found = rows(connection, f"{_HEAD} WHERE number = ?", (number,))
    if not found:  # an index knows it that is damaged
        raise DamagedError("a step of the history is damaged; tilik check says more")
    return _steps(connection, found)[0]


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
            row["number"], row["name"], row["origin"], moment(row["at"]), row["who"], row["state"],
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
