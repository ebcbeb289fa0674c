"""Encrypting a library, page by page: a passphrase, the recovery words once, two of them asked for again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.dialogs.parts import add_row, button, words
from ui.dialogs.passphrase import secret, shower, warn_when_short
from ui.look.plain_tooltip import plain_tooltip
from ui.look.scale import px

COLUMNS = 3  # of recovery words
SPACE = 14  # pixels between their lines
LISTED = 5  # places of copies that are named


class EncryptingDialog(QDialog):
    """`passphraseChosen` asks for recovery words, which `show_words` shows; `encryptWanted` comes when two of them came
    back, and says whether copies that are not encrypted are to be removed."""

    passphraseChosen = Signal(str)
    encryptWanted = Signal(bool)

    def __init__(self, copies: Sequence[str], parent: QWidget | None = None) -> None:
        """`copies` tell, a line each, where those are that are not encrypted."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Encrypt this library"))
        self.resize(620, 420)
        self.pages = QStackedWidget(self)
        self.note = words("", self)
        self.next = button(self.tr("&Next"), self.tr("Go on (Enter)"), self)
        self.leave = button(self.tr("Cancel"), self.tr("Change nothing (Esc)"), self)
        self._asked: list[tuple[QLineEdit, str]] = []
        self._copies = copies
        self.pages.addWidget(self._scrolled(self._passphrase()))
        self._lay_out()
        self.next.clicked.connect(self._go_on)
        self.leave.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.addWidget(self.pages, 1)
        column.addWidget(self.note)
        row.addStretch(1)
        row.addWidget(self.next)
        row.addWidget(self.leave)
        column.addLayout(row)
        self.next.setDefault(True)
        self.leave.setAutoDefault(False)

    def _scrolled(self, page: QWidget) -> QScrollArea:
        """A page as large as its words, on a screen of any size, and in line with what stands below it."""
        if (layout := page.layout()) is not None:
            layout.setContentsMargins(0, 0, 0, 0)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setAccessibleName(self.windowTitle())
        area.setToolTip(plain_tooltip(self.windowTitle()))
        area.setWidget(page)
        return area

    # -- the pages ---------------------------------------------------------------------------------------------------

    def _passphrase(self) -> QWidget:
        page = QWidget(self)
        hint = self.tr("Several words that only you know")
        self.first = secret(self.tr("Passphrase"), hint, page)
        self.again = secret(self.tr("Passphrase again"), self.tr("The same once more"), page)
        warn_when_short(self.first, self.note)
        said = self.tr(
            "The library and its backups are encrypted from now on. Whoever has the file, but not the passphrase, "
            "cannot read anything of it. You type it when the library is opened.\n\nWhat you export is not encrypted. "
            "Nor are copies that other programs made, nor what a disk keeps of files that are deleted."
        )
        column, form = QVBoxLayout(page), QFormLayout()
        column.addWidget(words(said, page))
        add_row(form, self.tr("Passphrase:"), self.first)
        add_row(form, self.tr("Again:"), self.again)
        column.addLayout(form)
        column.addWidget(shower(self.tr("Show what I type"), page, self.first, self.again))
        column.addStretch(1)
        return page

    def show_words(self, recovery: Sequence[str], asked: Sequence[tuple[int, str]]) -> None:
        """Show the recovery words, this once; then ask for those of `asked`, by their numbers."""
        self.next.setEnabled(True)
        self.note.setText("")
        page = QWidget(self)
        said = self.tr(
            "Write these nine words down, on paper, and keep them elsewhere than this computer. They open the library "
            "when the passphrase is lost. Without both nobody can open it, and nobody can help: not even we.\n\nThey "
            "are shown this once; on the next page you are asked for two of them."
        )
        column, grid = QVBoxLayout(page), QGridLayout()
        grid.setContentsMargins(0, px(SPACE), 0, 0)
        grid.setVerticalSpacing(px(SPACE))
        column.addWidget(words(said, page))
        self.shown = [words(f"{number}. {word}", page, wrap=False) for number, word in enumerate(recovery, 1)]
        for at, label in enumerate(self.shown):
            label.setAccessibleName(label.text())
            label.setObjectName("recovery_word")
            grid.addWidget(label, at // COLUMNS, at % COLUMNS)
        column.addLayout(grid)
        column.addStretch(1)
        self.pages.addWidget(self._scrolled(page))
        self.pages.addWidget(self._scrolled(self._test(asked)))
        self.pages.setCurrentIndex(1)
        self.next.setFocus()

    def _test(self, asked: Sequence[tuple[int, str]]) -> QWidget:
        page = QWidget(self)
        column, form = QVBoxLayout(page), QFormLayout()
        column.addWidget(words(self.tr("Type these two of the recovery words, from your paper:"), page))
        for number, word in asked:
            field = QLineEdit(page)
            name = self.tr("Word {0}").format(number)
            field.setAccessibleName(name)
            field.setToolTip(plain_tooltip(name))
            add_row(form, f"{name}:", field)
            self._asked.append((field, word))
        column.addLayout(form)
        self.remove = QCheckBox(self.tr("Remove the copies that are not encrypted"), page)
        self.remove.setAccessibleName(self.remove.text())
        hint = self.tr("Older backups and kept libraries; a new, encrypted backup is made first")
        self.remove.setToolTip(plain_tooltip(hint))
        self.remove.setVisible(bool(self._copies))
        column.addWidget(self.remove)
        if self._copies:
            listed = [self.tr("Not encrypted:"), *self._copies[:LISTED]]
            column.addWidget(words("\n".join([*listed, *(["…"] if len(self._copies) > LISTED else [])]), page))
        column.addStretch(1)
        return page

    # -- going on ----------------------------------------------------------------------------------------------------

    def refuse(self, reason: str) -> None:
        """Say why it does not go on."""
        self.next.setEnabled(True)
        self.leave.setEnabled(True)
        self.note.setText(reason)

    def _go_on(self) -> None:
        page = self.pages.currentIndex()
        if page == 0:
            self._choose()
        elif page == 1:
            self.pages.setCurrentIndex(2)
            self.next.setText(self.tr("&Encrypt"))
            self.next.setAccessibleName(self.tr("Encrypt"))
            self._asked[0][0].setFocus()
        else:
            self._finish()

    def _choose(self) -> None:
        if not self.first.text() or self.first.text() != self.again.text():
            self.refuse(self.tr("The two passphrases are not alike, or empty."))
            self.first.setFocus()
            return
        self.next.setEnabled(False)
        self.note.setText(self.tr("Making a key…"))
        self.passphraseChosen.emit(self.first.text())

    def _finish(self) -> None:
        for field, word in self._asked:
            if field.text().strip().casefold() != word:
                self.refuse(self.tr("This is another word than was shown. Nothing was changed."))
                field.selectAll()
                field.setFocus()
                return
        self.next.setEnabled(False)
        self.leave.setEnabled(False)
        self.note.setText(self.tr("Encrypting…"))
        self.encryptWanted.emit(self.remove.isChecked())

    def reject(self) -> None:
        """Esc changes nothing; while it is being encrypted there is no way back."""
        if self.leave.isEnabled():
            super().reject()
