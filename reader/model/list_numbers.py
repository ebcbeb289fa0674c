"""How the publisher numbers a list: 3., c., III."""

from __future__ import annotations

from reader.model.articles import Block

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST = 3999  # there are no Roman numbers beyond


def list_number(block: Block) -> str:
    """Return the number of an ordered list's item as it is written, without its stop; empty for an item without."""
    number, type = block.attrs.get("number", ""), block.attrs.get("type", "")
    if not number and not block.attrs.get("ordered"):
        return ""
    if type not in ("a", "A", "i", "I") or not (number.isdecimal() and number.isascii()):
        return number or "1"
    written = _letters(int(number)) if type in "aA" else _roman(int(number))
    return written.upper() if type in "AI" else written


def _letters(number: int) -> str:
    """A is 1, z is 26, aa is 27; 0 stays a number."""
    found, left = "", number
    while left > 0 and len(found) < 8:
        left, at = divmod(left - 1, 26)
        found = chr(ord("a") + at) + found
    return found or str(number)


def _roman(number: int) -> str:
    if not 0 < number <= _MOST:
        return str(number)
    found, left = "", number
    for value, sign in _ROMAN:
        count, left = divmod(left, value)
        found += sign * count
    return found
