"""Which way words are read, and how words of another direction stand in a line without turning it round."""

from __future__ import annotations

from unicodedata import bidirectional

_FROM, _TO = "\u2068", "\u2069"  # first strong isolate, and its end


def runs_left(text: str) -> bool:
    """Return whether the first letter of `text` that has a direction is read from right to left."""
    return next((kind for kind in map(bidirectional, text) if kind in ("L", "R", "AL")), "L") != "L"


def quote_apart(text: str) -> str:
    """Return `text` with its quotation, from “ on, in a direction of its own: cut short, it ends where it is read to.

    What needs nothing is given back as it is.
    """
    before, mark, quote = text.partition("“")
    return f"{before}{_FROM}{mark}{quote}{_TO}" if mark and runs_left(quote) else text
