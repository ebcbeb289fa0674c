"""The head of a text dump: which line is the headline, who wrote it, and when, told by the lines alone.

A headline speaks of what the text under it speaks of; a menu does not. Under it stand a name and a day, often the same
words stand twice, and it is longer than the lines round it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from reader.cleaning import phrases
from reader.cleaning.head_features import NAMES_ONLY, stems
from reader.cleaning.line_people import has_lead, people_in
from reader.cleaning.page_view import size
from reader.cleaning.person_names import persons
from reader.cleaning.raw import RawBlock, fold
from reader.cleaning.shown_date import is_date_line
from reader.model import left_out_reasons as reasons

_ABOVE = 60  # lines over the text in which its headline is looked for
_BODY = 4_000  # characters of the text that a headline is compared with
_FITS = (25, 160)
_NEAR = 5  # lines under a headline in which its byline and its day stand
_SUFFIX = re.compile(r"(?P<title>.{10,}\S)\s+[-–—|·•»]\s+(?P<site>[^-–—|·•»]{2,40})")
_WORDS = 25.0  # of the size of three words
_LEADS = re.compile(
    r"(?:share\s+this\s+(?:story|article)|bagikan(?:\s+artikel)?|print|email|tweet|headline|judul|title)\s*:\s*", re.I
)
_LONGEST = 110


def headline(blocks: Sequence[RawBlock], fit: Sequence[int], first: int, times: Counter[str]) -> int:
    """Return which of the lines `fit` is the headline of the text that begins at `first`; -1 when none seems to be."""
    body = stems(" ".join(block.text for block in blocks[first:])[:_BODY])
    scores = {index: _score(blocks, index, first, body, times) for index in fit if first - index <= _ABOVE}
    return max(scores, key=lambda index: (scores[index], index)) if scores else -1


def _score(blocks: Sequence[RawBlock], index: int, first: int, body: set[str], times: Counter[str]) -> float:
    text = blocks[index].text
    words = stems(text)
    shared = len(words & body)
    about = shared / max(3, len(words)) if shared > 1 else 0.0
    length = size(text)
    score = 3.0 * about + 0.25 * min(shared, 6)
    score += 1.0 if _FITS[0] <= length <= _FITS[1] else 0.0
    score += 0.8 if times[blocks[index].folded] > 1 else 0.0
    under = blocks[index + 1 : index + 1 + _NEAR]
    score += 0.8 if any(is_date_line(block.text) for block in under) else 0.0
    score += 0.6 if any(byline(block.text) for block in under) else 0.0
    score -= 0.02 * (first - index)
    score -= 2.0 if byline(text) or NAMES_ONLY.fullmatch(text) or is_date_line(text) else 0.0
    return score


def suffixed(blocks: Sequence[RawBlock], first: int) -> tuple[int, str]:
    """Return the line above `first` that stands once alone and once with the site's name behind it, and that name; -1
    for none. The other of the two lines is left out as repeated."""
    plain = {block.folded: i for i, block in reversed(list(enumerate(blocks[: first + 1])))}
    for index, block in enumerate(blocks[: first + 1]):
        found = _SUFFIX.fullmatch(block.text)
        if found is None:
            continue
        at = plain.get(fold(found["title"]), -1)
        if at >= 0:
            block.reason = reasons.REPEATED
            return at, found["site"]
        if index == 0 and len(found["site"].split()) <= 3 and len(found["title"]) > 25 and first > 1:
            block.text = found["title"]
            return index, found["site"]
    return -1, ""


def shortest(blocks: Sequence[RawBlock], at: int) -> int:
    """Return the line that stands alone where the line `at` has it behind a path of sections ("News / India / …")."""
    long = blocks[at].folded
    near = range(max(0, at - _NEAR), min(len(blocks), at + _NEAR + 1))
    return next((n for n in near if n != at and len(blocks[n].folded) >= _WORDS and long.endswith(blocks[n].folded)
                 and long[: -len(blocks[n].folded)].rstrip().endswith(("/", ">", "›", "»", "|"))), at)  # fmt: skip


def without_suffix(text: str, blocks: Sequence[RawBlock]) -> tuple[str, str]:
    """Return a headline without the site's name behind it, and that name: one that the dump has in another line."""
    found = _SUFFIX.fullmatch(text)
    if found is None or len(found["site"].split()) > 3:
        return text, ""
    name = fold(found["site"])
    named = sum(name in block.folded for block in blocks) > 1
    return (found["title"], found["site"]) if named else (text, "")


def is_headline(text: str) -> bool:
    """Return whether a line looks as a headline may: no sentence, no byline, no path of sections."""
    if not 12 <= len(text) <= 220 or not _has_words(text) or "|" in text or ">" in text:
        return False
    by = phrases.BYLINE.fullmatch(text) or phrases.DATE.fullmatch(text) or phrases.CREDIT.fullmatch(text)
    return by is None and not re.search(r"[.;:,]$", text)


def _has_words(text: str) -> bool:
    """Three words at least, or as much in a script without spaces."""
    return len(text.split()) >= 3 or size(text) >= max(_WORDS, 1.5 * len(text))


def without_lead(text: str) -> str:
    """Return a headline without the words of a button that stand before it."""
    return _LEADS.sub("", text, count=1)


def byline(text: str) -> str:
    """Return the names in a line that says who wrote it ("By …", "Von …"); empty for any other."""
    return people_in(text) if len(text) <= _LONGEST and has_lead(text) else ""


def names_alone(text: str, title: str) -> str:
    """Return the names when a line is nothing but names, their paper and their role; empty otherwise."""
    if len(text) > _LONGEST or fold(text) in fold(title):
        return ""
    names = persons(text, "") if not NAMES_ONLY.fullmatch(text) else text
    if NAMES_ONLY.fullmatch(names) is None and " - " in text:
        names = text.partition(" - ")[0]
    return names if NAMES_ONLY.fullmatch(names) is not None and not names.isupper() else ""
