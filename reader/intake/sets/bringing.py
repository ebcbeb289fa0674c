"""An annotated set into the library: one pass, one transaction, one step of undo; or tried out, and told."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping
from contextlib import closing as closed_after
from itertools import chain
from pathlib import Path

from reader.errors import ConflictError, SetError
from reader.exchange.confined import SetReader
from reader.exchange.importers.importer import RawDocument, SetFile
from reader.intake.sets.detecting import read_set
from reader.intake.sets.one_document import Bringing
from reader.intake.sets.report import FAILED, Differing, SetItem, SetReport
from reader.model.dataset import Problem
from reader.progress import Progress
from reader.store import Library

_TOLD = 3  # reasons that are named when nothing could be taken


def import_set(
    library: Library,
    path: Path,
    format: str = "",
    *,
    choice: Differing = Differing.SKIP,
    choices: Mapping[str, Differing] | None = None,
    dry_run: bool = False,
    reader: SetReader | None = None,
) -> Iterator[Progress]:
    """Bring an annotated set in, whole, as one step of undo. Every document and every problem is a `Progress`; when
    all is on the disk, one comes for each `SetItem` and, last, one with the `SetReport`.

    What is already here, equal, is skipped. Of a thing that is here and differs, ours stays, theirs is taken, or both
    are kept: by `choice`, and by `choices` for those whose ids it names. The file is read by a process of its own, that
    of `reader`, through which it can be cancelled, or another. Marks made on another text of an article that
    is here are carried to its text; what stands nowhere is kept with its words. A `dry_run` changes nothing, and tells
    what would happen.
    Raises `SetError` when the file cannot be read as a set, or nothing in it can be taken; nothing is stored then.
    """
    with reader or SetReader() as reading:
        file = read_set(reading, path, format)
        work = yield from _brought(library, file, choice, choices or {}, dry_run=dry_run)
    told, counts = work.items, dict(work.counts)
    for number, item in enumerate(told, 1):
        yield Progress(number, len(told) + 1, item.name, item)
    yield Progress(len(told) + 1, len(told) + 1, file.name, SetReport(file.format, file.name, counts, dry_run))


def _brought(
    library: Library, file: SetFile, choice: Differing, choices: Mapping[str, Differing], *, dry_run: bool
) -> Generator[Progress, None, Bringing]:
    """Take one item after the other; what was done with them."""
    first = next(file.items, None)
    items = chain([first] if first is not None else [], file.items)
    try:
        with library.importing("Import set", _sender(file, first), trial=dry_run) as inside:
            with closed_after(Bringing(inside, file, choice, choices)) as work:
                for done, raw in enumerate(items, 1):
                    yield Progress(done, None, work.take(raw))
                work.finish()
            took = any(item.status != FAILED for item in work.items)
            took = took or any(status != FAILED for _, status in work.counts)
            if not work.wrote and not took:
                raise _nothing_in(file.path, work.items, lacks_articles=work.lacks_articles)
    except ConflictError as error:  # it says of one id what the library says otherwise, in a way that no one can choose
        raise SetError("{0}: {1}", file.path, error.message) from error
    return work


def _sender(file: SetFile, first: RawDocument | Problem | None) -> str:
    named = first.record.get("by") if isinstance(first, RawDocument) else ""
    return file.sender or (named if isinstance(named, str) else "")


def _nothing_in(path: Path, told: list[SetItem], *, lacks_articles: bool) -> SetError:
    reasons = tuple(item.reason for item in told[:_TOLD] if item.reason is not None)
    if not reasons:
        return SetError("{0}: nothing in it could be taken", path)
    if lacks_articles:
        return SetError(
            "{0}: none of its articles is here: its marks and links, and what it says of claims, sources, evidence and "
            "reviews, were not taken ({1})", path, reasons,
        )  # fmt: skip
    return SetError("{0}: nothing in it could be taken ({1})", path, reasons)
