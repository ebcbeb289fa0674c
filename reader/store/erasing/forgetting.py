"""What is deleted for good forgotten by the change log: steps of it go, shared steps keep what others did.

What stays is rewritten where it held a note that goes, or pointed at what goes: in the log as in the tables, so that
the steps that are left still fit.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, delete, select, update

from reader.model.annotations import Annotation
from reader.store import log, mapping, schema
from reader.store.asking import chunks
from reader.store.engine import driver
from reader.store.erasing import looking
from reader.store.erasing.gone import Gone
from reader.store.erasing.in_pieces import clear_in_pieces, forget_in_piece
from reader.store.integrity import chain
from reader.store.pieces import pieces

_C, _T, _P = schema.change, schema.change_article, schema.change_added
Swap = list[Any]  # before and after, as `reader.store.log` writes them


def forget(connection: Connection, gone: Gone) -> int:
    """Take out of the log what it holds of these; how many steps went. `gone` learns of links that are not here."""
    articles = sorted(gone.ids["article"])
    revisions = schema.revision
    for some in chunks(articles):
        wanted = select(revisions.c.id).where(revisions.c.article_id.in_(some))
        gone.ids["revision"].update(connection.scalars(wanted))
    _add_merged(connection, gone)
    numbers = sorted({*_steps_of(connection, articles), *_steps_with(connection, gone)}, reverse=True)
    for number in numbers:
        gone.ids["annotation"].update(_marks_of(connection, number, gone.ids["article"]))
    for number in numbers:
        clear_in_pieces(driver(connection), number, gone)
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


def _steps_with(connection: Connection, gone: Gone) -> Iterator[int]:
    """What is no part of an article that goes is looked for by its id. A deletion of articles seldom has any."""
    sought = gone.sought()
    yield from looking.steps_naming(driver(connection), sought)
    if sought:
        yield from connection.scalars(select(_P.c.number).where(_P.c.kind != "revision").distinct())


def _add_merged(connection: Connection, gone: Gone) -> None:
    """A person under other names, or a claim in other words, that an earlier step made one with this one, goes too."""
    for kind in ("source", "claim"):
        _add_merged_of(connection, gone, kind)


def _add_merged_of(connection: Connection, gone: Gone, kind: str) -> None:
    sought = set(gone.ids[kind])
    while sought:
        found: set[str] = set()
        for number in _merging(connection, looking.steps_naming(driver(connection), sought)):
            swaps = [swap for swap in _swaps(connection, number) if (swap[1] or swap[0])[0] == kind]
            if any(before and after and after[1]["id"] in sought for before, after in swaps):
                found.update(before[1]["id"] for before, after in swaps if after is None)
        sought = found - gone.ids[kind]
        gone.ids[kind].update(sought)


def _merging(connection: Connection, numbers: Iterable[int]) -> list[int]:
    """Those that made several one: a deletion too changes whoever pointed at what it took."""
    wanted = select(_C.c.name)
    return [n for n in list(numbers) if connection.scalars(wanted.where(_C.c.number == n)).one().startswith("Merge ")]


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


def _forget_in(connection: Connection, number: int, gone: Gone) -> bool:
    """Whether the whole step went: nothing of it was about anything else."""
    swaps, plain = _swaps(connection, number), driver(connection)
    rest = [swap for swap in swaps if not any(_is_gone(side, gone) for side in swap if side)]
    left = sum(forget_in_piece(plain, piece, gone) for piece in list(pieces(plain, number)))
    own = not left and all(side[0] in ("original", "picture") for side in _sides(rest))
    if own:
        for table in (_T, _C):
            connection.execute(delete(table).where(table.c.number == number))
        return True
    kept = [[side and _cleared(side, gone) for side in swap] for swap in rest]
    if kept != swaps:
        connection.execute(update(_C).where(_C.c.number == number).values(swaps=mapping.dump(kept)))
    return False


def _sides(swaps: Iterable[Swap]) -> Iterator[list[Any]]:
    return (side for swap in swaps for side in swap if side)


def _is_gone(side: list[Any], gone: Gone) -> bool:
    kind, body = side
    id = body if isinstance(body, str) else body["id"]
    if kind == "relation" and any(_end(member) in gone.ids["annotation"] for member in body["members"]):
        gone.ids["relation"].add(id)
    if not (gone.has(kind, id) or (not isinstance(body, str) and gone.takes_with_it(kind, body))):
        return False
    gone.note_file(log.entity_of(side) if kind == "evidence" else None)
    return True


def _end(member: Any) -> str:
    return str(member["annotation_id"] if isinstance(member, dict) else member[1])


def _cleared(side: list[Any], gone: Gone) -> list[Any]:
    thing = log.entity_of(side)
    if thing is None or (left := gone.cleared(thing)) is thing:
        return side
    return log.side_of(left)


def _belongs_to_library(connection: Connection, number: int) -> None:
    """What is left of a step touches other articles, or is one of the library as a whole."""
    if connection.scalar(select(_T.c.number).where(_T.c.number == number).limit(1)) is None:
        row = connection.execute(select(_C.c.state, _C.c.turn).where(_C.c.number == number)).mappings().one()
        connection.execute(_T.insert(), {**row, "number": number, "article_id": "", "moves": 0, "title": ""})
