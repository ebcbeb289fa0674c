"""The tests on the machines that this one can pass for: `python3 dev.py matrix [-- NAME...]`.

Each way is a run of pytest with another language, time zone, user, set of fonts, scale, screen or Python. What each
said is kept in `build/matrix/NAME.log`; the report names every way with what passed, what failed and how long it took,
or why it could not be run here. The exit code is 1 when a test failed anywhere. Needs only Python's own library.
"""

from __future__ import annotations

import argparse
import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import dev

LOGS = dev.BUILD / "matrix"
LIMIT = 45 * 60  # seconds for one way
WORKERS = str(min(4, os.cpu_count() or 1))
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
WINDOW_MANAGERS = ("openbox", "xfwm4", "matchbox-window-manager")
FONTS = {"dejavu": "fonts-dejavu-core", "liberation": "fonts-liberation"}  # name of the folder: Debian package
# What writes files, and so meets the rules that Windows has for them.
FILES = ("tests/reader/store", "tests/reader/exchange", "tests/reader/commands", "tests/ui/test_settings.py",
         "tests/ui/test_session.py", "tests/test_rules_of_windows.py")  # fmt: skip
# That locks belong to a process and not to a handle is a rule of POSIX alone.
OURS_ALONE = "--ignore=tests/reader/store/test_database_files.py"
WINDOW = ("tests/ui",)
UNSEEN = shutil.ignore_patterns(
    ".git", ".venv", "build", "dist", "__pycache__", ".*_cache", ".coverage*", ".hypothesis"
)


class NotHere(Exception):
    """This way cannot be run on this machine; the text says why."""


@dataclass(frozen=True)
class Way:
    """One run of the tests. `prepared` gives the command of Python; it raises `NotHere` with the reason."""

    name: str
    what: str
    tests: Sequence[str] = ()
    options: Sequence[str] = ("-n", WORKERS, "--dist", "loadfile")
    variables: Mapping[str, str] = field(default_factory=dict)
    prepared: Callable[[], Sequence[str | Path]] = lambda: [sys.executable]


def ways() -> list[Way]:
    """Every way there is, in the order of the report."""
    one = ("-n", "0")
    return [
        Way("plain", "random order, a worker a processor"),
        Way("one-worker", "random order, one process", options=one),
        Way("indonesian", "LANG=id_ID.UTF-8, TZ=Asia/Jakarta", variables=spoken("id_ID.UTF-8", "Asia/Jakarta")),
        Way("indonesian-window", "the same, the window's tests alone", WINDOW,
            variables=spoken("id_ID.UTF-8", "Asia/Jakarta")),
        Way("elsewhere", "as an Indonesian machine with no font but the program's own; the window's tests", WINDOW,
            variables={**spoken("id_ID.UTF-8", "Asia/Jakarta"), **fonts("none")}),
        Way("c-locale", "LANG=C, TZ=America/New_York", variables=spoken("C", "America/New_York")),
        Way("windows", "the rules that Windows has for files", FILES,
            ("-p", "tests.rules_of_windows", OURS_ALONE, *spread())),
        Way("fonts-none", "no font but the program's own", WINDOW, variables=fonts("none")),
        *(Way(f"fonts-{name}", f"only {name} beside the program's own", WINDOW, variables=fonts(name),
              prepared=partial(with_fonts, name)) for name in FONTS),
        Way("scale-2", "QT_SCALE_FACTOR=2", WINDOW, variables={"QT_SCALE_FACTOR": "2"}),
        Way("xcb", "a real X server with a window manager", WINDOW, one, {"QT_QPA_PLATFORM": "xcb"}, on_a_screen),
        Way("xcb-scale-2", "the same, QT_SCALE_FACTOR=2", WINDOW, one,
            {"QT_QPA_PLATFORM": "xcb", "QT_SCALE_FACTOR": "2"}, on_a_screen),
        Way("user", "as an ordinary user, in a copy of the checkout"),
        *(Way(f"python-{version}", f"Python {version}, an environment of its own",
              prepared=partial(with_python, version)) for version in PYTHONS),
    ]  # fmt: skip


def spread() -> Sequence[str]:
    """The options of pytest-xdist for all processors."""
    return ("-n", WORKERS, "--dist", "loadfile")


def spoken(language: str, zone: str) -> dict[str, str]:
    """The variables of a machine that speaks `language` in the time zone `zone`."""
    return {"LANG": language, "LC_ALL": language, "LANGUAGE": "", "TZ": zone}


