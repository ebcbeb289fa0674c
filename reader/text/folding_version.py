"""Which folding made the words of a search index; apart from the folding, which a library is opened without."""

from __future__ import annotations

import unicodedata

# The number is raised with every change of what `folded_letters`, `folding` and `index_words` make of a text: indexes
# with other words are made anew. Another Python may know more of Unicode, which changes the words too.
VERSION = f"1 {unicodedata.unidata_version}"
