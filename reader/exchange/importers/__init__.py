"""Annotated sets into the library: one small file a format, all in one tuple, known by content."""

from __future__ import annotations

from pathlib import Path

from reader.errors import SetError
from reader.exchange.importers import jsonl, w3c
from reader.exchange.importers.importer import SetImporter, head

SET_IMPORTERS: tuple[SetImporter, ...] = (jsonl.IMPORTER, w3c.IMPORTER)

__all__ = ["SET_IMPORTERS", "SetImporter", "detect"]


def detect(path: Path, format: str = "") -> SetImporter:
    """Return the importer for a file: the one called `format`, else the one that knows its first bytes.

    Raises `SetError` when there is none, or the file is empty or cannot be read.
    """
    for importer in SET_IMPORTERS:
        if importer.id == format:
            return importer
    names = ", ".join(x.id for x in SET_IMPORTERS)
    if format:
        raise SetError("{0}: no set format is called {1}; there are {2}", path, repr(format), names)
    first = head(path)
    for importer in SET_IMPORTERS:
        if importer.knows(path, first):
            return importer
    raise SetError("{0}: not a set that Tilik knows ({1})", path, names)