# --- fonts


def fonts(name: str) -> dict[str, str]:
    """The variable that lets fontconfig see one set of fonts, or none at all."""
    return {"FONTCONFIG_FILE": str(LOGS / f"fonts-{name}.conf")}


def write_font_settings() -> None:
    """Write the files that `fonts` names."""
    for name in ("none", *FONTS):
        folders = "".join(f"<dir>{folder}</dir>" for folder in glob.glob(f"/usr/share/fonts/truetype/{name}*"))
        text = (
            f'<?xml version="1.0"?>\n<fontconfig>{folders}<cachedir prefix="xdg">fontconfig</cachedir></fontconfig>\n'
        )
        (LOGS / f"fonts-{name}.conf").write_text(text, encoding="utf-8")


def with_fonts(name: str) -> Sequence[str | Path]:
    """Python, when the fonts are there or can be installed."""
    if not glob.glob(f"/usr/share/fonts/truetype/{name}*/*.ttf"):
        install([FONTS[name]], f"the fonts {name}")
        write_font_settings()
    return [sys.executable]


# --- a screen


def on_a_screen() -> Sequence[str | Path]:
    """Python under an X server of its own with a window manager."""
    if not sys.platform.startswith("linux"):
        raise NotHere("an X server is for Linux")
    if lacking := dev.missing(dev.WINDOW_LIBRARIES):
        install(list(lacking.values()), "Qt's libraries for a screen")
    if not shutil.which("xvfb-run"):
        install(["xvfb", "xauth"], "Xvfb")
    if not any(map(shutil.which, WINDOW_MANAGERS)):
        install([WINDOW_MANAGERS[0]], "a window manager")
    manager = next(name for name in WINDOW_MANAGERS if shutil.which(name))
    # The window manager ends with its server.
    script = f'{manager} >/dev/null 2>&1 & exec "$@"'
    return ["xvfb-run", "-a", "-s", "-screen 0 1920x1200x24", "sh", "-c", script, "sh", sys.executable]


def install(packages: Sequence[str], what: str) -> None:
    """Install Debian packages; `NotHere` when that is for the person to do."""
    try:
        dev.install_packages(packages, f"this way needs {what}")
    except dev.SetupError as error:
        raise NotHere(str(error)) from error


# --- Pythons


def with_python(version: str) -> Sequence[str | Path]:
    """Python of this version with what the tests need."""
    return [environment(interpreter(version))]


def interpreter(version: str) -> Path:
    """A Python of this version, on the path or of pyenv; `NotHere` when there is none."""
    pyenv = Path.home().glob(f".pyenv/versions/{version}.*/bin/python")
    for found in filter(None, (shutil.which(f"python{version}"), *map(str, sorted(pyenv)))):
        if version_of(found) == version:
            return Path(found)
    raise NotHere(f"no Python {version} was found")


def version_of(python: str | Path) -> str:
    """The version of a Python, as `3.11`; empty when it does not start."""
    code = "import sys; print('%d.%d' % sys.version_info[:2])"
    try:
        return subprocess.run([python, "-c", code], capture_output=True, text=True, timeout=60).stdout.strip()
    except OSError:
        return ""


