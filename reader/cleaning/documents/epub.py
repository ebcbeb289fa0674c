"""EPUB books: one article a book, with its chapters in their order under headings.

A book is cited, quoted and discussed as one work, and its claims go on from chapter to chapter: one text, one title,
one author. What says that it is a periodical is a box of articles instead: each of its parts is one
(`SeveralError`).
"""

from __future__ import annotations

import mimetypes
import re
from base64 import b64encode
from html import escape
from urllib.parse import unquote, urlsplit

from reader.cleaning.decode import decode
from reader.cleaning.documents.package import Chapter, Package, package_of
from reader.cleaning.documents.unzipped import Unzipped
from reader.cleaning.documents.whole import Whole
from reader.cleaning.saved.parts import path_of
from reader.errors import CleaningError, LimitError
from reader.model.held import Held, Listed, SeveralError
from reader.model.pages import Cleaned, Page

_VOID = "area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr"
# XHTML closes empty elements in their own tag, which HTML does not know: all that follows would be in a `<title/>`.
_CLOSED = re.compile(rf"<(?!(?:{_VOID})\b)([a-zA-Z][\w:-]*)((?:\s(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)?)/>")
_BODY = re.compile(r"<body\b[^>]*>(.*?)(?:</body\s*>|\Z)", re.I | re.S)
_HEADING = re.compile(r"<h[1-3]\b[^>]*>\s*(?:<[^>]*>\s*)*[^<\s]", re.I)
_SOURCE = re.compile(r"(<img\b[^>]*?\ssrc\s*=\s*)(?:\"([^\"]*)\"|'([^']*)')", re.I)
_REFERENCE = re.compile(r"(\shref\s*=\s*)(?:\"[^\"#:]*#([^\"]*)\"|'[^'#:]*#([^']*)')", re.I)
_TAG = re.compile(r"<[^<>]*>")
_ARTICLE = 60  # words, with which a part of a periodical is more than a page of contents
MOST_TEXT = 24 * 1024 * 1024  # characters of markup; the longest novels have some millions
_MOST_PICTURES = 64 * 1024 * 1024  # bytes of the pictures of one book


def read_epub(page: Page) -> Cleaned:
    """Return the book. Raises `CleaningError`, naming the file, when it is broken, locked, or has no words."""
    archive = Unzipped(page)
    package = package_of(page, archive)
    if package.is_periodical:
        raise SeveralError(page.address, _parts(page, archive, package))
    whole = Whole.of("\n".join(_chapters(page, archive, package)), "")
    if not whole.has_words:
        raise CleaningError("{0}: there are no words in this book, only pictures perhaps", page.address)
    metadata = whole.entitle(package.metadata, "EPUB", "first heading")
    return whole.cleaned(metadata, "utf-8")


def _chapters(page: Page, archive: Unzipped, package: Package) -> list[str]:
    pictures, found, room = _Pictures(archive), list[str](), MOST_TEXT
    for chapter in package.chapters:
        markup = chapter_markup(archive, chapter)
        room -= len(markup)
        if room < 0:
            most = MOST_TEXT // 2**20
            raise LimitError("{0}: this book holds more than {1} MB of text and was given up", page.address, most)
        found.append(pictures.placed(markup, chapter.path))
    return found


def chapter_markup(archive: Unzipped, chapter: Chapter) -> str:
    """Return what stands in the body of a chapter, under the title that the book's contents give it when it has no
    heading of its own."""
    decoded = decode(archive.read(chapter.path) or b"", "utf-8", markup=True)
    text = _CLOSED.sub(r"<\1\2></\1>", decoded.text)
    found = _BODY.search(text)
    body = _REFERENCE.sub(lambda href: f'{href[1]}"#{href[2] or href[3]}"', found[1] if found is not None else text)
    if chapter.title and _HEADING.search(body[:20_000]) is None:
        body = f"<h2>{escape(chapter.title)}</h2>{body}"
    return f"<div>{body}</div>"


class _Pictures:
    """Pictures of a book put into its markup, each once unpacked and as long as there is room."""

    def __init__(self, archive: Unzipped) -> None:
        self._archive, self._room = archive, _MOST_PICTURES

    def placed(self, markup: str, path: str) -> str:
        """Return the markup with its own pictures in it."""
        return _SOURCE.sub(lambda tag: f'{tag[1]}"{self._address(tag[2] or tag[3] or "", path)}"', markup)

    def _address(self, source: str, path: str) -> str:
        kind = mimetypes.guess_type(source)[0] or ""
        if urlsplit(source).scheme or not kind.startswith("image/"):
            return escape(source)
        data = self._archive.read(path_of(unquote(source), path)) or b""
        if not data or len(data) > self._room:
            return ""
        self._room -= len(data)
        return f"data:{kind};base64,{b64encode(data).decode('ascii')}"


def _parts(page: Page, archive: Unzipped, package: Package) -> Held:
    """The parts of a periodical, each an article of its own; pages of contents alone have no words to speak of."""
    book, found = package.metadata, list[Listed]()
    for number, (chapter, markup) in enumerate(
        zip(package.chapters, _chapters(page, archive, package), strict=True), 1
    ):
        if len(_TAG.sub("", markup).split()) < _ARTICLE:
            continue
        where = f"{page.address}#{number}"
        title = chapter.title or book.title
        one = Page(where, title or where, markup.encode("utf-8", "replace"), "text/html", "utf-8", written=page.written)
        found.append(
            Listed("", title, site=book.title, published=book.published, language=book.language, page=one)
        )  # fmt: skip
    return Held("EPUB", tuple(found))
