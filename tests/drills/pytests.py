"""Tests that are drills when they are given more time."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.drills.desk import ROOT


def failures(file: str, seed: int, folder: Path, *chosen: str, **variables: str) -> list[str]:
    """Run the tests of a file, or those of them that the options `chosen` choose, in the order of `seed`; what failed,
    a line each."""
    command = [sys.executable, "-m", "pytest", "-q", "-n", "0", "--timeout", "0", "-p", "randomly"]
    more = [f"--randomly-seed={seed}", f"--basetemp={folder}", *chosen, file]
    platform = os.environ.get("QT_QPA_PLATFORM", "offscreen")
    ran = subprocess.run(
        [*command, *more], cwd=ROOT, env={**os.environ, "QT_QPA_PLATFORM": platform, **variables}, capture_output=True,
        encoding="utf-8", errors="replace", check=False,
    )  # fmt: skip
    told = [line for line in ran.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))]
    return told or ([] if ran.returncode == 0 else [ran.stdout[-400:] + ran.stderr[-400:]])
