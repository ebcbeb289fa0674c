"""Labels are data: added, keyed and refused as a user does it."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from reader import edits
from ui.dialogs.label_editor import LabelEditor
from ui.session import Session


def cell(editor: LabelEditor, row: int, column: int) -> QLineEdit:
    field = editor.table.cellWidget(row, column)
    assert isinstance(field, QLineEdit)
    return field


def test_a_label_of_ones_own_is_saved_and_undone(session: Session, qtbot: QtBot) -> None:
    editor = LabelEditor(session.labels, lambda _id: False)
    qtbot.addWidget(editor)
    editor.saved.connect(lambda labels: session.do(edits.save_labels(session.labels, labels)))
    editor.add.click()
    cell(editor, 3, 0).setText("Promise")
    cell(editor, 3, 1).setText("4")
    editor.save.click()
    assert [(x.name, x.key) for x in session.library.labels()][3] == ("Promise", "4")
    session.undo()
    assert len(session.library.labels()) == 3


def test_a_taken_key_and_a_missing_name_are_refused(session: Session, qtbot: QtBot) -> None:
    editor = LabelEditor(session.labels, lambda _id: False)
    qtbot.addWidget(editor)
    editor.add.click()
    cell(editor, 3, 1).setText("1")
    with qtbot.assertNotEmitted(editor.saved):
        editor.save.click()
    assert "1" in editor.refused.text()
    cell(editor, 3, 1).setText("")
    cell(editor, 3, 0).setText(" ")
    with qtbot.assertNotEmitted(editor.saved):
        editor.save.click()
    assert editor.refused.text()


def test_a_label_in_use_or_built_in_stays(session: Session, qtbot: QtBot) -> None:
    editor = LabelEditor(session.labels, lambda id: id not in ("claim", "source", "denial"))
    qtbot.addWidget(editor)
    editor.add.click()
    for row in (3, 0):
        editor.table.selectRow(row)
        editor.remove.click()
    assert len(editor.labels()) == 4 and editor.refused.text()
