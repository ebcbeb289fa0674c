"""How an export begins: the first characters of a text, or what is in a package."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from reader.exchange.exporters import Exporter, Release
from reader.model.dataset import Dataset, Document

PREVIEW = 4000  # characters


def beginning(exporter: Exporter, dataset: Dataset, options: Any, release: Release) -> str:
    """Return how the file would begin, made from the first article alone."""
    out = io.BytesIO()
    with dataset.still() as whole:
        first = list(_first(whole))
        one = replace(whole, documents=lambda: iter(first), count=len(first), snapshot=None)
        for _step in exporter.write(one, out, options, release=release):
            pass
    data = out.getvalue()
    if data.startswith(b"PK"):
        return "\n".join(_members(data))
    return data[: PREVIEW * 4].decode("utf-8-sig", "ignore")[:PREVIEW]


def _members(data: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as found:
        for info in found.infolist():
            yield info.filename


def _first(dataset: Dataset) -> Iterator[Document]:
    for document in dataset.documents():
        yield document
        return
