"""Results on stdout and nothing else; errors on stderr; warnings and progress there too when a person watches."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Mapping

from reader.notices import cuts
from reader.text.credentials import without_credentials

_SURROGATE = re.compile("[\ud800-\udfff]")


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
        sys.stdout.buffer.write(text.encode("utf-8", "replace") + b"\n")
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
    line = json.dumps(record, ensure_ascii=False)
    try:
        line.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        return json.dumps(record)
    return line


def _printable(line: str) -> str:
    """A lone surrogate cannot be printed; it must not end the program in the middle of its results."""
    encoding = sys.stdout.encoding or "utf-8"
    return _SURROGATE.sub("\ufffd", line).encode(encoding, "replace").decode(encoding)
