"""Rows to a workbook by XlsxWriter, streamed: each sheet grows in a passing file, and no clock is asked.

Every text is written as one, so that none is ever a formula, an address or a number.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from zipfile import ZipFile

from reader.exchange.exporters.package import Package
from reader.exchange.exporters.paper.opening import zip_field
from reader.exchange.records.sheets import Column, Kind, Sheet

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

KIND = "workbook"  # by which an earlier file of ours is known
Value = str | int | date | datetime | None

EARLIEST = date(1900, 3, 1)  # Excel counts a day too many before
_DAY_ONE = datetime(1899, 12, 30, tzinfo=UTC)
_A_DAY = 86_400_000_000  # microseconds
_LINE, _TALLEST = 13.5, 405.0  # points of a line, and of the tallest row that Excel has
_A4 = 9
_FORMS = {Kind.TEXT: "@", Kind.DAY: "yyyy-mm-dd", Kind.TIME: "yyyy-mm-dd hh:mm", Kind.NUMBER: "0"}
_ALL = "A1:XFD1048576"
_OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
            "strings_to_numbers": False}  # fmt: skip


class Book:
    """A workbook that is being written; `grids` are its sheets by their keys."""

    def __init__(self, folder: Path, sheets: Sequence[Sheet], language: str) -> None:
        import xlsxwriter  # late: only this format needs it

        self._path, self._language = folder / "book.xlsx", language
        self._book: Workbook = xlsxwriter.Workbook(str(self._path), {**_OPTIONS, "tmpdir": str(folder)})
        looks = _Looks(self._book)
        self.grids = {sheet.key: Grid(self._book, sheet, looks, language) for sheet in sheets}

    def end(self, package: Package, made: datetime) -> None:
        """Put the parts into `package`. `made` is when the newest of what is in them was made."""
        for grid in self.grids.values():
            grid.end()
        self._book.set_properties({"author": "Tilik", "created": made.astimezone(UTC).replace(tzinfo=None)})
        self._book.close()
        with ZipFile(self._path) as found:
            names = sorted(found.namelist(), key=lambda name: (name != "[Content_Types].xml", name))
            for name in names:
                with found.open(name) as member:
                    package.put_file(name, member, zip_field(KIND) if name == names[0] else b"", is_zip64=False)

    def discard(self) -> None:
        """Let go of a workbook that was not ended."""
        self._book.fileclosed = True
        for sheet in self._book.worksheets():
            sheet.row_data_fh.close()


@contextmanager
def book(sheets: Sequence[Sheet], language: str) -> Iterator[Book]:
    """Open a workbook whose rows stand in passing files until it is ended."""
    with TemporaryDirectory(prefix="tilik-") as folder:
        made = Book(Path(folder), sheets, language)
        try:
            yield made
        finally:
            made.discard()


class _Looks:
    """The looks of cells: of headings, and of each kind of column, paler where it only tells."""

    def __init__(self, book: Workbook) -> None:
        plain = {"font_name": "Calibri", "font_size": 10, "valign": "top", "text_wrap": True}
        self.heading = book.add_format({**plain, "num_format": "@", "bold": True, "bg_color": "#E8EAED"})
        self._cells = {
            (kind, is_read_only): book.add_format(
                {**plain, "num_format": form} | ({"font_color": "#5F6368"} if is_read_only else {})
            )
            for kind, form in _FORMS.items()
            for is_read_only in (False, True)
        }

    def of(self, column: Column) -> Format:
        return self._cells[column.kind, column.read_only]


class Grid:
    """One sheet that is being written."""

    def __init__(self, book: Workbook, sheet: Sheet, looks: _Looks, language: str) -> None:
        self._sheet = book.add_worksheet(sheet.name(language))
        self._rows, self._last = 0, len(sheet.columns) - 1
        self._columns = [(column.kind, looks.of(column)) for column in sheet.columns]
        self._shown = [(n, c.width) for n, c in enumerate(sheet.columns) if c.width and c.kind is Kind.TEXT]
        self._set_up(sheet)
        headings = [column.heading(language) for column in sheet.columns]
        self._sheet.set_row(0, min(_TALLEST, self._lines(headings) * _LINE))
        for n, heading in enumerate(headings):
            self._sheet.write_string(0, n, heading, looks.heading)

    def _set_up(self, sheet: Sheet) -> None:
        for n, (column, (_, look)) in enumerate(zip(sheet.columns, self._columns, strict=True)):
            self._sheet.set_column(n, n, column.width or 9, look, {"hidden": not column.width})
        self._sheet.freeze_panes(1, 0)
        self._sheet.set_landscape()
        self._sheet.set_paper(_A4)
        self._sheet.fit_to_pages(1, 0)
        self._sheet.set_margins(0.4, 0.4, 0.5, 0.5)
        self._sheet.ignore_errors({"number_stored_as_text": _ALL})
        if sheet.hidden:
            self._sheet.hide()

    def add(self, values: Sequence[Value]) -> None:
        """Write a row; a value that is nothing leaves its cell out."""
        self._rows += 1
        lines = self._lines(values)
        if lines > 1:
            self._sheet.set_row(self._rows, min(_TALLEST, lines * _LINE))
        for n, ((kind, look), value) in enumerate(zip(self._columns, values, strict=True)):
            if value is None or value == "":
                continue
            if isinstance(value, str) or kind is Kind.TEXT:
                self._sheet.write_string(self._rows, n, str(value), look)
            else:
                self._sheet.write_number(self._rows, n, _number(value), look)

    def _lines(self, values: Sequence[Value]) -> int:
        """How many lines the tallest cell has, about: LibreOffice asks for it, Excel finds it by itself."""
        most = 1
        for n, width in self._shown:
            value = values[n]
            if isinstance(value, str) and (len(value) > width or "\n" in value):
                most = max(most, sum(1 + len(line) // width for line in value.split("\n")))
        return most

    def end(self) -> None:
        """Put the filter over all rows."""
        self._sheet.autofilter(0, 0, self._rows, self._last)


def _number(value: int | date | datetime) -> float:
    """A number, a day or a moment as spreadsheets count: days since the end of 1899."""
    if isinstance(value, int):
        return value
    if not isinstance(value, datetime):
        return (value - _DAY_ONE.date()).days
    since = value - _DAY_ONE
    return ((since.days * 86_400 + since.seconds) * 1_000_000 + since.microseconds) / _A_DAY
