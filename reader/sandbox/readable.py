"""The files that Python and the readers of pages must be able to read: the interpreter, the packages, the system's
libraries, time zones. Nothing of the user but where packages are installed."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

_SYSTEM = (
    "/lib", "/lib32", "/lib64", "/usr/lib", "/usr/lib32", "/usr/lib64", "/usr/local/lib", "/nix/store", "/gnu/store",
    "/app/lib", "/usr/share/zoneinfo", "/etc/localtime", "/etc/ld.so.cache", "/dev/null", "/dev/urandom",
)  # fmt: skip
_INSTALLED = ("site-packages", "dist-packages", "lib-dynload")
_LOOKED_AT = 12  # packages without links, after which no more are looked at


def readable() -> list[str]:
    """Return the paths at and below which the process may read."""
    found = [*_SYSTEM, os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
    found += [os.path.join(prefix, "lib") for prefix in (sys.prefix, sys.base_prefix, sys.exec_prefix)]
    found += [*os.environ.get("LD_LIBRARY_PATH", "").split(os.pathsep), os.environ.get("TZDIR", "")]
    if getattr(sys, "frozen", False):
        found += [str(getattr(sys, "_MEIPASS", "")), os.path.dirname(os.path.abspath(sys.executable))]
    for entry in sys.path:
        found += [entry, *_linked(entry)] if _is_installed(entry) else _packages(entry)
    return list(dict.fromkeys(path for path in found if os.path.isabs(path) and os.path.realpath(path) != os.sep))


def _is_installed(entry: str) -> bool:
    """Whether a folder of the import path holds installed packages alone."""
    standard = os.path.dirname(os.path.abspath(os.__file__))
    return os.path.basename(entry) in _INSTALLED or entry == standard or entry.endswith(".zip")


def _linked(entry: str) -> Iterator[str]:
    """Where the files of installed packages really lie: some installers put links into a cache there, for all of them
    or for none, so some packages are looked at."""
    try:
        with os.scandir(entry) as found:
            entries = sorted(found, key=lambda one: one.name)
    except OSError:  # a zip file, or it is not there
        return
    plain = 0
    for one in entries:
        if one.is_symlink():
            yield os.path.realpath(one.path)
        elif plain < _LOOKED_AT and one.is_dir():
            first = _first_of(one.path)
            if os.path.islink(first):
                yield os.path.dirname(os.path.realpath(first))
            else:
                plain += 1


def _first_of(folder: str) -> str:
    """A file of a package; some are folders of libraries or of facts alone."""
    first = os.path.join(folder, "__init__.py")
    if os.path.lexists(first):
        return first
    with os.scandir(folder) as found:
        return next((one.path for one in found if not one.is_dir(follow_symlinks=False)), folder)


def _packages(entry: str) -> Iterator[str]:
    """What can be imported of a folder in which anything may lie, such as a checkout or somebody's home."""
    try:
        names = sorted(os.listdir(entry))
    except OSError:  # it is not there
        return
    for name in names:
        path = os.path.join(entry, name)
        if name.endswith((".py", ".so", ".pyd", ".dist-info")) or os.path.isfile(os.path.join(path, "__init__.py")):
            yield path
