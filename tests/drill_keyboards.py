"""The reading keys on real X keyboards: layouts set by `setxkbmap`, keys sent by their codes, the real window asked.

    python -m tests.drill_keyboards

No test: it needs Xvfb, openbox, setxkbmap and xdotool. Prints one line a layout and one JSON object; the exit code is
1 when a key did something else than on a US keyboard, 69 when one of the programs is missing.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

LAYOUTS = ("us", "de", "fr", "be", "es", "se", "tr", "pl", "cz", "jp", "ru", "ara", "gr", "ru,us")
# Codes of keys with what is held, as xdotool takes them, and the action that each is on every keyboard.
PRESSES: dict[str, str] = {
    "44": "sentence_next", "10": "label:claim", "11": "label:source", "12": "label:denial", "shift+10": "certainty_1",
    "shift+16": "certainty_7", "alt+10": "recent_1", "alt+116": "next_mark", "ctrl+45": "palette",
    "shift+41": "filter_marks",
}  # fmt: skip
NEEDED = ("Xvfb", "openbox", "setxkbmap", "xdotool")


@contextmanager
def screen() -> Iterator[str]:
    """A screen of its own with a window manager; its name."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24"], pass_fds=[write], stderr=subprocess.DEVNULL
    )
    os.close(write)
    with os.fdopen(read) as named:
        display = f":{named.readline().strip()}"
    manager = subprocess.Popen(["openbox"], env={**os.environ, "DISPLAY": display}, stderr=subprocess.DEVNULL)
    try:
        yield display
    finally:
        for process in (manager, server):
            process.terminate()
            process.wait(10)


def run(folder: Path) -> dict[str, dict[str, list[str]]]:
    """What each press did, by layout."""
    from PySide6.QtWidgets import QApplication

    from reader.model.spans import Span
    from ui.app import Program, make_application
    from ui.settings import Settings

    application = make_application()
    assert isinstance(application, QApplication)
    program = Program(folder / "library.tilik", Settings(folder / "settings.json"))
    window = program.window
    program.start()

    def until(done: Callable[[], bool], seconds: float = 20) -> bool:
        end = time.monotonic() + seconds
        while not done() and time.monotonic() < end:
            application.processEvents()
            time.sleep(0.005)
        return done()

    until(lambda: program.session.is_open)
    window.parts.adding.add_samples()
    until(lambda: program.session.article is not None, 60)
    until(lambda: not program.jobs.running, 60)
    did: list[str] = []

    def note(id: str, _checked: bool = False) -> None:
        did.append(id)

    for action in window.commands.every():
        action.triggered.disconnect()
        action.triggered.connect(partial(note, action.objectName()))
    window.activateWindow()
    until(window.isActiveWindow)
    found: dict[str, dict[str, list[str]]] = {}
    for layout in LAYOUTS:
        subprocess.run(["setxkbmap", "-layout", layout], check=True, timeout=20, stderr=subprocess.DEVNULL)
        until(lambda: False, 0.4)  # the server tells its clients of the new layout
        found[layout] = {}
        for press in PRESSES:
            did.clear()
            window.view.setFocus()
            program.session.here.choose_sentence(Span(0, 5))
            subprocess.run(["xdotool", "key", press], check=True, timeout=20)
            until(lambda: bool(did), 1.5)
            until(lambda: False, 0.05)
            found[layout][press] = list(did)
    window.close()
    program.close()
    return found


def main() -> int:
    missing = [name for name in NEEDED if shutil.which(name) is None]
    if missing:
        print(f"not found: {', '.join(missing)}", file=sys.stderr)
        return 69
    with screen() as display, tempfile.TemporaryDirectory() as folder:
        os.environ.update(DISPLAY=display, QT_QPA_PLATFORM="xcb")
        found = run(Path(folder))
    wrong = {
        layout: {press: did for press, did in presses.items() if did != [PRESSES[press]]}
        for layout, presses in found.items()
    }
    for layout, others in wrong.items():
        print(f"{layout:6} {others or 'as meant'}")
    print(json.dumps({"layouts": len(found), "presses": len(PRESSES), "wrong": sum(map(len, wrong.values()))}))
    return 1 if any(wrong.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
