"""What was pasted or dropped as words."""

from __future__ import annotations

import re

from reader.errors import SourceError
from reader.model.pages import Page

SOURCE = "clipboard"
_TAG = re.compile(r"<[^>]+>")
_STRUCTURE = re.compile(r"<(p|h[1-6]|li|blockquote|table|article|figure)\b", re.IGNORECASE)


def paste(text: str, html: str = "") -> Page:
    """Return A page of what is on the clipboard: its HTML when that has paragraphs of its own, else its text.

    Raises `SourceError` when there are no words on it.
    """
    if html and _STRUCTURE.search(html) and _TAG.sub("", html).strip():
        return Page(SOURCE, "clipboard.html", html.encode("utf-8", "replace"), "text/html", "utf-8")
    words = text or _TAG.sub(" ", html)
    if not words.strip():
        raise SourceError("there are no words in what was pasted or dropped")
    return Page(SOURCE, "clipboard.txt", words.encode("utf-8", "replace"), "text/plain", "utf-8")


def addresses(text: str) -> list[str]:
    """Return the addresses in `text` when it holds nothing else, one a line or separated by spaces; otherwise none."""
    words = text.split()
    whole = all(re.fullmatch(r"https?://[^\s<>\"]+", w, re.IGNORECASE) for w in words)
    return list(dict.fromkeys(words)) if whole else []
