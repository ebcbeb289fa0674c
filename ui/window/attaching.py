"""Attaching a mark to other words, after a capture: the words may be selected before or after it is asked for."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut

from ui.desk import Desk
from ui.here import Mode


class Attaching(QObject):
    """While it is under way the next words that the mouse selects are given to the mark; by keys Enter gives them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk, self._mark = desk, ""
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), desk.window)
        self._escape.activated.connect(self.end)
        self._keys = [self._escape]
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._keys.append(QShortcut(QKeySequence(key), desk.view, context=Qt.ShortcutContext.WidgetShortcut))
            self._keys[-1].activated.connect(self._give)
        self._listen(False)
        desk.view.gestureMade.connect(lambda _spans, adding: None if adding else self._give())
        desk.session.articleOpened.connect(self.end)
        desk.session.articleClosed.connect(self.end)

    def begin(self, id: str) -> None:
        """Attach the mark of that id to the selected words, or to those that are selected next."""
        self._mark = id
        if self._desk.view.selection():
            self._give()
            return
        asked = self.tr("Select the words that this mark stands on now. Esc gives up.")
        self._desk.session.here.enter(Mode.ATTACH, asked)
        self._listen(True)
        self._desk.say(asked)
        self._desk.view.setFocus()

    def end(self) -> None:
        """Attach nothing any more."""
        if self._desk.session.here.mode is Mode.ATTACH:
            self._desk.session.here.enter(Mode.READING)
        self._mark = ""
        self._listen(False)

    def _give(self) -> None:
        if self._mark:
            self._desk.guarded(self._attach)

    def _attach(self) -> None:
        from reader.revisions.carry_marks import reattach

        session, spans = self._desk.session, self._desk.view.selection()
        mark = session.library.annotation(self._mark)
        if session.revision is not None and spans and session.do(reattach(mark, session.revision, spans)):
            self._desk.view.clear_selection()
            self.end()

    def _listen(self, on: bool) -> None:
        for key in self._keys:
            key.setEnabled(on)
