"""What an import added taken away again, and brought back: in bulk, by the pieces of the change log.

It goes when each row is as it was brought, and nothing that stays needs it; what redo needs goes into the log then.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence

from reader.edits import Edit, Entity
from reader.model.annotations import Annotation, Relation
from reader.model.articles import Article, Revision
from reader.store import search_index
from reader.store.adding import INDEXED, ORDER, Adding
from reader.store.asking import chunks, places
from reader.store.counting import counted
from reader.store.fetching import present, table_of
from reader.store.integrity.digests import members_of
from reader.store.pieces import Piece, digest_of, is_lean, keep_rows, pieces
from reader.store.referred import check_needs_of, check_none_needs
from reader.store.whole_rows import MEMBERS, Cells, form
from reader.store.writing import show

_BARE = ("", None, 0)  # cells of a column that the row of a piece does not have yet


def take_away(connection: sqlite3.Connection, number: int) -> None:
    """Take away all that the step added. Raises `ConflictError` when something of it was changed."""
    if not is_lean(connection, number):
        return
    connection.execute("PRAGMA defer_foreign_keys=ON")
    with counted(connection, -1) as counting:
        for piece in _in_order(connection, number):
            if piece.kind is Revision:
                _hide(connection, piece)
                continue
            kept = _unchanged(connection, piece)
            keep_rows(connection, piece.piece, kept)
            _delete(connection, piece.kind, piece.ids)
            if piece.kind is Annotation:
                counting.note_rows(piece.columns, kept)


def check_taken(connection: sqlite3.Connection, number: int, edit: Edit) -> Edit:
    """Raise `ConflictError` when something that stays needs what was taken away; return what `edit`, which was carried
    out with it, did to other things."""
    left = {(type(swap.entity), swap.entity.id): swap for swap in edit.swaps}
    for piece in pieces(connection, number):
        check_none_needs(connection, piece.kind, piece.ids)
        for id in piece.ids if left else ():
            left.pop((piece.kind, id), None)
    return Edit(edit.name, tuple(left.values()))


def bring_back(connection: sqlite3.Connection, number: int) -> None:
    """Bring back all that `take_away` took. Raises `ConflictError` when something is in its place."""
    if not is_lean(connection, number):
        return
    connection.execute("PRAGMA defer_foreign_keys=ON")
    with counted(connection) as counting:
        adding = Adding(connection, counting)
        for piece in _in_order(connection, number):
            if piece.kind is Revision:
                _show(connection, adding, piece)
            elif piece.rows is not None:
                adding.write(piece.kind, piece.columns, piece.rows)
                keep_rows(connection, piece.piece, None)
                adding.index(least=INDEXED)
        adding.index()


def check_brought(connection: sqlite3.Connection, number: int) -> None:
    """Raise `ConflictError` when something that was brought back needs what is not there any more."""
    for piece in pieces(connection, number):
        check_needs_of(connection, piece.kind, piece.ids)


def _in_order(connection: sqlite3.Connection, number: int) -> Iterator[Piece]:
    """Yield articles before their annotations: what comes and goes is counted by its article."""
    for kind in ORDER:
        yield from pieces(connection, number, kind)


def _hide(connection: sqlite3.Connection, piece: Piece) -> None:
    Adding.refuse(Revision, set(piece.ids) - present(connection, Revision, piece.ids))
    show(connection, piece.ids, False)


def _show(connection: sqlite3.Connection, adding: Adding, piece: Piece) -> None:
    Adding.refuse(Revision, present(connection, Revision, piece.ids))
    adding.show_again(piece.ids)


def _unchanged(connection: sqlite3.Connection, piece: Piece) -> list[Cells]:
    """The rows of a piece as they stand, in its order, if they are as they were brought."""
    found = standing_rows(connection, piece)
    later = len(piece.columns)
    for n, id in enumerate(piece.ids):
        row = found.get(id)
        if row is None or digest_of(row[:later]) != piece.digest(n) or any(c not in _BARE for c in row[later:]):
            Adding.refuse(piece.kind, [id])
    return [found[id][:later] for id in piece.ids]


def standing_rows(connection: sqlite3.Connection, piece: Piece) -> Mapping[str, Cells]:
    """Return the rows of these things by id: the columns of the piece, then those that came with a later Tilik."""
    later = [name for name in form(piece.kind).columns if name not in piece.columns]
    own = [name for name in piece.columns if name != MEMBERS]
    names = ", ".join(f'"{name}"' for name in (*own, *later))
    found: dict[str, Cells] = {}
    read = connection.cursor()
    read.row_factory = None
    for some in chunks(piece.ids):
        wanted = f"SELECT id, {names} FROM {table_of(piece.kind)} WHERE id IN {places(some)}"
        found |= {id: cells for id, *cells in read.execute(wanted, some)}
        if piece.kind is Relation:
            members = members_of(connection, some)
            for id in some:
                if id in found:
                    found[id] = (*found[id][: len(own)], members.get(id, "[]"), *found[id][len(own) :])
    return {id: tuple(cells) for id, cells in found.items()}


def _delete(connection: sqlite3.Connection, kind: type[Entity], ids: Sequence[str]) -> None:
    if kind is Article:
        search_index.take_out_articles(connection, ids)
    elif kind is Annotation:
        search_index.take_out_annotations(connection, ids)
    elif kind is Relation:
        connection.executemany("DELETE FROM relation_member WHERE relation_id = ?", _each(ids))
    connection.executemany(f"DELETE FROM {table_of(kind)} WHERE id = ?", _each(ids))


def _each(ids: Iterable[str]) -> Iterator[tuple[str]]:
    return ((id,) for id in ids)
