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
BY_ACTION = ("export", "settings", "edit_labels", "keys", "edit_keys", "about", "reading_face", "palette")
ENCRYPTED = ("encrypting", "its passphrase", "another passphrase")
DIALOGS = (*BY_ACTION, "what was added", "cleaned again", "where a link leads", "leaving", "older library", *ENCRYPTED)
CODE = """
import json, sys, threading
from pathlib import Path
from PySide6.QtCore import QEventLoop, QPoint, QRect
from PySide6.QtWidgets import QDialog, QPushButton, QScrollArea
from ui.app import Program, make_application
from ui.settings import Settings

def scrolls(widget):
    while widget is not None and not isinstance(widget, QScrollArea):
        widget = widget.parentWidget()
    return widget is not None

def cut_at_its_side(dialog):
    areas = [area for area in dialog.findChildren(QScrollArea) if area.parent() is dialog and area.widgetResizable()]
    return any(area.horizontalScrollBar().maximum() > 0 for area in areas)

application = make_application()
program = Program(Path(sys.argv[1]), Settings(Path(sys.argv[2])))
program.settings.update(words_size=int(sys.argv[3]), language=sys.argv[4])
loop = QEventLoop()
program.session.libraryOpened.connect(loop.quit)
program.start()
loop.exec()
found = {}

def open_others(name):
    from reader.intake.add import AddResult
    from reader.messages import Message
    from reader.progress import Progress
    from ui.dialogs.encrypting import EncryptingDialog
    from ui.dialogs.import_report import ImportReport
    from ui.dialogs.passphrase import NewPassphraseDialog, PassphraseDialog
    from ui.dialogs.link_dialog import LinkDialog
    from ui.dialogs.reclean_report import RecleanReport
    from ui.window.dialogs import show

    window = program.window
    if name == "what was added":
        why = Message("{0}: nothing in it could be taken", "page " * 40)
        show(ImportReport([AddResult(f"page{n}.html", "failed", "", why) for n in range(200)], False, window))
    elif name == "cleaned again":
        show(RecleanReport([], window))
    elif name == "where a link leads":
        show(LinkDialog("https://example.org/" + "long/" * 200, window))
    elif name == "leaving":
        go = threading.Event()
        for n in range(12):
            program.jobs.start(f"Exporting {'a long name ' * 6}{n}.html", lambda: iter([Progress(go.wait(5), 1)]))
        assert not window.parts.leaving.agreed(window.close)
        held.append(go)
    elif name == "encrypting":
        made = EncryptingDialog(["/a/very/long/way" * 8] * 7, window)
        made.show_words(["bahasa"] * 9, [(1, "bahasa"), (9, "bahasa")])
        made.pages.setCurrentIndex(2)
        show(made)
    elif name == "its passphrase":
        show(PassphraseDialog("a-very-long-name" * 8, window))
    elif name == "another passphrase":
        show(NewPassphraseDialog(window))
    elif name == "older library":
        window.parts.libraries._ask_older(Path("/a/very/long/way" * 8) / "library.tilik")

held = []
for name in sys.argv[5:]:
    if name in program.window.commands.by_id:
        program.window.commands[name].trigger()
    else:
        open_others(name)
    (dialog,) = (dialog for dialog in program.window.findChildren(QDialog) if dialog.isVisible())
    application.processEvents()
    frame, room = dialog.frameGeometry(), dialog.screen().availableGeometry()
    inside = QRect(QPoint(0, 0), dialog.size())
    buttons = [b for b in dialog.findChildren(QPushButton) if b.isVisible()]
    reached = all(inside.contains(QRect(b.mapTo(dialog, QPoint(0, 0)), b.size())) or scrolls(b) for b in buttons)
    found[name] = [room.width(), room.height(), room.contains(frame), reached and not cut_at_its_side(dialog)]
    for go in held:
        go.set()
    dialog.hide()
    dialog.deleteLater()
program.window.close()
program.close()
print(json.dumps(found))
"""


@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize("words", [100, 150, 200])
def test_every_dialog_lies_inside_a_small_screen(
    library: Library, library_path: Path, tmp_path: Path, words: int, language: str
) -> None:
    library.close()
    screens = tmp_path / "screens.json"
    screens.write_text(json.dumps({"screens": [SCREEN]}))
    arguments = [str(library_path), str(tmp_path / "settings.json"), str(words), language, *DIALOGS]
    done = subprocess.run(
        [sys.executable, "-c", CODE, *arguments], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False,
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={screens}", "QT_SCALE_FACTOR": "1"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {name: [914, 514, True, True] for name in DIALOGS}
