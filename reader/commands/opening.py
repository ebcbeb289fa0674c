"""The library that a command works on."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.store import Library


def library_path(options: argparse.Namespace) -> Path:
    """`--library`, else TILIK_LIBRARY, else the user's own in the platform's data folder."""
    if options.library is not None:
        return Path(options.library)
    if named := os.environ.get("TILIK_LIBRARY"):
        return Path(named)
    import platformdirs

    return platformdirs.user_data_path("tilik", appauthor=False) / "library.tilik"


def open_library(options: argparse.Namespace, *, readonly: bool = False) -> Library:
    """Return the library of a command; one that only reads needs no lock and makes no library."""
    from reader.store import Library

    return Library.open(library_path(options), readonly=readonly)
