"""The one text: what a string must be before it is frozen into a revision."""

from __future__ import annotations

import re

# XML 1.0 forbids these (controls, lone surrogates, U+FFFE/F); a set that holds one cannot be
# written as XML later. U+2028/9 would become line ends in Qt, \r in half of all file formats.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n|[\r\u2028\u2029\x85]")


def frozen(text: str) -> str:
    """Return `text` with `\\n` as its only line end and U+FFFD, one for one, for what XML 1.0 forbids."""
    if text.isprintable():  # most texts, and known at once: none of what is looked for is printable
        return text
    return _FORBIDDEN.sub("\ufffd", _LINE_ENDS.sub("\n", text))


def frozen_signs(text: str) -> str:
    """Return `text` with U+FFFD, one for one, for what XML 1.0 forbids, and its line ends as they are."""
    return _FORBIDDEN.sub("\ufffd", text)


def is_frozen(text: str) -> bool:
    """Return true when `frozen(text)` would change nothing."""
    return not (_FORBIDDEN.search(text) or _LINE_ENDS.search(text))


# Han, kana, Thai, Lao, Khmer, Myanmar: scripts that write no spaces between words.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_WORD = re.compile(r"\w+")


def count_words(text: str) -> int:
    """Return words for reading time; in scripts without spaces two characters count as one word."""
    unspaced = len(_UNSPACED.findall(text))
    if not unspaced:
        return len(_WORD.findall(text))
    return unspaced // 2 + len(_WORD.findall(_UNSPACED.sub(" ", text)))
