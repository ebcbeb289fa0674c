"""`tilik edit`: what an article says of itself corrected, with the publisher's values kept beside."""

from __future__ import annotations

import argparse

from reader.commands import exits
from reader.commands.opening import open_library
from reader.commands.output import Output
from reader.edits.facts import FACTS, correct_facts, publisher_value
from reader.text.invariants import frozen
from reader.text.typed_date import typed_date


def edit(options: argparse.Namespace, out: Output) -> int:
    """Correct the facts that are given, as one step of undo, and tell all of them."""
    given = {name: frozen(value) for name in FACTS if (value := getattr(options, name)) is not None}
    if not given and not options.back:
        out.error("edit needs --title, --byline, --published, --url or --back")
        return exits.USAGE
    if "published" in given:
        given["published"] = typed_date(given["published"], options.lang)
    with open_library(options) as library:
        article = library.article(library.find(options.article))
        made = correct_facts(article, given | {name: publisher_value(article, name) for name in options.back})
        if made.swaps:
            library.apply(made)
        after = library.article(article.id)
    facts = {name: getattr(after, name) for name in FACTS}
    record = {"article": after.id, "changed": bool(made.swaps), **facts, "as_published": dict(after.as_published)}
    out.result(record, "\t".join([after.id, *facts.values()]))
    return exits.DONE
