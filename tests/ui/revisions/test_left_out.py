"""The drawer of what was left out, driven by its keys."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reader.model.articles import BlockKind, LeftOut
from tests.ui.conftest import make_sample
from tests.ui.window_desk import PAGE, Desk, Starter
from ui.revisions.left_out_row import rows_of

MENU = "<nav><a href='/a'>Harbour news</a> <a href='/b'>Weather at sea</a></nav>"


@pytest.fixture
def cluttered(start: Starter, tmp_path: Path, qtbot: QtBot) -> Desk:
    """A page with a menu on the desk, its drawer open."""
    (tmp_path / "rice.html").write_text(PAGE.replace("<article>", f"{MENU}<article>"))
    desk = start([str(tmp_path / "rice.html")], open_sample=False)
    qtbot.waitUntil(lambda: desk.session.article is not None and "Rice" in desk.session.article.title)
    desk.window.view.setFocus()
    desk.key(Qt.Key.Key_U)
    assert desk.window.parts.left_out.drawer.isVisible()
    return desk


def rows(desk: Desk) -> list[str]:
    found = desk.window.parts.left_out.drawer.list
    return [found.item(n).text() for n in range(found.count()) if not found.item(n).isHidden()]


def text(desk: Desk) -> str:
    assert desk.session.revision is not None
    return desk.session.revision.text


def choose(desk: Desk, words: str) -> None:
    found = desk.window.parts.left_out.drawer.list
    found.setCurrentRow(next(n for n in range(found.count()) if words in found.item(n).text()))
    found.setFocus()


def test_a_block_is_put_back_by_one_key_and_undone_by_another(cluttered: Desk) -> None:
    assert any("Harbour news" in row and row.startswith("navigation") for row in rows(cluttered))
    before = text(cluttered)
    choose(cluttered, "Harbour news")
    cluttered.key(Qt.Key.Key_P)
    assert "Harbour news" in text(cluttered) and "Harbour news" not in "".join(rows(cluttered))
    assert "Harbour news" in cluttered.window.view.document().toRawText()
    cluttered.window.commands["undo"].trigger()
    assert text(cluttered) == before


def test_marks_stay_on_their_words_when_a_block_comes_back(cluttered: Desk) -> None:
    view = cluttered.window.view
    cursor = view.document().find("The mayor denies")
    view.setTextCursor(cursor)
    view.setFocus()
    cluttered.key(Qt.Key.Key_3)
    choose(cluttered, "Harbour news")
    cluttered.key(Qt.Key.Key_P)
    (mark,) = cluttered.session.page_annotations
    assert text(cluttered)[mark.start : mark.end] == "The mayor denies"


def test_the_whole_page_shows_the_article_between_and_takes_a_block_out(cluttered: Desk) -> None:
    drawer = cluttered.window.parts.left_out.drawer
    short = len(rows(cluttered))
    drawer.whole.click()
    assert len(rows(cluttered)) > short and any("A trader" in row for row in rows(cluttered))
    choose(cluttered, "A trader")
    assert "Take out" in drawer.put.text()
    cluttered.key(Qt.Key.Key_X)
    assert "A trader" not in text(cluttered)
    assert any("A trader" in row and row.startswith("taken out by hand") for row in rows(cluttered))
    choose(cluttered, "A trader")
    cluttered.key(Qt.Key.Key_Return)
    assert "A trader" in text(cluttered)


def test_a_block_with_a_mark_is_kept_and_the_reason_is_said(cluttered: Desk) -> None:
    view = cluttered.window.view
    view.setTextCursor(view.document().find("The mayor denies"))
    view.setFocus()
    cluttered.key(Qt.Key.Key_3)
    view.setTextCursor(view.document().find("enough" if "enough" in text(cluttered) else "The mayor"))
    view.setFocus()
    cluttered.key(Qt.Key.Key_X)
    assert "The mayor denies" in text(cluttered)
    assert "1 marks stand" in cluttered.window.banner.text.text()


def test_the_sentence_at_the_cursor_names_the_block_to_take_out(cluttered: Desk) -> None:
    view = cluttered.window.view
    view.setTextCursor(view.document().find("A trader"))
    view.setFocus()
    cluttered.key(Qt.Key.Key_X)
    assert "A trader" not in text(cluttered)


def test_the_drawer_is_searched_and_shut_by_key(cluttered: Desk) -> None:
    drawer = cluttered.window.parts.left_out.drawer
    drawer.search.setFocus()
    cluttered.qtbot.keyClicks(drawer.search, "weather")
    assert rows(cluttered) and all("weather" in row.casefold() for row in rows(cluttered))
    cluttered.key(Qt.Key.Key_Escape)
    assert not drawer.isVisible()


def test_a_picture_in_the_drawer_is_called_one() -> None:
    revision = make_sample().revision
    figure = LeftOut("The ferry at night", "picture without an address", 1, BlockKind.FIGURE)
    told = rows_of(replace(revision, left_out=(figure, replace(figure, text=""))), whole=False)
    assert [row.text for row in told] == ["[picture] The ferry at night", "[picture]"]


def test_what_the_field_asks_for_can_be_read(cluttered: Desk) -> None:
    cluttered.window.resize(1280, 800)
    field = cluttered.window.parts.left_out.drawer.search
    assert field.width() - 24 >= field.fontMetrics().horizontalAdvance(field.placeholderText())
