"""Which lines of a text dump are its headline, its day and its byline, as small models see them (`head_features`)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reader.cleaning.forest import forest
from reader.cleaning.head_features import HEAD_NAMES, SENTENCE, Head, head_of
from reader.cleaning.judge import SURE
from reader.cleaning.line_people import has_lead, people_in
from reader.cleaning.raw import RawBlock
from reader.cleaning.shown_date import is_about_dates
from reader.cleaning.written_dates import written_dates

PARTS = ("title", "day", "byline")  # in the order in which they are looked for: each knows those before it
_APART = re.compile(r"\s[-–—|•·/]\s|\(")
_TEXT = 60  # characters of a line that may be the first of the text
_TITLE, _DAY = 0.3, 0.5  # how sure the models must be
_BYLINE, _BARE_BYLINE = 0.5, 0.85  # of a line that says "by", and of one that is only names
_UNDER = 3  # lines under the first of the text in which a headline may still stand


@dataclass(frozen=True, slots=True)
class HeadLines:
    """The lines of a dump that are its headline, its day and its byline, by their number; -1 for none."""

    title: int = -1
    day: int = -1
    byline: int = -1
    names: str = ""


def text_lines(blocks: Sequence[RawBlock], sure: Mapping[RawBlock, float]) -> tuple[int, int]:
    """Return the first and the last line that the model takes for the article's text; -1 twice for none."""
    kept = [n for n, block in enumerate(blocks) if sure.get(block, 0.0) >= SURE and len(block.text) >= _TEXT]
    return (kept[0], kept[-1]) if kept else (-1, -1)


def head_lines(blocks: Sequence[RawBlock], sure: Mapping[RawBlock, float], language: str) -> HeadLines:
    """Return the head of a dump whose lines, in `language` (ISO 639), were judged like that."""
    first, last = text_lines(blocks, sure)
    if first < 0:
        return HeadLines()
    head = head_of(blocks, first, last, sure, language)
    above = range(first + _UNDER + 1)
    title, share = _best(head, "title", [n for n in above if n in head.lines and not _is_names(head.lines[n].text)])
    if share < _TITLE:
        title, share = _best(head, "title", above)
    head.title = title = title if share >= _TITLE else -1
    day, share = _best(head, "day", [n for n, line in head.lines.items() if may_be_day(line.text, language)])
    head.day = day = day if share >= _DAY else -1
    byline, names = _byline(head, title)
    return HeadLines(title, day, byline, names)


def may_be_day(text: str, language: str) -> bool:
    """Return whether a line may be of the day of publishing: a date in a sentence of the text is of something else."""
    if SENTENCE.search(text) is not None and not is_about_dates(text):
        return False
    return bool(written_dates(text, days_first=True, language=language))


def shares(head: Head, part: str) -> dict[int, float]:
    """Return how sure the model is of each line of a head that it is the part: `title`, `day` or `byline`."""
    model = forest(part)
    if model.names != HEAD_NAMES:
        raise ValueError("the model was trained on other features; train it again")
    return {number: model.share(head.row(number)) for number in head.lines}


def _is_names(text: str) -> bool:
    """Whether a line is names with a word before them, or their paper or role behind; names alone may be a headline."""
    return (has_lead(text) or _APART.search(text) is not None) and 2 * len(people_in(text)) > len(text)


def _best(head: Head, part: str, fit: Sequence[int] | Mapping[int, object]) -> tuple[int, float]:
    found = {number: share for number, share in shares(head, part).items() if number in fit}
    best = max(found, key=lambda number: (found[number], -abs(number - head.first)), default=-1)
    return best, found.get(best, 0.0)


def _byline(head: Head, title: int) -> tuple[int, str]:
    """The surest line that names somebody."""
    found = shares(head, "byline")
    for number in sorted(found, key=lambda number: -found[number]):
        text = head.lines[number].text
        if found[number] < (_BYLINE if has_lead(text) else _BARE_BYLINE) or number == title:
            continue
        if names := people_in(text):
            return number, names
    return -1, ""
