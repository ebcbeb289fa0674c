"""What a file may be that is no page, and the doors for it; and what is looked at of a file to tell."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from reader.errors import CleaningError
from reader.messages import Message
from reader.model.pages import Page

_START = 1 << 16  # bytes that are looked at as text
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


@dataclass(frozen=True, slots=True)
class NoPage:
    """What it is, and what to do with it where there is something to be done."""

    what: Message
    door: Message | None = None

    @property
    def is_set(self) -> bool:
        """Whether it is an annotated set, of whatever format."""
        return self.door is _SET


@dataclass(frozen=True, slots=True)
class Sample:
    """A file as the looks see it: `start` is its first text, without a byte order mark."""

    data: bytes
    name: str
    is_markup: bool
    start: str

    @classmethod
    def of(cls, page: Page) -> Sample:
        head, encoding = page.data[:_START], "utf-8"
        for mark, name in _BOMS:
            if head.startswith(mark):
                head, encoding = head[len(mark) :], name
        return cls(
            page.data, page.name.casefold(), "html" in page.media_type, head.decode(encoding, "replace").lstrip()
        )

    @property
    def lines(self) -> list[str]:
        """The lines with words in them; one that the sample cuts is not among them."""
        lines = self.start.splitlines()
        whole = lines[:-1] if len(self.data) > _START else lines
        return [line for line in whole if line.strip()]


_SET = Message("bring it in with File > Import annotated set, or with “tilik import”")
_ADDRESSES = Message("add the addresses that you want to read with File > Add address, or with “tilik add”")
_SAVE = Message("save it as a web page or as plain text, and add that")
_WORDS = Message("save the words to be read as plain text, and add that")

ANNOTATED_SET = NoPage(Message("an annotated set"), _SET)
ANNOTATED_TABLE = NoPage(Message("a table of marks"), _SET)
BOOKMARKS = NoPage(Message("a file of bookmarks"), _ADDRESSES)
ADDRESSES = NoPage(Message("a list of addresses"), _ADDRESSES)
FEED = NoPage(Message("a feed that lists articles"), _ADDRESSES)
FEEDS = NoPage(Message("a list of feeds"))
SUBTITLES = NoPage(Message("a file of subtitles"), _WORDS)
TABLE = NoPage(Message("a table"), _WORDS)
SPREADSHEET = NoPage(Message("a spreadsheet"), _WORDS)
REFERENCES = NoPage(Message("a list of references"))
CALENDAR = NoPage(Message("a calendar or an address book"))
JSON = NoPage(Message("JSON data"))
XML = NoPage(Message("XML data"))
SVG = NoPage(Message("an SVG picture"))
PROPERTIES = NoPage(Message("a property list"))
SHORTCUT = NoPage(Message("a Windows shortcut"))
RTF = NoPage(Message("an RTF document"), _SAVE)
OLD_OFFICE = NoPage(Message("an old Office document"), _SAVE)
POSTSCRIPT = NoPage(Message("a PostScript document"), _SAVE)
SLIDES = NoPage(Message("a presentation"), _SAVE)
OPEN_DOCUMENT = NoPage(Message("an OpenDocument file"), _SAVE)
ARCHIVE = NoPage(Message("a ZIP archive"))


def link_to(address: str) -> NoPage:
    """Return a file that is nothing but a link."""
    return NoPage(
        Message("a link to {0}", address),
        Message("add that address with File > Add address, or with “tilik add {0}”", address),
    )


def refusal(page: Page, found: NoPage) -> CleaningError:
    """Return the error for a page that is something else."""
    if found.door is None:
        return CleaningError("{0}: this is {1}, not a page of text", page.address, found.what)
    return CleaningError("{0}: this is {1}, not a page of text; {2}", page.address, found.what, found.door)
