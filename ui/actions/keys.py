"""The keys that each action has now: those of the table, or the user's own from the settings.

One for the program, like its language: there is one keyboard. Menus, tooltips, chips and messages all ask here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QKeySequence

from ui.actions.row import Row
from ui.actions.table import TABLE

ROWS = {row.id: row for row in TABLE}
# What opens, leaves, goes on or writes a space, everywhere; and what moves in a text unless Ctrl or Alt is held.
_NEVER = {"Esc", "Tab", "Backtab", "Return", "Enter", "Space", "Menu", "Ctrl+A", "Ctrl+X"}
_MOVING = {"Left", "Right", "Up", "Down", "Home", "End", "PgUp", "PgDown"}
_F_KEY = re.compile(r"F\d+")


def spell(key: str) -> str:
    """Return `key` as Qt spells it, so that two spellings of one key compare equal; empty for no key."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)


def may_have(row: Row, key: str) -> bool:
    """Return whether `row` may have that key at all: a letter alone is for the reading keys, the others need Ctrl, Alt
    or an F key, since they work in text fields too."""
    found = QKeySequence(key)
    name = found.toString(QKeySequence.SequenceFormat.PortableText)
    if found.count() != 1 or not name:
        return False
    held, pressed = (name[:-2], "+") if name.endswith("++") else name.rpartition("+")[::2]
    command = not {"Ctrl", "Alt"}.isdisjoint(held.split("+"))
    if name in _NEVER or pressed in _NEVER or (pressed in _MOVING and not command):
        return False
    return row.reading or command or bool(_F_KEY.fullmatch(pressed))


def _platform_keys(row: Row) -> list[QKeySequence]:
    return list(QKeySequence.keyBindings(row.standard)) if row.standard is not None else []


class Keys(QObject):
    """`changed` comes when the user's own keys are others than before."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._own: dict[str, tuple[str, ...]] = {}
        self._rows: dict[str, Row] = {}

    def use(self, own: Mapping[str, Any]) -> None:
        """Take the user's own keys: action ids with lists of portable keys. What this version does not know, and keys
        that an action may not have, are passed over; a key given twice is the first one's."""
        taken: set[str] = set()
        found = {}
        for id, keys in own.items():
            if id in ROWS and isinstance(keys, list):
                found[id] = tuple(key for key in _known(ROWS[id], keys) if key not in taken)
                taken |= set(found[id])
        self._rows = {}
        if found != self._own:
            self._own = found
            self.changed.emit()

    def is_own(self, id: str) -> bool:
        """Return whether the user has given the action other keys."""
        return id in self._own

    def of(self, id: str) -> tuple[str, ...]:
        """Return the keys of the action `id` in portable spelling, without those that are the system's alone."""
        if id in self._own:
            return self._own[id]
        given = {key for keys in self._own.values() for key in keys}
        return tuple(key for key in map(spell, ROWS[id].keys) if key not in given)

    def sequences(self, row: Row) -> list[QKeySequence]:
        """Return our keys, then the platform's own for it, each once. The first is what menus and tooltips show."""
        ours = [QKeySequence(key) for key in self.of(row.id)]
        given = {key for keys in self._own.values() for key in keys}
        system = [] if row.id in self._own else [key for key in _platform_keys(row) if key.toString() not in given]
        return list({key.toString(): key for key in (*ours, *system) if not key.isEmpty()}.values())

    @property
    def rows(self) -> Mapping[str, Row]:
        """The actions by each of our keys, in portable spelling."""
        if not self._rows:
            self._rows = {key: row for row in TABLE for key in self.of(row.id)}
        return self._rows


KEYS = Keys()


def _known(row: Row, keys: list[Any]) -> Iterator[str]:
    for key in keys:
        if isinstance(key, str) and may_have(row, key):
            yield spell(key)


def key_name(id: str) -> str:
    """Return the first key of the action `id` as this system writes it; empty when it has none."""
    return next((native(key) for key in KEYS.of(id)), "")


def short_key(id: str) -> str:
    """Return the first key in as few signs as a chip has room for."""
    return next(iter(KEYS.of(id)), "").replace("Shift+", "⇧")


def native(key: str) -> str:
    """Return a portable key as this system writes it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def with_keys(text: str, *ids: str) -> str:
    """Return `text` with its holes filled by the first keys of these actions; by its name where one has no key."""
    return text.format(*(key_name(id) or f"“{row_name(ROWS[id])}”" for id in ids))


def with_key(text: str, id: str) -> str:
    """Return `text` with the key of the action `id` in brackets, as tooltips say it; without one, as it is."""
    key = key_name(id)
    return f"{text} ({key})" if key else text


def row_name(row: Row) -> str:
    """Return what the action is called, without the `&` and the dots of its menu."""
    return plain(QCoreApplication.translate("Actions", row.text))


def plain(text: str) -> str:
    """Return `text` of a menu without its `&` and its dots."""
    return text.replace("&", "").removesuffix("…")
