"""The search indexes compared with the words of the texts and marks that they were made of."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from itertools import count, repeat

from reader.messages import Message
from reader.store.integrity.damage import INDEX, Damage
from reader.store.search_index import ANNOTATIONS, ARTICLES, COLUMNS
from reader.text.index_words import indexed

_MASK = (1 << 64) - 1
_WORD = re.compile(rb"[0-9A-Za-z+#%&\x80-\xff]+")  # what the tokenizer of the indexes takes for one
_LONGEST = 32768  # bytes of a word, of which FTS5 drops the rest


def damaged_indexes(connection: sqlite3.Connection) -> Iterator[Damage]:
    """Yield each search index that holds other words than the library."""
    for index, every in (("article_search", ARTICLES), ("annotation_search", ANNOTATIONS)):
        try:
            same = _held(connection, index) == _wanted(connection, index, every)
        except (sqlite3.Error, UnicodeError):
            same = False
        if not same:
            yield Damage(INDEX, Message("the search index holds other words than the library; a search may miss some"))
            return


def _wanted(connection: sqlite3.Connection, index: str, every: str) -> int:
    """The sum of all words as the tables have them: each with its row, its column and its place there."""
    read, total, columns = connection.cursor(), 0, [name.encode() for name in COLUMNS[index]]
    read.row_factory = None
    for number, *texts in read.execute(every):
        for column, text in zip(columns, texts, strict=True):
            total += sum(map(hash, zip(_words(str(text)), repeat(number), repeat(column), count(), strict=False)))
    return total & _MASK


def _words(text: str) -> list[bytes]:
    data = indexed(text).encode("utf-8", "surrogateescape")
    words = _WORD.findall(data)
    return [word[:_LONGEST] for word in words] if len(data) > _LONGEST else words


def _held(connection: sqlite3.Connection, index: str) -> int:
    """The same sum of what the index holds, whatever the order."""
    view = f"words_of_{index}"
    connection.execute(f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.{view} USING fts5vocab('main', '{index}', 'instance')")
    asked = f"SELECT CAST(term AS BLOB), doc, CAST(col AS BLOB), offset FROM temp.{view}"
    read = connection.cursor()
    read.row_factory = None
    try:
        return sum(map(hash, read.execute(asked))) & _MASK
    finally:
        read.close()
        connection.execute(f"DROP TABLE IF EXISTS temp.{view}")
