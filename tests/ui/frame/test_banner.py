from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reader import edits
from tests.ui.conftest import make_sample
from tests.ui.window_desk import Desk
from ui.frame.banner import Banner


@pytest.fixture
def banner(qtbot: QtBot) -> Banner:
    made = Banner()
    qtbot.addWidget(made)
    return made


def test_it_is_hidden_until_there_is_something_to_say(banner: Banner) -> None:
    assert banner.isHidden()
    banner.tell("disk full")
    assert not banner.isHidden() and banner.text.text() == "disk full"
    assert banner.action.isHidden()


def test_markup_is_shown_as_it_is(banner: Banner) -> None:
    banner.tell("<b>no</b>")
    assert banner.text.textFormat() is Qt.TextFormat.PlainText and banner.text.text() == "<b>no</b>"


def test_its_button_acts_once_and_closes_it(banner: Banner, qtbot: QtBot) -> None:
    done: list[str] = []
    banner.tell("the library is locked", action="Try again", call=lambda: done.append("again"))
    banner.show()
    qtbot.mouseClick(banner.action, Qt.MouseButton.LeftButton)
    assert done == ["again"] and banner.isHidden()


@pytest.mark.parametrize("how", ["button", "key"])
def test_it_can_be_closed(banner: Banner, qtbot: QtBot, how: str) -> None:
    banner.tell("disk full")
    if how == "button":
        qtbot.mouseClick(banner.dismiss, Qt.MouseButton.LeftButton)
    else:
        qtbot.keyClick(banner, Qt.Key.Key_Escape)
    assert banner.isHidden()


DOUBTS = ("The page says its charset is utf-8, but it was read as windows-1252.", "12 characters were cut.")


def test_a_remark_is_one_sentence_and_the_rest_behind_a_button(banner: Banner, qtbot: QtBot) -> None:
    banner.remark(DOUBTS)
    assert banner.text.text() == DOUBTS[0] and banner.property("tone") == "" and not banner.action.isHidden()
    qtbot.mouseClick(banner.action, Qt.MouseButton.LeftButton)
    assert banner.text.text() == "\n".join(DOUBTS) == banner.accessibleName() and not banner.isHidden()
    banner.remark(())
    assert banner.isHidden()


def test_a_remark_does_not_push_a_warning_away(banner: Banner) -> None:
    banner.tell("disk full")
    banner.remark(DOUBTS)
    banner.remark(())
    assert banner.text.text() == "disk full" and not banner.isHidden()


def test_what_the_cleaner_doubts_stands_over_the_article_until_it_is_read(desk: Desk, qtbot: QtBot) -> None:
    doubted, plain = make_sample(("A doubtful page", "Words.")), desk.sample
    banner = desk.window.banner
    assert banner.isHidden()
    desk.session.do(edits.add_article(doubted.article, replace(doubted.revision, notices=DOUBTS)))
    desk.window.open(doubted.article.id)
    assert banner.isVisible() and banner.text.text() == DOUBTS[0]
    desk.window.open(plain.article.id)
    assert banner.isHidden()
    desk.window.open(doubted.article.id)
    assert banner.isVisible()
    qtbot.mouseClick(banner.dismiss, Qt.MouseButton.LeftButton)
    desk.window.open(plain.article.id)
    desk.window.open(doubted.article.id)
    assert banner.isHidden()


def test_a_warning_goes_with_esc_from_the_text_and_a_remark_stays(desk: Desk) -> None:
    banner = desk.window.banner
    desk.window.view.setFocus()
    banner.tell("Nothing was changed.")
    desk.key(Qt.Key.Key_Escape)
    assert banner.isHidden()
    banner.remark(["What is to be known."])
    desk.key(Qt.Key.Key_Escape)
    assert banner.isVisible()


def test_what_was_refused_goes_when_another_article_is_opened_and_a_job_s_failure_stays(desk: Desk) -> None:
    other = make_sample(("Another title", "Another text of the bay."), "Another title")
    desk.session.do(edits.add_article(other.article, other.revision))
    banner = desk.window.banner
    desk.session.failed.emit("a refusal")
    desk.window.open(desk.article.id)
    assert banner.isVisible(), "the same article is no other"
    desk.window.open(other.article.id)
    assert banner.isHidden()
    desk.window.desk.warn("A page could not be added.")
    desk.window.open(desk.sample.article.id)
    assert banner.isVisible()
