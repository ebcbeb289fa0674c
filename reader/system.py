"""What depends on the operating system, asked here and nowhere else: syncing, limits, processes of our own.

All modules import where `fcntl` and `resource` are not there, as on Windows.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import stat
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, BinaryIO

from reader.messages import Message
from reader.targets import objection

if TYPE_CHECKING:
    import subprocess

# What a process of ours gets of our environment: the language and time zone of the system, and what an interpreter
# needs to start.
PASSED_ON = frozenset(
    {
        "LANG", "LANGUAGE", "LC_ALL", "LC_CTYPE", "LC_MESSAGES", "LC_TIME", "TZ", "TZDIR", "TMPDIR",
        "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "DYLD_FRAMEWORK_PATH",
    }
)  # fmt: skip
_PASSED_ON_WINDOWS = frozenset({"SYSTEMROOT", "WINDIR", "SYSTEMDRIVE", "COMSPEC", "PATH", "TEMP", "TMP"})

# Run by an interpreter in isolated mode, whose import path holds the standard library and the installed packages.
# Our package is loaded from its own folder; further folders come last, so that they can replace nothing.
_START = """
import importlib.util, os, runpy, sys
folder, module, further = sys.argv[1:4]
spec = importlib.util.spec_from_file_location(
    "reader", os.path.join(folder, "__init__.py"), submodule_search_locations=[folder]
)
sys.modules["reader"] = package = importlib.util.module_from_spec(spec)
spec.loader.exec_module(package)
sys.path += [entry for entry in further.split(os.pathsep) if entry and entry not in sys.path]
sys.argv[:] = [module, *sys.argv[4:]]
runpy.run_module(module, run_name="__main__")
"""


def is_windows() -> bool:
    """Return whether this is Windows."""
    return os.name == "nt"


def is_mac() -> bool:
    """Return whether this is macOS."""
    return sys.platform == "darwin"


def is_linux() -> bool:
    """Return whether this is Linux, where a screen may be missing."""
    return sys.platform.startswith("linux")


def is_macos() -> bool:
    """Return whether this is macOS."""
    return sys.platform == "darwin"


def machine() -> str:
    """Return the kind of processor on POSIX, such as `x86_64`, as the system names it."""
    return os.uname().machine


# --- processes


def start_isolated(
    module: str,
    *arguments: str,
    stderr: IO[bytes],
    background: bool = False,
    around: Sequence[str] = (),
    **variables: str,
) -> subprocess.Popen[bytes]:
    """Run a module of `reader` with pipes for its stdin and stdout, and `variables` added to its environment.

    Words `around` go before the command, such as a program that confines it.

    In the `background` it gets less of the processor on Windows; elsewhere it calls `step_back` itself.

    Nothing of the current folder can be imported there: the interpreter is isolated (`-I`), stands in a folder that
    belongs to the system, and gets no more of our environment than `PASSED_ON`. A bundled program, where there is no
    interpreter, is started again with `--worker` as its first word, see `run_worker`. Raises `OSError`.
    """
    import subprocess  # late: a cold start does not need it

    return subprocess.Popen(
        [*around, os.path.abspath(sys.executable), *_start(module), *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=stderr,
        cwd=_neutral_folder(),
        env={**_environment(os.environ), **variables},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0)
        | (getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0) if background else 0),
    )


def usable_cores() -> int:
    """Return how many cores this process may use, 1 at least."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def step_back() -> None:
    """Let other processes have the processor first, for good; Windows does so when it starts one, see above."""
    if hasattr(os, "sched_setscheduler"):  # out of a real-time class, where there are no nicer ones
        with contextlib.suppress(OSError):  # where a system refuses that, it is only less nice
            os.sched_setscheduler(0, os.SCHED_BATCH, os.sched_param(0))
    if hasattr(os, "nice"):
        os.nice(10)


def run_worker(words: Sequence[str]) -> None:
    """Run the module that `words` begin with as the main one, in this process, with the others as its arguments."""
    import runpy  # late: only a bundled program's own process needs it

    sys.argv[:] = words
    runpy.run_module(words[0], run_name="__main__")


def _start(module: str) -> list[str]:
    if getattr(sys, "frozen", False):
        return ["--worker", module]
    return ["-I", "-X", "utf8", "-c", _START, _package(), module, _further()]


def _package() -> str:
    return os.path.dirname(os.path.abspath(__file__))


def _further() -> str:
    """Our own import path without the current folder: packages may have been installed in a place of their own."""
    try:
        here = os.path.realpath(os.getcwd())
    except OSError:  # it was deleted
        here = ""
    return os.pathsep.join(e for e in sys.path if os.path.isabs(e) and os.path.realpath(e) != here)


def _neutral_folder() -> str:
    """A folder where only the system's owner can put files."""
    return os.environ.get("SYSTEMROOT", sys.base_prefix) if is_windows() else "/"


def _environment(ours: Mapping[str, str]) -> dict[str, str]:
    allowed = PASSED_ON | _PASSED_ON_WINDOWS if is_windows() else PASSED_ON
    return {name: value for name, value in ours.items() if name.upper() in allowed}


def limit_memory(megabytes: int) -> bool:
    """Bound this process's address space; False where the system has no such limit or refuses it.

    Windows has none. macOS refuses any that is smaller than what is mapped already, which is always so there.
    """
    resource = module_or_none("resource")
    if resource is None or megabytes <= 0:
        return False
    wanted = megabytes << 20
    try:
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))
    except (ValueError, OSError, AttributeError):
        return False
    return True


