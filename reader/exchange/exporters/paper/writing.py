"""What of a text can stand in a file of XML at all, and from which side it is read."""

from __future__ import annotations

import re
import unicodedata

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def printable(text: str) -> str:
    """Return `text` with each character that no XML may hold, and half of a surrogate pair, as U+FFFD."""
    return _FORBIDDEN.sub("\ufffd", text)


def isolated(text: str) -> str:
    """Return a name so that it turns nothing round that stands beside it, where it holds letters from right to left."""
    return f"\u2068{text}\u2069" if any(unicodedata.bidirectional(c) in ("R", "AL") for c in text) else text


def is_right_to_left(text: str) -> bool:
    """Return whether the first letter of a text that stands in no isolate reads from right to left."""
    depth = 0
    for c in text:
        kind = unicodedata.bidirectional(c)
        if kind in ("LRI", "RLI", "FSI"):
            depth += 1
        elif kind == "PDI":
            depth = max(0, depth - 1)
        elif not depth and kind in ("L", "R", "AL"):
            return kind != "L"
    return False
