"""How long work reports where it stands: it is a generator of `Progress`.

The command line prints it, a test calls `list()` on it, the window pulls it on a
worker thread and looks for "cancel" between two steps.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """One step: `done` of `total` (None: not known yet), and what was just worked on.

    `more`: what the next step tells is done already, so whoever stops here has still to hear it.
    """

    done: int
    total: int | None
    what: str = ""
    result: object | None = None
    more: bool = False
