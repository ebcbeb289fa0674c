"""Every control has a name for a screen reader, a tooltip with its key, and can be reached with Tab."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QComboBox, QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from reader import edits
from reader.model.labels import CLAIM
from reader.store import Library
from tests.ui.conftest import Sample
from ui.app import Program
from ui.dialogs.settings import SettingsDialog
from ui.settings import Settings

CONTROLS = (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView, QTextEdit)
# Made by Qt inside its own widgets.
INNER = ("qt_", "QLineEdit")


@pytest.fixture
def program(library_path: Path, sample: Sample, tmp_path: Path, qtbot: QtBot) -> Iterator[Program]:
    with Library.open(library_path) as library:
        library.apply(edits.add_article(sample.article, sample.revision))
        library.apply(edits.annotate(sample.revision, [sample.span("night ferry")], CLAIM))
    made = Program(library_path, Settings(tmp_path / "settings.json"))
    qtbot.addWidget(made.window)
    with qtbot.waitSignal(made.session.libraryOpened, timeout=20_000):
        made.start()
    made.window.open(sample.article.id)
    made.window.activateWindow()
    qtbot.waitUntil(made.window.isActiveWindow)
    yield made
    made.window.close()
    made.close()


def controls(top: QWidget) -> list[QWidget]:
    """The visible controls, without those that Qt makes inside its own."""
    found = [w for kind in CONTROLS for w in top.findChildren(kind) if w.isVisible()]
    return [w for w in found if not isinstance(w.parentWidget(), (QLineEdit, QComboBox))]


def name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def test_every_control_has_a_name(program: Program) -> None:
    nameless = [(type(w).__name__, w.objectName()) for w in controls(program.window) if not name(w).strip()]
    assert nameless == []


def test_every_button_has_a_tooltip(program: Program) -> None:
    silent = [name(w) for w in controls(program.window) if isinstance(w, QAbstractButton) and not w.toolTip()]
    assert silent == []


def test_tooltips_of_actions_name_their_key(program: Program) -> None:
    header = program.window.header
    assert "(Ctrl+E)" in header.export.toolTip()
    assert "(Ctrl+Shift+F)" in header.search.toolTip()
    for button in header.findChildren(QAbstractButton):
        if button.objectName().startswith("mark_label:"):
            assert button.toolTip().endswith("(1)") or button.toolTip()[-3:] in ("(2)", "(3)")


def test_tab_reaches_every_control_and_comes_back(program: Program, qtbot: QtBot) -> None:
    wanted = {w for w in controls(program.window) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isEnabled()}
    start = program.window.header.search
    start.setFocus()
    seen: set[QWidget] = set()
    for _ in range(4 * len(wanted) + 20):
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus is start and seen:
            break
        seen.add(focus)
        program.window.focusNextChild()
    missed = [name(w) or type(w).__name__ for w in wanted - seen]
    assert missed == []


def test_the_article_is_read_as_text(program: Program) -> None:
    interface = QAccessible.queryAccessibleInterface(program.window.view)
    assert interface.role() is QAccessible.Role.EditableText
    assert interface.state().readOnly


def test_the_settings_are_named_too(program: Program, qtbot: QtBot) -> None:
    dialog = SettingsDialog(program.settings, program.path)
    qtbot.addWidget(dialog)
    dialog.show()
    assert all(name(w).strip() for w in controls(dialog))
    dialog.annotator.setText("Rukmini")
    dialog.annotator.editingFinished.emit()
    assert program.session.annotator == "Rukmini"
