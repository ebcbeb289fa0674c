"""A text as the words of a search index, and what is typed as the words to look for in it.

A word is letters and digits of the folded text. Scripts that write no spaces (Han, kana, Thai, Lao, Khmer, Myanmar)
and Korean, whose words are compounds, are cut into pairs of characters, one step apart, and the last character alone:
whatever stands within a run is found, and one character is the beginning of a pair (as Lucene's CJKBigramFilter). Each
sign that tells words apart (C++, 10%) and every symbol that is no punctuation is a word of its own.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from reader.text.folding import fold_text

UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3005-\u3007\u3041-\u3096\u309d-\u30fa\u30fc-\u31bf\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\ua9e0-\ua9ff\uaa60-\uaa7f\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff"
)
SIGNS = "+#%&"  # of ASCII those that tell words apart: C++, C#, 10%, R&D
_EMOJIS = range(0x1F000, 0x1FB00)
_RUN = re.compile(f"[{UNSPACED}]+")
_SIGN = re.compile(f"[{SIGNS}]")
_SEGMENT = re.compile(f"[{UNSPACED}]+|[{SIGNS}]|[^\\s{UNSPACED}{SIGNS}]+")


class _Words(dict[int, str]):
    """A table for `str.translate`: a letter stays, a symbol stands alone, and everything else ends a word. What a
    later Unicode may make a letter is one, and an emoji where emojis are: so the words outlive a newer Python."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        kind = unicodedata.category(letter)
        if code in _EMOJIS or (kind[0] == "S" and code > 0x7F):
            found = f" {letter} "
        else:
            found = letter if kind[0] in "LNM" or kind in ("Co", "Cn") or letter in SIGNS else " "
        self[code] = found
        return found


_WORDS = _Words()


def indexed(text: str) -> str:
    """Return what an index gets of `text`: its words, between spaces or ASCII punctuation."""
    if not text:  # most notes and tags
        return ""
    folded = fold_text(text)
    if not folded.isascii():
        folded = _RUN.sub(_pairs, folded.translate(_WORDS))
    return _SIGN.sub(" \\g<0> ", folded)


def _pairs(run: re.Match[str]) -> str:
    return f" {' '.join(_cut(run[0]))} "


def _cut(run: str) -> list[str]:
    return [run[at : at + 2] for at in range(len(run))]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand one after the other. `segments` are they as typed and folded; of the last one a `beginning` is
    enough."""

    segments: tuple[str, ...]
    beginning: bool

    @property
    def words(self) -> list[str]:
        """The words by which an index has them."""
        last = len(self.segments) - 1
        return [word for n, segment in enumerate(self.segments) for word in _asked(segment, ends=n == last)]

    @property
    def opens(self) -> bool:
        """Whether the last word may go on in the index: one character is the beginning of a pair."""
        last = self.segments[-1]
        return len(last) == 1 if is_unspaced(last) else self.beginning


def phrase(typed: str, *, beginning: bool) -> Phrase | None:
    """Return what is looked for when `typed` is; None when there is no word in it."""
    found = _SEGMENT.findall(fold_text(typed).translate(_WORDS))
    return Phrase(tuple(found), beginning) if any(segment not in SIGNS for segment in found) else None


def is_unspaced(segment: str) -> bool:
    """Return whether a segment is of a script that is cut into pairs."""
    return bool(_RUN.match(segment))


def _asked(segment: str, *, ends: bool) -> list[str]:
    if not is_unspaced(segment):
        return [segment]
    pairs = _cut(segment)
    return pairs[:-1] if ends and len(pairs) > 1 else pairs
