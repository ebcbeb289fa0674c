"""A JSON file, packed with gzip or not."""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path
from typing import Any

from reader.errors import SetError, SourceError
from reader.foreign_json import JsonError, parsed
from reader.inputs import why_no_file
from reader.system_reasons import reason_of

LIMIT = 1024 * 1024 * 1024  # bytes when unpacked: more is a mistake or an attack
_PACKED = b"\x1f\x8b"


def packed_json(path: Path) -> Any:
    """Return what the file holds. SourceError when there is no such file, SetError with the place when it is broken."""
    if not path.is_file():
        raise SourceError("{0} is not a file" if path.exists() else "{0}: there is no such file", path)
    try:
        return parsed(_bytes(path).decode("utf-8-sig"))
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise SetError("{0} is cut or damaged: {1}", path, reason_of(error)) from error
    except UnicodeDecodeError as error:
        raise SetError("{0} is not UTF-8: byte {1} cannot be read", path, error.start) from error
    except JsonError as error:
        raise SetError("{0} is not JSON: {1}", path, reason_of(error)) from error


def _bytes(path: Path) -> bytes:
    if why := why_no_file(path):
        raise SetError("{0}", why)
    with path.open("rb") as raw:
        packed = raw.read(2) == _PACKED
        raw.seek(0)
        if not packed:
            data = raw.read(LIMIT + 1)
        else:
            with gzip.GzipFile(fileobj=raw) as unpacked:
                data = unpacked.read(LIMIT + 1)
    if len(data) > LIMIT:
        raise SetError("{0} holds more than {1} MB", path, LIMIT // 2**20)
    return data
