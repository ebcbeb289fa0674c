"""What a page that took over its reader could reach: tried from inside, with all layers and with each alone.

Where a system has a layer it must hold; where it has not, that must be told.
"""

from __future__ import annotations

import ctypes
import errno
import json
import os
import platform
import struct
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest

from reader.cleaning import Worker
from reader.sandbox import Layer, kernel, lacking, macos, privileges, windows
from reader.sandbox.call_filter import filter_steps
from reader.sandbox.readable import readable
from reader.sandbox.system_calls import ABSENT, ALWAYS
from reader.sandbox.trial import Trial, tried_here
from reader.system import start_isolated
from tests.reader.cleaning.test_html import page

ROOT = Path(__file__).parents[3]
linux = pytest.mark.skipif(sys.platform != "linux", reason="layers of Linux")
GOOD = page("<article><h1>Board denies warning</h1><p>It said so twice, in two letters, and by phone.</p></article>")


def has_landlock() -> bool:
    try:
        return kernel.call(444, None, ctypes.c_size_t(0), ctypes.c_uint32(1)) > 0
    except OSError:
        return False


def has_seccomp() -> bool:
    known = platform.machine() in ("x86_64", "aarch64")
    return known and "Seccomp:" in Path("/proc/self/status").read_text("ascii")


@pytest.fixture(scope="module")
def trial(tmp_path_factory: pytest.TempPathFactory) -> Trial:
    library = tmp_path_factory.mktemp("desk") / "library.tilik"
    library.write_bytes(b"marks of a year")
    found = tried_here(library)
    assert library.read_bytes() == b"marks of a year"
    return found


FILES = {"read a private file", "list its folder", "write a private file", "make a file", "remove a file",
         "read the library", "write the library", "read the environment of the program"}  # fmt: skip
OUTWARD = {"write a private file", "make a file", "remove a file", "write the library", "connect to this computer",
           "open a local socket", "start a program", "make a process", "send a signal to the program",
           "trace the program"}  # fmt: skip
LIMITS = {"take more memory than its limit", "open more files than its limit", "use the processor without end",
          "find a secret in its environment"}  # fmt: skip


def reached(found: Trial) -> set[str]:
    return {attempt.name for attempt in found.attempts if attempt.outcome == "done"}


@linux
def test_layers_that_this_machine_has_hold(trial: Trial) -> None:
    assert {attempt.name for attempt in trial.attempts} == FILES | OUTWARD | LIMITS
    assert not reached(trial) & LIMITS
    if has_landlock():
        assert not reached(trial) & FILES
    if has_seccomp():
        assert not reached(trial) & OUTWARD
    granted = {layer.name: layer.holds for layer in trial.layers}
    assert granted["files"] == has_landlock() and granted["calls"] == has_seccomp() and granted["privileges"]
    assert trial.holds == (not reached(trial))


@linux
def test_the_process_that_cleans_pages_holds_the_same_layers(trial: Trial) -> None:
    with Worker() as worker:
        assert "twice" in worker.clean(GOOD).text
        assert worker.layers == trial.layers
        process = worker._process
        assert process is not None
        status = dict(
            line.split(":\t", 1) for line in Path(f"/proc/{process.pid}/status").read_text("utf-8").splitlines()
        )
        assert status["NoNewPrivs"] == "1" and int(status["CapEff"], 16) == 0
        assert status["Seccomp"] == ("2" if has_seccomp() else status["Seccomp"])


ALONE = """
import json, sys
from reader.sandbox import attempts, kernel
from reader.sandbox.layers import tried
from reader.sandbox.readable import readable
from reader.sandbox import call_filter, landlock, privileges
import reader.sandbox.confine as confining
files = readable()
def alone(megabytes, seconds):
    enter = {"landlock": lambda: landlock.forbid_files(files), "seccomp": call_filter.forbid_calls}[sys.argv[1]]
    return (tried("privileges", privileges.forbid_privileges), tried("alone", enter))
attempts.confine = alone
attempts.main(json.loads(sys.argv[2]))
"""


def run_inside(
    folder: Path, monkeypatch: pytest.MonkeyPatch, code: str, *words: str, memory: int = 64
) -> tuple[Any, dict[str, str]]:
    """Layers and outcomes of all attempts in a process that confines itself by `code`."""
    (folder / "confined_probe.py").write_text(code, "utf-8")
    private = folder / "home"
    private.mkdir()
    for name in ("private.txt", "removable", "library"):
        (private / name).write_text("x", "utf-8")
    given = {"private": str(private / "private.txt"), "folder": str(private), "library": str(private / "library"),
             "parent": os.getpid(), "port": 9, "secret": "no such", "memory": memory, "seconds": 30}  # fmt: skip
    monkeypatch.syspath_prepend(str(folder))
    with tempfile.TemporaryFile() as errors:
        started = start_isolated("confined_probe", *words, json.dumps(given), stderr=errors)
        said, _ = started.communicate(timeout=60)
        errors.seek(0)
        assert started.returncode == 0, errors.read().decode()
    layers, outcomes = json.loads(said)
    return layers, {name: outcome for name, outcome, _ in outcomes}


