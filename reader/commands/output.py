"""Results on stdout and nothing else; warnings on stderr; progress on stderr when a person watches."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping


class Output:
    """`json`: one object a line; otherwise the plain words given beside it."""

    def __init__(self, *, json: bool) -> None:
        self.json = json

    def result(self, record: Mapping[str, object], plain: str) -> None:
        """One result, written through at once: who reads it may rely on it."""
        line = json.dumps(record, ensure_ascii=False) if self.json else plain
        # A lone surrogate cannot be printed; it must not end the program in the middle of its results.
        encoding = sys.stdout.encoding or "utf-8"
        print(line.encode(encoding, "replace").decode(encoding), flush=True)

    def warn(self, text: str) -> None:
        print(f"tilik: {text}", file=sys.stderr, flush=True)

    def progress(self, text: str) -> None:
        if sys.stderr.isatty():
            print(text, file=sys.stderr, flush=True)
