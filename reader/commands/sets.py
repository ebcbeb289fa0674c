"""`tilik import`."""

from __future__ import annotations

import argparse

from reader.commands import exits
from reader.commands.opening import open_library
from reader.commands.output import Output
from reader.errors import SourceError
from reader.intake.add import FAILED, AddResult


def import_(options: argparse.Namespace, out: Output) -> int:
    """Bring a set in, as one step of undo; report each article and each problem."""
    from reader.intake.add import import_set

    outcomes: list[AddResult] = []
    if not options.path.exists():
        raise SourceError("{0}: there is no such file", options.path)
    with open_library(options) as library:
        for step in import_set(library, options.path, options.format):
            if isinstance(step.result, AddResult):
                outcomes.append(step.result)
    for outcome in outcomes:
        record = {"source": outcome.address, "status": outcome.status, "article": outcome.article_id or None,
                  "reason": str(outcome.reason) if outcome.reason is not None else None}  # fmt: skip
        if outcome.status == FAILED and not out.json:
            out.error(str(outcome.reason))
        else:
            out.result(record, f"{outcome.status}\t{outcome.article_id}\t{outcome.address}")
    return exits.SOME_FAILED if any(o.status == FAILED for o in outcomes) else exits.DONE
