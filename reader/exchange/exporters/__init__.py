"""Annotated sets out of the library: one small file a format, all in one tuple."""

from __future__ import annotations

from reader.exchange.exporters import html, jsonl, markdown, native, w3c
from reader.exchange.exporters.annotation_tools import (
    brat,
    cas,
    conll,
    doccano,
    hypothesis,
    label_studio,
    prodigy,
    refi,
)
from reader.exchange.exporters.bundle import evidence_bundle
from reader.exchange.exporters.citations import bibtex, csl_json, ris
from reader.exchange.exporters.counted import Counted
from reader.exchange.exporters.exporter import Exporter, Profile
from reader.exchange.exporters.fact_checking import averitec, claim_review, meedan_check
from reader.exchange.exporters.files import export
from reader.exchange.exporters.losses import Loss, LossReport
from reader.exchange.exporters.marked.exporters import EXPORTERS as ARTICLES
from reader.exchange.exporters.report.exporters import EXPORTERS as REPORTS
from reader.exchange.exporters.tables import comma_separated, parquet, workbook
from reader.exchange.exporters.withheld import Release

EXPORTERS: tuple[Exporter, ...] = (
    native.EXPORTER,
    jsonl.EXPORTER,
    w3c.EXPORTER,
    comma_separated.EXPORTER,
    markdown.EXPORTER,
    html.EXPORTER,
    *ARTICLES,
    *REPORTS,
    workbook.EXPORTER,
    evidence_bundle.EXPORTER,
    claim_review.EXPORTER,
    meedan_check.EXPORTER,
    averitec.EXPORTER,
    parquet.EXPORTER,
    bibtex.EXPORTER,
    ris.EXPORTER,
    csl_json.EXPORTER,
    label_studio.EXPORTER,
    prodigy.EXPORTER,
    doccano.EXPORTER,
    brat.EXPORTER,
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