@linux
@pytest.mark.skipif(sys.platform != "linux" or not has_landlock(), reason="no Landlock here")
def test_landlock_alone_closes_all_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    layers, outcomes = run_inside(tmp_path, monkeypatch, ALONE, "landlock")
    assert all(holds for _, holds, _ in layers)
    assert {name: outcomes[name] for name in FILES} == dict.fromkeys(FILES, "refused")
    assert outcomes["start a program"] == outcomes["trace the program"] == "refused"


@linux
@pytest.mark.skipif(sys.platform != "linux" or not has_seccomp(), reason="no seccomp here")
def test_the_filter_of_calls_alone_lets_nothing_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    layers, outcomes = run_inside(tmp_path, monkeypatch, ALONE, "seccomp")
    assert all(holds for _, holds, _ in layers)
    assert {name: outcomes[name] for name in OUTWARD} == dict.fromkeys(OUTWARD, "refused")


OLD_KERNEL = """
import json, sys
from reader.sandbox import attempts, kernel
def refuse(*given):
    raise OSError(38, "Function not implemented")
kernel.call = kernel.prctl = kernel.unshare = refuse
if sys.argv[1] == "serve":
    from reader.cleaning.child import serve
    serve(1500, 30)
else:
    attempts.main(json.loads(sys.argv[1]))
"""


@linux
def test_a_layer_that_the_kernel_has_not_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    layers, outcomes = run_inside(tmp_path, monkeypatch, OLD_KERNEL, memory=1500)
    missing = {name for name, holds, _ in layers if not holds}
    assert missing == {"network", "capabilities", "privileges", "files", "calls"}
    assert outcomes["read a private file"] == "done" and outcomes["take more memory than its limit"] == "refused"


