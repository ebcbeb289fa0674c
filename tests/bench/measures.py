"""What the benches measure with."""

from __future__ import annotations

import math
import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path


def timed(act: Callable[[], object]) -> float:
    """Return how many milliseconds `act` takes."""
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000


def p95(times: Sequence[float]) -> float:
    """Return the time that 95 of 100 do not exceed."""
    return sorted(times)[math.ceil(0.95 * len(times)) - 1]


def memory() -> float:
    """Return what the program holds, in megabytes; 0 where the system does not say."""
    said = Path("/proc/self/statm")
    if not said.exists():
        return 0.0
    return int(said.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
