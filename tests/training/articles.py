"""The articles that the cleaner makes of a corpus, for what measures them."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from reader.cleaning import clean
from reader.errors import CleaningError
from reader.model.pages import Cleaned
from tests.training import pages
from tests.training.corpus import Example, examples, own


def made(about: str) -> tuple[argparse.Namespace, Iterator[tuple[Example, Cleaned]]]:
    """The command line's options and each page's article; a page without an article is not among them."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--held-out", action="store_true", help="judge each page by a model without its publisher")
    parser.add_argument("--lines", action="store_true", help="print every fault")
    options = parser.parse_args()
    return options, (_held_out if options.held_out else _shipped)(options.corpus)


def _shipped(corpus: Path) -> Iterator[tuple[Example, Cleaned]]:
    for example in examples(corpus):
        try:
            yield example, clean(example.page)
        except CleaningError:
            continue


def _held_out(corpus: Path) -> Iterator[tuple[Example, Cleaned]]:
    sheets = [sheet for example in examples(corpus) if (sheet := pages.sheet(example)) is not None]
    ours = [sheet for example in own() if (sheet := pages.sheet(example)) is not None]
    sure, owner = pages.held_out(sheets, 0, ours), pages.table(sheets).owner
    for number, sheet in enumerate(sheets):
        yield sheet.example, pages.article_of(sheet, sure[owner == number])
