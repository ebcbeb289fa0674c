"""The passphrase of an encrypted library, or its recovery words: asked for, and changed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QFormLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from ui.dialogs.parts import add_row, button, words
from ui.look.plain_tooltip import plain_tooltip

LONG = 15  # characters: NIST SP 800-63B-4, of a password that is the only thing asked for


def secret(name: str, hint: str, parent: QWidget) -> QLineEdit:
    """Return a field that does not show what is typed in it."""
    made = QLineEdit(parent)
    made.setEchoMode(QLineEdit.EchoMode.Password)
    made.setAccessibleName(name)
    made.setToolTip(plain_tooltip(hint))
    made.setMinimumWidth(320)
    return made


def warn_when_short(field: QLineEdit, note: QLabel) -> None:
    """Show a warning in `note` while the passphrase in `field` is a short one. It is taken all the same."""
    warning = QCoreApplication.translate(
        "NewPassphraseDialog",
        "A short passphrase is soon guessed. Four or more words that do not belong together are not.",
    )

    def look(text: str) -> None:
        note.setText(warning if 0 < len(text) < LONG else "")

    field.textChanged.connect(look)


def shower(text: str, parent: QWidget, *fields: QLineEdit) -> QCheckBox:
    """Return a box that shows what is typed in `fields`."""
    box = QCheckBox(text, parent)
    box.setAccessibleName(text)
    box.setToolTip(plain_tooltip(text))

    def show(on: bool) -> None:
        for field in fields:
            field.setEchoMode(QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password)

    box.toggled.connect(show)
    return box


class PassphraseDialog(QDialog):
    """`wordsGiven` carries what was typed; `refuse` says that it was wrong, and lets it be typed again."""

    wordsGiven = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """`name` is what the library, or the backup, is called."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Encrypted library"))
        self.told = words(self.tr("{0} is encrypted. Its passphrase opens it.").format(name), self)
        self.field = secret(self.tr("Passphrase"), self.tr("The passphrase that you chose for this library"), self)
        self.shown = shower(self.tr("Show what I type"), self, self.field)
        self.recovery = QCheckBox(self.tr("I have the &recovery words"), self)
        self.recovery.setAccessibleName(self.tr("I have the recovery words"))
        hint = self.tr("The nine words that were shown when the library was encrypted")
        self.recovery.setToolTip(plain_tooltip(hint))
        self.note = words("", self)
        self.open_it = button(self.tr("&Open"), self.tr("Open the library with these words (Enter)"), self)
        self.leave = button(self.tr("Cancel"), self.tr("Leave it closed (Esc)"), self)
        self._lay_out()
        self.recovery.toggled.connect(self._change_kind)
        self.open_it.clicked.connect(self._give)
        self.leave.clicked.connect(self.reject)

    def begin(self) -> None:
        """Wait for what is typed."""
        self.field.setFocus()

    def refuse(self, reason: str) -> None:
        """Say why these words did not open it."""
        self._enable(True)
        self.note.setText(reason)
        self.field.selectAll()
        self.field.setFocus()

    def _lay_out(self) -> None:
        column, row, form = QVBoxLayout(self), QHBoxLayout(), QFormLayout()
        column.addWidget(self.told)
        add_row(form, self.tr("Words:"), self.field)
        column.addLayout(form)
        for part in (self.shown, self.recovery, self.note):
            column.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.open_it)
        row.addWidget(self.leave)
        column.addLayout(row)
        self.open_it.setDefault(True)
        self.leave.setAutoDefault(False)

    def _change_kind(self, recovery: bool) -> None:
        """Recovery words are copied from paper: they are shown as they are typed."""
        self.field.setAccessibleName(self.tr("Recovery words") if recovery else self.tr("Passphrase"))
        self.shown.setChecked(recovery)
        said = self.tr("Type the nine words in their order. Capitals do not matter, nor do hyphens.")
        self.note.setText(said if recovery else "")
        self.field.setFocus()

    def _give(self) -> None:
        from reader.store import is_recovery

        if not self.field.text():
            self.field.setFocus()
        elif self.recovery.isChecked() and not is_recovery(self.field.text()):
            self.refuse(self.tr("These are not nine recovery words: one of them is mistyped, or missing."))
        else:
            self._enable(False)
            self.note.setText(self.tr("Opening…"))
            self.wordsGiven.emit(self.field.text())

    def _enable(self, on: bool) -> None:
        for part in (self.field, self.open_it, self.recovery):
            part.setEnabled(on)


class NewPassphraseDialog(QDialog):
    """`changeWanted` carries the words that open the library now, and its new passphrase."""

    changeWanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Change the passphrase"))
        self.old = secret(
            self.tr("Passphrase or recovery words"), self.tr("What opens the library now, or its recovery words"), self
        )
        self.new = secret(self.tr("New passphrase"), self.tr("Several words that only you know"), self)
        self.again = secret(self.tr("New passphrase again"), self.tr("The same once more"), self)
        self.shown = shower(self.tr("Show what I type"), self, self.old, self.new, self.again)
        self.note = words("", self)
        self.change = button(self.tr("&Change it"), self.tr("Give the library this passphrase (Enter)"), self)
        self.leave = button(self.tr("Cancel"), self.tr("Change nothing (Esc)"), self)
        warn_when_short(self.new, self.note)
        self._lay_out()
        self.change.clicked.connect(self._give)
        self.leave.clicked.connect(self.reject)

    def refuse(self, reason: str) -> None:
        """Say why it was not changed."""
        self.change.setEnabled(True)
        self.note.setText(reason)

    def _lay_out(self) -> None:
        column, row, form = QVBoxLayout(self), QHBoxLayout(), QFormLayout()
        add_row(form, self.tr("Now:"), self.old)
        add_row(form, self.tr("New:"), self.new)
        add_row(form, self.tr("Again:"), self.again)
        column.addLayout(form)
        said = self.tr("The recovery words stay the same. Backups open with the new passphrase, too.")
        for part in (self.shown, words(said, self), self.note):
            column.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.change)
        row.addWidget(self.leave)
        column.addLayout(row)
        self.change.setDefault(True)
        self.leave.setAutoDefault(False)

    def _give(self) -> None:
        if not self.new.text() or self.new.text() != self.again.text():
            self.refuse(self.tr("The two new passphrases are not alike, or empty."))
            self.new.setFocus()
            return
        self.change.setEnabled(False)
        self.changeWanted.emit(self.old.text(), self.new.text())
