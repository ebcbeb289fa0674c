"""The entries of a live page: the line that says when, and often who, over each of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from reader.cleaning.raw import Hint, RawBlock
from reader.model.articles import BlockKind

TIME = re.compile(r"\W{0,3}(?:[01]?\d|2[0-4])[:.h]\s?[0-5]\d(?!\d)")
LONGEST = 120  # characters of such a line
FEWEST = 3
_SAID = Hint.DATE | Hint.BYLINE
_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING})


def may_head_entry(block: RawBlock) -> bool:
    """Return whether a block may be the time or the author of an entry."""
    return len(block.text) <= LONGEST and (TIME.match(block.text) is not None or bool(block.hints & _SAID))


def heads_entries(column: Sequence[RawBlock]) -> bool:
    """Return whether blocks in the same place of their boxes are the times or authors of entries."""
    if len(column) < FEWEST or any(len(block.text) > LONGEST for block in column):
        return False
    timed = sum(TIME.match(block.text) is not None for block in column)
    return 2 * timed >= len(column) or all(block.hints & _SAID for block in column)


def settle_entries(blocks: Sequence[RawBlock]) -> None:
    """Say of the line over each entry that it is one's head; it is no date or author of the whole page."""
    columns: dict[int, list[RawBlock]] = defaultdict(list)
    kept = [block for block in blocks if not block.reason and block.text]
    for block in kept:
        if block.kind in _KINDS and len(block.text) <= LONGEST and "role" not in block.attrs:
            columns[block.place.path].append(block)
    timed = [column for column in columns.values() if heads_entries(column) and _are_times(column)]
    if not timed:
        return
    beside = [column for column in columns.values() if column not in timed and heads_entries(column)]
    heads = {block for column in timed for block in column if TIME.match(block.text)}
    heads |= {block for column in beside for block in column}
    after = dict(pairwise(kept))
    for block in heads:
        if block in after and (after[block] not in heads or block.place.path != after[block].place.path):
            block.attrs = {**block.attrs, "role": "entry"}


def _are_times(column: Sequence[RawBlock]) -> bool:
    """Most begin with a time of day, and are little more than that."""
    return sum(TIME.match(block.text) is not None for block in column) * 2 >= len(column)
