from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def run(*words: str, screen: bool = False) -> subprocess.CompletedProcess[str]:
    """`python -m ui` with `words`, as on a machine without a screen unless `screen`."""
    environment = {name: value for name, value in os.environ.items() if name not in SCREENS}
    if screen:
        environment["QT_QPA_PLATFORM"] = "offscreen"
    return subprocess.run(
        [sys.executable, "-m", "ui", *words], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120
    )


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a screen for Qt")
def test_without_a_screen_one_sentence_and_69() -> None:
    done = run()
    assert done.returncode == 69
    assert done.stdout == "" and len(done.stderr.splitlines()) == 1
    assert "no screen" in done.stderr


def test_the_command_line_needs_no_screen() -> None:
    done = run("--version")
    assert done.returncode == 0
    assert done.stdout.strip()


def test_the_command_line_loads_no_qt() -> None:
    code = "import sys; from ui.__main__ import main\ntry: main(['--help'])\nexcept SystemExit: pass\n"
    code += "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, timeout=60)
    assert done.returncode == 0, done.stderr


def test_the_main_job_without_a_screen(tmp_path: Path) -> None:
    done = run("--headless-demo", str(tmp_path))
    assert done.returncode == 0, done.stderr
    picture = (tmp_path / "window.png").read_bytes()
    assert picture.startswith(b"\x89PNG") and len(picture) > 20_000
    records = [json.loads(line) for line in (tmp_path / "samples.jsonl").read_text(encoding="utf-8").splitlines()]
    assert records
    for name in ("library.tilik", "samples.jsonl", "window.png"):
        assert str(tmp_path / name) in done.stdout
    assert "marked" in done.stdout


def test_the_demo_can_be_done_again(tmp_path: Path) -> None:
    for _ in range(2):
        assert run("--headless-demo", str(tmp_path)).returncode == 0


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    done = run("--headless-demo", str(tmp_path / "file" / "below"))
    assert done.returncode == 1
    assert "Traceback" not in done.stderr and "file" in done.stderr


def test_the_first_paint_loads_no_database_and_no_cleaner() -> None:
    code = (
        "import sys; import ui.app\n"
        "heavy = {'sqlalchemy', 'alembic', 'lxml', 'readability', 'htmldate', 'chardet', 'jinja2', 'urllib3'}\n"
        "heavy |= {'reader.cleaning', 'subprocess'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == "[]", done.stderr
