"""Carrying out an edit: compare every *before*, write every *after*, keep the search indexes in step.

Works through the swaps by kind, in bulk, so that an import of 100,000 marks is some hundred statements.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, cast

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from reader.edits import Edit, Entity, Swap
from reader.errors import ConflictError, NotFoundError
from reader.model import claims
from reader.model.annotations import Annotation, Member, Relation
from reader.model.articles import Article, Revision
from reader.model.kind_names import kind_word
from reader.model.kinds import TYPES, kind_name
from reader.model.labels import Label
from reader.model.pages import Original, Picture
from reader.store import mapping, schema, search

CHUNK = 500  # ids asked for at once: SQLite takes 32,766 variables, other databases fewer
_TABLES: dict[type, Table] = {
    Article: schema.article, Revision: schema.revision, Original: schema.original, Picture: schema.picture,
    Annotation: schema.annotation, Relation: schema.relation, Label: schema.label, claims.Claim: schema.claim,
    claims.Source: schema.source, claims.Evidence: schema.evidence, claims.Review: schema.review,
}  # fmt: skip
_ROWS: dict[type, Callable[[Any], dict[str, Any]]] = {
    Article: mapping.article_row, Revision: mapping.revision_row, Original: mapping.original_row,
    Picture: mapping.picture_row, Annotation: mapping.annotation_row, Relation: mapping.relation_row,
    Label: mapping.label_row, **dict.fromkeys(claims.KINDS.values(), mapping.claim_record_row),
}  # fmt: skip
_VALUES: dict[type, Callable[[Any], Entity]] = {
    Article: mapping.article_of, Revision: mapping.revision_of, Original: mapping.original_of,
    Picture: mapping.picture_of, Annotation: mapping.annotation_of, Label: mapping.label_of,
    **{made: mapping.claim_record_reader(kind) for kind, made in claims.KINDS.items()},
}  # fmt: skip


def table_of(kind: str) -> Table:
    """Return the table of that kind of thing."""
    return _TABLES[TYPES[kind]]


def chunks(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(ids), CHUNK):
        yield ids[start : start + CHUNK]


def fetch(connection: Connection, kind: type[Entity], ids: Sequence[str]) -> dict[str, Entity]:
    """Return what is stored of `kind` under these ids."""
    table, found = _TABLES[kind], {}
    for some in chunks(ids):
        rows = connection.execute(select(table).where(table.c.id.in_(some))).mappings().all()
        members = _members(connection, some) if kind is Relation else {}
        for row in rows:
            if kind is Revision and not row["present"]:
                continue
            id = row["id"]
            found[id] = mapping.relation_of(row, members.get(id, ())) if kind is Relation else _VALUES[kind](row)
    return found


def _members(connection: Connection, relation_ids: Sequence[str]) -> dict[str, tuple[Member, ...]]:
    table = schema.relation_member
    rows = connection.execute(
        select(table).where(table.c.relation_id.in_(relation_ids)).order_by(table.c.relation_id, table.c.position)
    ).mappings()
    out: dict[str, tuple[Member, ...]] = {}
    for row in rows:
        out[row["relation_id"]] = (*out.get(row["relation_id"], ()), Member(row["role"], row["annotation_id"]))
    return out


def fetch_one(connection: Connection, kind: str, id: str) -> Entity:
    """Return one stored thing by the name of its kind; hidden revisions too. Raises `NotFoundError`."""
    what = TYPES[kind]
    row = connection.execute(select(_TABLES[what]).where(_TABLES[what].c.id == id)).mappings().first()
    if row is None:
        raise NotFoundError("there is no {0} {1} in this library", kind_word(kind), id)
    return _VALUES[what](row)


def carry_out(connection: Connection, edit: Edit) -> None:
    """Do all of `edit` on an open transaction, or raise `ConflictError` (the caller then rolls back)."""
    connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")  # within one edit the order does not matter
    by_kind: dict[type[Entity], list[Swap]] = {}
    for swap in edit.swaps:
        by_kind.setdefault(type(swap.entity), []).append(swap)
    for kind, swaps in by_kind.items():
        _compare(connection, kind, swaps)
    before = _articles_touched(by_kind)
    search.take_out_articles(connection, before)
    for kind, swaps in by_kind.items():
        _write(connection, kind, swaps)
    search.put_in_articles(connection, before)


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


def _compare(connection: Connection, kind: type[Entity], swaps: Sequence[Swap]) -> None:
    if kind in (Original, Picture):
        return  # known by their content: the same id is the same bytes
    if kind is Revision:
        stored: Mapping[str, object] = dict.fromkeys(_present(connection, [s.entity.id for s in swaps]), True)
        wrong = [s for s in swaps if (s.before is not None) != (s.entity.id in stored)]
    else:
        stored = fetch(connection, kind, [s.entity.id for s in swaps])
        wrong = [s for s in swaps if stored.get(s.entity.id) != s.before]
    if wrong:
        raise ConflictError(
            "{0} {1} was changed meanwhile; nothing was changed", kind_word(kind_name(kind)), wrong[0].entity.id
        )


def _present(connection: Connection, ids: Sequence[str]) -> set[str]:
    table = schema.revision
    found: set[str] = set()
    for some in chunks(ids):
        found.update(connection.scalars(select(table.c.id).where(table.c.id.in_(some), table.c.present == 1)))
    return found


def _write(connection: Connection, kind: type[Entity], swaps: Sequence[Swap]) -> None:
    if kind in (Original, Picture):
        _keep(connection, kind, swaps)
        return
    if kind is Revision:
        _show_or_hide(connection, swaps)
        return
    gone = [s.before.id for s in swaps if s.before is not None and s.after is None]
    changed = [s for s in swaps if s.before is not None and s.after is not None]
    made = [s.after for s in swaps if s.before is None]
    if kind is Annotation:
        search.take_out_annotations(connection, gone + [s.entity.id for s in changed])
    _delete(connection, kind, gone + ([s.entity.id for s in changed] if kind is Relation else []))
    if kind is Relation:
        made, changed = made + [s.after for s in changed], []
    _insert(connection, kind, [m for m in made if m is not None])
    _update(connection, kind, [s.entity for s in changed])
    if kind is Annotation:
        search.put_in_annotations(connection, [m.id for m in made if m is not None] + [s.entity.id for s in changed])


def _keep(connection: Connection, kind: type[Entity], swaps: Sequence[Swap]) -> None:
    """Bytes are only ever added: undo leaves them, because another article may use them."""
    rows = [_ROWS[kind](s.after) for s in swaps if s.after is not None]
    if rows:
        connection.execute(sqlite_insert(_TABLES[kind]).on_conflict_do_nothing(), rows)


def _show_or_hide(connection: Connection, swaps: Sequence[Swap]) -> None:
    """Revisions are added once and then only shown or hidden: the change log holds their ids alone."""
    table = schema.revision
    made = [cast(Revision, s.after) for s in swaps if s.after is not None]
    hidden = [s.entity.id for s in swaps if s.after is None]
    old = {id for some in chunks([r.id for r in made])
           for id in connection.scalars(select(table.c.id).where(table.c.id.in_(some)))}  # fmt: skip
    new = [mapping.revision_row(r) for r in made if r.id not in old]
    if new:
        connection.execute(insert(table), new)
    for ids, present in ((sorted(old), 1), (hidden, 0)):
        for some in chunks(ids):
            connection.execute(update(table).where(table.c.id.in_(some)).values(present=present))


def _delete(connection: Connection, kind: type[Entity], ids: Sequence[str]) -> None:
    table = _TABLES[kind]
    for some in chunks(ids):
        if kind is Relation:
            members = schema.relation_member
            connection.execute(delete(members).where(members.c.relation_id.in_(some)))
        connection.execute(delete(table).where(table.c.id.in_(some)))


def _insert(connection: Connection, kind: type[Entity], made: Sequence[Entity]) -> None:
    if not made:
        return
    connection.execute(insert(_TABLES[kind]), [_ROWS[kind](m) for m in made])
    if kind is Relation:
        rows = [row for m in made for row in mapping.member_rows(cast(Relation, m))]
        if rows:
            connection.execute(insert(schema.relation_member), rows)


def _update(connection: Connection, kind: type[Entity], changed: Sequence[Entity]) -> None:
    if not changed:
        return
    table, rows = _TABLES[kind], [_ROWS[kind](c) for c in changed]
    values: dict[str, Any] = {name: bindparam(f"new_{name}") for name in rows[0] if name != "id"}
    statement = update(table).where(table.c.id == bindparam("old_id")).values(values)
    connection.execute(statement, [{f"new_{k}" if k != "id" else "old_id": v for k, v in r.items()} for r in rows])
