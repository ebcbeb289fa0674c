"""Where a piece of evidence is to be found again: its address, its date, the copy of it that was kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from reader.exchange.exporters.bundle.numbers import Numbers
from reader.exchange.exporters.bundle.spoken import Spoken
from reader.exchange.exporters.claim_files import ClaimFiles, Words
from reader.exchange.exporters.withheld import WITHHELD
from reader.exchange.records.out import local_name
from reader.model.articles import Article
from reader.model.claims import Evidence
from reader.text.addresses import PlainAddress, plain_address

# Hosts whose pages are copies of others, made by a service that keeps them.
ARCHIVES = (
    "web.archive.org", "archive.org", "archive.today", "archive.ph", "archive.is", "archive.md", "archive.li",
    "archive.vn", "archive.fo", "ghostarchive.org", "perma.cc", "megalodon.jp", "webcitation.org",
)  # fmt: skip
WITHHELD_WORDS = "withheld: it could tell who a protected source is"


@dataclass(slots=True)
class Archived:
    """Answers for the evidence of one bundle; `copies` are the items of the bundle by the id of the file or article."""

    found: ClaimFiles
    articles: Numbers
    marks: Numbers
    say: Spoken
    copies: dict[str, str] = field(default_factory=dict)
    dates: dict[str, str] = field(default_factory=dict)
    _pages: dict[PlainAddress, str] = field(default_factory=dict)

    def add(self, article: Article, captured: str, item: str) -> None:
        """Keep when an article was captured and which item of the bundle that is."""
        self.dates[article.id] = captured
        if item:
            self.copies[article.id] = item
        if article.url:
            self._pages.setdefault(plain_address(article.url), article.id)

    def target(self, piece: Evidence) -> str:
        """Return what a piece is: an address, an item of the bundle, or words of an article in it."""
        if piece.form == "span":
            words = self._words(piece)
            return self._place(words) if words is not None else ""
        if piece.form == "file":
            return self.say(WITHHELD_WORDS) if is_withheld(piece) else self.copies.get(piece.target, "")
        return local_name(piece.target) if piece.target[:5].lower() == "file:" else piece.target

    def date(self, piece: Evidence) -> str:
        """Return when it was retrieved; of words of an article, when that was captured."""
        article = self._article(piece)
        return piece.retrieved or (self.dates.get(article, "") if article else "")

    def copy(self, piece: Evidence) -> str:
        """Return the copy that was kept: an item of the bundle, or the address of an archive."""
        if piece.form == "file":
            return self.copies.get(piece.target, "")
        article = self._article(piece)
        if article and article in self.copies:
            return self.copies[article]
        return piece.target if piece.form == "address" and is_archive(piece.target) else ""

    def has(self, piece: Evidence) -> tuple[bool, bool, bool]:
        """Return whether it has an address (or is an item of the bundle), a date, and a copy that was kept."""
        is_there = bool(self.target(piece)) and not is_withheld(piece)
        return is_there, bool(self.date(piece)), bool(self.copy(piece))

    def _words(self, piece: Evidence) -> Words | None:
        return self.found.words.get(piece.target)

    def _article(self, piece: Evidence) -> str:
        if piece.form == "span":
            words = self._words(piece)
            return words.article.id if words is not None else ""
        return self._pages.get(plain_address(piece.target), "") if piece.form == "address" and piece.target else ""

    def _place(self, words: Words) -> str:
        article, mark = self.articles.known(words.article.id), self.marks.of(words.id)
        return f"{self.say('Article')} {article}, {self.say('Mark')} {mark}: “{words.quote}”"


def is_withheld(piece: Evidence) -> bool:
    """Return whether the file of a piece stays with the desk."""
    return WITHHELD in piece.extra


def is_archive(address: str) -> bool:
    """Return whether an address is that of a copy which a service keeps."""
    try:
        host = (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return False
    return host in ARCHIVES
