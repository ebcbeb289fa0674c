"""A confined process is started: what can only be done from outside is done here, the rest it does by `confine`."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from functools import cache
from typing import IO

from reader.sandbox.confine import AROUND
from reader.system import is_mac, is_windows, start_isolated

_PATIENCE = 30  # seconds for the first trial on a Mac


def start(module: str, *arguments: str, stderr: IO[bytes], memory_mb: int, background: bool = False) -> Process:
    """Run a module of `reader` that calls `confine` before all else, see `start_isolated`. Raises `OSError`."""
    if is_mac() and _mac_confines():
        return _on_mac(module, *arguments, stderr=stderr, background=background)
    if is_windows():
        return _on_windows(module, *arguments, stderr=stderr, memory_mb=memory_mb, background=background)
    return start_isolated(module, *arguments, stderr=stderr, background=background)


Process = subprocess.Popen[bytes]


def _on_mac(module: str, *arguments: str, stderr: IO[bytes], background: bool = False) -> Process:
    from reader.sandbox import macos
    from reader.sandbox.readable import readable

    words = macos.around(os.path.abspath(sys.executable), readable())
    return start_isolated(
        module, *arguments, stderr=stderr, background=background, around=words, **{AROUND: "sandbox-exec"}
    )


def _on_windows(module: str, *arguments: str, stderr: IO[bytes], memory_mb: int, background: bool = False) -> Process:
    from reader.sandbox import windows

    started = start_isolated(module, *arguments, stderr=stderr, background=background, **{AROUND: "job"})
    try:
        windows.bound(started.pid, memory_mb)
    except OSError:  # within a job of another program that allows no second: without ours, and it will not say "job"
        started.kill()
        started.communicate()
        return start_isolated(module, *arguments, stderr=stderr, background=background)
    return started


@cache
def _mac_confines() -> bool:
    """Whether a process of ours starts at all within the sandbox: where it does not, pages are read without it, and
    `tilik check --sandbox` says so."""
    with tempfile.TemporaryFile() as words:
        try:
            trial = _on_mac("reader.sandbox.hello", stderr=words)
            said, _ = trial.communicate(timeout=_PATIENCE)
        except OSError:  # the program is not there
            return False
        except subprocess.TimeoutExpired:
            trial.kill()
            trial.communicate()
            return False
    return said.strip() == b"hello"
