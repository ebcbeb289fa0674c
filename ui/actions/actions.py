"""Every action of the window, once: menus, buttons, the palette and the key sheet are all made from this table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from reader.model.labels import Label
from ui.actions.keyboard import chord
from ui.actions.keys import KEYS, plain, row_name, spell
from ui.actions.reading_keys import ReadingKeys
from ui.actions.row import Row
from ui.actions.table import PARENTS, TABLE
from ui.here import Here, Target
from ui.language.i18n import label_name
from ui.look.plain_tooltip import plain_tooltip

LETTERS = {"claim": "C", "source": "S", "denial": "D"}
_ONLY_RELABEL = "Ctrl+{0}"
ACTING = ("annotate", "attribution", "certainty", "stance", "mention")  # menus of what acts on what is chosen
FREE = ("filter_marks", "order_marks", "next_mark", "previous_mark", "next_linked")  # these need nothing chosen


def reserved_keys() -> dict[str, str]:
    """Return every key that belongs to an action, in portable spelling, with the action's plain name: no label may
    have it."""
    return {key: row_name(row) for key, row in KEYS.rows.items()}


def conflict(key: str, labels: Iterable[Label], own_id: str = "") -> str:
    """Return who has `key` already, by name: an action, or another label than `own_id`; empty when it is free."""
    wanted = spell(key)
    if not wanted:
        return ""
    if wanted in KEYS.rows:
        return row_name(KEYS.rows[wanted])
    for other in labels:
        if other.id != own_id and wanted in (spell(other.key), LETTERS.get(other.id, "")):
            return label_name(other)
    return ""


class Actions(QObject):
    """The table as `QAction`s. Label actions come and go with the labels; their ids are `label:<id>`."""

    labelTriggered = Signal(str)
    relabelTriggered = Signal(str)
    labelsRebuilt = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._reading: ReadingKeys | None = None
        self._here: Here | None = None
        self._of_marks = False
        self._groups: dict[str, QActionGroup] = {}
        self.by_id: dict[str, QAction] = {}
        self.labels: list[QAction] = []
        self.relabels: list[QAction] = []
        for row in TABLE:
            self._add(row)

    def __getitem__(self, id: str) -> QAction:
        return self.by_id[id]

    def _add(self, row: Row) -> None:
        action = QAction(QCoreApplication.translate("Actions", row.text), self)
        action.setObjectName(row.id)
        action.setCheckable(row.checkable)
        action.setData(row.icon)
        _give_keys(action, KEYS.sequences(row), row.reading)
        if row.group:
            self._groups.setdefault(row.group, QActionGroup(self)).addAction(action)
        if not row.reading:
            self._window.addAction(action)
        self.by_id[row.id] = action

    def connect_all(self, act: Callable[[str], None]) -> None:
        """Call `act` with the id of each action that is triggered."""
        for id, action in self.by_id.items():
            action.triggered.connect(lambda _checked=False, id=id: act(id))

    def serve(self, widgets: Sequence[QWidget], here: Here) -> ReadingKeys:
        """Make the reading keys work while `widgets` or their children have focus, on what is chosen `here`. Text
        fields keep their keys."""
        self._here, self._reading = here, ReadingKeys(here, self)
        here.changed.connect(self._name_labels)
        self._reading.watch(widgets)
        self._teach()
        return self._reading

    def give_keys(self) -> None:
        """Give every action of the table the keys that it has now; the labels are to be set anew after this."""
        for row in TABLE:
            _give_keys(self.by_id[row.id], KEYS.sequences(row), row.reading)

    def holder(self, key: str, but: str = "") -> str:
        """Return which action other than `but` has the portable `key`, by name; empty when it is free."""
        for action in self.every():
            if action.objectName() != but and key in (one.toString() for one in action.shortcuts()):
                return plain(action.text())
        return ""

    def _teach(self) -> None:
        if self._reading is not None:
            rows = [row for row in TABLE if row.reading]
            acting = [self.by_id[row.id] for row in rows if row.menu in ACTING or row.id == "take_out"]
            free = [action for action in acting if action.objectName() not in FREE]
            labels = [*self.labels, *self.relabels]
            self._reading.teach([*labels, *(self.by_id[row.id] for row in rows)], [*labels, *free])

    def answer(self, event: QKeyEvent) -> bool:
        """Do what a key of the window does, pressed on a keyboard that writes another sign with it (Cyrillic letters,
        French digits): Qt's own shortcuts go by the sign. False for any other key."""
        wanted, known = chord(event), QKeySequence(event.keyCombination()).toString()
        if wanted in ("", known) or not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            return False
        for row in TABLE:
            action = self.by_id[row.id]
            if not row.reading and action.isEnabled() and any(key.toString() == wanted for key in action.shortcuts()):
                action.trigger()
                return True
        return False

    def set_labels(self, labels: Sequence[Label]) -> None:
        """Make the label actions anew. A label whose key is taken gets none: it is refused, not doubled."""
        for action in (*self.labels, *self.relabels):
            # Gone at once for the keyboard: deleting waits for the event loop.
            action.setShortcuts([])
            action.deleteLater()
        self.labels, self.relabels, self._of_marks = [], [], False
        for label in labels:
            self.labels.append(self._label_action(label, labels))
            self.relabels.append(self._relabel_action(label, labels))
        self._teach()
        self._name_labels()
        self.labelsRebuilt.emit()

    def _name_labels(self) -> None:
        """Name what the labels' keys do now: they mark what is chosen, or make something else of a mark."""
        if self._here is None or (self._here.target is Target.MARKS) == self._of_marks:
            return
        self._of_marks = not self._of_marks
        words = self.tr("Make this mark: {0}") if self._of_marks else self.tr("Mark as {0}")
        for action in self.labels:
            action.setText(words.format(action.iconText()))

    def _label_action(self, label: Label, labels: Sequence[Label]) -> QAction:
        name = label_name(label)
        action = QAction(self.tr("Mark as {0}").format(name), self)
        action.setObjectName(f"label:{label.id}")
        action.setIconText(name)
        key = "" if conflict(label.key, labels, label.id) else label.key
        letter = LETTERS.get(label.id, "") if label.builtin else ""
        letter = "" if letter in KEYS.rows else letter
        wanted = [QKeySequence(k) for k in (key, letter) if k]
        _give_keys(action, wanted, reading=True)
        action.triggered.connect(lambda _checked=False, id=label.id: self.labelTriggered.emit(id))
        return action

    def _relabel_action(self, label: Label, labels: Sequence[Label]) -> QAction:
        action = QAction(self.tr("Change to {0}").format(label_name(label)), self)
        action.setObjectName(f"relabel:{label.id}")
        key = label.key if len(label.key) == 1 and not conflict(label.key, labels, label.id) else ""
        wanted = spell(_ONLY_RELABEL.format(key)) if key else ""
        _give_keys(action, [QKeySequence(wanted)] if wanted and wanted not in KEYS.rows else [], reading=True)
        action.triggered.connect(lambda _checked=False, id=label.id: self.relabelTriggered.emit(id))
        return action

    def every(self) -> list[QAction]:
        """Return all of them, for the palette and the key sheet: label actions first, then the table's order."""
        return [*self.labels, *self.relabels, *self.by_id.values()]


def _give_keys(action: QAction, keys: list[QKeySequence], reading: bool) -> None:
    action.setShortcuts(keys)
    if reading:
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    action.setToolTip(hint(plain(action.text()), action))


def hint(text: str, action: QAction) -> str:
    """Return A tooltip: `text`, which may be data, and the key of `action`."""
    key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return plain_tooltip(f"{text} ({key})" if key else text)


def parent_menu(menu: str) -> str:
    """Return the menu that `menu` is a part of; empty for one of the menu bar."""
    return PARENTS.get(menu, "")
