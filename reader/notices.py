"""Which of the cleaner's notices say that words of the page are missing from the text."""

from __future__ import annotations

import re
from collections.abc import Iterable

# By their words, as they are stored: articles that an earlier version cleaned have them too.
_CUT = re.compile(r"\b(?:was|were) cut\.$|\bhides \d+ characters of the page\b|\bplaces could not be read as\b")


def cuts(notices: Iterable[str]) -> tuple[str, ...]:
    """The notices of text that was cut at a limit, hidden, or could not be read."""
    return tuple(notice for notice in notices if _CUT.search(notice))
