"""How sure the model is of each block: block by block, from what the witnesses say and from the page itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.cleaning.features import NAMES, rows
from reader.cleaning.forest import forest
from reader.cleaning.page_view import Line, PageView
from reader.cleaning.raw import RawBlock
from reader.cleaning.witnesses import Witnesses
from reader.model.articles import Metadata

SURE = 0.45
_SAME = 0.7  # the share of characters that two readings of one page have in common at least
MOST_BLOCKS = 20_000  # a page of more is like none that the model was trained on, and takes it too long


@dataclass(frozen=True, slots=True)
class Judgement:
    """How sure the model is, between 0 and 1, that a block is the article's; blocks without words are not in it.

    `lines` are the same blocks with what the witnesses said of each.
    """

    sure: dict[RawBlock, float] = field(default_factory=dict)
    lines: Sequence[Line] = ()


def judged(blocks: Sequence[RawBlock], metadata: Metadata, witnesses: Witnesses, body: str) -> Judgement:
    """Return the judgement of a page; an empty one for a page of more than `MOST_BLOCKS`."""
    if len(blocks) > MOST_BLOCKS:
        return Judgement()
    view = PageView(blocks, metadata, witnesses, body)
    model = forest("page")
    if model.names != NAMES:
        raise ValueError("the model was trained on other features; train it again")
    shares = (model.share(row) if row is not None else 0.0 for row in rows(view))
    sure = {line.block: share for line, share in zip(view.lines, shares, strict=True)}
    return Judgement(sure, view.lines)


def is_doubted(lines: Sequence[Line]) -> bool:
    """Return whether both witnesses read another article than the one that the blocks without a reason make.

    Of 432 pages this is so for one in forty; of the ten that came out badly it is so for three.
    """
    ours = sum(line.size for line in lines if not line.block.reason)
    shares = []
    for taken in (lambda line: float(line.kept), lambda line: max(0.0, line.agreed)):
        theirs = sum(line.size * taken(line) for line in lines)
        both = sum(line.size * taken(line) for line in lines if not line.block.reason)
        shares.append(2 * both / ((ours + theirs) or 1.0))
    return bool(lines) and max(shares) < _SAME
