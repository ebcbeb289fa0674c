"""Adding pages on one core and on two, beside readability-lxml alone; and the frames of a window meanwhile.

`python -m tests.bench.bench_adding [CORPUS]`; without a corpus (see tests/training) on our own pages. The reference
gets the same bytes and answers with the article's markup; ours cleans, judges, stores and syncs.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from readability.readability import Document, Unparseable

from reader.cleaning import Workers
from reader.cleaning.decode import decode
from reader.intake.add import add
from reader.model.pages import Page
from reader.store import Library
from tests.bench.bench_cleaning import own
from tests.training.corpus import examples

PAGES = 160
PER_CORE, TWO_CORES, FRAME = 0.8, 1.7, 18.0  # times readability, times one core, milliseconds
_TURNED = 0.016  # seconds between two turns of the page


def pages(arguments: Sequence[str]) -> list[Page]:
    """The corpus's pages, or ours as often as it takes, each different from the others."""
    corpus = [Path(argument) for argument in arguments if Path(argument).is_dir()]
    found = [example.page for folder in corpus for example in examples(folder)] or own()
    many = [found[number % len(found)] for number in range(PAGES)]
    return [_its_own(page, number) for number, page in enumerate(many)]


def _its_own(page: Page, number: int) -> Page:
    words = f"<p>This is page number {number} of those that are added here, and its words are no other page's.</p></h1>"
    data = page.data.replace(b"</h1>", b"</h1>" + words.encode(), 1)
    return replace(page, address=f"{number}.html", name=f"{number}.html", data=data + f"<!--{number}-->".encode())


def readability(page: Page) -> None:
    """The reference: one extractor alone."""
    try:
        Document(decode(page.data, page.encoding, markup=True).text).summary(html_partial=True)
    except Unparseable:
        return


def rate(work: Callable[[], object], count: int) -> float:
    """Return how many pages a second it does."""
    began = time.perf_counter()
    work()
    return count / (time.perf_counter() - began)


def ours(some: Sequence[Page], processes: int, core: bool) -> float:
    """Pages a second, processes running already: how long they take to start is the start's own figure."""
    if core:
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    begun, rest = some[: 16 * processes], some[16 * processes :]
    with (
        tempfile.TemporaryDirectory() as folder,
        Library.open(Path(folder) / "l.tilik") as library,
        Workers(processes) as workers,
    ):
        list(add(library, begun, workers))
        return rate(lambda: list(add(library, rest, workers)), len(rest))


def alone(arguments: Sequence[str], *what: str) -> float:
    """What a process of its own measures."""
    words = [sys.executable, "-m", "tests.bench.bench_adding", *what, *arguments]
    return float(subprocess.run(words, check=True, capture_output=True, text=True).stdout.split()[-1])


def frames(some: Sequence[Page]) -> float:
    """The 95th percentile of the time from a turn of the page to its painted frame, while pages are added."""
    from tests.bench.adding_window import frames_while_adding

    times = frames_while_adding(some, _TURNED)
    print(f"frames while adding: {len(times)}, median {statistics.median(times):.1f} ms", file=sys.stderr)
    return sorted(times)[int(len(times) * 0.95)]


def main() -> int:
    arguments = [word for word in sys.argv[1:] if not word.startswith("--")]
    some = pages(arguments)
    if "--readability" in sys.argv:
        readability(some[0])
        print(rate(lambda: list(map(readability, some)), len(some)))
        return 0
    if "--one" in sys.argv or "--two" in sys.argv:
        print(ours(some, 2 if "--two" in sys.argv else 1, core="--one" in sys.argv))
        return 0
    if "--frames" in sys.argv:
        print(frames(some))
        return 0
    reference, one = alone(arguments, "--readability"), alone(arguments, "--one")
    print(f"adding on one core: {one:.1f} pages/s | readability-lxml alone {reference:.1f}"
          f" | ratio {one / reference:.2f} (goal {PER_CORE})", flush=True)  # fmt: skip
    missed = one / reference < PER_CORE
    if len(os.sched_getaffinity(0)) > 1:
        two = alone(arguments, "--two")
        print(f"adding on two cores: {two:.1f} pages/s | on one {one:.1f} | ratio {two / one:.2f} (goal {TWO_CORES})")
        missed |= two / one < TWO_CORES
    painted = alone(arguments, "--frames")
    print(f"a frame of the window while adding: p95 {painted:.1f} ms (goal {FRAME})")
    return 1 if missed or painted > FRAME else 0


if __name__ == "__main__":
    sys.exit(main())
