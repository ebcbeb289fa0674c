"""Plain lists of addresses: one a line, perhaps with a title behind it, as OneTab and people write them."""

from __future__ import annotations

import re

from reader.cleaning.held.entries import address, held, line
from reader.model.held import Held, Listed
from reader.model.pages import Page

_ENTRY = re.compile(
    r"(?:[-*+]\s+)?(?:(https?://[^\s<>\"|]+)(?:\s+\|\s+(.*))?|\[([^\]\n]{1,500})\]\((https?://[^\s()]+)\))", re.I
)
_FEW = 2


def addresses_in(page: Page, text: str) -> Held | None:
    """Return the addresses when the lines hold nothing else; one alone is no list."""
    if "html" in page.media_type:
        return None
    lines = [one.strip() for one in text.splitlines() if one.strip() and not one.lstrip().startswith("#")]
    if len(lines) < _FEW:
        return None
    found = [_ENTRY.fullmatch(one) for one in lines]
    if not all(found):
        return None
    entries = (Listed(address(one[1] or one[4]), line(one[2] or one[3])) for one in found if one is not None)
    return held("addresses", entries, page)
