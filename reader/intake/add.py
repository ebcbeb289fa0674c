"""Sources into the library: read, clean, skip what is known, store. Generators of `Progress` that may be stopped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from threading import Lock
from typing import Protocol

from reader import edits
from reader.errors import SetError, TilikError
from reader.exchange.importers import detect
from reader.exchange.records.claims import shared
from reader.intake.ahead import in_order
from reader.intake.fit_set import onto
from reader.intake.listed import Counts, is_to_fetch, store_addresses, summary, with_list
from reader.intake.results import ADDED, CAPTURED, FAILED, KNOWN, OPENED, AddResult
from reader.intake.same_address import older_version, same_address
from reader.messages import Message
from reader.model.annotations import Anchor, Annotation
from reader.model.articles import Article, Revision, fingerprint
from reader.model.captures import FILE_DATE
from reader.model.claims import ClaimRecord
from reader.model.dataset import Document, Problem
from reader.model.held import Held, Listed, SeveralError
from reader.model.kind_names import kind_word
from reader.model.kinds import kind_of
from reader.model.labels import COLOURS, DETAILS, Label, Underline
from reader.model.pages import Cleaned, Original, Page
from reader.model.stamps import new_id, now
from reader.progress import Progress
from reader.revisions.carry_marks import recapture
from reader.revisions.first_text import fetch_text
from reader.sources import Fetch, expand, page_of
from reader.store import Library
from reader.text.addresses import plain_address
from reader.text.invariants import count_words, frozen

__all__ = ["ADDED", "CAPTURED", "FAILED", "KNOWN", "OPENED", "AddResult", "Cleaner", "add", "article_of", "import_set"]


class Cleaner(Protocol):
    """Something that cleans a page: `reader.cleaning.Worker` in a process that can be killed, `Workers` in several."""

    def clean(self, page: Page) -> Cleaned: ...


@dataclass(frozen=True, slots=True)
class _Fresh:
    """A page that was cleaned and is not stored. `name` is what its source is called, `listed` what the list `what`
    says of it."""

    name: str
    page: Page
    original: Original
    cleaned: Cleaned
    listed: Listed | None = None
    what: str = ""


@dataclass(frozen=True, slots=True)
class _Several:
    """A file that holds several, none of them stored."""

    name: str
    held: Held


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

    def look(source: str | Path | Page | AddResult) -> AddResult | _Fresh | _Several:
        return source if isinstance(source, AddResult) else _look(library, source, cleaner, reading, base_url, fetch)

    pages, done = _pages(sources), 0
    with closing(in_order(look, pages, cleaner)) as looked:
        for one in chain.from_iterable(_together(some) for some in looked):
            if isinstance(one, _Several):
                yield from _each(library, one, cleaner, done, len(pages), as_capture=as_capture)
                done += 1
                continue
            outcomes = _Storing(library, as_capture=as_capture).stored(one)
            for left, outcome in enumerate(outcomes, 1 - len(outcomes)):
                done += 1
                yield Progress(done, len(pages), outcome.address, outcome, more=left < 0)


def _together(some: Sequence[AddResult | _Fresh | _Several]) -> Iterator[list[AddResult | _Fresh] | _Several]:
    """What is stored at once: pages in a row; a file that holds several alone."""
    row: list[AddResult | _Fresh] = []
    for one in some:
        if not isinstance(one, _Several):
            row.append(one)
            continue
        if row:
            yield row
        row = []
        yield one
    if row:
        yield row


def _each(
    library: Library, several: _Several, cleaner: Cleaner, done: int, total: int, *, as_capture: bool
) -> Iterator[Progress]:
    """Store what a file holds, each entry with an outcome of its own, then tell of the whole. Addresses without a text
    are one step of undo; nothing is fetched."""
    counts, held = Counts(), several.held
    for step in store_addresses(library, several.name, held, counts):
        yield replace(step, done=done, total=total)
    texts = [one for one in held.entries if one.page is not None]

    def look(one: Listed) -> AddResult | _Fresh:
        assert one.page is not None
        found = _look(library, one.page, cleaner, Lock(), "", None)
        if isinstance(found, _Several):
            return _failed(one.page.address, SeveralError(one.page.address, found.held))
        return replace(found, listed=one, what=held.what) if isinstance(found, _Fresh) else found

    number = 0
    with closing(in_order(look, texts, cleaner)) as looked:
        for some in looked:
            outcomes = _Storing(library, as_capture=as_capture).stored(some)
            for left, outcome in enumerate(outcomes, 1 - len(outcomes)):
                counts.count(outcome, texts[number])
                number += 1
                told = replace(outcome, within=several.name)
                yield Progress(done, total, outcome.address, told, more=left < 0)
    whole = summary(library, several.name, held, counts)
    yield Progress(done + 1, total, several.name, whole)


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
) -> AddResult | _Fresh | _Several:
    try:
        with reading:
            page = source if isinstance(source, Page) else page_of(source, base_url=base_url, fetch=fetch)
        original = Original.of(page.data, page.media_type, page.name, page.encoding)
        if same := library.known("", original.id):
            return AddResult(page.address, KNOWN, same)
        cleaned = cleaner.clean(page)
    except SeveralError as several:
        return _Several(_name(source), several.held)
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
        if fresh.listed is not None:
            article = with_list(article, fresh.listed, fresh.what)
        addresses = [article.url, fresh.page.url]
        plain = {str(plain_address(address)) for address in addresses if address}
        names = {fresh.original.id, revision.fingerprint, article.title, *plain} - {""}
        if names & self._names:  # one before it may be the same page: the library is asked when it holds that
            self._apply()
        try:
            if same := self._library.known("", fresh.original.id) or self._library.known(revision.fingerprint):
                return AddResult(fresh.page.address, KNOWN, same)
            older = older_version(self._library, addresses, revision.text)
            if waiting := older or next(filter(None, (same_address(self._library, one) for one in addresses)), ""):
                self._apply()
                if (filled := self._fill(waiting, fresh, revision)) is not None:
                    return filled
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

    def _fill(self, id: str, fresh: _Fresh, made: Revision) -> AddResult | None:
        """Give an article to be fetched the text that came for its address; None when it has one."""
        article = self._library.article(id)
        empty = self._library.revision(article.revision_id)
        if not is_to_fetch(empty):
            return None
        made = replace(made, article_id=id)
        edit = fetch_text(article, empty, made, fresh.original, fresh.cleaned.pictures)
        self._library.apply(edit, origin="import")
        return AddResult(fresh.page.address, ADDED, id, notices=made.notices)

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


def import_set(library: Library, path: Path, format: str = "") -> Iterator[Progress]:
    """Bring an annotated set in, whole, as one step of undo. Every document and every problem is a `Progress`.

    What is already here, equal, is skipped; where a thing of the same id differs, ours stays and that is reported.
    Marks made on another text of an article that is here are carried to its text, each with its outcome (see
    `reader.intake.fit_set`).
    Raises `SetError` when the file cannot be read as a set; nothing is stored then.
    """
    importer = detect(path, format)
    swaps: list[edits.Swap] = []
    outcomes: list[AddResult] = []
    shared_ids: set[str] = set()  # of claims and sources: several articles of a set may mention one
    for found in importer.read(path):
        for outcome in _take(library, path, found, swaps, shared_ids):
            outcomes.append(outcome)
            yield Progress(len(outcomes), None, outcome.address)
    labels = _new_labels(library, importer.labels(path))
    unknown = _unknown_labels(library, labels, swaps)
    outcomes += [
        AddResult(x.id, ADDED, "", Message("the label {0} was not here; it was made", x.name)) for x in unknown
    ]
    swaps[:0] = [edits.Swap(None, label) for label in (*labels, *unknown)]
    if swaps:
        library.apply(edits.Edit("Import set", tuple(swaps)), origin="import")
    elif not any(o.status == KNOWN for o in outcomes):
        reasons = tuple(o.reason for o in outcomes[:3] if o.reason is not None)
        if reasons:
            raise SetError("{0}: nothing in it could be taken ({1})", path, reasons)
        raise SetError("{0}: nothing in it could be taken", path)
    for number, outcome in enumerate(outcomes, 1):
        yield Progress(number, len(outcomes), outcome.address, outcome)


def _take(
    library: Library, path: Path, found: Document | Problem, swaps: list[edits.Swap], shared_ids: set[str]
) -> Iterator[AddResult]:
    if isinstance(found, Problem):
        yield AddResult(str(path), FAILED, "", found.message)
        return
    brought = onto(library, found)
    fitting = brought.document
    here = library.stored(_things(fitting))
    new = [t for t in _things(fitting) if t.id not in here and t.id not in shared_ids]
    if fitting.article.id in here and not any(isinstance(t, Annotation) for t in new):
        new = [t for t in new if not isinstance(t, Revision)]
    shared_ids |= {t.id for t in new if isinstance(t, ClaimRecord)}
    swaps.extend(edits.Swap(None, thing) for thing in new)
    stands = brought.notice(frozenset(t.id for t in new))
    name = fitting.article.title or fitting.article.id
    reason = Message("{0}: {1}", name, stands) if stands is not None else None
    yield AddResult(name, ADDED if new else KNOWN, fitting.article.id, reason)
    for thing in (t for t in _things(fitting) if t.id in here and _differs(here[t.id], t)):
        kept = Message("{0} {1} differs from the one here; ours was kept", kind_word(kind_of(thing)), thing.id)
        yield AddResult(str(path), FAILED, fitting.article.id, kept)


def _things(found: Document) -> list[edits.Entity]:
    return [found.article, found.revision, *found.annotations, *found.relations, *found.known]


def _differs(ours: edits.Entity, brought: edits.Entity) -> bool:
    """Not for an article, whose state and text change as it is worked on; nor by what only the desk may know."""
    if isinstance(ours, ClaimRecord) and isinstance(brought, ClaimRecord):
        return shared(ours) != shared(brought)
    if isinstance(ours, Annotation) and isinstance(brought, Annotation):
        return _as_made(ours, brought) != _as_made(brought, brought)
    return not isinstance(brought, Article) and ours != brought


def _as_made(mark: Annotation, times: Annotation) -> Annotation:
    """What a mark says, without where captures have carried it and when: many tools keep no times."""
    anchor = Anchor("", (), mark.origin.quote if mark.origin is not None else mark.anchor.quote)
    return replace(mark, anchor=anchor, origin=None, created=times.created, modified=times.modified)


def _new_labels(library: Library, brought: Sequence[Label]) -> list[Label]:
    """Labels of the set that are not here; one whose key is taken comes without a key."""
    here = library.labels()
    ids, keys = {x.id for x in here}, {x.key for x in here}
    return [
        replace(x, builtin=False, key="" if x.key in keys else x.key, position=len(here) + n)
        for n, x in enumerate(b for b in brought if b.id not in ids)
    ]


def _unknown_labels(library: Library, new: Sequence[Label], swaps: Sequence[edits.Swap]) -> list[Label]:
    """Labels that marks carry and nobody defines: named as they are, without a key, in the colours in turn."""
    known = [*library.labels(), *DETAILS, *new]
    used = dict.fromkeys(swap.after.label for swap in swaps if isinstance(swap.after, Annotation))
    return [
        Label(id, id, "", COLOURS[(len(known) + n) % len(COLOURS)], Underline.SOLID, len(known) + n)
        for n, id in enumerate(sorted(used.keys() - {label.id for label in known}))
    ]
