"""An HTML report to read and to print: one file, no script, nothing loaded from anywhere.

Marks stand in the text with their short names, a tint and a line whose shape tells the label, so that they can be
told apart in grey. Templates escape by themselves; the style is allowed by its hash, and by nothing else.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape
from typing import TYPE_CHECKING, Any, BinaryIO

from reader.exchange.exporters.blocks_html import Looks, blocks_html, escaped_alt
from reader.exchange.exporters.cards_html import cards_html, escaped_name
from reader.exchange.exporters.coded import Coded
from reader.exchange.exporters.codes import Codes
from reader.exchange.exporters.corrections import basis_words, corrections
from reader.exchange.exporters.exporter import Exporter, Profile, all_but
from reader.exchange.exporters.features import Feature as F
from reader.exchange.exporters.inline_html import InlineHtml
from reader.exchange.exporters.losses import ADDRESSES
from reader.exchange.exporters.options import choice
from reader.exchange.exporters.paper.html import colours
from reader.exchange.exporters.paper.words import Language, language_option
from reader.exchange.exporters.runs import Cutter, Run
from reader.exchange.exporters.sections import sections
from reader.exchange.exporters.struck import quotation, struck_notice
from reader.messages import Message
from reader.model.articles import Block, BlockKind
from reader.model.dataset import Dataset, Document
from reader.model.struck_places import StruckPlace, struck_places
from reader.notices import cautions
from reader.progress import Progress

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup


K = BlockKind
_BLOCKS = {
    K.TITLE: 'h2 class="b-title"', K.STANDFIRST: 'p class="b-standfirst"', K.BYLINE: 'p class="b-byline"',
    K.DATELINE: 'p class="b-dateline"', K.CAPTION: 'p class="b-caption"', K.PARAGRAPH: 'p class="b-paragraph"',
    K.CODE: "pre",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Options:
    """What may be chosen for the report."""

    texts: bool = choice(
        True, Message("Texts of the articles"), Message("Show each article with its marks in place, before their list.")
    )
    addresses: bool = choice(
        True, Message("Addresses of links"), Message("Print the address of each article under its title.")
    )
    language: str = language_option()


def write(dataset: Dataset, out: BinaryIO, options: Options) -> Iterator[Progress]:
    """Yield A head with the labels and their counts, then each article with its marks."""
    say = Language(options.language)
    pages, codes = _environment(), Codes(dataset, say)
    style = colours() + pages.get_template("report.css").render()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    values = {"name": dataset.name, "count": dataset.count, "labels": codes.labels(), "style": style, "digest": digest}
    values |= {"language": say.id, "counted": say.counted("articles", dataset.count)}
    out.write(_bytes(pages.get_template("head.html.j2").render(values)))
    for done, document in enumerate(dataset.documents(), 1):
        shown = pages.get_template("article.html.j2").render(_article(document, codes, options, say))
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
    return made


class _Words:
    """The words of blocks with their marks; here and not in the template, which takes five times as long."""

    def __init__(self, inline: InlineHtml) -> None:
        self._inline = inline
        self._openings: dict[tuple[str, int], str] = {}

    def __call__(self, runs: Iterable[Run]) -> str:
        return "".join([self._marked(group) for group in _grouped(runs)])

    def _marked(self, runs: list[Run]) -> str:
        first, marks = runs[0], runs[0].marks
        is_plain = len(runs) == 1 and not first.inline and not first.struck and "\n" not in first.text
        words = escape(first.text, quote=False) if is_plain else self._inline.runs(runs)
        if marks:
            words = "".join([self._opening(m) for m in marks]) + words + "</span>" * len(marks)
        begins = first.begins
        return "".join([_sign(m) for m in begins]) + words if begins else words

    def _opening(self, mark: Coded) -> str:
        """What opens a mark: the same for all of a label and lane, of which there are few."""
        key = mark.label.id, min(mark.lane, 3)
        if key not in self._openings:
            looks = f"c-{escape(mark.label.colour)} u-{mark.label.underline.value} lane-{key[1]}"
            self._openings[key] = f'<span class="mark {looks}">'
        return self._openings[key]


def _grouped(runs: Iterable[Run]) -> Iterator[list[Run]]:
    """Runs in a row under the same marks, the first of which may begin some."""
    group: list[Run] = []
    for run in runs:
        if group and (run.begins or run.marks != group[0].marks):
            yield group
            group = []
        group.append(run)
    if group:
        yield group


def _sign(m: Coded) -> str:
    id = escape(m.annotation.id)
    place = f'href="#m-{id}" id="t-{id}" title="{escaped_name(m.label.name)}"'
    return f'<sup class="code c-{escaped_name(m.label.colour)}"><a {place}>{m.code}</a></sup>'


def _body(document: Document, marks: Sequence[Coded], struck: Sequence[StruckPlace], say: Language) -> list[Markup]:
    """The elements of the article's text."""
    from markupsafe import Markup

    inline = InlineHtml(f"n-{document.article.id}-", rel="noreferrer")
    looks = Looks(
        _BLOCKS, inline, _Words(inline), lambda _block: ' dir="auto"', partial(_figure, say), shift=1, roles="b-",
    )  # fmt: skip
    cutter = Cutter(document.revision, marks, struck)
    return [Markup(one) for one in blocks_html(sections(cutter.blocks()), document.revision.text, looks)]


