"""Dark as the desktop, where only its portal knows it: a bus of our own, and a portal on it that answers."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PORTAL = """
import sys
from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, QTimer, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusVariant

PATH, SERVICE = "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Desktop"
application, bus = QCoreApplication([]), QDBusConnection.sessionBus()
NAMES = ("org.freedesktop.appearance", "color-scheme")

@ClassInfo({"D-Bus Interface": "org.freedesktop.portal.Settings"})
class Settings(QObject):
    @Slot(str, str, result=QDBusVariant)
    def Read(self, namespace, key):
        if (namespace, key) == NAMES:
            QTimer.singleShot(300, light)
            return QDBusVariant(QDBusVariant(1))
        return QDBusVariant(QDBusVariant(1.5))

def light():
    message = QDBusMessage.createSignal(PATH, "org.freedesktop.portal.Settings", "SettingChanged")
    message.setArguments([*NAMES, QDBusVariant(2)])
    bus.send(message)

settings = Settings()
assert bus.registerObject(PATH, settings, QDBusConnection.RegisterOption.ExportAllSlots)
assert bus.registerService(SERVICE)
print("there", flush=True)
application.exec()
"""
WINDOW = """
import subprocess, sys
from pathlib import Path
portal = subprocess.Popen([sys.executable, "-c", sys.argv[1]], stdout=subprocess.PIPE, text=True)
assert portal.stdout.readline() == "there\\n"
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication, QStyleHints
from PySide6.QtCore import Qt
from ui import portal as ours
from ui.app import Program, make_application
from ui.settings import Settings

QStyleHints.colorScheme = lambda _hints: Qt.ColorScheme.Unknown
ours._DESKTOPS = ("offscreen",)
application = make_application()
program = Program(Path(sys.argv[2]), Settings(Path(sys.argv[3])))
worn = [program.appearance.theme.id]
program.appearance.changed.connect(lambda theme: (worn.append(theme.id), len(worn) == 3 and application.quit()))
program.start()
QTimer.singleShot(30000, application.quit)
application.exec()
from ui.look.scale import SCALE
print(*worn, program.window.theme.id, SCALE.factor)
program.window.close()
program.close()
portal.kill()
"""


@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="no D-Bus here")
def test_the_desktops_own_dark_is_followed_also_while_running(tmp_path: Path) -> None:
    done = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", WINDOW, PORTAL, tmp_path / "l.tilik", tmp_path / "s.json"],
        cwd=ROOT, capture_output=True, text=True, timeout=120, check=False, env=dict(os.environ),
    )  # fmt: skip
    assert done.stdout.splitlines()[-1:] == ["light dark light light 1.5"], done.stdout + done.stderr
