"""`tilik clean`: what the cleaner makes of pages, with no library."""

from __future__ import annotations

import argparse
from typing import Any

from reader.cleaning import Worker
from reader.commands import exits
from reader.commands.output import Output
from reader.commands.structure import structure
from reader.errors import TilikError
from reader.model.pages import Cleaned, Page
from reader.sources import read


def clean(options: argparse.Namespace, out: Output) -> int:
    """Clean each source; report a bad one on stderr and go on with the rest."""
    errors: list[TilikError] = []
    done = 0

    def failed(error: TilikError) -> None:
        errors.append(error)
        out.error(str(error))

    with Worker() as worker:
        for page in (p for s in options.source for p in read(s, base_url=options.base_url, failed=failed)):
            try:
                cleaned = worker.clean(page)
            except TilikError as error:
                failed(error)
            else:
                _tell(page, cleaned, options, out)
                done += 1
    return exits.of_all(errors, done)


def _tell(page: Page, cleaned: Cleaned, options: argparse.Namespace, out: Output) -> None:
    if options.html and not options.json:
        from reader.commands.plain_html import plain_html

        out.incomplete(page.address, cleaned.notices)
        out.document(plain_html(cleaned))
        return
    out.incomplete(page.address, cleaned.notices)
    out.result(record(page.address, cleaned), cleaned.text)


def record(source: str, cleaned: Cleaned) -> dict[str, Any]:
    """Return the contract's JSON object; offsets are code points of `text`."""
    metadata = cleaned.metadata
    return {
        "source": source, "title": metadata.title, "standfirst": metadata.standfirst, "byline": metadata.byline,
        "reporter": metadata.reporter, "editor": metadata.editor, "agency": metadata.agency, "site": metadata.site,
        "section": metadata.section, "published": metadata.published, "published_basis": metadata.published_basis,
        "updated": metadata.updated,
        "language": metadata.language, "url": metadata.url,
        "captured": cleaned.captured.isoformat() if cleaned.captured else "",
        "captured_basis": metadata.basis.get("captured", ""), "text": cleaned.text,
        **structure(cleaned.blocks, cleaned.inline),
        "left_out": [{"text": x.text, "reason": x.reason} for x in cleaned.left_out],
        "notices": list(cleaned.notices),
    }  # fmt: skip
