"""Which folding made the words of a search index; apart from the folding, which a library is opened without."""

from __future__ import annotations

import re
import unicodedata

# Raised with every change of what `folded_letters`, `folding` and `index_words` make of a text: indexes of others
# are made anew.
NUMBER = 1
VERSION = f"{NUMBER} {unicodedata.unidata_version}"
_STORED = re.compile(rf"{NUMBER} (\d+\.\d+\.\d+)")


def is_of_today(stored: str) -> bool:
    """Return whether an index that was made by this version holds the words of today.

    One that was made with a later Unicode does: it knows more letters, in all others it is the same, and two Pythons
    that open a library in turns need not index it each time.
    """
    found = _STORED.fullmatch(stored)
    return found is not None and _parts(found[1]) >= _parts(unicodedata.unidata_version)


def _parts(unicode_version: str) -> tuple[int, ...]:
    return tuple(map(int, unicode_version.split(".")))
