"""How long a process has had the processor, asked from outside: busy machines make others wait, which is not its
fault."""

from __future__ import annotations

import time

from reader.system import is_linux, is_windows


def processor_seconds(process: int) -> float | None:
    """Return the seconds of the processor that a process of ours has used; None where that cannot be asked."""
    if is_linux():
        return _by_clock(process)
    if is_windows():
        from reader.sandbox import windows

        return windows.processor_seconds(process)
    return None


def _by_clock(process: int) -> float | None:
    """Each process has a clock of its own; its number is made as `clock_getcpuclockid` makes it."""
    try:
        return time.clock_gettime(~process << 3 | 2)
    except OSError:  # it has ended
        return None
