"""An export as a file: whole under its name, or not there at all."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Generator, Iterator, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

from reader.errors import ExportError
from reader.exchange.exporters.counted import Counted
from reader.exchange.exporters.exporter import NOTHING, Exporter
from reader.exchange.exporters.withheld import Release
from reader.messages import Message, Words
from reader.model.dataset import Dataset
from reader.progress import Progress
from reader.system import PassingFile, sync_folder
from reader.system_reasons import reason_of
from reader.targets import objection

Steps = Generator[Progress, None, None]


def export(
    exporter: Exporter,
    dataset: Dataset,
    target: Path,
    options: Any = None,
    *,
    overwrite: bool = True,
    counted: Counted | None = None,
    release: Release = NOTHING,
) -> Steps:
    """Write the set to `target`, and to the file beside it when the format has one.

    Each file is written under a passing name in the same folder, synced, renamed, and the folder synced. When the
    generator is closed or anything is raised, the passing files are removed and what stood at `target` is untouched.
    What stands there is replaced; without `overwrite`, only an earlier export in this format, see `reader.targets`.
    `counted` has what was written and lost when all is done; `release` lets out what else stays with the desk. Raises
    `ExportError`, which names the file and the reason.
    """
    chosen = exporter.options() if options is None else options
    real = Path(os.path.realpath(target))
    parts: list[tuple[Path, bytes]] = [(real, exporter.opens)]
    if exporter.beside and exporter.beside.wanted(chosen):
        parts.append((real.with_suffix(exporter.beside.suffix), exporter.beside.opens))
    for path, opens in reversed(parts):
        if reason := objection(path, overwrite=overwrite, is_ours=partial(_opens_with, opens)):
            raise ExportError("{0} was not written: {1}", target if path == real else path, reason)
    with ExitStack() as cleaning:
        try:
            written: list[PassingFile] = []
            for path, _ in parts:
                written.append(PassingFile(path))
                cleaning.callback(written[-1].discard)
            yield from _written(exporter, dataset, [passing.file for passing in written], chosen, counted, release)
            for passing in written:
                passing.finish()
            for passing in reversed(written):
                passing.settle()
            sync_folder(real.parent)
        except OSError as error:
            raise ExportError("{0} was not written: {1}", target, _reason(error)) from error


def _written(
    exporter: Exporter,
    dataset: Dataset,
    files: Sequence[BinaryIO],
    options: Any,
    counted: Counted | None,
    release: Release,
) -> Iterator[Progress]:
    if len(files) == 1:
        return exporter.write(dataset, files[0], options, counted, release)
    return exporter.write_both(dataset, files[0], files[1], options, counted, release)


def _opens_with(pattern: bytes, head: bytes) -> bool:
    return bool(pattern) and re.match(pattern, head, re.DOTALL) is not None


def _reason(error: OSError) -> Message:
    if error.errno == errno.ENOSPC:
        why: Words = Message("there is no room left on the disk")
    else:
        why = reason_of(error)
    return Message("{0}; nothing was left behind", why)
