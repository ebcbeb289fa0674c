"""How sure the model is of each block: block by block, from what the witnesses say and from the page itself."""

from __future__ import annotations

from collections.abc import Sequence

from reader.cleaning.features import NAMES, rows
from reader.cleaning.forest import forest
from reader.cleaning.page_view import PageView
from reader.cleaning.raw import RawBlock
from reader.cleaning.witnesses import Witnesses
from reader.model import Metadata

SURE = 0.45
MOST_BLOCKS = 20_000  # a page of more is like none that the model was trained on, and takes it too long


def judged(blocks: Sequence[RawBlock], metadata: Metadata, witnesses: Witnesses, body: str) -> dict[RawBlock, float]:
    """How sure it is, between 0 and 1, that a block is the article's; blocks without words are not in it.

    Nothing is judged on a page of more than `MOST_BLOCKS`.
    """
    if len(blocks) > MOST_BLOCKS:
        return {}
    view = PageView(blocks, metadata, witnesses, body)
    model = forest("page")
    if model.names != NAMES:
        raise ValueError("the model was trained on other features; train it again")
    shares = (model.share(row) if row is not None else 0.0 for row in rows(view))
    return {line.block: share for line, share in zip(view.lines, shares, strict=True)}
