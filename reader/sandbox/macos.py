"""macOS: `sandbox-exec` puts a process into a sandbox from outside. Written by its manual, not tried on a Mac yet."""

from __future__ import annotations

import os
from collections.abc import Iterable

PROGRAM = "/usr/bin/sandbox-exec"
_SYSTEM = (
    "/usr/lib", "/usr/share", "/System", "/Library/Frameworks", "/Library/Apple", "/private/var/db/dyld",
    "/private/var/db/timezone", "/opt/homebrew", "/usr/local",
)  # fmt: skip
_DEVICES = ("/dev/null", "/dev/urandom", "/dev/random", "/dev/dtracehelper")


def around(executable: str, readable: Iterable[str]) -> list[str]:
    """Return the words to put before a command so that it runs with nothing but what `readable` names to read."""
    return [PROGRAM, "-p", profile(executable, readable)]


def profile(executable: str, readable: Iterable[str]) -> str:
    """Return the rules: no network, nothing written but its pipes, no programs and no processes after the first."""
    folders = dict.fromkeys(os.path.realpath(path) for path in (*_SYSTEM, *readable))
    programs = dict.fromkeys((executable, os.path.realpath(executable)))
    return "\n".join(
        [
            "(version 1)",
            "(deny default)",
            "(allow file-read-metadata)",
            "(allow sysctl-read)",
            "(allow signal (target self))",
            "(allow process-info* (target self))",
            f"(allow process-exec {' '.join(f'(literal {_quoted(path)})' for path in programs)})",
            f'(allow file-read* {" ".join(f"(subpath {_quoted(path)})" for path in folders)} (literal "/"))',
            f"(allow file-read* {' '.join(f'(literal {_quoted(path)})' for path in (*_DEVICES, *programs))})",
        ]
    )


def _quoted(path: str) -> str:
    escaped = path.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
