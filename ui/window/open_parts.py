"""What was open round the text, and what was being typed: handed on to a window made anew in another language."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from ui.window.parts import Parts


@dataclass(frozen=True)
class OpenParts:
    """`found` are the words of an open find bar, `narrowed` those that narrow the marks; None: not open.

    `caret` is where the caret stood in the note that was being typed; -1: it was elsewhere.
    """

    found: str | None
    finding: bool
    narrowed: str
    left_out: bool
    outcomes: bool
    list_at: int
    cards_at: int
    caret: int
    focus_mode: bool

    @classmethod
    def of(cls, parts: Parts) -> OpenParts:
        """Return what is open in a window."""
        desk, bar = parts.desk, parts.find_bar
        return cls(
            found=bar.field.text() if bar.isVisible() else None,
            finding=bar.field.hasFocus(),
            narrowed=desk.panel.head.search.text(),
            left_out="drawer" in parts.left_out.__dict__ and parts.left_out.drawer.isVisible(),
            outcomes="drawer" in parts.revisions.__dict__ and parts.revisions.drawer.isVisible(),
            list_at=desk.library.list.verticalScrollBar().value(),
            cards_at=desk.panel.list.verticalScrollBar().value(),
            caret=_caret(),
            focus_mode=parts.focus_mode.on,
        )

    def take_up(self, parts: Parts) -> None:
        """Open the same in the window that took its place."""
        desk, bar = parts.desk, parts.find_bar
        if self.left_out:
            parts.left_out.drawer.open()
        if self.outcomes:
            parts.revisions.list_when_known()
        if self.narrowed:
            desk.panel.head.search.setText(self.narrowed)
            desk.panel.head.filter()
        if self.found is not None:
            bar.open()
            bar.field.setText(self.found)
        if self.focus_mode:
            parts.focus_mode.turn(True)
        desk.library.list.verticalScrollBar().setValue(self.list_at)
        desk.panel.list.verticalScrollBar().setValue(self.cards_at)

    def take_keyboard(self, parts: Parts) -> bool:
        """Put the keyboard where it was being typed; False when it was not in one of these fields."""
        if self.finding and parts.find_bar.isVisible():
            parts.find_bar.field.setFocus()
            return True
        if self.caret < 0 or not parts.desk.session.here.marks:
            return False
        QTimer.singleShot(0, parts.desk.window, lambda: self._write_on(parts))  # the panel shows the mark by then
        return True

    def _write_on(self, parts: Parts) -> None:
        desk = parts.desk
        if desk.session.here.mark not in desk.session.annotations:
            return
        desk.folding.fold("panel", shown=True)
        desk.panel.edit_note(desk.session.here.mark)
        field = desk.panel.fields.note
        cursor = field.textCursor()
        cursor.setPosition(min(self.caret, len(field.toPlainText())))
        field.setTextCursor(cursor)


def _caret() -> int:
    field = QApplication.focusWidget()
    writes = isinstance(field, QPlainTextEdit) and not field.isReadOnly()
    return field.textCursor().position() if isinstance(field, QPlainTextEdit) and writes else -1
