"""Markup of a document, all of which is its text: to blocks, with nothing left out but what is struck."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from reader.cleaning.assemble import assemble
from reader.cleaning.completed_metadata import detected
from reader.cleaning.html import parse, walk
from reader.cleaning.markup_words import put_markup_into_words
from reader.cleaning.notes import settle_references
from reader.cleaning.pictures import settle_pictures
from reader.cleaning.raw import RawBlock
from reader.cleaning.rules import with_rules
from reader.cleaning.struck import take_out_struck
from reader.cleaning.verse import settle_verse
from reader.model import left_out_reasons as reasons
from reader.model.articles import BlockKind, Metadata
from reader.model.pages import Cleaned
from reader.notices import STRUCK_OUT, notice

_HEADLINE = 160  # characters


@dataclass(slots=True)
class Whole:
    """The blocks of a document's markup, and what is to be told of them. `base` is what its links count from."""

    blocks: list[RawBlock]
    base: str
    notices: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, html: str, base: str, notices: Sequence[str] = ()) -> Whole:
        """Return the blocks of `html`, in its order."""
        tree = parse(html)
        struck = put_markup_into_words(tree, html)
        told = list(notices)
        blocks = take_out_struck(walk(tree, base).blocks, struck)
        if places := sum(cut.reason == reasons.STRUCK for cut in struck):
            told.append(notice(STRUCK_OUT, places))
        return cls(blocks, base, told)

    @property
    def has_words(self) -> bool:
        """Whether there is anything to be read."""
        return any(block.text.strip() and not block.reason for block in self.blocks)

    def entitle(self, metadata: Metadata, basis: str, found: str) -> Metadata:
        """Put the title first: that of `metadata`, named after `basis`, unless the text opens with it as its first
        heading; without one, that heading, named after `found`, or a first line that reads as one. Return the metadata
        with it."""
        first = next((block for block in self.blocks if block.text.strip()), None)
        heads = first is not None and first.kind is BlockKind.HEADING and first.level == 1
        if first is not None and heads and (not metadata.title or _same(first.text, metadata.title)):
            first.kind, first.level = BlockKind.TITLE, 0
            metadata, basis = replace(metadata, title=first.text), found
        elif first is not None and not metadata.title and _is_headline(first):
            first.kind, basis = BlockKind.TITLE, "first line"
            metadata = replace(metadata, title=first.text)
        elif metadata.title:
            self.blocks.insert(0, RawBlock(metadata.title, BlockKind.TITLE))
        return replace(metadata, basis={**metadata.basis, "title": basis}) if metadata.title else metadata

    def cleaned(self, metadata: Metadata, encoding: str) -> Cleaned:
        """Return the article that the blocks make."""
        if not metadata.language:
            metadata = detected(metadata, " ".join(block.text for block in self.blocks))
        pictures = settle_pictures(self.blocks, self.base, self.notices)
        settle_references(self.blocks)
        blocks = with_rules(settle_verse(self.blocks))
        return assemble(blocks, metadata, encoding=encoding, notices=self.notices, pictures=pictures)


def _same(heading: str, title: str) -> bool:
    return " ".join(heading.casefold().split()) == " ".join(title.casefold().split())


def _is_headline(block: RawBlock) -> bool:
    return block.kind is BlockKind.PARAGRAPH and len(block.text) <= _HEADLINE and block.text[-1] not in ".,;:…"
