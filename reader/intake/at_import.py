"""Lists to read, web archives and other files of several pages that come by the door of annotated sets."""

from __future__ import annotations

from pathlib import Path

from reader.cleaning import Worker
from reader.errors import CleaningError, SetError, SourceError
from reader.exchange.confined import SetReader
from reader.model.held import SeveralError
from reader.sources import page_of


def holds_several(path: Path, reader: SetReader) -> bool:
    """Return whether a file that is no annotated set holds several pages or a list to read, so that it is to be added.

    It is looked at by the process of `reader`, which may go on with it, and by the one that cleans.
    """
    try:
        reader.format_of(path)
    except SetError:
        return _is_several(path)
    return False


def _is_several(path: Path) -> bool:
    try:
        page = page_of(path)
        with Worker() as worker:
            worker.clean(page)
    except SeveralError:
        return True
    except (CleaningError, SourceError):  # the importer says what it is
        return False
    return False
