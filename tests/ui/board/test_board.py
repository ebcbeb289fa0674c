"""The claims board as a user meets it: opened by its key, filtered, grouped, merged, split, opened at the place."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QMessageBox

from reader.edits import claims
from reader.store import Library
from tests.newsroom import Newsroom
from tests.ui.window_desk import Desk, Starter, desk, start
from ui.board.fields import ValueBox
from ui.board.joining import MergeQuestion, SplitQuestion
from ui.board.line import Column
from ui.board.window import BoardWindow
from ui.language import i18n
from ui.window.board import Boarding

__all__ = ["desk", "start"]
LEFT, CTRL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier


class Story:
    """Three articles about one bridge: a spokesman quoted twice, a mayor who denies a part, a second claim."""

    def __init__(self, library: Library) -> None:
        self.room = room = Newsroom(library)
        self.closed, self.paint = room.claim("The bridge is closed", worth="CFS"), room.claim("The bridge was painted")
        self.office = room.source("Harbour office", kind="named_organisation")
        self.voice = room.source("harbour spokesman", kind="unnamed_person", party=self.office.id)
        self.mayor = room.source("The mayor", kind="named_person")
        self.herald = room.article(
            "Herald", "Bridge shut", "The bridge is closed, a spokesman said.", "It was painted."
        )
        self.post = room.article("Post", "No way over", "No one can pass the bridge, the spokesman said.")
        self.echo = room.article("Echo", "Mayor answers", "The mayor denied closing it for good.", "Rice is cheap.")
        first = room.mark(self.herald, "claim", "The bridge is closed", self.closed)
        room.says(room.mark(self.herald, "source", "a spokesman", self.voice), first, factuality="CT+")
        second = room.mark(self.post, "claim", "No one can pass the bridge", self.closed)
        room.says(room.mark(self.post, "source", "the spokesman", self.voice), second)
        denial = room.mark(self.echo, "denial", "denied closing it for good", self.closed)
        mayor = room.mark(self.echo, "source", "The mayor", self.mayor)
        room.says(mayor, denial, response_form="explicit_denial", scope_note="closing it for good")
        room.mark(self.herald, "claim", "It was painted", self.paint)
        self.rice = room.mark(self.echo, "claim", "Rice is cheap")


@pytest.fixture
def story(start: Starter, library_path: Path) -> Story:
    with Library.open(library_path) as library:
        return Story(library)


@pytest.fixture
def told(story: Story, desk: Desk) -> Desk:
    """The program on the story's library."""
    return desk


def opened(desk: Desk, count: int = 3) -> BoardWindow:
    """The board, opened by its key, once it shows that many claims."""
    desk.key(Qt.Key.Key_B, CTRL)

    def found() -> list[BoardWindow]:
        return [w for w in QApplication.topLevelWidgets() if isinstance(w, BoardWindow) and w.isVisible()]

    desk.qtbot.waitUntil(lambda: len(found()) == 1)
    board = found()[0]
    desk.qtbot.waitUntil(board.isActiveWindow)
    desk.qtbot.waitUntil(lambda: board.claims.model.rowCount() == count)
    return board


def shown(board: BoardWindow, column: Column = Column.WORDING) -> list[str]:
    model = board.claims.model
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def choose(board: BoardWindow, *rows: int) -> None:
    """Click on rows, the further ones with Ctrl."""
    table = board.claims.table
    for n, row in enumerate(rows):
        at = table.visualRect(board.claims.model.index(row, 0)).center()
        QTest.mouseClick(table.viewport(), LEFT, CTRL if n else Qt.KeyboardModifier.NoModifier, at)


