"""Who is quoted: the line under a quotation that names its speaker or source, kept with it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from reader.cleaning.raw import Hint, RawBlock, enclosing
from reader.model import left_out_reasons as reasons
from reader.model.articles import BlockKind, InlineKind

_LONGEST = 200
_DASH = re.compile(r"\s*(?:[—–―⸺]|--|-\s)\s*\w")
_NEVER = frozenset({reasons.HIDDEN, reasons.FORM, reasons.COMMENTS, reasons.SHARE})
_ROLE = {"role": "attribution"}


def settle_attributions(blocks: Sequence[RawBlock]) -> None:
    """Keep who is quoted with each kept quotation, and say of the line what it is."""
    quotes: dict[int, list[RawBlock]] = defaultdict(list)
    for block in blocks:
        if block.kind is BlockKind.QUOTE and block.text and (quote := enclosing(block.place, "blockquote")):
            quotes[quote.number].append(block)
    for group in quotes.values():
        named = [block for index, block in enumerate(group) if _names(block, index, len(group))]
        said = any(not block.reason for block in group if block not in named)
        for block in named:
            block.attrs = {**block.attrs, **_ROLE}
            if block.reason not in _NEVER:  # a name goes with the words that it is to
                block.reason = "" if said else block.reason or reasons.NOT_ARTICLE
    if quotes:
        _behind(blocks, {block: group[0] for group in quotes.values() for block in group[-1:]})


def _names(block: RawBlock, index: int, count: int) -> bool:
    """The footer of a quotation, or a last line that is all source, is named as a byline or begins with a dash."""
    if block.attrs.get("role") == "attribution":
        return True
    if index == 0 or index < count - 1 or len(block.text) > _LONGEST or "role" in block.attrs:
        return False
    named = bool(block.place.own & Hint.BYLINE) and block.place.tag != "blockquote"
    return named or _is_source(block) or _DASH.match(block.text) is not None


def _behind(blocks: Sequence[RawBlock], lasts: Mapping[RawBlock, RawBlock]) -> None:
    """Right behind the quotation: the caption of the figure that it is, or a line that is all source."""
    worded = [block for block in blocks if block.text]
    for before, block in pairwise(worded):
        quote = lasts.get(before)
        if quote is None or before.reason or len(block.text) > _LONGEST or block.reason in _NEVER:
            continue
        box = enclosing(before.place, "blockquote")
        figure = enclosing(block.place, "figure") if block.kind is BlockKind.CAPTION else None
        captioned = figure is not None and enclosing(before.place, "figure") is figure
        beside = block.kind is BlockKind.PARAGRAPH and box is not None and block.place is box.parent
        if captioned or (beside and _is_source(block)):
            block.kind, block.level, block.reason = BlockKind.QUOTE, quote.level, ""
            block.attrs = {**block.attrs, **_ROLE}


def _is_source(block: RawBlock) -> bool:
    """True when all its words but a dash are marked as a source."""
    cited = sum(end - start for start, end, kind, _, _ in block.marks if kind is InlineKind.CITATION)
    return cited > 0 and cited >= len(block.text.strip("—–―- ,"))
