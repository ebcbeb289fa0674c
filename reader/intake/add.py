"""Sources into the library: read, clean, skip what is known, store. Generators of `Progress` that may be stopped."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path
from threading import Lock
from typing import Protocol

from reader.credentials import without_credentials
from reader.errors import TilikError
from reader.intake.ahead import in_order
from reader.intake.highlights import LABEL
from reader.intake.listed import Counts, store_addresses, summary
from reader.intake.results import ADDED, CAPTURED, FAILED, KNOWN, OPENED, AddResult
from reader.intake.storing import Fresh, Storing, article_of, failed
from reader.model.held import Held, Listed, SeveralError
from reader.model.pages import Cleaned, Original, Page
from reader.progress import Progress
from reader.sources import Fetch, expand, page_of
from reader.store import Library
from reader.text.invariants import frozen

__all__ = ["ADDED", "CAPTURED", "FAILED", "KNOWN", "OPENED", "AddResult", "Cleaner", "add", "article_of"]


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
    highlight_label: str = LABEL.id,
) -> Iterator[Progress]:
    """Add every page of `sources`, one `Progress` a page with its `AddResult`. One that fails does not stop the rest.

    With `as_capture` a page at the address of an article that is here becomes a newer text of that (see
    `reader.intake.capture_again`), with its marks carried.

    Highlights of lists become marks with `highlight_label`, which is made when it is not here.

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
                storing = partial(Storing, library, as_capture=as_capture, highlight_label=highlight_label)
                yield from _each(library, one, cleaner, done, len(pages), storing, highlight_label)
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
    library: Library,
    several: _Several,
    cleaner: Cleaner,
    done: int,
    total: int,
    storing: Callable[[], Storing],
    label: str,
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
            outcomes = storing().stored(some)
            for left, outcome in enumerate(outcomes, 1 - len(outcomes)):
                counts.count(outcome, texts[number])
                number += 1
                told = replace(outcome, within=several.name)
                yield Progress(done, total, outcome.address, told, more=left < 0)
    whole = summary(library, several.name, held, counts, label)
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
    return without_credentials(frozen(source.address if isinstance(source, Page) else str(source)))


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
