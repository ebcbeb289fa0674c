"""The change log as steps: recorded, found by article, listed, moved between done and undone. Never read as a whole.

`turn` is the order in which steps came into the state that they are in: undo takes the last of those that are done,
redo the last of those that were taken back, so that each is the exact opposite of what was done last.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, func, select, update

from reader.edits import Edit
from reader.edits.edit import joined
from reader.model.steps import DONE, DROPPED, UNDONE, Step, Touched
from reader.store import log, schema, writing
from reader.store.touching import Touch

LIBRARY = ""  # in place of an article's id: the library as a whole
SHOWN = 3  # articles of a step that are named
_C, _T = schema.change, schema.change_article
_HEAD = (_C.c.number, _C.c.name, _C.c.origin, _C.c.at, _C.c.who, _C.c.state)


def record(connection: Connection, row: Mapping[str, Any], touched: Mapping[str, Touch]) -> Step:
    """Keep a change that was just carried out; what was undone in the same articles cannot be done again."""
    _drop(connection, [*touched] or [LIBRARY])
    turn = _next_turn(connection)
    made = connection.execute(_C.insert(), {**row, "state": DONE, "turn": turn}).inserted_primary_key
    assert made is not None
    number = int(made[0])
    common = {"number": number, "state": DONE, "turn": turn}
    rows = [{**common, "article_id": id, "moves": t.moves, "title": t.title} for id, t in touched.items()]
    connection.execute(_T.insert(), rows or [{**common, "article_id": LIBRARY, "moves": 0, "title": ""}])
    return one(connection, number)


def go_on(connection: Connection, edit: Edit, row: Mapping[str, Any]) -> Step | None:
    """Make the last step longer by `edit`, which was just carried out, when that goes on with it; None when it is a
    step of its own."""
    if not edit.continues or newest(connection, DONE) != edit.continues:
        return None
    wanted = select(_C.c.name, _C.c.origin, _C.c.swaps).where(_C.c.number == edit.continues)
    (last,) = connection.execute(wanted).mappings().all()
    if (last["name"], last["origin"]) != (edit.name, row["origin"]):
        return None
    earlier = log.from_json(last["name"], last["swaps"], lambda kind, id: writing.fetch_one(connection, kind, id))
    longer = {"at": row["at"], "swaps": log.to_json(joined(earlier, edit))}
    connection.execute(update(_C).where(_C.c.number == edit.continues).values(longer))
    return one(connection, edit.continues)


def _next_turn(connection: Connection) -> int:
    return int(connection.execute(select(func.max(_C.c.turn))).scalar() or 0) + 1


def _drop(connection: Connection, article_ids: Sequence[str]) -> None:
    for some in writing.chunks(list(article_ids)):
        wanted = select(_T.c.number).where(_T.c.article_id.in_(some), _T.c.state == UNDONE)
        numbers = [str(n) for n in connection.scalars(wanted.distinct())]
        for these in writing.chunks(numbers):
            for table in (_C, _T):
                connection.execute(update(table).where(table.c.number.in_(map(int, these))).values(state=DROPPED))


def set_state(connection: Connection, number: int, state: str) -> None:
    """A step was undone, or done again: it is the last one of that state now."""
    turn = _next_turn(connection)
    for table in (_C, _T):
        connection.execute(update(table).where(table.c.number == number).values(state=state, turn=turn))


def one(connection: Connection, number: int) -> Step:
    """Return the step of that number, which must be there."""
    (row,) = connection.execute(select(*_HEAD).where(_C.c.number == number)).mappings().all()
    return _steps(connection, [row])[0]


def newest(connection: Connection, state: str, article_id: str = "") -> int | None:
    """Return the number of the last step of that state, of an article or of all; None when there is none."""
    table = _T if article_id else _C
    wanted = select(table.c.number).where(table.c.state == state).order_by(table.c.turn.desc()).limit(1)
    if article_id:
        wanted = wanted.where(_T.c.article_id == article_id)
    row = connection.execute(wanted).first()
    return int(row[0]) if row is not None else None


def next_step(connection: Connection, state: str, article_id: str = "") -> Step | None:
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


def touches(connection: Connection, number: int, article_id: str) -> bool:
    """Return whether the step touched that article."""
    wanted = select(_T.c.number).where(_T.c.number == number, _T.c.article_id == article_id)
    return connection.scalar(wanted) is not None


def page(connection: Connection, before: int | None, limit: int) -> list[Step]:
    """Return at most `limit` steps, newest first: those with a smaller number than `before`."""
    wanted = select(*_HEAD).order_by(_C.c.number.desc()).limit(limit)
    if before is not None:
        wanted = wanted.where(_C.c.number < before)
    return _steps(connection, connection.execute(wanted).mappings().all())


def since(connection: Connection, number: int, article_id: str) -> list[int]:
    """Return the steps of an article that are done, from the last back to the step `number`, which is among them."""
    turn = select(_T.c.turn).where(_T.c.number == number, _T.c.article_id == article_id).scalar_subquery()
    wanted = select(_T.c.number).where(_T.c.article_id == article_id, _T.c.state == DONE, _T.c.turn >= turn)
    return list(connection.scalars(wanted.order_by(_T.c.turn.desc())))


def _steps(connection: Connection, rows: Sequence[RowMapping]) -> list[Step]:
    numbers = [row["number"] for row in rows]
    counts, named = _counts(connection, numbers), _named(connection, numbers)
    return [
        Step(
            row["number"], row["name"], row["origin"], datetime.fromisoformat(row["at"]), row["who"], row["state"],
            named.get(row["number"], ()), *counts.get(row["number"], (0, 0, 0)),
        )
        for row in rows
    ]  # fmt: skip


def _own(numbers: Sequence[int]) -> ColumnElement[bool]:
    return _T.c.number.in_(numbers) & (_T.c.article_id != LIBRARY)


def _counts(connection: Connection, numbers: Sequence[int]) -> dict[int, tuple[int, int, int]]:
    """How many articles each step touched, and how many came and went by it."""
    sums = (func.count(), func.count().filter(_T.c.moves > 0), func.count().filter(_T.c.moves < 0))
    wanted = select(_T.c.number, *sums).where(_own(numbers)).group_by(_T.c.number)
    return {number: (count, comes, goes) for number, count, comes, goes in connection.execute(wanted)}


def _named(connection: Connection, numbers: Sequence[int]) -> dict[int, tuple[Touched, ...]]:
    """The first articles of each step, with the title they have now, or had when they were last here."""
    place = func.row_number().over(partition_by=_T.c.number, order_by=_T.c.article_id).label("place")
    first = select(_T.c.number, _T.c.article_id, _T.c.title, place).where(_own(numbers)).subquery()
    a = schema.article
    wanted = select(first.c.number, first.c.article_id, func.coalesce(a.c.title, first.c.title))
    wanted = wanted.select_from(first.outerjoin(a, a.c.id == first.c.article_id)).where(first.c.place <= SHOWN)
    found: dict[int, tuple[Touched, ...]] = {}
    for number, id, title in connection.execute(wanted.order_by(first.c.number, first.c.place)):
        found[number] = (*found.get(number, ()), Touched(id, title))
    return found
