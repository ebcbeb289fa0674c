"""The lines of a text dump as blocks: hard-wrapped paragraphs joined, list markers read."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from reader.cleaning.raw import RawBlock
from reader.cleaning.runs import squeezed
from reader.model.articles import BlockKind
from reader.text.invariants import frozen

MOST_LINES = 60_000
_BULLET = re.compile(r"(?:[-*•‣▪●◦]|(?P<number>\d{1,3})[.)])\s+(?=\S)")
_WRAPPED_AT = (50, 110)
_RAGGED = 0.8  # lines shorter than this share of the longest had room for more
_BROKEN = re.compile(r"[^\W\d_][-\u2010]$")
_AROUND = ".,;:!?()[]\"'\u2018\u2019\u201c\u201d"


def read_lines(text: str) -> tuple[list[RawBlock], int]:
    """Return A block a line, without the empty ones; the second value counts characters cut after the last of them."""
    groups: list[list[str]] = [[]]
    for line in frozen(text).split("\n"):
        bare = squeezed(line)
        if bare.strip():
            groups[-1].append(bare)
        elif groups[-1]:
            groups.append([])
    lines = [line for group in groups for line in _unwrapped(group)]
    cut = sum(map(len, lines[MOST_LINES:]))
    return [_block(line) for line in lines[:MOST_LINES]], cut


def _unwrapped(group: list[str]) -> list[str]:
    """One line when the group is a paragraph wrapped at a column: all its lines but the last reach it, or words are
    broken at their ends, as in text copied from a PDF."""
    body = group[:-1]
    if not body or any(_BULLET.match(line) for line in group):
        return group
    longest, shortest = max(map(len, group)), min(map(len, body))
    broken = any(_breaks(line, after) for line, after in pairwise(group))
    reach = _WRAPPED_AT[0] <= longest <= _WRAPPED_AT[1] and (broken or shortest >= longest * 0.75)
    runs_on = sum(line[-1] in '.!?”"' for line in body) * 2 <= len(body) and len(set(group)) == len(group)
    flows = any(line[:1].islower() for line in group[1:])
    return [_joined(group, longest)] if reach and runs_on and flows else group


def _breaks(line: str, after: str) -> bool:
    """Whether a word goes on in the next line."""
    return _BROKEN.search(line) is not None and after[:1].islower()


def _joined(group: list[str], width: int) -> str:
    """The lines of a paragraph as one. A hyphen at the end of a full line only broke the word, unless the text has that
    word with one elsewhere, or both its parts as words; one that stands where there was room belongs to the word."""
    whole, joined = " ".join(group), group[0]
    alone = Counter(part.strip(_AROUND) for part in whole.split())
    for line, after in pairwise(group):
        if not _breaks(line, after):
            joined += " " + after
            continue
        word, rest = line.split()[-1], after.split()[0]
        word, rest = word.strip(_AROUND), rest.strip(_AROUND)
        room = len(line) + len(rest) <= width * _RAGGED
        own = room or f"{word}{rest}" in alone or (word[:-1] in alone and alone[rest] > 1)
        joined = (joined if own else joined[:-1]) + after
    return joined


def _block(line: str) -> RawBlock:
    bullet = _BULLET.match(line)
    if bullet is None:
        return RawBlock(line)
    number = bullet["number"]
    attrs = {"ordered": "1", "number": number} if number else {}
    return RawBlock(line[bullet.end() :], BlockKind.LIST_ITEM, 1, attrs)
