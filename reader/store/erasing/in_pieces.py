"""What an import added and is deleted for good, taken out of the pieces by which the change log knows it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from reader.edits import Entity
from reader.model.annotations import Annotation, Member, Relation
from reader.model.claims import KINDS, Evidence, Review
from reader.model.kinds import kind_name
from reader.store import claim_rows, log, mapping
from reader.store.asking import scalars
from reader.store.erasing.gone import Gone
from reader.store.pieces import DIGEST, Piece, digest_of, keep_rows, leave_out, pieces
from reader.store.taking_back import standing_rows
from reader.store.whole_rows import MEMBERS, Cells, form


def clear_in_pieces(connection: sqlite3.Connection, number: int, gone: Gone) -> None:
    """Clear what stays of the things that a step added. Call it while the log and the tables still hold how they were:
    by that a row is known as the one that came."""
    for piece in list(pieces(connection, number)):
        if gone.may_clear(piece.kind) or not gone.notes.isdisjoint(piece.ids):
            _clear(connection, number, piece, gone)


def forget_in_piece(connection: sqlite3.Connection, piece: Piece, gone: Gone) -> int:
    """Leave out what goes; how many things of the piece stay."""
    ids = gone.ids.get(kind_name(piece.kind), set())
    ends = [_ends(piece.columns, row) for row in piece.rows or ()] if piece.kind is Relation else []

    hanging = _hanging(piece, gone)

    def is_gone(n: int) -> bool:
        return piece.ids[n] in ids or n in hanging or (bool(ends) and not gone.ids["annotation"].isdisjoint(ends[n]))

    return leave_out(connection, piece, is_gone)


def _hanging(piece: Piece, gone: Gone) -> set[int]:
    """Evidence and reviews of claims that go, by their place in the piece; files among them are noted."""
    found = set[int]()
    if piece.kind in (Evidence, Review) and piece.rows is not None:
        for n, row in enumerate(piece.rows):
            told = dict(zip(piece.columns, row, strict=True))
            if gone.takes_with_it(kind_name(piece.kind), told) or piece.ids[n] in gone.ids[kind_name(piece.kind)]:
                found.add(n)
                gone.note_file(_reader(piece.kind)(told))
    return found


def _ends(columns: Sequence[str], row: Cells) -> list[str]:
    """The marks that a relation joins."""
    return [end for _, end in json.loads(row[columns.index(MEMBERS)])]


def _clear(connection: sqlite3.Connection, number: int, piece: Piece, gone: Gone) -> None:
    """What redo needs, and by what undo knows a row again, as if it had come without what goes."""
    if piece.rows is not None:
        rows = [_cleared(piece, row, gone) for row in piece.rows]
        if rows != list(piece.rows):
            keep_rows(connection, piece.piece, rows)
    digests = bytearray(piece.digests)
    stand = standing_rows(connection, piece) if piece.rows is None else dict(zip(piece.ids, piece.rows, strict=True))
    for n, id in enumerate(piece.ids):
        came = _as_it_came(connection, number, piece, n, stand.get(id))
        if came is not None and (cleared := _cleared(piece, came, gone)) != came:
            digests[n * DIGEST : (n + 1) * DIGEST] = digest_of(cleared)
    if digests != piece.digests:
        connection.execute("UPDATE change_added SET digests = ? WHERE piece = ?", (bytes(digests), piece.piece))


def _as_it_came(
    connection: sqlite3.Connection, number: int, piece: Piece, n: int, stands: Cells | None
) -> Cells | None:
    """The row that the import brought: as it stands, or as the first step that changed it found it; None when neither
    is known to be that."""
    later = len(piece.columns)
    if stands is not None and digest_of(stands[:later]) == piece.digest(n):
        return stands[:later]
    wanted = "SELECT swaps FROM change WHERE number > ? AND instr(swaps, ?) ORDER BY number LIMIT 1"
    for swaps in scalars(connection, wanted, (number, piece.ids[n])):
        for before, _ in json.loads(swaps):
            if before and before[0] == kind_name(piece.kind) and _id(before) == piece.ids[n]:
                thing = log.entity_of(before)
                cells = None if thing is None else _cells(piece, thing)
                return cells if cells is not None and digest_of(cells) == piece.digest(n) else None
    return None


def _id(side: list[Any]) -> str:
    return str(side[1] if isinstance(side[1], str) else side[1]["id"])


def _cleared(piece: Piece, row: Cells, gone: Gone) -> Cells:
    thing = _reader(piece.kind)(dict(zip(piece.columns, row, strict=True)))
    left = gone.cleared(thing)
    return row if left is thing else _cells(piece, left)


def _cells(piece: Piece, thing: Entity) -> Cells:
    made = form(piece.kind)
    cells = dict(zip(made.columns, made.cells(thing), strict=True))
    return tuple(cells[name] for name in piece.columns)


def _reader(kind: type[Entity]) -> Callable[[Mapping[str, Any]], Entity]:
    if kind in KINDS.values():
        return claim_rows.claim_record_reader(kind_name(kind))
    return mapping.annotation_of if kind is Annotation else _relation_of


def _relation_of(row: Mapping[str, Any]) -> Relation:
    return mapping.relation_of(row, tuple(Member(role, end) for role, end in json.loads(row[MEMBERS])))
