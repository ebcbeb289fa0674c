"""How large the window's words are: one factor, from which every size in pixels comes.

It is the ratio of the system's font to what is usual there, times what the reader has set. When it changes, widgets
keep standing where they are: each that has sizes of its own follows.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from weakref import WeakMethod

from PySide6.QtGui import QFontDatabase, QGuiApplication

_LARGEST = 3.0
# Points of the font that a system has when nobody has changed it.
_USUAL = {"windows": 9.0, "cocoa": 13.0}
_USUAL_DESKTOPS = {"GNOME": 11.0, "UNITY": 11.0, "X-CINNAMON": 10.0, "KDE": 10.0, "XFCE": 10.0, "MATE": 10.0}
_USUAL_OTHERWISE = 10.0
_INCH = {"cocoa": 72.0}  # points on an inch of the screen
_WITHOUT_DESKTOP = ("offscreen", "minimal", "minimalegl", "vnc", "eglfs", "linuxfb")


class Scale:
    """The factor, and who follows it."""

    def __init__(self) -> None:
        self.factor = 1.0
        self._followers: list[WeakMethod[Callable[[], object]]] = []

    def set(self, factor: float) -> bool:
        """Set the factor; False when it was so already. Whoever follows is told by `tell`."""
        if abs(factor - self.factor) < 0.005:
            return False
        self.factor = factor
        return True

    def tell(self) -> None:
        """Let everything follow that has sizes of its own."""
        from shiboken6 import isValid

        here = [(known, call) for known in self._followers if (call := known()) is not None]
        here = [(known, call) for known, call in here if isValid(getattr(call, "__self__", None))]
        self._followers = [known for known, _call in here]
        for _known, call in here:
            call()

    def follow(self, apply: Callable[[], object]) -> None:
        """Call `apply`, a method of a widget, now and whenever the factor has changed, as long as the widget lives."""
        self._followers.append(WeakMethod(apply))
        apply()


SCALE = Scale()


def px(pixels: float) -> int:
    """Return what `pixels` at the usual size of the words are now; thin lines stay as thin."""
    return round(pixels) if pixels <= 3 else max(1, round(pixels * SCALE.factor))


def length(pixels: float) -> float:
    """Return the same, for what is painted."""
    return pixels * SCALE.factor


def of_system() -> float:
    """Return the ratio of the system's font to what is usual on this system; never below 1.

    A font that is smaller than we take for usual is more likely one that we do not know.
    """
    platform = QGuiApplication.platformName()
    if platform in _WITHOUT_DESKTOP:
        return 1.0
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    inch = QGuiApplication.primaryScreen().logicalDotsPerInchY() / _INCH.get(platform, 96.0)
    if font.pointSizeF() <= 0:
        return 1.0
    return min(_LARGEST, max(1.0, font.pointSizeF() / _usual(platform) * inch))


def knows_text_scale() -> bool:
    """Return whether what the desktop has set for the size of text is in the screen's resolution already."""
    return abs(QGuiApplication.primaryScreen().logicalDotsPerInchY() - 96.0) > 1.0


def _usual(platform: str) -> float:
    if platform in _USUAL:
        return _USUAL[platform]
    desktops = os.environ.get("XDG_CURRENT_DESKTOP", "").upper().split(":")
    return next((_USUAL_DESKTOPS[name] for name in desktops if name in _USUAL_DESKTOPS), _USUAL_OTHERWISE)
