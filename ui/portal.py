"""The desktop's portal over D-Bus: its settings where Qt does not know them, and notifications. Linux only.

Nothing waits for it: every answer comes as a signal or a call.
See https://flatpak.github.io/xdg-desktop-portal/docs/.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher, QDBusVariant
from PySide6.QtGui import QGuiApplication

_SERVICE, _PATH = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
_SETTINGS, _NOTIFICATION = "org.freedesktop.portal.Settings", "org.freedesktop.portal.Notification"
SCHEME = ("org.freedesktop.appearance", "color-scheme")  # 0: no wish, 1: dark, 2: light
DARK = 1
TEXT_SCALE = ("org.gnome.desktop.interface", "text-scaling-factor")
_DESKTOPS = ("xcb", "wayland", "wayland-egl")


def is_there() -> bool:
    """Return whether this is a Linux desktop with a session bus; asking Qt for a bus may start one."""
    if QGuiApplication.platformName() not in _DESKTOPS:
        return False
    run = os.environ.get("XDG_RUNTIME_DIR", "")
    return bool(os.environ.get("DBUS_SESSION_BUS_ADDRESS")) or (bool(run) and (Path(run) / "bus").exists())


class Portal(QObject):
    """`changed` carries a setting's name and its value, whenever the desktop says a new one."""

    changed = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = QDBusConnection.sessionBus()
        slot: Any = SLOT("take(QString,QString,QDBusVariant)")  # declared as bytes, and takes only words
        self._bus.connect(_SERVICE, _PATH, _SETTINGS, "SettingChanged", self, slot)

    def read(self, name: tuple[str, str]) -> None:
        """Ask for a setting; `changed` brings its value when the desktop has one."""
        self._call(_SETTINGS, "Read", list(name), lambda found: self.changed.emit(name, found), lambda: None)

    def notify(self, title: str, text: str, refused: Callable[[], object]) -> None:
        """Ask the desktop to show a notification; `refused` is called when nobody shows any."""
        self._call(_NOTIFICATION, "AddNotification", ["ended", {"title": title, "body": text}], None, refused)

    def _call(
        self,
        interface: str,
        method: str,
        arguments: list[object],
        receive: Callable[[object], object] | None,
        refused: Callable[[], object],
    ) -> None:
        message = QDBusMessage.createMethodCall(_SERVICE, _PATH, interface, method)
        message.setArguments(arguments)
        watcher = QDBusPendingCallWatcher(self._bus.asyncCall(message), self)

        def finish() -> None:
            found = watcher.reply()
            watcher.deleteLater()
            if found.type() == QDBusMessage.MessageType.ErrorMessage:
                refused()
            elif receive is not None and found.arguments():
                receive(_plain(found.arguments()[0]))

        watcher.finished.connect(finish)

    @Slot(str, str, QDBusVariant)
    def take(self, namespace: str, key: str, value: QDBusVariant) -> None:
        """Pass on what the desktop says has changed."""
        self.changed.emit((namespace, key), _plain(value))


def _plain(value: object) -> object:
    """What a variant holds: `Read` answers with a variant in a variant."""
    while isinstance(value, QDBusVariant):
        value = value.variant()
    return value
