"""What the core says, in the reader's language."""

from __future__ import annotations

import re
from functools import cache

from PySide6.QtCore import QCoreApplication

from reader.messages import Message, Words, filled
from reader.notices import ALL

_HOLE = re.compile(r"\{\d\}")


def translate_message(words: Words) -> str:
    """Return A message in the reader's language; what its holes carry, and words that are no message, stay as they
    are."""
    return words.worded(_translated) if isinstance(words, Message) else words


def sentence(words: Words) -> str:
    """Return a message as a sentence of its own: with a capital, unless it begins with data, as a file's name."""
    text = translate_message(words)
    return text[:1].upper() + text[1:] if _begins_with_words(words) else text


def _begins_with_words(words: Words) -> bool:
    if not isinstance(words, Message):
        return False
    template = _translated(words.template)
    if not template.startswith("{"):
        return True
    number = int(template[1]) if template[1:2].isdigit() else len(words.holes)
    first = words.holes[number] if number < len(words.holes) else ""
    if isinstance(first, tuple):
        first = first[0] if first else ""
    return isinstance(first, Message) and _begins_with_words(first)


def translate_stored(sentence: str) -> str:
    """Return A sentence that the core stored (a notice, a reason) in the reader's language; another one as it is."""
    for pieces, template in _notices():
        if (holes := _holes(sentence, pieces)) is not None:
            return filled(_translated(template), holes)
    return _translated(sentence)


def _translated(template: str) -> str:
    # Of a text with a zero byte, which only a foreign set or page can bring, Qt would keep what comes before it.
    return template if "\0" in template else QCoreApplication.translate("Core", template)


@cache
def _notices() -> tuple[tuple[list[str], str], ...]:
    """The words between the holes of each notice that has some, and its template."""
    return tuple((_HOLE.split(template), template) for template in ALL if _HOLE.search(template))


def _holes(sentence: str, pieces: list[str]) -> list[str] | None:
    """What stands between `pieces` in `sentence`, which begins with the first and ends in the last."""
    first, last = pieces[0], pieces[-1]
    if not sentence.startswith(first) or not sentence.endswith(last):
        return None
    found, rest = [], sentence[len(first) :]
    for piece in pieces[1:-1]:
        hole, there, rest = rest.partition(piece)
        if not there:
            return None
        found.append(hole)
    end = len(rest) - len(last)
    return [*found, rest[:end]] if end >= 0 else None
