"""Sources into the library: read, clean, skip what is known, store. Generators of `Progress` that may be stopped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Lock
from typing import Protocol

from reader import edits
from reader.errors import TilikError
from reader.intake.ahead import in_order
from reader.intake.same_address import older_version
from reader.messages import Message
from reader.model.articles import Article, Revision, fingerprint
from reader.model.captures import FILE_DATE
from reader.model.pages import Cleaned, Original, Page
from reader.model.stamps import new_id, now
from reader.progress import Progress
from reader.revisions.carry_marks import recapture
from reader.sources import Fetch, expand, page_of
from reader.store import Library
from reader.text.addresses import plain_address
from reader.text.invariants import count_words, frozen

ADDED, KNOWN, FAILED, CAPTURED = "added", "known", "failed", "captured"


@dataclass(frozen=True, slots=True)
class AddResult:
    """What became of one source: `added`, already `known`, `captured` as a newer text of the article that has its
    address, or `failed` and why; then `article_id` may be empty.

    `newer_of` is another article with the address of an added one, which may be an older version of it; nothing was
    done to that, and `reason` says so. `error` is what a failed source failed with, when it was an error. `notices`
    are the cleaner's sentences on an added text, as that it was cut.
    """

    address: str
    status: str
    article_id: str = ""
    reason: Message | None = None
    error: TilikError | None = field(default=None, compare=False, repr=False)
    newer_of: str = ""
    notices: tuple[str, ...] = ()


class Cleaner(Protocol):
    """Something that cleans a page: `reader.cleaning.Worker` in a process that can be killed, `Workers` in several."""

    def clean(self, page: Page) -> Cleaned: ...


@dataclass(frozen=True, slots=True)
class _Fresh:
    """A page that was cleaned and is not stored. `name` is what its source is called."""

    name: str
    page: Page
    original: Original
    cleaned: Cleaned


def add(
    library: Library,
    sources: Sequence[str | Path | Page],
    cleaner: Cleaner,
    *,
    base_url: str = "",
    fetch: Fetch | None = None,
    as_capture: bool = False,
) -> Iterator[Progress]:
    """Add every page of `sources`, one `Progress` a page with its `AddResult`. One that fails does not stop the rest.

    With `as_capture` a page at the address of an article that is here becomes a newer text of that (see
    `reader.intake.capture_again`), with its marks carried.

    Several `Workers` clean many pages at the same time; files and addresses are still read one after the other, and
    outcomes come in the order of the sources. Each article is stored, with its first text and its original bytes, as a
    step of its own before its outcome is reported. Closing the generator stops between two pages, and cancels
    `Workers` that are at later ones.
    """
    reading = Lock()  # nobody is asked for several pages at once

    def look(source: str | Path | Page | AddResult) -> AddResult | _Fresh:
        return source if isinstance(source, AddResult) else _look(library, source, cleaner, reading, base_url, fetch)

    pages, done = _pages(sources), 0
    with closing(in_order(look, pages, cleaner)) as looked:
        for some in looked:
            outcomes = _Storing(library, as_capture=as_capture).stored(some)
            for left, outcome in enumerate(outcomes, 1 - len(outcomes)):
                done += 1
                yield Progress(done, len(pages), outcome.address, outcome, more=left < 0)


def _pages(sources: Sequence[str | Path | Page]) -> list[str | Path | Page | AddResult]:
    """The sources, in place of a folder the pages in it."""
    pages: list[str | Path | Page | AddResult] = []
    for source in sources:
        try:
            pages += [source] if isinstance(source, Page) else expand(source)
        except TilikError as error:
            pages.append(_failed(_name(source), error))
    return pages


def _failed(name: str, error: TilikError) -> AddResult:
    return AddResult(name, FAILED, "", error.message.changed(frozen), error)


def _name(source: str | Path | Page) -> str:
    return frozen(source.address if isinstance(source, Page) else str(source))


def _look(
    library: Library, source: str | Path | Page, cleaner: Cleaner, reading: Lock, base_url: str, fetch: Fetch | None
) -> AddResult | _Fresh:
    try:
        with reading:
            page = source if isinstance(source, Page) else page_of(source, base_url=base_url, fetch=fetch)
        original = Original.of(page.data, page.media_type, page.name, page.encoding)
        if same := library.known("", original.id):
            return AddResult(page.address, KNOWN, same)
        cleaned = cleaner.clean(page)
    except TilikError as error:
        return _failed(_name(source), error)
    return _Fresh(_name(source), page, replace(original, encoding=cleaned.encoding), cleaned)


class _Storing:
    """Puts pages into the library, several in one transaction, each as a step of its own."""

    def __init__(self, library: Library, *, as_capture: bool) -> None:
        self._library, self._as_capture = library, as_capture
        self._outcomes: list[AddResult] = []
        self._waiting: dict[int, tuple[str, edits.Edit]] = {}  # to be applied, by the number of their outcome
        self._names: set[str] = set()  # by which what they add might be found

    def stored(self, looked: Sequence[AddResult | _Fresh]) -> list[AddResult]:
        """Return what became of each; it is on the disk."""
        for number, one in enumerate(looked):
            self._outcomes.append(one if isinstance(one, AddResult) else self._outcome(number, one))
        self._apply()
        return self._outcomes

    def _outcome(self, number: int, fresh: _Fresh) -> AddResult:
        article, revision = article_of(fresh.page, fresh.cleaned, fresh.original)
        addresses = [article.url, fresh.page.url]
        plain = {str(plain_address(address)) for address in addresses if address}
        names = {fresh.original.id, revision.fingerprint, article.title, *plain} - {""}
        if names & self._names:  # one before it may be the same page: the library is asked when it holds that
            self._apply()
        try:
            if same := self._library.known("", fresh.original.id) or self._library.known(revision.fingerprint):
                return AddResult(fresh.page.address, KNOWN, same)
            older = older_version(self._library, addresses, revision.text)
            earlier = bool(older) and _is_earlier(self._library, older, revision)
            if older and self._as_capture and not earlier:
                self._apply()
                return _captured(self._library, older, fresh, revision)
            reason = _told(self._library, fresh, older, earlier=earlier) if older else None
        except TilikError as error:
            return _failed(fresh.name, error)
        edit = edits.add_article(article, revision, fresh.original, fresh.cleaned.pictures)
        self._waiting[number] = (fresh.name, edit)
        self._names |= names
        return AddResult(
            fresh.page.address, ADDED, article.id, reason, newer_of="" if earlier else older, notices=revision.notices
        )

    def _apply(self) -> None:
        """Store what waits; when that fails as a whole, each by itself, so that one does not lose the others."""
        waiting, self._waiting, self._names = self._waiting, {}, set()
        try:
            if waiting:
                self._library.apply_all([edit for _, edit in waiting.values()], origin="import")
        except TilikError:
            for number, (name, edit) in waiting.items():
                self._apply_one(number, name, edit)

    def _apply_one(self, number: int, name: str, edit: edits.Edit) -> None:
        try:
            self._library.apply(edit, origin="import")
        except TilikError as error:
            self._outcomes[number] = _failed(name, error)


def _is_earlier(library: Library, article_id: str, made: Revision) -> bool:
    """Whether a page says that it was saved before the newest text of an article: then it is no newer version of it."""
    stated = made.metadata.basis.get("captured", FILE_DATE) != FILE_DATE
    return stated and made.captured < library.revision(library.article(article_id).revision_id).captured


def _told(library: Library, fresh: _Fresh, older: str, *, earlier: bool) -> Message:
    title = library.article(older).title or older
    if earlier:
        return Message(
            "{0}: its address is that of “{1}”, of which a later text is here; both were kept",
            fresh.page.address,
            title,
        )
    return Message(
        "{0}: its address is that of “{1}”, which is here; perhaps a newer version of that, both were kept",
        fresh.page.address, title,
    )  # fmt: skip


def _captured(library: Library, article_id: str, fresh: _Fresh, made: Revision) -> AddResult:
    """The page as a newer text of an article, with the marks of that."""
    article, marks = library.article(article_id), library.annotations(article_id)
    made = replace(made, article_id=article_id)
    taken = recapture(
        article, made, marks, library.revisions(article_id), original=fresh.original, pictures=fresh.cleaned.pictures
    )
    library.apply(taken.edit)
    asks = sum(one.needs_review for one in taken.carried)
    reason = Message("{0}: captured again; marks to look at: {1}", fresh.page.address, asks) if asks else None
    return AddResult(fresh.page.address, CAPTURED, article_id, reason, notices=made.notices)


def article_of(page: Page, cleaned: Cleaned, original: Original) -> tuple[Article, Revision]:
    """Return A new article and its first revision."""
    metadata, at = cleaned.metadata, now()
    captured = cleaned.captured or page.retrieved or at
    article_id, revision_id = new_id(), new_id()
    revision = Revision(
        revision_id, article_id, cleaned.text, cleaned.blocks, metadata, captured, cleaned.inline,
        cleaned.left_out, cleaned.notices, cleaned.cleaner, fingerprint(cleaned.text), original.id,
    )  # fmt: skip
    article = Article(
        article_id, revision_id, metadata.title or page.name, at, page.address, metadata.site, metadata.byline,
        metadata.published, metadata.published_basis, metadata.language, metadata.url or page.url,
        words=count_words(cleaned.text),
    )  # fmt: skip
    return article, revision
