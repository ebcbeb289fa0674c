"""Markdown to read and to keep beside other notes: the article, then each mark as a quote with what is said of it.

CommonMark with YAML front matter. Every character that any of the common readers (pandoc, Obsidian, Logseq, GitHub)
takes for markup is escaped, so that a quote reads letter for letter as the page had it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import BinaryIO

from reader.exchange.exporters.blocks_markdown import BlocksMarkdown
from reader.exchange.exporters.coded import Coded, End, Link
from reader.exchange.exporters.codes import Codes
from reader.exchange.exporters.corrections import basis_words, corrections
from reader.exchange.exporters.exporter import Exporter, Profile, all_but
from reader.exchange.exporters.features import Feature as F
from reader.exchange.exporters.inline_markdown import InlineMarkdown, escaped
from reader.exchange.exporters.options import choice
from reader.exchange.exporters.paper.attributes import attributes_said
from reader.exchange.exporters.paper.words import Language, language_option
from reader.exchange.exporters.runs import Cutter, Run
from reader.exchange.exporters.sections import sections
from reader.exchange.exporters.struck import quotation, struck_notice
from reader.messages import Message
from reader.model.articles import Article, BlockKind
from reader.model.dataset import Dataset, Document
from reader.model.struck_places import struck_places
from reader.notices import cautions
from reader.progress import Progress

_UNPRINTABLE = re.compile("[<>&\x7f-\x9f\u2028\u2029\ufeff]")
_ADDRESS = re.compile(r"https?://[^\s<>]+")


@dataclass(frozen=True, slots=True)
class Options:
    """What may be chosen for Markdown."""

    texts: bool = choice(True, Message("Texts of the articles"), Message("Write each article before its marks."))
    front_matter: bool = choice(
        True, Message("Front matter"), Message("Begin with YAML fields for Obsidian, Hugo and pandoc.")
    )
    language: str = language_option()


def write(dataset: Dataset, out: BinaryIO, options: Options) -> Iterator[Progress]:
    """Front matter, then each article."""
    say = Language(options.language)
    codes = Codes(dataset, say)
    if options.front_matter:
        out.write(_bytes(_front(dataset, codes)))
    for done, document in enumerate(dataset.documents(), 1):
        out.write(_bytes("\n\n".join(_article(document, codes, options, say)) + "\n\n"))
        yield Progress(done, dataset.count, document.article.title)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "replace")


def _front(dataset: Dataset, codes: Codes) -> str:
    """The set's name and counts, and what the article says of itself when there is one alone."""
    parts: list[tuple[str, object]] = [("title", dataset.name), ("articles", dataset.count)]
    only = next(dataset.documents(), None) if dataset.count == 1 else None
    if only:
        a = only.article
        parts = [("title", a.title), ("site", a.site), ("byline", a.byline), ("published", a.published)]
        parts += [
            ("published_basis", a.published_basis),
            ("language", a.language),
            ("url", a.url),
            ("tags", list(a.tags)),
        ]
    parts = [("generator", "Tilik"), *parts]
    parts += [("labels", {label.name: number for _, label, number in codes.labels()})]
    return "---\n" + "".join(f"{key}: {_yaml(value)}\n" for key, value in parts if value or value == 0) + "---\n\n"


def _yaml(value: object) -> str:
    """JSON is YAML, but for characters that YAML calls unprintable."""
    return _UNPRINTABLE.sub(lambda m: f"\\u{ord(m.group()):04x}", json.dumps(value, ensure_ascii=False))


def _article(document: Document, codes: Codes, options: Options, say: Language) -> Iterator[str]:
    revision = document.revision
    struck = struck_places(revision)
    writer = BlocksMarkdown(InlineMarkdown(revision.text, f"n-{document.article.id}-"))
    shown = list(Cutter(revision, (), struck).blocks()) if options.texts else []
    own_title = bool(shown) and shown[0].block.kind == BlockKind.TITLE
    own_title = own_title and "title" not in document.article.as_published
    yield writer.block(shown.pop(0)) if own_title else f"# {_line(document.article.title)}"
    yield from _facts(document.article, say)
    yield from (f"*{_line(words)}*" for words in corrections(document, say))
    yield from (
        f"*{_line(say('notice', say.notice(one)))}*" for one in (*cautions(revision.notices), *struck_notice(struck))
    )
    yield from writer.sections(sections(shown))
    marks = codes.marks(document)
    links = codes.links(document, marks)
    yield f"## {say('marks')}" if marks else f"*{say('no_marks')}*"
    for n, mark in enumerate(marks):
        if not mark.is_placed and (n == 0 or marks[n - 1].is_placed):
            yield f"## {say('orphans')}"
        said = quotation(revision, mark.annotation, struck if mark.is_placed else ())
        words = writer.inline.words([Run("", struck=one) if is_struck else Run(one) for one, is_struck in said])
        yield "\n\n".join(_mark(mark, words, links.get(mark.annotation.id, []), say))


