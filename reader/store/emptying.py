"""Articles deleted for good: out of the tables, the search indexes and the change log, and out of the file's bytes."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from sqlalchemy import Column, Connection, Table, delete, func, select, update

from reader.edits import Change, Edit, Swap
from reader.errors import ConflictError, LibraryError
from reader.model.annotations import Relation
from reader.model.articles import Article, State
from reader.model.stamps import now
from reader.model.steps import DROPPED, Emptied, Step, Touched
from reader.store import forgetting, schema, search_index
from reader.store.asking import chunks
from reader.store.engine import driver
from reader.store.fetching import fetch
from reader.store.kept_bytes import bytes_of, free_bytes
from reader.store.transactions import Transactions
from reader.store.truth.sealing import seal
from reader.system_reasons import reason_of

_A, _M, _R = schema.article, schema.annotation, schema.relation


class Emptying(Transactions):
    """The part of `Writer` that deletes for good."""

    def delete_for_good(self, article_ids: Sequence[str]) -> Emptied:
        """Delete articles that are in the trash, with their texts, marks, original pages and steps of undo.

        No undo brings them back, and nothing of them is left in the file: what is freed is overwritten (SQLite's
        secure_delete), the search indexes are written anew, and so is the file. Backups made before still hold them.
        Whole or not at all; raises `ConflictError` for an article that is not in the trash, and what `apply` raises.
        """
        with self._writing:
            with self._transaction() as connection:
                connection.exec_driver_sql("PRAGMA secure_delete=ON")
                connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
                articles = _in_trash(connection, article_ids)
                done = _delete(connection, [article.id for article in articles])
            self._write_anew()
        touched = tuple(Touched(article.id, article.title) for article in articles)
        step = Step(0, "Delete for good", "deleted", now(), "", DROPPED, touched, len(touched), 0, len(touched))
        edit = Edit(step.name, tuple(Swap(article, None) for article in articles))
        if articles:
            self._tell(Change(0, edit, step.origin, step.at, step))
        return done

    def _write_anew(self) -> None:
        """The file without the room that was freed, and no older page of it left in the log beside it."""
        raw = self.engine.raw_connection()
        try:
            cursor = raw.cursor()
            for statement in ("PRAGMA secure_delete=ON", "VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"):
                cursor.execute(statement).fetchall()
        except sqlite3.Error as error:
            why = reason_of(error)
            raise LibraryError("the articles are deleted, but the file could not be written anew: {0}", why) from error
        finally:
            raw.close()


def _in_trash(connection: Connection, ids: Sequence[str]) -> list[Article]:
    found = fetch(driver(connection), Article, ids)
    articles = [article for id in ids if isinstance(article := found.get(id), Article)]
    if any(article.state is not State.TRASHED for article in articles):
        raise ConflictError("only what is in the trash is deleted for good; nothing was changed")
    return articles


def _delete(connection: Connection, ids: Sequence[str]) -> Emptied:
    marks = _ids(connection, _M.c.id, _M.c.article_id, ids)
    members = schema.relation_member
    links = _ids(connection, members.c.relation_id, members.c.annotation_id, marks)
    evidence = _evidence_on(connection, marks)
    kept = bytes_of(connection, ids)
    search_index.take_out_articles(driver(connection), list(ids))
    search_index.take_out_annotations(driver(connection), marks)
    steps = forgetting.forget(connection, ids, marks, links, evidence)
    _drop(connection, links, evidence)
    for table in (_M, schema.place, schema.revision):
        _delete_where(connection, table, table.c.article_id, ids)
    _delete_where(connection, _A, _A.c.id, ids)
    originals = free_bytes(connection, kept)
    for index in ("article_search", "annotation_search"):
        connection.exec_driver_sql(f"INSERT INTO {index}({index}) VALUES ('optimize')")
    return Emptied(len(ids), len(marks), originals, steps)


def _ids(connection: Connection, id: Column[str], column: Column[str], wanted: Sequence[str]) -> list[str]:
    found: dict[str, None] = {}
    for some in chunks(wanted):
        found |= dict.fromkeys(connection.scalars(select(id).where(column.in_(some)).distinct()))
    return list(found)


def _evidence_on(connection: Connection, marks: Sequence[str]) -> list[str]:
    """Evidence that is a mark holds its words too."""
    table, gone = schema.evidence, set(marks)
    rows = connection.execute(select(table.c.id, func.json_extract(table.c.told, "$.target"))) if marks else ()
    return [id for id, target in rows if target in gone]


def _drop(connection: Connection, links: Sequence[str], evidence: Sequence[str]) -> None:
    """A link without one of its marks goes; what was nested in it stands on its own."""
    for some in chunks(links):
        freed = list(connection.scalars(select(_R.c.id).where(_R.c.within.in_(some))))
        connection.execute(update(_R).where(_R.c.within.in_(some)).values(within=""))
        seal(driver(connection), Relation, [id for id in freed if id not in set(links)])
    members = schema.relation_member
    for table, column, ids in (
        (members, members.c.relation_id, links), (_R, _R.c.id, links),
        (schema.evidence, schema.evidence.c.id, evidence),
    ):  # fmt: skip
        _delete_where(connection, table, column, ids)


def _delete_where(connection: Connection, table: Table, column: Column[str], ids: Sequence[str]) -> None:
    for some in chunks(ids):
        connection.execute(delete(table).where(column.in_(some)))
