"""Original pages and pictures of articles that go: deleted where nothing else uses the same bytes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Column, Connection, Table, delete, func, select

from reader.store import schema
from reader.store.asking import chunks

_PICTURE = re.compile(r'"picture":"([^"]+)"')
_V, _E = schema.revision, schema.evidence


@dataclass(frozen=True, slots=True)
class KeptBytes:
    """Ids of originals and pictures."""

    originals: frozenset[str]
    pictures: frozenset[str]


def bytes_of(connection: Connection, article_ids: Sequence[str]) -> KeptBytes:
    """Return what the texts of these articles came from and show, hidden texts too."""
    return _bytes_of(connection, _V.c.article_id, article_ids)


def bytes_of_texts(connection: Connection, revision_ids: Sequence[str]) -> KeptBytes:
    """Return what these texts came from and show."""
    return _bytes_of(connection, _V.c.id, revision_ids)


def _bytes_of(connection: Connection, column: Column[str], ids: Sequence[str]) -> KeptBytes:
    originals: set[str] = set()
    pictures: set[str] = set()
    for some in chunks(ids):
        rows = connection.execute(select(_V.c.original_id, _V.c.blocks, _V.c.left_out).where(column.in_(some)))
        for original, *places in rows:
            originals.add(original)
            pictures.update(_pictures(places))
    return KeptBytes(frozenset(originals - {""}), frozenset(pictures))


def free_bytes(connection: Connection, kept: KeptBytes) -> int:
    """Delete those that no text and no evidence uses any more; how many were originals."""
    free = sorted(kept.originals - _used_originals(connection, kept.originals))
    _delete(connection, schema.original, free)
    _delete(connection, schema.picture, sorted(kept.pictures - _used_pictures(connection, kept.pictures)))
    return len(free)


def _used_originals(connection: Connection, ids: Iterable[str]) -> set[str]:
    used = set(connection.scalars(select(func.json_extract(_E.c.told, "$.target"))))
    for some in chunks(sorted(ids)):
        used.update(connection.scalars(select(_V.c.original_id).where(_V.c.original_id.in_(some))))
    return used


def _used_pictures(connection: Connection, ids: frozenset[str]) -> set[str]:
    if not ids:
        return set()
    shows = func.instr(_V.c.blocks, '"picture"') + func.instr(_V.c.left_out, '"picture"') > 0
    return {id for row in connection.execute(select(_V.c.blocks, _V.c.left_out).where(shows)) for id in _pictures(row)}


def _pictures(places: Iterable[str]) -> Iterator[str]:
    for place in places:
        yield from _PICTURE.findall(place)


def _delete(connection: Connection, table: Table, ids: Sequence[str]) -> None:
    for some in chunks(ids):
        connection.execute(delete(table).where(table.c.id.in_(some)))
