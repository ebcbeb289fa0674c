"""Landlock: the kernel refuses this process all files but those named, TCP, signals to others and tracing them.

https://docs.kernel.org/userspace-api/landlock.html
"""

from __future__ import annotations

import ctypes
import os
import stat
from collections.abc import Iterable

from reader.sandbox import kernel

_CREATE, _ADD, _RESTRICT = 444, 445, 446  # the same numbers on every architecture
_VERSION = 1
_BENEATH = 1
_READ_FILE, _READ_FOLDER = 1 << 2, 1 << 3
_FILES = {1: (1 << 13) - 1, 2: 1 << 13, 3: 1 << 14, 5: 1 << 15, 9: 1 << 16}  # rights that came with each version
_NETWORK = {4: 0b11}  # to listen on TCP and to connect
_SCOPES = {6: 0b11}  # abstract sockets and signals beyond this process


class _Ruleset(ctypes.Structure):
    _fields_ = (("files", ctypes.c_uint64), ("network", ctypes.c_uint64), ("scopes", ctypes.c_uint64))


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _layout_ = "ms"
    _fields_ = (("allowed", ctypes.c_uint64), ("folder", ctypes.c_int32))


def version() -> int:
    """Return the kernel's version of Landlock. Raises `OSError` where it has none."""
    return kernel.call(_CREATE, None, ctypes.c_size_t(0), ctypes.c_uint32(_VERSION))


def forbid_files(but: Iterable[str]) -> str:
    """Give up every file but those at and below the paths given, which may be read; return what was granted.

    `no_new_privs` must be set. Paths that are not there are left out. Raises `OSError` where there is no Landlock.
    """
    found = version()
    rules = _Ruleset(*(_granted(rights, found) for rights in (_FILES, _NETWORK, _SCOPES)))
    handle = kernel.call(_CREATE, ctypes.byref(rules), ctypes.c_size_t(_size(found)), ctypes.c_uint32(0))
    try:
        for path in but:
            _allow(handle, path)
        kernel.call(_RESTRICT, ctypes.c_int(handle), ctypes.c_uint32(0))
    finally:
        os.close(handle)
    return f"Landlock {found}"


def _granted(rights: dict[int, int], found: int) -> int:
    return sum(bits for since, bits in rights.items() if since <= found)


def _size(found: int) -> int:
    """Older kernels refuse a structure with fields that they do not know."""
    return 24 if found >= 6 else 16 if found >= 4 else 8


def _allow(handle: int, path: str) -> None:
    try:
        at = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:  # it is not there, or we cannot reach it ourselves: nothing is to be allowed
        return
    try:
        folder = stat.S_ISDIR(os.fstat(at).st_mode)
        rule = _Beneath(_READ_FILE | (_READ_FOLDER if folder else 0), at)
        kernel.call(_ADD, ctypes.c_int(handle), ctypes.c_int(_BENEATH), ctypes.byref(rule), ctypes.c_uint32(0))
    finally:
        os.close(at)
