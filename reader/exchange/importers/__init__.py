"""Annotated sets into the library: one small file a format, all in one tuple, known by content."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from reader.errors import SetError
from reader.exchange.importers import door, hypothesis, jsonl, native, w3c, word_comments
from reader.exchange.importers.annotation_tools import brat, cas, doccano, label_studio, prodigy, refi
from reader.exchange.importers.importer import RawDocument, SetFile, SetImporter, head
from reader.exchange.importers.tables import comma_separated, workbook
from reader.exchange.records import Ids, RecordError, document_of, label_of, objects
from reader.inputs import why_no_file
from reader.model.dataset import Document, Problem
from reader.model.labels import Label

SET_IMPORTERS: tuple[SetImporter, ...] = (
    native.IMPORTER,
    hypothesis.IMPORTER,
    label_studio.IMPORTER,
    doccano.IMPORTER,
    prodigy.IMPORTER,
    brat.IMPORTER,
    jsonl.IMPORTER,
    w3c.IMPORTER,
    comma_separated.IMPORTER,
    workbook.IMPORTER,
    word_comments.IMPORTER,
    cas.IMPORTER,
    cas.JSON_IMPORTER,
    refi.IMPORTER,
)

__all__ = ["SET_IMPORTERS", "RawDocument", "SetFile", "SetImporter", "detect", "documents", "labels"]


def detect(path: Path, format: str = "") -> SetImporter:
    """Return the importer for a file: the one called `format`, else the one that knows its first bytes.

    A folder may be a set, too. Raises `SetError` when there is none, or the file is empty or cannot be read.
    """
    if why := why_no_file(path, folder=True):
        raise SetError("{0}", why)
    return known(path, format)


def known(path: Path, format: str = "") -> SetImporter:
    """Return the same for what is known to be a file or a folder."""
    for importer in SET_IMPORTERS:
        if importer.id == format:
            return importer
    names = ", ".join(x.id for x in SET_IMPORTERS)
    if format:
        raise SetError("{0}: no set format is called {1}; there are {2}", path, repr(format), names)
    first = b"" if door.is_folder(path) else head(path)
    for importer in SET_IMPORTERS:
        if importer.knows(path, first):
            return importer
    raise SetError("{0}: not a set that Tilik knows ({1})", path, names)


def documents(path: Path, format: str = "") -> Iterator[Document | Problem]:
    """Yield what a set says by itself, without a library: its articles, and a `Problem` for what could not be read."""
    file = detect(path, format).read(path)
    for raw in file.items:
        if isinstance(raw, Problem):
            yield raw
        elif raw.is_article:
            try:
                read = document_of(raw.record, Ids(file.format, file.name, raw.ours))
            except RecordError as error:
                yield Problem(str(path), raw.place, error.message)
                continue
            yield from (Problem(str(path), raw.place, reason) for _, reason in read.told.refused)
            yield read.document


def labels(path: Path, format: str = "") -> tuple[Label, ...]:
    """Return the labels that a set defines; the first definition of an id counts. Raises `SetError` for a broken
    one."""
    found: dict[str, Label] = {}
    for raw in detect(path, format).read(path).items:
        try:
            for record in objects(raw.record, "labels") if isinstance(raw, RawDocument) else ():
                label = label_of(record)
                found.setdefault(label.id, label)
        except RecordError as error:
            place = raw.place if isinstance(raw, RawDocument) and raw.place is not None else ""
            raise SetError("{0}: {1}: {2}", path, place, error.message) from error
    return tuple(sorted(found.values(), key=lambda x: (x.position, x.id)))
