"""What an article says twice: headline and captions in its text, a line after itself, sentences pulled out of it."""

from __future__ import annotations

from collections.abc import Sequence

from reader.cleaning.raw import RawBlock, fold
from reader.model import left_out_reasons as reasons
from reader.model.articles import BlockKind

_REPEATED = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.QUOTE, BlockKind.LIST_ITEM})
_PULLED = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTE})
_SHORT = 30  # characters; what is no longer may come back
_LONG = 90  # characters; a paragraph of these that stands there again is no refrain
_CUT, _PULL = 50, 500  # characters of a sentence that stands in a paragraph as well
_MUCH, _MANY = 0.2, 8
_COPY = 0.5
_OVER = 3  # blocks over the first paragraph of a second copy that may be its headings
_MOST = 100_000  # characters; in more than these nobody looks for a sentence again
_AROUND = " .,:;!?…\"'“”‘’„«»‹›「」『』"


def leave_out_repeats(blocks: Sequence[RawBlock], title: str) -> None:
    """Give what stands in the article already a reason. `title` is the headline as the metadata has it.

    Short words that come back further down may be meant: a refrain, a quoted answer given twice.
    """
    captions = {b.folded for b in blocks if not b.reason and b.kind is BlockKind.CAPTION}
    known, seen, before = {fold(title), *captions}, set[str](), ""
    again = []
    for block in blocks:
        if block.reason or block.kind not in _REPEATED or not block.text:
            continue
        folded = block.folded
        if len(folded) > _SHORT and (folded in known or folded == before):
            block.reason = reasons.REPEATED
        elif len(folded) > _LONG and folded in seen:
            again.append(block)
        seen.add(folded)
        before = folded
    _as_code(blocks, seen)
    _leave_out(again, _pulled(blocks), blocks)
    _double_captions(blocks)


def _as_code(blocks: Sequence[RawBlock], seen: set[str]) -> None:
    """A copy of the article without its markup, preformatted somewhere on the page for machines."""
    lines = [block for block in blocks if not block.reason and block.kind is BlockKind.CODE and block.text]
    copied = [block for block in lines if len(block.folded) > _LONG and block.folded in seen]
    if sum(len(block.text) for block in copied) > _COPY * sum(len(block.text) for block in lines):
        for block in lines:
            block.reason = reasons.REPEATED


def _leave_out(again: Sequence[RawBlock], pulled: Sequence[RawBlock], blocks: Sequence[RawBlock]) -> None:
    """Where much of the text comes back it is meant to (a litany, filler), unless it is a page set twice over."""
    both = [*again, *pulled]
    whole = sum(len(block.text) for block in blocks if not block.reason)
    if len({block.text for block in both}) >= _MANY or sum(len(block.text) for block in both) < _MUCH * whole:
        for block in both:
            block.reason = reasons.REPEATED
    if len({block.text for block in again}) >= _MANY:
        _short_ones_between(blocks.index(again[0]) - _OVER, blocks.index(again[-1]), blocks)


def _short_ones_between(first: int, last: int, blocks: Sequence[RawBlock]) -> None:
    """The headings and items of a page's second copy, each of which stood further up as well."""
    seen = {block.text for block in blocks[: max(0, first)] if not block.reason}
    for block in blocks[max(0, first) : last]:
        if not block.reason and block.text:
            block.reason = reasons.REPEATED if block.text in seen else ""
            seen.add(block.text)


def _pulled(blocks: Sequence[RawBlock]) -> list[RawBlock]:
    """Sentences set large between the paragraphs of which one holds them, unless they are marked up as a quote."""
    texts = [block for block in blocks if not block.reason and block.kind in _PULLED]
    whole = "\n".join(block.text for block in texts)
    found = []
    for block in texts if len(whole) < _MOST else ():
        words = block.text.strip(_AROUND)
        pulled = block.kind is BlockKind.PARAGRAPH and _CUT <= len(words) <= _PULL
        if pulled and whole.find(words, whole.find(words) + 1) >= 0 and _is_within(words, block, texts):
            found.append(block)
    return found


def _is_within(words: str, block: RawBlock, texts: Sequence[RawBlock]) -> bool:
    """True when a longer text holds these words."""
    return any(words in other.text and len(other.text) > len(block.text) for other in texts)


def _double_captions(blocks: Sequence[RawBlock]) -> None:
    """A picture's words that stand twice under it, as the page shows them and as it hides them for the lightbox."""
    before = ""
    for block in blocks:
        if block.reason or not block.text:
            continue
        if block.kind is BlockKind.CAPTION and block.folded == before:
            block.reason = reasons.REPEATED
        before = block.folded if block.kind is BlockKind.CAPTION else ""
