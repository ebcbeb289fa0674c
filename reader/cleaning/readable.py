"""Whether words can be read: text that was decoded twice, and what machines write for machines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.cleaning.raw import RawBlock
from reader.notices import MACHINE_TEXT, TWICE_ENCODED, notice

# UTF-8 that was taken for Windows-1252 and written as UTF-8 again: "Ã©" for "é", "â€œ" for "“".
_TWICE = re.compile(r"(?:[ÂÃ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â[\u0080-\u00bf€‚„…†‡™š›œžŸ]{2})+")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0eff]")  # scripts without spaces
_ENOUGH = 2  # places
_LONG_WORD = 45  # characters without a space; an address is one
_NOISE = 0.4  # the share of a text that is such words, or of the signs that are no letters
_LEAST = 200


def notices_of_reading(blocks: Sequence[RawBlock]) -> list[str]:
    """Return the notices for kept words that were decoded twice, or that are no words at all."""
    text = "\n".join(block.text for block in blocks if not block.reason)
    found = [m[0] for m in _TWICE.finditer(text) if _meant(m[0])] if not text.isascii() else []
    out = [notice(TWICE_ENCODED, found[0], _meant(found[0]))] if len(found) >= _ENOUGH else []
    return [*out, MACHINE_TEXT] if _is_noise(text) else out


def _meant(signs: str) -> str:
    """What the signs were before they were decoded by the wrong charset; empty when they were nothing else."""
    try:
        return signs.encode("cp1252").decode("utf-8")
    except UnicodeError:
        try:
            return signs.encode("latin-1").decode("utf-8")
        except UnicodeError:
            return ""


def _is_noise(text: str) -> bool:
    if (
        len(text) < _LEAST
        or sum(map(len, re.findall(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0eff]", text))) > len(text) / 10
    ):
        return False
    signs = len(text) - text.count(" ") - text.count("\n")
    long = sum(len(word) for word in text.split() if len(word) >= _LONG_WORD)
    letters = sum(map(str.isalpha, text)) + sum(map(str.isdigit, text))
    return long > _NOISE * signs or letters < (1 - _NOISE) * signs
