"""An export as a file: whole under its name, or not there at all."""

from __future__ import annotations

import errno
import os
import uuid
from collections.abc import Generator, Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any

from reader.errors import ExportError
from reader.exchange.exporters.exporter import Exporter, Writer
from reader.model.dataset import Dataset
from reader.progress import Progress

Steps = Generator[Progress, None, None]


def export(exporter: Exporter, dataset: Dataset, target: Path, options: Any = None) -> Steps:
    """Write the set to `target`, and to the file beside it when the format has one.

    Each file is written under a passing name in the same folder, synced, renamed, and the folder synced. When the
    generator is closed or anything is raised, the passing files are removed and what stood at `target` is untouched.
    Raises `ExportError`, which names the file and the reason.
    """
    chosen = exporter.options() if options is None else options
    real = Path(os.path.realpath(target))
    parts: list[tuple[Path, Writer]] = [(real, exporter.write)]
    if exporter.beside and exporter.beside.wanted(chosen):
        parts.insert(0, (real.with_suffix(exporter.beside.suffix), exporter.beside_write))
    with ExitStack() as cleaning:
        try:
            renames = []
            for path, writer in parts:
                passing = path.with_name(f".tilik-{uuid.uuid4()}.part")
                cleaning.callback(_remove, passing)
                yield from _fill(passing, writer, dataset, chosen)
                renames.append((passing, path))
            for passing, path in renames:
                os.replace(passing, path)
            _sync_folder(real.parent)
        except OSError as error:
            raise ExportError(f"{target} was not written: {_reason(error)}") from error


def _fill(passing: Path, writer: Writer, dataset: Dataset, options: Any) -> Iterator[Progress]:
    with open(passing, "xb") as out:
        yield from writer(dataset, out, options)
        out.flush()
        os.fsync(out.fileno())


def _remove(passing: Path) -> None:
    with suppress(FileNotFoundError):
        passing.unlink()


def _reason(error: OSError) -> str:
    if error.errno == errno.ENOSPC:
        return "there is no room left on the disk; nothing was left behind"
    return f"{error.strerror or error}; nothing was left behind"


def _sync_folder(folder: Path) -> None:
    """Make the new name outlive a power cut (Windows does so by itself, and cannot be asked)."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
