"""Things that are not here yet, written by the thousand: rows straight, the search indexes and the counts in step."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from reader.edits import Entity
from reader.errors import ConflictError
from reader.model.annotations import Annotation, Relation
from reader.model.articles import Article, Revision
from reader.model.claims import KINDS
from reader.model.kind_names import kind_word
from reader.model.kinds import kind_name
from reader.model.labels import Label
from reader.model.pages import Original, Picture
from reader.store import kept_rows, search_index
from reader.store.asking import chunks, places, scalars
from reader.store.counting import Counting
from reader.store.fetching import present, table_of
from reader.store.integrity.digests import digest, of_row, shown
from reader.store.whole_rows import Cells, form
from reader.store.writing import insert_rows, show

# An article counts the annotations that are there when it comes, and is indexed with the text that is there.
ORDER: tuple[type[Entity], ...] = (
    Original, Picture, Label, *KINDS.values(), Revision, Article, Annotation, Relation,
)  # fmt: skip
_KEPT: Mapping[type, Callable[[Any], dict[str, Any]]] = {
    Original: kept_rows.original_row,
    Picture: kept_rows.picture_row,
}
INDEXED = 10_000  # annotations that are indexed at once
_TEXT = 50  # a text counts as so many annotations
_MEMBER = "INSERT INTO relation_member(relation_id, position, role, annotation_id) VALUES (?, ?, ?, ?)"


class Adding:
    """Writes things on an open transaction; `counting` is told when articles come."""

    def __init__(self, connection: sqlite3.Connection, counting: Counting) -> None:
        self._connection, self._counting = connection, counting
        self._articles: list[str] = []  # not indexed yet
        self._words: list[search_index.Row] = []  # of annotations
        self.first: dict[type[Entity], int] = {}  # by kind the smallest number of what came

    def keep(self, kind: type[Entity], things: Sequence[Entity]) -> None:
        """Write bytes, which are known by their content and may be here."""
        rows = [_KEPT[kind](thing) for thing in things]
        rows = [{**row, "digest": of_row(kind, row)} for row in rows]
        insert_rows(self._connection, table_of(kind), rows, " ON CONFLICT DO NOTHING")

    def show(self, things: Sequence[Revision]) -> None:
        """Write texts; those that an undone step left here are shown again. Raises `ConflictError`."""
        ids = [one.id for one in things]
        self.refuse(Revision, present(self._connection, Revision, ids))
        self.refuse(Revision, self._others(things))
        hidden = set(self.show_again(ids))
        columns = (*form(Revision).columns, "present")
        cells = form(Revision).cells
        new = [cells(one) for one in things if one.id not in hidden]
        self._insert(Revision, columns, [(*row, 1) for row in new], [shown(digest(row), True) for row in new])

    def _others(self, things: Sequence[Revision]) -> Iterator[str]:
        """Yield the ids of hidden texts that are not these: an undone step may still bring them back as they were."""
        texts = {one.id: (one.article_id, one.fingerprint) for one in things}
        for some in chunks(list(texts)):
            wanted = f"SELECT id, article_id, fingerprint FROM revision WHERE id IN {places(some)}"
            for id, *kept in self._connection.execute(wanted, some):
                if texts[id] != tuple(kept):
                    yield id

    def show_again(self, ids: Sequence[str]) -> list[str]:
        """Show the texts of these that are here; return their ids."""
        found: list[str] = []
        for some in chunks(ids):
            found += scalars(self._connection, f"SELECT id FROM revision WHERE id IN {places(some)}", some)
        show(self._connection, found, True)
        return found

    def write(
        self, kind: type[Entity], columns: Sequence[str], rows: Sequence[Cells], made: Sequence[str] | None = None
    ) -> None:
        """Write rows of any other kind; `made` are their digests where these are known, and the columns those of today.
        Raises `ConflictError` for one that is here."""
        if kind is Article:
            self._counting.count()
        if made is None:
            made = [_digest_of(kind, columns, row) for row in rows]
        first = self._insert(kind, columns, rows, made)
        if kind is Article:
            self._articles += [row[columns.index("id")] for row in rows]
        elif kind is Annotation:
            quote, note, tags = (columns.index(name) for name in ("quote", "note", "tags"))
            self._words += ((n, row[quote], row[note], row[tags]) for n, row in enumerate(rows, first))
            self._counting.note_rows(columns, rows)

    def index(self, *, least: int = 0) -> None:
        """Index what came, when it is so much: FTS5 writes a piece of its index each time that another table is written
        with triggers, and joining small pieces is most of the work. Texts that articles need must be here, too."""
        if len(self._words) + _TEXT * len(self._articles) >= least:
            search_index.put_in(self._connection, "annotation_search", self._words)
            search_index.put_in_articles(self._connection, self._articles)
            self._articles, self._words = [], []

    @staticmethod
    def refuse(kind: type[Entity], ids: Iterable[str]) -> None:
        """Raise `ConflictError` when there is one."""
        for id in sorted(ids)[:1]:
            raise ConflictError("{0} {1} was changed meanwhile; nothing was changed", kind_word(kind_name(kind)), id)

    def _insert(self, kind: type[Entity], columns: Sequence[str], rows: Sequence[Cells], made: Sequence[str]) -> int:
        """Insert with the numbers that come next; the first of them. A label has none."""
        table, names = table_of(kind), [f'"{name}"' for name in columns]
        ends = [(row[columns.index("id")], row[-1]) for row in rows] if kind is Relation else []
        if kind is Relation:
            rows, names = [row[:-1] for row in rows], names[:-1]
        rows = [(*row, own) for row, own in zip(rows, made, strict=True)]
        names = [*names, '"digest"']
        first, numbered = 0, kind is not Label
        if numbered:
            first = scalars(self._connection, f"SELECT coalesce(max(number), 0) + 1 FROM {table}")[0]
            rows = [(n, *row) for n, row in enumerate(rows, first)]
            self.first[kind] = min(first, self.first.get(kind, first))
            names = ["number", *names]
        try:
            into = f"INSERT INTO {table}({', '.join(names)}) VALUES {places(names)}"
            self._connection.executemany(into, rows)
        except sqlite3.IntegrityError:
            ids = [row[names.index('"id"')] for row in rows]
            self.refuse(kind, self._twice(table, ids, first if numbered else None))
            raise
        members = ((id, n, role, end) for id, some in ends for n, (role, end) in enumerate(json.loads(some)))
        self._connection.executemany(_MEMBER, members)
        return first

    def _twice(self, table: str, ids: Sequence[str], first: int | None) -> set[str]:
        """Which of these were here before, or come twice."""
        older = "" if first is None else f" AND number < {int(first)}"
        found = {id for id, count in Counter(ids).items() if count > 1}
        for some in chunks(ids):
            found.update(scalars(self._connection, f"SELECT id FROM {table} WHERE id IN {places(some)}{older}", some))
        return found


def _digest_of(kind: type[Entity], columns: Sequence[str], row: Cells) -> str:
    """The digest of a row that an older Tilik may have kept, with fewer columns than today's."""
    today = form(kind).columns
    if tuple(columns) == today:
        return digest(row)
    told = dict(zip(columns, row, strict=True))
    return digest(tuple(told.get(name, "") for name in today))


def by_kind(things: Iterable[Entity]) -> Mapping[type[Entity], list[Entity]]:
    """Return the things by their kinds, in the order in which kinds are written."""
    found: dict[type[Entity], list[Entity]] = {}
    for thing in things:
        found.setdefault(type(thing), []).append(thing)
    return {kind: found[kind] for kind in ORDER if kind in found}