def _facts(article: Article, say: Language) -> Iterator[str]:
    published = article.published + basis_words(article, say)
    parts = [_line(fact) for fact in (article.site, article.byline, published, article.language) if fact]
    if article.url:
        parts.append(f"<{article.url}>" if _ADDRESS.fullmatch(article.url) else _line(article.url))
    if parts:
        yield " · ".join(parts)
    if article.tags:
        yield _line(say("tags", ", ".join(article.tags)))


@lru_cache(maxsize=4096)
def _line(text: str) -> str:
    return escaped(" ".join(text.split("\n")))


def _lines(text: str) -> str:
    return escaped(text).replace("\n", "\\\n")


def quoted(text: str) -> str:
    """Return `text` as a block quote."""
    return _as_quote(escaped(text))


def _as_quote(markdown: str) -> str:
    return "\n".join(f"> {line}" if line else ">" for line in markdown.replace("\n", "\n\n").split("\n"))


def _mark(mark: Coded, words: str, links: list[Link], say: Language) -> Iterator[str]:
    a = mark.annotation
    day = f"{a.created:%Y-%m-%d}"
    who = f"{_line(a.annotator)}, {day}" if a.annotator else day
    yield f"**{mark.code} · {_line(mark.label.name)}** ({who})"
    yield _as_quote(words) if a.anchor.quote else f"> *{say('no_words')}*"
    if a.note:
        yield _lines(a.note)
    if a.tags:
        yield _line(say("tags", ", ".join(a.tags)))
    if a.attributes:
        yield _line("; ".join(attributes_said(a.attributes, say)))
    if links:
        yield "\n".join(f"- {_link(link, say)}" for link in links)


def _link(link: Link, say: Language) -> str:
    ends = [_end(e, say) for e in link.ends]
    if link.directed:
        said = f"{ends[0]} {_line(link.kind)} → {ends[1]}"
    else:
        parts = (f"{_line(e.role)} {shown}" for e, shown in zip(link.ends, ends, strict=True))
        said = f"{_line(link.kind)}: {', '.join(parts)}"
    how = f" ({_line('; '.join(link.said))})" if link.said else ""
    note = f" — {_line(link.note)}" if link.note else ""
    return said + how + note + (f" ({_line(link.annotator)})" if link.annotator else "")


def _end(end: End, say: Language) -> str:
    return f"{end.code} {_line(say('in_article', end.title))}" if end.title else end.code


_LACKS = frozenset(
    {
        F.ORIGINALS, F.PICTURES, F.REVISIONS, F.SPANNED_CELLS, F.LEFT_OUT, F.CAPTURE, F.METADATA, F.STATES,
        F.ARTICLE_EXTRA, F.PLACES, F.TIMES, F.ABOUT, F.EXTRA, F.ORIGINS, F.LINK_TIMES, F.LINK_EXTRA,
        F.CLAIMS, F.SOURCES, F.EVIDENCE, F.REVIEWS, F.LABELS, F.NOTICES,
    }
)  # fmt: skip


def _holds(options: Options) -> frozenset[F]:
    without = _LACKS if options.texts else _LACKS | {F.TEXTS, F.STRUCTURE}
    return all_but(*without)


EXPORTER = Exporter(
    "markdown",
    Message("Articles with marks (Markdown)"),
    ".md",
    "text/markdown",
    Message("For Obsidian, Logseq and other notes: the article, then each quote with its note."),
    Options,
    Profile(
        all_but(*_LACKS),
        offset_unit="none",
        instead={
            F.PLACES: Message("their words are written"),
            F.TEXTS: Message("only the marked quotes are written"),
            F.SPANNED_CELLS: Message("each cell stands in its column"),
            F.TIMES: Message("the day is written"),
            F.NOTICES: Message("those that warn are written"),
            F.LABELS: Message("their names are written"),
        },
    ),
    write,
    holds=_holds,
    opens=rb'---\ngenerator: "Tilik"\n',
)
