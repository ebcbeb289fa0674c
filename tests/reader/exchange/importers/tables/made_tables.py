"""A library with the made-up news, and a table of it that a person has changed."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

from reader.exchange.exporters import export, exporter
from reader.intake.sets import Differing, SetItem, import_set
from reader.store import Library
from tests.reader.exchange.exporters import made

Rows = list[dict[str, str]]


def filled(library: Library, folder: Path) -> Library:
    """Return the library with the whole made-up set."""
    path = folder / "filled.jsonl"
    list(export(exporter("jsonl"), made.whole(), path))
    list(import_set(library, path))
    return library


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
