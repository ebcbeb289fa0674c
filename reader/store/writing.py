"""Carrying out an edit: compare every *before*, write every *after*, keep the search indexes in step.

Works through the swaps by kind, in bulk, so that an import of 100,000 marks is some hundred statements.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from operator import itemgetter
from typing import Any, cast

from sqlalchemy import Connection, Table, delete

from reader.edits import Edit, Entity, Swap
from reader.errors import ConflictError
from reader.model import claims
from reader.model.annotations import Annotation, Relation
from reader.model.articles import Article, Revision
from reader.model.kind_names import kind_word
from reader.model.kinds import kind_name
from reader.model.labels import Label
from reader.model.pages import Original, Picture
from reader.store import kept_rows, mapping, schema, search_index
from reader.store.asking import chunks, places, scalars
from reader.store.engine import driver
from reader.store.fetching import fetch, present, table_of
from reader.store.integrity import digests
from reader.store.whole_rows import MEMBERS, form

_TABLES: dict[type, Table] = {
    Article: schema.article, Revision: schema.revision, Original: schema.original, Picture: schema.picture,
    Annotation: schema.annotation, Relation: schema.relation, Label: schema.label, claims.Claim: schema.claim,
    claims.Source: schema.source, claims.Evidence: schema.evidence, claims.Review: schema.review,
}  # fmt: skip
_KEPT: dict[type, Callable[[Any], dict[str, Any]]] = {
    Revision: mapping.revision_row, Original: kept_rows.original_row, Picture: kept_rows.picture_row,
}  # fmt: skip


Rows = dict[int, dict[str, Any]]  # rows without their digests, by the `id()` of what they are of


def carry_out(connection: Connection, edit: Edit, made: Rows | None = None) -> None:
    """Do all of `edit` on an open transaction, or raise `ConflictError` (the caller then rolls back).

    `made` gets the rows that were written: whoever writes the log need not make them once more.
    """
    plain = driver(connection)
    plain.execute("PRAGMA defer_foreign_keys=ON")  # within one edit the order does not matter
    by_kind: dict[type[Entity], list[Swap]] = {}
    for swap in edit.swaps:
        by_kind.setdefault(type(swap.entity), []).append(swap)
    for kind, swaps in by_kind.items():
        _compare(plain, kind, swaps)
    before = _articles_touched(by_kind)
    search_index.take_out_articles(plain, before)
    for kind, swaps in by_kind.items():
        _write(connection, plain, kind, swaps, {} if made is None else made)
    search_index.put_in_articles(plain, before)


def _articles_touched(by_kind: Mapping[type[Entity], Sequence[Swap]]) -> list[str]:
    """Articles whose title or words change; a new state alone touches no index."""
    return [
        s.entity.id
        for s in by_kind.get(Article, ())
        if s.before is None or s.after is None or _indexed(s.before) != _indexed(s.after)
    ]


def _indexed(entity: Entity) -> tuple[str, str]:
    article = cast(Article, entity)
    return article.title, article.revision_id


def _compare(connection: sqlite3.Connection, kind: type[Entity], swaps: Sequence[Swap]) -> None:
    """Raise `ConflictError` when something is not as the edit's *before* has it. What is new is not read whole."""
    if kind in (Original, Picture):
        return  # known by their content: the same id is the same bytes
    new = [s.entity.id for s in swaps if s.before is None]
    old = [s for s in swaps if s.before is not None]
    wrong = sorted(present(connection, kind, new))
    if kind is Revision:
        stored = present(connection, kind, [s.entity.id for s in old])
        wrong += [s.entity.id for s in old if s.entity.id not in stored]
    else:
        found = fetch(connection, kind, [s.entity.id for s in old])
        wrong += [s.entity.id for s in old if found.get(s.entity.id) != s.before]
    if wrong:
        raise ConflictError("{0} {1} was changed meanwhile; nothing was changed", kind_word(kind_name(kind)), wrong[0])


def _write(
    connection: Connection, plain: sqlite3.Connection, kind: type[Entity], swaps: Sequence[Swap], rows: Rows
) -> None:
    if kind in (Original, Picture):
        _keep(plain, kind, swaps)
        return
    if kind is Revision:
        _show_or_hide(plain, swaps)
        return
    gone = [s.before.id for s in swaps if s.before is not None and s.after is None]
    changed = [s for s in swaps if s.before is not None and s.after is not None]
    made = [s.after for s in swaps if s.before is None]
    if kind is Annotation:
        search_index.take_out_annotations(plain, gone + [s.entity.id for s in changed])
    _delete(connection, kind, gone + ([s.entity.id for s in changed] if kind is Relation else []))
    if kind is Relation:
        made, changed = made + [s.after for s in changed], []
    new = _insert(plain, kind, [m for m in made if m is not None], rows)
    _update(plain, kind, [s.entity for s in changed], rows)
    if kind is Annotation:
        _index(plain, new, [s.entity.id for s in changed])


