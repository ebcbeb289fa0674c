"""Deleted for good: out of the tables, the search indexes and the change log, and out of the file's bytes."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence

from sqlalchemy import Connection

from reader.edits import Change, Edit, Swap
from reader.errors import ConflictError, LibraryError
from reader.model.articles import Article, State
from reader.model.erasing import Erasure
from reader.model.stamps import now
from reader.model.steps import DAYS, DROPPED, Compacted, Emptied, Step
from reader.store import touching
from reader.store.engine import driver
from reader.store.erasing import compacting
from reader.store.erasing.taking import erase
from reader.store.fetching import fetch
from reader.store.transactions import Transactions
from reader.system_reasons import reason_of


class Emptying(Transactions):
    """The part of `Writer` that deletes for good."""

    def delete_for_good(self, article_ids: Sequence[str]) -> Emptied:
        """Delete articles that are in the trash, with their texts, marks, original pages and steps of undo.

        Raises `ConflictError` for an article that is not in the trash, and what `erase` raises.
        """
        return self.erase(Erasure(articles=tuple(article_ids)), _refuse_outside_trash)

    def erase(self, wanted: Erasure, check: Callable[[Connection, Erasure], None] = lambda c, e: None) -> Emptied:
        """Delete these with all that ever held them.

        No undo brings them back, and nothing of them is left in the file: what is freed is overwritten (SQLite's
        secure_delete), the search indexes are written anew, and so is the file. Backups made before still hold them.
        Whole or not at all; raises what `apply` raises.
        """
        with self._writing:
            with self._transaction() as connection:
                connection.exec_driver_sql("PRAGMA secure_delete=ON")
                connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
                check(connection, wanted)
                done, swaps = erase(connection, wanted)
                step = _step(connection, swaps)
            self._write_anew()
        if swaps:
            self._tell(Change(0, Edit(step.name, tuple(swaps)), step.origin, step.at, step))
        return done

    def compact(self, days: int = DAYS, *, anew: bool = True) -> Compacted:
        """Let go of the steps that are older than `days`, and of what only they needed; with `anew` the file is
        written anew and becomes smaller. Each piece of it is a transaction: it may end anywhere, and goes on then."""
        size, steps = self._size(), 0
        while True:
            with self._transaction() as connection:
                some = compacting.let_go(connection, days)
            if not some.steps:
                break
            steps += some.steps
        with self._transaction() as connection:
            texts = compacting.free_texts(connection) if steps else 0
        if anew:
            with self._writing:
                self._write_anew()
        return Compacted(steps, texts, max(0, size - self._size()))

    def _size(self) -> int:
        """Bytes of the file, also what of it is still in the log beside it."""
        with self._writing:
            plain = driver(self._connection())
            pages, size = (plain.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
        return int(pages * size)

    def _write_anew(self) -> None:
        """The file without the room that was freed, and no older page of it left in the log beside it."""
        raw = self.engine.raw_connection()
        try:
            cursor = raw.cursor()
            for statement in ("PRAGMA secure_delete=ON", "VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"):
                cursor.execute(statement).fetchall()
        except sqlite3.Error as error:
            why = reason_of(error)
            raise LibraryError("what you named is deleted, but the file could not be written anew: {0}", why) from error
        finally:
            raw.close()


def _refuse_outside_trash(connection: Connection, wanted: Erasure) -> None:
    found = fetch(driver(connection), Article, wanted.articles).values()
    if any(isinstance(article, Article) and article.state is not State.TRASHED for article in found):
        raise ConflictError("only what is in the trash is deleted for good; nothing was changed")


def _step(connection: Connection, swaps: Sequence[Swap]) -> Step:
    """What tells the others of it: no step that is kept."""
    edit = Edit("Delete for good", tuple(swaps))
    touched = touching.touched_by(driver(connection), edit)
    named = tuple(touching.named(id, touch) for id, touch in touched.items())
    goes = sum(isinstance(swap.entity, Article) for swap in swaps)
    return Step(0, edit.name, "deleted", now(), "", DROPPED, named, len(named), 0, goes)
