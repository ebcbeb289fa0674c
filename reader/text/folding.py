"""One folding for all that compares what was typed with what stands there: search, find, filters, quotes.

Folded: what is not seen, kinds of white space, quotation marks, hyphens and dashes, ligatures and other forms of
letters (NFKC); for searching also case, accents, strokes, points, digits of other scripts, width and kana. A raised
number behind a digit keeps its meaning: 10⁶ is 10^6 and not 106. What a text says is never changed: it is folded to be
compared, and a `Folded` knows which code points of the text its own stand for.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial

from reader.model.spans import Span
from reader.text.folded_letters import ACCENTS, IGNORED, Letters, Strength

_LETTERS = {strength: Letters(strength) for strength in Strength}
_NOT_SEEN = re.compile(f"[{IGNORED}]+")
_HALF_VOICED = re.compile("[\uff66-\uff9d][\uff9e\uff9f]")  # a half width kana and its voicing
_POWERS, _FRACTIONS = "\u00b2\u00b3\u00b9\u2070-\u207f", "\u00bc-\u00be\u2150-\u215e\u2189"
_RAISED, _FRACTION = re.compile(f"(?<=\\d)[{_POWERS}]+"), re.compile(f"(?<=\\d)[{_FRACTIONS}]")
_IN_PLACE = re.compile(f"[{IGNORED}\uff9e\uff9f{_POWERS}{_FRACTIONS}]")  # what is folded by what stands beside it
_ACCENT = re.compile(f"[{ACCENTS}]+")
_RUNS = re.compile(" {2,}|-{2,}")
_JAMO = re.compile("[\u1161-\u1175\u11a8-\u11c2]")  # the later parts of a Korean syllable, which compose as marks do

Spans = Iterator[tuple[int, int]]
Way = tuple[Callable[[str], Spans], Callable[[str], str]]  # which pieces of a text are replaced, and what by


def fold_text(text: str, strength: Strength = Strength.SEARCH) -> str:
    """Return what `text` is compared as: what `fold` gives, quicker, without the places."""
    if not text.isascii() and (_IN_PLACE.search(text) or not unicodedata.is_normalized("NFC", text)):
        text = unicodedata.normalize("NFC", _half_voiced(_NOT_SEEN.sub("", text)))
        text = _FRACTION.sub(" \\g<0>", _RAISED.sub("^\\g<0>", text))
    folded = text.translate(_LETTERS[strength])
    return _RUNS.sub(lambda run: run[0][0], folded) if "  " in folded or "--" in folded else folded


def fold(text: str, strength: Strength = Strength.SEARCH) -> Folded:
    """Return `text` as it is compared, with the places that each character of it came from."""
    letters, steps = _LETTERS[strength], list[_Step]()
    if text.isascii() and len(folded := fold_text(text, strength)) == len(text):
        return Folded(folded, ())  # most texts in many languages, and known at once
    for pieces, new in _ways(text, letters, strength):
        text, step = _replaced(text, pieces(text), new)
        steps += [step] if step.starts else []
    text = text.translate(letters)
    text, last = _replaced(text, _all(_RUNS)(text), lambda run: run[0])
    return Folded(text, [*steps, last] if last.starts else steps)


def _ways(text: str, letters: Letters, strength: Strength) -> Iterator[Way]:
    """What is folded in its place, in order: each way is of the text that the one before it made."""
    yield _all(_NOT_SEEN), lambda piece: ""
    if not text.isascii():
        yield _all(_HALF_VOICED), _half_voiced
        yield _with_letter(_parts), partial(unicodedata.normalize, "NFC")
        yield _all(_RAISED), lambda piece: f"^{piece}"
        yield _all(_FRACTION), lambda piece: f" {piece}"
        if strength is Strength.SEARCH:
            yield _with_letter(lambda _: _ACCENT), lambda piece: _ACCENT.sub("", piece)
    yield lambda now: _all(_longer(now, letters))(now), lambda piece: piece.translate(letters)


def holds(wanted: str, *texts: str) -> bool:
    """Return whether one of `texts`, which are short, has what is `wanted`, which is folded already."""
    return any(text and wanted in _folded(text) for text in texts)


_folded = lru_cache(maxsize=20_000)(fold_text)  # a filter looks through the same texts at each letter


def _half_voiced(text: str) -> str:
    return _HALF_VOICED.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)


def _all(pattern: re.Pattern[str]) -> Callable[[str], Spans]:
    return lambda text: (found.span() for found in pattern.finditer(text))


def _with_letter(pattern: Callable[[str], re.Pattern[str]]) -> Callable[[str], Spans]:
    """Every run of marks together with the letter that bears them, so that no place is between the two."""
    return lambda text: ((max(0, start - 1), end) for start, end in _all(pattern(text))(text))


def _parts(text: str) -> re.Pattern[str]:
    """What composes with the letter before it, of the characters in this text: nothing in most."""
    composed = unicodedata.is_normalized("NFC", text)
    return _any("" if composed else (c for c in set(text) if unicodedata.category(c)[0] == "M" or _JAMO.match(c)), "+")


def _longer(text: str, letters: Letters) -> re.Pattern[str]:
    """The characters of `text` that do not become one character."""
    return _any(c for c in set(text) if len(letters[ord(c)]) != 1)


def _any(characters: Iterable[str], times: str = "") -> re.Pattern[str]:
    found = "".join(map(re.escape, characters))
    return re.compile(f"[{found}]{times}" if found else "(?!)")


# -- places ------------------------------------------------------------------------------------------------------------


class _Step:
    """What one step replaced: pieces of its text, each with the piece of the text before that it stands for."""

    __slots__ = ("ends", "old_ends", "old_starts", "starts")

    def __init__(self) -> None:
        self.starts, self.ends = array("q"), array("q")
        self.old_starts, self.old_ends = array("q"), array("q")

    def add(self, start: int, end: int, old_start: int, old_end: int) -> None:
        self.starts.append(start)
        self.ends.append(end)
        self.old_starts.append(old_start)
        self.old_ends.append(old_end)

    def start(self, at: int) -> int:
        """Return where the character at `at` began before."""
        piece = bisect_right(self.starts, at) - 1
        if piece < 0:
            return at
        return self.old_starts[piece] if at < self.ends[piece] else self.old_ends[piece] + at - self.ends[piece]

    def end(self, at: int) -> int:
        """Return where the character before `at` ended before."""
        piece = bisect_right(self.starts, at - 1) - 1
        if piece < 0:
            return at
        return self.old_ends[piece] + max(0, at - self.ends[piece])

    def splits(self, at: int) -> bool:
        """Return whether `at` lies within a piece."""
        piece = bisect_right(self.starts, at) - 1
        return piece >= 0 and self.starts[piece] < at < self.ends[piece]


def _replaced(text: str, spans: Spans, new: Callable[[str], str]) -> tuple[str, _Step]:
    pieces: list[str] = []
    step, at, size = _Step(), 0, 0
    for start, end in spans:
        old = text[start:end]
        piece = new(old)
        if piece != old:
            pieces += text[at:start], piece
            size += start - at
            step.add(size, size + len(piece), start, end)
            size, at = size + len(piece), end
    return "".join([*pieces, text[at:]]) if pieces else text, step


class Folded:
    """A text as it is compared: `text`, and from places in it back to those of what was folded."""

    __slots__ = ("_steps", "text")

    def __init__(self, text: str, steps: Sequence[_Step]) -> None:
        self.text = text
        self._steps = tuple(reversed(steps))

    def span(self, start: int, end: int) -> Span:
        """Return the code points that `[start, end)`, which is not empty, stands for.

        An accent goes with its letter; what is not seen at the edges stays outside.
        """
        for step in self._steps:
            start, end = step.start(start), step.end(end)
        return Span(start, end)

    def splits(self, at: int) -> bool:
        """Return whether a character of the folded text was one with the character before it."""
        for step in self._steps:
            if step.splits(at):
                return True
            at = step.start(at)
        return False

    def places(self, wanted: str) -> Iterator[tuple[int, int]]:
        """Yield where `wanted`, folded already and not empty, stands in the folded text, one behind the other."""
        at = self.text.find(wanted)
        while at >= 0:
            yield at, at + len(wanted)
            at = self.text.find(wanted, at + len(wanted))
