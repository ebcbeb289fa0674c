"""A block of the source before it is decided whether it belongs to the article."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import NamedTuple

from reader.model.articles import BlockKind, InlineKind


class Hint(IntEnum):
    """What the place of a block in the page says of it; inherited from every element around it.

    Sums of these are plain numbers: asking one of them for a hint takes a tenth of the time that an `IntFlag` takes.
    """

    NONE = 0
    NAVIGATION = 1
    ASIDE = 2
    HEADER = 4
    FOOTER = 8
    FIGURE = 16
    HIDDEN = 32
    FORM = 64
    COMMENTS = 128
    RELATED = 256
    SHARE = 512
    PROMOTION = 1024
    BYLINE = 2048
    DATE = 4096
    STANDFIRST = 8192
    EDITOR = 16384
    FALLBACK = 32768
    CREDIT = 65536
    ARTICLE = 131072
    BODY = 1 << 18
    TEASER = 1 << 19
    SIDE = 1 << 20
    EMBED = 1 << 21
    TAGS = 1 << 22
    ABOUT = 1 << 23
    LEGAL = 1 << 24
    BOX = 1 << 25
    LEAD = 1 << 26
    META = 1 << 27
    MEDIA = 1 << 28
    NOTE = 1 << 29


@dataclass(slots=True, eq=False)
class Element:
    """An element that makes blocks, seen from them: `own` are its own hints, `path` is equal for elements that have
    the same tag and class names all the way up."""

    number: int = 0
    tag: str = ""
    own: int = 0
    depth: int = 0
    path: int = 0
    parent: Element | None = None


ROOT = Element()
_HIGH = 8  # elements above a block among which the one round it is looked for
ABOUT = frozenset({BlockKind.TITLE, BlockKind.BYLINE, BlockKind.DATELINE, BlockKind.CAPTION, BlockKind.FIGURE})


def enclosing(place: Element, tag: str) -> Element | None:
    """Return the nearest element with this tag at or above `place`; None when there is none close by."""
    step: Element | None = place
    for _ in range(_HIGH):
        if step is None or step.tag == tag:
            return step
        step = step.parent
    return None


NO_ATTRS: Mapping[str, str] = {}
Ink = tuple[int, int, InlineKind, str, Mapping[str, str]]  # start, end, kind, target, what the markup says beside it


def shifted(ink: Ink, by: int) -> Ink:
    """Return an inline mark so many characters further on."""
    return (ink[0] + by, ink[1] + by, *ink[2:])


class Cut(NamedTuple):
    """Words left out of a block, why, and in struck words where they stood in it (-1: behind it)."""

    text: str
    reason: str
    at: int = -1


@dataclass(slots=True, eq=False)
class RawBlock:
    """Words of one block, with inline marks over them.

    `owner` is the number of the element that holds the words and `place` that element, `link_length` how many of
    the characters are inside links, `reason` is why the block is left out (empty: it is kept), `cut` are words
    that stood in it, or behind it, and are left out. `ruled` says that a rule stands before it, `broken` how many line
    ends of the source stand between it and the one before.
    """

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    attrs: dict[str, str] = field(default_factory=dict)
    marks: list[Ink] = field(default_factory=list)
    owner: int = 0
    hints: int = 0
    link_length: int = 0
    reason: str = ""
    place: Element = ROOT
    cut: tuple[Cut, ...] = ()
    ruled: bool = False
    broken: int = 0

    @property
    def linked(self) -> float:
        """The share of the characters that are link text."""
        return self.link_length / max(1, len(self.text))

    @property
    def folded(self) -> str:
        """The words alone, for comparing."""
        return fold(self.text)


def fold(text: str) -> str:
    """Return words without case, punctuation at the ends or the way of white space."""
    return " ".join(text.casefold().split()).strip(" .:–—-|\"'“”‘’")


_MARKS = re.compile(r"[\W_]+")
_ASCII_MARKS = {code: None for code in range(128) if not chr(code).isalnum()}  # the same, several times as quick


def letters_and_digits(text: str) -> str:
    """Return letters and digits alone, without case: equal for lines that differ in marks and white space only."""
    return text.lower().translate(_ASCII_MARKS) if text.isascii() else _MARKS.sub("", text.casefold())
