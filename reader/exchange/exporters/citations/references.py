"""What a citation says of an article, before it is put in the form of one program."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reader.exchange.exporters.features import Feature as F
from reader.exchange.exporters.losses import ADDRESSES
from reader.messages import Message
from reader.model.dataset import Document

# Names in a byline are told apart where it says so; a comma may stand within a name or before a place.
_BETWEEN = re.compile(r"\s*(?:;|/|\s&\s|\s(?:dan|and)\s)\s*")
_BY = re.compile(r"^(?:oleh|by|reporter|penulis)\s*:?\s+", re.IGNORECASE)
_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_WEB = re.compile(r"https?://\S+")
INSTEAD: Mapping[str, Message] = {
    F.CAPTURE: Message("the day of the capture is written"),
    ADDRESSES: Message("an address that is none of the web is not written"),
}
HOLDS = frozenset({F.ARTICLES, F.ARTICLE_TAGS, F.UNMARKED})


@dataclass(frozen=True, slots=True)
class Options:
    """Nothing may be chosen for references."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One article. `day` and `seen` (when it was captured) are year, month, day as far as they are known."""

    key: str
    title: str
    authors: tuple[str, ...]
    site: str
    day: tuple[str, ...]
    seen: tuple[str, ...]
    language: str
    url: str
    tags: tuple[str, ...]
    note: str


class References:
    """Makes them; each has a key of its own, the same for the same set."""

    def __init__(self) -> None:
        self._keys: Counter[str] = Counter()

    def of(self, document: Document) -> Reference:
        """Return what a citation says of an article."""
        article, revision = document.article, document.revision
        url = article.url if _WEB.fullmatch(article.url) else ""
        return Reference(
            self._key(document), one_line(article.title), authors(article.byline), one_line(article.site),
            _day(article.published), tuple(revision.captured.date().isoformat().split("-")), article.language, url,
            tuple(one_line(tag) for tag in article.tags), _basis(article.published_basis),
        )  # fmt: skip

    def _key(self, document: Document) -> str:
        """The site, the year and a word of the title, in plain letters: `ledger2026mayor`; a number for the next."""
        article = document.article
        word = next((plain for part in article.title.split() if len(plain := _plain(part)) > 3), "")
        key = f"{_plain(article.site) or 'article'}{article.published[:4]}{word}"
        self._keys[key] += 1
        number = self._keys[key]
        return key if number == 1 else self._other(key, number)

    def _other(self, key: str, number: int) -> str:
        """A key with a number that is no other's key."""
        made = f"{key}-{number}"
        self._keys[made] += 1
        return made


def losses(document: Document, _options: Options) -> Iterator[tuple[str, str]]:
    """Yield an address that is no address of the web."""
    if document.article.url and not _WEB.fullmatch(document.article.url):
        yield ADDRESSES, document.article.id


def authors(byline: str) -> tuple[str, ...]:
    """Return the names of a byline."""
    return tuple(name for part in _BETWEEN.split(_BY.sub("", one_line(byline))) if (name := part.strip()))


def one_line(text: str) -> str:
    """Return text without line breaks and other controls, which no field of a reference holds."""
    return " ".join("".join(" " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c for c in text).split(" "))


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]", "", folded)[:24]


def _day(value: str) -> tuple[str, ...]:
    found = _DAY.match(value)
    return tuple(part for part in found.groups() if part) if found else ()


def _basis(basis: str) -> str:
    return f"date {basis}" if basis in ("inferred", "corrected") else ""


def encoded(text: str) -> bytes:
    """Return UTF-8, with a sign for a lone surrogate, which it cannot hold."""
    return text.encode("utf-8", "replace")
