"""Keys that one pane or window answers itself, beside the actions: the sheet of keys lists them too."""

from __future__ import annotations

from dataclasses import dataclass

from ui.language.i18n import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class PaneKey:
    """What `keys` do while the list or window named `place` has the keyboard."""

    text: str
    place: str
    keys: tuple[str, ...]


_BOARD = QT_TRANSLATE_NOOP("PaneKeys", "Claims board")
_LEFT_OUT = QT_TRANSLATE_NOOP("PaneKeys", "Left out")
_MARKS = QT_TRANSLATE_NOOP("PaneKeys", "Marks after a capture")
_COMPARE = QT_TRANSLATE_NOOP("PaneKeys", "Comparison")

PANE_KEYS: tuple[PaneKey, ...] = (
    PaneKey(QT_TRANSLATE_NOOP("PaneKeys", "Open the place"), _BOARD, ("Return",)),
    PaneKey(QT_TRANSLATE_NOOP("PaneKeys", "Merge the chosen claims or sources"), _BOARD, ("M",)),
    PaneKey(QT_TRANSLATE_NOOP("PaneKeys", "Split a claim"), _BOARD, ("P",)),
    PaneKey(QT_TRANSLATE_NOOP("PaneKeys", "Delete the chosen claims or sources"), _BOARD, ("Del",)),
    PaneKey(QT_TRANSLATE_NOOP("PaneKeys", "Record that a party says nothing, or take that back"), _BOARD, ("S",)),
    PaneKey(QT_TRANSLATE_NOOP("PaneKeys", "Filter claims or sources"), _BOARD, ("Ctrl+F",)),
    PaneKey(QT_TRANSLATE_NOOP("PaneKeys", "Go to a page"), _BOARD, ("Alt+1", "Alt+2", "Alt+3", "Alt+4")),
    PaneKey(QT_TRANSLATE_NOOP("PaneKeys", "Put a block back"), _LEFT_OUT, ("P",)),
    PaneKey(QT_TRANSLATE_NOOP("PaneKeys", "Take a block out"), _LEFT_OUT, ("X",)),
    PaneKey(QT_TRANSLATE_NOOP("PaneKeys", "Confirm the new place"), _MARKS, ("C",)),
    PaneKey(QT_TRANSLATE_NOOP("PaneKeys", "Attach the mark to the selection"), _MARKS, ("A",)),
    PaneKey(QT_TRANSLATE_NOOP("PaneKeys", "Leave the mark on the older text"), _MARKS, ("O",)),
    PaneKey(QT_TRANSLATE_NOOP("PaneKeys", "Show the mark"), _MARKS, ("Return",)),
    PaneKey(QT_TRANSLATE_NOOP("PaneKeys", "Next or previous change"), _COMPARE, ("F7", "Shift+F7")),
    PaneKey(QT_TRANSLATE_NOOP("PaneKeys", "Export the report"), _COMPARE, ("Ctrl+E",)),
)
