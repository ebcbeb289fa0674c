"""The first paint: what the window shows before SQLAlchemy is loaded.

SQLAlchemy takes as long to import as Qt does. Everything the first frame needs is a handful of rows, which the
standard library reads here with the same mappings; nothing is ever written this way.
"""

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

SUMMARY_COLUMNS = (
    "a.id, a.title, a.site, a.published, a.published_basis, a.language, a.state, a.words,"
    " COALESCE(p.progress, 0.0) AS progress, a.added"
)
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
    """Return what stands in the library at `path`, or None when there is none yet, or it needs an upgrade or a repair
    (which `Library.open` then does or explains)."""
    if not path.exists() or not path.stat().st_size:
        return None
    try:
        if files.version(path) != files.SCHEMA:
            return None
        with contextlib.closing(files.connect(path, readonly=True)) as found:
            found.row_factory = sqlite3.Row
            return _read(found)
    except (sqlite3.Error, TilikError):
        return None


def _read(found: sqlite3.Connection) -> FirstPaint:
    place = found.execute(
        "SELECT p.* FROM place p JOIN article a ON a.id = p.article_id WHERE a.state <> 'trashed'"
        " ORDER BY p.opened DESC LIMIT 1"
    ).fetchone()
    article, revision, page_annotations = _opened(found, place["article_id"]) if place else (None, None, [])
    return FirstPaint(
        article, revision, page_annotations, mapping.place_of(place) if place else None, _summaries(found),
        {State(s): n for s, n in found.execute("SELECT state, count(*) FROM article GROUP BY state")},
        tuple(mapping.label_of(r) for r in found.execute("SELECT * FROM label ORDER BY position, id")),
    )  # fmt: skip


def _opened(found: sqlite3.Connection, id: str) -> tuple[Article, Revision, list[PageAnnotation]]:
    article = mapping.article_of(found.execute("SELECT * FROM article WHERE id = ?", (id,)).fetchone())
    row = found.execute("SELECT * FROM revision WHERE id = ?", (article.revision_id,)).fetchone()
    plain = found.cursor()
    plain.row_factory = None
    with gc_paused():
        marks = mapping.page_annotations_of(plain.execute(mapping.PAGE_ANNOTATIONS, (article.revision_id,)))
    return article, mapping.revision_of(row), marks


def _summaries(found: sqlite3.Connection) -> list[Summary]:
    rows = found.execute(
        f"SELECT {SUMMARY_COLUMNS} FROM article a LEFT JOIN place p ON p.article_id = a.id"
        f" WHERE a.state <> 'trashed' ORDER BY a.added DESC, a.number DESC LIMIT {FIRST_PAGE}"
    ).fetchall()
    counts: dict[str, dict[str, int]] = {}
    marks = ",".join("?" * len(rows))
    for article, label, number in found.execute(
        f"SELECT article_id, label, count(*) FROM annotation WHERE article_id IN ({marks}) GROUP BY 1, 2",
        [r["id"] for r in rows],
    ):
        counts.setdefault(article, {})[label] = number
    return [summary_of(r, counts.get(r["id"], {})) for r in rows]


def summary_of(row: mapping.Row, counts: dict[str, int]) -> Summary:
    return Summary(
        row["id"], row["title"], row["site"], row["published"], row["published_basis"], row["language"],
        State(row["state"]), row["words"], row["progress"], counts,
    )  # fmt: skip
