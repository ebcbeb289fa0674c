"""What one process may use: memory, time of the processor, files, processes. Not on Windows, see `windows`."""

from __future__ import annotations

import math
from typing import Any

from reader.system import module_or_none

FILES = 64  # open at a time
WRITTEN = 1 << 20  # bytes: its last words, which are the only file it has
_SLACK = 1  # seconds; whoever waits for a page looks at its clock first


def limit_use() -> str:
    """Bound files, what is written, processes and traces of a crash. Raises `OSError` where nothing can be bounded."""
    resource: Any = module_or_none("resource")
    if resource is None:
        raise OSError(38, "this system has no such limits")
    wanted = {"RLIMIT_NOFILE": FILES, "RLIMIT_FSIZE": WRITTEN, "RLIMIT_NPROC": 0, "RLIMIT_CORE": 0}
    for name, most in wanted.items():
        _lower(resource, getattr(resource, name), most)
    return f"{FILES} files, no processes, {WRITTEN >> 20} MB written"


def limit_time(seconds: float) -> bool:
    """Let this process use `seconds` more of the processor; then the system ends it. False where it cannot."""
    resource: Any = module_or_none("resource")
    if resource is None:
        return False
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = math.ceil(used.ru_utime + used.ru_stime + seconds) + _SLACK
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    try:
        resource.setrlimit(resource.RLIMIT_CPU, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard))
    except (OSError, ValueError):
        return False
    return True


def _lower(resource: Any, what: int, most: int) -> None:
    hard = resource.getrlimit(what)[1]
    wanted = most if hard == resource.RLIM_INFINITY else min(most, hard)
    try:
        resource.setrlimit(what, (wanted, wanted))
    except ValueError as error:  # Python says so where the system refuses a limit as too low
        raise OSError(22, str(error)) from error