def module_or_none(name: str) -> Any:
    """Return a module that not every system has, or None."""
    try:
        return import_module(name)
    except ImportError:
        return None


# --- files


def sync(file: BinaryIO | IO[bytes]) -> None:
    """Put what was written to `file` on the disk; it must be open for writing, as Windows demands. Raises `OSError`.

    macOS leaves it in the drive's cache at an ordinary `fsync`, and has a call of its own for the disk.
    """
    file.flush()
    fcntl = module_or_none("fcntl")
    if fcntl is not None and hasattr(fcntl, "F_FULLFSYNC"):
        with contextlib.suppress(OSError):  # not every file system there knows it
            fcntl.fcntl(file.fileno(), fcntl.F_FULLFSYNC)
            return
    os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Make new and changed names in `folder` outlive a power cut (Windows does so by itself, and cannot be asked)."""
    if is_windows():
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


PART = re.compile(r"\.tilik-[0-9a-f]{32}\.part(?:-journal)?")  # a file on its way; what a kill leaves has this name


def part_name() -> str:
    """Return a name that only a file on its way has."""
    return f".tilik-{os.urandom(16).hex()}.part"


def hold(descriptor: int) -> bool:
    """Say that a file on its way is being written, until it is closed; False where the system cannot, or another
    says so."""
    fcntl = module_or_none("fcntl")
    if fcntl is None:
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def remove_parts(folder: Path) -> list[Path]:
    """Remove files on their way that a kill or a power cut left in `folder`; those that are removed.

    What another process still writes stays: it is held there, and Windows removes no open file. Links are not followed.
    """
    return [path for path in _parts(folder) if _remove_left(path)]


def _remove_left(path: Path) -> bool:
    flags = os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        with open(os.open(path, flags), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode) or not (is_windows() or hold(file.fileno())):
                return False
            if not is_windows():
                path.unlink()
                return True
        path.unlink()  # Windows refuses that while anybody has it open
    except OSError:  # in use, or not ours
        return False
    return True


def _parts(folder: Path) -> list[Path]:
    try:
        return [Path(entry.path) for entry in os.scandir(folder) if PART.fullmatch(entry.name)]
    except OSError:
        return []


class PassingFile:
    """A file on its way to `path`: written to `file` under a passing name beside it, put there whole by `settle`.

    Only its owner may read it: what leaves a library is handed on by a person, not by the rights of a folder. Raises
    `OSError`.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._passing = path.with_name(part_name())
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        self.file: BinaryIO = os.fdopen(os.open(self._passing, flags, 0o600), "wb")
        hold(self.file.fileno())

    def check(self, look: Callable[[BinaryIO], object]) -> None:
        """Let `look` read again what was finished; it raises `OSError` when that is not whole."""
        with open(self._passing, "rb") as written:
            look(written)

    def finish(self) -> None:
        """Put on the disk what was written."""
        sync(self.file)
        self.file.close()

    def settle(self) -> None:
        """Rename it to its path, in place of what stands there; call `sync_folder` afterwards."""
        os.replace(self._passing, self._path)

    def discard(self) -> None:
        """Remove what is left under the passing name."""
        with contextlib.suppress(OSError):  # what could not be written to the disk cannot be flushed either
            self.file.close()
        self._passing.unlink(missing_ok=True)


class RefusedError(FileExistsError):
    """A file may not be put there; `message` says why."""

    def __init__(self, message: Message, path: Path) -> None:
        super().__init__(errno.EEXIST, str(message), str(path))
        self.message = message


def write_whole(path: Path, data: bytes) -> None:
    """Write `data` to `path` as one step: after a kill or a power cut the old file or the new one is there, whole.

    Only its owner may read it. A library or another database is never replaced. Raises `OSError`, and leaves nothing
    behind then.
    """
    if reason := objection(path, overwrite=True):
        raise RefusedError(reason, path)
    path.parent.mkdir(parents=True, exist_ok=True)
    passing = PassingFile(path)
    try:
        passing.file.write(data)
        passing.finish()
        passing.settle()
        sync_folder(path.parent)
    finally:
        passing.discard()


# --- drives

_NETWORKED = frozenset({
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ncpfs", "davfs", "ceph", "glusterfs", "9p", "fuse.sshfs",
    "fuse.rclone", "fuse.davfs2", "fuse.gvfsd-fuse", "fuse.s3fs", "fuse.glusterfs",
})  # fmt: skip
_REMOTE = 4  # of GetDriveTypeW


def is_network_drive(folder: Path) -> bool:
    """Return whether a folder is on another machine's disk; False where the system does not say."""
    if is_windows():
        if folder.drive.startswith("\\\\"):
            return True
        kernel = getattr(module_or_none("ctypes"), "windll", None)
        return kernel is not None and kernel.kernel32.GetDriveTypeW(f"{folder.drive}\\") == _REMOTE
    return _file_system(os.path.realpath(folder)) in _NETWORKED


def _file_system(folder: str) -> str:
    """The kind of the file system that holds the folder, as Linux names it; empty elsewhere."""
    try:
        lines = Path("/proc/self/mounts").read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return ""
    best, kind = "", ""
    for line in lines:
        _, place, named, *_ = line.split(" ")
        place = place.replace("\\040", " ")
        if len(place) >= len(best) and (folder == place or folder.startswith(place.rstrip("/") + "/")):
            best, kind = place, named
    return kind
