"""The palette, the key sheet, the reading face, a link's address and what was added: opened and used by key."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QTreeWidgetItem, QWidget
from pytestqt.qtbot import QtBot

from reader.intake.add import ADDED, FAILED, KNOWN, AddResult
from reader.messages import Message
from tests.ui.window_desk import Desk
from ui.actions.pane_keys import PANE_KEYS
from ui.actions.table import TABLE
from ui.dialogs.import_report import ImportReport
from ui.dialogs.key_sheet import KeySheet
from ui.dialogs.key_tree import KeyTree
from ui.dialogs.palette import Palette
from ui.dialogs.reading_face import ReadingFaceDialog

CTRL = Qt.KeyboardModifier.ControlModifier
W = TypeVar("W", bound=QWidget)


def opened(kind: type[W]) -> W:
    (found,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    return found


def test_the_palette_does_an_action_by_a_few_letters(desk: Desk, qtbot: QtBot) -> None:
    desk.select("the night ferry never sailed")
    desk.key(Qt.Key.Key_K, CTRL)
    palette = opened(Palette)
    qtbot.keyClicks(palette.field, "mark denial")
    assert palette.list.count() == 1
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert [h.label for h in desk.session.page_annotations] == ["denial"]


def test_the_palette_opens_an_article(desk: Desk, qtbot: QtBot) -> None:
    desk.session.close_article()
    desk.window.commands["palette"].trigger()
    palette = opened(Palette)
    qtbot.keyClicks(palette.field, "lembayung bay")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert desk.session.article is not None and desk.session.article.id == desk.sample.article.id


def test_the_key_sheet_names_every_action_with_keys_that_keyboards_have(desk: Desk, qtbot: QtBot) -> None:
    desk.key(Qt.Key.Key_Slash, CTRL)
    sheet = opened(KeySheet)
    shown = [(row.text(0), row.text(1)) for row in sheet.tree.rows()]
    assert len(shown) == len(TABLE) + len(PANE_KEYS) + 3
    keys = dict(shown)
    assert (keys["Mark as Claim"], keys["Quit"], keys["Redo"]) == ("1, C", "Ctrl+Q", "Ctrl+Shift+Z, Ctrl+Y")
    qtbot.keyClicks(sheet.field, "mark as denial")
    assert sum(not row.isHidden() for row in sheet.tree.rows()) == 1
    sheet.reject()
    desk.key(Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    assert opened(KeySheet).isVisible()


def test_the_key_sheet_stands_in_groups_and_cuts_nothing(desk: Desk, qtbot: QtBot) -> None:
    desk.window.commands["keys"].trigger()
    sheet = opened(KeySheet)
    titles = [group.text(0) for group in sheet.tree.groups()]
    assert titles[:2] == ["Reading", "Marking"] and titles[-1] == "Keys of one pane or window"
    assert all(group.childCount() for group in sheet.tree.groups())
    sheet.resize(200, 500)
    qtbot.waitUntil(lambda: sheet.tree.header().length() <= sheet.tree.viewport().width())
    bar = sheet.tree.horizontalScrollBar()
    assert bar.maximum() == 0 and not bar.isVisible()
    qtbot.waitUntil(lambda: all(stands_whole(sheet.tree, row) for row in sheet.tree.rows()))


def stands_whole(tree: KeyTree, row: QTreeWidgetItem) -> bool:
    """Whether the row's name and keys fit their columns."""
    wide = tree.fontMetrics().horizontalAdvance
    name = wide(row.text(0)) + 2 * tree.indentation() <= tree.columnWidth(0)
    return name and wide(row.text(1)) <= tree.columnWidth(1)


def test_the_reading_face_changes_the_text_at_once_and_is_kept(desk: Desk) -> None:
    desk.window.commands["reading_face"].trigger()
    dialog = opened(ReadingFaceDialog)
    dialog.size_.setValue(26)
    assert desk.window.view.document().defaultFont().pixelSize() == 26
    dialog.reset.click()
    assert desk.window.settings.values.face.size == 19


def test_the_report_names_what_failed_first_and_can_be_copied(qtbot: QtBot) -> None:
    outcomes = [
        AddResult("a.html", ADDED, "1"),
        AddResult("c.html", KNOWN, "2"),
        AddResult("b.html", FAILED, "", Message("{0} is empty", "b.html")),
    ]
    report = ImportReport(outcomes, cancelled=False)
    qtbot.addWidget(report)
    assert all(part in report.headline for part in ("1 added", "1 already here", "1 failed"))
    lines = report.text.splitlines()
    assert lines[0].startswith("Failed") and lines[1].strip() == "b.html is empty"
    assert {"a.html", "c.html"} <= {line.strip() for line in lines[2:]}
    report.show()
    next(b for b in report.findChildren(QWidget) if b.accessibleName() == "Copy").click()  # type: ignore[attr-defined]
    assert QGuiApplication.clipboard().text() == report.text
