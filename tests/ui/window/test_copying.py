"""Copying: what is chosen, as clean structure, with its source; the menu of a right click; done and on to the next."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from reader import edits
from reader.exchange.exporters.excerpt import excerpt_html
from reader.model.articles import Block, BlockKind, InlineKind, InlineMark, Metadata, Revision, State
from reader.model.labels import CLAIM
from reader.model.spans import Span
from reader.model.stamps import now
from tests.ui.conftest import make_sample
from tests.ui.hands import click, drag, point, quotes
from tests.ui.window_desk import Desk
from ui.library.model import Role

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def clipboard() -> QMimeData:
    QGuiApplication.clipboard().clear()
    return QGuiApplication.clipboard().mimeData()


def copied(desk: Desk, *, source: bool = False) -> str:
    QGuiApplication.clipboard().clear()
    desk.key(Qt.Key.Key_C, CTRL | SHIFT if source else CTRL)
    return QGuiApplication.clipboard().text()


def test_the_sentence_that_was_taken_is_copied(desk: Desk) -> None:
    desk.window.view.setFocus()
    desk.key(Qt.Key.Key_J)
    assert copied(desk) == "Ferry timetable at Lembayung Bay is disputed"
    desk.key(Qt.Key.Key_Escape)
    assert copied(desk) == "" and "nothing to copy" in desk.window.status.message.text()


def test_selected_words_and_pieces_are_copied_without_colours_and_fonts(desk: Desk) -> None:
    desk.program.settings.update(theme="dark")
    drag(desk, "The harbour office")
    drag(desk, "never sailed", CTRL)
    assert copied(desk) == "The harbour office … never sailed"
    html = QGuiApplication.clipboard().mimeData().html()
    assert html == "<p>The harbour office</p><p>never sailed</p>"
    assert desk.window.view.createMimeDataFromSelection().html() == html


@pytest.mark.parametrize("panel", [False, True])
def test_a_mark_is_copied_with_its_source_from_text_and_card(desk: Desk, panel: bool) -> None:
    desk.session.do(edits.annotate(desk.sample.revision, [desk.sample.span("night ferry never sailed")], CLAIM))
    click(desk, "ferry never")
    if panel:
        desk.window.panel.focus_cards()
    assert copied(desk) == "night ferry never sailed"
    words, _, line = copied(desk, source=True).partition("\n\n— ")
    assert words == "“night ferry never sailed”"
    assert line.startswith("“Ferry timetable at Lembayung Bay is disputed”, Lembayung Herald, 5 March 2024, captured ")


def test_words_of_a_field_and_articles_of_the_list_are_copied_where_the_keyboard_is(desk: Desk, qtbot: QtBot) -> None:
    search = desk.window.header.search
    search.setFocus()
    qtbot.keyClicks(search, "boats")
    search.selectAll()
    assert copied(desk) == "boats"
    desk.window.library.list.setFocus()
    desk.window.library.select([desk.sample.article.id])
    assert copied(desk) == "Ferry timetable at Lembayung Bay is disputed"


def test_structure_is_kept_and_nothing_else() -> None:
    text = "Head\none\ntwo\na\tb\nSee & <go> here"
    blocks = (
        Block(Span(0, 4), BlockKind.HEADING, 3), Block(Span(5, 8), BlockKind.LIST_ITEM, 1, {"ordered": "1"}),
        Block(Span(9, 12), BlockKind.LIST_ITEM, 1, {"ordered": "1"}), Block(Span(13, 16), BlockKind.TABLE_ROW),
        Block(Span(17, 32)),
    )  # fmt: skip
    inline = (
        InlineMark(Span(28, 32), InlineKind.LINK, "https://paper.example/a?b=1&c=2"),
        InlineMark(Span(17, 20), InlineKind.STRONG),
    )
    revision = Revision("r", "a", text, blocks, Metadata(), now(), inline=inline)
    assert excerpt_html(revision, [Span(0, 32)]) == (
        "<h3>Head</h3><ol><li>one</li><li>two</li></ol><table><tr><td>a</td><td>b</td></tr></table>"
        '<p><strong>See</strong> &amp; &lt;go&gt; <a href="https://paper.example/a?b=1&amp;c=2">here</a></p>'
    )
    assert excerpt_html(revision, [Span(10, 14)]) == "<ol><li>wo</li></ol><table><tr><td>a</td></tr></table>"


# -- the menu of a right click -----------------------------------------------------------------------------------------


def menu(desk: Desk, words: str) -> list[str]:
    """Right click on the first letter of words; the entries of the menu."""
    at = point(desk, words)
    at.setX(at.x() + 3)
    port = desk.window.view.viewport()
    QApplication.sendEvent(port, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, port.mapToGlobal(at)))
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    entries = [action.text().replace("&", "") for action in popup.actions() if not action.isSeparator()]
    popup.close()
    return entries


def test_a_right_click_chooses_the_mark_and_offers_what_belongs_to_it(desk: Desk) -> None:
    desk.session.do(edits.annotate(desk.sample.revision, [desk.sample.span("night ferry never sailed")], CLAIM))
    entries = menu(desk, "ferry never")
    assert entries[:2] == ["Change label", "Note"] and "Delete mark" in entries and "Copy with source" in entries
    assert len(desk.session.here.marks) == 1


def test_a_right_click_on_selected_words_keeps_them_and_elsewhere_takes_the_sentence(desk: Desk) -> None:
    drag(desk, "harbour office")
    entries = menu(desk, "harbour office")
    assert entries[:3] == ["Mark as Claim", "Mark as Source", "Mark as Denial"]
    assert "Search the library for “harbour office”" in entries
    assert desk.session.here.words
    entries = menu(desk, "The operator denies")
    assert entries[0] == "Mark as Claim" and desk.session.here.sentence is not None and quotes(desk) == []


# -- done, and on to the next ------------------------------------------------------------------------------------------


def test_done_and_on_to_the_next_of_the_list(desk: Desk, qtbot: QtBot) -> None:
    other = make_sample(title="Another page")
    desk.session.library.apply(edits.add_article(other.article, other.revision))
    qtbot.waitUntil(lambda: desk.window.library.model.rowCount() == 2)
    ids = [str(desk.window.library.model.index(row).data(Role.ID)) for row in range(2)]
    desk.window.open(ids[0])
    desk.key(Qt.Key.Key_D, CTRL | SHIFT)
    assert desk.session.library.article(ids[0]).state is State.DONE and desk.article.id == ids[1]
    desk.key(Qt.Key.Key_D, CTRL | SHIFT)
    assert desk.article.id == ids[1] and "the last one" in desk.window.status.message.text()
