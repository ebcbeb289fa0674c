"""Boxes set alike side by side, such as cards, entries, questions with answers: the group is kept or left, and of a
kept one each part of the boxes, in all of them or in none."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from reader.cleaning.enclosed import BESIDE, BETWEEN, ELSEWHERE, HEAD, MOSTLY, OPEN, PICTURED, is_much, leads_on
from reader.cleaning.entries import heads_entries, may_head_entry
from reader.cleaning.raw import Element, RawBlock
from reader.model import left_out_reasons as reasons

_BOXES = frozenset({"div", "section", "article", "details", "li", "dd", "a", "figure"})
_FEWEST = 3  # boxes of a group
_LARGEST = 0.6  # of a group's characters in one box; that is a page's part, not a member
_BODY, _PARTS = 0.7, 1.5
_HIGH = 8
_SURE = 0.1  # of a part, in the mean of all boxes
_HOPELESS = 0.03
_NEAR = 12  # blocks behind the last kept one in which a group of the article's may go on
_COUNTED = re.compile(r"\d+\s*(?:of|/|dari|von|de|sur)\s*\d+")
_CREDITED = re.compile(r"\b(?:Credits?|Photo(?:graph)?s?(?: by)?|Foto|Image|Gambar|Source|Sumber|Quelle)\s*:", re.I)
_Group = dict[int, list[RawBlock]]


def settle_members(blocks: Sequence[RawBlock], sure: Mapping[RawBlock, float], address: str) -> None:
    """Keep or leave each group of boxes of the page at `address` as a whole, small ones first."""
    worded = [block for block in blocks if block.text]
    kept = [index for index, block in enumerate(worded) if not block.reason]
    near = worded[kept[0] : kept[-1] + _NEAR] if kept else []
    doubted = [block for block in near if block.reason and _is_open(block) and _is_doubted(block, sure)]
    wanted = {key for block in doubted for key in _around(block.place)}
    text = sum(len(block.text) for block in near if not block.reason)
    groups = _groups(worded[kept[0] :], wanted) if wanted else []
    at = {block: index for index, block in enumerate(worded)} if groups else {}
    for group in sorted(groups, key=lambda group: sum(map(len, group.values()))):
        _settle(group, sure, _neighbours(group, worded, at), text, address)


def _is_open(block: RawBlock) -> bool:
    return block.reason in OPEN and block.kind not in HEAD and not block.hints & ELSEWHERE


def _is_doubted(block: RawBlock, sure: Mapping[RawBlock, float]) -> bool:
    return sure.get(block, 0.0) >= _HOPELESS or may_head_entry(block)


def _around(place: Element) -> list[tuple[int, int, int]]:
    """For each box round a place: the element that holds it, its kind of place, itself."""
    found, step = [], place
    for _ in range(_HIGH):
        if step.parent is None:
            break
        if step.tag in _BOXES:
            found.append((step.parent.number, step.path, step.number))
        step = step.parent
    return found


def _groups(near: Sequence[RawBlock], wanted: set[tuple[int, int, int]]) -> list[_Group]:
    keys = {key[:2] for key in wanted}
    found: dict[tuple[int, int], _Group] = defaultdict(lambda: defaultdict(list))
    for block in near:
        for parent, path, number in _around(block.place):
            if (parent, path) in keys:
                found[parent, path][number].append(block)
    return [group for group in found.values() if _is_group(group)]


def _is_group(group: _Group) -> bool:
    if len(group) < _FEWEST:
        return False
    sizes = [sum(len(block.text) for block in member) for member in group.values()]
    return max(sizes) <= _LARGEST * sum(sizes)


def _is_body(group: _Group, text: int) -> bool:
    """The paragraphs of the article itself, each in a box of its own; `text` is how much is kept of the page."""
    blocks = [block for member in group.values() for block in member]
    return sum(len(b.text) for b in blocks if not b.reason) > _BODY * text and len(blocks) < _PARTS * len(group)


def _neighbours(group: _Group, worded: Sequence[RawBlock], at: Mapping[RawBlock, int]) -> int:
    """How many of the two blocks beside a group are kept."""
    members = list(group.values())
    first, last = at[members[0][0]], at[members[-1][-1]]
    before = first > 0 and not worded[first - 1].reason and worded[first - 1].kind not in HEAD
    return before + (last + 1 < len(worded) and not worded[last + 1].reason)


def _settle(group: _Group, sure: Mapping[RawBlock, float], neighbours: int, text: int, address: str) -> None:
    parts = [block for member in group.values() for block in member if _is_open(block)]
    columns = _columns(parts)
    said = [block for column in columns if not heads_entries(column) for block in column]
    whole = sum(len(block.text) for block in said)
    if not whole or all(not block.reason for block in parts):
        return
    kept = sum(len(block.text) for block in said if not block.reason) / whole
    mean = sum(len(block.text) * sure.get(block, 0.0) for block in said) / whole
    wanted = (1.1, BESIDE, BETWEEN)[neighbours]
    if kept <= MOSTLY and (mean < wanted or leads_on(parts, address)):
        for block in () if is_much(parts, text) else parts:
            block.reason = block.reason or reasons.NOT_ARTICLE
    elif not _is_body(group, text):
        for column in columns:
            _keep_column(column, sure)


def _columns(parts: Sequence[RawBlock]) -> list[list[RawBlock]]:
    """The same part of each box, together."""
    found: dict[int, list[RawBlock]] = defaultdict(list)
    for block in parts:
        found[block.place.path].append(block)
    return list(found.values())


def _keep_column(column: Sequence[RawBlock], sure: Mapping[RawBlock, float]) -> None:
    """Keep what most boxes have as a part of their own; what says the same in each is the page's."""
    own = [block for block in column if not block.hints & PICTURED and _CREDITED.search(block.text) is None]
    if not own:
        return
    alike = Counter(_COUNTED.sub("", block.text) for block in own).most_common(1)[0][1] > len(own) / 2
    most = sum(not block.reason for block in own) >= MOSTLY * len(own)
    mean = sum(sure.get(block, 0.0) for block in own) / len(own)
    if (not alike and (most or mean >= _SURE)) or heads_entries(column):
        for block in own:
            block.reason = ""
