"""Which way words are read, and how words of another direction stand in a line without turning it round."""

from __future__ import annotations

from unicodedata import bidirectional

_FROM, _TO = "\u2068", "\u2069"  # first strong isolate, and its end


def runs_left(text: str) -> bool:
    """Return whether the first letter of `text` that has a direction is read from right to left."""
    return next((kind for kind in map(bidirectional, text) if kind in ("L", "R", "AL")), "L") != "L"


def apart(text: str) -> str:
    """Return `text`, which stands alone in a list that is read from the left, in its own direction.

    Cut short it ends where it is read to. What needs nothing is given back as it is.
    """
    return f"{_FROM}{text}{_TO}" if runs_left(text) else text


def quote_apart(text: str) -> str:
    """Return `text` with its quotation, from “ on, `apart` from what stands before it."""
    before, mark, quote = text.partition("“")
    return before + apart(mark + quote) if mark else text
