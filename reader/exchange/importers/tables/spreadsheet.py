"""A workbook (XLSX) as rows of values, streamed and within bounds: nothing in it is computed, followed or looked up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from posixpath import normpath
from typing import Any
from xml.parsers import expat

from reader.errors import SetError
from reader.exchange.importers.package_file import PackageFile
from reader.messages import Message
from reader.system_reasons import reason_of

ROWS, COLUMNS = 1_048_576, 512  # what is read of a sheet; Excel has no more rows
_LARGE, _GROWS = 1 << 26, 300  # bytes from which a part may not be so many times what it is packed to
_CELL = 1 << 20  # characters of a cell; Excel holds a thirtieth of that
_STRINGS = 1 << 28  # bytes of the texts that cells have in common
_CHUNK = 1 << 16
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_LITERAL = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
_DATES = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}


@dataclass(frozen=True, slots=True)
class Unread:
    """A cell whose value is not taken: a formula, or what Excel writes where one went wrong."""

    reason: Message


Value = str | int | float | bool | datetime | Unread
Cells = dict[int, Value]


@dataclass(slots=True)
class Book:
    """A workbook that is open: its sheets by name, with the part that each is in."""

    path: Path
    package: PackageFile
    sheets: dict[str, str] = field(default_factory=dict)
    _strings: list[str] = field(default_factory=list)
    _dates: set[int] = field(default_factory=set)
    _day_one: datetime = datetime(1899, 12, 30, tzinfo=UTC)

    def rows(self, name: str) -> Iterator[tuple[int, Cells]]:
        """Yield the rows of a sheet that say something, with their numbers and their cells by column, from 0. Raises
        `SetError` for a part that is damaged or too large."""
        part = self.sheets[name]
        reading = _Rows(self._strings, self._dates, self._day_one)
        for _ in self._parsed(part, reading, None):
            yield from reading.taken()
            if reading.is_full:
                raise SetError("{0}: {1} has more than {2} rows", self.path, name, ROWS)

    @property
    def leads_out(self) -> bool:
        """Whether it has links to other files."""
        return any(name.startswith("xl/externalLinks/") for name in self.package.names)

    def _parsed(self, part: str, reading: Any, most: int | None) -> Iterator[None]:
        """Parse a part, chunk by chunk."""
        info = self.package.names.get(part)
        if info is None:
            raise SetError("{0}: there is no {1} in it", self.path, part)
        if info.file_size > _LARGE and info.file_size > _GROWS * info.compress_size:
            raise SetError("{0}: {1} grows too much as it is unpacked", self.path, part)
        if most is not None and info.file_size > most:
            raise SetError("{0}: {1} is larger than {2} bytes", self.path, part, most)
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler = reading.start, reading.end
        parser.CharacterDataHandler = reading.words
        parser.StartDoctypeDeclHandler = self._refuse_definitions
        try:
            with self.package.opened(part, is_checked=True) as member:
                while some := member.read(_CHUNK):
                    parser.Parse(some, False)
                    yield
                parser.Parse(b"", True)
                yield
        except expat.ExpatError as error:
            raise SetError("{0}: {1} is broken: {2}", self.path, part, reason_of(error)) from error

    def _refuse_definitions(self, *_: object) -> None:
        raise SetError("{0}: it defines names of its own, as no workbook does; it was not read", self.path)

    def read_parts(self) -> None:
        """Read what all sheets need: their names, the texts they share, which styles are dates."""
        frame = _Frame()
        list(self._parsed("xl/workbook.xml", frame, _LARGE))
        targets = _Targets()
        list(self._parsed("xl/_rels/workbook.xml.rels", targets, _LARGE))
        for name, id in frame.sheets:
            if (target := targets.found.get(id)) and (part := _part(target)) in self.package.names:
                self.sheets.setdefault(name, part)
        if frame.since_1904:
            self._day_one = datetime(1904, 1, 1, tzinfo=UTC)
        if "xl/styles.xml" in self.package.names:
            styles = _Styles()
            list(self._parsed("xl/styles.xml", styles, _LARGE))
            self._dates = styles.dates()
        strings = next((p for p in ("xl/sharedStrings.xml", "xl/SharedStrings.xml") if p in self.package.names), "")
        if strings:
            shared = _Strings()
            list(self._parsed(strings, shared, _STRINGS))
            self._strings = shared.found


def opened(path: Path) -> Book:
    """Return a workbook that is open. Raises `SetError`."""
    book = Book(path, PackageFile(path))
    book.read_parts()
    return book


def is_workbook(path: Path, head: bytes) -> bool:
    """Return whether a file is a workbook, perhaps a damaged one."""
    if not head.startswith(b"PK"):
        return False
    try:
        return "xl/workbook.xml" in PackageFile(path).names
    except SetError:
        return path.suffix.lower() in (".xlsx", ".xlsm")


@lru_cache(maxsize=1024)
def moment(serial: float, day_one: datetime = datetime(1899, 12, 30, tzinfo=UTC)) -> datetime | None:
    """Return the moment that a spreadsheet counts in days; None when that is none of our days."""
    if not 0 < serial < 2_958_466:
        return None
    return day_one + timedelta(microseconds=round(Fraction(serial) * 86_400_000_000))


def day(when: datetime) -> str:
    """Return a moment as ISO 8601: a day alone at midnight."""
    if (when.hour, when.minute, when.second, when.microsecond) == (0, 0, 0, 0):
        return date(when.year, when.month, when.day).isoformat()
    return when.replace(tzinfo=None).isoformat(timespec="minutes")


def _part(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else normpath(f"xl/{target}")


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


class _Part:
    """What the parser tells of a part."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def words(self, text: str) -> None:
        """Words stand in it."""


