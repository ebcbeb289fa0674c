"""Which key was pressed, on whatever keyboard: the one name by which the reading keys know a key press.

A letter is the Latin letter printed on the key; on a keyboard that has none (Russian, Arabic, Greek) it is the letter
at that place of the US keyboard. A digit is the key in the row of digits, whether it needs Shift there (French) or
gives another sign (Czech). Key codes: X11 and Wayland count Linux's input codes from 8; Windows gives the scan codes of
set 1, macOS `kVK_ANSI_*` of HIToolbox.
"""

from __future__ import annotations

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from reader.system import is_macos, is_windows

_ROWS = "1234567890", "QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM"
_MAC_ROWS = (
    (18, 19, 20, 21, 23, 22, 26, 28, 25, 29),
    (12, 13, 14, 15, 17, 16, 32, 34, 31, 35),
    (0, 1, 2, 3, 5, 4, 38, 40, 37),
    (6, 7, 8, 9, 11, 45, 46),
)
_MAC = {code: sign for codes, row in zip(_MAC_ROWS, _ROWS, strict=True) for code, sign in zip(codes, row, strict=True)}
_X11 = {first + n: sign for first, row in zip((10, 24, 38, 52), _ROWS, strict=True) for n, sign in enumerate(row)}
_WINDOWS = {first + n: sign for first, row in zip((2, 16, 30, 44), _ROWS, strict=True) for n, sign in enumerate(row)}

_HELD = (
    Qt.KeyboardModifier.ShiftModifier
    | Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_LEVEL_3 = 0x80  # X11's Mod5, which AltGr holds
_FIRST_NAMED = 0x01000000  # from here on Qt's keys are named ones: Return, F1, arrows


def place_of(event: QKeyEvent) -> str:
    """Return the letter or digit that the US keyboard has at the place of this key; empty for other keys."""
    if is_macos():
        return _MAC.get(event.nativeVirtualKey(), "") if event.nativeScanCode() else ""
    places = _WINDOWS if is_windows() else _X11
    return places.get(event.nativeScanCode(), "")


def chord(event: QKeyEvent) -> str:
    """Return a key press in Qt's portable spelling ("J", "Shift+1", "Alt+Down"); empty for one that writes a sign by
    AltGr, or that is none of these."""
    if _by_level_3(event):
        return ""
    key, held = event.key(), event.modifiers() & _HELD
    name = _latin(key, place_of(event), bool(event.modifiers() & Qt.KeyboardModifier.KeypadModifier))
    found = Qt.Key(ord(name)) if name else Qt.Key(key) if key >= _FIRST_NAMED else None
    if found is None or found in _ALONE:
        return ""
    return QKeySequence(QKeyCombination(held, found)).toString(QKeySequence.SequenceFormat.PortableText)


def sign(event: QKeyEvent) -> str:
    """Return the punctuation mark that a key press writes, however it is written; empty for anything else."""
    if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier):
        return ""
    text = event.text()
    return text if len(text) == 1 and text.isprintable() and not text.isalnum() and not text.isspace() else ""


def _latin(key: int, place: str, keypad: bool) -> str:
    """The letter or digit meant: what is printed, or what stands at that place where no Latin letter is printed."""
    if Qt.Key.Key_A <= key <= Qt.Key.Key_Z:
        return chr(key)
    if place.isdigit() and not keypad:
        return place
    if Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
        return chr(key)
    return place if key < _FIRST_NAMED and place.isalpha() else ""


def _by_level_3(event: QKeyEvent) -> bool:
    if event.modifiers() & Qt.KeyboardModifier.GroupSwitchModifier:
        return True
    if is_windows():
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        return (event.modifiers() & both) == both and bool(event.text().strip()) and event.text().isprintable()
    return not is_macos() and bool(event.nativeModifiers() & _LEVEL_3)


_ALONE = {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr, Qt.Key.Key_CapsLock}
