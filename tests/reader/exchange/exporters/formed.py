"""Articles that say something by their form: made of lines in which «words» carry an inline mark."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from reader.model.articles import Block, BlockKind, InlineKind, InlineMark, LeftOut
from reader.model.dataset import Document
from reader.model.left_out_reasons import STRUCK
from reader.model.spans import Span
from tests.reader.exchange.exporters import made

BEFORE, BEHIND = "The clerk opened the meeting.", "The clerk closed the meeting."


@dataclass(frozen=True)
class Line:
    """A block: its words, in which « and » stand round those of an inline mark of `inline`."""

    words: str
    kind: BlockKind = BlockKind.PARAGRAPH
    attrs: Mapping[str, str] = field(default_factory=dict)
    level: int = 0
    inline: InlineKind | None = None
    target: str = ""
    said: Mapping[str, str] = field(default_factory=dict)
    struck: tuple[int, str] | None = None  # where in the words, and what; -1: behind the block


def formed(lines: Sequence[Line], name: str = "forms") -> Document:
    """An article of these lines between a title with a paragraph and a last paragraph."""
    every = [Line("What the page says", BlockKind.TITLE), Line(BEFORE), *lines, Line(BEHIND)]
    blocks, inline, left_out, at, words = [], list[InlineMark](), list[LeftOut](), 0, list[str]()
    for number, line in enumerate(every, 1):
        plain = line.words.replace("«", "").replace("»", "")
        blocks.append(Block(Span(at, at + len(plain)), line.kind, line.level, line.attrs))
        if line.inline is not None:
            first = line.words.index("«")
            span = Span(at + first, at + line.words.index("»") - 1)
            inline.append(InlineMark(span, line.inline, line.target, line.said))
        if line.struck is not None:
            place, said = line.struck
            left_out.append(LeftOut(said, STRUCK, number, attrs={"at": str(place)} if place >= 0 else {}))
        words.append(plain)
        at += len(plain) + 1
    article, revision = made.article(name, words, language="en")
    revision = replace(revision, blocks=tuple(blocks), inline=tuple(inline), left_out=tuple(left_out))
    return Document(article, revision)


def without(document: Document) -> Document:
    """The twin: the same words, and nothing said by their form."""
    revision = document.revision
    blocks = tuple(
        replace(b, kind=b.kind if n == 0 else BlockKind.PARAGRAPH, attrs={}, level=0)
        for n, b in enumerate(revision.blocks)
    )
    return replace(document, revision=replace(revision, blocks=blocks, inline=(), left_out=()))
