"""The writers of papers as exporters call them; each loads its library when it is first used."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import BinaryIO

from reader.exchange.exporters.paper.html import html
from reader.exchange.exporters.paper.markdown import markdown
from reader.exchange.exporters.paper.parts import Paper

PaperWriter = Callable[[Paper, BinaryIO], Iterator[None]]


def html_writer(paper: Paper, out: BinaryIO) -> Iterator[None]:
    """Write HTML, a section at a time."""
    for some in html(paper):
        out.write(some)
        yield


def markdown_writer(paper: Paper, out: BinaryIO) -> Iterator[None]:
    """Write Markdown."""
    for some in markdown(paper):
        out.write(some)
    yield


def docx_writer(paper: Paper, out: BinaryIO) -> Iterator[None]:
    """Write a Word document, a section at a time."""
    from reader.exchange.exporters.paper.docx import write_docx

    yield from write_docx(paper, out)


def pdf_writer(paper: Paper, out: BinaryIO) -> Iterator[None]:
    """Write a PDF, all of it at once."""
    from reader.exchange.exporters.paper.pdf import pdf

    out.write(pdf(paper))
    yield
