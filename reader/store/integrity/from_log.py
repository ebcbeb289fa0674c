"""A thing as the change log last had it: a row again of what a step that is done left there."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from reader.edits import Entity
from reader.model.kinds import kind_name
from reader.model.steps import DONE
from reader.store.asking import scalars
from reader.store.integrity import digests
from reader.store.integrity.digests import STEP, digest
from reader.store.mapping import dump
from reader.store.whole_rows import MEMBERS

_WITH = f"SELECT digest, {', '.join(STEP)} FROM change WHERE state = ? AND instr(swaps, ?) ORDER BY turn DESC"


def last_in_log(connection: sqlite3.Connection, kind: type[Entity], id: str) -> dict[str, Any] | None:
    """Return the row of a thing as the last step left it that is done and sound; None where no step holds its values:
    texts, pages and what an import brought are not kept there."""
    read = connection.cursor()
    read.row_factory = None
    for had, *cells in read.execute(_WITH, (DONE, json.dumps(id))):
        if str(had)[: digests.HEX] != digest(tuple(cells)):
            continue
        for _, after in json.loads(cells[STEP.index("swaps")]):
            if after and after[0] == kind_name(kind) and isinstance(after[1], dict) and after[1]["id"] == id:
                return _row(connection, kind, after[1])
        return None
    return None


def _row(connection: sqlite3.Connection, kind: type[Entity], told: dict[str, Any]) -> dict[str, Any] | None:
    """The values of a step as a row: today's columns, the number that the thing has, its digest; of a relation its
    ends, which stand in a table of their own."""
    names = [name for name in digests.columns(kind) if name != MEMBERS]
    row = {name: told.get(name, "") for name in names}
    numbered = scalars(connection, "SELECT name FROM pragma_table_info(?) WHERE name = 'number'", (kind_name(kind),))
    for number in _number(connection, kind, str(told["id"])) if numbered else ():
        row["number"] = number
    if MEMBERS in told:
        ends = [list(member) for member in told[MEMBERS]]  # role and mark, as the codec writes them
        return {**row, "digest": digests.of_row(kind, {**row, MEMBERS: dump(ends)}), MEMBERS: ends}
    return {**row, "digest": digests.of_row(kind, row)}


def _number(connection: sqlite3.Connection, kind: type[Entity], id: str) -> list[int]:
    table = kind_name(kind)
    return scalars(connection, f"SELECT _rowid_ FROM {table} INDEXED BY sqlite_autoindex_{table}_1 WHERE id = ?", (id,))
