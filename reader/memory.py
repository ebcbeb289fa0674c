"""Python's collector of reference cycles, kept out of the way where very many values are made at once."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_by_hand = False  # whether a program collects at moments of its own choice, with the collector switched off


def collected_by_hand(on: bool) -> None:
    """Say that the collector is off because somebody collects when it suits, or that it no longer is."""
    global _by_hand
    _by_hand = on


@contextmanager
def gc_paused(*, freeze: bool = False) -> Iterator[None]:
    """Make values without the collector looking through them again and again: 100,000 marks are read in half the time.

    What is garbage meanwhile is found afterwards. `freeze`: what is alive at the end will be for long, such as the
    article on the desk; it is not looked through until the next such block, for that would stop the window for a
    tenth of a second every so often. Inside another such block it changes nothing.
    """
    running = gc.isenabled()
    if not running and not _by_hand:
        yield
        return
    gc.disable()
    try:
        if freeze:
            gc.unfreeze()
        yield
        if freeze:
            gc.freeze()
    finally:
        if running:
            gc.enable()
