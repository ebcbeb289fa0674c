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
from reader.messages import Message

# By whom they are for, in the order in which they are offered.
GROUPS: tuple[tuple[Message, tuple[Exporter, ...]], ...] = (
    (Message("Desks with Tilik"), (native.EXPORTER,)),
    (Message("Editors, lawyers, readers"), (
        *REPORTS,
        *ARTICLES,
        html.EXPORTER,
        markdown.EXPORTER,
        workbook.EXPORTER,
        comma_separated.EXPORTER,
        evidence_bundle.EXPORTER,
    )),
    (Message("Publishing"), (
        claim_review.EXPORTER,
        meedan_check.EXPORTER,
    )),
    (Message("Annotation tools"), (
        w3c.EXPORTER,
        hypothesis.EXPORTER,
        label_studio.EXPORTER,
        prodigy.EXPORTER,
        doccano.EXPORTER,
        brat.EXPORTER,
        cas.EXPORTER,
        cas.JSON_EXPORTER,
        refi.EXPORTER,
    )),
    (Message("Data and research"), (
        jsonl.EXPORTER,
        parquet.EXPORTER,
        averitec.EXPORTER,
        conll.EXPORTER,
    )),
    (Message("References"), (
        bibtex.EXPORTER,
        ris.EXPORTER,
        csl_json.EXPORTER,
    )),
)  # fmt: skip
EXPORTERS: tuple[Exporter, ...] = tuple(form for _, forms in GROUPS for form in forms)

__all__ = [
    "EXPORTERS", "GROUPS", "Counted", "Exporter", "Loss", "LossReport", "Profile", "Release", "export", "exporter",
]  # fmt: skip


def exporter(id: str) -> Exporter:
    """Return the format called `id`. Raises `KeyError`, whose text lists the formats there are."""
    for found in EXPORTERS:
        if found.id == id:
            return found
    raise KeyError(f"no format {id!r}: {', '.join(x.id for x in EXPORTERS)}")
