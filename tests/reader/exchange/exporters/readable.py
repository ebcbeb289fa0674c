"""What is in a file of any of our formats, as text."""

from __future__ import annotations

import io
from pathlib import Path
from zipfile import ZipFile


def readable(data: bytes) -> str:
    """Return the words of a file: of a PDF those of its pages, of a zip those of its members."""
    if data.startswith(b"%PDF"):
        from pypdf import PdfReader

        return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    if data.startswith(b"PK"):
        with ZipFile(io.BytesIO(data)) as found:
            return "\n".join(found.read(name).decode("utf-8", "replace") for name in found.namelist())
    return data.decode("utf-8")


def readable_file(path: Path) -> str:
    """Return the words of a file."""
    return readable(path.read_bytes())
