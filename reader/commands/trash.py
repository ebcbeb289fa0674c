"""`tilik empty-trash`: what is in the trash deleted for good, when that was said twice."""

from __future__ import annotations

import argparse

from reader.commands import exits
from reader.commands.opening import open_library
from reader.commands.output import Output


def empty_trash(options: argparse.Namespace, out: Output) -> int:
    """Delete for good with `--yes`; without it list what would go."""
    if not options.yes:
        return _listing(options, out)
    with open_library(options) as library:
        done = library.delete_for_good(library.trashed())
    record = {"articles": done.articles, "marks": done.marks, "originals": done.originals, "steps": done.steps}
    told = f"deleted for good: {done.articles} articles, {done.marks} marks, {done.originals} original pages"
    out.result(record, f"{told}, {done.steps} steps of undo")
    return exits.DONE


def _listing(options: argparse.Namespace, out: Output) -> int:
    with open_library(options, readonly=True) as library:
        found = library.articles(library.trashed())
    for article in found.values():
        out.result({"article": article.id, "title": article.title}, f"{article.id}\t{article.title}")
    out.warn(f"{len(found)} articles in the trash; --yes deletes them for good, which no undo brings back")
    return exits.DONE
