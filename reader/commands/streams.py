"""Standard streams that whoever started the command closed: without them the next file that is opened gets their
number, and a message goes where a result belongs."""

from __future__ import annotations

import os
import sys


def open_closed() -> None:
    """Give each closed stream something. What is read from it has ended, errors go nowhere, and a result that cannot be
    written fails as on a full disk, so that nobody takes it for written."""
    if sys.stdin is None:
        os.open(os.devnull, os.O_RDONLY)  # the lowest number that is free: its own
        sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 - it is open as long as the process
    if sys.stdout is None:
        os.open(os.devnull, os.O_RDONLY)
        sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115 - it is open as long as the process
    if sys.stderr is None:
        os.open(os.devnull, os.O_WRONLY)
        sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115 - it is open as long as the process
