"""A damaged text made again of the page that it came from: the one with the digest that it was stored with is the same.

Nothing else is taken: another cleaner may read the page otherwise, and marks stand on this text and no other.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from reader.errors import TilikError
from reader.model.articles import Revision, fingerprint
from reader.model.pages import Cleaned, Original, Page
from reader.model.stamps import now
from reader.store import kept_rows, mapping
from reader.store.asking import rows
from reader.store.damaged import WRONG
from reader.store.integrity import digests
from reader.store.integrity.digests import HEX, digest
from reader.store.integrity.rows_checked import is_sound

Clean = Callable[[Page], Cleaned]
Row = dict[str, Any]
_MADE = ("text", "blocks", "marks", "metadata", "left_out", "notices", "fingerprint", "cleaner")


def text_again(connection: sqlite3.Connection, damaged: Mapping[str, Any], clean: Clean) -> Row | None:
    """Return the row of a text as it was stored, cleaned again; None when the page is not sound, or reads otherwise."""
    with contextlib.suppress(TilikError, sqlite3.Error, *WRONG):
        original = _original(connection, str(damaged["original_id"]))
        if original is not None:
            cleaned = clean(_page(connection, str(damaged["article_id"]), original))
            return next(_sound_ones(damaged, _row(damaged, cleaned)), None)
    return None


def _original(connection: sqlite3.Connection, id: str) -> Original | None:
    asked = ", ".join(digests.columns(Original))
    for row in rows(connection, f"SELECT digest, {asked} FROM original WHERE id = ?", (id,)):
        if is_sound(connection, Original, row["digest"], tuple(row)[1:]):
            return kept_rows.original_of(row)
    return None


def _page(connection: sqlite3.Connection, article_id: str, original: Original) -> Page:
    found = rows(connection, "SELECT source, url FROM article WHERE id = ?", (article_id,))
    source, url = (str(found[0]["source"]), str(found[0]["url"])) if found else ("", "")
    return Page(source, original.name, original.data, original.media_type, original.encoding, url)


def _row(damaged: Mapping[str, Any], cleaned: Cleaned) -> Row:
    made = Revision(
        str(damaged["id"]), str(damaged["article_id"]), cleaned.text, cleaned.blocks, cleaned.metadata, now(),
        cleaned.inline, cleaned.left_out, cleaned.notices, cleaned.cleaner, fingerprint(cleaned.text),
    )  # fmt: skip
    return mapping.revision_row(made)


def _sound_ones(damaged: Mapping[str, Any], made: Row) -> Iterator[Row]:
    """The damaged row with one cell of the cleaned text, or with all of them, where that has the digest."""
    names = digests.columns(Revision)
    had, shown = str(damaged["digest"])[:HEX], damaged["present"]
    for some in (*((name,) for name in _MADE), _MADE):
        row = {**damaged, **{name: made[name] for name in some}}
        if digest(tuple(row[name] for name in names)) == had:
            yield {**row, "digest": digests.shown(had, bool(shown))}
