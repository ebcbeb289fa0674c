"""The keys of the article and the cards: one table from key presses to actions, whatever the keyboard.

They are not left to Qt's shortcuts: those go by the sign that a key writes, act behind an open menu, and do not know
what is chosen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.actions.keyboard import chord, sign
from ui.actions.stray_typing import StrayTyping, Verdict
from ui.here import Here, Mode, Target

REPEATED = ("sentence_", "extend_", "next_mark", "previous_mark", "start_", "end_")  # what a held key goes on doing
MOVES = ("sentence_next", "sentence_previous", "extend_next", "extend_previous", "next_mark", "previous_mark")


class ReadingKeys(QObject):
    """Watches the widgets it is given. `strayed` comes when letters were typed that nobody meant as commands.

    `sees` is asked before a key acts on what is chosen: whether that can be seen; it says so itself where it cannot.
    """

    strayed = Signal()

    def __init__(self, here: Here, parent: QObject) -> None:
        super().__init__(parent)
        self._here = here
        self._keys: dict[str, QAction] = {}
        self._acting: set[str] = set()
        self._guarded: set[QObject] = set()
        self.sees: Callable[[], bool] = lambda: True
        timer = QElapsedTimer()
        timer.start()
        self.typing = StrayTyping(timer.elapsed)
        self._take_back: Callable[[], None] = lambda: None

    def watch(self, widgets: Sequence[QWidget]) -> None:
        """Answer the keys of these widgets and of their children that leave them."""
        for widget in widgets:
            widget.installEventFilter(self)

    def guard(self, widgets: Sequence[QWidget]) -> None:
        """Let no letters of typing that went astray reach these lists, which have keys of their own."""
        for widget in widgets:
            self._guarded.add(widget)
            widget.installEventFilter(self)

    def teach(self, actions: Sequence[QAction], acting: Sequence[QAction]) -> None:
        """Know these actions by their keys from now on; those of `acting` act on what is chosen."""
        self._keys = {key.toString(): action for action in reversed(actions) for key in action.shortcuts()}
        self._acting = {action.objectName() for action in acting}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched in self._guarded:
            return isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._stops(event)
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if self._meant(event) is None:
                return False
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._press(event)
        return False

    def _meant(self, event: QKeyEvent) -> QAction | None:
        if _is_field(QApplication.focusWidget()):
            return None
        return self._keys.get(chord(event)) or self._keys.get(sign(event) or "none")

    def _press(self, event: QKeyEvent) -> bool:
        if _is_field(QApplication.focusWidget()):
            return False
        if event.key() == Qt.Key.Key_Escape:
            return self._here.mode is Mode.READING and self._here.leave()
        action = self._meant(event)
        writes = not event.modifiers() & _COMMAND and event.text().isprintable() and bool(event.text())
        if action is None and not writes:
            return False
        name = action.objectName() if action is not None else ""
        letter = event.text() if writes and event.text().isalpha() else ""
        if self._judged(letter, chosen=self._chosen(), moves=name in MOVES) is not Verdict.ACT:
            return True
        if action is not None and (not event.isAutoRepeat() or name.startswith(REPEATED)):
            self._do(action, name)
        return action is not None

    def _stops(self, event: QKeyEvent) -> bool:
        """Whether a key of a guarded list belongs to typing that began elsewhere."""
        letter = event.text() if event.text().isalpha() and not event.modifiers() & _COMMAND else ""
        return self._judged(letter, chosen=True, moves=False) is not Verdict.ACT

    def _judged(self, letter: str, *, chosen: bool, moves: bool) -> Verdict:
        verdict = self.typing.judge(bool(letter), chosen=chosen, moves=moves)
        if verdict is Verdict.STRAY:
            self._take_back()
            self.strayed.emit()
        return verdict

    def _chosen(self) -> bool:
        return self._here.target is not Target.NOTHING or self._here.mode is not Mode.READING

    def _do(self, action: QAction, name: str) -> None:
        if name in self._acting and self._chosen() and self._here.mode is Mode.READING and not self.sees():
            return
        turns = name in TURNED and not self._chosen()
        self._take_back = action.trigger if turns else lambda: None
        if action.isEnabled():
            action.trigger()


TURNED = ("hide_marks", "page_follows", "by_person", "left_out", "order_marks")  # the same key again undoes these
_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def _is_field(widget: QWidget | None) -> bool:
    """Whether letters are text there."""
    from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit  # not at the start

    if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit | QAbstractSpinBox):
        return not widget.isReadOnly()
    return isinstance(widget, QComboBox)