def _index(connection: sqlite3.Connection, new: Sequence[Mapping[str, Any]], changed: Sequence[str]) -> None:
    """Put words of marks into the index. Of one new mark they are here, and its number is the last that was given."""
    if len(new) == 1 and not changed:
        number = connection.execute("SELECT last_insert_rowid()").fetchone()[0]
        (row,) = new
        words = number, *(row[name] for name in search_index.COLUMNS["annotation_search"])
        search_index.put_in(connection, "annotation_search", [words])
        return
    search_index.put_in_annotations(connection, [row["id"] for row in new] + [*changed])


def _kept_row(kind: type[Entity], entity: Entity) -> dict[str, Any]:
    row = _KEPT[kind](entity)
    return {**row, "digest": digests.of_row(kind, row)}


def _row(kind: type[Entity], entity: Entity, rows: Rows) -> dict[str, Any]:
    """A row with its digest; without it it is kept in `rows`. Made once: every mark waits for this."""
    written = form(kind)
    cells = written.cells(entity)
    row = dict(zip(written.columns, cells, strict=True))
    if kind is Relation:
        del row[MEMBERS]
    else:
        rows[id(entity)] = row
    return {**row, "digest": digests.digest(cells)}


def show(connection: sqlite3.Connection, ids: Sequence[str], shown: bool) -> None:
    """Show or hide texts that are here."""
    change = f"UPDATE revision SET present = ?, digest = substr(digest, 1, {digests.HEX}) || ? WHERE id = ?"
    connection.executemany(change, [(int(shown), int(shown), id) for id in ids])


def _keep(connection: sqlite3.Connection, kind: type[Entity], swaps: Sequence[Swap]) -> None:
    """Bytes are only ever added: undo leaves them, because another article may use them."""
    rows = [_kept_row(kind, s.after) for s in swaps if s.after is not None]
    insert_rows(connection, table_of(kind), rows, " ON CONFLICT DO NOTHING")


def _show_or_hide(plain: sqlite3.Connection, swaps: Sequence[Swap]) -> None:
    """Revisions are added once and then only shown or hidden: the change log holds their ids alone."""
    made = [cast(Revision, s.after) for s in swaps if s.after is not None]
    hidden = [s.entity.id for s in swaps if s.after is None]
    old = {id for some in chunks([r.id for r in made])
           for id in scalars(plain, f"SELECT id FROM revision WHERE id IN {places(some)}", some)}  # fmt: skip
    new = [_kept_row(Revision, r) for r in made if r.id not in old]
    insert_rows(plain, "revision", new)
    for ids, shown in ((sorted(old), 1), (hidden, 0)):
        for some in chunks(ids):
            show(plain, some, bool(shown))


def _delete(connection: Connection, kind: type[Entity], ids: Sequence[str]) -> None:
    table = _TABLES[kind]
    for some in chunks(ids):
        if kind is Relation:
            members = schema.relation_member
            connection.execute(delete(members).where(members.c.relation_id.in_(some)))
        connection.execute(delete(table).where(table.c.id.in_(some)))


def _insert(
    connection: sqlite3.Connection, kind: type[Entity], made: Sequence[Entity], rows: Rows
) -> list[dict[str, Any]]:
    new = [_row(kind, m, rows) for m in made]
    insert_rows(connection, table_of(kind), new)
    if kind is Relation:
        insert_rows(
            connection, "relation_member", [row for m in made for row in mapping.member_rows(cast(Relation, m))]
        )
    return new


def insert_rows(
    connection: sqlite3.Connection, table: str, rows: Sequence[Mapping[str, Any]], otherwise: str = ""
) -> None:
    """Insert rows that all have the same columns; `otherwise` says what is done when a row is there already. By the
    driver: it is the step that every mark waits for."""
    if rows:
        names = tuple(rows[0])
        values = map(itemgetter(*names), rows)
        connection.executemany(_inserting(table, names) + otherwise, values)


@cache
def _inserting(table: str, names: tuple[str, ...]) -> str:
    columns = ", ".join(f'"{name}"' for name in names)
    return f"INSERT INTO {table}({columns}) VALUES {places(names)}"


def _update(connection: sqlite3.Connection, kind: type[Entity], changed: Sequence[Entity], rows: Rows) -> None:
    if changed:
        new = [_row(kind, c, rows) for c in changed]
        values = ", ".join(f'"{name}" = :{name}' for name in new[0] if name != "id")
        connection.executemany(f"UPDATE {table_of(kind)} SET {values} WHERE id = :id", new)
