"""The plain copy of a page that the extractors see: only what they look at, bounded in depth and length so that lxml
has nothing to cut silently."""

from __future__ import annotations

from functools import lru_cache
from html import escape

from reader.cleaning.elements import COPIED, VOID

MOST_MARKUP = 6_000_000  # characters of the copy; past it the extractor takes longer than a reader waits
_DEEPEST = 150
_ELEMENT = 120  # characters that an element of the copy costs the extractors as much as
_LONGEST = 20_000
_LONGEST_VALUE = 300
WRITTEN = ("class", "id", "itemprop", "hidden", "style")  # the attributes of the copy that may be asked for, in order


class Copy:
    """The copy being written, piece by piece; `length` is what it costs the extractors, in characters."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.length = 0

    def text(self, text: str) -> None:
        """Words of a text node."""
        if self.length > MOST_MARKUP:
            return
        if len(text) > _LONGEST:
            text = text[:_LONGEST]
        if "&" in text or "<" in text or ">" in text:
            text = escape(text, quote=False)
        self.length += len(text)
        self.pieces.append(text)

    def open(self, tag: str, attributes: dict[str, str | None], mark: int, depth: int) -> str:
        """An element begins, with the number `mark` when that is none of 0. Return what ends it, empty for nothing."""
        if depth > _DEEPEST or self.length > MOST_MARKUP:
            return ""
        name = COPIED.get(tag, "span")
        opening = f'<{name} data-b="{mark}"' if mark else f"<{name}"
        if attributes:
            for key in WRITTEN:
                if key in attributes:
                    opening += _attribute(key, (attributes[key] or "")[:_LONGEST_VALUE])
            if tag == "a" and "href" in attributes:
                opening += ' href="#"'
        self.length += len(opening) + 1 + _ELEMENT
        self.pieces.append(opening + ">")
        return "" if tag in VOID else f"</{name}>"


@lru_cache(8192)
def _attribute(key: str, value: str) -> str:
    return f' {key}="{escape(value)}"'
