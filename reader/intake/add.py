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
from reader.intake.listed import Counts, store_addresses, summary
from reader.intake.results import ADDED, CAPTURED, FAILED, KNOWN, OPENED, AddResult
from reader.intake.storing import Fresh, Storing, article_of, failed
from reader.messages import Message
from reader.model.annotations import Anchor, Annotation
from reader.model.articles import Article, Revision
from reader.model.claims import ClaimRecord
from reader.model.dataset import Document, Problem
from reader.model.held import Held, Listed, SeveralError
from reader.model.kind_names import kind_word
from reader.model.kinds import kind_of
from reader.model.labels import COLOURS, DETAILS, Label, Underline
from reader.model.pages import Cleaned, Original, Page
from reader.progress import Progress
from reader.sources import Fetch, expand, page_of
from reader.store import Library
from reader.text.invariants import frozen

__all__ = ["ADDED", "CAPTURED", "FAILED", "KNOWN", "OPENED", "AddResult", "Cleaner", "add", "article_of", "import_set"]


class Cleaner(Protocol):
    """Something that cleans a page: `reader.cleaning.Worker` in a process that can be killed, `Workers` in several."""

    def clean(self, page: Page) -> Cleaned: ...


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

    def look(source: str | Path | Page | AddResult) -> AddResult | Fresh | _Several:
        return source if isinstance(source, AddResult) else _look(library, source, cleaner, reading, base_url, fetch)

    pages, done = _pages(sources), 0
    with closing(in_order(look, pages, cleaner)) as looked:
        for one in chain.from_iterable(_together(some) for some in looked):
            if isinstance(one, _Several):
                yield from _each(library, one, cleaner, done, len(pages), as_capture=as_capture)
                done += 1
                continue
            outcomes = Storing(library, as_capture=as_capture).stored(one)
            for left, outcome in enumerate(outcomes, 1 - len(outcomes)):
                done += 1
                yield Progress(done, len(pages), outcome.address, outcome, more=left < 0)


def _together(some: Sequence[AddResult | Fresh | _Several]) -> Iterator[list[AddResult | Fresh] | _Several]:
    """What is stored at once: pages in a row; a file that holds several alone."""
    row: list[AddResult | Fresh] = []
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

    def look(one: Listed) -> AddResult | Fresh:
        assert one.page is not None
        found = _look(library, one.page, cleaner, Lock(), "", None)
        if isinstance(found, _Several):
            return failed(one.page.address, SeveralError(one.page.address, found.held))
        return replace(found, listed=one, what=held.what) if isinstance(found, Fresh) else found

    number = 0
    with closing(in_order(look, texts, cleaner)) as looked:
        for some in looked:
            outcomes = Storing(library, as_capture=as_capture).stored(some)
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
            pages.append(failed(_name(source), error))
    return pages


def _name(source: str | Path | Page) -> str:
    return frozen(source.address if isinstance(source, Page) else str(source))


def _look(
    library: Library, source: str | Path | Page, cleaner: Cleaner, reading: Lock, base_url: str, fetch: Fetch | None
) -> AddResult | Fresh | _Several:
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
        return failed(_name(source), error)
    return Fresh(_name(source), page, replace(original, encoding=cleaned.encoding), cleaned)


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
