"""A row of numbers for each line of a text dump that may be its headline, its byline or its day; `HEAD_NAMES` says
what they are, in the models' order.

A headline speaks of what the text under it speaks of, and a menu does not; under it stand a name and a day; often its
words stand twice, once with the name of the site. None of this is sure alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reader.cleaning import phrases
from reader.cleaning.page_view import size
from reader.cleaning.person_names import persons
from reader.cleaning.raw import RawBlock
from reader.cleaning.select import line_reason
from reader.cleaning.shown_date import is_about_dates, published_and_updated
from reader.cleaning.written_dates import written_dates

ABOVE, BELOW = 80, 16  # lines round the first of the text that may be of its head
_BEFORE_END, _AFTER_END = 3, 8  # lines round the last of the text in which it is signed
_BODY, _BEGINNING = 6_000, 600  # characters of the text that a line is compared with
_REACH = 6  # lines in which a day or a byline is looked for
_FAR = 99.0
_LONGEST = 240  # characters of a line that is looked into
_FEW = 8  # characters; the words of a shorter line stand in others by chance
_STEM = 6  # characters of a word that tell it in another form
_WORD = re.compile(r"[^\W\d_]{4,}|\d[\d.,]*")
_MARKS = re.compile(r"[|»›•·/→@©#►▶<>]|https?:")
_ANNOUNCES = re.compile(
    r"(?:(?:the\s+)?authors?(?:\s+of\s+(?:the|this)\s+article)?|(?:written|reported|story|words|text)?\s*by|penulis|oleh|reporter|"
    r"von|par|por|di|autor(?:in|es|a)?|auteurs?|autore|tekst|af|av|door|автор|автори?|著者|文|作者)\s*:?",
    re.I,
)
_ROLE = re.compile(
    r"\b(?:reporter|editor|writer|correspondent|journalist|columnist|contributor|producer|author|intern|bureau|redaksi|redaktur|"
    r"wartawan|jurnalis|penulis|kontributor|redakteur(?:in)?|korrespondent(?:in)?|journaliste|rédacteur|rédactrice|redactora?|"
    r"periodista|corresponsal|enviad[oa]|giornalista|verslaggever|joernalist|toimittaja|reporterka?|muhabir|корреспондент|記者|기자)s?\b",
    re.I,
)
_ADDRESS = re.compile(r"@\w|\w@\w")
SENTENCE = re.compile(r"[.!?…。！？؟।][\"'”’»)\]」』]*$")
_PART = r"[A-ZÀ-ÞĀ-ŽΑ-ΩА-Я][\w.'’-]*"
_NAME = rf"{_PART}(?:\s+(?:(?:van|von|de|del|da|di|bin|binti|el|al|der|den|la|le|y|dos|du|af|av|zu)\s+)*{_PART}){{1,3}}"
NAMES_ONLY = re.compile(rf"{_NAME}(?:(?:\s*,\s*|\s+(?:and|dan|und|et|y|e|og|och|i|&|и)\s+){_NAME}){{0,3}}")

_OWN = [
    "size", "words", "shared", "about", "about_beginning", "times", "again", "sentence", "question", "closed", "commas",
    "digits", "upper", "titled", "marks", "colon", "bullet", "debris", "also", "is_date", "about_dates", "updated",
    "dated_share", "by", "byline", "names", "named", "credit", "call", "role", "announces", "capitals", "address",
]  # fmt: skip
_PLACE = [
    "from_text", "from_top", "from_end", "day_below", "day_above", "by_below", "by_above", "longer_above",
    "longer_below", "held_in", "holds", "ends_held", "same_stems", "rank", "sure", "sure_below", "sure_above",
    "size_below", "size_above", "size_below_2", "announced", "role_below",
]  # fmt: skip
_KNOWN = ["from_title", "from_day", "title_about"]
HEAD_NAMES = (*_OWN, *_PLACE, *_KNOWN)


@dataclass(slots=True)
class _Line:
    """What is known of one line. `own` are the values of `_OWN`."""

    text: str
    stems: set[str]
    own: list[float]
    about: float
    is_day: bool
    is_by: bool
    size: float
    folded: str
    announces: bool
    is_role: bool


@dataclass(slots=True)
class Head:
    """The lines of a dump that may be of its head, `lines`, by their number among all; `first` is that of the text.

    `title` and `day` are the numbers of the lines that were found to be these, -1 while they are not known.
    """

    first: int
    last: int
    lines: dict[int, _Line]
    sure: Mapping[int, float]
    title: int = -1
    day: int = -1
    order: dict[int, int] = field(default_factory=dict)
    _places: dict[int, list[float]] = field(default_factory=dict)

    def row(self, index: int) -> list[float]:
        """Return the features of the line `index`."""
        here, title = self.lines[index], self.lines.get(self.title)
        if index not in self._places:
            self._places[index] = [*here.own, *self._place(index, here)]
        return [
            *self._places[index],
            float(index - self.title) if self.title >= 0 else _FAR,
            float(index - self.day) if self.day >= 0 else _FAR,
            len(title.stems & here.stems) / max(1, len(here.stems)) if title is not None else -1.0,
        ]

    def _place(self, index: int, here: _Line) -> list[float]:
        below = [self.lines.get(index + step) for step in range(1, _REACH + 1)]
        above = [self.lines.get(index - step) for step in range(1, _REACH + 1)]
        return [
            float(index - self.first), float(index), float(index - self.last),
            _distance(below, "is_day"), _distance(above, "is_day"), _distance(below, "is_by"),
            _distance(above, "is_by"), _longer(above, here), _longer(below, here), *self._beside(index, here),
            float(self.order.get(index, len(self.order))), self.sure[index], self.sure.get(index + 1, -1.0),
            self.sure.get(index - 1, -1.0),
            *(one.size if one is not None else -1.0 for one in (below[0], above[0], below[1])),
            float(above[0] is not None and above[0].announces), float(below[0] is not None and below[0].is_role),
        ]  # fmt: skip

    def _beside(self, index: int, here: _Line) -> list[float]:
        """How many other lines hold these words, stand in them, end them, and speak of the same."""
        words, own = here.folded, here.stems
        held_in = holds = same = 0
        ends = False
        for number, one in self.lines.items():
            if number == index or len(one.folded) <= _FEW:
                continue
            held_in += len(words) > _FEW and words in one.folded
            if one.folded in words:
                holds += 1
                ends = ends or (words.endswith(one.folded) and one.folded.count(" ") > 1)
            same += len(one.stems & own) * 2 > len(own) > 0
        return [float(held_in), float(holds), float(ends), float(same)]


def head_of(blocks: Sequence[RawBlock], first: int, last: int, sure: Mapping[RawBlock, float], language: str) -> Head:
    """Return the lines that may be of the head of the text from `first` to `last`, lines of `language` (ISO 639)."""
    near = [*range(max(0, first - ABOVE), min(len(blocks), first + BELOW))]
    near += [n for n in range(last - _BEFORE_END, min(len(blocks), last + _AFTER_END + 1)) if n > near[-1]]
    body = [block.text for block in blocks[first : last + 1]]
    whole, beginning = stems(" ".join(body)[:_BODY]), stems(" ".join(body)[:_BEGINNING])
    times, seen = Counter(block.folded for block in blocks), Counter[str]()
    lines = {}
    for number in near:
        block = blocks[number]
        lines[number] = _line(block, whole, beginning, times[block.folded], seen[block.folded], language)
        seen[block.folded] += 1
    ranked = sorted(lines, key=lambda number: (-lines[number].about, number))
    shares = {number: sure.get(block, -1.0) for number, block in enumerate(blocks)}
    return Head(first, last, lines, shares, order={number: rank for rank, number in enumerate(ranked)})


def stems(text: str) -> set[str]:
    """Return the beginnings of the words of a text; pairs of characters in scripts without spaces."""
    if not text.isascii() and size(text) > 1.6 * len(text):
        return {text[at : at + 2] for at in range(len(text) - 1)}
    return {word.casefold()[:_STEM] for word in _WORD.findall(text)}


def _line(block: RawBlock, whole: set[str], beginning: set[str], times: int, again: int, language: str) -> _Line:
    text = block.text[:_LONGEST]
    own, length = stems(text), size(block.text)
    shared = len(own & whole)
    about = shared / max(3, len(own))
    words = text.split()
    letters = [sign for sign in text if sign.isalpha()]
    dates = written_dates(text, days_first=True, language=language)
    updated = bool(dates) and bool(published_and_updated(text, days_first=True, language=language)[1])
    dated = sum(end - start for start, end, _ in dates) / len(text)
    by = phrases.BY.match(text) is not None and length < 120
    byline = length < 120 and phrases.BYLINE.fullmatch(text) is not None
    names = length < 120 and NAMES_ONLY.fullmatch(text) is not None
    named = length < 120 and NAMES_ONLY.fullmatch(persons(text, "")) is not None
    values = [
        length, len(words), shared, about, len(own & beginning) / max(3, len(own)), times, again,
        SENTENCE.search(block.text) is not None, text.endswith("?"), block.text[-1:] in ".;:,", text.count(","),
        sum(map(str.isdigit, text)) / len(text), sum(map(str.isupper, letters)) / max(1, len(letters)),
        sum(word[:1].isupper() for word in words) / len(words), len(_MARKS.findall(text)), ":" in text,
        bool(block.level), bool(line_reason(block.text)),
        length < 260 and phrases.READ_ALSO.fullmatch(text) is not None,
        bool(dates), is_about_dates(text), updated, dated, by, byline, names, named,
        phrases.CREDIT.fullmatch(text) is not None, phrases.is_call(text), _ROLE.search(text) is not None,
        _ANNOUNCES.fullmatch(text) is not None, text.isupper(), _ADDRESS.search(text) is not None,
    ]  # fmt: skip
    is_by = (by and named) or byline
    announces, is_role = bool(values[-3]), bool(values[-4]) and length < 80
    known = [float(value) for value in values]
    return _Line(text, own, known, about, dated > 0.2, is_by, length, block.folded, announces, is_role)


def _longer(lines: Sequence[_Line | None], here: _Line) -> float:
    return float(sum(one is not None and one.size > here.size for one in lines))


def _distance(lines: Sequence[_Line | None], what: str) -> float:
    return next((float(n) for n, one in enumerate(lines, 1) if one is not None and getattr(one, what)), _FAR)
