#!/usr/bin/env python3
"""Set up, run and test Tilik from a checkout, with nothing but Python's own library.

    python3 dev.py run [-- ARGS]     open the window on the samples; with ARGS, run `tilik ARGS`
    python3 dev.py test [-- ARGS]    style, types, import rules and tests; with ARGS, pytest alone with ARGS
    python3 dev.py matrix [-- NAME]  the tests in other languages, zones, fonts, scales, screens and Pythons
    python3 dev.py mutants [-- ID]   which broken promises the tests see: all of them
    python3 dev.py bench             the speed figures
    python3 dev.py drill [-- NUMBER] kills, power cuts, damage, bad inputs; NUMBER random sequences of keys, mouse and
                                     jobs (10000); X keyboards. -- --seed N [NAME ...]: those of tests/drills alone
    python3 dev.py train -- CORPUS   train the cleaner's models anew, with their figures on held-out publishers
    python3 dev.py pictures          make the manual's pictures anew
    python3 dev.py translate         gather what can be translated, name what is not, make it ready to be loaded
    python3 dev.py lint | format     style, types and import rules alone | put the files in form
    python3 dev.py wheel-check       build the wheel, install it into an empty environment, run it there
    python3 dev.py bundle-check      build the program as one folder that needs no Python, use it
    python3 dev.py lock [-- ARGS]    write requirements.lock anew from pyproject.toml, keep the versions that may stay,
                                     see that every system has wheels; ARGS go to the compiler (--upgrade)

The first call makes `.venv` from the versions and hashes in requirements.lock, and installs the few system libraries
that Qt needs when it may; otherwise it prints the one line to paste. Exit codes: 0 done, 1 something failed, 2 wrong
usage, 69 something that must be installed first, 130 interrupted.
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BUILD = ROOT / "build"
LOCK = ROOT / "requirements.lock"
STAMP = "made-from"  # in .venv, the name of the file that holds `stamp()`
UNAVAILABLE = 69
OLDEST_PYTHON = (3, 11)
# Percent of each part that the tests have to run. What the tests run in a confined process is not counted: it can write
# nothing, no note of its lines either.
COVERED = {"reader": "93", "ui": "88"}

# Shared libraries by soname, because the same library has other package names on other systems, and the Debian 12
# package that brings each. Qt itself names xcb-cursor0 whichever of the xcb ones is missing.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
}
WINDOW_LIBRARIES = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}

Command = Sequence[str | Path]


class SetupError(Exception):
    """Something that a person has to do first; the text says what."""


def call(command: Command, **variables: str) -> int:
    """Run a command in the checkout and return its exit code; `variables` are added to its environment."""
    return subprocess.call([str(part) for part in command], cwd=ROOT, env={**os.environ, **variables})


def must(command: Command) -> None:
    """Run a command that set-up needs; SetupError naming it when it fails."""
    if code := call(command):
        raise SetupError(f"this failed with exit code {code}: {shlex.join(str(part) for part in command)}")


# --- what is there


def has_display(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> bool:
    """Whether a person would see a window. A Qt platform that was asked for decides: some draw into memory only."""
    if asked := environment.get("QT_QPA_PLATFORM"):
        return asked.split(":")[0] not in ("offscreen", "minimal")
    return not platform.startswith("linux") or bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def loads(soname: str) -> bool:
    """Whether the system's loader finds this shared library."""
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def missing(
    libraries: Mapping[str, str], there: Callable[[str], bool] = loads, platform: str = sys.platform
) -> dict[str, str]:
    """The shared libraries of `libraries` that are not on this machine. Off Linux, Qt's wheels bring all they need."""
    return {so: deb for so, deb in libraries.items() if not there(so)} if platform.startswith("linux") else {}


def has_venv() -> bool:
    """Whether this Python can make an environment with pip; Debian keeps that in a package of its own."""
    return all(importlib.util.find_spec(name) for name in ("venv", "ensurepip"))


def environment_python(folder: Path = VENV, windows: bool = os.name == "nt") -> Path:
    """The Python inside the environment `folder`."""
    return folder / ("Scripts/python.exe" if windows else "bin/python")


# --- getting what is missing


