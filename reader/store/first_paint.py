"""The first paint: what the window shows before the library is open, from one look at the file."""

from __future__ import annotations

import contextlib
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from reader.errors import TilikError
from reader.memory import gc_paused
from reader.model.annotations import PageAnnotation
from reader.model.articles import Article, Place, Revision, State
from reader.model.labels import Label
from reader.model.listing import Summary
from reader.store import files, mapping
from reader.store.integrity.foreign import foreign_names
from reader.store.listing import first_summaries, state_counts
from reader.store.looking import knows_words

FIRST_PAGE = 60


@dataclass(frozen=True, slots=True)
class FirstPaint:
    """The last opened article and the top of the list, as they are stored now."""

    article: Article | None
    revision: Revision | None
    page_annotations: list[PageAnnotation]
    place: Place | None
    summaries: list[Summary]
    counts: dict[State, int]
    labels: tuple[Label, ...]


def first_paint(path: Path) -> FirstPaint | None:
    """Return what stands in the library at `path`, or None when there is none yet, or it needs an upgrade, other
    words in its search indexes or a repair (which `Library.open` then does or explains)."""
    if not path.exists() or not path.stat().st_size:
        return None
    try:
        if files.version(path) != files.SCHEMA:
            return None
        with contextlib.closing(files.bounded(files.connect(path, readonly=True))) as found:
            found.row_factory = sqlite3.Row
            return _read(found) if not foreign_names(found) and knows_words(found) else None
    except (sqlite3.Error, TilikError):
        return None


def _read(found: sqlite3.Connection) -> FirstPaint:
    place = found.execute(
        "SELECT p.* FROM place p INDEXED BY ix_place_opened CROSS JOIN article a ON a.id = p.article_id"
        " WHERE a.state <> 'trashed' ORDER BY p.opened DESC LIMIT 1"
    ).fetchone()
    article, revision, page_annotations = _opened(found, place["article_id"]) if place else (None, None, [])
    return FirstPaint(
        article, revision, page_annotations, mapping.place_of(place) if place else None,
        first_summaries(found, FIRST_PAGE), state_counts(found),
        tuple(mapping.label_of(r) for r in found.execute("SELECT * FROM label ORDER BY position, id")),
    )  # fmt: skip


def _opened(found: sqlite3.Connection, id: str) -> tuple[Article, Revision, list[PageAnnotation]]:
    article = mapping.article_of(found.execute("SELECT * FROM article WHERE id = ?", (id,)).fetchone())
    row = found.execute("SELECT * FROM revision WHERE id = ?", (article.revision_id,)).fetchone()
    with gc_paused():
        return article, mapping.revision_of(row), mapping.page_annotations(found, article.revision_id)
