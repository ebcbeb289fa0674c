"""Exit codes: those of BSD's sysexits.h where it has one."""

from __future__ import annotations

from collections.abc import Sequence

from reader.errors import (
    AnchorError,
    ExportError,
    FactError,
    FetchError,
    LibraryError,
    NotFoundError,
    SetError,
    SourceError,
    TilikError,
)

DONE, SOME_FAILED, USAGE = 0, 1, 2
BAD_DATA, NO_INPUT, UNAVAILABLE, IO_ERROR, INTERRUPTED = 65, 66, 69, 74, 130

TABLE = """exit codes:
  0    done
  1    some inputs failed; the others were done
  2    wrong usage, also a name that several articles have
  65   bad data: a page without an article, a broken set, a quote that is not there
  66   no such input: file, article
  69   unavailable: no network, no screen
  74   reading or writing failed: the disk, a library in use elsewhere
  130  interrupted"""


def of(error: TilikError) -> int:
    """Return the exit code for an error that ended a command."""
    if isinstance(error, FetchError):
        return UNAVAILABLE
    if isinstance(error, NotFoundError):
        return NO_INPUT
    if isinstance(error, LibraryError | ExportError):
        return IO_ERROR
    if type(error) is SourceError:
        return NO_INPUT
    if isinstance(error, SourceError | SetError | AnchorError | FactError):
        return BAD_DATA
    return USAGE


def of_all(errors: Sequence[TilikError], done: int) -> int:
    """Return the exit code after `done` inputs went well and these did not: theirs when all failed in one way."""
    if not errors:
        return DONE
    codes = {of(e) for e in errors}
    return SOME_FAILED if done or len(codes) > 1 else codes.pop()
