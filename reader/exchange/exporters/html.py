"""An HTML report to read and to print: one file, no script, nothing loaded from anywhere.

Marks stand in the text with their short names, a tint and a line whose shape tells the label, so that they can be
told apart in grey. Templates escape by themselves; the style is allowed by its hash, and by nothing else.
"""

from __future__ import annotations

import base64
import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, BinaryIO

from reader.exchange.exporters.codes import Coded, Codes
from reader.exchange.exporters.corrections import basis_words, corrections
from reader.exchange.exporters.exporter import Exporter, Profile
from reader.exchange.exporters.losses import claims, extra, kept_elsewhere
from reader.exchange.exporters.options import choice
from reader.exchange.exporters.runs import Run, sections
from reader.exchange.records import plain_json
from reader.messages import Message
from reader.model.dataset import Dataset, Document
from reader.notices import cuts
from reader.progress import Progress

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup


_TAGS = {"strong": "strong", "emphasis": "em", "code": "code"}


@dataclass(frozen=True, slots=True)
class Options:
    """What may be chosen for the report."""

    texts: bool = choice(
        True, Message("Texts of the articles"), Message("Show each article with its marks in place, before their list.")
    )
    addresses: bool = choice(
        True, Message("Addresses of links"), Message("Print the address of each article under its title.")
    )


def write(dataset: Dataset, out: BinaryIO, options: Options) -> Iterator[Progress]:
    """Yield A head with the labels and their counts, then each article with its marks."""
    pages, codes = _environment(), Codes(dataset)
    style = pages.get_template("report.css").render()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    values = {"name": dataset.name, "count": dataset.count, "labels": codes.labels(), "style": style, "digest": digest}
    out.write(_bytes(pages.get_template("head.html.j2").render(values)))
    for done, document in enumerate(dataset.documents(), 1):
        shown = pages.get_template("article.html.j2").render(_article(document, codes, options))
        out.write(_bytes(shown))
        yield Progress(done, dataset.count, document.article.title)
    out.write(b"</main>\n</body>\n</html>\n")


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "replace")


def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined  # late: a cold start does not need it

    made = Environment(
        loader=PackageLoader("reader.exchange.exporters"),
        autoescape=lambda name: not (name or "").endswith(".css"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["show"] = _shown
    made.filters["day"] = lambda time: time.date().isoformat()
    made.filters["plain"] = lambda value: value if isinstance(value, str) else plain_json(value)
    return made


def _shown(runs: Iterable[Run]) -> Markup:
    """The words of a block with their marks; here and not in the template, which takes five times as long."""
    from markupsafe import Markup, escape

    def safe(text: str) -> str:
        return str(escape(text))

    return Markup("".join([_run(run, safe) for run in runs]))


def _run(run: Run, safe: Callable[[str], str]) -> str:
    words = safe(run.text)
    if run.kinds:
        for tag in [tag for kind, tag in _TAGS.items() if kind in run.kinds][::-1]:
            words = f"<{tag}>{words}</{tag}>"
    if run.href:
        words = f'<a href="{safe(run.href)}" rel="noreferrer">{words}</a>'
    for m in reversed(run.marks):
        looks = f"c-{safe(m.label.colour)} u-{m.label.underline.value} lane-{min(m.lane, 3)}"
        words = f'<span class="mark {looks}">{words}</span>'
    return "".join([_sign(m, safe) for m in run.begins]) + words if run.begins else words


def _sign(m: Coded, safe: Callable[[str], str]) -> str:
    place = f'href="#{safe(m.anchor)}" id="t-{safe(m.annotation.id)}" title="{safe(m.label.name)}"'
    return f'<sup class="code c-{safe(m.label.colour)}"><a {place}>{safe(m.code)}</a></sup>'


def _article(document: Document, codes: Codes, options: Options) -> dict[str, Any]:
    article, marks = document.article, codes.marks(document)
    return {
        "article": article, "metadata": document.revision.metadata, "marks": marks,
        "cuts": cuts(document.revision.notices), "corrections": corrections(document), "basis": basis_words(article),
        "links": defaultdict(list, codes.links(document, marks)), "options": options,
        "sections": list(sections(document.revision, marks)) if options.texts else [],
        "address": article.url if article.url.startswith(("http://", "https://")) else "",
    }  # fmt: skip


def losses(document: Document, options: Options) -> Iterator[tuple[str, str]]:
    """Yield A report is for reading: it shows all that is said of a mark, but does not come back."""
    yield from kept_elsewhere(document)
    if not options.texts:
        yield "whole texts", document.article.id
    if not options.addresses and document.article.url:
        yield "addresses", document.article.id
    yield from extra(document)
    yield from claims(document)


_GENERATOR = b'<meta name="generator" content="Tilik">'

EXPORTER = Exporter(
    "html",
    Message("HTML report"),
    ".html",
    "text/html",
    Message("For readers and editors: a page to read, print or send, with every mark in its place."),
    Options,
    Profile(),
    write,
    losses,
    opens=rb'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n' + _GENERATOR,
)
