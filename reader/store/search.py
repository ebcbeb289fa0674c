"""Full-text search over SQLite's FTS5: what is typed as a question to the indexes, and its answers.

Which words the indexes hold is in `search_index`; both sides fold by `reader.text.index_words`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.model.listing import Hit
from reader.query import parts
from reader.store.asking import scalars
from reader.store.damaged import list_in
from reader.store.snippets import CLOSE as CLOSE
from reader.store.snippets import OPEN as OPEN
from reader.store.snippets import snippet
from reader.text.index_words import Phrase, phrase

FEW = 1_000  # hits that are put in the order of their rank; of more, the newest come first


@dataclass(frozen=True, slots=True)
class Asked:
    """What is typed: phrases that all must stand there, and phrases none of which may."""

    wanted: tuple[Phrase, ...]
    unwanted: tuple[Phrase, ...]

    @property
    def match(self) -> str:
        """What FTS5 is asked, "" when nothing is wanted: it cannot be asked for what is only not there."""
        return f"({self._all}) NOT ({self.without})" if self.wanted and self.unwanted else self._all

    @property
    def _all(self) -> str:
        return " AND ".join(map(_literal, self.wanted))

    @property
    def in_titles(self) -> list[str]:
        """What FTS5 is asked for the best, the next best and all other articles that hold what is wanted."""
        whole = Phrase(tuple(s for one in self.wanted for s in one.segments), self.wanted[-1].beginning)
        found = [f"title : ^ {_literal(whole)}", f"title : {_literal(whole)}", f"title : ({self._all})", self._all]
        return [f"({one}) NOT ({self.without})" if self.unwanted else one for one in found]

    @property
    def without(self) -> str:
        """What FTS5 is asked for the texts that are not wanted; "" when there are none."""
        return " OR ".join(map(_literal, self.unwanted))


def asked(words: str) -> Asked:
    """Return `words` as a question: words in quotation marks stand one after the other, words behind a minus nowhere;
    the last word may be a beginning where no quotation mark ends it."""
    found = [(part, phrase(part.words, beginning=not part.ends)) for part in parts(words)]
    wanted = tuple(one for part, one in found if one is not None and not part.without)
    return Asked(wanted, tuple(one for part, one in found if one is not None and part.without))


def _literal(one: Phrase) -> str:
    return f'"{" ".join(one.words)}"{"*" if one.opens else ""}'


_ARTICLES = """SELECT a.id AS article_id, a.title AS title, a.site AS site, '' AS annotation_id, 'text' AS field,
    r.text AS text, '' AS note, '' AS tags
    FROM article_search CROSS JOIN article a ON a.number = article_search.rowid
    CROSS JOIN revision r ON r.id = a.revision_id
    WHERE article_search MATCH ? AND rank MATCH 'bm25(8.0, 1.0)' AND a.state <> 'trashed' ORDER BY {order} LIMIT ?"""
_ANNOTATIONS = """SELECT a.id AS article_id, a.title AS title, a.site AS site, m.id AS annotation_id, m.label AS field,
    m.quote AS text, m.note AS note, m.tags AS tags
    FROM annotation_search CROSS JOIN annotation m ON m.number = annotation_search.rowid
    CROSS JOIN article a ON a.id = m.article_id
    WHERE annotation_search MATCH ? AND a.state <> 'trashed' ORDER BY {order} LIMIT ?"""
_ASKED = (("article_search", _ARTICLES), ("annotation_search", _ANNOTATIONS))


def search(connection: sqlite3.Connection, words: str, limit: int) -> list[Hit]:
    """Return articles and then marks that hold the words, at most `limit` of each: best first where they are few,
    newest first where they are many, since ranking reads every hit."""
    question = asked(words)
    found: list[Hit] = []
    for index, statement in _ASKED if question.match else ():
        order = f"{index}.rank" if _are_few(connection, index, question.match) else f"{index}.rowid DESC"
        found += _hits(connection, statement.format(order=order), question, limit)
    return found


_NUMBERS = """SELECT a.number FROM article_search CROSS JOIN article a ON a.number = article_search.rowid
    WHERE article_search MATCH ? AND a.state <> 'trashed' ORDER BY article_search.rowid DESC LIMIT ?"""


def titles_first(connection: sqlite3.Connection, words: str, limit: int) -> list[int]:
    """Return the numbers of articles that hold the words: those whose title begins with them, those that have them in
    their title, those that have them anywhere, each newest first."""
    question, found = asked(words), dict[int, None]()
    for match in question.in_titles if question.match else ():
        if len(found) < limit:
            found |= dict.fromkeys(scalars(connection, _NUMBERS, (match, limit)))
    return list(found)[:limit]


def _hits(connection: sqlite3.Connection, statement: str, question: Asked, limit: int) -> Iterator[Hit]:
    """One row after the other: a text may be long."""
    cursor = connection.cursor()
    cursor.row_factory = sqlite3.Row
    for row in cursor.execute(statement, (question.match, limit)):
        shown = snippet(_texts(row), question.wanted)
        yield Hit(row["article_id"], row["title"], row["site"], row["field"], shown, row["annotation_id"])


def _texts(row: sqlite3.Row) -> Sequence[str]:
    """The texts in which the words may stand, the one to be shown first before the others; a damaged one may be none,
    which costs that hit and not the search."""
    if not row["annotation_id"]:
        return str(row["text"]), str(row["title"])
    return str(row["text"]), str(row["note"]), ", ".join(map(str, list_in(row["tags"])))


def _are_few(connection: sqlite3.Connection, index: str, asked: str) -> bool:
    some = f"SELECT 1 FROM {index} WHERE {index} MATCH ? LIMIT {FEW + 1}"
    return len(scalars(connection, some, (asked,))) <= FEW
