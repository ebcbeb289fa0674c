"""The library that a command works on."""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.store import Library

_EVERY = 2.0  # seconds between two words about work that goes on


def library_path(options: argparse.Namespace) -> Path:
    """`--library`, else TILIK_LIBRARY, else the user's own in the platform's data folder."""
    if options.library is not None:
        return Path(options.library)
    if named := os.environ.get("TILIK_LIBRARY"):
        return Path(named)
    import platformdirs

    return platformdirs.user_data_path("tilik", appauthor=False) / "library.tilik"


def known_library(options: argparse.Namespace) -> Path:
    """Return the library of a command, opened by its passphrase where it is encrypted."""
    path = library_path(options)
    open_words(options, path)
    return path


def open_words(options: argparse.Namespace, path: Path) -> None:
    """Take the passphrase of the library, or the backup, at `path`, if that is encrypted. Raises `EncryptedError`."""
    from reader.store.driver import is_locked

    if is_locked(path):
        from reader.commands.passphrase import open_by_words

        open_by_words(options, path)


def open_library(options: argparse.Namespace, *, readonly: bool = False) -> Library:
    """Return the library of a command; one that only reads needs no lock and makes no library."""
    from reader.store import Library

    path = library_path(options)
    if getattr(options, "begin_new", False):
        Library.begin_new(path)
    open_words(options, path)
    library = Library.open(path, readonly=readonly, told=_Told())
    if library.owed and options.command != "check":
        from reader.commands.damage import say_damage

        try:
            say_damage(library)
        except BaseException:
            library.close()
            raise
    if readonly and library.unread and options.command != "check":
        from reader.commands.damage import Comparing

        options.comparing = Comparing(library)
    if not library.readonly:
        options.written = path  # a backup may be due when the command has ended
    if not readonly and sys.stderr.isatty() and (warning := library.warning) is not None:
        print(f"tilik: {warning}", file=sys.stderr, flush=True)
    return library


class _Told:
    """Says now and then to a person at a terminal how far an older library is brought up to date."""

    def __init__(self) -> None:
        self._last = time.monotonic()

    def __call__(self, done: int, total: int) -> None:
        if sys.stderr.isatty() and time.monotonic() - self._last > _EVERY:
            self._last = time.monotonic()
            print(
                f"tilik: bringing the library up to date, {100 * done // max(1, total)} %", file=sys.stderr, flush=True
            )
