"""The program as one folder that needs no Python, built and used: `python3 dev.py bundle-check`.

PyInstaller works in an environment of its own under `build/bundle`, from the versions of requirements.lock. The built
program then cleans a page, does the headless demo and upgrades a library of the first schema, away from the checkout.
The exit code is 0, or 1 when one of the steps failed.
"""

from __future__ import annotations

import contextlib
import json
import os
import shlex
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import dev
from tests.reader.store.test_safety import back_to_the_first

FOLDER = dev.BUILD / "bundle"
VENV = FOLDER / "venv"
PROGRAM = FOLDER / "dist" / "tilik" / ("tilik.exe" if os.name == "nt" else "tilik")
LIMIT = 20 * 60  # seconds for one step
WHOLE = ("trafilatura", "courlan", "justext")  # they read their own files and their own metadata
WITH_DATA = ("reader", "dateparser", "tld")
WITH_MODULES = ("reader", "ui", "alembic")  # some are imported by a name that is only known when the program runs
WITHOUT = ("mypy", "pytest", "pyarrow")  # the lock brings them, and libraries have modules for them
# Alembic reads migrations as sources; the rest lies where the wheel puts it.
COPIED = {"reader/store/migrations": "reader/store/migrations", "resources": "tilik_data/resources",
          "seeds": "tilik_data/seeds"}  # fmt: skip


def environment() -> Path:
    """Return the Python of an environment with what the lock says and PyInstaller."""
    python = dev.environment_python(VENV)
    if not python.exists():
        run([sys.executable, "-m", "venv", VENV])
    pip: list[str | Path] = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    run([*pip, "--no-deps", "--require-hashes", "-r", dev.LOCK])
    run([*pip, "pyinstaller>=6.11"])
    return python


def build_command(python: Path) -> list[str | Path]:
    """Return PyInstaller's command for the folder `dist/tilik`."""
    places = {"distpath": FOLDER / "dist", "workpath": FOLDER / "work", "specpath": FOLDER, "paths": dev.ROOT}
    return [
        python, "-m", "PyInstaller", "--onedir", "--noconfirm", "--log-level", "WARN", "--name", "tilik",
        *(f"--{option}={place}" for option, place in places.items()),
        *(part for name in WHOLE for part in ("--collect-all", name)),
        *(part for name in WITH_DATA for part in ("--collect-data", name)),
        *(part for name in WITH_MODULES for part in ("--collect-submodules", name)),
        *(part for name in WITHOUT for part in ("--exclude-module", name)),
        *(part for here, there in COPIED.items() for part in ("--add-data", f"{dev.ROOT / here}:{there}")),
        dev.ROOT / "ui" / "__main__.py",
    ]  # fmt: skip


def run(command: Sequence[str | Path], *, quiet: bool = False, path: Path | str = "") -> str:
    """Run a command away from the checkout, with `path` as Python's further path; what it printed when `quiet`.

    Raises `CalledProcessError` or `TimeoutExpired`.
    """
    words = [str(part) for part in command]
    print(f"--- {shlex.join(words)}", flush=True)
    variables = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(path)}
    out = subprocess.PIPE if quiet else None
    done = subprocess.run(words, cwd=FOLDER, env=variables, check=True, timeout=LIMIT, stdout=out, encoding="utf-8")
    return done.stdout or ""


def failures(program: Path, folder: Path) -> Iterator[str]:
    """Use the built program in `folder`; yield what is not as it has to be."""
    sample = min((dev.ROOT / "seeds").glob("*.html"))
    article = json.loads(run([program, "clean", sample, "--json"], quiet=True))
    if not article.get("text"):
        yield f"no text was found in {sample.name}"
    said = run([program, "--headless-demo", folder], quiet=True)
    print(said, end="")
    if "failed" in said or not (folder / "window.png").is_file():
        yield "the headless demo failed"
    listing: list[str | Path] = [program, "list", "--library", folder / "library.tilik"]
    before = run(listing, quiet=True)
    with contextlib.closing(sqlite3.connect(folder / "library.tilik")) as raw:
        back_to_the_first(raw)
    run([program, "add", sample, "--library", folder / "library.tilik"])  # known already; only writing upgrades
    if not before or run(listing, quiet=True) != before:
        yield "a library of the first schema was not upgraded"


def size(folder: Path) -> int:
    """Return the bytes of all files in `folder`."""
    return sum(file.lstat().st_size for file in folder.rglob("*") if file.is_file() and not file.is_symlink())


def main() -> int:
    """Build, use and report."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in ("dist", "work", "demo"):
        shutil.rmtree(FOLDER / old, ignore_errors=True)
    try:
        run(build_command(environment()), path=dev.ROOT)  # it imports what it collects
        found = list(failures(PROGRAM, FOLDER / "demo"))
    except (subprocess.SubprocessError, OSError) as error:
        found = [str(error)]
    print(f"{PROGRAM.parent}: {size(PROGRAM.parent) / 1e6:.0f} MB")
    for failure in found:
        print(f"Failed: {failure}", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
