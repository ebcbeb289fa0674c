"""Saving marks: `Library.apply` beside a bare `sqlite3` insert of the same row, both WAL and synchronous=FULL."""

from __future__ import annotations

import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from reader import edits
from reader.model.articles import Article, Block, Metadata, Revision
from reader.model.labels import CLAIM
from reader.model.spans import Span
from reader.model.stamps import new_id, now
from reader.store import Library

MARKS = 500
WORDS = "Menteri membantah kabar itu. "


def p95(step: Callable[[int], object], times: int) -> tuple[float, float]:
    """Median and 95th percentile, in milliseconds."""
    took = []
    for n in range(times):
        start = time.perf_counter()
        step(n)
        took.append((time.perf_counter() - start) * 1000)
    took.sort()
    return took[times // 2], took[times * 95 // 100]


def bare(folder: Path) -> tuple[float, float]:
    with sqlite3.connect(folder / "bare.db", isolation_level=None) as raw:
        raw.execute("PRAGMA journal_mode=WAL")
        raw.execute("PRAGMA synchronous=FULL")
        raw.execute("CREATE TABLE mark (id TEXT PRIMARY KEY, start INT, stop INT, quote TEXT, created TEXT)")
        row = ("INSERT INTO mark VALUES (?, ?, ?, ?, ?)", WORDS, now().isoformat())
        return p95(lambda n: raw.execute(row[0], (new_id(), n, n + 28, row[1], row[2])), MARKS)


def ours(folder: Path) -> tuple[float, float]:
    text, article_id, revision_id = WORDS * 2000, new_id(), new_id()
    revision = Revision(revision_id, article_id, text, (Block(Span(0, len(text))),), Metadata(), now())
    with Library.open(folder / "library.tilik") as library:
        library.apply(edits.add_article(Article(article_id, revision_id, "Judul", now()), revision))
        step = len(WORDS)
        return p95(
            lambda n: library.apply(edits.annotate(revision, [Span(n * step, n * step + 27)], CLAIM, "Sari")), MARKS
        )


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        floor, mine = bare(Path(folder)), ours(Path(folder))
    print(f"save a mark, synced: median {mine[0]:.2f} ms, p95 {mine[1]:.2f} ms"
          f" | bare sqlite3 row: {floor[0]:.2f} / {floor[1]:.2f} ms | ratio {mine[0] / floor[0]:.1f}")  # fmt: skip


if __name__ == "__main__":
    main()
