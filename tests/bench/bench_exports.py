"""Every export format, and the check of a library, beside a bare loop of `sqlite3` and `json` over the same articles.

`python -m tests.bench.bench_exports [LIBRARY]`; without one, a library of 2,000 articles with ten marks each is made.
Processor time: how fast the disk takes the file is not ours.
"""

from __future__ import annotations

import json
import resource
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from reader import edits
from reader.errors import ExportError
from reader.exchange.exporters import EXPORTERS, Counted, Exporter, export
from reader.model.articles import Article, Block, BlockKind, Metadata, Revision
from reader.model.dataset import Dataset
from reader.model.labels import BUILTIN
from reader.model.spans import Span
from reader.model.stamps import new_id, now
from reader.store import Library

ARTICLES, MARKS = 2_000, 10
TIMES = 6.0  # times the bare loop, at most
CHECKED = 100.0  # seconds for 100,000 articles with 1,000,000 marks: every row, every step, every word of the indexes
_TEXTS = (
    "SELECT a.*, r.text, r.blocks, r.metadata FROM article a JOIN revision r ON r.id = a.revision_id"
    " WHERE a.state <> 'trashed' ORDER BY a.added, a.id"
)
_MARKS = 'SELECT * FROM annotation WHERE revision_id = ? ORDER BY start, "end", id'


def bare(path: Path, target: Path) -> None:
    """The reference: an object of all columns for each article, with one for each of its marks."""
    asking = sqlite3.connect(path)
    asking.row_factory = sqlite3.Row
    with target.open("w", encoding="utf-8") as out:
        for row in asking.execute(_TEXTS):
            record = dict(row) | {name: json.loads(row[name] or "null") for name in ("blocks", "metadata")}
            record["annotations"] = [dict(mark) for mark in asking.execute(_MARKS, (row["revision_id"],))]
            out.write(json.dumps(record, ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n")
    asking.close()


def written(form: Exporter, dataset: Dataset, target: Path) -> None:
    """Write it, step by step, and keep none."""
    for _ in export(form, dataset, target, counted=Counted()):
        pass


def seconds(work: Callable[[], object]) -> float:
    """Return the processor time that it takes."""
    began = time.process_time()
    work()
    return time.process_time() - began


def make(path: Path) -> None:
    """A library of many articles, for whoever gives none."""
    sentence = "The harbour office of Muara Jati says that the ferry sails again on Friday, whatever was told."
    lines = [sentence, *[" ".join([sentence] * 4)] * 8]
    text, at, blocks = "\n".join(lines), 0, []
    for line in lines:
        blocks.append(Block(Span(at, at + len(line)), BlockKind.PARAGRAPH if at else BlockKind.TITLE))
        at += len(line) + 1
    with Library.open(path) as library:
        for start in range(0, ARTICLES, 100):
            library.apply_all([_added(f"Ferry {n}", text, tuple(blocks)) for n in range(start, start + 100)])


def _added(title: str, text: str, blocks: tuple[Block, ...]) -> edits.Edit:
    article = Article(new_id(), new_id(), title, now(), site="kabar.example")
    revision = Revision(article.revision_id, article.id, text, blocks, Metadata(title=title), now())
    parts = [edits.add_article(article, revision)]
    for number in range(MARKS):
        span = Span(number * 200, number * 200 + 60)
        parts.append(edits.annotate(revision, [span], BUILTIN[number % 3], "Sari"))
    return edits.together("Add", parts)


def measure(path: Path, folder: Path) -> bool:
    """Print each figure; True when a goal is missed."""
    bare(path, folder / "warm")
    floor, missed = seconds(lambda: bare(path, folder / "bare")), False
    with Library.open(path, readonly=True) as library:
        dataset = library.dataset("set")
        for form in EXPORTERS:
            target = folder / f"set{form.suffix}"
            written(form, library.dataset("warm", library.ids()[:1]), target)  # what is loaded once
            try:
                took = seconds(partial(written, form, dataset, target))
            except ExportError as error:  # a PDF cannot hold as much
                print(f"export as {form.id} of {dataset.count:,} articles: {error}", flush=True)
                continue
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
            print(f"export as {form.id} of {dataset.count:,} articles: {took:.1f} s, {memory} MB"
                  f" | bare loop {floor:.1f} s | ratio {took / floor:.1f} (goal {TIMES:g})", flush=True)  # fmt: skip
            missed |= took / floor > TIMES
        took, goal = seconds(library.check), CHECKED * max(dataset.count, 1_000) / 100_000
        print(f"check: {took:.2f} s (goal {goal:.2f}) | bare loop {floor:.1f} s | ratio {took / floor:.1f}")
    return missed or took > goal


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        given = [Path(argument) for argument in sys.argv[1:] if Path(argument).is_file()]
        if not given:
            make(Path(folder) / "library.tilik")
        return int(measure(given[0] if given else Path(folder) / "library.tilik", Path(folder)))


if __name__ == "__main__":
    sys.exit(main())
