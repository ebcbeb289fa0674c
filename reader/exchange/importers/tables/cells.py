"""What stands in the cells of our tables: tags that were joined, texts that were cut, places of rows and cells."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from reader.messages import Message

Row = Mapping[str, Any]  # what a row says, by the names of our columns; what it does not say is not there

_TAG = re.compile(r'\s*(?:"((?:[^"]|"")*)"|([^;]*))\s*(?:;|$)')
_MEMBER = re.compile(r"([^:;]+): ([^;]+?)(?:; |$)")


def split_tags(cell: str) -> list[str]:
    """Return tags that were joined to one cell; the other way of `comma_separated.joined`, and kind to blanks."""
    found: list[str] = []
    at = 0
    while at < len(cell):
        part = _TAG.match(cell, at)
        if part is None or part.end() == at:  # a quotation mark that nobody closed belongs to the words
            part = re.compile(r"()([^;]*)(?:;|$)").match(cell, at)
        assert part is not None
        quoted = part[1]
        tag = quoted.replace('""', '"') if quoted else part[2].strip()
        if tag:
            found.append(tag)
        at = max(part.end(), at + 1)
    return found


def split_members(cell: str) -> list[dict[str, str]]:
    """Return the ends of a link, which stand as `role: mark` with semicolons between."""
    return [{"role": role.strip(), "annotation": id.strip()} for role, id in _MEMBER.findall(cell)]


def row_place(number: int, sheet: str = "") -> Message:
    """Return where a row stands."""
    return Message("{0}, row {1}", sheet, number) if sheet else Message("row {0}", number)


def cell_place(number: int, column: int, sheet: str = "") -> Message:
    """Return where a cell stands, as a spreadsheet calls it; `column` counts from 0."""
    name = f"{letters(column)}{number}"
    return Message("{0}, cell {1}", sheet, name) if sheet else Message("cell {0}", name)


def letters(column: int) -> str:
    """Return what a spreadsheet calls a column, which counts from 0."""
    found = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(65 + rest) + found
    return found
