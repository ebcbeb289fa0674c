"""Run confined: try each thing that a page which took over its reader would try, and say what became of it.

A line of JSON on stdout: the layers, then a name and an outcome for each attempt. Outcomes: `refused` with the reason,
`done`, or `not here` for what this system has not.
"""

from __future__ import annotations

import ctypes
import json
import os
import signal
import socket
import sys
from collections.abc import Callable
from typing import Any

from reader.sandbox.confine import confine
from reader.sandbox.layers import plain_layers
from reader.system import is_linux, is_windows, machine, module_or_none

_TRACE = {"x86_64": 101, "aarch64": 117}
_ATTACH, _DETACH = 16, 17
_AT_ONCE = 64 << 20  # bytes asked for at a time


class NotHereError(Exception):
    """This system has no such thing."""


def main(given: dict[str, Any]) -> None:
    """Confine this process and try everything; `given` says on what."""
    layers = confine(int(given["memory"]), float(given["seconds"]))
    outcomes = [[name, *_outcome(attempt)] for name, attempt in _attempts(given).items()]
    print(json.dumps([plain_layers(layers), outcomes]), flush=True)


def _outcome(attempt: Callable[[], None]) -> tuple[str, str]:
    try:
        attempt()
    except NotHereError:
        return "not here", ""
    except MemoryError:
        return "refused", "out of memory"
    except OSError as error:
        return "refused", error.strerror or str(error)
    return "done", ""


def _attempts(given: dict[str, Any]) -> dict[str, Callable[[], None]]:
    private, library, folder, parent = given["private"], given["library"], given["folder"], int(given["parent"])
    return {
        "read a private file": lambda: _open(private, os.O_RDONLY),
        "list its folder": lambda: _list(folder),
        "write a private file": lambda: _open(private, os.O_WRONLY),
        "make a file": lambda: _open(os.path.join(folder, "made"), os.O_WRONLY | os.O_CREAT),
        "remove a file": lambda: os.remove(os.path.join(folder, "removable")),
        "read the library": lambda: _open(library, os.O_RDONLY),
        "write the library": lambda: _open(library, os.O_RDWR),
        "read the environment of the program": lambda: _environment(parent),
        "connect to this computer": lambda: _connect(int(given["port"])),
        "open a local socket": _local_socket,
        "start a program": lambda: _start(sys.executable),
        "make a process": _fork,
        "send a signal to the program": lambda: _signal(parent),
        "trace the program": lambda: _trace(parent),
        "take more memory than its limit": lambda: _swell(int(given["memory"])),
        "open more files than its limit": _many_files,
        "use the processor without end": _endless,
        "find a secret in its environment": lambda: _secret(str(given["secret"])),
    }


def _open(path: str, flags: int) -> None:
    os.close(os.open(path, flags))


def _list(folder: str) -> None:
    os.listdir(folder)


def _environment(process: int) -> None:
    if not is_linux():
        raise NotHereError
    _open(f"/proc/{process}/environ", os.O_RDONLY)


def _connect(port: int) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as made:
        made.settimeout(5)
        made.connect(("127.0.0.1", port))


def _local_socket() -> None:
    if not hasattr(socket, "AF_UNIX"):
        raise NotHereError
    socket.socket(socket.AF_UNIX, socket.SOCK_STREAM).close()


def _start(program: str) -> None:
    if is_windows():
        import subprocess  # only there can a program not be started by the system's own call

        subprocess.run([program, "-I", "-c", ""], check=True, timeout=20)
        return
    process = os.posix_spawn(program, [program, "-I", "-c", ""], {})
    os.waitpid(process, 0)


def _fork() -> None:
    if not hasattr(os, "fork"):
        raise NotHereError
    process = os.fork()
    if process == 0:
        os._exit(0)
    os.waitpid(process, 0)


def _signal(process: int) -> None:
    if is_windows():
        raise NotHereError
    os.kill(process, 0)


def _trace(process: int) -> None:
    if not is_linux() or machine() not in _TRACE:
        raise NotHereError
    library, call = ctypes.CDLL(None, use_errno=True), _TRACE[machine()]
    if library.syscall(call, _ATTACH, process, 0, 0):
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    os.waitpid(process, 0)
    library.syscall(call, _DETACH, process, 0, 0)


def _swell(megabytes: int) -> None:
    kept = [bytearray(_AT_ONCE) for _ in range((megabytes << 20) // _AT_ONCE + 1)]
    kept.clear()


def _many_files() -> None:
    if is_windows():
        raise NotHereError
    opened: list[int] = []
    try:
        opened.extend(os.dup(2) for _ in range(1000))
    finally:
        for handle in opened:
            os.close(handle)


def _endless() -> None:
    """Whether there is an end is asked, not waited for."""
    resource: Any = module_or_none("resource")
    if resource is None:
        raise NotHereError
    if resource.getrlimit(resource.RLIMIT_CPU)[0] != resource.RLIM_INFINITY:
        raise OSError(0, f"ended by {signal.Signals(signal.SIGXCPU).name}")


def _secret(secret: str) -> None:
    if secret not in os.environ.values():
        raise OSError(0, "it is not there")


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
