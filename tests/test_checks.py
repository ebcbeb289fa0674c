"""The tests' own settings: what hangs, warns or speaks out of turn is a failure that names its test."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FAULTS = {
    "a_dialog_that_nobody_closes": "from PySide6.QtWidgets import QDialog; QDialog().exec()",
    "a_warning": "import warnings; warnings.warn('old', DeprecationWarning)",
    "a_slot_that_fails": "from PySide6.QtCore import QTimer as T; T.singleShot(0, lambda: [][0]); qapp.processEvents()",
    "a_message_of_qt": "from PySide6.QtCore import qWarning; qWarning('QPainter: not active')",
    "a_file_left_open": "import gc; open(__file__); gc.collect()",
}


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What pytest says of one test for each fault, under the project's settings."""
    file = tmp_path_factory.mktemp("faulty") / "test_faulty.py"
    tests = [f"def test_{name}(qapp):\n    {code}\n" for name, code in FAULTS.items()]
    file.write_text("from tests.conftest import qapp\n\n" + "\n".join([*tests, "def test_nothing(): pass\n"]))
    settings = ["-c", str(ROOT / "pyproject.toml"), "--rootdir", str(ROOT), "-p", "no:cacheprovider"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *settings, "-n", "1", "--timeout", "5", str(file)],
        cwd=ROOT, capture_output=True, text=True, timeout=200, env={**os.environ, "COLUMNS": "200"}, check=False,
    )  # fmt: skip
    assert done.returncode == 1, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_a_failure_that_names_its_test(fault: str, report: str) -> None:
    assert f"::test_{fault} " in report.partition("short test summary")[2], report


def test_what_has_no_fault_passes_in_an_order_that_can_be_had_again(report: str) -> None:
    assert f"{len(FAULTS)} failed, 1 passed" in report
    assert "--randomly-seed=" in report
