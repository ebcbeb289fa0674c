"""How it stands with what is typed into a note."""

from __future__ import annotations

from enum import Enum


class Draft(Enum):
    """How it stands with what is typed: stored, not yet, or the library has refused it."""

    STORED = "stored"
    TYPED = "typed"
    REFUSED = "refused"
