"""How sure the model of text dumps is of each line."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reader.cleaning.forest import forest
from reader.cleaning.judge import MOST_BLOCKS
from reader.cleaning.line_features import LINE_NAMES, line_rows
from reader.cleaning.raw import RawBlock

Judge = Callable[[Sequence[RawBlock]], dict[RawBlock, float]]  # how sure, between 0 and 1, for each line


def judged_lines(blocks: Sequence[RawBlock]) -> dict[RawBlock, float]:
    """Return how sure it is, between 0 and 1, that a line is the article's; nothing is judged in a dump of too many
    lines."""
    if not 0 < len(blocks) <= MOST_BLOCKS:
        return {}
    model = forest("dump")
    if model.names != LINE_NAMES:
        raise ValueError("the model was trained on other features; train it again")
    return {block: model.share(row) for block, row in zip(blocks, line_rows(blocks), strict=True)}
