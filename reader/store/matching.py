"""Which articles a query finds, and in which order: walks over small indexes, never over the articles themselves.

An article is known here by its number. The conditions on `state` are literal, because SQLite uses a partial index only
where it finds the index's own condition in the statement; the index that is walked is named, so that the way is the
same with and without statistics.
"""

from __future__ import annotations

import json
import sqlite3
from array import array
from dataclasses import replace

from reader.model.articles import State
from reader.query import ORDERS, Query
from reader.store import mapping
from reader.store.asking import different, scalars

Condition = tuple[str, tuple[object, ...]]  # SQL with its values


def numbers(connection: sqlite3.Connection, query: Query, *, offset: int = 0, limit: int = -1) -> array[int]:
    """Return the numbers of the articles that `query` finds, in its order; all of them when `limit` is negative."""
    statement, values = _walk(connection, query)
    # One row, not one a number: each row would wait for its turn among Python's threads.
    one = f"SELECT json_group_array(number) FROM ({statement} LIMIT ? OFFSET ?)"
    return array("q", json.loads(scalars(connection, one, (*values, limit, offset))[0]))


def count(connection: sqlite3.Connection, query: Query) -> int:
    """Return how many articles `query` finds."""
    condition, values = _condition(connection, query)
    statement = f"SELECT count(*) FROM article INDEXED BY {_index(query)} WHERE {condition}"
    return int(scalars(connection, statement, values)[0])


def titles_like(query: Query, patterns: int) -> str:
    """Return what finds the articles in the state of `query` whose title is like one of so many patterns."""
    likes = " OR ".join(["title LIKE ? ESCAPE '\\'"] * patterns)
    index = _index(replace(query, order="title"))
    return f"SELECT number FROM article INDEXED BY {index} WHERE {_state(query)} AND ({likes})"


def _walk(connection: sqlite3.Connection, query: Query) -> Condition:
    way = "DESC" if query.descending else "ASC"
    condition, values = _condition(connection, query)
    return (
        f"SELECT number FROM article INDEXED BY {_index(query)} WHERE {condition}"
        f" ORDER BY {_column(query)} {way}, number {way}",
        values,
    )


def _condition(connection: sqlite3.Connection, query: Query) -> Condition:
    filters = _filters(connection, query)
    conditions = [_state(query), *(asked for asked, _ in filters)]
    return " AND ".join(conditions), tuple(value for _, values in filters for value in values)


def _column(query: Query) -> str:
    if query.order not in ORDERS:
        raise ValueError(query.order)
    return query.order


def _index(query: Query) -> str:
    return f"ix_article_{'state' if query.state else 'listed'}_{_column(query)}"


def _state(query: Query) -> str:
    return f"state = '{State(query.state).value}'" if query.state else "state <> 'trashed'"


def _filters(connection: sqlite3.Connection, query: Query) -> list[Condition]:
    """What holds for the numbers of the articles that each filter lets through."""
    found: list[Condition] = []
    for column, value in (("site", query.site), ("language", query.language)):
        if value:
            found.append(_holding(connection, column, value))
    if query.tag:
        found.append(_holding(connection, "tags", mapping.dump(query.tag)))
    for field, value in (("label", query.label), ("annotator", query.annotator)):
        if value:
            labelled = "number IN (SELECT article_number FROM annotation_count WHERE field = ? AND value = ?)"
            found.append((labelled, (field, value)))
    return [*found, *(_worded(query.words) if query.words else ())]


def _worded(words: str) -> list[Condition]:
    """The articles that hold the words; of words that are only not wanted, all the others."""
    from reader.store.search import asked

    question = asked(words)
    matching = "(SELECT rowid FROM article_search WHERE article_search MATCH ?)"
    if question.match:
        return [(f"number IN {matching}", (question.match,))]
    return [(f"number NOT IN {matching}", (question.without,))] if question.without else []


def _holding(connection: sqlite3.Connection, column: str, part: str) -> Condition:
    """The articles whose `column` holds `part`, folded as for every search. Its different values are few."""
    from reader.text.folding import fold_text  # the list's first rows are read without

    folded = fold_text(part)
    fitting = [value for value in different(connection, "article", column) if folded in fold_text(value)]
    index = f"INDEXED BY ix_article_{column}"
    # As one value: there may be more of them than a statement may have variables.
    held = f"SELECT number FROM article {index} WHERE {column} IN (SELECT value FROM json_each(?))"
    return f"number IN ({held})", (json.dumps(fitting),)
