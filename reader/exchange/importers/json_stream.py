"""A large JSON file read value by value: what is held is the value that is asked for, whatever the file's size.

Values are read by the interpreter's own scanner; only the outer levels are walked here. Our own code and not ijson:
that reads 98 MB in about three times the time, and knows no line of an error.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from io import BufferedReader
from pathlib import Path
from typing import Any, NoReturn

from reader.errors import SetError
from reader.foreign_json import DECODER, JsonError, failed, whole_characters
from reader.messages import Message
from reader.system_reasons import complaint

CHUNK = 1 << 18  # bytes
LARGEST = 1 << 28  # characters of one value
_SPACE = re.compile(r"[ \t\r\n]*")
_SURE = 64  # characters before the end of what is read within which a complaint may be due to the end alone


class JsonStream:
    """A cursor in a file of JSON text, which the caller walks: `peek`, `members`, `items`, `value`."""

    def __init__(self, path: Path, file: BufferedReader) -> None:
        self._path, self._file = path, file
        self._skipped = len(codecs.BOM_UTF8) if file.peek(3)[:3] == codecs.BOM_UTF8 else 0  # which is not decoded
        self._decode = codecs.getincrementaldecoder("utf-8-sig")()
        self._text, self._at, self._ended = "", 0, False
        self._counted, self._line = 0, 1  # lines before `_counted`
        self._decoded = 0  # lines that were decoded
        self._measured, self._position = 0, 0  # bytes before `_measured`
        self._before = 0  # characters of the line that were let go of

    @property
    def line(self) -> int:
        """The line of the cursor."""
        self._line += self._text.count("\n", self._counted, self._at)
        self._counted = self._at
        return self._line

    @property
    def position(self) -> int:
        """The byte of the cursor, in the file."""
        if self._at > self._measured:
            passed = self._text[self._measured : self._at]
            self._position += len(passed) if passed.isascii() else len(passed.encode())
            self._measured = self._at
        return self._position + self._skipped

    def peek(self) -> str:
        """Return the next character that is no blank, "" at the end of the file."""
        while True:
            found = _SPACE.match(self._text, self._at)
            self._at = found.end() if found is not None else self._at
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more():
                return ""

    def members(self) -> Iterator[str]:
        """Yield the names of an object; before the next is asked for the caller has read the value."""
        self._take("{")
        if self.peek() == "}":
            self._take("}")
            return
        while True:
            if self.peek() != '"':
                self._wrong("Expecting property name enclosed in double quotes")
            name = str(self.value())
            self._take(":")
            yield name
            if self._comma("}"):
                return

    def items(self) -> Iterator[int]:
        """Yield the line of each item of a list; before the next is asked for the caller has read it."""
        self._take("[")
        if self.peek() == "]":
            self._take("]")
            return
        while True:
            self.peek()
            yield self.line
            if self._comma("]"):
                return

    def end(self) -> None:
        """Raise `SetError` when more follows."""
        if self.peek():
            self._wrong("Extra data")

    def value(self) -> Any:
        """Return the value at the cursor. Raises `SetError` with its place when there is none."""
        self.peek()
        size = CHUNK
        while True:
            try:
                found, end = DECODER.raw_decode(self._text, self._at)
            except (ValueError, RecursionError) as error:
                text, start = self._text, self._at
                if self._is_cut(error) and self._more(size):
                    size *= 2
                    continue
                let_go = start - self._at  # what was read on let go of what is before the value
                self._refuse(failed(error, text), max(-1, getattr(error, "pos", -1) - let_go))
            if end < len(self._text) or self._ended or not self._more(size):
                start, self._at = self._at, end
                return whole_characters(found, self._text, start, end)

    def _is_cut(self, error: Exception) -> bool:
        if not isinstance(error, json.JSONDecodeError):
            return False
        return error.msg.startswith("Unterminated string") or error.pos >= len(self._text) - _SURE

    def _take(self, character: str) -> None:
        if self.peek() != character:
            self._wrong(f"Expecting '{character}' delimiter")
        self._at += 1

    def _comma(self, closing: str) -> bool:
        found = self.peek()
        if found == closing:
            self._at += 1
            return True
        if found != ",":
            self._wrong("Expecting ',' delimiter")
        self._at += 1
        return False

    def _more(self, size: int = 0) -> bool:
        """Read on; what is behind the cursor is let go of."""
        if self._ended:
            return False
        if len(self._text) - self._at > LARGEST:
            raise SetError("{0}: line {1}: a value is longer than {2} characters", self._path, self.line, LARGEST)
        raw = self._file.read(size or CHUNK)
        self._ended = not raw
        try:
            more = self._decode.decode(raw, final=self._ended)
        except UnicodeDecodeError as error:
            line = self._decoded + raw.count(b"\n", 0, error.start) + 1
            reason = Message("not UTF-8 text ({0} at byte {1})", complaint(error.reason), error.start)
            raise SetError("{0}: line {1}: {2}", self._path, line, reason) from error
        self._decoded += more.count("\n")
        _ = self.line, self.position
        last = self._text.rfind("\n", 0, self._at)
        self._before = self._before + self._at if last < 0 else self._at - last - 1
        self._text = self._text[self._at :] + more
        self._at = self._counted = self._measured = 0
        return bool(more) or not self._ended

    def _wrong(self, complaint_: str) -> NoReturn:
        reason = Message("not JSON: {0}", complaint(complaint_))
        self._refuse(JsonError(reason), self._at)

    def _place(self, at: int) -> tuple[int, int]:
        line = self.line + self._text.count("\n", self._at, at)
        last = self._text.rfind("\n", 0, at)
        return line, at - last + (self._before if last < 0 else 0)

    def _refuse(self, error: JsonError, at: int) -> NoReturn:
        line, column = self._place(at) if at >= 0 else (self.line, 0)
        if not column:
            raise SetError("{0}: line {1}: {2}", self._path, line, error.reason)
        raise SetError("{0}: line {1}, column {2}: {3}", self._path, line, column, error.reason)