def press(board: BoardWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(board.claims.table, key, modifier)


def question(desk: Desk, kind: type[QDialog]) -> QDialog:
    def found() -> list[QDialog]:
        return [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]

    desk.qtbot.waitUntil(lambda: len(found()) == 1)
    return found()[0]


def test_each_claim_is_a_row_with_who_says_and_who_denies_it(told: Desk) -> None:
    board = opened(told)
    assert shown(board) == ["The bridge is closed", "The bridge was painted", "Rice is cheap"]
    assert shown(board, Column.SAID) == ["harbour spokesman", "Herald itself", "Echo itself"]
    assert shown(board, Column.DENIED) == ["The mayor", "", ""]
    assert shown(board, Column.SOURCES) == ["1 : 1", "0 : 0", "0 : 0"]
    assert shown(board, Column.ARTICLES) == ["3", "1", "1"]
    assert board.claims.rows()[0].wording == "The bridge is closed"  # the first is chosen, and at the side
    worth = board.side.claim.fields.widgets["worth"]
    assert isinstance(worth, ValueBox) and worth.value == "CFS"


def test_filter_sort_and_group(told: Desk) -> None:
    board, qtbot = opened(told), told.qtbot
    qtbot.keyClicks(board.claims.filter, "bridge mayor")
    qtbot.waitUntil(lambda: shown(board) == ["The bridge is closed"])
    board.claims.filter.clear()
    qtbot.waitUntil(lambda: len(shown(board)) == 3)
    board.claims.filter.setText("brïdge ＭＡＹＯＲ")  # folded as for every search
    qtbot.waitUntil(lambda: shown(board) == ["The bridge is closed"])
    board.claims.filter.clear()
    qtbot.waitUntil(lambda: len(shown(board)) == 3)
    header = board.claims.table.horizontalHeader()
    at = header.sectionViewportPosition(Column.WORDING) + 20
    qtbot.mouseClick(header.viewport(), LEFT, pos=QPoint(at, 8))
    assert shown(board) == ["Rice is cheap", "The bridge is closed", "The bridge was painted"]
    board.claims.group.setFocus()
    for _ in range(3):  # verdict, status, article
        qtbot.keyClick(board.claims.group, Qt.Key.Key_Down)
    assert shown(board) == [
        "Bridge shut  (2)", "The bridge is closed", "The bridge was painted", "Mayor answers  (2)", "Rice is cheap",
        "The bridge is closed", "No way over  (1)", "The bridge is closed",
    ]  # fmt: skip
    assert board.claims.model.count == 3


def test_enter_opens_the_article_at_the_claim(told: Desk, story: Story) -> None:
    board = opened(told)
    choose(board, 2)
    press(board, Qt.Key.Key_Return)
    assert told.session.article is not None and told.session.article.id == story.echo
    assert told.window.view.selected_mark == story.rice.id
    told.qtbot.waitUntil(told.window.isActiveWindow)


def test_chosen_claims_are_merged_under_the_wording_that_is_asked_for_and_one_undo_brings_them_back(told: Desk) -> None:
    board, library = opened(told), told.session.library
    choose(board, 0, 1, 2)
    press(board, Qt.Key.Key_M)
    asked = question(told, MergeQuestion)
    assert isinstance(asked, MergeQuestion)
    told.qtbot.keyClick(asked.list, Qt.Key.Key_Down)
    told.qtbot.mouseClick(asked.take, LEFT)
    told.qtbot.waitUntil(lambda: shown(board) == ["The bridge was painted"])
    (claim,) = library.claims()
    assert len(library.mentions([claim.id])) == 5
    board.activateWindow()  # what a window system does when the question closes
    told.qtbot.waitUntil(board.isActiveWindow)
    press(board, Qt.Key.Key_Z, CTRL)
    told.qtbot.waitUntil(lambda: len(shown(board)) == 3)
    assert shown(board) == ["The bridge is closed", "The bridge was painted", "Rice is cheap"]


def test_marks_that_are_no_claim_yet_are_merged_too(told: Desk, story: Story) -> None:
    board, library = opened(told), told.session.library
    choose(board, 2, 1)
    press(board, Qt.Key.Key_M)
    asked = question(told, MergeQuestion)
    told.qtbot.keyClick(asked, Qt.Key.Key_Return)
    told.qtbot.waitUntil(lambda: len(shown(board)) == 2)
    assert library.annotation(story.rice.id).about == story.paint.id


def test_chosen_mentions_are_split_off(told: Desk, story: Story) -> None:
    board, library = opened(told), told.session.library
    choose(board, 0)
    press(board, Qt.Key.Key_P)
    asked = question(told, SplitQuestion)
    assert isinstance(asked, SplitQuestion) and not asked.take.isEnabled()
    number = next(n for n in range(3) if "No one can pass" in asked.list.item(n).text())
    asked.list.setCurrentRow(number)
    told.qtbot.keyClick(asked.list, Qt.Key.Key_Space)
    told.qtbot.keyClicks(asked.words, "Nobody can cross")
    told.qtbot.mouseClick(asked.take, LEFT)
    told.qtbot.waitUntil(lambda: "Nobody can cross" in shown(board))
    assert [m.article_id for m in library.mentions([story.closed.id])].count(story.post) == 0


def test_delete_takes_the_claim_and_leaves_its_marks(told: Desk, story: Story) -> None:
    board, library = opened(told), told.session.library
    choose(board, 0)
    press(board, Qt.Key.Key_Delete)
    told.qtbot.waitUntil(lambda: "The bridge is closed" not in [c.text for c in library.claims()])
    told.qtbot.waitUntil(lambda: len(shown(board)) == 4)  # its marks are rows of their own now
    press(board, Qt.Key.Key_Z, CTRL)
    told.qtbot.waitUntil(lambda: shown(board)[0] == "The bridge is closed")


def test_the_board_follows_what_is_done_elsewhere(told: Desk, story: Story) -> None:
    board = opened(told)
    told.session.do(claims.change(story.paint, {"text": "The bridge was painted blue"}))
    told.qtbot.waitUntil(lambda: "The bridge was painted blue" in shown(board))


def test_the_scope_is_one_article_or_all(told: Desk, story: Story) -> None:
    board = opened(told)
    told.window.open(story.post)
    board.scope.setFocus()
    board.choose_scope("article")
    told.qtbot.waitUntil(lambda: shown(board) == ["The bridge is closed"])
    assert shown(board, Column.ARTICLES) == ["1"]
    told.window.open(story.echo)
    told.qtbot.waitUntil(lambda: shown(board) == ["The bridge is closed", "Rice is cheap"])


def test_an_empty_library_says_what_to_do(desk: Desk) -> None:
    board = opened(desk, 0)
    desk.qtbot.waitUntil(lambda: "Mark what is claimed" in board.claims.empty.text())
    assert board.claims.empty.isVisible()
    assert board.claims.table.isHidden()


def test_without_sources_their_page_says_where_they_come_from(desk: Desk) -> None:
    board = opened(desk, 0)
    board.pages.setCurrentWidget(board.sources)
    desk.qtbot.waitUntil(board.sources.empty.isVisible)
    assert "press B" in board.sources.empty.text() and board.sources.list.isHidden()
    board.sources.new.setText("Harbour office")
    QTest.keyClick(board.sources.new, Qt.Key.Key_Return)
    desk.qtbot.waitUntil(board.sources.list.isVisible)
    assert board.sources.empty.isHidden()


def test_where_there_is_little_room_a_wording_takes_two_lines(told: Desk) -> None:
    board = opened(told)
    rows, table = board.claims.table.verticalHeader(), board.claims.table
    board.resize(2400, 900)
    told.qtbot.waitUntil(lambda: not table.wordWrap())
    low = rows.sectionSize(0)
    board.resize(1100, 800)
    told.qtbot.waitUntil(table.wordWrap)
    assert rows.sectionSize(0) > low and rows.sectionSize(0) >= 2 * table.fontMetrics().lineSpacing()


def test_an_indonesian_reader_is_asked_in_indonesian(told: Desk, qapp: QApplication) -> None:
    installed = i18n.translators("id")
    for translator in installed:
        qapp.installTranslator(translator)
    try:
        asked = MergeQuestion(["Jembatan ditutup", "Jembatan dicat"])
        told.qtbot.addWidget(asked)
        assert (asked.take.text(), asked.leave.text()) == ("&Gabungkan", "Batal")
    finally:
        for translator in installed:
            qapp.removeTranslator(translator)


def test_the_board_goes_with_its_window(told: Desk) -> None:
    board = opened(told)
    told.window.close()
    assert not board.isVisible()


def test_a_window_made_anew_in_another_language_has_a_board_of_its_own(told: Desk) -> None:
    before = opened(told)
    told.program.settings.update(language="id")
    told.qtbot.addWidget(told.window)
    told.window.commands["board"].trigger()
    found = told.window.findChild(Boarding)
    assert isinstance(found, Boarding) and found.board is not before
    assert found.board.windowTitle() == "Papan klaim – Tilik"
    told.program.settings.update(language="en")
    told.qtbot.addWidget(told.window)


def test_a_name_of_markup_is_shown_as_it_is(told: Desk, story: Story) -> None:
    told.session.do(claims.change(story.paint, {"text": "<img src=x> & <b>bold</b>"}))
    board = opened(told)
    index = board.claims.model.index(1, 0)
    assert index.data() == "<img src=x> & <b>bold</b>"
    assert "&lt;img" in str(index.data(Qt.ItemDataRole.ToolTipRole))


def test_a_narrow_board_leaves_the_words_of_a_claim_some_room(told: Desk) -> None:
    board = opened(told)
    table = board.claims.table
    others = sum(table.columnWidth(column) for column in Column if column is not Column.WORDING)
    table.resize(others + 20, table.height())
    assert table.columnWidth(Column.WORDING) >= 100
    table.resize(2 * others, table.height())
    told.qtbot.waitUntil(lambda: table.columnWidth(Column.WORDING) > 300)
    assert table.horizontalScrollBar().maximum() == 0


def test_claims_are_deleted_for_good_when_that_was_asked(told: Desk) -> None:
    board, library = opened(told), told.session.library
    (paint,) = (c for c in library.claims() if c.text == "The bridge was painted")
    board.claims.select([paint.id])
    told.qtbot.waitUntil(board.claims.erase.isEnabled)
    told.qtbot.mouseClick(board.claims.erase, LEFT)
    told.qtbot.waitUntil(lambda: bool(questions()))
    (box,) = questions()
    assert "The bridge was painted" in box.text() and "mention no claim" in box.text()
    assert box.parentWidget() is board, "it stands over the window in which it was asked"
    told.qtbot.keyClick(box, Qt.Key.Key_Return)
    assert len(library.claims()) == 2, "Enter deletes nothing"
    board.claims.wanted.emit("erase")
    told.qtbot.waitUntil(lambda: bool(questions()))
    (sure,) = (b for b in questions()[0].buttons() if "good" in b.text())
    told.qtbot.mouseClick(sure, LEFT)
    told.qtbot.waitUntil(lambda: [c.text for c in library.claims()] == ["The bridge is closed"])
    told.qtbot.waitUntil(lambda: "The bridge was painted" not in shown(board))


def questions() -> list[QMessageBox]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible()]


def test_the_menu_of_the_claims_holds_what_the_buttons_do(told: Desk) -> None:
    board, asked = opened(told), list[str]()
    board.claims.wanted.connect(asked.append)
    board.claims.choose([board.claims.model.keys(0, 0)[0]])
    board.claims.table.customContextMenuRequested.emit(QPoint(5, 5))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    texts = [action.text() for action in menu.actions()]
    assert texts == [b.text() for b in (board.claims.open_, board.claims.merge, board.claims.split)] + texts[3:]
    menu.actions()[-1].trigger()
    menu.close()
    assert asked == ["erase"]
