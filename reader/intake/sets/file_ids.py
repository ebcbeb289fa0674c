"""The marks of a foreign set by the ids that they have there, for links that lead to another document of the file.

Kept in a file of SQLite's own that goes when it is closed: a set may have millions.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping


class FileIds:
    """Which mark of ours an id of the set means."""

    def __init__(self) -> None:
        self._rows = sqlite3.connect("")
        self._rows.execute("CREATE TABLE mark(old TEXT PRIMARY KEY, new TEXT NOT NULL) WITHOUT ROWID")

    def note(self, ids: Mapping[str, str]) -> None:
        """Keep the marks of one document; of equal ids the first counts."""
        self._rows.executemany("INSERT OR IGNORE INTO mark VALUES (?, ?)", ids.items())

    def find(self, old: str) -> str:
        """Return the id here; empty when the set has no such mark."""
        found = self._rows.execute("SELECT new FROM mark WHERE old = ?", (old,)).fetchone()
        return str(found[0]) if found else ""

    def close(self) -> None:
        self._rows.close()
