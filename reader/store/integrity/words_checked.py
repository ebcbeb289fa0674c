"""The search indexes compared with the words of the texts and marks that they were made of."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator

from reader.messages import Message
from reader.store.integrity.damage import INDEX, Damage
from reader.store.search_index import ANNOTATIONS, ARTICLES, COLUMNS
from reader.text.index_words import indexed

_MASK = (1 << 64) - 1
_WORD = re.compile("[0-9A-Za-z+#%&\u0080-\U0010ffff]+")  # what the tokenizer of the indexes takes for one
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
    read, total, columns = connection.cursor(), 0, COLUMNS[index]
    read.row_factory = None
    for number, *texts in read.execute(every):
        for column, text in zip(columns, texts, strict=True):
            for place, word in enumerate(_words(str(text))):
                total += hash((word, number, column, place))
    return total & _MASK


def _words(text: str) -> Iterator[str]:
    for word in _WORD.findall(indexed(text)):
        long = len(word) * 4 > _LONGEST
        yield word.encode()[:_LONGEST].decode("utf-8", "surrogateescape") if long else word


def _held(connection: sqlite3.Connection, index: str) -> int:
    """The same sum of what the index holds, whatever the order."""
    view, total = f"words_of_{index}", 0
    connection.execute(f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.{view} USING fts5vocab('main', '{index}', 'instance')")
    read = connection.cursor()
    read.row_factory = None
    try:
        for word, number, column, place in read.execute(f"SELECT term, doc, col, offset FROM temp.{view}"):
            total += hash((word, number, column, place))
    finally:
        read.close()
        connection.execute(f"DROP TABLE IF EXISTS temp.{view}")
    return total & _MASK