class _Frame(_Part):
    """The names of the sheets with the ids of their parts, in order."""

    def __init__(self) -> None:
        self.sheets: list[tuple[str, str]] = []
        self.since_1904 = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if _local(name) == "sheet":
            id = next((value for key, value in attributes.items() if _local(key) == "id"), "")
            self.sheets.append((attributes.get("name", ""), id))
        elif _local(name) == "workbookPr":
            self.since_1904 = attributes.get("date1904", "") in ("1", "true")


class _Targets(_Part):
    """Where parts are, by their ids; those outside of the file are none."""

    def __init__(self) -> None:
        self.found: dict[str, str] = {}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if _local(name) == "Relationship" and attributes.get("TargetMode") != "External":
            self.found[attributes.get("Id", "")] = attributes.get("Target", "")


class _Styles(_Part):
    """Which looks of cells show a date."""

    def __init__(self) -> None:
        self._formats: dict[int, str] = {}
        self._looks: list[int] = []
        self._is_in_cells = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = _local(name)
        if local == "numFmt":
            self._formats[int(attributes.get("numFmtId") or 0)] = attributes.get("formatCode", "")
        elif local == "cellXfs":
            self._is_in_cells = True
        elif local == "xf" and self._is_in_cells:
            self._looks.append(int(attributes.get("numFmtId") or 0))

    def end(self, name: str) -> None:
        if _local(name) == "cellXfs":
            self._is_in_cells = False

    def dates(self) -> set[int]:
        """Return the numbers of the looks that show dates."""
        shown = {id for id, code in self._formats.items() if re.search("[dmyhs]", _LITERAL.sub("", code.lower()))}
        return {n for n, id in enumerate(self._looks) if id in shown or (id in _DATES and id not in self._formats)}


