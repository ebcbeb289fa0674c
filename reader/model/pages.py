"""A page on its way in: the bytes, their cleaned text, the pictures that came with them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from reader.model.articles import Block, InlineMark, LeftOut, Metadata
from reader.model.short import written_short


@written_short(5)
@dataclass(frozen=True, slots=True)
class Picture:
    """A stored picture, known by the SHA-256 of its bytes. Raster formats only."""

    id: str
    media_type: str
    data: bytes
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes an article came from, exactly as they came, known by their SHA-256."""

    id: str
    media_type: str
    name: str
    data: bytes
    encoding: str = ""

    @classmethod
    def of(cls, data: bytes, media_type: str, name: str, encoding: str = "") -> Original:
        import hashlib

        return cls(hashlib.sha256(data).hexdigest(), media_type, name, data, encoding)


@dataclass(frozen=True, slots=True)
class Companion:
    """A picture that lies beside a page as a file, by the name that the page has for it: `page_files/one.jpg`."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Page:
    """What an importer hands to the cleaner: bytes and what is known of them.

    `encoding` is a declared one (an HTTP header), `url` the page's address or the base for its links. `retrieved` is
    when it was fetched, `written` the date of its file.
    """

    address: str
    name: str
    data: bytes
    media_type: str
    encoding: str = ""
    url: str = ""
    retrieved: datetime | None = None
    written: datetime | None = None
    beside: tuple[Companion, ...] = ()


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What the cleaner made of a page. `notices` are sentences for the reader: cuts, doubts, fall-backs.

    `captured` is when the page was saved, fetched or written; None when nothing says it. `metadata.basis` names, under
    `captured`, who says so: the program that saved it, `web archive`, `MIME date`, `fetched` or, if nothing else does,
    `file date`.
    """

    metadata: Metadata
    text: str
    blocks: tuple[Block, ...]
    inline: tuple[InlineMark, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    pictures: tuple[Picture, ...] = ()
    notices: tuple[str, ...] = ()
    cleaner: str = ""
    encoding: str = ""
    captured: datetime | None = None
