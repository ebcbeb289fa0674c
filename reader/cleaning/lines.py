"""The lines of a text dump as blocks: hard-wrapped paragraphs joined, list markers read."""

from __future__ import annotations

import re

from reader.cleaning.raw import RawBlock
from reader.cleaning.runs import squeezed
from reader.model.articles import BlockKind
from reader.text.invariants import frozen

MOST_LINES = 60_000
_BULLET = re.compile(r"(?:[-*•‣▪●◦]|(?P<number>\d{1,3})[.)])\s+(?=\S)")
_WRAPPED_AT = (50, 110)


def read_lines(text: str) -> tuple[list[RawBlock], int]:
    """Return A block a line, without the empty ones; the second value counts characters cut after the last of them."""
    groups: list[list[str]] = [[]]
    for line in frozen(text).split("\n"):
        bare = squeezed(line.replace("\u00a0", " "))  # a dump has them from markup that is gone
        if bare.strip():
            groups[-1].append(bare)
        elif groups[-1]:
            groups.append([])
    lines = [line for group in groups for line in _unwrapped(group)]
    cut = sum(map(len, lines[MOST_LINES:]))
    return [_block(line) for line in lines[:MOST_LINES]], cut


def _unwrapped(group: list[str]) -> list[str]:
    """One line when the group is a paragraph wrapped at a column, which all its lines but the last reach."""
    body = group[:-1]
    if not body or any(_BULLET.match(line) for line in group):
        return group
    longest, shortest = max(map(len, group)), min(map(len, body))
    reach = _WRAPPED_AT[0] <= longest <= _WRAPPED_AT[1] and shortest >= longest * 0.75
    runs_on = sum(line[-1] in '.!?”"' for line in body) * 2 <= len(body) and len(set(group)) == len(group)
    flows = any(line[:1].islower() for line in group[1:])
    return [" ".join(group)] if reach and runs_on and flows else group


def _block(line: str) -> RawBlock:
    bullet = _BULLET.match(line)
    if bullet is None:
        return RawBlock(line)
    number = bullet["number"]
    attrs = {"ordered": "1", "number": number} if number else {}
    return RawBlock(line[bullet.end() :], BlockKind.LIST_ITEM, 1, attrs)
