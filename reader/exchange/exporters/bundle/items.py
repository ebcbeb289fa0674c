"""The items of a bundle: each is put into the zip once, and its SHA-256 into the manifest."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from importlib.resources import files

from reader.exchange.exporters.csv_rows import MARK, Cell, encoded_rows
from reader.exchange.exporters.package import Package
from reader.model.pages import Original

MANIFEST = "manifest-sha256.txt"
SEAL = MANIFEST + ".sha256"
_SUFFIXES = {
    "text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt", "application/pdf": ".pdf",
    "text/markdown": ".md", "application/json": ".json", "text/csv": ".csv", "image/png": ".png",
    "image/jpeg": ".jpg", "image/webp": ".webp", "application/epub+zip": ".epub", "multipart/related": ".mhtml",
    "application/warc": ".warc", "text/vtt": ".vtt", "application/x-subrip": ".srt",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
}  # fmt: skip
_NAME_SUFFIX = re.compile(r"\.[a-z0-9]{1,6}$")
_LONGEST = 40  # characters of a title in the name of a folder


def template(name: str) -> str:
    """Return a file that comes with this program, as text."""
    return files("reader.exchange.exporters").joinpath("templates", name).read_text("utf-8")


def short_name(title: str) -> str:
    """Return a title as a part of a file's name that every system takes: Latin letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return words if len(words) <= _LONGEST else words[: _LONGEST + 1].rpartition("-")[0] or words[:_LONGEST]


def suffix_of(original: Original) -> str:
    """Return by which ending a file is known: that of its kind, else that of its own name."""
    found = _NAME_SUFFIX.search(original.name.lower())
    return _SUFFIXES.get(original.media_type.split(";")[0].strip().lower(), found[0] if found else ".bin")


class Items:
    """Puts items into a zip; lists grow beside it until `end_lists`."""

    def __init__(self, made: Package) -> None:
        self._made = made
        self._digests: dict[str, str] = {}
        self._separators: dict[str, str] = {}

    def put(self, name: str, data: bytes) -> str:
        """Put an item in; return its SHA-256."""
        if name in self._digests:
            raise ValueError(f"two items are called {name}")
        self._made.put(name, data)
        self._digests[name] = hashlib.sha256(data).hexdigest()
        return self._digests[name]

    def begin_list(self, name: str, headings: Sequence[str], separator: str) -> None:
        """Begin a table with its headings; it is written even when it has no rows."""
        self._made.begin_list(name)
        self._separators[name] = separator
        self._add(name, MARK + encoded_rows([headings], separator))

    def add_rows(self, name: str, rows: Sequence[Sequence[Cell]]) -> None:
        """Add rows to a table."""
        if rows:
            self._add(name, encoded_rows(rows, self._separators[name]))

    def _add(self, name: str, data: bytes) -> None:
        self._made.add_line(name, data.removesuffix(b"\n"))

    def end_lists(self) -> None:
        """Put the tables in."""
        self._made.put_lists()
        self._digests |= self._made.digests

    def seal(self) -> None:
        """Put in the manifest of all items, and the seal of that."""
        lines = [f"{digest}  {name}\n" for name, digest in sorted(self._digests.items())]
        data = "".join(lines).encode()
        self._made.put(MANIFEST, data)
        self._made.put(SEAL, f"{hashlib.sha256(data).hexdigest()}  {MANIFEST}\n".encode())
