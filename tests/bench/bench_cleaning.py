"""Cleaning a page beside readability-lxml alone, in processor time, the best of three; libraries are loaded before.

`python -m tests.bench.bench_cleaning [CORPUS]`; without a corpus (see tests/training) on our own pages.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from readability.readability import Document, Unparseable

from reader.cleaning import clean
from reader.cleaning.decode import decode
from reader.errors import CleaningError
from reader.model.pages import Page
from tests.reader.cleaning.gold_pages import PAGES, UNREAD
from tests.sample_set import SEEDS
from tests.training.corpus import examples

BEST_OF = 3


def own() -> list[Page]:
    """Our pages of HTML: the samples and those with gold."""
    files = sorted(file for folder in (SEEDS, PAGES, UNREAD) for file in folder.glob("*.html"))
    return [Page(file.name, file.name, file.read_bytes(), "text/html") for file in files]


def ours(page: Page) -> object:
    try:
        return clean(page)
    except CleaningError:
        return None


def readability(page: Page) -> object:
    """The reference: one extractor alone, on the decoded page."""
    try:
        return Document(decode(page.data, page.encoding, markup=True).text).summary(html_partial=True)
    except Unparseable:
        return None


def milliseconds(work: Callable[[Page], object], page: Page) -> float:
    """The least time that the work on a page took."""
    best = float("inf")
    for _ in range(BEST_OF):
        start = time.process_time()
        work(page)
        best = min(best, time.process_time() - start)
    return best * 1000


def median_and_p95(values: list[float]) -> tuple[float, float]:
    return statistics.median(values), sorted(values)[int(len(values) * 0.95)]


def main() -> None:
    corpus = [Path(argument) for argument in sys.argv[1:] if Path(argument).is_dir()]
    pages = [example.page for folder in corpus for example in examples(folder)] or own()
    ours(pages[0])
    readability(pages[0])
    mine = median_and_p95([milliseconds(ours, page) for page in pages])
    other = median_and_p95([milliseconds(readability, page) for page in pages])
    print(f"cleaning a page, {len(pages)} pages: median {mine[0]:.1f} ms, p95 {mine[1]:.1f} ms"
          f" | readability-lxml alone: {other[0]:.1f} / {other[1]:.1f} ms"
          f" | ratio {mine[0] / other[0]:.1f} / {mine[1] / other[1]:.1f}")  # fmt: skip


if __name__ == "__main__":
    main()
