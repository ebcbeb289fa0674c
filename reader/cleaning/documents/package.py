"""What an EPUB says of itself: title, author, day, the order of its chapters and their titles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from reader.cleaning.dates import iso
from reader.cleaning.documents.unzipped import Unzipped
from reader.cleaning.saved.parts import path_of
from reader.errors import CleaningError
from reader.model.articles import Metadata
from reader.model.pages import Page

_MARKUP = ("application/xhtml+xml", "text/html", "application/xml")
_MOST_CHAPTERS = 3000
_PERIODICAL = ("periodical", "magazine", "newspaper", "journal")


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of a book: where it stands in the archive, and what the book's contents call it."""

    path: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Package:
    """A book's parts in their order, and what is known of all of it."""

    metadata: Metadata
    chapters: tuple[Chapter, ...]
    is_periodical: bool = False


def package_of(page: Page, archive: Unzipped) -> Package:
    """Return what the book says. Raises `CleaningError`, naming the file, when it says nothing that can be read, or
    is locked."""
    path = _package_path(archive)
    root = archive.tree(path)
    if root is None:
        raise CleaningError("{0}: this EPUB book is broken: it does not say what is in it", page.address)
    items = _items(root, path)
    order = [found for ref in _named(root, "itemref") if (found := items.get(ref.get("idref") or ""))]
    paths = [where for where, kind, _ in order if kind in _MARKUP and where in archive.paths][:_MOST_CHAPTERS]
    if not paths:
        raise CleaningError("{0}: this EPUB book is broken: none of its chapters are in it", page.address)
    if locked := _locked(archive) & set(paths):
        raise CleaningError("{0}: this book is locked by its seller ({1})", page.address, min(locked))
    titles = _titles(archive, items)
    chapters = tuple(Chapter(where, titles.get(where, "")) for where in dict.fromkeys(paths))
    return Package(_metadata(root), chapters, _is_periodical(root))


def _package_path(archive: Unzipped) -> str:
    container = archive.tree("META-INF/container.xml")
    stated = (one.get("full-path") or "" for one in _named(container, "rootfile"))
    return next((path for path in stated if path in archive.paths), "")


def _named(root: Any, name: str) -> Iterator[Any]:
    """The elements of that name, in whatever namespace."""
    if root is not None:
        yield from (one for one in root.iter(f"{{*}}{name}", name) if isinstance(one.tag, str))


def _items(root: Any, path: str) -> dict[str, tuple[str, str, str]]:
    """Path, kind and properties of each part, by its name."""
    return {
        item.get("id") or "": (
            path_of(unquote(item.get("href") or ""), path),
            (item.get("media-type") or "").casefold(),
            item.get("properties") or "",
        )
        for item in _named(root, "item")
    }


def _titles(archive: Unzipped, items: dict[str, tuple[str, str, str]]) -> dict[str, str]:
    """What the contents call each part: those of EPUB 3, else those of EPUB 2."""
    found: dict[str, str] = {}
    for path, kind, properties in items.values():
        if "nav" in properties.split():
            for link in _named(archive.tree(path), "a"):
                found.setdefault(_target(link.get("href") or "", path), _words(link))
        elif kind == "application/x-dtbncx+xml":
            for point in _named(archive.tree(path), "navPoint"):
                source = next(_named(point, "content"), None)
                name = next(_named(point, "text"), None)
                if source is not None and name is not None:
                    found.setdefault(_target(source.get("src") or "", path), _words(name))
    return found


def _target(href: str, path: str) -> str:
    return path_of(unquote(href.partition("#")[0]), path)


def _words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())[:300]


def _metadata(root: Any) -> Metadata:
    told = {name: [_words(one) for one in _named(root, name)] for name in _TOLD}
    day = next((day for text in told["date"] if (day := iso(text))), "")
    facts: dict[str, Any] = {
        "title": next(iter(told["title"]), ""), "byline": ", ".join(dict.fromkeys(filter(None, told["creator"]))),
        "site": next(iter(told["publisher"]), ""), "published": day,
        "language": next(iter(told["language"]), "").partition("-")[0].casefold()[:8],
    }  # fmt: skip
    basis = {name: "EPUB" for name, value in facts.items() if value}
    return Metadata(**facts, published_basis="stated" if day else "", basis=basis)


_TOLD = ("title", "creator", "publisher", "date", "language")


def _is_periodical(root: Any) -> bool:
    """As EPUB 3's `dc:type`, or the program that makes newspapers of web pages, says it."""
    kinds = [_words(one).casefold() for one in _named(root, "type")]
    kinds += [
        (one.get("content") or _words(one)).casefold()
        for one in _named(root, "meta")
        if "publication_type" in (one.get("name") or one.get("property") or "")
    ]
    return any(word in kind for kind in kinds for word in _PERIODICAL)


def _locked(archive: Unzipped) -> set[str]:
    """The files that are encrypted; of books that are not locked these are fonts."""
    found = _named(archive.tree("META-INF/encryption.xml"), "CipherReference")
    return {unquote(one.get("URI") or "") for one in found}
