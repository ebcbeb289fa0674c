"""A page's blocks as measures: each alone, by the place they stand in, and in their order.

Everything counts characters, not words, so that scripts without spaces are measured like others. No host name and
no word of the text goes in.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from reader.cleaning import phrases
from reader.cleaning.raw import Element, RawBlock, letters_and_digits
from reader.cleaning.witnesses import ExtractedText, Witnesses
from reader.model.articles import BlockKind, Metadata

_DENSE = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
STOP = re.compile(r"[.!?…。！？؟۔।]")
_TAG = re.compile(r"<[^<>]*>")
LONG = 140
_READS = 80
_REACH = 6  # lines round one that a witness takes; farther off nothing is the article's
_MAIN = 0.6
FAR = 999.0


def size(text: str) -> float:
    """Length in characters; one of a script without spaces says about as much as two and a half of another."""
    return float(len(text)) if text.isascii() else len(text) + 1.5 * len(_DENSE.findall(text))


def plain(body: str) -> str:
    """JSON-LD's article text without the markup that some sites leave in it."""
    return html.unescape(_TAG.sub("\n", body)) if "<" in body or "&" in body else body


class Sum:
    """Blocks of one place taken together: how many, how long, how much of them is links and what witnesses take."""

    __slots__ = ("_shares", "agreed", "count", "good", "kept", "linked", "size")

    def __init__(self) -> None:
        self.count = self.size = self.linked = self.kept = self.agreed = self.good = 0.0
        self._shares: list[float] = []

    def add(self, other: Sum) -> None:
        """Take all that `other` holds."""
        self.count += other.count
        self.size += other.size
        self.linked += other.linked
        self.kept += other.kept
        self.agreed += other.agreed
        self.good += other.good

    def shares(self, whole: float) -> list[float]:
        """Count, share of the page, and the four shares of this place's characters. Asked for once all are added."""
        if not self._shares:
            by = 1 / (self.size or 1.0)
            told = (self.linked * by, self.kept * by, self.agreed * by, self.good * by)
            self._shares = [self.count, self.size / whole, *told]
        return self._shares


@dataclass(slots=True)
class Line:
    """One block and what is measured of it alone."""

    block: RawBlock
    words: str
    size: float
    linked: float
    kept: bool
    agreed: float
    told: float
    good: bool


class PageView:
    """All lines of a page with words in them, the places they stand in, and which of them are worth a judgement."""

    def __init__(self, blocks: Sequence[RawBlock], metadata: Metadata, witnesses: Witnesses, body: str) -> None:
        self.said, self.data = ExtractedText(witnesses.text), ExtractedText(plain(body))
        self.lines = [self._line(block, witnesses) for block in blocks if block.text.strip()]
        self.whole = sum(line.size for line in self.lines) or 1.0
        self.times = Counter(line.words for line in self.lines)
        self.title, self.described = letters_and_digits(metadata.title), letters_and_digits(metadata.standfirst)
        self.by_path: dict[int, Sum] = {}
        self.by_parent: dict[int, Sum] = {}
        self.inside: dict[int, Sum] = {}
        self._elements: dict[int, Element] = {}
        self._gather()
        self.good = sum(line.size for line in self.lines if line.good) or 1.0
        self.main = self._main()
        self.at_title = self._title()
        long = [index for index, line in enumerate(self.lines) if line.good and line.size >= LONG]
        self.first, self.last = (long[0], long[-1]) if long else (0, len(self.lines) - 1)

    def _line(self, block: RawBlock, witnesses: Witnesses) -> Line:
        text = block.text
        words, length = letters_and_digits(text), size(text)
        linked = min(1.0, block.linked)
        good = length >= _READS and linked < 0.35 and STOP.search(text) is not None
        kept = block.owner in witnesses.elements
        return Line(block, words, length, linked, kept, self.said.share(words), self.data.share(words), good)

    def _gather(self) -> None:
        """Sums by kind of place, and by element with everything below it."""
        for line in self.lines:
            place, one = line.block.place, Sum()
            one.count, one.size, one.linked = 1.0, line.size, line.linked * line.size
            one.kept, one.agreed = line.size * line.kept, line.size * max(0.0, line.agreed)
            one.good = line.size * line.good
            self.by_path.setdefault(place.path, Sum()).add(one)
            if place.parent is not None:
                self.by_parent.setdefault(place.parent.path, Sum()).add(one)
            self._reach(place).add(one)
        for element in sorted(self._elements.values(), key=lambda e: -e.depth):
            if element.parent is not None:
                self.inside[element.parent.number].add(self.inside[element.number])

    def _reach(self, place: Element) -> Sum:
        """The sum of an element; it and all round it are known from now on."""
        step: Element | None = place
        while step is not None and step.number not in self._elements:
            self._elements[step.number] = step
            self.inside[step.number] = Sum()
            step = step.parent
        return self.inside[place.number]

    def _main(self) -> int:
        """The number of the deepest element that holds most of the page's good paragraphs."""
        holding = [e for e in self._elements.values() if self.inside[e.number].good >= _MAIN * self.good]
        return max(holding, key=lambda e: (e.depth, -e.number)).number if holding else -1

    def _title(self) -> int:
        """Where the headline stands, -1 when it is not shown."""
        same = [i for i, line in enumerate(self.lines) if line.words and line.words == self.title]
        return next((i for i in same if self.lines[i].block.kind is BlockKind.HEADING), same[0] if same else -1)

    def worth(self) -> list[bool]:
        """Return which lines stand near one that reads like an article's or that a witness takes."""
        found = [False] * len(self.lines)
        for index, line in enumerate(self.lines):
            if line.kept or line.good or line.agreed > 0.1 or line.told > 0.1:
                for near in range(max(0, index - _REACH), min(len(found), index + _REACH + 1)):
                    found[near] = True
        return found

    def since(self, marks: Sequence[bool], step: int = 1) -> list[float]:
        """Return how many lines before each one (after it, with `step` -1) the nearest marked one stands."""
        found, far = [FAR] * len(marks), FAR
        for index in range(len(marks))[::step]:
            found[index] = far
            far = 1.0 if marks[index] else far + 1
        return found

    def under(self) -> tuple[list[float], list[float]]:
        """For each line whether the heading over it announces other stories, and how far that heading is."""
        announces, away, told, far = [], [], 0.0, FAR
        for line in self.lines:
            announces.append(told)
            away.append(far)
            far += 1
            if line.block.kind is BlockKind.HEADING:
                told, far = float(phrases.READ_ALSO.fullmatch(line.block.text[:260]) is not None), 1.0
        return announces, away
