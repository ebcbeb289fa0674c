"""The window locked: every window of the program is hidden, and one that says nothing stands in their place."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from reader.messages import Words
from ui.actions.keys import ROWS, with_key
from ui.desk import Desk
from ui.language.messages import sentence
from ui.look.plain_tooltip import plain_tooltip

translate = QCoreApplication.translate
_standing: list[PrivacyScreen] = []  # it has no parent, which would hide it with the others


def lock(desk: Desk) -> PrivacyScreen:
    """Store what is typed, then hide everything."""
    desk.panel.apply_drafts()
    curtain = PrivacyScreen(desk)
    _standing.append(curtain)
    curtain.draw()
    return curtain


def _check(path: Path, words: str) -> None:
    """Called on a thread: deriving a key takes a while on purpose."""
    from reader.store import check_words

    check_words(path, words)


class PrivacyScreen(QWidget):
    """Shows no title, no text, no name. What would open meanwhile waits behind it. Closing it closes the program."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, window = desk, desk.window
        library = desk.session.library if desk.session.is_open else None
        self._path = library.path if library is not None and library.encrypted else None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Tilik")
        self._window, self._hidden, self._opened = window, list[QWidget](), False
        told = QLabel(self._said(), self)
        told.setTextFormat(Qt.TextFormat.PlainText)
        told.setWordWrap(True)
        told.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.unlock = QPushButton(translate("PrivacyScreen", "&Show the window again"), self)
        name = with_key(translate("PrivacyScreen", "Show the window again"), "lock")
        self.unlock.setAccessibleName(name)
        self.unlock.setToolTip(plain_tooltip(name))
        self.unlock.clicked.connect(self._wanted)
        for keys in ROWS["lock"].keys:
            QShortcut(QKeySequence(keys), self, self._wanted)
        self.field, self.note = self._words()
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(told)  # over the whole width: wrapped words get the height that they need
        for part in (self.field, self.unlock, self.note):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def _said(self) -> str:
        """Without a passphrase the window is hidden, and nothing is locked."""
        if self._path is not None:
            return translate("PrivacyScreen", "Tilik is locked. Nothing of the library is shown.")
        return translate(
            "PrivacyScreen",
            "Nothing of the library is shown. Anyone here can show it again: only an encrypted library asks for its"
            " passphrase.",
        )

    def _words(self) -> tuple[QLineEdit, QLabel]:
        """Where the passphrase of an encrypted library is typed, and what is said of it."""
        field, note = QLineEdit(self), QLabel(self)
        field.setEchoMode(QLineEdit.EchoMode.Password)
        name = translate("PrivacyScreen", "Passphrase or recovery words")
        field.setAccessibleName(name)
        field.setPlaceholderText(name)
        field.setToolTip(plain_tooltip(name))
        field.setMinimumWidth(320)
        field.returnPressed.connect(self._wanted)
        note.setTextFormat(Qt.TextFormat.PlainText)
        field.setVisible(self._path is not None)
        return field, note

    def _wanted(self) -> None:
        """Show the window again; that of an encrypted library for its words alone, which are tried beside it."""
        if self._path is None:
            self.open()
        elif not self.field.text():
            self.field.setFocus()
        elif self.field.isEnabled():
            self.field.setEnabled(False)
            self._desk.jobs.then(partial(_check, self._path, self.field.text()), self._right, self._wrong)

    def _right(self, _nothing: object) -> None:
        if isValid(self):
            self.open()

    def _wrong(self, reason: Words) -> None:
        if isValid(self):
            self.field.setEnabled(True)
            self.field.selectAll()
            self.field.setFocus()
            self.note.setText(sentence(reason))

    def draw(self) -> None:
        """Stand in the place of the window, then hide all others."""
        self.setGeometry(self._window.geometry())
        self.show()
        (self.unlock if self._path is None else self.field).setFocus()
        for other in QApplication.topLevelWidgets():
            self._hide(other)
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self)

    def open(self) -> None:
        """Show again what was hidden."""
        self._opened = True
        self._let_go()
        for other in self._hidden:
            other.show()
        self._window.activateWindow()
        self.close()

    def _let_go(self) -> None:
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)

    def _hide(self, other: QWidget) -> None:
        if other is not self and other.isWindow() and other.isVisible():
            self._hidden.append(other)
            other.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            QTimer.singleShot(0, self, lambda: self._hide(watched))
        return super().eventFilter(watched, event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Whoever closes it without showing the window leaves the program."""
        if not self._opened:
            self._let_go()
            self._window.close()
            if not self._window.testAttribute(Qt.WidgetAttribute.WA_WState_Hidden):  # it asked something first
                event.ignore()
                return
        super().closeEvent(event)
        _standing.remove(self)
