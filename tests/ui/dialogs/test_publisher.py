"""Who publishes and how ratings are called: kept in the library, and what does not hold is not saved."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.model.publisher import PUBLISHER, Publisher, parsed
from tests.ui.window_desk import Desk
from ui.dialogs.publisher import PublisherDialog
from ui.dialogs.settings import SettingsDialog

CTRL = Qt.KeyboardModifier.ControlModifier


def opened(desk: Desk, qtbot: QtBot) -> PublisherDialog:
    """The dialog, from the settings."""
    desk.key(Qt.Key.Key_Comma, CTRL)
    (settings,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, SettingsDialog) and w.isVisible()]
    qtbot.mouseClick(settings.publisher, Qt.MouseButton.LeftButton)
    (found,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, PublisherDialog) and w.isVisible()]
    return found


def test_what_is_saved_stays_with_the_library(desk: Desk, qtbot: QtBot) -> None:
    dialog = opened(desk, qtbot)
    qtbot.keyClicks(dialog.name, "Cek Pesisir")
    qtbot.keyClicks(dialog.address, "https://cek.example")
    dialog.names["salah", "en"].selectAll()
    qtbot.keyClicks(dialog.names["salah", "en"], "Hoax")
    dialog.values["satir"].selectAll()
    qtbot.keyClicks(dialog.values["satir"], "2")
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    made = parsed(desk.session.library.setting(PUBLISHER))
    assert (made.name, made.address, made.named("salah", "en")) == ("Cek Pesisir", "https://cek.example", "Hoax")
    assert made.grade("satir").value == 2 and {*made.grades} == {"salah", "satir"}


def test_nothing_is_saved_while_the_scale_does_not_hold(desk: Desk, qtbot: QtBot) -> None:
    dialog = opened(desk, qtbot)
    for text, holds in (("9", False), ("x", False), ("", True), ("4", True)):
        dialog.values["salah"].setText(text)
        assert dialog.save.isEnabled() is holds and bool(dialog.refused.text()) is not holds
    dialog.address.setText("cek.example")
    assert not dialog.save.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert parsed(desk.session.library.setting(PUBLISHER)) == Publisher()


def test_every_control_has_a_name_and_a_hint(desk: Desk, qtbot: QtBot) -> None:
    dialog = opened(desk, qtbot)
    fields = [dialog.name, dialog.address, dialog.logo, dialog.worst, dialog.best, dialog.save, dialog.leave]
    fields += [*dialog.values.values(), *dialog.names.values()]
    assert all(field.accessibleName() and field.toolTip() for field in fields)
    assert len({field.accessibleName() for field in fields}) == len(fields)
