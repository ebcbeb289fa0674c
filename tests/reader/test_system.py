"""What depends on the operating system: asked in one module, and right where a call is missing or refused."""

from __future__ import annotations

import ast
import errno
import json
import os
import subprocess
import sys
import tempfile
import types
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

import pytest

from reader import import_path, system
from reader.cleaning import Worker, pipe, worker
from reader.sandbox import frames

from .cleaning.test_html import page

ROOT = Path(__file__).parents[2]
SYSTEM = ROOT / "reader" / "system.py"
GOOD = page(
    "<article><h1>Board denies warning</h1><p>It said so twice, in two letters, and on the phone.</p></article>"
)
PLANTED = (
    "json socket numpy selectolax lxml/__init__ argparse struct base64 dataclasses sitecustomize usercustomize "
    "reader/__init__ reader/__main__ reader/cleaning/__init__ reader/cleaning/child ui/__init__ ui/__main__"
)


def sources() -> Iterator[Path]:
    for folder in ("reader", "ui"):
        yield from sorted((ROOT / folder).rglob("*.py"))


def plant(folder: Path, names: str = PLANTED) -> Path:
    """Modules that write their name into `folder/ran` when they are imported."""
    for name in names.split():
        file = folder / f"{name}.py"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"with open({str(folder / 'ran')!r}, 'a') as f: f.write({name!r} + '\\n')\n", "utf-8")
    (folder / "page.html").write_bytes(GOOD.data)
    return folder


def probe(folder: Path, monkeypatch: pytest.MonkeyPatch, code: str, *arguments: str, **variables: Any) -> bytes:
    """What `code` printed in an isolated process; it is found by our import path."""
    (folder / "isolated_probe.py").write_text(code, "utf-8")
    monkeypatch.syspath_prepend(str(folder))
    with tempfile.TemporaryFile() as errors:
        started = system.start_isolated("isolated_probe", *arguments, stderr=errors, **variables)
        out, _ = started.communicate(timeout=60)
        errors.seek(0)
        assert started.returncode == 0, errors.read().decode()
    return out


# --- processes of ours


def test_a_page_is_cleaned_without_the_modules_of_the_current_folder(tmp_path: Path) -> None:
    plant(tmp_path)
    start = (
        f"import sys; sys.path.append({str(ROOT)!r}); from reader.commands import main; sys.exit(main(sys.argv[1:]))"
    )
    words = [sys.executable, "-P", "-c", start]
    for command in (["clean", "page.html"], ["add", "page.html", "--library", str(tmp_path / "l.tilik")]):
        done = subprocess.run(
            [*words, *command], cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False
        )
        assert done.returncode == 0, done.stderr
    assert not (tmp_path / "ran").exists(), (tmp_path / "ran").read_text()


@pytest.mark.parametrize("program", ["reader", "ui"])
def test_a_module_run_by_name_leaves_the_current_folder(tmp_path: Path, program: str) -> None:
    plant(tmp_path, "json selectolax numpy lxml/__init__ argparse mimetypes platformdirs sqlalchemy/__init__")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-m", program, "clean", "page.html"],
        cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0 and "It said so twice" in done.stdout, done.stderr
    assert not (tmp_path / "ran").exists(), (tmp_path / "ran").read_text()


def test_a_checkout_in_the_current_folder_stays_importable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(sys, "path", ["", str(ROOT), "/elsewhere"])
    import_path.leave_current_folder()
    assert sys.path == ["/elsewhere", str(ROOT)]


