"""The head of a text dump: which line is the headline, who wrote it, and when, told by the lines alone.

A headline speaks of what the text under it speaks of; a menu does not. Under it stand a name and a day, often the same
words stand twice, and it is longer than the lines round it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from reader.cleaning import phrases
from reader.cleaning.page_view import size
from reader.cleaning.person_names import persons
from reader.cleaning.raw import RawBlock, fold
from reader.cleaning.shown_date import is_about_dates, published_and_updated

_WORD = re.compile(r"[^\W\d_]{4,}|\d[\d.,]*")
_STEM = 6  # characters of a word that tell it in another form
_ABOVE = 60  # lines over the text in which its headline is looked for
_BODY = 4_000  # characters of the text that a headline is compared with
_FITS = (25, 160)
_NEAR = 5  # lines under a headline in which its byline and its day stand
_PART = r"[A-ZÀ-ÞĀ-Ž][\w.'’-]*"
_NAME = rf"{_PART}(?:\s+(?:(?:van|von|de|del|da|di|bin|binti|el|al|der|den|la|le|y|dos|du)\s+)*{_PART}){{1,3}}"
_NAMES = re.compile(rf"{_NAME}(?:(?:\s*,\s*|\s+(?:and|dan|und|et|y|e|og|och|&)\s+){_NAME}){{0,3}}")
_LEADS = re.compile(
    r"(?:share\s+this\s+(?:story|article)|bagikan(?:\s+artikel)?|print|email|tweet|headline|judul|title)\s*:\s*", re.I
)
_LONGEST = 110
_BARE = 34  # characters of a line besides its date that a date line may have


def headline(blocks: Sequence[RawBlock], fit: Sequence[int], first: int, times: Counter[str]) -> int:
    """Return which of the lines `fit` is the headline of the text that begins at `first`; -1 when none seems to be."""
    body = _stems(" ".join(block.text for block in blocks[first:])[:_BODY])
    scores = {index: _score(blocks, index, first, body, times) for index in fit if first - index <= _ABOVE}
    return max(scores, key=lambda index: (scores[index], index)) if scores else -1


def _score(blocks: Sequence[RawBlock], index: int, first: int, body: set[str], times: Counter[str]) -> float:
    text = blocks[index].text
    words = _stems(text)
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
    score -= 2.0 if byline(text) or _NAMES.fullmatch(text) or is_date_line(text) else 0.0
    return score


def _stems(text: str) -> set[str]:
    if not text.isascii() and size(text) > 1.6 * len(text):  # scripts without spaces: pairs of characters
        return {text[at : at + 2] for at in range(len(text) - 1)}
    return {word.casefold()[:_STEM] for word in _WORD.findall(text)}


def without_lead(text: str) -> str:
    """Return a headline without the words of a button that stand before it."""
    return _LEADS.sub("", text, count=1)


def byline(text: str) -> str:
    """Return the names in a line that says who wrote it ("By …", "Von …"); empty for any other."""
    found = phrases.BY.match(text)
    if found is None or len(text) > _LONGEST:
        return ""
    names = persons(text[found.end() :], "")
    return names if _NAMES.match(names) is not None and len(names) < 80 else ""


def names_alone(text: str, title: str) -> str:
    """Return the names when a line is nothing but names, their paper and their role; empty otherwise."""
    if len(text) > _LONGEST or fold(text) in fold(title):
        return ""
    names = persons(text, "") if not _NAMES.fullmatch(text) else text
    if _NAMES.fullmatch(names) is None and " - " in text:
        names = text.partition(" - ")[0]
    return names if _NAMES.fullmatch(names) is not None and not names.isupper() else ""


def is_date_line(text: str) -> bool:
    """Return whether a line gives the day of publishing or changing, and little else."""
    if not 6 <= len(text) <= _LONGEST:
        return False
    if phrases.DATE.fullmatch(text):
        return True
    if not any(published_and_updated(text, days_first=True)):
        return False
    words = re.sub(r"[\W\d_]+", " ", text)
    return len(words) <= _BARE or is_about_dates(text) or phrases.BY.match(text) is not None
