"""Rows to the bytes of a workbook (ECMA-376), streamed: each sheet grows in a passing file, and no clock is asked.

Every text is a cell of the type of a text, so that none is ever a formula. Written by hand and not by openpyxl: that is
ten times as slow, and stamps the file with the moment.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from xml.sax.saxutils import quoteattr

from reader.exchange.exporters.package import Package
from reader.exchange.exporters.paper.opening import zip_field
from reader.exchange.exporters.tables.sheets import Column, Kind, Sheet

KIND = "workbook"  # by which an earlier file of ours is known
Value = str | int | date | datetime | None

_DAY_ONE = date(1899, 12, 30)
_DAY_ONE_UTC = datetime(1899, 12, 30, tzinfo=UTC)
_LINE, _TALLEST = 13.5, 405.0  # points of a line, and of the tallest row that Excel has
_A_DAY = 86_400_000_000  # microseconds
EARLIEST = date(1900, 3, 1)  # Excel counts a day too many before
# What XML cannot hold, and what would read as such an escape: as Excel itself writes them.
_ODD = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TEXT, _HEADING, _DAY, _TIME, _NUMBER, _TOLD, _TOLD_DAY, _TOLD_TIME, _TOLD_NUMBER = range(1, 10)
_STYLES = {
    Kind.TEXT: (_TEXT, _TOLD), Kind.DAY: (_DAY, _TOLD_DAY), Kind.TIME: (_TIME, _TOLD_TIME),
    Kind.NUMBER: (_NUMBER, _TOLD_NUMBER),
}  # fmt: skip


def letters(column: int) -> str:
    """Return what a spreadsheet calls a column, which counts from 0."""
    found, column = "", column + 1
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(65 + rest) + found
    return found


def escaped(text: str) -> str:
    """Return `text` for XML, with what that cannot hold as Excel escapes it."""
    if "_x" in text or not text.isprintable():
        text = _ODD.sub(lambda found: f"_x{ord(found[0]):04X}_", text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


class Grid:
    """One sheet that is being written."""

    def __init__(self, package: Package, number: int, sheet: Sheet, language: str) -> None:
        self._package, self._name = package, f"xl/worksheets/sheet{number}.xml"
        self._rows, self._last = 0, letters(len(sheet.columns) - 1)
        self._shown = [(n, c.width) for n, c in enumerate(sheet.columns) if c.width and c.kind is Kind.TEXT]
        self._columns = [
            (f'<c r="{letters(n)}', f'" s="{_style(column)}', _WRITERS[column.kind])
            for n, column in enumerate(sheet.columns)
        ]
        package.begin_list(self._name)
        self._line(_opening(sheet, is_first=number == 1))
        headings = [column.heading(language) for column in sheet.columns]
        self._line(
            f'<row r="1" ht="{min(_TALLEST, self._lines(headings) * _LINE)}">'
            + "".join(
                f'<c r="{letters(n)}1" s="{_HEADING}" t="inlineStr"><is><t>{escaped(heading)}</t></is></c>'
                for n, heading in enumerate(headings)
            )
            + "</row>"
        )
        self._rows = 1

    def add(self, values: Sequence[Value]) -> None:
        """Write a row; a value that is nothing leaves its cell out."""
        self._rows += 1
        row = str(self._rows)
        cells = [
            write(begin + row + style, value)
            for (begin, style, write), value in zip(self._columns, values, strict=True)
            if value is not None and value != ""
        ]
        lines = self._lines(values)
        height = f' ht="{min(_TALLEST, lines * _LINE)}"' if lines > 1 else ""
        self._line(f'<row r="{row}"{height}>{"".join(cells)}</row>')

    def _lines(self, values: Sequence[Value]) -> int:
        """How many lines the tallest cell has, about: LibreOffice asks for it, Excel finds it by itself."""
        most = 1
        for n, width in self._shown:
            value = values[n]
            if isinstance(value, str) and (len(value) > width or "\n" in value):
                most = max(most, sum(1 + len(line) // width for line in value.split("\n")))
        return most

    def end(self) -> None:
        """Write what stands behind the rows."""
        self._line(
            f'</sheetData><autoFilter ref="A1:{self._last}{self._rows}"/>'
            '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>'
            '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>'
        )

    def _line(self, xml: str) -> None:
        self._package.add_line(self._name, xml.encode("utf-8"))


def _text(begin: str, value: Value) -> str:
    return f'{begin}" t="inlineStr"><is><t xml:space="preserve">{escaped(str(value))}</t></is></c>'


def _number(begin: str, value: Value) -> str:
    return f'{begin}"><v>{value}</v></c>'


def _day(begin: str, value: Value) -> str:
    if isinstance(value, str):
        return _text(begin, value)
    assert isinstance(value, date)
    return f'{begin}"><v>{(value - _DAY_ONE).days}</v></c>'


def _time(begin: str, value: Value) -> str:
    if not isinstance(value, datetime):
        return _text(begin, value)
    since = value - _DAY_ONE_UTC
    serial = ((since.days * 86_400 + since.seconds) * 1_000_000 + since.microseconds) / _A_DAY
    return f'{begin}"><v>{serial!r}</v></c>'


_WRITERS: dict[Kind, Callable[[str, Value], str]] = {
    Kind.TEXT: _text, Kind.DAY: _day, Kind.TIME: _time, Kind.NUMBER: _number,
}  # fmt: skip


def _style(column: Column) -> int:
    return _STYLES[column.kind][column.told]


def _opening(sheet: Sheet, *, is_first: bool) -> str:
    columns = "".join(
        f'<col min="{n}" max="{n}" width="{column.width or 9}" style="{_style(column)}" customWidth="1"'
        + (' hidden="1"/>' if not column.width else "/>")
        for n, column in enumerate(sheet.columns, 1)
    )
    chosen = ' tabSelected="1"' if is_first else ""
    return (
        f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
        f'<sheetViews><sheetView{chosen} workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" '
        'state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>'
        f"<cols>{columns}</cols><sheetData>"
    )


# -- the other parts of the file ---------------------------------------------------------------------------------------


def put_frame(package: Package, sheets: Sequence[Sheet], language: str, made: datetime) -> None:
    """Write what holds the sheets together. `made` is when the newest of what is in them was made."""
    numbers = range(1, len(sheets) + 1)
    parts = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
        for n in numbers
    )
    office = "application/vnd.openxmlformats-officedocument"
    package.put(
        "[Content_Types].xml",
        f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{office}.spreadsheetml.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{office}.spreadsheetml.styles+xml"/>'
        '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties'
        f'+xml"/>{parts}</Types>'.encode(),
        zip_field(KIND),
    )
    core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    package.put(
        "_rels/.rels", _relations((f"{_OFFICE}/officeDocument", "xl/workbook.xml"), (core, "docProps/core.xml"))
    )
    package.put("docProps/core.xml", _core(made, language))
    package.put("xl/workbook.xml", _workbook(sheets, language))
    targets = [(f"{_OFFICE}/worksheet", f"worksheets/sheet{n}.xml") for n in numbers]
    package.put("xl/_rels/workbook.xml.rels", _relations(*targets, (f"{_OFFICE}/styles", "styles.xml")))
    package.put("xl/styles.xml", _styles())


def _relations(*targets: tuple[str, str]) -> bytes:
    found = "".join(
        f'<Relationship Id="rId{n}" Type="{kind}" Target="{target}"/>' for n, (kind, target) in enumerate(targets, 1)
    )
    names = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{_HEAD}<Relationships xmlns="{names}">{found}</Relationships>'.encode()


def _core(made: datetime, language: str) -> bytes:
    when = made.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:creator>Tilik</dc:creator>'
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{when}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{when}</dcterms:modified>'
        f"<dc:language>{language}</dc:language></cp:coreProperties>"
    ).encode()


def _workbook(sheets: Sequence[Sheet], language: str) -> bytes:
    listed = "".join(
        f'<sheet name={quoteattr(sheet.name(language))} sheetId="{n}" r:id="rId{n}"'
        + (' state="hidden"/>' if sheet.hidden else "/>")
        for n, sheet in enumerate(sheets, 1)
    )
    return (
        f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><bookViews><workbookView/></bookViews>'
        f"<sheets>{listed}</sheets></workbook>"
    ).encode()


def _styles() -> bytes:
    """The looks of cells, in the order of the numbers above."""
    fonts = (
        '<font><sz val="10"/><name val="Calibri"/></font>',
        '<font><b/><sz val="10"/><name val="Calibri"/></font>',
        '<font><sz val="10"/><color rgb="FF5F6368"/><name val="Calibri"/></font>',
    )
    fills = (
        '<fill><patternFill patternType="none"/></fill>',
        '<fill><patternFill patternType="gray125"/></fill>',
        '<fill><patternFill patternType="solid"><fgColor rgb="FFE8EAED"/></patternFill></fill>',
    )
    top = '<alignment vertical="top" wrapText="1"/>'
    plain = [f'<xf numFmtId="{n}" fontId="{font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" '
             f'applyFont="1" applyAlignment="1">{top}</xf>' for font in (0, 2) for n in (49, 164, 165, 1)]  # fmt: skip
    heading = (
        f'<xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1" '
        f'applyAlignment="1">{top}</xf>'
    )
    looks = ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>', plain[0], heading, *plain[1:]]
    return (
        f'{_HEAD}<styleSheet xmlns="{_MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>'
        '<numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts>'
        f'<fonts count="{len(fonts)}">{"".join(fonts)}</fonts><fills count="{len(fills)}">{"".join(fills)}</fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        f'<cellXfs count="{len(looks)}">{"".join(looks)}</cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    ).encode()