def apt_prefix(root: bool, sudo: Callable[[], bool]) -> list[str] | None:
    """What to put before apt-get so that it may install, or None when only the person can."""
    if root:
        return []
    return ["sudo", "-n"] if sudo() else None


def may_sudo() -> bool:
    """Whether sudo works without asking for a password."""
    silent = subprocess.DEVNULL
    return bool(shutil.which("sudo")) and not subprocess.call(["sudo", "-n", "true"], stdout=silent, stderr=silent)


def install_packages(packages: Sequence[str], why: str) -> None:
    """Install Debian packages, or raise SetupError with the line to paste."""
    if not shutil.which("apt-get"):
        raise SetupError(f"{why}. Install what your system calls: {' '.join(packages)}")
    prefix = apt_prefix(os.name != "nt" and os.geteuid() == 0, may_sudo)
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if prefix is None:
        raise SetupError(f"{why}. Paste this line, then try again:  sudo {shlex.join(install)}")
    print(f"{why}. Installing: {' '.join(packages)}", flush=True)
    # A bare system has no package lists yet; a stale list names files that are gone.
    must([*prefix, "apt-get", "update", "-q"])
    # `env`, because sudo does not hand variables on.
    must([*prefix, "env", "DEBIAN_FRONTEND=noninteractive", *install])


def ensure_system(window: bool) -> None:
    """What the system has to bring: Qt's shared libraries (with `window` those of a screen too) and Python's venv."""
    wanted = {**QT_LIBRARIES, **WINDOW_LIBRARIES} if window else QT_LIBRARIES
    lacking = missing(wanted)
    packages, reasons = list(lacking.values()), [f"Qt needs {', '.join(lacking)}"] if lacking else []
    if not is_current() and not has_venv():
        packages.append("python3-venv")
        reasons.append("Python needs its modules venv and ensurepip")
    if packages:
        install_packages(packages, " and ".join(reasons))
    if still := missing(wanted):
        raise SetupError(f"Qt needs {', '.join(still)}, which is not found even now")


def stamp(lock: bytes, version: str = sys.version) -> str:
    """What the environment is made from; another lock or another Python gives another stamp."""
    return hashlib.sha256(lock + version.encode()).hexdigest()


def is_current() -> bool:
    """Whether `.venv` was made from this lock by this Python, to the end."""
    mark = VENV / STAMP
    return mark.is_file() and mark.read_text() == stamp(LOCK.read_bytes()) and environment_python().exists()


def ensure_environment() -> Path:
    """`.venv` with exactly what the lock says, made or brought up to date only when the lock changed."""
    python = environment_python()
    if is_current():
        return python
    print("Making .venv from requirements.lock …", flush=True)
    if not python.exists() or call([python, "-c", f"import sys; sys.exit(sys.version != {sys.version!r})"]):
        must([sys.executable, "-m", "venv", "--clear", VENV])
    pip: Command = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    # The lock is flat and complete; asked to resolve it as well, pip 23 stops on two spellings of one lxml extra.
    must([*pip, "--no-deps", "--require-hashes", "-r", LOCK])
    (VENV / STAMP).write_text(stamp(LOCK.read_bytes()))
    return python


def ready(window: bool = False) -> Path:
    """Everything that any command needs; returns the environment's Python."""
    ensure_system(window)
    return ensure_environment()


# --- the commands


def run(arguments: Sequence[str]) -> int:
    """The window on the samples; without a screen the same job with no window; with arguments, those."""
    display = has_display()
    python = ready(window=display and "QT_QPA_PLATFORM" not in os.environ)
    if arguments:
        return call([python, "-m", "ui", *arguments])
    if display:
        return call([python, "-m", "ui", "--samples"])
    print(
        "There is no screen here, so the samples are read, marked, exported and pictured without a window.", flush=True
    )
    BUILD.mkdir(exist_ok=True)
    return call([python, "-m", "ui", "--headless-demo", BUILD], QT_QPA_PLATFORM="offscreen")


def checks(python: Path) -> dict[str, Command]:
    """The checks that need no test run, by name."""
    return {
        "ruff check": [python, "-m", "ruff", "check", "."],
        "ruff format": [python, "-m", "ruff", "format", "--check", "."],
        "mypy": [python, "-m", "mypy"],
        "import rules": [python.with_name("lint-imports"), "--no-cache"],
    }


