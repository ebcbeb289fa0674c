"""Lists and tables in the midst of an article are kept or left as wholes, by what the model thinks of all of one.

Of a list of links between two paragraphs it is sure of one item and doubts the next, and no item is of use alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from reader.cleaning.raw import Element, Hint, RawBlock
from reader.model import left_out_reasons as reasons
from reader.model.articles import BlockKind, InlineKind

_TAGS = frozenset({"ul", "ol", "dl", "table"})
_PAGE = frozenset({"article", "main", "section", "body"})
_ELSEWHERE = (
    Hint.NAVIGATION | Hint.COMMENTS | Hint.FOOTER | Hint.HIDDEN | Hint.FORM | Hint.RELATED | Hint.SHARE | Hint.PROMOTION
)
_PICTURED = Hint.CREDIT | Hint.FIGURE  # captions, of which nothing is known yet
_OPEN = frozenset({"", reasons.NOT_ARTICLE, reasons.NAVIGATION, reasons.OTHER_CAPTION})
_BETWEEN, _BESIDE = 0.2, 0.3  # how sure of the whole the model must be where both or one of its neighbours are kept
_MOSTLY = 0.5
_CONTENTS = 0.8
_HIGH = 14
_HEAD = frozenset({BlockKind.TITLE, BlockKind.BYLINE, BlockKind.DATELINE})


def settle_lists(blocks: Sequence[RawBlock], sure: Mapping[RawBlock, float]) -> None:
    """Keep or leave each list and table as a whole, nested ones with the outermost."""
    worded = [block for block in blocks if block.text and not (block.reason and block.hints & _PICTURED)]
    at = {block: index for index, block in enumerate(worded)}
    for group in _groups(worded):
        first, last = at[group[0]], at[group[-1]]
        if last - first + 1 > len(group) or any(block.hints & _ELSEWHERE for block in group):
            continue
        if any(block.reason not in _OPEN or block.kind in _HEAD for block in group):
            continue
        before = first > 0 and not worded[first - 1].reason and worded[first - 1].kind not in _HEAD
        after = last + 1 < len(worded) and not worded[last + 1].reason
        _settle(group, sure, before + after)


def _settle(group: Sequence[RawBlock], sure: Mapping[RawBlock, float], neighbours: int) -> None:
    whole = sum(len(block.text) for block in group)
    kept = sum(len(block.text) for block in group if not block.reason) / whole
    mean = sum(len(block.text) * sure.get(block, 0.0) for block in group) / whole
    wanted = (1.1, _BESIDE, _BETWEEN)[neighbours]
    if kept > _MOSTLY or (mean >= wanted and not _is_contents(group)):
        for block in group:
            block.reason = ""
    elif kept:
        for block in group:
            block.reason = block.reason or reasons.NOT_ARTICLE


def _groups(worded: Iterable[RawBlock]) -> list[list[RawBlock]]:
    found: dict[int, list[RawBlock]] = defaultdict(list)
    for block in worded:
        around = _outermost(block.place)
        if around:
            found[around].append(block)
    return [group for group in found.values() if len(group) > 1]


def _outermost(place: Element) -> int:
    """The number of the outermost list or table round a place, below the next part of the page; 0 for none."""
    found, step = 0, place
    for _ in range(_HIGH):
        found = step.number if step.tag in _TAGS else found
        if step.parent is None or (found and step.tag in _PAGE):
            break
        step = step.parent
    return found


def _is_contents(group: Sequence[RawBlock]) -> bool:
    """A list of places on the same page."""
    targets = [mark[3] for block in group for mark in block.marks if mark[2] is InlineKind.LINK]
    return len(targets) >= len(group) and sum("#" in target for target in targets) >= _CONTENTS * len(targets)
