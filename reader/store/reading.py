"""What the library answers about articles, texts and annotations: plain values, each answer from one moment."""

from __future__ import annotations

import sqlite3
from collections.abc import Container, Sequence
from heapq import merge
from itertools import islice
from typing import Any

from reader.credentials import words_without_secrets
from reader.edits import Entity
from reader.errors import NotFoundError, TilikError
from reader.memory import gc_paused
from reader.model.annotations import Annotation, PageAnnotation, Relation
from reader.model.articles import Article, Place, Revision, State
from reader.model.labels import BUILTIN, Label
from reader.model.pages import Original, Picture
from reader.store import fetching, mapping
from reader.store.asking import chunks, different, places, rows, scalars
from reader.store.connections import Connected
from reader.store.interrupting import Interrupt
from reader.text.invariants import frozen

# Within one article and label the index has the order of storing: the newest come first without sorting, and going on
# costs what is looked at, however many marks the article or the library has.
NEWEST = (
    "SELECT number, id, quote FROM annotation INDEXED BY ix_annotation_article_label"
    " WHERE article_id = (SELECT article_id FROM revision WHERE id = ?) AND label = ? AND revision_id = ?"
    " ORDER BY number DESC"
)


_SAME = 20  # articles with the same content that are looked at


class Reading(Connected):
    """The reading half of `Library`."""

    def _one(self, kind: str, id: str) -> Any:
        with self._reading() as connection:
            return fetching.fetch_one(connection, kind, id)

    # -- articles and their texts ---------------------------------------------------------------------------------

    def article(self, id: str) -> Article:
        """Raises `NotFoundError`, as all look-ups by id do."""
        return self._one("article", id)  # type: ignore[no-any-return]

    def revision(self, id: str) -> Revision:
        return self._one("revision", id)  # type: ignore[no-any-return]

    def times_of_texts(self, article_ids: Sequence[str]) -> dict[str, tuple[str, str, str]]:
        """Return of the text that each article has now: when it was captured, its origin, when it was corrected."""
        found: dict[str, tuple[str, str, str]] = {}
        joined = "SELECT a.id, r.captured, r.origin, r.corrected FROM article a JOIN revision r ON r.id = a.revision_id"
        with self._reading() as connection:
            for some in chunks(list(article_ids)):
                for id, captured, origin, corrected in rows(connection, f"{joined} WHERE a.id IN {places(some)}", some):
                    found[id] = (captured, origin, corrected)
        return found

    def original(self, id: str) -> Original:
        """Return the bytes an article came from, exactly as they came."""
        return self._one("original", id)  # type: ignore[no-any-return]

    def picture(self, id: str) -> Picture:
        return self._one("picture", id)  # type: ignore[no-any-return]

    def revisions(self, article_id: str) -> list[Revision]:
        """All texts an article has had, oldest first."""
        wanted = "SELECT * FROM revision WHERE article_id = ? AND present = 1 ORDER BY number"
        return [mapping.revision_of(row) for row in self._rows(wanted, article_id)]

    def cleaned_otherwise(self, cleaner: str, except_origins: Sequence[str]) -> list[str]:
        """Return the articles with an original page and a text by another cleaner, not of these origins; newest
        first."""
        with self._reading() as connection:
            others = [one for one in different(connection, "revision", "cleaner") if one != cleaner]
            wanted = (
                "SELECT a.id, a.added FROM revision r INDEXED BY ix_revision_cleaner CROSS JOIN article a"
                " ON a.id = r.article_id AND a.revision_id = r.id"
                f" WHERE r.cleaner IN {places(others)} AND r.original_id <> ''"
                f" AND r.origin NOT IN {places(except_origins)} AND a.state <> 'trashed'"
            )
            found = rows(connection, wanted, (*others, *except_origins))
        return [id for id, _ in sorted(found, key=lambda row: row["added"], reverse=True)]

    def known(self, fingerprint: str, original_id: str = "", but: Container[str] = ()) -> str:
        """Return the id of an article that has this content in any revision and is none of `but`, or an empty string;
        of several rather one that is not in the trash.

        An empty fingerprint or id finds nothing: texts may have been stored without either.
        """
        with self._reading() as connection:
            for column, value in (("fingerprint", fingerprint), ("original_id", original_id)):
                wanted = (
                    f"SELECT a.id, a.state FROM revision r INDEXED BY ix_revision_{column} CROSS JOIN article a"
                    f" ON a.id = r.article_id WHERE r.{column} = ? AND r.present = 1 LIMIT {_SAME}"
                )
                found = connection.execute(wanted, (value,)).fetchall() if value else ()
                for id, _ in sorted(found, key=lambda row: row[1] == State.TRASHED.value):
                    if id not in but:
                        return str(id)
        return ""

    def stored(self, things: Sequence[Entity]) -> dict[str, Entity]:
        """Return what is stored under the ids of `things`, by id."""
        kinds: dict[type[Entity], list[str]] = {}
        for thing in things:
            kinds.setdefault(type(thing), []).append(thing.id)
        with self._reading() as connection:
            found = [fetching.fetch(connection, kind, ids) for kind, ids in kinds.items()]
        return {id: thing for some in found for id, thing in some.items()}

    def find(self, name: str) -> str:
        """Return the id of the article called `name`: its id, the beginning of its id (4 characters or more), its
        address
        or its exact title. Raises `NotFoundError`, or `TilikError` when several answer."""
        with self._reading() as connection:
            ids = _called(connection, frozen(name))
        if not ids:
            raise NotFoundError("there is no article {0} in this library", repr(words_without_secrets(name)))
        if len(ids) > 1:
            raise TilikError("{0} names several articles: {1}", repr(words_without_secrets(name)), ", ".join(ids))
        return ids[0]

    def place(self, article_id: str) -> Place | None:
        """Return where the reader was, if she ever was there."""
        found = self._rows("SELECT * FROM place WHERE article_id = ?", article_id)
        return mapping.place_of(found[0]) if found else None

    def setting(self, key: str) -> str:
        """Return A small value kept with the library; empty when it was never set."""
        found = self._rows("SELECT value FROM setting WHERE key = ?", key)
        return str(found[0]["value"]) if found else ""

    # -- marks ----------------------------------------------------------------------------------------------------

    def labels(self) -> tuple[Label, ...]:
        found = self._rows("SELECT * FROM label ORDER BY position, id")
        return tuple(mapping.label_of(r) for r in found) or BUILTIN

    def page_annotations(self, revision_id: str) -> list[PageAnnotation]:
        """Return every mark of a revision by place, without quotes and notes."""
        with self._reading() as connection, gc_paused():
            return mapping.page_annotations(connection, revision_id)

    def annotation(self, id: str) -> Annotation:
        return self._one("annotation", id)  # type: ignore[no-any-return]

    def annotations_by_id(self, ids: Sequence[str]) -> list[Annotation]:
        """Return those that exist, in the order asked for."""
        with self._reading() as connection:
            found = fetching.fetch(connection, Annotation, ids)
        return [found[id] for id in ids if id in found]  # type: ignore[misc]

    def annotations(self, article_id: str) -> list[Annotation]:
        """Return an article's marks in text order, on all its revisions."""
        wanted = 'SELECT * FROM annotation WHERE article_id = ? ORDER BY start, "end", id'
        return [mapping.annotation_of(r) for r in self._rows(wanted, article_id)]

    def annotation_ids(self, article_id: str) -> list[str]:
        """Return the ids of an article's marks, on all its revisions."""
        with self._reading() as connection:
            return scalars(connection, "SELECT id FROM annotation WHERE article_id = ?", (article_id,))

    def filter_annotations(
        self,
        revision_id: str,
        *,
        label: str = "",
        text: str = "",
        by_time: bool = False,
        stop: Interrupt | None = None,
    ) -> list[str]:
        """Return ids of the marks with that label whose quote, note or tags hold `text`, folded as for every search.

        In the order of the text or, `by_time`, in that of their making. Another thread may `stop` it.
        """
        order = "created, id" if by_time else 'start, "end", id'
        wanted = "SELECT id, quote, note, tags FROM annotation WHERE revision_id = ? AND ? IN ('', label)"
        from reader.text.folding import fold_text, holds  # not needed to read an article

        wanted_text = fold_text(text)
        with self._reading() as connection, (stop or Interrupt()).over(connection):
            found = connection.cursor()
            found.row_factory = None
            marks = found.execute(f"{wanted} ORDER BY {order}", (revision_id, label))
            return [id for id, *fields in marks if not text or holds(wanted_text, *fields)]

    def newest_marks(self, revision_id: str, labels: Sequence[str], words: str = "", *, limit: int = 50) -> list[str]:
        """Return ids of at most `limit` marks of these labels whose quote holds `words`, folded as for every search.

        The one stored last comes first.
        """
        from reader.text.folding import fold_text, holds

        folded = fold_text(words)
        with self._reading() as connection:
            found = [connection.execute(NEWEST, (revision_id, label, revision_id)) for label in set(labels)]
            newest = merge(*found, key=lambda row: row[0], reverse=True)
            return list(islice((id for _, id, quote in newest if not words or holds(folded, quote)), limit))

    def relations(self, article_id: str) -> list[Relation]:
        """Return every relation that holds a mark of this article."""
        return self._relations("annotation m CROSS JOIN relation_member e ON e.annotation_id = m.id"
                               " WHERE m.article_id = ?", (article_id,))  # fmt: skip

    def relations_of(self, annotation_ids: Sequence[str]) -> list[Relation]:
        """Return every relation that holds one of these marks."""
        found: dict[str, Relation] = {}
        for some in chunks(annotation_ids):
            wanted = f"relation_member e WHERE e.annotation_id IN {places(some)}"
            found |= {r.id: r for r in self._relations(wanted, some)}
        return list(found.values())

    def _relations(self, wanted: str, values: Sequence[str]) -> list[Relation]:
        with self._reading() as connection:
            ids = sorted(set(scalars(connection, f"SELECT e.relation_id FROM {wanted}", values)))
            found = fetching.fetch(connection, Relation, ids)
        relations = [r for r in found.values() if isinstance(r, Relation)]
        return sorted(relations, key=lambda r: (r.created, r.id))

    def _rows(self, wanted: str, *values: object) -> list[sqlite3.Row]:
        with self._reading() as connection:
            return rows(connection, wanted, values)


def _called(connection: sqlite3.Connection, name: str) -> list[str]:
    """Return the ids of at most a few articles of that name, each way by an index of its own."""
    ways: list[tuple[str, tuple[str, ...]]] = [
        ("WHERE id = ?", (name,)),
        ("INDEXED BY ix_article_url WHERE url = ?", (name,)),
        ("INDEXED BY ix_article_listed_title WHERE title = ?", (name,)),
    ]
    if len(name) >= 4:
        starts = {name, name.lower(), name.upper()}
        ways += [("WHERE id >= ? AND id < ?", (start, start + "\uffff")) for start in starts]
    found: dict[str, None] = {}
    for way, values in ways:
        wanted = f"SELECT id FROM article {way} AND state <> 'trashed' LIMIT 5"
        found |= dict.fromkeys(scalars(connection, wanted, values))
    return list(found)[:5]
