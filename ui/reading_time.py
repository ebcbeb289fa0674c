"""How long a text is to read, at the pace of a usual reader."""

from __future__ import annotations

import math

WORDS_A_MINUTE = 220


def minutes_to_read(words: int) -> int:
    """Return whole minutes for a text of `words` words; at least 1."""
    return max(1, math.ceil(words / WORDS_A_MINUTE))


def minutes_left(words: int, progress: float) -> int:
    """Return whole minutes to the end at a usual pace; 0 at the end."""
    left = words * (1.0 - min(1.0, max(0.0, progress)))
    return math.ceil(left / WORDS_A_MINUTE) if progress < 0.995 else 0
