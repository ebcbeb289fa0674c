"""How a file would begin: as the page that it opens with, as rows, or as text, of the first article alone."""

from __future__ import annotations

import io
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pypdfium2
import pytest
from PIL import Image

from reader.exchange.exporters import EXPORTERS, Exporter, Release, exporter
from reader.exchange.exporters.preview import Beginning, beginning
from tests.reader.exchange.exporters import made


def shown(form: Exporter) -> Beginning:
    return beginning(form, made.whole(), form.options(), Release())


@pytest.mark.parametrize("form", EXPORTERS, ids=lambda form: form.id)
def test_every_format_shows_something(form: Exporter) -> None:
    found = shown(form)
    assert bool(found.text) + bool(found.rows) + bool(found.page) == 1


@pytest.mark.parametrize(("id", "is_exact"), [("report-pdf", True), ("report-docx", False), ("html", False)])
def test_a_page_is_that_of_the_pdf_with_the_same_words(id: str, is_exact: bool) -> None:
    found = shown(exporter(id))
    with Image.open(io.BytesIO(found.page)) as page:
        assert page.height > page.width and len(page.convert("L").getcolors(256) or ()) > 2
    assert found.is_exact is is_exact


@pytest.mark.parametrize("id", ["csv", "workbook"])
def test_a_table_has_its_headings_and_rows(id: str) -> None:
    head, *rows = shown(exporter(id)).rows
    assert len(set(head)) == len(head) and rows and all(len(row) == len(head) for row in rows)


def test_two_pages_are_never_drawn_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """PDFium crashes the program when two threads are in it."""
    inside, most, both, real = [0], [0], threading.Barrier(2), pypdfium2.PdfDocument

    class Counting(real):  # type: ignore[misc, valid-type]
        def __init__(self, *given: Any) -> None:
            inside[0] += 1
            most[0] = max(most[0], inside[0])
            super().__init__(*given)

        def close(self) -> None:
            super().close()
            inside[0] -= 1

    def draw() -> Beginning:
        both.wait(30)
        return shown(exporter("pdf"))

    monkeypatch.setattr(pypdfium2, "PdfDocument", Counting)
    with ThreadPoolExecutor(2) as threads:
        first, second = (threads.submit(draw) for _ in range(2))
        assert first.result(60).page == second.result(60).page
    assert most == [1]
