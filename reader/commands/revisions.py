"""`tilik recapture` and `tilik compare`: an article's newer text, and what the captures show."""

from __future__ import annotations

import argparse
import json

from reader.commands import exits
from reader.commands.opening import open_library
from reader.commands.output import Output


def recapture(options: argparse.Namespace, out: Output) -> int:
    """Take the newer text and report each mark's outcome; nothing is recorded when nothing has changed."""
    from reader.cleaning import Worker
    from reader.intake.capture_again import capture

    with open_library(options) as library, Worker() as worker:
        found = capture(library, library.find(options.article), options.source, worker)
        if found.edit is not None:
            library.apply(found.edit)
        revision = library.article(found.article_id).revision_id
        notices = library.revision(revision).notices if found.edit is not None else ()
    out.incomplete(found.address, notices)
    status = "captured" if found.edit is not None else "unchanged"
    out.result(
        {
            "article": found.article_id,
            "status": status,
            "revision": revision,
            "asks": found.asks,
            **({"notices": list(notices)} if notices else {}),
        },
        f"{status}\t{found.article_id}\t{found.address}",
    )
    for one in found.carried:
        record = {
            "annotation": one.before.id, "label": one.before.label, "outcome": one.outcome.value,
            "asks": one.needs_review, "quote": one.quote, "wording": one.wording or None, "why": one.why,
        }  # fmt: skip
        out.result(record, f"{one.outcome.value}\t{one.before.id}\t{one.quote!r} -> {one.wording!r}")
    return exits.DONE


def compare(options: argparse.Namespace, out: Output) -> int:
    """Return the report on stdout."""
    from reader.revisions import compare_report
    from reader.revisions.compare import compare as between

    with open_library(options, readonly=True) as library:
        found = between(library, library.find(options.article), options.old, options.new)
    record = compare_report.record(found)
    if options.format == "json" or options.json:
        out.result(record, json.dumps(record, ensure_ascii=False))
    elif options.format == "html":
        out.document(compare_report.FORMATS["html"](found))
    else:
        out.result(record, compare_report.FORMATS[options.format](found))
    return exits.DONE
