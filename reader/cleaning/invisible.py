"""Characters that nobody sees: they go from the cleaned text, and every kind of blank becomes a plain space.

Joiners, non-joiners and direction marks stay, since words in several scripts change without them. So does the
ideographic space, which is seen. The original bytes keep everything.
"""

from __future__ import annotations

# Soft hyphen, Mongolian vowel separator, zero-width space, word joiner and the invisible operators, byte order mark.
_DROPPED = "\u00ad\u180e\u200b\u2060\u2061\u2062\u2063\u2064\ufeff"
# No-break, figure and thin spaces among them.
_BLANK = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"
_TABLE = {**dict.fromkeys(map(ord, _DROPPED)), **dict.fromkeys(map(ord, _BLANK), " ")}


def visible(text: str) -> str:
    """Return `text` without what cannot be seen, each blank as a plain space. Runs of spaces stay as long as they
    are."""
    return text if text.isascii() else text.translate(_TABLE)
