"""Lists as HTML: bookmarks as browsers write them, Pocket's and Instapaper's pages."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

from reader.cleaning.held.entries import address, held, line, moment, state, words
from reader.model.held import Held, Listed
from reader.model.pages import Page

_NETSCAPE = re.compile(r"\s*(?:<!--.*?-->\s*)*<!DOCTYPE NETSCAPE-Bookmark-file", re.I | re.S)
_PAGES = re.compile(r"<title>\s*(Pocket|Instapaper:) Export\s*</title>", re.I)
_HEAD = 4096
_ARCHIVE = ("read archive", "archive")
_UNREAD = ("unread", "starred", "liked")


def list_in_html(page: Page, text: str) -> Held | None:
    """Return the entries of a page that is a list of bookmarks, as programs write it."""
    head = text[:_HEAD]
    named = _PAGES.search(head)
    if named is None and _NETSCAPE.match(head) is None:
        return None
    reader = _Reader(pages=named is not None)
    reader.feed(text)
    reader.close()
    what = named[1].strip(":") if named is not None else "bookmarks"
    return held(what, reader.finished(), page)


@dataclass(slots=True)
class _Open:
    """An entry whose words are being read."""

    listed: Listed
    words: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    """Goes over the tags: folders are headings before a list, entries are links, descriptions follow them."""

    def __init__(self, *, pages: bool) -> None:
        super().__init__(convert_charrefs=True)
        self._pages = pages  # a heading stands over its list, in no list of its own
        self._folders: list[str] = []
        self._heading: list[str] | None = None
        self._named = ""
        self._open: _Open | None = None
        self._about: list[str] | None = None
        self._found: list[Listed] = []

    def finished(self) -> list[Listed]:
        """Return the entries."""
        self._end()
        return self._found

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("dt", "dl", "a", "h3", "dd", "li", "hr"):
            self._end_about()
        if tag == "a":
            self._end()
            self._open = _Open(self._listed({name: value or "" for name, value in attrs}))
        elif tag in ("h1", "h3"):
            self._end()
            self._heading = []
        elif tag == "dl" and not self._pages:
            self._folders.append(self._named)
            self._named = ""
        elif tag == "dd" and self._found:
            self._about = []

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self._end()
        elif tag in ("h1", "h3") and self._heading is not None:
            self._named = line("".join(self._heading), 100) if tag == "h3" or self._pages else ""
            self._heading = None
        elif tag == "dl" and self._folders:
            self._end_about()
            self._folders.pop()

    def handle_data(self, data: str) -> None:
        if self._open is not None:
            self._open.words.append(data)
        elif self._heading is not None:
            self._heading.append(data)
        elif self._about is not None:
            self._about.append(data)

    def _end(self) -> None:
        if self._open is not None:
            title = line("".join(self._open.words))
            listed = self._open.listed
            self._found.append(replace(listed, title="" if title == listed.url else title))
            self._open = None

    def _end_about(self) -> None:
        if self._about is not None and self._found:
            self._found[-1] = replace(self._found[-1], note=line("".join(self._about), 2000))
        self._about = None

    def _listed(self, attrs: dict[str, str]) -> Listed:
        url = address(attrs.get("href", ""))
        added = moment(attrs.get("time_added") or attrs.get("add_date"))
        tags = words(attrs.get("tags", ""), ",")
        if not self._pages:
            return Listed(url, "", tags, tuple(filter(None, self._folders)), added)
        folder = self._named.casefold()
        kept = () if folder in (*_ARCHIVE, *_UNREAD, "") else (self._named,)
        archived = state(archived=folder in _ARCHIVE)
        return Listed(url, "", tags, kept, added, archived, folder in ("starred", "liked"))
