"""No name, word or address from outside is read as markup, wherever the window, its dialogs and its board show it.

Qt takes a tooltip with a tag in it for markup, as it does a label that says nothing else, and opens the pictures that
it names: a file of this computer, or a share of the network.
"""

from __future__ import annotations

import ast
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QAction, QHelpEvent, QTextDocument
from PySide6.QtGui import Qt as Text
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QMessageBox,
    QTabBar,
    QTextEdit,
    QWidget,
)

from reader import edits
from reader.edits import Edit, Swap, claims
from reader.intake.add import FAILED, AddResult
from reader.messages import Message
from reader.model.annotations import Annotation
from reader.model.articles import LeftOut
from reader.model.labels import Label, Underline
from reader.model.spans import Span
from reader.model.stamps import new_id
from reader.store import Library
from tests.newsroom import Newsroom
from tests.ui.hands import menu_of
from tests.ui.window_desk import Desk, Starter
from ui.board.joining import MergeQuestion
from ui.board.window import BoardWindow
from ui.dialogs.import_report import ImportReport
from ui.dialogs.label_editor import LabelEditor
from ui.dialogs.link_dialog import LinkDialog
from ui.look.plain_tooltip import plain_tooltip
from ui.revisions.compare_window import CompareWindow
from ui.window import dialogs

UI = Path(__file__).parents[2] / "ui"
BAIT = os.environ.get("TILIK_BAIT", '<img src="{0}"> & {1}')  # `tests/drills/walk.py` has others
# Labels that may guess whether their text is markup, and why.
GUESSING: dict[str, str] = {
    "qt_msgboxex_icon_label": "Qt's own, for the picture of a message; it holds no text",
    "qt_msgbox_informativelabel": "Qt's own, below a message; no message of ours uses it",
}
KINDS = ("label", "person", "title", "site", "tag", "claim", "source", "note", "reason", "file")