@linux
def test_pages_are_cleaned_all_the_same_on_an_old_kernel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "old_kernel_probe.py").write_text(OLD_KERNEL, "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))

    def start(module: str, *words: str, stderr: Any, memory_mb: int, **more: Any) -> subprocess.Popen[bytes]:
        return start_isolated("old_kernel_probe", "serve", stderr=stderr)

    monkeypatch.setattr("reader.cleaning.worker.start", start)
    with Worker(seconds=60) as worker:
        assert "twice" in worker.clean(GOOD).text
        assert {layer.name for layer in worker.layers if layer.holds} == {"memory", "limits"}


# --- what may be read


def test_of_a_folder_on_the_import_path_only_packages_may_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("letters", "package", "lib/site-packages"):
        (tmp_path / name).mkdir(parents=True)
    for name in ("package/__init__.py", "letters/source.txt", "diary.txt", "one.py"):
        (tmp_path / name).write_text("", "utf-8")
    installed = tmp_path / "lib" / "site-packages"
    monkeypatch.setattr(sys, "path", [str(tmp_path), str(installed), "/", ""])
    below = {path for path in readable() if Path(path).is_relative_to(tmp_path)}
    assert below == {str(tmp_path / "package"), str(tmp_path / "one.py"), str(installed)}
    assert "/" not in readable() and str(ROOT / "reader") in readable()


# --- the filter, for processors that are not here too


def answer(steps: list[tuple[int, int, int, int]], architecture: int, number: int, *arguments: int) -> int:
    """What the kernel would do: the filter's program carried out on one call."""
    data = struct.pack("=IIQ6Q", number, architecture, 0, *arguments, *[0] * (6 - len(arguments)))
    held, at = 0, 0
    while True:
        operation, true, false, value = steps[at]
        at += 1
        if operation == 0x20:
            (held,) = struct.unpack_from("=I", data, value)
        elif operation == 0x54:
            held &= value
        elif operation == 0x06:
            return value
        else:
            at += true if (held == value if operation == 0x15 else held >= value) else false


ALLOWED, REFUSED, KILLED = 0x7FFF0000, 0x00050000 | errno.EPERM, 0x80000000
MACHINES = [("x86_64", 0xC000003E, 0, (41, 59, 57, 62, 101, 257, 262)), ("aarch64", 0xC00000B7, 1,
            (198, 221, 1079, 129, 117, 56, 79))]  # fmt: skip


@pytest.mark.parametrize(("kind", "architecture", "column", "numbers"), MACHINES)
def test_the_filter_lets_through_what_reading_needs(
    kind: str, architecture: int, column: int, numbers: tuple[int, ...]
) -> None:
    steps = filter_steps(kind, 4711)
    assert len(steps) < 4096 and all(true < 256 and false < 256 for _, true, false, _ in steps)
    socket, program, process, signal, trace, openat, fstatat = numbers
    for refused in (socket, program, process, signal, trace):
        assert answer(steps, architecture, refused) == REFUSED
    assert answer(steps, architecture, fstatat) == ALLOWED
    for flags, wanted in ((os.O_RDONLY, ALLOWED), (1, REFUSED), (2, REFUSED), (0o100, REFUSED), (0o1000, REFUSED)):
        assert answer(steps, architecture, openat, 0, 0, flags) == wanted
    assert answer(steps, architecture ^ 1, fstatat) == KILLED
    for name, pair in ALWAYS.items():
        if (number := pair[column]) is not None:
            assert answer(steps, architecture, number) == ALLOWED, name
    for pair in ABSENT.values():
        assert answer(steps, architecture, pair[column] or 0) == 0x00050000 | errno.ENOSYS
    known = {pair[column] for pair in ALWAYS.values()}
    assert sum(answer(steps, architecture, number, 1 << 40) == ALLOWED for number in range(600)) <= len(known) + 7


def test_an_unknown_processor_has_no_filter_and_says_so() -> None:
    with pytest.raises(OSError, match="no list of system calls for riscv64"):
        filter_steps("riscv64", 1)


# --- systems that are not here


def test_the_rules_for_a_mac_deny_all_that_they_do_not_name() -> None:
    rules = macos.profile('/opt/py"thon', ["/opt/lib"])
    assert rules.startswith("(version 1)\n(deny default)\n") and '(literal "/opt/py\\"thon")' in rules
    assert "network" not in rules and "file-write" not in rules and "process-fork" not in rules
    assert '(subpath "/opt/lib")' in rules and '(subpath "/")' not in rules
    assert macos.around("/opt/python", [])[:2] == ["/usr/bin/sandbox-exec", "-p"]


@pytest.mark.skipif(sys.maxsize < 2**32, reason="the sizes are those of 64 bits")
def test_a_job_of_windows_is_one_process_with_so_much_memory() -> None:
    found = windows.limits(1500)
    assert ctypes.sizeof(found) == 144 and found.process_memory == 1500 << 20
    assert found.basic.processes == 1 and found.basic.flags == 0x8 | 0x100 | 0x400


# --- told


@pytest.fixture
def told(tmp_path: Path) -> list[dict[str, Any]]:
    done = subprocess.run(
        [sys.executable, "-m", "reader", "check", "--sandbox", "--json", "--library", str(tmp_path / "none.tilik")],
        cwd=ROOT, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == (0 if lines[0]["holds"] else 1), done.stderr
    assert not (tmp_path / "none.tilik").exists()
    return lines


def test_check_says_layer_by_layer_what_holds_here(told: list[dict[str, Any]], trial: Trial) -> None:
    summary, rest = told[0], told[1:]
    assert {r["layer"]: r["holds"] for r in rest if "layer" in r} == {x.name: x.holds for x in trial.layers}
    assert {r["attempt"] for r in rest if r.get("reached")} == set(summary["reached"]) == reached(trial)
    assert set(summary["missing"]) == {layer.name for layer in trial.layers if not layer.holds}


def test_a_system_without_the_whole_sandbox_is_told_of_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lacking, "is_linux", lambda: True)
    monkeypatch.setattr(lacking, "_found", [])
    monkeypatch.setattr(lacking, "_told", [])
    lacking.note([Layer("network", False, "no"), Layer("files", True), Layer("calls", True)])
    assert lacking.take() is None  # without a network of its own there are still no calls that reach one
    lacking.note([Layer("files", False, "Function not implemented"), Layer("calls", True)])
    assert "files: Function not implemented" in str(lacking.take()) and lacking.take() is None


@linux
def test_an_ordinary_user_without_user_namespaces_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(flags: int) -> None:
        raise OSError(errno.ENOSPC if flags & kernel.NEW_USER else errno.EPERM, "no")

    monkeypatch.setattr(kernel, "unshare", refused)
    with pytest.raises(OSError, match="lets an ordinary user make no user namespace"):
        privileges.leave_network()


def test_packages_that_are_links_into_a_cache_may_be_read_where_they_lie(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed, cache = tmp_path / "site-packages", tmp_path / "cache"
    for name in ("one/__init__.py", "one-1.dist-info/METADATA", "two.py", "private/key"):
        (cache / name).parent.mkdir(parents=True, exist_ok=True)
        (cache / name).write_text("")
    for name in ("one", "one-1.dist-info"):
        (installed / name).mkdir(parents=True)
    try:
        (installed / "one" / "__init__.py").symlink_to(cache / "one" / "__init__.py")
        (installed / "one-1.dist-info" / "METADATA").symlink_to(cache / "one-1.dist-info" / "METADATA")
        (installed / "two.py").symlink_to(cache / "two.py")
    except OSError:
        pytest.skip("this system makes no links")
    monkeypatch.setattr(sys, "path", [str(installed)])
    found = {Path(path) for path in readable()}
    assert {installed, cache / "one", cache / "one-1.dist-info", cache / "two.py"} <= found
    assert not {cache, cache / "private"} & found