def test_an_isolated_process_gets_neither_our_environment_nor_our_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWSROOM_TOKEN", "secret")
    monkeypatch.setenv("PYTHONSTARTUP", "x.py")
    monkeypatch.setenv("TZ", "Asia/Jakarta")
    code = (
        "import json, os, sys\n"
        "print(json.dumps([dict(os.environ), os.getcwd(), sys.path, sys.argv, sys.flags.isolated]))"
    )
    found = json.loads(probe(tmp_path, monkeypatch, code, "one", EXTRA="1"))
    variables, folder, path, words, isolated = found
    assert variables["TZ"] == "Asia/Jakarta" and variables["EXTRA"] == "1" and isolated
    assert not {"NEWSROOM_TOKEN", "PYTHONSTARTUP", "PYTHONPATH", "HOME"} & set(variables)
    assert Path(folder) != Path.cwd() and str(Path.cwd()) not in path and "" not in path
    assert words == ["isolated_probe", "one"]


def test_a_bundled_program_starts_itself_to_clean_a_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There `sys.executable` is the program, which takes its own words and no `-c`; here a file stands for it."""
    words, begin = list[list[str]](), subprocess.Popen

    def bundled(command: list[str], **options: Any) -> subprocess.Popen[bytes]:
        words.append(command)
        start = (
            f"import sys; sys.path.append({str(ROOT)!r}); from ui.__main__ import main; sys.exit(main(sys.argv[1:]))"
        )
        return begin([sys.executable, "-I", "-c", start, *command[1:]], **options)

    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(subprocess, "Popen", bundled)
    plant(tmp_path)
    monkeypatch.chdir(tmp_path)
    with Worker(memory_mb=1500) as worker:
        assert worker.clean(GOOD).text == worker.clean(GOOD).text != ""
    assert words == [[os.path.abspath(sys.executable), "--worker", "reader.cleaning.child", "1500", "30"]]
    assert not (tmp_path / "ran").exists()


def test_the_hidden_word_of_the_program_runs_the_cleaning_loop() -> None:
    command = [sys.executable, "-m", "ui", "--worker", "reader.cleaning.child", "1500", "30"]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdin is not None and child.stdout is not None
        frames.send(child.stdin, pipe.page_head(GOOD))
        frames.send(child.stdin, GOOD.data)
        layers = frames.receive(child.stdout)
        assert layers is not None and layers[:1] == pipe.READY
        answer = frames.receive(child.stdout)
        child.stdin.close()
        assert answer is not None and answer[:1] == b"+" and b"Board denies warning" in answer
        assert child.wait(timeout=60) == 0


def test_processes_are_started_in_one_place() -> None:
    starting = {"subprocess", "multiprocessing", "pty"}
    for file in sources():
        text = file.read_text(encoding="utf-8")
        if file == SYSTEM:
            continue
        assert not {"QProcess", "os.system", "os.popen", "os.spawn", "os.exec", "startDetached"} & _dotted(text), file
        if file.name == "attempts.py":  # it tries, confined, whether a program can be started
            continue
        # They name the type of the process that they were given.
        if file.name not in ("worker.py", "start.py", "confined_process.py"):
            assert not starting & _imports(text), file


def test_the_system_is_asked_in_one_place() -> None:
    for file in sources():
        if file == SYSTEM:
            continue
        text = file.read_text(encoding="utf-8")
        assert not {"sys.platform", "os.name", "os.fsync", "os.uname"} & _dotted(text), file
        assert not {"fcntl", "resource", "pwd", "grp", "termios", "msvcrt", "platform"} & _imports(text), file


def _dotted(text: str) -> set[str]:
    nodes = [n for n in ast.walk(ast.parse(text)) if isinstance(n, ast.Attribute)]
    names = {f"{n.value.id}.{n.attr}" for n in nodes if isinstance(n.value, ast.Name)} | {n.attr for n in nodes}
    return names | {n.id for n in ast.walk(ast.parse(text)) if isinstance(n, ast.Name)}


def _imports(text: str) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.partition(".")[0])
    return found


# --- systems that lack a call or refuse it


@pytest.mark.parametrize("error", [ValueError("current limit exceeds maximum limit"), OSError(22, "Invalid argument")])
def test_a_refused_memory_limit_is_no_limit(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def refuse(what: int, limits: tuple[int, int]) -> None:
        raise error

    fake = types.SimpleNamespace(RLIMIT_AS=9, RLIM_INFINITY=-1, getrlimit=lambda what: (-1, -1), setrlimit=refuse)
    monkeypatch.setitem(sys.modules, "resource", fake)
    assert system.limit_memory(1500) is False


REFUSED = """
import resource
def setrlimit(what, limits):
    raise ValueError("current limit exceeds maximum limit")