class Bait:
    """Texts that would open a file if anything took them for markup."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __call__(self, kind: str) -> str:
        return BAIT.format(f"{self._folder}/{kind}.png", kind)


@pytest.fixture
def bait(tmp_path: Path) -> Bait:
    return Bait(tmp_path)


@pytest.fixture
def hostile(start: Starter, library_path: Path, bait: Bait) -> Desk:
    """A library in which every name is markup, with two people, two captures, claims, sources and an attribution."""
    label = Label("hostile", bait("label"), "9", "amber", Underline.SOLID, 3)
    with Library.open(library_path) as library:
        library.apply(edits.save_labels(library.labels(), (*library.labels(), label)))
        room = Newsroom(library)
        article = room.article(bait("site"), bait("title"), f"It is said {bait('claim')} twice. The mayor denies it.")
        revision = room.revisions[article]
        claim, source = room.claim(bait("claim")), room.source(bait("source"))
        said, who = room.mark(article, "claim", "said", claim), room.mark(article, "source", "mayor", source)
        room.says(who, said)
        room.relate("contradicts", said, room.mark(article, "denial", "denies it"))
        own = edits.annotate(revision, [revision.blocks[1].span], label, bait("person"))
        made = next(s.after for s in own.swaps if isinstance(s.after, Annotation))
        library.apply(Edit("Mark", (Swap(None, replace(made, note=bait("note"), tags=(bait("tag"),))),)))
        title, body = revision.blocks
        newer = replace(
            revision, id=new_id(), text=revision.text.replace("twice", "thrice"),
            blocks=(title, replace(body, span=Span(body.span.start, body.span.end + 1))),
            left_out=(LeftOut(bait("title"), bait("reason"), 1),), notices=(bait("note"),),
        )  # fmt: skip
        library.apply(Edit("Capture", (Swap(None, newer),)))
        library.apply(
            claims.add_evidence(claim, "refutes", "https://a.example/<b>", title=bait("file"), excerpt=bait("note"))
        )
        library.apply(claims.add_review(claim, {"reviewer": bait("person"), "note": bait("note")}))
    desk = start(open_sample=False)
    desk.window.open(article)
    return desk


def select(desk: Desk, words: str) -> None:
    desk.window.view.setTextCursor(desk.window.view.document().find(words))
    desk.window.view.setFocus()


# -- everything that Qt may read as markup -----------------------------------------------------------


def of_items(model: QAbstractItemModel) -> Iterator[str]:
    roles = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.WhatsThisRole, Qt.ItemDataRole.StatusTipRole)
    root, flat = QModelIndex(), isinstance(model, QAbstractListModel)  # whose columns and children Qt keeps to itself
    columns = 1 if flat else model.columnCount(root)
    heads = ((Qt.Orientation.Horizontal, columns), (Qt.Orientation.Vertical, min(model.rowCount(root), 200)))
    for way, count in heads:
        yield from (str(model.headerData(n, way, role) or "") for role in roles for n in range(count))
    waiting = [root]
    while waiting:
        parent = waiting.pop()
        for row in range(min(model.rowCount(parent), 200)):
            cells = [model.index(row, column, parent) for column in range(columns)]
            yield from (str(cell.data(role) or "") for cell in cells for role in roles)
            waiting += [] if flat else cells[:1]


def of_widget(widget: QWidget) -> Iterator[str]:
    yield from (widget.toolTip(), widget.whatsThis(), widget.statusTip())
    if widget.isWindow():
        for action in widget.findChildren(QAction):
            yield from (action.toolTip(), action.whatsThis(), action.statusTip())
    if isinstance(widget, QAbstractItemView | QComboBox) and widget.model() is not None:
        yield from of_items(widget.model())
    if isinstance(widget, QTabBar):
        for tab in range(widget.count()):
            yield from (widget.tabToolTip(tab), widget.tabWhatsThis(tab))


def assert_plain() -> set[str]:
    """All widgets that there are show data as it is; the kinds of data that their tooltips and labels hold."""
    QApplication.processEvents()
    seen: set[str] = set()
    for widget in QApplication.allWidgets():
        for text in set(of_widget(widget)):
            shown = text
            if Text.mightBeRichText(text):
                assert "<img" not in text, (type(widget).__name__, widget.objectName(), text)
                document = QTextDocument()
                document.setHtml(text)
                shown = document.toPlainText()
            assert "&lt;" not in shown and "&amp;" not in shown, (type(widget).__name__, shown)
            seen |= {kind for kind in KINDS if f"& {kind}" in shown}
        if isinstance(widget, QLabel) and widget.objectName() not in GUESSING:
            assert widget.textFormat() is Qt.TextFormat.PlainText, (widget.parent(), widget.objectName(), widget.text())
            seen |= {kind for kind in KINDS if f"& {kind}" in widget.text()}
        if isinstance(widget, QMessageBox):
            assert widget.textFormat() is Qt.TextFormat.PlainText
        if isinstance(widget, QTextEdit):
            assert widget.isReadOnly() or not widget.acceptRichText()
    return seen


def test_the_window_with_everything_open(hostile: Desk, bait: Bait) -> None:
    window = hostile.window
    window.parts.adding._settings.remember_recent(bait("file"))
    for menu in window.menuBar().actions():
        for action in menu_of(menu).actions():
            if action.menu() is not None:
                menu_of(action).aboutToShow.emit()
    window.warn(f"{bait('file')} failed")
    window.status.say(bait("file"))
    window.parts.results.tell(bait("title"), lambda: None)
    window.status.show_network(bait("site"))
    window.commands["find"].trigger()
    seen = assert_plain()
    for mark in hostile.session.page_annotations:
        window.view.select_mark(mark.id)
        window.panel.select(mark.id)
        window.grab()
        seen |= assert_plain()
    window.commands["link"].trigger()
    window.desk.search(bait("title"))
    select(hostile, "The mayor")
    seen |= assert_plain()
    older = hostile.session.library.revisions(hostile.article.id)[-1]
    window.parts.revisions.show_revision(older.id)
    window.parts.left_out.drawer.open()
    seen |= assert_plain()
    window.parts.revisions.list_marks()
    seen |= assert_plain()
    assert seen >= {"label", "person", "claim", "source", "file"}


def test_every_dialog(hostile: Desk, bait: Bait) -> None:
    window = hostile.window
    window.library.list.selectAll()
    for id in ("settings", "edit_labels", "keys", "about", "palette", "reading_face", "export"):
        window.commands[id].trigger()
        assert_plain()
        for dialog in [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog)]:
            dialog.close()
    outcomes = [AddResult(bait("file"), FAILED, "", Message("{0} is empty", bait("reason")))]
    for dialog in (
        ImportReport(outcomes, False, window),
        LinkDialog(bait("site"), window),
        MergeQuestion([bait("claim")] * 2),
    ):
        hostile.qtbot.addWidget(dialog)
        dialog.show()
        assert_plain()
        dialog.close()
    editor = LabelEditor(hostile.session.labels, lambda _id: True, window)
    hostile.qtbot.addWidget(editor)
    editor.show()
    editor.table.selectRow(3)
    assert_plain()
    box = dialogs.message(window, bait("file"))
    box.open()
    assert_plain()
    box.close()


def test_the_board(hostile: Desk) -> None:
    hostile.window.commands["board"].trigger()
    (board,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, BoardWindow)]
    hostile.qtbot.waitUntil(lambda: board.claims.model.rowCount() > 0, timeout=20_000)
    seen = set()
    for page in range(board.pages.count()):
        board.pages.setCurrentIndex(page)
        board.grab()
        seen |= assert_plain()
    board.claims.table.selectRow(0)
    seen |= assert_plain()
    assert seen >= {"claim", "source", "label"}


def test_two_captures_side_by_side(hostile: Desk) -> None:
    hostile.qtbot.waitUntil(hostile.window.parts.revisions.bar.isVisible, timeout=20_000)
    hostile.window.commands["compare"].trigger()
    (shown,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, CompareWindow) and w.isVisible()]
    hostile.qtbot.waitUntil(lambda: shown.found is not None, timeout=20_000)
    assert_plain()


def test_pointing_at_a_label_opens_no_file(hostile: Desk, bait: Bait, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a user does: the selection bar's button of a label from elsewhere, and what Qt then shows."""
    select(hostile, "The mayor")
    hostile.qtbot.waitUntil(hostile.window.bar.isVisible)
    (button,) = [b for b in hostile.window.bar.findChildren(QAbstractButton) if "label" in b.toolTip()]
    QApplication.sendEvent(button, QHelpEvent(QEvent.Type.ToolTip, QPoint(3, 3), button.mapToGlobal(QPoint(3, 3))))
    (tip,) = [w for w in QApplication.topLevelWidgets() if w.inherits("QTipLabel") and w.isVisible()]
    assert isinstance(tip, QLabel)
    document = QTextDocument()
    document.setHtml(tip.text())
    assert bait("label") in document.toPlainText() and "<img" not in tip.text()
    tip.close()


