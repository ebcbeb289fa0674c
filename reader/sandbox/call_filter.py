"""A filter in the kernel (seccomp) through which this process can make the calls of `system_calls` and no others.

https://docs.kernel.org/userspace-api/seccomp_filter.html
"""

from __future__ import annotations

import ctypes
import errno
import os
import struct
from collections.abc import Iterable

from reader.sandbox import kernel, system_calls
from reader.sandbox.system_calls import ABSENT, ALWAYS, ARM, X86
from reader.system import machine

_LOAD, _AND, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x54, 0x15, 0x35, 0x06
_NUMBER, _ARCHITECTURE, _FIRST_ARGUMENT = 0, 4, 16  # places in what the filter is given
_ALLOW, _REFUSE, _KILL = 0x7FFF0000, 0x00050000, 0x80000000
_ARCHITECTURES = {"x86_64": (0xC000003E, X86), "aarch64": (0xC00000B7, ARM)}
_X32 = 0x40000000  # numbers from here on belong to a second table of x86-64
_FILTER = 2

# Opening for nothing but reading: not for writing, not made, not emptied, no passing file.
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | 0x400000
_COPY, _GET_FLAGS, _SET_FLAGS, _GET_STATUS, _COPY_CLOSED = 0, 1, 2, 3, 1030
_IS_TERMINAL, _CLOSE_AT_EXEC = 0x5401, 0x5451
_ANY = 0xFFFFFFFF

Step = tuple[int, int, int, int]  # operation, jump if true, jump if false, number


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.c_char_p))


def forbid_calls() -> str:
    """Give up every other call for good; return how many are left. `no_new_privs` must be set. Raises `OSError`."""
    steps = filter_steps(machine(), os.getpid())
    packed = b"".join(struct.pack("=HBBI", *step) for step in steps)
    kernel.prctl(kernel.PR_SET_SECCOMP, _FILTER, ctypes.byref(_Program(len(steps), packed)))
    return f"seccomp, {len(ALWAYS)} calls and a few of six more are left"


def filter_steps(kind: str, process: int) -> list[Step]:
    """Return the filter's program. Raises `OSError` for an architecture whose numbers are not known here."""
    if kind not in _ARCHITECTURES:
        raise OSError(errno.ENOSYS, f"no list of system calls for {kind}")
    architecture, column = _ARCHITECTURES[kind]
    steps: list[Step] = [
        (_LOAD, 0, 0, _ARCHITECTURE), (_EQUAL, 1, 0, architecture), (_RETURN, 0, 0, _KILL), (_LOAD, 0, 0, _NUMBER),
        (_AT_LEAST, 0, 1, _X32), (_RETURN, 0, 0, _KILL),
    ]  # fmt: skip
    for table, answer in ((ALWAYS, _ALLOW), (ABSENT, _REFUSE | errno.ENOSYS)):
        for numbers in table.values():
            if (number := numbers[column]) is not None:
                steps += [(_EQUAL, 0, 1, number), (_RETURN, 0, 0, answer)]
    for numbers, argument, mask, values in _looked_at(process):
        if (number := numbers[column]) is not None:
            steps += _if_argument(number, argument, mask, values)
    return [*steps, (_RETURN, 0, 0, _REFUSE | errno.EPERM)]


def _looked_at(process: int) -> Iterable[tuple[tuple[int | None, int | None], int, int, tuple[int, ...]]]:
    """Calls that may be made when the bits under the mask of one argument, counted from 0, are one of the values."""
    yield system_calls.OPEN, 1, _WRITES, (0,)
    yield system_calls.OPENAT, 2, _WRITES, (0,)
    yield system_calls.IOCTL, 1, _ANY, (_IS_TERMINAL, _CLOSE_AT_EXEC)
    yield system_calls.FCNTL, 1, _ANY, (_COPY, _GET_FLAGS, _SET_FLAGS, _GET_STATUS, _COPY_CLOSED)
    yield system_calls.PRLIMIT, 0, _ANY, (0,)
    yield system_calls.TGKILL, 0, _ANY, (process,)  # how the C library ends its own process


def _if_argument(number: int, argument: int, mask: int, values: tuple[int, ...]) -> list[Step]:
    body: list[Step] = [(_LOAD, 0, 0, _FIRST_ARGUMENT + 8 * argument), (_AND, 0, 0, mask)]
    for value in values:
        body += [(_EQUAL, 0, 1, value), (_RETURN, 0, 0, _ALLOW)]
    body.append((_RETURN, 0, 0, _REFUSE | errno.EPERM))
    return [(_EQUAL, 0, len(body), number), *body]
