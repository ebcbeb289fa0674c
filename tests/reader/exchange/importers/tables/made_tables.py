"""A library with the made-up news, and a table of it that a person has changed."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl

from reader.exchange.exporters import export, exporter
from reader.intake.sets import Differing, SetItem, import_set
from reader.model.dataset import Dataset
from reader.store import Library
from tests.reader.exchange.exporters import made

Rows = list[dict[str, str]]


def filled(library: Library, folder: Path, dataset: Dataset | None = None) -> Library:
    """Return the library with the whole made-up set, or another one."""
    path = folder / "filled.jsonl"
    list(export(exporter("jsonl"), dataset or made.whole(), path))
    list(import_set(library, path))
    return library


def desk(library: Library, folder: Path) -> Library:
    """Return the library with an article that has claims, sides, evidence and a verdict, and one with marks alone."""
    story = made.storied()
    outer, inner = story.relations
    asked = replace(inner, attributes={"stance": "comment", "response_form": "no_comment"})
    return filled(library, folder, made.dataset(replace(story, relations=(outer, asked)), made.indonesian()))


def retyped(path: Path, change: Callable[[Any], object]) -> Path:
    """Change the sheets of a workbook as a person would, and save it by a program that is not ours."""
    book = openpyxl.load_workbook(path)
    change(book)
    book.save(path)
    return path


def cell(book: Any, sheet: str, heading: str, row: int) -> Any:
    """Return the cell of a row under a heading."""
    headings = [one.value for one in book[sheet][1]]
    return book[sheet].cell(row, headings.index(heading) + 1)


def row_with(book: Any, sheet: str, heading: str, value: object) -> int:
    """Return the number of the row that has that value under a heading."""
    return next(n for n in range(2, book[sheet].max_row + 1) if cell(book, sheet, heading, n).value == value)


def out(library: Library, folder: Path, format: str, **chosen: object) -> Path:
    """Write the library in a format; return the file."""
    form = exporter(format)
    path = folder / f"table{form.suffix}"
    list(export(form, library.dataset("table"), path, form.options(**chosen)))
    return path


def back(library: Library, path: Path, choice: Differing = Differing.UPDATE) -> list[SetItem]:
    """Import a table; return what was told but for what is here as it was."""
    steps = import_set(library, path, choice=choice)
    found = [step.result for step in steps if isinstance(step.result, SetItem)]
    return [item for item in found if item.status != "known"]


def edited(path: Path, change: Callable[[Rows], object], separator: str = ",") -> Path:
    """Change the rows of a CSV as a spreadsheet would."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=separator))
    columns = list(rows[0])
    change(rows)
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, delimiter=separator, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    path.write_bytes(b"\xef\xbb\xbf" + text.getvalue().encode())
    return path