# -- the one way -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    ["", "Note (N)", "a & b", "<b>bold</b>", "1 < 2 > 0", "two\nlines", "x\n  <i>y</i>", "&lt;", '"quotes" and \'one\'',
     "long " * 80, "long <i> " * 80, "<?xml version='1.0'?>"],
)  # fmt: skip
def test_a_tooltip_shows_exactly_its_text(text: str) -> None:
    given = plain_tooltip(text)
    if Text.mightBeRichText(given):
        document = QTextDocument()
        document.setHtml(given)
        assert document.toPlainText() == text
    else:
        assert given == text


def _is_fixed(node: ast.expr) -> bool:
    """A text that is written there: a literal, a translated literal, or one or the other of two."""
    if isinstance(node, ast.IfExp):
        return _is_fixed(node.body) and _is_fixed(node.orelse)
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str)
    if isinstance(node, ast.Call):
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        return name in ("plain_tooltip", "hint", "toolTip") or (
            name in ("tr", "translate") and all(isinstance(argument, ast.Constant) for argument in node.args)
        )
    return False


@pytest.mark.parametrize("file", sorted(UI.rglob("*.py")), ids=lambda file: str(file.relative_to(UI)))
def test_every_tooltip_is_a_fixed_text_or_goes_the_one_way(file: Path) -> None:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            if node.func.attr in ("setToolTip", "setWhatsThis", "setStatusTip"):
                assert _is_fixed(node.args[-1]), f"{file.name}:{node.lineno}: give it plain_tooltip(...)"
            if node.func.attr == "showText":
                assert _is_fixed(node.args[1]), f"{file.name}:{node.lineno}: give it plain_tooltip(...)"


STATES = (
    "hide_marks", "show_all_marks", "focus_mode", "focus_mode", "toggle_library", "toggle_library",
    "toggle_panel", "left_out", "outcomes", "history", "tags", "search", "find", "find_next", "filter_marks",
    "by_person", "order_marks", "next_mark", "describe", "nest", "same_source", "find_known", "describe_known",
    "note", "link", "edit_facts", "manual", "keys", "edit_keys", "palette", "result", "next_linked", "start_on",
    "undo", "redo", "paper_dark", "zoom_in", "page_follows", "state_archived", "article_next",
)  # fmt: skip


def test_every_state_of_the_window(hostile: Desk, bait: Bait) -> None:
    """Forty things that can be done, one after the other, each with what it opens still there."""
    window = hostile.window
    select(hostile, "The mayor")
    for id in STATES:
        command = window.commands[id]
        if command.isEnabled():
            command.trigger()
        assert_plain()
        for dialog in [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog)]:
            dialog.close()
    for action in window.findChildren(QAction):  # a tooltip of an action is what its button shows
        assert "<img" not in action.toolTip() or "&lt;img" in action.toolTip()
