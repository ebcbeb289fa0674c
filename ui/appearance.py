"""How the program looks now: the paper and the size of its words, as the settings, Qt and the desktop say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from ui.look import scale, style, theme
from ui.look.scale import SCALE
from ui.look.theme import Theme
from ui.settings import Settings

if TYPE_CHECKING:
    from ui.portal import Portal


class Appearance(QObject):
    """`changed` carries a theme that is worn from now on. A window is watched by it as an event filter."""

    changed = Signal(object)

    def __init__(self, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self._desktop_dark, self._desktop_size = False, 1.0  # what the desktop's portal says
        self._over = False
        self._portal: Portal | None = None
        SCALE.set(self._size())
        _application().setFont(style.chrome_font())
        self.theme: Theme = self._dressed()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._scheme_changed)
        settings.changed.connect(self._settings_changed)

    def _dressed(self) -> Theme:
        worn = theme.load(self._paper())
        style.dress(_application(), worn)
        return worn

    def close(self) -> None:
        """Change nothing any more: the program has ended, or another took its place."""
        self._over = True
        QGuiApplication.styleHints().colorSchemeChanged.disconnect(self._scheme_changed)
        self._settings.changed.disconnect(self._settings_changed)

    def _settings_changed(self, names: set[str]) -> None:
        if "theme" in names:
            self._scheme_changed()
        if "words_size" in names:
            self._size_changed()

    # -- the paper -------------------------------------------------------------------------------------------------

    def _paper(self) -> str:
        chosen = self._settings.values.theme
        if chosen != "system":
            return chosen
        scheme = QGuiApplication.styleHints().colorScheme()
        dark = self._desktop_dark if scheme == Qt.ColorScheme.Unknown else scheme == Qt.ColorScheme.Dark
        return "dark" if dark else "light"

    def _scheme_changed(self) -> None:
        if not self._over and self.theme.id != self._paper():
            self.theme = self._dressed()
            self.changed.emit(self.theme)

    # -- the size of the words ---------------------------------------------------------------------------------------

    def _size(self) -> float:
        return scale.of_system() * self._desktop_size * self._settings.values.words_size / 100

    def _size_changed(self) -> None:
        if not self._over:
            style.resize(_application(), self._size(), self.theme)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ThemeChange, QEvent.Type.ApplicationFontChange):
            QTimer.singleShot(0, self, self._size_changed)  # the system's font may be another now
        return super().eventFilter(watched, event)

    # -- the desktop -------------------------------------------------------------------------------------------------

    def ask_desktop(self) -> None:
        """Ask the desktop what Qt does not know of it, and follow when that changes. Not needed for the first paint."""
        from ui import portal

        if self._portal is not None or not portal.is_there():
            return
        self._portal = portal.Portal(self)
        self._portal.changed.connect(self._desktop_says)
        for name in (portal.SCHEME, portal.TEXT_SCALE):
            self._portal.read(name)

    def _desktop_says(self, name: tuple[str, str], value: object) -> None:
        from ui import portal

        if name == portal.SCHEME:
            self._desktop_dark = value == portal.DARK
            self._scheme_changed()
        elif name == portal.TEXT_SCALE and isinstance(value, int | float) and not scale.knows_text_scale():
            self._desktop_size = max(0.5, min(3.0, float(value)))
            self._size_changed()


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application