def _figure(say: Language, block: Block) -> str:
    return f'<p class="b-figure" dir="auto">▧ {escaped_alt(block, say("picture_unsaid"))}</p>'


def _quotation(document: Document, mark: Coded, struck: Sequence[StruckPlace]) -> str:
    """The words of a mark as HTML; what was struck in them stands there, struck."""
    parts = [
        "<del>" + escape(words, quote=False) + "</del>" if is_struck else escape(words, quote=False)
        for words, is_struck in quotation(document.revision, mark.annotation, struck)
    ]
    return "".join(parts)


def _article(document: Document, codes: Codes, options: Options, say: Language) -> dict[str, Any]:
    from markupsafe import Markup

    article, revision, marks = document.article, document.revision, codes.marks(document)
    struck = struck_places(revision)
    quotes = {m.code: _quotation(document, m, struck if m.is_placed else ()) for m in marks}
    cards = cards_html(marks, quotes, codes.links(document, marks), say, is_text_shown=options.texts)
    titled = bool(revision.blocks) and revision.blocks[0].kind is BlockKind.TITLE
    return {
        "article": article, "metadata": revision.metadata, "marks": marks,
        "cautions": [say.notice(one) for one in (*cautions(revision.notices), *struck_notice(struck))],
        "corrections": corrections(document, say), "basis": basis_words(article, say), "say": say,
        "cards": Markup(cards), "options": options,
        "body": _body(document, marks, struck, say) if options.texts else [], "titled": titled and options.texts,
        "address": article.url if article.url.startswith(("http://", "https://")) else "",
    }  # fmt: skip


def losses(document: Document, options: Options) -> Iterator[tuple[str, str]]:
    """Yield the addresses that are not printed."""
    if not options.addresses and document.article.url:
        yield ADDRESSES, document.article.id


_LACKS = frozenset(
    {
        F.ORIGINALS, F.PICTURES, F.REVISIONS, F.LEFT_OUT, F.CAPTURE, F.METADATA, F.STATES,
        F.ARTICLE_EXTRA, F.TIMES, F.ABOUT, F.EXTRA, F.ORIGINS, F.LINK_TIMES, F.LINK_EXTRA, F.CLAIMS, F.SOURCES,
        F.EVIDENCE, F.REVIEWS, F.NOTICES,
    }
)  # fmt: skip


def _holds(options: Options) -> frozenset[F]:
    return all_but(*(_LACKS if options.texts else _LACKS | {F.TEXTS, F.STRUCTURE, F.PLACES, F.SPANNED_CELLS}))


_GENERATOR = b'<meta name="generator" content="Tilik">'

EXPORTER = Exporter(
    "html",
    Message("Articles with marks (HTML)"),
    ".html",
    "text/html",
    Message("For readers and editors: a page to read, print or send, with every mark in its place."),
    Options,
    Profile(
        all_but(*_LACKS),
        instead={
            F.PLACES: Message("their words are written"),
            F.TEXTS: Message("only the marked quotes are written"),
            F.TIMES: Message("the day is written"),
            F.NOTICES: Message("those that warn are written"),
            ADDRESSES: Message("not printed"),
        },
    ),
    write,
    losses,
    holds=_holds,
    opens=rb'<!DOCTYPE html>\n<html lang="(?:en|id)">\n<head>\n<meta charset="utf-8">\n' + _GENERATOR,
)
