"""A link of an article, and what Tilik is: told, and nothing opened unless asked for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from reader import __version__
from tests.ui.window_desk import Desk
from ui.dialogs.about import About
from ui.dialogs.link_dialog import LinkDialog


@pytest.fixture
def browser(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that were handed to the browser."""
    asked: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(QUrl(url).toString()))
    return asked


def shown(address: str, qtbot: QtBot) -> LinkDialog:
    dialog = LinkDialog(address)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def words(dialog: LinkDialog | About) -> list[str]:
    found = dialog.findChildren(QLabel)
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in found)
    return [label.text() for label in found]


def test_the_address_is_told_and_opened_only_by_its_button(browser: list[str], qtbot: QtBot) -> None:
    dialog = shown("https://herald.example/a?b=<b>c</b>", qtbot)
    assert "https://herald.example/a?b=<b>c</b>" in words(dialog)
    assert any("herald.example" in text and "/a" not in text for text in words(dialog))
    assert browser == []
    qtbot.mouseClick(dialog.open_, Qt.MouseButton.LeftButton)
    assert len(browser) == 1 and browser[0].startswith("https://herald.example/a") and not dialog.isVisible()


def test_letters_that_look_alike_are_spelled_out(qtbot: QtBot) -> None:
    dialog = shown("https://hеrald.example/", qtbot)  # a Cyrillic е
    assert any("xn--hrald-zwe.example" in text for text in words(dialog))


@pytest.mark.parametrize("address", ["file:///etc/hostname", "//host/share/page", "javascript:alert(1)", "smb://h/s"])
def test_what_is_no_page_of_the_web_is_never_opened(address: str, browser: list[str], qtbot: QtBot) -> None:
    dialog = shown(address, qtbot)
    qtbot.mouseClick(dialog.open_, Qt.MouseButton.LeftButton)
    assert browser == []


def test_enter_copies_and_escape_does_nothing(browser: list[str], qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("before")
    qtbot.keyClick(shown("https://herald.example/a", qtbot), Qt.Key.Key_Escape)
    assert QGuiApplication.clipboard().text() == "before"
    dialog = shown("https://herald.example/a", qtbot)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text() == "https://herald.example/a" and browser == []


def test_about_tells_version_library_and_licence(desk: Desk, qtbot: QtBot) -> None:
    desk.window.commands["about"].trigger()
    (dialog,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, About) and w.isVisible()]
    told = "\n".join(words(dialog))
    assert __version__ in told and str(desk.session.library.path) in told and "MIT" in told and "LGPL" in told
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