def lint(_: Sequence[str] = ()) -> int:
    """Style, types and import rules: every one is run, whichever fails."""
    failed = []
    for name, command in checks(ready()).items():
        print(f"--- {name}", flush=True)
        failed += [name] if call(command) else []
    if failed:
        print(f"Failed: {', '.join(failed)}", file=sys.stderr, flush=True)
    return 1 if failed else 0


def test(arguments: Sequence[str]) -> int:
    """All checks and all tests with the coverage gate; pytest's summary comes last. With arguments, pytest alone."""
    python = ready()
    if arguments:
        return call([python, "-m", "pytest", *arguments])
    linted = lint()
    print("--- tests", flush=True)
    workers = str(min(4, os.cpu_count() or 1))
    spread = ["-q", "-n", workers, "--dist", "loadfile"]
    tested = call([python, "-m", "pytest", *spread, "--cov", "--cov-report="])
    covered = tested or measure(python)
    if linted:
        print("The tests are above; before them a check failed, see there.", file=sys.stderr)
    return 1 if linted or covered else 0


def measure(python: Path) -> int:
    """Say how much of each part the tests have run; 1 when it is less than `COVERED` asks for."""
    report: Command = [python, "-m", "coverage", "report", "--skip-covered"]
    return max(call([*report, "--include", f"{part}/*", "--fail-under", least]) for part, least in COVERED.items())


def matrix(arguments: Sequence[str]) -> int:
    """The tests in every way that this machine can pass for, or in the named ones."""
    return call([ready(), "-m", "tests.matrix", *arguments])


def mutants(arguments: Sequence[str]) -> int:
    """Break each promise of tests/mutants, or the named ones, on a copy, and see that its tests notice."""
    return call([ready(), "-m", "tests.mutants", *arguments])


def bench(arguments: Sequence[str]) -> int:
    """Every benchmark of tests/bench (or those named), one after another, each figure beside its reference.

    Ends with 1 and names the benches in which a goal was missed. On a busy machine: chrt -f 10 make bench.
    """
    python, missed = ready(), []
    platform = os.environ.get("QT_QPA_PLATFORM", "offscreen")
    files = sorted((ROOT / "tests" / "bench").glob("bench_*.py"))
    for file in files:
        name = file.stem.removeprefix("bench_")
        if arguments and name not in arguments:
            continue
        print(f"--- {name} ({_load()})", flush=True)
        if call([python, "-m", f"tests.bench.{file.stem}"], QT_QPA_PLATFORM=platform):
            missed.append(name)
    print(f"--- goals missed in: {', '.join(missed)}" if missed else "--- all goals were met")
    return 1 if missed else 0


def _load() -> str:
    """How busy the machine is, for whoever reads the figures later."""
    if not hasattr(os, "getloadavg"):
        return f"{os.cpu_count()} cores"
    return f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"


def drill(arguments: Sequence[str]) -> int:
    """Kills, power cuts, damage and bad inputs (tests/drills); random hands in the window, as many sequences as wanted;
    then the reading keys on keyboards of an X server. With `--seed N` or names of drills, these drills alone."""
    python = ready()
    if arguments and not arguments[0].isdigit():
        return call([python, "-m", "tests.drills", *arguments])
    number = arguments[0] if arguments else "10000"
    drilled = call([python, "-m", "tests.drills"])
    hands: list[str | Path] = [
        python,
        "-m",
        "pytest",
        "-q",
        "-n",
        "0",
        "--timeout",
        "0",
        "tests/ui/window/test_random_hands.py",
    ]
    failed = call(hands, TILIK_SEQUENCES=number, QT_QPA_PLATFORM=os.environ.get("QT_QPA_PLATFORM", "offscreen"))
    keyboards = call([python, "-m", "tests.drill_keyboards"])
    return 1 if drilled or failed or keyboards not in (0, 69) else 0


def train(arguments: Sequence[str]) -> int:
    """Train the cleaner's models on a corpus (see tests/training) with two packages that nothing else needs."""
    import tomllib  # with the oldest Python the message about its version must still come

    python = ready()
    groups = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["dependency-groups"]
    must([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *groups["train"]])
    return call([python, "-m", "tests.training", *arguments])