resource.setrlimit = setrlimit
"""
MISSING = "import sys\nsys.modules['resource'] = sys.modules['fcntl'] = None\n"
SERVE = "import sys\nfrom reader.cleaning.child import serve\nserve(int(sys.argv[1]), float(sys.argv[2]))\n"


@pytest.mark.parametrize("before", [REFUSED, MISSING], ids=["refused, as on a Mac", "no such module, as on Windows"])
def test_pages_are_cleaned_where_memory_cannot_be_limited(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: str
) -> None:
    (tmp_path / "limitless_probe.py").write_text(before + SERVE, "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    real = system.start_isolated

    def start(module: str, *arguments: str, stderr: IO[bytes], memory_mb: int, **more: Any) -> subprocess.Popen[bytes]:
        return real("limitless_probe", *arguments, stderr=stderr, **more)

    monkeypatch.setattr(worker, "start", start)
    with Worker(seconds=60) as cleaner:
        assert "twice" in cleaner.clean(GOOD).text


WITHOUT = """
import importlib, pkgutil, sys
gone = {"resource", "fcntl", "pwd", "grp", "termios", "tty", "pty", "syslog"}
class Missing:
    def find_spec(self, name, path=None, target=None):
        if name in gone:
            raise ImportError(name)
for name in gone:
    sys.modules.pop(name, None)
sys.meta_path.insert(0, Missing())
import reader, ui
names = [m.name for p in (reader, ui) for m in pkgutil.walk_packages(p.__path__, p.__name__ + ".")]
names = [n for n in names if ".migrations." not in n]
for name in names:
    importlib.import_module(name)
print(len(names))
"""


def test_every_module_imports_where_posix_is_missing() -> None:
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT], cwd=ROOT, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0 and int(done.stdout) > 250, done.stderr


# --- files


def test_a_file_is_synced_through_the_cache_of_the_drive_where_that_is_a_call_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[str] = []
    fake = types.SimpleNamespace(F_FULLFSYNC=51, fcntl=lambda fd, what: calls.append(f"fcntl {what}"))
    monkeypatch.setitem(sys.modules, "fcntl", fake)
    monkeypatch.setattr(os, "fsync", lambda fd: calls.append("fsync"))
    with open(tmp_path / "a", "wb") as file:
        system.sync(file)
        assert calls == ["fcntl 51"]

        def unknown(fd: int, what: int) -> None:
            raise OSError(errno.ENOTSUP, "Operation not supported")

        fake.fcntl = unknown
        system.sync(file)
    assert calls == ["fcntl 51", "fsync"]


def test_a_whole_file_is_there_or_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "new" / "settings.json"
    system.write_whole(target, b"one")
    assert target.read_bytes() == b"one" and [p.name for p in target.parent.iterdir()] == ["settings.json"]

    def refuse(one: Path, other: Path) -> None:
        raise PermissionError(13, "in use by another program")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(PermissionError):
        system.write_whole(target, b"two")
    assert target.read_bytes() == b"one" and [p.name for p in target.parent.iterdir()] == ["settings.json"]


def test_what_was_written_is_on_the_disk_before_it_takes_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []

    def noting(name: str, call: Callable[..., object]) -> Callable[..., object]:
        def noted(*given: object) -> object:
            done.append(name)
            return call(*given)

        return noted

    for owner, name in ((system, "sync"), (os, "replace"), (system, "sync_folder")):
        monkeypatch.setattr(owner, name, noting(name, getattr(owner, name)))
    system.write_whole(tmp_path / "set.jsonl", b"one")
    assert done == ["sync", "replace", "sync_folder"]
