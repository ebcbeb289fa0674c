"""Where a command writes its result: to an open stream, or to a file that is there whole or not at all."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import BinaryIO, cast

from reader.commands.output import Shown
from reader.errors import ExportError
from reader.system import PassingFile, sync_folder
from reader.system_reasons import reason_of
from reader.targets import descriptor, objection


def is_file(output: Path | None) -> bool:
    """Return whether `-o` names a file, and not standard output or another open stream."""
    return output is not None and descriptor(output) is None


def open_stream(output: Path | None) -> BinaryIO | None:
    """Return the stream that `-o` names, or standard output without it; None for the name of a file."""
    number = 1 if output is None else descriptor(output)
    if number is None:
        return None
    sys.stdout.flush()
    try:
        stream = os.fdopen(os.dup(number), "wb")
        return cast("BinaryIO", Shown(stream)) if os.isatty(number) else stream
    except OSError as error:
        raise ExportError("{0} was not written: {1}", output or "-", reason_of(error)) from error


def put(path: Path, data: bytes, *, overwrite: bool) -> None:
    """Write `data` to the file. Raises `ExportError`; what stood there is untouched then."""
    if reason := objection(path, overwrite=overwrite, is_ours=lambda _: path.read_bytes() == data):
        raise ExportError("{0} was not written: {1}", path, reason)
    try:
        passing = PassingFile(Path(os.path.realpath(path)))
        try:
            passing.file.write(data)
            passing.finish()
            passing.settle()
        finally:
            passing.discard()
        sync_folder(Path(os.path.realpath(path)).parent)
    except OSError as error:
        raise ExportError("{0} was not written: {1}", path, reason_of(error)) from error
