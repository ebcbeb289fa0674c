"""Articles deleted for good forgotten by the change log: steps of theirs go, shared steps keep what others did."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, delete, select, update

from reader.model.annotations import Annotation, Relation
from reader.model.kinds import kind_name
from reader.store import mapping, schema
from reader.store.asking import chunks
from reader.store.engine import driver
from reader.store.pieces import Piece, leave_out, pieces
from reader.store.truth import chain
from reader.store.whole_rows import MEMBERS, Cells

_C, _T, _P = schema.change, schema.change_article, schema.change_added
Swap = list[Any]  # before and after, as `reader.store.log` writes them


def forget(
    connection: Connection, articles: Sequence[str], marks: Sequence[str], links: Sequence[str], evidence: Sequence[str]
) -> int:
    """Take out of the log what it holds of these; how many steps went."""
    gone = {"article": set(articles), "annotation": set(marks), "relation": set(links), "evidence": set(evidence)}
    revisions = schema.revision
    gone["revision"] = set()
    for some in chunks(articles):
        wanted = select(revisions.c.id).where(revisions.c.article_id.in_(some))
        gone["revision"].update(connection.scalars(wanted))
    numbers = sorted({*_steps_of(connection, articles), *_steps_with(connection, evidence)}, reverse=True)
    for number in numbers:
        gone["annotation"].update(_marks_of(connection, number, gone["article"]))
    # The last step first: what it deleted, an import only knows by its id.
    shared = [number for number in numbers if not _forget_in(connection, number, gone)]
    for some in chunks(articles):
        connection.execute(delete(_T).where(_T.c.article_id.in_(some)))
    for number in shared:
        _belongs_to_library(connection, number)
    if numbers:
        chain.seal_steps(driver(connection))
    return len(numbers) - len(shared)


def _steps_of(connection: Connection, articles: Sequence[str]) -> Iterator[int]:
    for some in chunks(articles):
        yield from connection.scalars(select(_T.c.number).where(_T.c.article_id.in_(some)))


def _steps_with(connection: Connection, evidence: Sequence[str]) -> Iterator[int]:
    """Evidence belongs to no article, so its steps are looked for by its id. It is rare that there is any."""
    for id in evidence:
        yield from connection.scalars(select(_C.c.number).where(_C.c.swaps.contains(id, autoescape=True)))
    if evidence:
        yield from connection.scalars(select(_P.c.number).where(_P.c.kind == "evidence").distinct())


def _swaps(connection: Connection, number: int) -> list[Swap]:
    found: list[Swap] = json.loads(connection.scalars(select(_C.c.swaps).where(_C.c.number == number)).one())
    return found


def _marks_of(connection: Connection, number: int, articles: set[str]) -> Iterator[str]:
    """Marks of these articles that the step holds, also such as are not there any more."""
    for side in _sides(_swaps(connection, number)):
        if side[0] == "annotation" and side[1]["article_id"] in articles:
            yield side[1]["id"]
    for piece in pieces(driver(connection), number, Annotation):
        of = piece.columns.index("article_id")
        yield from (id for id, row in zip(piece.ids, piece.rows or (), strict=False) if row[of] in articles)


def _forget_in(connection: Connection, number: int, gone: dict[str, set[str]]) -> bool:
    """Whether the whole step went: nothing of it was about anything else."""
    swaps = _swaps(connection, number)
    rest = [swap for swap in swaps if not any(_is_gone(side, gone) for side in swap if side)]
    left = sum(_left_of(driver(connection), piece, gone) for piece in pieces(driver(connection), number))
    own = not left and all(side[0] in ("original", "picture") for side in _sides(rest))
    if own:
        for table in (_T, _C):
            connection.execute(delete(table).where(table.c.number == number))
    else:
        connection.execute(update(_C).where(_C.c.number == number).values(swaps=mapping.dump(rest)))
    return own


def _left_of(connection: sqlite3.Connection, piece: Piece, gone: dict[str, set[str]]) -> int:
    """How many things of a piece stay in the log."""
    ids = gone.get(kind_name(piece.kind), set())
    ends = [_ends(piece.columns, row) for row in piece.rows or ()] if piece.kind is Relation else []

    def is_gone(n: int) -> bool:
        return piece.ids[n] in ids or (bool(ends) and not gone["annotation"].isdisjoint(ends[n]))

    return leave_out(connection, piece, is_gone)


def _ends(columns: Sequence[str], row: Cells) -> list[str]:
    """The marks that a relation joins."""
    return [end for _, end in json.loads(row[columns.index(MEMBERS)])]


def _sides(swaps: Iterable[Swap]) -> Iterator[list[Any]]:
    return (side for swap in swaps for side in swap if side)


def _is_gone(side: list[Any], gone: dict[str, set[str]]) -> bool:
    kind, body = side
    id = body if isinstance(body, str) else body["id"]
    if kind == "relation" and any(_end(member) in gone["annotation"] for member in body["members"]):
        gone["relation"].add(id)
    return id in gone.get(kind, ())


def _end(member: Any) -> str:
    return str(member["annotation_id"] if isinstance(member, dict) else member[1])


def _belongs_to_library(connection: Connection, number: int) -> None:
    """What is left of a step touches other articles, or is one of the library as a whole."""
    if connection.scalar(select(_T.c.number).where(_T.c.number == number).limit(1)) is None:
        row = connection.execute(select(_C.c.state, _C.c.turn).where(_C.c.number == number)).mappings().one()
        connection.execute(_T.insert(), {**row, "number": number, "article_id": "", "moves": 0, "title": ""})
