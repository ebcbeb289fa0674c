"""What an export holds, as text that can be searched: packages are opened, whatever lies in them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path


def words_in(path: Path) -> str:
    """All that a file holds."""
    return words_of(path.read_bytes())


def words_of(data: bytes) -> str:
    """All that its bytes hold."""
    return "\n".join(_parts(data))


def _parts(data: bytes) -> Iterator[str]:
    if data.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(data)) as members:
            for name in members.namelist():
                yield name
                yield from _parts(members.read(name))
    elif data.startswith(b"PAR1"):
        from pyarrow import parquet

        yield str(parquet.read_table(io.BytesIO(data)).to_pylist())
    elif data.startswith(b"%PDF"):
        from pypdf import PdfReader

        yield from (page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    else:
        yield data.decode("utf-8", "replace")
