"""What one row of the action table says."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QKeySequence

FOUND_BY = "found by"  # a property of an action: the words that the palette looks for, where its text says more


@dataclass(frozen=True, slots=True)
class Row:
    """One action. `keys` in Qt's portable spelling; `reading` keys work only while the article or the panel has focus.

    `section` counts the separators above it in its menu; `group` makes it one choice of several.
    """

    id: str
    text: str
    menu: str
    section: int = 0
    keys: tuple[str, ...] = ()
    standard: QKeySequence.StandardKey | None = None
    icon: str = ""
    reading: bool = False
    checkable: bool = False
    group: str = ""
