"""Keys as this system writes them: ⌘F on a Mac, Ctrl+F elsewhere, and in the reader's language."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence


def native(key: str) -> str:
    """Return `key`, in Qt's portable spelling, in the words or signs of this system."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
