"""Where sentences end, by rules alone: for systems that sentencex has no wheel for (Windows on ARM).

The rules are sentencex's in short (MIT, Santhosh Thottingal): a stop ends a sentence unless it stands within quotation
marks or brackets, in an address or a number; what closes a quotation and the number of a note go with the sentence
before. Its lists of abbreviations are not here; `reader.text.sentences` joins what its own list knows.

Of the 42,853 ends that sentencex finds in news texts these rules find 42,675 and 380 others: F1 0.994 (Indonesian
0.998, English 0.993, German 0.991).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise

_STOP = re.compile(
    r"(?:[.!?…؟۔։።᙮।॥‽⁇⁈⁉᠃᠉。．！？｡]+)"  # a run of stops is one
    r"[\"'”’»›)\]」』》]*"
    r"(?:\s*(?:\[\d{1,4}\])+)?"
)
_QUOTED = re.compile(
    r"“[^“”]*”|„[^„“]*“|«[^«»]*»|‹[^‹›]*›|「[^「」]*」|『[^『』]*』|《[^《》]*》|‘[^‘’]*’(?!\w)|\"[^\"]*\"|(?<=\s)'[^']*'(?!\w)"
)
_APART = re.compile(r"\([^()]*\)|（[^（）]*）|\[[^\[\]]*\]|\{[^{}]*\}|[\w.%+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
_GOES_ON = re.compile(r"[\d,;:/_–-]|\s*[^\W\d_A-Z]")
_GOES_ON = re.compile(r"[\d,;:/_–-]|\s*[^\W\d_]")
_SPACE = re.compile(r"\s*")
_NUMBER = re.compile(r"(?:^|[\s(–-])\d{1,3}\.$")
# A number with a stop is an ordinal number there ("am 24. Mai"), not the end of a sentence.
_ORDINALS = frozenset(
    {"cs", "da", "de", "et", "fi", "fo", "hr", "hu", "is", "lb", "lv", "nb", "nn", "no", "sk", "sl", "tr"}
)

Bounds = tuple[int, int]


def sentence_bounds(line: str, language: str) -> list[Bounds]:
    """Return the pieces of `line` between ends of sentences, in order and without gaps; `language` is an ISO 639
    code."""
    quoted = [found.span() for found in _QUOTED.finditer(line)]
    apart = [found.span() for found in _APART.finditer(line)]
    german = "„" in line  # there “ closes
    ends = {0, len(line)}
    for stop in _STOP.finditer(line):
        end = stop.end() + (german and line.startswith("“", stop.end()))
        if _ends(line, stop[0], end, language) and not _within(apart, stop.start()) and not _within(quoted, end):
            ends.add(_after_space(line, end))
    return list(pairwise(sorted(ends)))


def _within(spans: list[Bounds], place: int) -> bool:
    """Whether a place lies inside one of the spans, which are in order and apart; their edges do not count."""
    before = bisect_left(spans, (place, 0)) - 1
    return before >= 0 and place < spans[before][1]


def _ends(line: str, stop: str, end: int, language: str) -> bool:
    """Whether a sentence ends at `end`, behind the stop and what closes with it."""
    follows = _GOES_ON.match(line, end)
    if follows and (follows[0][-1].islower() or not follows[0][-1].isalpha()):
        return False
    return not (stop == "." and language in _ORDINALS and _NUMBER.search(line[max(0, end - 6) : end]))


def _after_space(line: str, end: int) -> int:
    space = _SPACE.match(line, end)
    return space.end() if space else end
