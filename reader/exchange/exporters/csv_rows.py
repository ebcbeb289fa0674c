"""Rows of tables as bytes: RFC 4180 with CR LF, marked as UTF-8, nothing in a cell that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from reader.exchange.exporters.tables.comma_separated import guarded
from reader.exchange.records.table_cells import too_long

MARK = b"\xef\xbb\xbf"  # without it Excel garbles letters
Cell = str | int
__all__ = ["MARK", "Cell", "encoded_row", "encoded_rows", "too_long"]


def encoded_rows(rows: Sequence[Sequence[Cell]], separator: str = ",") -> bytes:
    """Return rows as lines, with an apostrophe before what could be taken for a formula."""
    text = io.StringIO()
    safe = ([guarded(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    csv.writer(text, delimiter=separator, lineterminator="\r\n").writerows(safe)
    return text.getvalue().encode("utf-8", "replace")


def encoded_row(row: Sequence[Cell], separator: str = ",") -> bytes:
    """Return one row as a line."""
    return encoded_rows([row], separator)