class _Strings(_Part):
    """The texts that cells have in common; how they are pronounced is left out."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._text: list[str] = []
        self._takes = self._skips = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = _local(name)
        if local == "si":
            self._text = []
        elif local == "rPh":
            self._skips = True
        self._takes = local == "t" and not self._skips

    def end(self, name: str) -> None:
        local = _local(name)
        self._takes = False
        if local == "si":
            self.found.append(_unescaped("".join(self._text)))
        elif local == "rPh":
            self._skips = False

    def words(self, text: str) -> None:
        if self._takes:
            self._text.append(text)


class _Rows(_Part):
    """The rows of a sheet as they come."""

    def __init__(self, strings: list[str], dates: set[int], day_one: datetime) -> None:
        self._strings, self._dates, self._day_one = strings, dates, day_one
        self._found: list[tuple[int, Cells]] = []
        self._row: Cells = {}
        self._number = self._column = self._length = 0
        self._type = self._style = ""
        self._text: list[str] = []
        self._takes = self._skips = self._is_computed = self._is_inside = False
        self.is_full = False

    def taken(self) -> list[tuple[int, Cells]]:
        """Return the rows that came since the last time."""
        found, self._found = self._found, []
        return found

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        if local == "c":
            place = attributes.get("r")
            self._column = _number_of(place.rstrip("0123456789")) if place else self._column + 1
            self._type, self._style = attributes.get("t", "n"), attributes.get("s", "")
            self._text, self._length, self._is_computed = [], 0, False
        elif local in ("v", "t"):
            self._takes = self._is_inside and not self._skips
        elif local == "f":
            self._is_computed = True
        elif local == "row":
            given = attributes.get("r", "")
            self._number = int(given) if given.isdecimal() and len(given) < 10 else self._number + 1
            self._row, self._column = {}, -1
        elif local == "rPh":
            self._skips = True
        elif local == "sheetData":
            self._is_inside = True

    def end(self, name: str) -> None:
        local = name.rpartition(":")[2]
        self._takes = False
        if local == "c":
            if self._text or self._is_computed:
                self._put()
        elif local == "row":
            self.is_full = self.is_full or self._number > ROWS
            if self._row and not self.is_full:
                self._found.append((self._number, self._row))
            self._row = {}
        elif local == "rPh":
            self._skips = False
        elif local == "sheetData":
            self._is_inside = False

    def words(self, text: str) -> None:
        if self._takes and self._length <= _CELL:
            self._text.append(text)
            self._length += len(text)

    def _put(self) -> None:
        if 0 <= self._column < COLUMNS:
            value = self._value("".join(self._text))
            if value != "":
                self._row[self._column] = value

    def _value(self, text: str) -> Value:
        kind = self._type
        if self._is_computed:
            return Unread(Message("it holds a formula, whose value is not taken"))
        if self._length > _CELL:
            return Unread(Message("it holds more than {0} characters", _CELL))
        if kind == "s":
            at = int(text) if text.isdecimal() and len(text) < 10 else -1
            return self._strings[at] if 0 <= at < len(self._strings) else Unread(Message("its text is not in the file"))
        if kind in ("inlineStr", "str"):
            return _unescaped(text)
        if kind == "e":
            return Unread(Message("it holds the error {0}", f"{text:.20}"))
        if kind == "b":
            return text == "1"
        return self._plain(text)

    def _plain(self, text: str) -> Value:
        """A number, or a date where it is shown as one."""
        try:
            if self._type == "d":
                found = datetime.fromisoformat(text)
                return found if found.tzinfo else found.replace(tzinfo=UTC)
            number = float(text)
        except ValueError:
            return Unread(Message("it holds {0}, which is no number", f"{text!r:.40}"))
        if self._style.isdecimal() and int(self._style) in self._dates and (at := moment(number, self._day_one)):
            return at
        return int(number) if number.is_integer() else number


@lru_cache(maxsize=1024)
def _number_of(name: str) -> int:
    """The number of a column by its letters, from 0; one that no sheet has is none that is read."""
    if not name.isascii() or not name.isalpha() or len(name) > 3:
        return COLUMNS
    found = 0
    for letter in name.upper():
        found = found * 26 + ord(letter) - 64
    return found - 1
