"""A small screen, as a laptop at 175 % has it: every dialog lies inside it with its buttons."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader.store import Library

ROOT = Path(__file__).parents[3]
SCREEN = {
    "name": "small",
    "x": 0,
    "y": 0,
    "width": 914,
    "height": 514,
    "logicalDpi": 96,
    "logicalBaseDpi": 96,
    "dpr": 1,
}
DIALOGS = ("export", "settings", "edit_labels", "keys", "edit_keys", "about", "reading_face", "palette")
CODE = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QDialog
from ui.app import Program, make_application
from ui.settings import Settings

application = make_application()
program = Program(Path(sys.argv[1]), Settings(Path(sys.argv[2])))
loop = QEventLoop()
program.session.libraryOpened.connect(loop.quit)
program.start()
loop.exec()
found = {}
for name in sys.argv[3:]:
    program.window.commands[name].trigger()
    (dialog,) = (dialog for dialog in program.window.findChildren(QDialog) if dialog.isVisible())
    application.processEvents()
    frame, room = dialog.frameGeometry(), dialog.screen().availableGeometry()
    found[name] = [room.width(), room.height(), room.contains(frame)]
    dialog.hide()
    dialog.deleteLater()
program.window.close()
program.close()
print(json.dumps(found))
"""


@pytest.mark.usefixtures("library")
def test_every_dialog_lies_inside_a_small_screen(library: Library, library_path: Path, tmp_path: Path) -> None:
    library.close()
    screens = tmp_path / "screens.json"
    screens.write_text(json.dumps({"screens": [SCREEN]}))
    arguments = [str(library_path), str(tmp_path / "settings.json"), *DIALOGS]
    done = subprocess.run(
        [sys.executable, "-c", CODE, *arguments], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False,
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={screens}", "QT_SCALE_FACTOR": "1"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {name: [914, 514, True] for name in DIALOGS}