def environment(python: Path, folder: Path | None = None) -> Path:
    """The Python of an environment made from requirements.lock, anew only when that or the Python changed."""
    folder = folder or LOGS / f"python-{version_of(python)}"
    inside, mark = dev.environment_python(folder), folder / dev.STAMP
    stamp = dev.stamp(dev.LOCK.read_bytes(), str(python))
    if mark.is_file() and mark.read_text() == stamp:
        return inside
    pip: dev.Command = [inside, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    try:
        dev.must([python, "-m", "venv", "--clear", folder])
        dev.must([*pip, "--no-deps", "--require-hashes", "-r", dev.LOCK])
    except dev.SetupError as error:
        raise NotHere(str(error)) from error
    mark.write_text(stamp)
    return inside


# --- an ordinary user


@contextmanager
def as_user() -> Iterator[tuple[Path, Path]]:
    """A copy of the checkout that `nobody` owns, and a Python that `nobody` may run."""
    if os.name == "nt" or os.geteuid() != 0:
        raise NotHere("every other way is run as an ordinary user already")
    with tempfile.TemporaryDirectory(prefix="tilik-user-") as made:
        top = Path(made)
        top.chmod(0o755)
        checkout = Path(shutil.copytree(dev.ROOT, top / "tilik", ignore=UNSEEN))
        python = sys.executable if may_run(sys.executable) else environment(system_python(), top / "venv")
        for place in (checkout, *checkout.rglob("*")):
            shutil.chown(place, "nobody", "nogroup")
        yield checkout, Path(python)


def system_python() -> Path:
    """The system's own Python, for those who may not enter root's folders."""
    for place in ("/usr/bin/python3", "/usr/local/bin/python3"):
        if version_of(place) in PYTHONS and may_run(place):
            return Path(place)
    raise NotHere("no Python 3.11 or newer that an ordinary user may run")


def may_run(python: str) -> bool:
    """Whether `nobody` may run this Python with what is installed in it."""
    try:
        return not subprocess.run([python, "-c", ""], user="nobody", capture_output=True, timeout=60).returncode
    except OSError:
        return False


# --- running and telling


@dataclass(frozen=True)
class Result:
    """How a way went. `skipped` says why it was not run."""

    way: Way
    seconds: float = 0.0
    failed: bool = False
    counts: str = ""
    skipped: str = ""

    def line(self) -> str:
        """One line of the report."""
        verdict = "not run" if self.skipped else "FAILED" if self.failed else "passed"
        said = self.skipped or f"{self.counts} in {self.seconds / 60:.1f} min"
        return f"{self.way.name:<16} {verdict:<8} {said}  ({self.way.what})"


def run(way: Way) -> Result:
    """Carry out one way; what it says goes to its log."""
    begun = time.monotonic()
    try:
        if way.name == "user":
            with as_user() as (checkout, python):
                code = pytest(way, [python], checkout, user="nobody")
        else:
            code = pytest(way, way.prepared(), dev.ROOT)
    except NotHere as error:
        return Result(way, skipped=str(error))
    text = log(way).read_text(encoding="utf-8", errors="replace")
    for line in re.findall(r"^(?:FAILED|ERROR) .*", text, re.M):
        print(line, flush=True)
    counts = re.findall(r"^=*\s*((?:\d+ \w+,? ?)+) in [\d.]+s", text, re.M)
    return Result(way, time.monotonic() - begun, code != 0, counts[-1].strip() if counts else f"ended with code {code}")


def log(way: Way) -> Path:
    """Where a way keeps what it said."""
    return LOGS / f"{way.name}.log"


def pytest(way: Way, python: Sequence[str | Path], folder: Path, user: str | None = None) -> int:
    """Run pytest in `folder`; its exit code, or 124 after `LIMIT`."""
    command = [*python, "-m", "pytest", "-q", *way.options, *(way.tests or ("tests",))]
    variables = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **way.variables}
    if user:
        variables |= {"HOME": str(folder), "USER": user}
    with log(way).open("wb") as out:
        child = subprocess.Popen(
            command, cwd=folder, env=variables, stdout=out, stderr=subprocess.STDOUT, start_new_session=True,
            user=user, group="nogroup" if user else None, extra_groups=[] if user else None,
        )  # fmt: skip
        try:
            return child.wait(LIMIT)
        except subprocess.TimeoutExpired:
            end(child)
            return 124
        except BaseException:
            end(child)
            raise


def end(child: subprocess.Popen[bytes]) -> None:
    """End a run with all that it started."""
    if os.name == "nt":
        child.kill()
    else:
        os.killpg(child.pid, 9)
    child.wait()


def main(argv: Sequence[str] | None = None) -> int:
    """Run the named ways, or all; 1 when a test failed."""
    every = {way.name: way for way in ways()}
    parser = argparse.ArgumentParser(prog="python3 dev.py matrix --", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(every))
    names = parser.parse_args(argv).names
    if unknown := sorted(set(names) - set(every)):
        parser.error(f"no such way: {', '.join(unknown)}; there are {', '.join(every)}")
    LOGS.mkdir(parents=True, exist_ok=True)
    write_font_settings()
    results = []
    for name in names or every:
        print(f"--- {name}: {every[name].what}", flush=True)
        results.append(run(every[name]))
        print(results[-1].line(), flush=True)
    print("\n" + "\n".join(result.line() for result in results), flush=True)
    return 1 if any(result.failed for result in results) else 0


if __name__ == "__main__":
    sys.exit(main())
