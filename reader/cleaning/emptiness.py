"""Pages that hold no article: shells that scripts fill, lists of headlines, notices."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.cleaning.page_view import STOP, size
from reader.cleaning.raw import ABOUT, RawBlock

_READS = 60  # as long as a line that reads as text is at least
_SHELL = re.compile(
    r"<(div|main|section|[a-z]+-[a-z-]+)\b[^<>]*>\s*(?:<!--[^<>]*-->\s*)*</\1>|<noscript\b[^>]*>[^<]*javascript", re.I
)
_FEW = 240  # characters in all; so few are an article only when they are sentences


def is_empty(blocks: Sequence[RawBlock], text: str) -> bool:
    """Return whether nothing that is kept reads as an article's text; `text` is the page's source.

    A short report in sentences is one, and so is a table, a poem or code of some length.
    """
    kept = [block for block in blocks if not block.reason and block.kind not in ABOUT and block.text]
    reads = [block for block in kept if size(block.text) >= _READS and STOP.search(block.text) and block.linked < 0.5]
    if reads:
        return False
    whole = sum(size(block.text) for block in kept if block.linked < 0.5)
    return whole < (_FEW if _SHELL.search(text) else _READS)
