"""Labels are data: added, keyed and refused as a user does it."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from reader import edits
from reader.model.labels import Underline
from tests.ui.hands import painted
from ui.dialogs.label_editor import LabelEditor
from ui.language import i18n
from ui.look.theme import THEMES, load
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


def test_names_are_shown_as_the_window_says_them_and_kept_as_they_were(session: Session, qtbot: QtBot) -> None:
    installed = i18n.translators("id")
    for translator in installed:
        QApplication.installTranslator(translator)
    try:
        editor = LabelEditor(session.labels, lambda _id: False)
        qtbot.addWidget(editor)
        header = editor.table.horizontalHeader()
        assert [cell(editor, row, 0).text() for row in range(3)] == ["Klaim", "Sumber", "Bantahan"]
        assert all(header.sectionSize(n) >= header.sectionSizeHint(n) for n in range(4))
        cell(editor, 1, 0).setText("Narasumber")
        assert [label.name for label in editor.labels()] == ["Claim", "Narasumber", "Denial"]
    finally:
        for translator in installed:
            QApplication.removeTranslator(translator)


def colours_of(editor: LabelEditor) -> list[set[str]]:
    """The colours that are painted on each paper of the preview."""
    picture, found = painted(editor.preview), []
    for _, room in editor.preview.papers():
        box = room.toRect()
        points = ((x, y) for x in range(box.left(), box.right()) for y in range(box.top(), box.bottom()))
        found.append({picture.pixelColor(x, y).name() for x, y in points})
    return found


def test_a_label_is_previewed_on_every_paper_as_it_is_set(session: Session, qtbot: QtBot) -> None:
    editor = LabelEditor(session.labels, lambda _id: False)
    qtbot.addWidget(editor)
    editor.show()
    for role in ("blue", "teal"):
        colour = editor.table.cellWidget(0, 2)
        assert isinstance(colour, QComboBox)
        colour.setCurrentIndex(colour.findData(role))
        for id, seen in zip(THEMES, colours_of(editor), strict=True):
            theme = load(id)
            assert {theme.paper.name(), theme.tints[role].fill.name(), theme.tints[role].line.name()} <= seen


def test_the_preview_shows_the_shape_of_the_line_and_follows_the_row(session: Session, qtbot: QtBot) -> None:
    editor = LabelEditor(session.labels, lambda _id: False)
    qtbot.addWidget(editor)
    editor.show()
    shapes = set()
    for style in Underline:
        line = editor.table.cellWidget(0, 3)
        assert isinstance(line, QComboBox)
        line.setCurrentIndex(line.findData(style.value))
        shapes.add(bytes(painted(editor.preview).constBits()))
        assert editor.labels()[0].underline is style
    assert len(shapes) == len(Underline)
    editor.activateWindow()
    cell(editor, 2, 0).setFocus()
    qtbot.waitUntil(lambda: editor.table.currentRow() == 2)
    assert "Denial" in editor.preview.accessibleDescription()
    assert load("light").tints["rose"].fill.name() in colours_of(editor)[0]
