"""An encrypted library in the window: made, opened by its words, hidden behind them, and never exported unsaid."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from reader.store import driver, passphrases
from reader.store.encrypting import Encrypting
from tests.ui.window_desk import Desk, Starter, stop
from ui.app import Program
from ui.dialogs.encrypting import EncryptingDialog
from ui.dialogs.export_dialog import ExportDialog
from ui.dialogs.passphrase import NewPassphraseDialog, PassphraseDialog
from ui.settings import Settings
from ui.window.idle import Idle
from ui.window.privacy_screen import PrivacyScreen

pytest.importorskip("sqlcipher3")
pytest.importorskip("argon2")
WAIT = 20_000  # milliseconds at most
D = TypeVar("D", bound=QDialog)


pytestmark = pytest.mark.usefixtures("quick_passphrases")


@pytest.fixture
def recovery(library_path: Path, start: Starter) -> str:
    """The library of `start` encrypted by `one`; as another process would find it."""
    assert callable(start)
    made = Encrypting(library_path, "one")
    made.carry_out()
    driver._held.clear()
    return made.recovery


def dialog_of(kind: type[D], qtbot: QtBot) -> D:
    """The dialog of that kind that is open."""

    def found() -> list[D]:
        return [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]

    qtbot.waitUntil(lambda: len(found()) == 1, timeout=WAIT)
    return found()[0]


def type_in(field: QLineEdit, words: str) -> None:
    field.clear()
    QTest.keyClicks(field, words)


@pytest.fixture
def program(library_path: Path, recovery: str, tmp_path: Path, qtbot: QtBot) -> Iterator[Program]:
    """A program on the encrypted library, which asks for its words."""
    assert recovery
    made = Program(library_path, Settings(tmp_path / "settings.json"))
    made.start()
    yield made
    stop(made.latest)
    # Its key is forgotten after the test: no window may be left that would ask its library something.
    made.latest.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_its_words_are_asked_for_before_anything_is_shown(program: Program, qtbot: QtBot, recovery: str) -> None:
    dialog = dialog_of(PassphraseDialog, qtbot)
    assert dialog.field.echoMode() is QLineEdit.EchoMode.Password and dialog.focusWidget() is dialog.field
    assert not program.session.is_open
    type_in(dialog.field, "salah")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "do not open the library" in dialog.note.text(), timeout=WAIT)
    dialog.recovery.click()
    assert dialog.field.echoMode() is QLineEdit.EchoMode.Normal
    type_in(dialog.field, recovery[:-1])
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert "mistyped" in dialog.note.text()
    type_in(dialog.field, recovery.replace("-", " "))
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.session.is_open, timeout=WAIT)
    assert program.session.library.count() == 1 and program.session.library.encrypted


def test_without_words_it_can_be_left(program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = list[str]()

    def answer(box: QMessageBox) -> int:
        asked.append(box.text())
        next(button for button in box.buttons() if button.text() == "Try again").click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)
    QTest.keyClick(dialog_of(PassphraseDialog, qtbot), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: bool(asked), timeout=WAIT)
    assert "is encrypted" in asked[0]
    dialog = dialog_of(PassphraseDialog, qtbot)
    type_in(dialog.field, "one")
    dialog.open_it.click()
    qtbot.waitUntil(lambda: program.session.is_open, timeout=WAIT)


def test_it_is_encrypted_page_by_page(start: Starter, library_path: Path, tmp_path: Path, qtbot: QtBot) -> None:
    assert callable(start)
    program = Program(library_path, Settings(tmp_path / "settings.json"))
    with qtbot.waitSignal(program.session.libraryOpened):
        program.start()
    program.session.library.backup()
    program.window.commands["encrypt"].trigger()
    dialog = dialog_of(EncryptingDialog, qtbot)
    type_in(dialog.first, "ten letters that are many")
    assert not dialog.note.text()
    type_in(dialog.first, "one")
    assert "soon guessed" in dialog.note.text()
    type_in(dialog.again, "two")
    dialog.next.click()
    assert "not alike" in dialog.note.text() and dialog.pages.count() == 1
    type_in(dialog.again, "one")
    dialog.next.click()
    qtbot.waitUntil(lambda: dialog.pages.currentIndex() == 1, timeout=WAIT)
    words = [label.text().split(". ")[1] for label in dialog.shown]
    assert passphrases.is_recovery("-".join(words))
    dialog.next.click()
    (first, one), (second, other) = dialog._asked
    type_in(first, one)
    type_in(second, "salah")
    dialog.next.click()
    assert "another word" in dialog.note.text() and not driver.is_encrypted(library_path)
    type_in(second, other.upper())
    shown = "".join(label.text() for label in dialog.findChildren(QLabel))
    assert f"1 backup in {library_path.parent / 'backups'}" in shown
    dialog.remove.click()
    dialog.next.click()
    qtbot.waitUntil(lambda: program.latest is not program, timeout=WAIT)
    new = program.latest
    try:
        qtbot.waitUntil(lambda: new.session.is_open and new.window.banner.isVisible(), timeout=WAIT)
        assert driver.is_encrypted(library_path) and new.session.library.encrypted
        assert new.window.banner.text.text() == "The library is encrypted, and so are its backups"
        assert len(new.session.library.backups()) == 1
    finally:
        stop(new)


def opened(program: Program, qtbot: QtBot) -> Program:
    dialog = dialog_of(PassphraseDialog, qtbot)
    type_in(dialog.field, "one")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.session.is_open, timeout=WAIT)
    qtbot.waitUntil(program.window.isVisible)
    return program


def locked(program: Program, qtbot: QtBot) -> PrivacyScreen:
    def seen() -> list[QWidget]:
        return [one for one in QApplication.topLevelWidgets() if one.isVisible() and one.isWindow()]

    qtbot.waitUntil(lambda: len(seen()) == 1 and isinstance(seen()[0], PrivacyScreen), timeout=WAIT)
    assert not program.window.isVisible()
    (curtain,) = seen()
    assert isinstance(curtain, PrivacyScreen)
    return curtain


def test_what_is_hidden_is_shown_again_for_its_words_alone(program: Program, qtbot: QtBot) -> None:
    opened(program, qtbot).window.commands["lock"].trigger()
    curtain = locked(program, qtbot)
    assert curtain.field.isVisible()
    curtain.unlock.click()
    QTest.keyClick(curtain, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    type_in(curtain.field, "salah")
    QTest.keyClick(curtain.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "do not open the library" in curtain.note.text(), timeout=WAIT)
    assert not program.window.isVisible()
    type_in(curtain.field, "one")
    curtain.unlock.click()
    qtbot.waitUntil(program.window.isVisible, timeout=WAIT)


def test_it_is_hidden_when_no_key_is_touched(program: Program, qtbot: QtBot) -> None:
    opened(program, qtbot)
    (idle,) = program.window.findChildren(Idle)
    assert not idle.timer.isActive()
    program.settings.update(lock_after=3)
    assert idle.timer.isActive() and idle.timer.interval() == 180_000
    idle.timer.start(60_000_000)
    QTest.keyClick(program.window, Qt.Key.Key_Shift)
    assert idle.timer.isActive()
    idle.timer.timeout.emit()
    curtain = locked(program, qtbot)
    type_in(curtain.field, "one")
    curtain.unlock.click()
    qtbot.waitUntil(program.window.isVisible, timeout=WAIT)
    program.settings.update(lock_after=0)
    assert not idle.timer.isActive()


def test_the_passphrase_is_changed(program: Program, qtbot: QtBot, library_path: Path) -> None:
    opened(program, qtbot).window.commands["passphrase"].trigger()
    dialog = dialog_of(NewPassphraseDialog, qtbot)
    for field, words in ((dialog.old, "salah"), (dialog.new, "two"), (dialog.again, "two")):
        type_in(field, words)
    dialog.change.click()
    qtbot.waitUntil(lambda: "do not open the library" in dialog.note.text(), timeout=WAIT)
    type_in(dialog.old, "one")
    dialog.change.click()
    qtbot.waitUntil(lambda: not [w for w in QApplication.topLevelWidgets() if w is dialog], timeout=WAIT)
    text = library_path.with_name(library_path.name + ".key").read_text()
    assert passphrases.opened(text, "two")


def test_an_export_says_that_the_file_is_not_encrypted(program: Program, qtbot: QtBot) -> None:
    opened(program, qtbot).window.commands["export"].trigger()
    dialog = dialog_of(ExportDialog, qtbot)
    assert dialog.unencrypted.isVisible() and "the file will not be" in dialog.unencrypted.text()
    dialog.reject()


def test_of_a_plain_library_it_says_nothing(desk: Desk) -> None:
    desk.window.commands["export"].trigger()
    dialog = dialog_of(ExportDialog, desk.qtbot)
    assert not dialog.unencrypted.isVisible()
    dialog.reject()
