"""Results on stdout and nothing else; errors on stderr; warnings and progress there too when a person watches."""

from __future__ import annotations

import io
import json
import re
import sys
from collections.abc import Iterable, Mapping
from typing import Any, BinaryIO

from reader.credentials import without_credentials
from reader.notices import cuts

_SURROGATE = re.compile("[\ud800-\udfff]")
# What a terminal would obey: a file name or a title that begins with ESC could move the cursor, colour or retype lines.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_CONTROLS_IN_BYTES = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\xc2[\x80-\x9f]")  # of UTF-8
_CONTROLS_OF_JSON = re.compile("[\x7f-\x9f]")  # the others it writes as escapes itself


def on_one_line(name: str) -> str:
    """Return a name as it may stand in a row: a line break in it would begin a row of its own making."""
    return name.replace("\n", "\\x0a").replace("\t", "\\x09")


def _shown(data: bytes) -> bytes:
    return _CONTROLS_IN_BYTES.sub(lambda found: b"\\x%02x" % found[0][-1], data)


class Shown(io.BufferedIOBase):
    """A terminal that a whole file is written to: it is shown what it would obey."""

    def __init__(self, terminal: BinaryIO) -> None:
        self._terminal = terminal

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self._terminal.write(_shown(bytes(data)))
        return len(data)

    def close(self) -> None:
        if not self.closed:
            self._terminal.close()
        super().close()


class Output:
    """`json`: one object a line; otherwise the plain words given beside it."""

    def __init__(self, *, json: bool) -> None:
        self.json = json

    def result(self, record: Mapping[str, object], plain: str) -> None:
        """One result, written through at once: who reads it may rely on it."""
        print(_json(record) if self.json else _printable(plain), flush=True)

    def document(self, text: str) -> None:
        """A whole file that names its own encoding, UTF-8, also on a terminal that has another."""
        sys.stdout.flush()
        data = text.encode("utf-8", "replace") + b"\n"
        sys.stdout.buffer.write(_shown(data) if sys.stdout.isatty() else data)
        sys.stdout.buffer.flush()

    def error(self, text: str) -> None:
        """What went wrong, always."""
        print(_printable(without_credentials(f"tilik: {text}")), file=sys.stderr, flush=True)

    def incomplete(self, source: str, notices: Iterable[str]) -> None:
        """What is missing from a text, said to a script too; a JSON record carries all notices itself."""
        for notice in () if self.json else notices:
            if cuts([notice]):
                self.error(f"{source}: {notice}")
            else:
                self.warn(f"{source}: {notice}")

    def aside(self, record: Mapping[str, object]) -> None:
        """Say a record beside the results, which standard output holds alone."""
        print(_json(record), file=sys.stderr, flush=True)

    def warn(self, text: str) -> None:
        """What a person should know though it went well; a script finds it in the JSON."""
        if sys.stderr.isatty():
            self.error(text)

    def progress(self, text: str) -> None:
        """What is being worked on."""
        if sys.stderr.isatty():
            print(_printable(text), file=sys.stderr, flush=True)


def _json(record: Mapping[str, object]) -> str:
    """Readable where stdout can say it, else with escapes: JSON loses nothing on any terminal."""
    line = _CONTROLS_OF_JSON.sub(lambda m: f"\\u{ord(m[0]):04x}", json.dumps(record, ensure_ascii=False))
    try:
        line.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        return json.dumps(record)
    return line


def _printable(line: str) -> str:
    """A lone surrogate cannot be printed; it must not end the program in the middle of its results. Controls are shown
    and not obeyed."""
    encoding = sys.stdout.encoding or "utf-8"
    line = _CONTROLS.sub(lambda m: f"\\x{ord(m[0]):02x}", line)
    return _SURROGATE.sub("\ufffd", line).encode(encoding, "replace").decode(encoding)