def translate(_: Sequence[str]) -> int:
    """Bring resources/i18n up to date with the source, by Qt's tools; 1 when a string lacks its translation."""
    return call([ready(), "-m", "tests.translations"])


def pictures(arguments: Sequence[str]) -> int:
    """Make the manual's pictures anew, of the real window on the samples, in both languages or the named ones."""
    return call([ready(), "-m", "tests.pictures", *arguments])


def tidy(_: Sequence[str]) -> int:
    """Sort the imports and lay the code out as `test` wants it."""
    python = ready()
    fixed = call([python, "-m", "ruff", "check", "--fix", "--quiet", "."])
    return call([python, "-m", "ruff", "format", "."]) or fixed


def wheel_check(_: Sequence[str]) -> int:
    """Build the wheel, install it as a user would into an empty environment, and run it away from the checkout."""
    python, folder = ready(), BUILD / "wheel"
    shutil.rmtree(folder, ignore_errors=True)
    must([python, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT])
    must([sys.executable, "-m", "venv", folder / "venv"])
    inside = environment_python(folder / "venv")
    must([inside, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *folder.glob("*.whl")])
    tilik = inside.with_name("tilik.exe" if os.name == "nt" else "tilik")
    sample = min((ROOT / "seeds").glob("*.html"))
    for arguments in (["--version"], ["clean", sample, "--json"], ["--headless-demo", folder / "demo"]):
        command = [str(tilik), *map(str, arguments)]
        print(f"--- {shlex.join(command)}", flush=True)
        # Away from the checkout, so that only what the wheel brought can be imported.
        variables = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": ""}
        subprocess.run(command, cwd=folder, env=variables, check=True)
    return 0


def bundle_check(_: Sequence[str]) -> int:
    """Build the program with PyInstaller as a folder that needs no Python, and use it; see tests/bundle.py."""
    return call([ready(), "-m", "tests.bundle"])


def lock(arguments: Sequence[str]) -> int:
    """Write requirements.lock: versions and hashes for every system, and not one address; 1 where a wheel lacks.

    A version that is there stays as long as pyproject.toml allows it; `--upgrade` among the arguments takes the newest.
    """
    python = ready()
    if call([python, "-c", "import uv"]):
        must([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "uv"])
    compiler: Command = [python, "-m", "uv", "pip", "compile", "--quiet"]
    form = ["--group", "dev", "--universal", "--python-version", "3.11", "--generate-hashes", "--no-emit-index-url"]
    said = ["--custom-compile-command", "python3 dev.py lock"]
    if code := call([*compiler, "pyproject.toml", *form, *said, *arguments, "-o", LOCK.name]):
        return code
    from tests import wheels

    try:
        lacking = wheels.lacking(compiler)
    except wheels.LookUpError as error:
        raise SetupError(str(error)) from error
    print("\n".join(lacking or ["Every system has wheels."]), file=sys.stderr if lacking else sys.stdout)
    return 1 if lacking else 0


COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    "run": run,
    "test": test,
    "matrix": matrix,
    "mutants": mutants,
    "bench": bench,
    "drill": drill,
    "train": train,
    "pictures": pictures,
    "translate": translate,
    "lint": lint,
    "format": tidy,
    "wheel-check": wheel_check,
    "bundle-check": bundle_check,
    "lock": lock,
}


def main(argv: Sequence[str] | None = None) -> int:
    """Carry out one command; returns the exit code."""
    given = list(sys.argv[1:] if argv is None else argv)
    split = given.index("--") if "--" in given else len(given)
    parser = argparse.ArgumentParser(
        prog="dev.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("command", choices=COMMANDS)
    command: str = parser.parse_args(given[:split]).command
    if sys.version_info[:2] < OLDEST_PYTHON:
        print(f"Tilik needs Python 3.11 or newer; this is {sys.version.split()[0]}.", file=sys.stderr)
        return UNAVAILABLE
    try:
        return COMMANDS[command](given[split + 1 :])
    except SetupError as error:
        print(f"dev.py: {error}", file=sys.stderr)
        return UNAVAILABLE
    except subprocess.CalledProcessError as error:
        print(f"dev.py: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
