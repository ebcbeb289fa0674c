"""Linux's calls for which Python has no function, by the C library that this process has loaded already.

Not `landlockpy`, which looks for that library by running `ldconfig` or a compiler, nor `pyseccomp`, which wants a
library of the system that may be missing.
"""

from __future__ import annotations

import ctypes
import errno
import os
from functools import cache

PR_SET_NO_NEW_PRIVS, PR_SET_SECCOMP = 38, 22
PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL = 47, 4
NEW_IPC, NEW_USER, NEW_NETWORK = 0x08000000, 0x10000000, 0x40000000


@cache
def _library() -> ctypes.CDLL:
    library = ctypes.CDLL(None, use_errno=True)
    library.syscall.restype = ctypes.c_long
    return library


def call(number: int, *arguments: object) -> int:
    """Return what the kernel answers to a call by number. Raises `OSError`."""
    return _answer(_library().syscall(ctypes.c_long(number), *arguments))


def prctl(option: int, *arguments: object) -> int:
    """Return what the kernel answers to `prctl`. Raises `OSError`."""
    given = [ctypes.c_ulong(a) if isinstance(a, int) else a for a in arguments]
    given += [ctypes.c_ulong(0)] * (4 - len(given))
    return _answer(_library().prctl(ctypes.c_int(option), *given))


def unshare(flags: int) -> None:
    """Leave the namespaces that `flags` name for new ones. Raises `OSError`."""
    _answer(_library().unshare(ctypes.c_int(flags)))


def _answer(value: int) -> int:
    if value >= 0:
        return int(value)
    number = ctypes.get_errno() or errno.EINVAL
    raise OSError(number, os.strerror(number))
