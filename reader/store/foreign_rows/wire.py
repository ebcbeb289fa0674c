"""What travels between us and the process that reads a library of a stranger, as frames: a letter, then JSON or bytes.

A cell is a number, text, nothing, or a list with bytes in base 64.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Sequence
from typing import Any

from reader.foreign_json import DECODER

# From the process: it asks for bytes, which library it is, columns of a table, rows of it, the end, why it gave up.
ASKS, HEAD, TABLE, ROWS, END, REFUSED = b"?", b"h", b"t", b"r", b".", b"-"
FILE, LOG = 0, 1
MOST_PIECE = 1 << 20  # bytes handed over at a time
MOST_FRAME = 1 << 29  # bytes
Cell = int | float | str | bytes | None


def dumped(value: Any) -> bytes:
    """Return plain values as JSON."""
    return json.dumps(value, separators=(",", ":")).encode("ascii")


def loaded(message: bytes) -> Any:
    """Return what `dumped` wrote. Raises `ValueError` or `RecursionError` for anything else."""
    return DECODER.decode(message.decode("ascii"))


def cell_out(cell: Cell) -> Any:
    """Return a cell as JSON has it."""
    if isinstance(cell, bytes):
        return [base64.b64encode(cell).decode("ascii")]
    if isinstance(cell, float) and cell - cell != 0:  # an infinity, which JSON has not
        return None
    return cell


def cells_back(cells: Any, count: int) -> list[Cell]:
    """Return the cells of a row of `count`. Raises `ValueError` for anything else."""
    if not isinstance(cells, list) or len(cells) != count:
        raise ValueError("no row of this table")
    return [_cell(cell) for cell in cells]


def _cell(plain: Any) -> Cell:
    if isinstance(plain, list) and len(plain) == 1 and isinstance(plain[0], str):
        try:
            return base64.b64decode(plain[0], validate=True)
        except binascii.Error as error:
            raise ValueError("no bytes") from error
    if plain is None or isinstance(plain, float):
        return plain
    if isinstance(plain, str):
        return plain.encode("utf-8", "replace").decode("utf-8")  # bytes that are no text stand as U+FFFD
    if isinstance(plain, int) and -(1 << 63) <= plain < 1 << 63:
        return int(plain)
    raise ValueError("no cell")


def names_in(plain: Any, known: Sequence[str]) -> list[str]:
    """Return names of columns that are all known, each once. Raises `ValueError` for anything else."""
    if not isinstance(plain, list) or len(set(map(str, plain))) != len(plain) or not set(map(str, plain)) <= set(known):
        raise ValueError("no columns of this table")
    return list(map(str, plain))
