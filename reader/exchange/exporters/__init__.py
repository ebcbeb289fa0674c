"""Annotated sets out of the library: one small file a format, all in one tuple."""

from __future__ import annotations

from reader.exchange.exporters import html, jsonl, markdown, native, table, w3c
from reader.exchange.exporters.annotation_tools import cas, conll, hypothesis, refi
from reader.exchange.exporters.counted import Counted
from reader.exchange.exporters.exporter import Exporter, Profile
from reader.exchange.exporters.files import export
from reader.exchange.exporters.losses import Loss, LossReport
from reader.exchange.exporters.withheld import Release

EXPORTERS: tuple[Exporter, ...] = (
    native.EXPORTER,
    jsonl.EXPORTER,
    w3c.EXPORTER,
    table.EXPORTER,
    markdown.EXPORTER,
    html.EXPORTER,
    cas.EXPORTER,
    cas.JSON_EXPORTER,
    refi.EXPORTER,
    conll.EXPORTER,
    hypothesis.EXPORTER,
)

__all__ = ["EXPORTERS", "Counted", "Exporter", "Loss", "LossReport", "Profile", "Release", "export", "exporter"]


def exporter(id: str) -> Exporter:
    """Return the format called `id`. Raises `KeyError`, whose text lists the formats there are."""
    for found in EXPORTERS:
        if found.id == id:
            return found
    raise KeyError(f"no format {id!r}: {', '.join(x.id for x in EXPORTERS)}")
