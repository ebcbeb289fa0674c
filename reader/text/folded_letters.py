"""What one character is compared as, in each of the two strengths of `reader.text.folding`.

After Unicode's folding for searching (UTR #30, as ICU and Lucene have it), with what these leave out: the letters of
Arabic as Lucene's ArabicNormalizer folds them, hiragana and katakana as one as browsers find them. A mark that makes
another letter stays: the voicing of kana, the vowel signs of the scripts of India and South East Asia, the breve of й.
"""

from __future__ import annotations

import re
import unicodedata
from enum import Enum


class Strength(Enum):
    """`SEARCH` forgives what a person would not type; `QUOTE` only what nobody can type or see, and never an accent."""

    SEARCH = "search"
    QUOTE = "quote"


# What is not seen (Unicode's Default_Ignorable_Code_Point, controls) and the line that Arabic words are drawn out with.
IGNORED = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u034f\u061c\u0640\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff"
)
# Accents, Hebrew points and Arabic vowel signs, Syriac ones, the dot of Devanagari; no sign that is a vowel of its own.
ACCENTS = (
    "\u0300-\u034e\u0350-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f"
    "\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u08ca-\u08e1\u08e3-\u08ff\u093c"
    "\u1ab0-\u1ace\u1dc0-\u1dff\u20d0-\u20f0\u2cef-\u2cf1\ua66f-\ua672\ua674-\ua67d\ufb1e\ufe20-\ufe2f"
)
_NO_ACCENTS = re.compile(f"[{ACCENTS}]")
_NOT_SEEN = re.compile(f"[{IGNORED}]")

_SINGLE, _DOUBLE = "‘’‚‛‹›′`´ʼʻʹˈ՚׳ꞌ＇｀", "“”„‟«»″〝〞״＂"
_DASHES = "‐‑‒–—―⸺⸻−⁃˗־֊᠆﹘﹣－"
_SIGNS = {
    **dict.fromkeys(_SINGLE, "'"), **dict.fromkeys(_DOUBLE, '"'), **dict.fromkeys(_DASHES, "-"),
    **dict.fromkeys("〜～∼˜", "~"), **dict.fromkeys("⁄∕", "/"), "⋯": "...", "\u2800": " ",
}  # fmt: skip
# Letters that Unicode does not take apart. Beside these, `_NAMED` knows those "with stroke", "with hook" and so on.
_LETTERS = {
    "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ŋ": "n", "ı": "i", "ȷ": "j", "ə": "a", "ĸ": "q",
    **dict.fromkeys("ٱٲٳ", "ا"), **dict.fromkeys("ىیېۍ", "ي"), **dict.fromkeys("کڪ", "ك"),
    **dict.fromkeys("ةۀەہھۃ", "ه"),
    "،": ",", "؛": ";", "؟": "?", "٪": "%", "٫": ".", "٬": ",",
}  # fmt: skip
_NAMED = re.compile(r"LATIN (?:SMALL|CAPITAL) LETTER ([A-Z]) WITH .+")
_OWN = frozenset("йЙ")  # Unicode takes it apart, and nobody who reads it does
_KATAKANA, _ITERATION = range(0x30A1, 0x30F7), {"ヽ": "ゝ", "ヾ": "ゞ"}
_TO_HIRAGANA = 0x60
_PLAIN = (range(0x4E00, 0xA000), range(0xAC00, 0xD7A4), range(0x3400, 0x4DC0))  # Han and Hangul as they are


class Letters(dict[int, str]):
    """A table for `str.translate`, filled as characters are met: what each of them is compared as, alone."""

    def __init__(self, strength: Strength) -> None:
        super().__init__()
        self._one = _searched if strength is Strength.SEARCH else _quoted

    def __missing__(self, code: int) -> str:
        self[code] = found = chr(code) if any(code in some for some in _PLAIN) else self._settled(chr(code))
        return found

    def _settled(self, letter: str) -> str:
        """Folded until it is folded no more: what is folded already must stay as it is."""
        folded = "".join(map(self._one, letter))
        return folded if folded == letter else self._settled(folded)


def _quoted(letter: str) -> str:
    if letter in _SIGNS:
        return _SIGNS[letter]
    if letter.isspace():
        return " "
    return _NOT_SEEN.sub("", unicodedata.normalize("NFKC", letter))


def _searched(letter: str) -> str:
    """Accents are taken off first: what is left may be composed again, as kana are."""
    if letter in _SIGNS or letter.isspace():
        return _SIGNS.get(letter, " ")
    if letter in _OWN:
        return letter.lower()
    bare = _NO_ACCENTS.sub("", _NOT_SEEN.sub("", unicodedata.normalize("NFKD", letter)))
    return "".join(map(_plain, unicodedata.normalize("NFC", bare).casefold()))


def _plain(letter: str) -> str:
    """The letter that is typed for this one."""
    code = ord(letter)
    if code < 0x80:
        return letter
    if code in _KATAKANA:
        return chr(code - _TO_HIRAGANA)
    digit = unicodedata.decimal(letter, None)
    if digit is not None:
        return str(digit)
    found = _LETTERS.get(letter) or _ITERATION.get(letter)
    named = None if found else _NAMED.fullmatch(unicodedata.name(letter, ""))
    return named[1].lower() if named else found or letter
