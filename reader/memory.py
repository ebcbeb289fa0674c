"""Python's collector of reference cycles, kept out of the way where very many values are made at once."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Make values without the collector looking through them again and again: 100,000 marks are read in half the time.

    What is garbage meanwhile is found afterwards. Inside another such block it changes nothing.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
