"""Markdown to read and to keep beside other notes: the article, then each mark as a quote with what is said of it.

CommonMark with YAML front matter. Every character that any of the common readers (pandoc, Obsidian, Logseq, GitHub)
takes for markup is escaped, so that a quote reads letter for letter as the page had it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from reader.exchange.exporters.codes import Coded, Codes, End, Link
from reader.exchange.exporters.corrections import basis_words, corrections
from reader.exchange.exporters.exporter import Exporter, Profile
from reader.exchange.exporters.losses import claims, extra, kept_elsewhere
from reader.exchange.exporters.options import choice
from reader.exchange.records import json_text
from reader.messages import Message
from reader.model.articles import Article, Block, BlockKind, Revision
from reader.model.dataset import Dataset, Document
from reader.notices import cuts
from reader.progress import Progress

# What is markup wherever it stands, and what is so only in its place: at the start of a line, after a number there,
# doubled, around a word (`:smile:`), before an entity. Straight quotes, dots and dashes because readers with “smart”
# typography would turn them into others.
_MARKUP = re.compile(
    r"""[\\`*_\[\]<>#|~$^@{}"'] | ^[:+=-] | (?<=^\d)[.)] | (?<=^\d\d)[.)] | (?<=^\d\d\d)[.)] | (?<=^\d\d\d\d)[.)]
    | \.(?=\.) | (?<=\.)\. | -(?=-) | (?<=-)- | (?<==)= | =(?==) | :(?=[\w+:-]*:) | (?<=:): | &(?=[\w#]+;)""",
    re.MULTILINE | re.VERBOSE,
)
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")
_ADDRESS = re.compile(r"https?://[^\s<>]+")
_BLANKS = re.compile(r"[ \t]+$|^[ \t]+", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Options:
    """What may be chosen for Markdown."""

    texts: bool = choice(True, Message("Texts of the articles"), Message("Write each article before its marks."))
    front_matter: bool = choice(
        True, Message("Front matter"), Message("Begin with YAML fields for Obsidian, Hugo and pandoc.")
    )


def escaped(text: str) -> str:
    """Return `text` as Markdown that reads back as `text`, but for white space at the ends of its lines."""
    return _MARKUP.sub(r"\\\g<0>", _BLANKS.sub("", text))


def write(dataset: Dataset, out: BinaryIO, options: Options) -> Iterator[Progress]:
    """Front matter, then each article."""
    codes = Codes(dataset)
    if options.front_matter:
        out.write(_bytes(_front(dataset, codes)))
    for done, document in enumerate(dataset.documents(), 1):
        out.write(_bytes("\n\n".join(_article(document, codes, options)) + "\n\n"))
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


def _article(document: Document, codes: Codes, options: Options) -> Iterator[str]:
    blocks = document.revision.blocks
    own_title = bool(options.texts and blocks and blocks[0].kind == BlockKind.TITLE)
    own_title = own_title and "title" not in document.article.as_published
    yield (
        _block(blocks[0], blocks[0].span.of(document.revision.text))
        if own_title
        else f"# {_line(document.article.title)}"
    )
    yield from _facts(document.article)
    yield from (f"*{_line(words)}*" for words in corrections(document))
    yield from (f"*Note: {_line(notice)}*" for notice in cuts(document.revision.notices))
    if options.texts:
        yield from _blocks(document.revision, blocks[1:] if own_title else blocks)
    marks = codes.marks(document)
    links = codes.links(document, marks)
    yield "## Marks" if marks else "*No marks.*"
    for mark in marks:
        yield "\n\n".join(_mark(mark, links.get(mark.annotation.id, [])))


def _facts(article: Article) -> Iterator[str]:
    published = article.published + basis_words(article)
    parts = [_line(fact) for fact in (article.site, article.byline, published, article.language) if fact]
    if article.url:
        parts.append(f"<{article.url}>" if _ADDRESS.fullmatch(article.url) else _line(article.url))
    if parts:
        yield " · ".join(parts)


def _line(text: str) -> str:
    return escaped(" ".join(text.split("\n")))


def _blocks(revision: Revision, blocks: Iterable[Block]) -> Iterator[str]:
    """Each block; the rows of a table and the items of a list stay together."""
    together: list[str] = []
    kind = BlockKind.PARAGRAPH
    for block in blocks:
        if together and block.kind != kind:
            yield "\n".join(together)
            together = []
        kind = block.kind
        words = block.span.of(revision.text)
        if kind == BlockKind.TABLE_ROW:
            together += _row(words, not together)
        elif kind == BlockKind.LIST_ITEM:
            together.append(_item(block, words))
        else:
            yield _block(block, words)
    if together:
        yield "\n".join(together)


def _block(block: Block, words: str) -> str:
    match block.kind:
        case BlockKind.TITLE:
            return f"# {_line(words)}"
        case BlockKind.HEADING:
            return f"{'#' * min(max(block.level, 2), 6)} {_line(words)}"
        case BlockKind.QUOTE:
            return quoted(words)
        case BlockKind.CODE:
            return _fenced(words)
        case BlockKind.RULE:
            return "***"
        case BlockKind.FIGURE:
            return f"*\\[{_line(block.attrs.get('alt') or 'picture')}\\]*"
    return _lines(words)


def _lines(text: str) -> str:
    return escaped(text).replace("\n", "\\\n")


def quoted(text: str) -> str:
    """Return `text` as a block quote."""
    return "\n".join(f"> {line}" if line else ">" for line in escaped(text).replace("\n", "\n\n").split("\n"))


def _fenced(words: str) -> str:
    longest = max((len(run) for run in re.findall("`+", words)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{words}\n{fence}"


def _row(words: str, first: bool) -> list[str]:
    cells = [_line(cell) for cell in words.split("\t")]
    row = f"| {' | '.join(cells)} |"
    return [row, f"|{' --- |' * len(cells)}"] if first else [row]


def _item(block: Block, words: str) -> str:
    number = block.attrs.get("number", "")
    sign = f"{number or 1}." if block.attrs.get("ordered") else "-"
    return f"{'    ' * max(0, block.level - 1)}{sign} {_line(words)}"


def _mark(mark: Coded, links: list[Link]) -> Iterator[str]:
    a = mark.annotation
    who = ", ".join(x for x in (escaped(a.annotator), a.created.date().isoformat()) if x)
    yield f"**{mark.code} · {_line(mark.label.name)}** ({who})"
    yield quoted(a.anchor.quote) if a.anchor.quote else "> *(no words)*"
    if a.note:
        yield _lines(a.note)
    if a.tags:
        yield "Tags: " + ", ".join(_line(tag) for tag in a.tags)
    if a.attributes:
        yield _line(json_text(a.attributes))
    if links:
        yield "\n".join(f"- {_link(link)}" for link in links)


def _link(link: Link) -> str:
    ends = [_end(e) for e in link.ends]
    if link.directed:
        said = f"{ends[0]} {_line(link.kind)} → {ends[1]}"
    else:
        parts = (f"{_line(e.role)} {shown}" for e, shown in zip(link.ends, ends, strict=True))
        said = f"{_line(link.kind)}: {', '.join(parts)}"
    note = f" — {_line(link.note)}" if link.note else ""
    return said + note + (f" ({_line(link.annotator)})" if link.annotator else "")


def _end(end: End) -> str:
    return f"{end.code} in “{_line(end.title)}”" if end.title else end.code


def losses(document: Document, options: Options) -> Iterator[tuple[str, str]]:
    """Yield A page to read: quotes, notes and links, without numbers."""
    yield from kept_elsewhere(document)
    if not options.texts:
        yield "whole texts", document.article.id
    for a in document.annotations:
        yield "offsets", a.id
    yield from extra(document)
    yield from claims(document)


EXPORTER = Exporter(
    "markdown",
    "Markdown",
    ".md",
    "text/markdown",
    Message("For Obsidian, Logseq and other notes: the article, then each quote with its note."),
    Options,
    Profile(offset_unit="none", zero_width=False),
    write,
    losses,
    opens=rb'---\ngenerator: "Tilik"\n',
)
