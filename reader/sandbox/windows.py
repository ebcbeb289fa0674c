"""Windows: a job bounds memory and processes from outside, low integrity forbids writing. Written by the manual, not
tried on Windows yet; neither forbids the network nor reading files, and `tilik check --sandbox` says so."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_ONE_PROCESS, _MEMORY, _DIE_QUIETLY = 0x8, 0x100, 0x400
_EXTENDED_LIMITS, _SCREEN_LIMITS = 9, 4
_ALL_OF_THE_SCREEN = 0xFF  # clipboard, handles, settings, desktops of others
_MAY_BOUND, _MAY_ASK = 0x0101, 0x1000  # quota and termination; a few facts
_ADJUST_TOKEN, _INTEGRITY, _IS_INTEGRITY = 0x0080 | 0x0008, 25, 0x20
_LOW = "S-1-16-4096"


class _Basic(ctypes.Structure):
    _fields_ = (
        ("process_time", ctypes.c_int64), ("job_time", ctypes.c_int64), ("flags", ctypes.c_uint32),
        ("least", ctypes.c_size_t), ("most", ctypes.c_size_t), ("processes", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t), ("priority", ctypes.c_uint32), ("scheduling", ctypes.c_uint32),
    )  # fmt: skip


class _Limits(ctypes.Structure):
    _fields_ = (
        ("basic", _Basic), ("io", ctypes.c_uint64 * 6), ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t), ("peak_process", ctypes.c_size_t), ("peak_job", ctypes.c_size_t),
    )  # fmt: skip


class _Label(ctypes.Structure):
    _fields_ = (("sid", ctypes.c_void_p), ("attributes", ctypes.c_uint32))


def bound(process: int, megabytes: int) -> None:
    """Put a process into a job of one process with so much memory and no part of the screen. Raises `OSError`."""
    kernel = _library("kernel32")
    with _handle(kernel, kernel.CreateJobObjectW(None, None)) as job:
        _checked(kernel.SetInformationJobObject(job, _EXTENDED_LIMITS, ctypes.byref(limits(megabytes)), _SIZE))
        screen = ctypes.c_uint32(_ALL_OF_THE_SCREEN)
        _checked(kernel.SetInformationJobObject(job, _SCREEN_LIMITS, ctypes.byref(screen), 4))
        with _handle(kernel, kernel.OpenProcess(_MAY_BOUND, 0, process)) as opened:
            _checked(kernel.AssignProcessToJobObject(job, opened))  # the job lives as long as what is in it


def limits(megabytes: int) -> _Limits:
    """Return the limits of a job."""
    found = _Limits()
    found.basic.flags = _ONE_PROCESS | _MEMORY | _DIE_QUIETLY
    found.basic.processes = 1
    found.process_memory = megabytes << 20
    return found


_SIZE = ctypes.sizeof(_Limits)


def lower_integrity() -> str:
    """Give up writing to whatever is not marked as open to all; return the level. Raises `OSError`."""
    kernel, rights = _library("kernel32"), _library("advapi32")
    token, sid = ctypes.c_void_p(), ctypes.c_void_p()
    _checked(rights.OpenProcessToken(kernel.GetCurrentProcess(), _ADJUST_TOKEN, ctypes.byref(token)))
    with _handle(kernel, token):
        _checked(rights.ConvertStringSidToSidW(ctypes.c_wchar_p(_LOW), ctypes.byref(sid)))
        label = _Label(sid, _IS_INTEGRITY)
        _checked(rights.SetTokenInformation(token, _INTEGRITY, ctypes.byref(label), ctypes.sizeof(label)))
    return "low integrity"


def processor_seconds(process: int) -> float | None:
    """Return the seconds of the processor that a process has used; None when it has ended."""
    kernel = _library("kernel32")
    opened = kernel.OpenProcess(_MAY_ASK, 0, process)
    if not opened:
        return None
    times = [ctypes.c_uint64() for _ in range(4)]
    with _handle(kernel, opened) as asked:
        _checked(kernel.GetProcessTimes(asked, *map(ctypes.byref, times)))
    return (times[2].value + times[3].value) / 1e7


def _library(name: str) -> Any:
    library: Any = getattr(ctypes, "WinDLL")(name, use_last_error=True)  # noqa: B009 - known on Windows only
    for maker in ("CreateJobObjectW", "OpenProcess", "GetCurrentProcess"):
        if name == "kernel32":
            getattr(library, maker).restype = ctypes.c_void_p
    return library


def _checked(done: int) -> None:
    if not done:
        raise _last_error()


def _last_error() -> OSError:
    number: int = getattr(ctypes, "get_last_error")()  # noqa: B009
    return OSError(0, f"Windows refused it (error {number})")


@contextmanager
def _handle(kernel: Any, handle: Any) -> Iterator[Any]:
    """A handle that is closed at the end. Raises `OSError` when there is none."""
    if not handle:
        raise _last_error()
    given = handle if isinstance(handle, ctypes.c_void_p) else ctypes.c_void_p(handle)
    try:
        yield given
    finally:
        kernel.CloseHandle(given)
