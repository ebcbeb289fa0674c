"""Some words of an article, to be copied elsewhere: their text, and their structure as HTML without any looks."""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.exchange.exporters.runs import Run, Section, Shown, sections
from reader.model.articles import BlockKind, Revision
from reader.model.spans import Span

_TAGS = {BlockKind.TITLE: "h1", BlockKind.QUOTE: "blockquote", BlockKind.CODE: "pre"}
_INLINE = {"emphasis": "em", "strong": "strong", "code": "code"}
BETWEEN = " … "  # stands between pieces that are not next to each other


def excerpt_text(revision: Revision, spans: Sequence[Span]) -> str:
    """Return the words of `spans` (half-open code points), pieces joined by an ellipsis."""
    return BETWEEN.join(span.of(revision.text).strip() for span in spans)


def excerpt_html(revision: Revision, spans: Sequence[Span]) -> str:
    """Return the same words as HTML: paragraphs, headings, lists, quotes, tables, emphasis, links and nothing else."""
    found = (section for span in spans for section in sections(_clipped(revision, span), ()))
    return "".join(part for section in found for part in _html(section))


def _clipped(revision: Revision, span: Span) -> Revision:
    blocks = [block for block in revision.blocks if block.span.start < span.end and block.span.end > span.start]
    cut = [
        replace(block, span=Span(max(block.span.start, span.start), min(block.span.end, span.end))) for block in blocks
    ]
    return replace(revision, blocks=tuple(cut))


def _html(section: Section) -> Iterator[str]:
    if section.kind == BlockKind.TABLE_ROW:
        yield "<table>" + "".join(_row(shown) for shown in section.blocks) + "</table>"
    elif section.kind == BlockKind.LIST_ITEM:
        tag = "ol" if section.ordered else "ul"
        yield f"<{tag}>" + "".join(f"<li>{_words(shown.cells[0])}</li>" for shown in section.blocks) + f"</{tag}>"
    else:
        for shown in section.blocks:
            tag = f"h{min(max(shown.block.level, 2), 6)}" if shown.block.kind is BlockKind.HEADING else ""
            tag = tag or _TAGS.get(shown.block.kind, "p")
            yield f"<{tag}>{_words(shown.cells[0])}</{tag}>"


def _row(shown: Shown) -> str:
    tag = "th" if shown.block.attrs.get("header") else "td"
    return "<tr>" + "".join(f"<{tag}>{_words(cell)}</{tag}>" for cell in shown.cells) + "</tr>"


def _words(runs: Sequence[Run]) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    words = html.escape(run.text, quote=False)
    for kind in sorted(run.kinds):
        words = f"<{_INLINE[kind]}>{words}</{_INLINE[kind]}>" if kind in _INLINE else words
    return f'<a href="{html.escape(run.href)}">{words}</a>' if run.href else words
