"""Where a result may be written: never onto a library, a database, a folder or a device, nor unasked onto a file.

And the name that it may have there, on every system, when that name came with data from elsewhere.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable
from pathlib import Path

from reader.database_files import head, is_database_head
from reader.messages import Message
from reader.system_reasons import reason_of

_LOOKED_AT = 4096  # bytes by which a format knows a file of its own
_WAL = (b"\x37\x7f\x06\x82", b"\x37\x7f\x06\x83")
_BESIDE = ("-wal", "-shm", "-journal", ".lock", ".owner", ".upgrading", ".key")  # files of a library, beside it
_DESCRIPTOR = re.compile(r"/(?:dev|proc/self)/fd/(\d{1,9})")
# What Windows allows in no name, control characters, and those that show a name in another order than it has.
_NOT_IN_NAMES = re.compile(
    r'[<>:"|?*\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]'
)
_DEVICES = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]) *(?:\..*)?", re.IGNORECASE | re.DOTALL)
_LONGEST, _LONGEST_SUFFIX = 200, 20  # bytes in UTF-8; most systems allow 255 in a name
_NAMED = {"-": 1, "/dev/stdout": 1, "/dev/stderr": 2}


def descriptor(path: Path | str) -> int | None:
    """The number of the open file that `path` stands for: `-`, `/dev/stdout`, or the pipe that a shell made for it.

    Such a one is written to as it is; None for a path where a file can be put.
    """
    name = os.fspath(path)
    if name in _NAMED:
        return _NAMED[name]
    found = _DESCRIPTOR.fullmatch(name)
    return int(found[1]) if found else None


def safe_file_name(name: str, otherwise: str) -> str:
    """Return the last part of a foreign `name` as a file's name on Windows and POSIX; `otherwise` when none is left.

    Characters that are not allowed become `_`, names of Windows' devices get one in front, and a name of more than
    200 bytes is shortened before its suffix.
    See https://learn.microsoft.com/windows/win32/fileio/naming-a-file.
    """
    last = re.split(r"[/\\]", name.rstrip("/\\"))[-1]
    clean = _shortened(_NOT_IN_NAMES.sub("_", last).lstrip()).rstrip(". ")
    return f"_{clean}" if _DEVICES.fullmatch(clean) else clean or otherwise


def _shortened(name: str) -> str:
    dot = name.rfind(".")
    suffix = name[dot:] if dot > 0 and len(name[dot:].encode()) <= _LONGEST_SUFFIX else ""
    stem = name.removesuffix(suffix).encode()
    if len(stem) + len(suffix.encode()) <= _LONGEST:
        return name
    return stem[: _LONGEST - len(suffix.encode())].decode(errors="ignore") + suffix


def objection(path: Path, *, overwrite: bool, is_ours: Callable[[bytes], bool] | None = None) -> Message | None:
    """Return why no file may be put at `path`, as the end of a sentence; None when one may.

    What stands there is replaced when `overwrite` is true, when `is_ours` knows it by its first 4,096 bytes, or when
    it is empty; a folder, a device, and whatever belongs to a database is never replaced.
    """
    real = Path(os.path.realpath(path))
    if _belongs_to_database(real):
        return Message("it belongs to a library or another database; nothing was written")
    try:
        found = real.stat()
        if stat.S_ISDIR(found.st_mode):
            return Message("it is a folder; nothing was written")
        if not stat.S_ISREG(found.st_mode):
            return Message("it is a device or a pipe; nothing was written")
        start = head(real, _LOOKED_AT)
    except FileNotFoundError:
        return None
    except OSError as error:
        return Message("{0}; nothing was written", reason_of(error))
    if is_database_head(start) or start.startswith(_WAL):
        return Message("it is a library or another database; nothing was written")
    if not start or overwrite or (is_ours is not None and is_ours(start)):
        return None
    return Message("there is a file already that this command did not write (--force replaces it); nothing was written")


def _belongs_to_database(path: Path) -> bool:
    for suffix in _BESIDE:
        if path.name.endswith(suffix):
            try:
                return is_database_head(head(path.with_name(path.name.removesuffix(suffix))))
            except (OSError, ValueError):  # there is no such file, or no name is left
                return False
    return False
