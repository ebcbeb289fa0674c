"""The rows of one of our sheets, by the keys of its columns, whichever language and order its headings have now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from reader.exchange.importers.tables.cells import cell_place, row_place
from reader.exchange.importers.tables.spreadsheet import Book, Cells, Unread, Value
from reader.exchange.importers.tables.typed_values import (
    UnclearError,
    day_in,
    number_in,
    text_in,
    time_in,
    value_in,
)
from reader.exchange.records.sheets import CHECKSUM, SHEETS, WRITTEN, Column, Kind, Sheet
from reader.exchange.records.table_cells import checksum, was_cut
from reader.foreign_json import JsonError, parsed
from reader.messages import Message
from reader.model.dataset import Problem

Said = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row: what it says, where it stands, and which cells could not be understood."""

    number: int
    said: dict[str, Any]
    place: Message
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True)
class SheetRows:
    """The rows of one sheet. `problems` has, when they were read, what is to be told of the sheet."""

    book: Book
    name: str
    sheet: Sheet
    columns: Mapping[int, Column]
    language: str
    first: int
    written_at: int
    problems: list[Problem] = field(default_factory=list)
    _changed: list[Message] = field(default_factory=list)
    _changed_rows: int = 0

    def __iter__(self) -> Iterator[SheetRow]:
        summed = self.sheet.summed
        keys = {column.key for column in self.columns.values()}
        checks = CHECKSUM in keys and keys.issuperset(summed)
        for number, cells in self.book.rows(self.name):
            if number <= self.first:
                continue
            row = self._row(number, cells)
            if row is None:
                continue
            given = row.said.get(CHECKSUM) if checks else ""
            if given and given != checksum([row.said.get(key) for key in summed]):
                self._changed_rows += 1
                if len(self._changed) < 3:
                    self._changed.append(row.place)
            yield row
        if self._changed:
            names = ", ".join(c.heading(self.language) for c in self.sheet.columns if c.key in summed)
            reason = Message(
                "cells that only tell what stands in other sheets ({0}) were changed in {1} rows; that does not come "
                "home. Change it where it stands", names, self._changed_rows,
            )  # fmt: skip
            self.problems.append(Problem(str(self.book.path), self._changed[0], reason))

    def _row(self, number: int, cells: Cells) -> SheetRow | None:
        said: dict[str, Any] = {}
        problems: list[Problem] = []
        has_any = False
        written = self._written(cells)
        for at, column in self.columns.items():
            value = cells.get(at, "")
            has_any = has_any or value != ""
            if column.kind is Kind.DAY and value and _is_as_written(value, written.get(column.key)):
                said[column.key] = written[column.key]
                continue
            try:
                found = self._value(column, value)
            except UnclearError as error:
                problems.append(Problem(str(self.book.path), cell_place(number, at, self.name), error.reason))
                continue
            if found is not None:
                said[column.key] = found
        return SheetRow(number, said, row_place(number, self.name), tuple(problems)) if has_any else None

    def _written(self, cells: Cells) -> Mapping[str, Any]:
        """What stood in the columns of days and was no day."""
        given = cells.get(self.written_at)
        try:
            found = parsed(given) if isinstance(given, str) and given else {}
        except JsonError:
            return {}
        return found if isinstance(found, dict) else {}

    def _value(self, column: Column, value: Value) -> str | int | None:
        """What a cell says; None for one that says nothing: it was cut, or a number or a time is not there."""
        if column.kind is Kind.NUMBER:
            return number_in(value)
        if column.kind is Kind.TIME:
            return time_in(value, self.language) or None
        if column.kind is Kind.DAY:
            return day_in(value, self.language) if value != "" else ""
        if column.among and value != "":
            return value_in(column.among, value)
        words = text_in(value)
        return None if was_cut(words) and not column.read_only else words


def _is_as_written(value: Value, written: object) -> bool:
    """Whether a cell of a day says still what was written there: words, or the day of a moment."""
    if not isinstance(written, str) or isinstance(value, Unread):
        return False
    return text_in(value) in (written, written[:10])


def sheets_of(book: Book) -> tuple[dict[str, SheetRows], list[Problem]]:
    """Return our sheets of a workbook by their keys, known by their names in either language or, when they were
    renamed, by their columns; and what is to be told of them."""
    found: dict[str, SheetRows] = {}
    problems: list[Problem] = []
    for name in book.sheets:
        rows = _rows_of(book, name)
        if rows is None:
            continue
        if rows.sheet.key in found:
            reason = Message("it is a second sheet of that kind; it was left out")
            problems.append(Problem(str(book.path), Message("{0}", name), reason))
            continue
        found[rows.sheet.key] = rows
        problems += _strange(rows, book)
    return found, problems


def _rows_of(book: Book, name: str) -> SheetRows | None:
    number, cells = next(iter(book.rows(name)), (0, {}))
    headings = {at: value.strip() for at, value in cells.items() if isinstance(value, str)}
    named = next((s for s in SHEETS if name.strip().casefold() in (s.en.casefold(), s.id.casefold())), None)
    for sheet in SHEETS if named is None else (named,):
        hidden = {c.key for c in sheet.columns if not c.width}
        if hidden & {"id"} and (named is not None or hidden <= set(headings.values())):
            columns, language = _columns(sheet, headings)
            if named is None or "id" in {c.key for c in columns.values()}:
                written = next((at for at, column in columns.items() if column.key == WRITTEN), -1)
                return SheetRows(book, name, sheet, columns, language, number, written)
    return None


def _columns(sheet: Sheet, headings: Mapping[int, str]) -> tuple[dict[int, Column], str]:
    """The columns that the headings name, and the language that most of them are in."""
    exact: dict[str, Column] = {}
    for language in ("en", "id"):
        exact |= {c.heading(language): c for c in sheet.columns if c.heading(language) not in exact}
    loose = {heading.casefold(): c for heading, c in reversed(exact.items()) if c.width}
    found: dict[int, Column] = {}
    for at, heading in headings.items():
        column = exact.get(heading) or loose.get(heading.casefold())
        if column is not None and column not in found.values():
            found[at] = column
    shown = [(headings[at], c) for at, c in found.items() if c.width]
    is_indonesian = sum(c.id == h for h, c in shown) > sum(c.en == h for h, c in shown)
    return found, "id" if is_indonesian else "en"


def _strange(rows: SheetRows, book: Book) -> Iterator[Problem]:
    _, cells = next(iter(book.rows(rows.name)), (0, {}))
    strange = [str(value) for at, value in cells.items() if at not in rows.columns and isinstance(value, str)]
    if strange:
        reason = Message("the columns {0} are none that Tilik writes; they were left out", ", ".join(strange))
        yield Problem(str(book.path), row_place(rows.first, rows.name), reason)
