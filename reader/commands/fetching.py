"""`tilik fetch`: the texts of articles of which only the address is here."""

from __future__ import annotations

import argparse

from reader.commands import exits
from reader.commands.opening import open_library
from reader.commands.output import Output
from reader.intake.results import FAILED, AddResult


def fetch(options: argparse.Namespace, out: Output) -> int:
    """Fetch the texts of the articles that are named, or of all that wait for theirs."""
    from reader.cleaning import Worker
    from reader.intake.fetch_texts import fetch_texts, to_fetch

    if bool(options.article) == options.all:
        out.error("name articles, or say --all")
        return exits.USAGE
    errors, done = [], 0
    with open_library(options) as library, Worker() as worker:
        ids = to_fetch(library) if options.all else [library.find(name) for name in options.article]
        for step in fetch_texts(library, ids, worker, highlight_label=options.highlight_label):
            if isinstance(step.result, AddResult):
                done += step.result.status != FAILED
                errors += [step.result.error] if step.result.error is not None else []
                _tell(step.result, out)
    return exits.of_all(errors, done)


def _tell(outcome: AddResult, out: Output) -> None:
    if outcome.status == FAILED and not out.json:
        out.error(str(outcome.reason))
        return
    out.incomplete(outcome.address, outcome.notices)
    record = {
        "article": outcome.article_id, "source": outcome.address, "status": outcome.status,
        "reason": str(outcome.reason) if outcome.reason is not None else None,
    }  # fmt: skip
    out.result(record, f"{outcome.status}\t{outcome.article_id}\t{outcome.address}")
