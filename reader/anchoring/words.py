"""A text as the words that are compared: folded so that typography and white space make no difference.

Folded: typographic quotes, dashes and ellipses, Unicode forms (NFKC without superscripts, subscripts and fractions,
which say something else than the plain digit), soft hyphens, zero-width characters and variation selectors.
Not folded: upper and lower case, and every other mark of punctuation.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from reader.model.spans import Span

# Han, kana, Thai, Lao, Khmer, Myanmar write no spaces between words: there each character is compared alone.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_DASHES = "\\-\u2010-\u2015\u2212\ufe58\ufe63\uff0d"
_SINGLE = "‘’‚‛‹›′`´ʼ"
_DOUBLE = "“”„‟«»″〝〞"
_FOLDED = str.maketrans({**dict.fromkeys(_SINGLE, "'"), **dict.fromkeys(_DOUBLE, '"')})
_SELECTORS = re.compile("[\ufe00-\ufe0f]")
_SAYS_MORE = ("<super>", "<sub>", "<fraction>", "<circle>")
_ALL_DASHES = re.compile(f"[{_DASHES}]+")
_ALL_STOPS = re.compile("[.…]+")
SENTENCE, LINE = 1, 2
_STOPS, _CLOSERS = frozenset(".!?。！？"), frozenset("\"')]")

# Before a name or a number these end in a stop and no sentence does. Only what is frequent: a break too few costs a
# question, a break too many may spare one that was due.
_SHORT = "mr mrs ms dr drs prof st no jl rp gen col lt capt gov sen rep jr sr ir jend vs sept oct nov"
_TITLES = frozenset(_SHORT.split())


def _goes_on(word: str, stop: str, following: str, *, cased: bool) -> bool:
    """Whether a stop behind `word` belongs to an initial or an abbreviation and the sentence goes on."""
    if cased and following[:1].islower():
        return True
    return stop == "." and word.isalpha() and (len(word) == 1 or word.casefold() in _TITLES)


class Folding(dict[str, str]):
    """What each written word is compared as; one for both texts, so that every word is folded once."""

    def __missing__(self, written: str) -> str:
        folded = self[written] = _fold(written)
        return folded


def _fold(written: str) -> str:
    if written.isascii() and written.isalnum():
        return written
    shown = "".join(c for c in _SELECTORS.sub("", written) if unicodedata.category(c) != "Cf")
    if _ALL_DASHES.fullmatch(shown):
        return "-"
    if _ALL_STOPS.fullmatch(shown):
        return "." if shown == "." else "..."
    if shown == "''":
        return '"'
    return _compatible(shown.translate(_FOLDED))


def _compatible(shown: str) -> str:
    """NFKC, cluster by cluster, but for characters whose plain form says something else."""
    composed = unicodedata.normalize("NFC", shown)
    return "".join(
        c if unicodedata.decomposition(c).startswith(_SAYS_MORE) else unicodedata.normalize("NFKC", c) for c in composed
    )


def _pattern(text: str) -> re.Pattern[str]:
    """Words, and punctuation one by one; `joined` are the marks and invisible characters that are in this text."""
    joined = "" if text.isascii() else "".join(
        re.escape(c) for c in sorted(set(text)) if unicodedata.category(c) in ("Mn", "Mc", "Me", "Cf")
    )  # fmt: skip
    more = f"[{joined}]*" if joined else ""
    letter = f"[^\\W{_UNSPACED}]"
    inside = f"{letter}|['’](?={letter})" + (f"|[{joined}]" if joined else "")
    word = f"{letter}(?:{inside})*"
    return re.compile(
        f"{more}(?:{word}|[{_UNSPACED}]{more}|[{_DASHES}]+{more}|[.…]+{more}|''{more}|[^\\w\\s{joined}]{more})"
    )


class Words:
    """The words and marks of punctuation of one text: where each stands and what it is compared as."""

    __slots__ = ("breaks", "ends", "keys", "starts", "text")

    def __init__(self, text: str, folding: Folding) -> None:
        places = [found.span() for found in _pattern(text).finditer(text)]
        self.text = text
        self.starts = [start for start, _ in places]
        self.ends = [end for _, end in places]
        self.keys = [folding[text[start:end]] for start, end in places]
        self.breaks = self._breaks()

    def __len__(self) -> int:
        return len(self.keys)

    def _breaks(self) -> bytearray:
        """`SENTENCE` or `LINE` for a word that begins one, as far as punctuation and white space show it."""
        breaks, keys = bytearray(len(self.keys)), self.keys
        cased = self.text != self.text.lower()
        stop = -1  # the stop whose closing quotes and brackets we are in
        for number, (key, start, end) in enumerate(zip(keys, self.starts, [0, *self.ends], strict=False)):
            if number == 0 or (start > end and "\n" in self.text[end:start]):
                breaks[number] = LINE
            elif stop >= 0 and start > end and not _goes_on(keys[stop - 1], keys[stop], key, cased=cased):
                breaks[number] = SENTENCE
            if key in _STOPS:
                stop = number
            elif key not in _CLOSERS:
                stop = -1
        return breaks

    def touched(self, span: Span) -> tuple[int, int]:
        """Return the half-open range of words that `span` has a character of; empty when it has none."""
        return bisect_right(self.ends, span.start), bisect_left(self.starts, span.end)

    def sentence(self, first: int, end: int) -> tuple[int, int]:
        """Return the words of the sentences that hold words `first` to `end`."""
        while not self.breaks[first]:
            first -= 1
        while end < len(self) and not self.breaks[end]:
            end += 1
        return first, end

    def line(self, first: int, end: int) -> tuple[int, int]:
        """Return the words of the lines that hold words `first` to `end`; in a revision's text these are its blocks."""
        return max(0, self.breaks.rfind(LINE, 0, first + 1)), self.line_end(end)

    def line_end(self, number: int) -> int:
        """Return where the next line begins, from word `number` on."""
        found = self.breaks.find(LINE, number)
        return len(self) if found < 0 else found

    def span(self, first: int, end: int) -> Span:
        """Return from the start of word `first` to the end of the word before `end`."""
        return Span(self.starts[first], self.ends[end - 1])

    def spaced(self, number: int) -> bool:
        """Return whether white space stands before this word."""
        return number > 0 and self.starts[number] != self.ends[number - 1]

    def reading(self, first: int, end: int) -> str:
        """Return the folded text of a range of words, white space as single spaces."""
        return "".join((" " if n > first and self.spaced(n) else "") + self.keys[n] for n in range(first, end))

    def plain(self, first: int, end: int) -> str:
        """Return the keys of a range of words with a space between any two, for measuring how alike they are."""
        return " ".join(self.keys[first:end])

    def edge(self, number: int, offset: int) -> int:
        """Return how many visible characters of word `number` stand before the text's `offset`."""
        return len(_shown(self.text[self.starts[number] : offset]))

    def offset(self, number: int, visible: int) -> int:
        """Return the text's offset behind the first `visible` visible characters of word `number`, marks included."""
        at, end = self.starts[number], self.ends[number]
        for place in range(at, end):
            if len(_shown(self.text[at : place + 1])) > visible:
                return place
        return end


def _shown(written: str) -> str:
    if written.isascii():
        return written
    return "".join(c for c in written if unicodedata.category(c) not in ("Cf", "Mn", "Mc", "Me"))


def is_word(key: str) -> bool:
    """Return whether a key is a word or a number, not a mark of punctuation."""
    return key[:1].isalnum() or key[-1:].isalnum()


def count_words(keys: Sequence[str]) -> int:
    """Return how many of these are words."""
    return sum(map(is_word, keys))
