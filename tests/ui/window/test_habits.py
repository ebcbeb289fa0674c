"""Habits of each system: menu roles, keys that belong to the system, keys in its own signs, an icon."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication

from tests.ui.window_desk import Desk
from ui.actions.table import TABLE
from ui.look.keys import native
from ui.window.menus import OF_MAC, leave_to_mac

UI = Path(__file__).parents[3] / "ui"
# The name of a key in words that the reader sees; keys that are data or names of Qt's are none.
SPELT = re.compile(r'tr(?:anslate)?\((?:"[^"]*", )?"[^"]*(?:Ctrl|Alt|Shift)\+')


def test_what_the_system_has_a_place_for_says_so_and_nothing_else_does(desk: Desk) -> None:
    roles = {row.id: desk.window.commands[row.id].menuRole() for row in TABLE}
    assert roles.pop("about") == QAction.MenuRole.AboutRole
    assert roles.pop("settings") == QAction.MenuRole.PreferencesRole
    assert roles.pop("quit") == QAction.MenuRole.QuitRole
    assert set(roles.values()) == {QAction.MenuRole.NoRole}


def test_keys_that_every_mac_program_has_are_left_to_the_mac(desk: Desk) -> None:
    commands = desk.window.commands
    assert commands["outcomes"].shortcuts() == [QKeySequence("Ctrl+M")]
    leave_to_mac(commands)
    kept = {key.toString() for row in TABLE for key in commands[row.id].shortcuts()}
    assert not kept & set(OF_MAC) and "Ctrl+M" not in commands["outcomes"].toolTip()
    assert "Ctrl+Shift+M" in kept and "Ctrl+E" in kept


def test_keys_in_tooltips_are_written_as_the_system_writes_them(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    assert native("Shift+F7") == QKeySequence("Shift+F7").toString(QKeySequence.SequenceFormat.NativeText)
    assert native("Shift+Enter") in desk.window.find_bar.back.toolTip()
    # Those of the marking keys are not ours to change here.
    others = [file for file in UI.rglob("*.py") if "marking" not in file.parts]
    found = {str(file.relative_to(UI)): SPELT.findall(file.read_text(encoding="utf-8")) for file in others}
    assert {file: keys for file, keys in found.items() if keys} == {}


def test_the_program_has_an_icon_and_a_desktop_file(desk: Desk) -> None:
    desk.qtbot.waitUntil(lambda: not QApplication.windowIcon().isNull())
    assert not desk.window.windowIcon().isNull()
    assert QApplication.desktopFileName() == "tilik"
