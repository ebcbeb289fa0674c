"""Lists and tables in the midst of an article are kept or left as wholes, by what the model thinks of all of one.

Of a list of links between two paragraphs it is sure of one item and doubts the next, and no item is of use alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from reader.cleaning.links import is_elsewhere_on_site
from reader.cleaning.raw import Element, Hint, RawBlock
from reader.model import left_out_reasons as reasons
from reader.model.articles import BlockKind, InlineKind

_LISTS = frozenset({"ul", "ol", "dl"})
_PAGE = frozenset({"article", "main", "section", "body"})
ELSEWHERE = (
    Hint.NAVIGATION | Hint.COMMENTS | Hint.FOOTER | Hint.HIDDEN | Hint.FORM | Hint.RELATED | Hint.SHARE | Hint.PROMOTION
)
PICTURED = Hint.CREDIT | Hint.FIGURE  # captions, of which nothing is known yet
OPEN = frozenset({"", reasons.NOT_ARTICLE, reasons.NAVIGATION, reasons.OTHER_CAPTION})
BETWEEN, BESIDE = 0.2, 0.3  # how sure of the whole the model must be where both or one of its neighbours are kept
MOSTLY = 0.5
_CONTENTS = 0.8
_MUCH = 0.3
_HIGH = 14
HEAD = frozenset({BlockKind.TITLE, BlockKind.BYLINE, BlockKind.DATELINE})


def settle_lists(blocks: Sequence[RawBlock], sure: Mapping[RawBlock, float], address: str) -> None:
    """Keep or leave each list and table of the page at `address` as a whole, nested ones with the outermost."""
    worded = [block for block in blocks if block.text and not (block.reason and block.hints & PICTURED)]
    at = {block: index for index, block in enumerate(worded)}
    text = sum(len(block.text) for block in worded if not block.reason)
    for group in _groups(worded):
        first, last = at[group[0]], at[group[-1]]
        if last - first + 1 > len(group) or any(block.hints & ELSEWHERE for block in group):
            continue
        if any(block.reason not in OPEN or block.kind in HEAD for block in group):
            continue
        before = first > 0 and not worded[first - 1].reason and worded[first - 1].kind not in HEAD
        after = last + 1 < len(worded) and not worded[last + 1].reason
        _settle(group, sure, before + after, address, may_leave=not is_much(group, text))


def _settle(
    group: Sequence[RawBlock], sure: Mapping[RawBlock, float], neighbours: int, address: str, *, may_leave: bool
) -> None:
    whole = sum(len(block.text) for block in group)
    kept = sum(len(block.text) for block in group if not block.reason) / whole
    mean = sum(len(block.text) * sure.get(block, 0.0) for block in group) / whole
    wanted = (1.1, BESIDE, BETWEEN)[neighbours]
    if kept > MOSTLY or (mean >= wanted and not leads_on(group, address)):
        for block in group:
            block.reason = ""
    elif kept and may_leave:
        for block in group:
            block.reason = block.reason or reasons.NOT_ARTICLE


def _groups(worded: Sequence[RawBlock]) -> list[list[RawBlock]]:
    found: dict[int, list[RawBlock]] = defaultdict(list)
    data = {_table(block.place) for block in worded if block.kind is BlockKind.TABLE_ROW}
    for block in worded:
        around = _outermost(block.place, data)
        if around:
            found[around].append(block)
    return [group for group in found.values() if len(group) > 1]


def _table(place: Element) -> int:
    """The number of the table round a row."""
    step: Element | None = place
    while step is not None and step.tag != "table":
        step = step.parent
    return step.number if step is not None else 0


def _outermost(place: Element, data: set[int]) -> int:
    """The number of the outermost list or table of `data` round a place, below the next part of the page; 0 for
    none. Other tables only lay the page out."""
    found, step = 0, place
    for _ in range(_HIGH):
        found = step.number if step.tag in _LISTS or step.number in data else found
        if step.parent is None or (found and step.tag in _PAGE):
            break
        step = step.parent
    return found


def is_much(group: Sequence[RawBlock], text: int) -> bool:
    """Return whether a group holds so much of the `text` kept of a page that it may be the article itself."""
    return sum(len(block.text) for block in group if not block.reason) > _MUCH * text


def leads_on(group: Sequence[RawBlock], address: str) -> bool:
    """Return whether a group is all links to other places of the same page or site: contents, teasers."""
    targets = [mark[3] for block in group for mark in block.marks if mark[2] is InlineKind.LINK]
    if len(targets) < _CONTENTS * len(group):
        return False
    near = sum(_is_place_here(target, address) or is_elsewhere_on_site(target, address) for target in targets)
    return near >= _CONTENTS * len(targets)


def _is_place_here(target: str, address: str) -> bool:
    page, mark, _ = target.partition("#")
    return bool(mark) and (not address or page == address.partition("#")[0])
