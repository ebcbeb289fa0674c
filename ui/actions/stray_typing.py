"""Typing that went astray: letters in one go while nothing is chosen are no commands."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

PAUSE = 400  # milliseconds between two letters of somebody who types
SETTLED = 1200  # milliseconds without a key after which typing is over


class Verdict(Enum):
    """What is to be done with a key."""

    ACT = "act"
    STRAY = "stray"  # the first that is found to be typing: what the key before it did is to be taken back
    IGNORE = "ignore"


class StrayTyping:
    """Judges key after key. `clock` gives milliseconds that only grow.

    A go of keys begins after a pause. Where nothing is chosen and no mode is on, the first letter of a go acts; the
    next one is typing, and so is all that follows until there was a longer pause. What is pressed while something is
    chosen is meant, and keys that only move on (J, K) may be pressed as fast as one likes.
    """

    def __init__(self, clock: Callable[[], int]) -> None:
        self.clock = clock
        self._last: int | None = None
        self._stray = self._before = False

    def judge(self, letter: bool, *, chosen: bool, moves: bool) -> Verdict:
        """`letter`: whether the key writes one; `chosen`: whether there is something to act on, or a mode; `moves`:
        whether the key only moves on."""
        now = self.clock()
        pause = SETTLED if self._stray else PAUSE
        if self._last is None or now - self._last > pause:
            self._stray = self._before = False
        self._last = now
        if self._stray:
            return Verdict.IGNORE
        self._stray = letter and not chosen and self._before
        self._before = self._before or (letter and not moves)
        return Verdict.STRAY if self._stray else Verdict.ACT
