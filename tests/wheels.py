"""Which packages of the lock a system that the README names would have to build from source: for `dev.py lock`."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# The systems that the README names, as uv calls them, and the Pythons that `lock` looks for wheels for.
SYSTEMS = {
    "Windows x64": "x86_64-pc-windows-msvc",
    "Windows on ARM": "aarch64-pc-windows-msvc",
    "macOS on Apple silicon": "aarch64-apple-darwin",
    "macOS on Intel": "x86_64-apple-darwin",
    "Linux on x86-64": "x86_64-manylinux_2_34",
    "Linux on ARM": "aarch64-manylinux_2_39",
}
PYTHONS = ("3.11", "3.13", "3.14")
WHEEL_WANTED = re.compile(r"Wheels are required for `([^`]+)`")

Command = Sequence[str | Path]


class LookUpError(Exception):
    """The wheels could not be looked up; the text is what was said."""


def lacking(compiler: Command, run: Callable[[Command], str] | None = None) -> list[str]:
    """Return a line for each package of the lock that one of the systems and Pythons would have to build."""
    lines = []
    for system, platform in SYSTEMS.items():
        for version in PYTHONS:
            for name in lacking_on(
                compiler, ["--python-platform", platform, "--python-version", version], run or refused
            ):
                lines.append(f"{name} has no wheel for {system}, Python {version}.")
    return lines


def lacking_on(compiler: Command, target: Sequence[str], run: Callable[[Command], str]) -> list[str]:
    """Return the packages of the lock without a wheel for one target, found one after the other."""
    names: list[str] = []
    wheels = ["--no-deps", "--only-binary", ":all:", *target]
    while said := run(
        [*compiler, "requirements.lock", *wheels, *(f"--no-binary={name}" for name in names), "-o", os.devnull]
    ):
        new = [name for name in WHEEL_WANTED.findall(said) if name not in names]
        if not new:
            raise LookUpError(f"the wheels could not be looked up: {said.strip()}")
        names += new
    return names


def refused(command: Command) -> str:
    """Return what a command says on stderr when it fails; empty when it does its work."""
    variables = {**os.environ, "MACOSX_DEPLOYMENT_TARGET": "14.0"}
    done = subprocess.run([*map(str, command)], cwd=ROOT, env=variables, capture_output=True, text=True, check=False)
    return (done.stderr or f"exit code {done.returncode}") if done.returncode else ""
