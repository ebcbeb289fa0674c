"""Which lines are a date and nothing else, in any language the page states."""

from __future__ import annotations

import re
from functools import lru_cache

from reader.cleaning import phrases

_LONGEST = 60  # characters; a date with a weekday, a time and a zone
_ASIDE = re.compile(r"\s*\([^()]{1,30}\)\s*$")  # "(started 05:52)"
_YEAR = re.compile(r"(?<!\d)(?:19|20|13|14|25)\d\d(?!\d)|[٠-٩۰-۹०-९]{4}")
_KNOWN = frozenset({"", "id", "ms", "en"})  # read by `phrases.DATE`


def is_dateline(text: str, language: str = "") -> bool:
    """Return whether the line `text` gives a date and, at most, its time. `language` is the page's, ISO 639, or
    empty."""
    line = _ASIDE.sub("", text)
    if phrases.DATE.fullmatch(line):
        return True
    if language in _KNOWN or len(line) > _LONGEST or not _YEAR.search(line):
        return False
    return _parses(line, language)


@lru_cache(maxsize=256)
def _parses(line: str, language: str) -> bool:
    import dateparser

    try:
        strict = {"STRICT_PARSING": True, "RETURN_AS_TIMEZONE_AWARE": False}
        return dateparser.parse(line, languages=[language], settings=strict) is not None
    except ValueError:  # a language it has no data for
        return False
