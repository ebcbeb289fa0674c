"""An import: things by the thousand in one transaction, which is one step of undo and is not kept twice."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import cast

from sqlalchemy import Connection

from reader.edits import Change, Edit, Entity, Swap
from reader.errors import ConflictError
from reader.model.annotations import Annotation, Relation
from reader.model.articles import Article, Revision
from reader.model.pages import Original, Picture
from reader.model.stamps import now
from reader.store import log, steps, writing
from reader.store.adding import INDEXED, Adding, by_kind
from reader.store.answering import View
from reader.store.asking import scalars
from reader.store.counting import Counting, counted
from reader.store.engine import driver
from reader.store.fetching import fetch, table_of
from reader.store.pieces import Noting, digest_of, is_lean, leave_out_ids
from reader.store.touching import Touch, author, author_of, touched_by
from reader.store.transactions import Transactions
from reader.store.whole_rows import form

BATCH = 2000  # things that are held at once
_LOOSE = (
    "SELECT DISTINCT r.id FROM relation r JOIN relation_member e ON e.relation_id = r.id"
    " LEFT JOIN annotation m ON m.id = e.annotation_id WHERE r.number >= ? AND m.id IS NULL ORDER BY r.number"
)


class _TriedOut(Exception):
    """Rolls a trial back."""


class Inside:
    """What stands open within an import. `view` reads the library with what was written so far; only the indexes of
    words and the counts by label are filled a little later."""

    def __init__(self, connection: Connection, name: str, counting: Counting) -> None:
        self._connection, self._plain = connection, driver(connection)
        self._counting, self._name = counting, name
        self._adding = Adding(self._plain, counting)
        self._swaps, self._touched = dict[tuple[type, str], Swap](), dict[str, Touch]()
        self._authors: set[str] = set()
        self._refused: ConflictError | None = None
        self._at = now()
        row = {"name": name, "origin": "import", "at": self._at.isoformat(), "swaps": "[]", "who": ""}
        self._number, self._turn = steps.begin(self._plain, row)
        self._noting = Noting(self._plain, self._number)
        self.view = View(self._plain)

    def add(self, things: Iterable[Entity]) -> None:
        """Write things that are not here yet; in any order within the whole import.

        Raises `ConflictError` for one that is here, and at the end of the import when something that these need is not.
        """
        left = iter(things)
        with self._refusals():
            while some := list(islice(left, BATCH)):
                for kind, alike in by_kind(some).items():
                    self._add(kind, alike)
                self._adding.index(least=INDEXED)

    def change(self, swaps: Sequence[Swap]) -> None:
        """Replace things that are still as `before` has them. Raises `ConflictError` for one that is not."""
        edit = Edit(self._name, tuple(swaps))
        for id, touch in touched_by(self._plain, edit).items():
            self._touched[id] = touch.after(self._touched.get(id, Touch()))
        self._adding.index()
        self._counting.count()
        with self._refusals():
            writing.carry_out(self._connection, edit)
        made = [s.entity.id for s in swaps if s.before is None and isinstance(s.entity, Annotation)]
        self._counting.count_these(made)
        for swap in swaps:
            self._remember(swap)

    def drop_loose_relations(self) -> list[Relation]:
        """Take out again, and return, the added relations with an end that is no annotation of this library."""
        swapped = {id for _, id in self._swaps}
        first = self._adding.first.get(Relation)
        found = scalars(self._plain, _LOOSE, (first,)) if first is not None else []
        ids = [id for id in found if id not in swapped]
        loose = fetch(self._plain, Relation, ids)
        self._noting.finish()
        leave_out_ids(self._plain, self._number, Relation, set(ids))
        writing.carry_out(self._connection, Edit("", tuple(Swap(loose[id], None) for id in ids)))
        return [cast(Relation, loose[id]) for id in ids]

    def finish(self, who: str) -> Change | None:
        """Keep the step; None when nothing was written. Raises again what refused a part of it."""
        if self._refused is not None:
            raise self._refused
        self._adding.index()
        self._counting.count()
        self._noting.finish()
        edit = Edit(self._name, tuple(self._swaps.values()))
        if not edit.swaps and not is_lean(self._plain, self._number):
            steps.abandon(self._plain, self._number)
            return None
        authors = self._authors | {author_of(edit)} - {""}
        steps.touch_came(self._plain, self._number, self._turn, self._first_numbers(), self._touched)
        told = (log.to_json(edit), authors.pop() if len(authors) == 1 else who)
        step = steps.finish(self._plain, self._number, *told)
        return Change(step.number, edit, "import", self._at, step, unlisted=True)

    # -- one kind after the other ----------------------------------------------------------------------------------

    def _add(self, kind: type[Entity], things: Sequence[Entity]) -> None:
        if kind in (Original, Picture):
            self._adding.keep(kind, things)
            return
        told, ids = form(kind), [thing.id for thing in things]
        if kind is Revision:
            texts = cast("Sequence[Revision]", things)
            self._adding.show(texts)
            self._touched |= {text.article_id: Touch() for text in texts if text.article_id not in self._touched}
            self._noting.note(kind, told.columns, ids, ())
            return
        rows = [told.cells(thing) for thing in things]
        made = [digest_of(row) for row in rows]
        self._adding.write(kind, told.columns, rows, [one.hex() for one in made])
        self._noting.note(kind, told.columns, ids, made)
        if len(self._authors) < 2:
            self._authors.update({author(thing) for thing in things} - {""})

    def _remember(self, swap: Swap) -> None:
        """Keep the first and the last state of what is changed."""
        key = type(swap.entity), swap.entity.id
        before = self._swaps.pop(key).before if key in self._swaps else swap.before
        if before is not None or swap.after is not None:
            self._swaps[key] = Swap(before, swap.after)

    def _first_numbers(self) -> Mapping[str, int]:
        return {table_of(kind): self._adding.first.get(kind, 1 << 62) for kind in (Article, Annotation, Relation)}

    @contextmanager
    def _refusals(self) -> Iterator[None]:
        """What was refused is written in part: the import cannot be kept any more."""
        try:
            yield
        except ConflictError as error:
            self._refused = error
            raise


class Importing(Transactions):
    """The part of `Writer` that takes much in at once."""

    @contextmanager
    def importing(self, name: str, who: str, *, trial: bool) -> Iterator[Inside]:
        """Give what stands open; commit when the block is left, unless it raises or is a `trial`."""
        change = None
        try:
            with self._transaction() as connection, _rows_by_name(driver(connection)):
                driver(connection).execute("PRAGMA defer_foreign_keys=ON")
                with counted(driver(connection)) as counting:
                    inside = Inside(connection, name, counting)
                    yield inside
                    change = inside.finish(who)
                if trial:
                    raise _TriedOut
        except _TriedOut:
            return
        if change is not None:
            self._tell(change)


@contextmanager
def _rows_by_name(connection: sqlite3.Connection) -> Iterator[None]:
    """What reads expects rows by name, as the connections for reading give them."""
    kept, connection.row_factory = connection.row_factory, sqlite3.Row
    try:
        yield
    finally:
        connection.row_factory = kept
