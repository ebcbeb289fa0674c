"""Lists to read in the window: dropped, shown as to be fetched, fetched by a button, a menu and an action."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt

from reader.model.pages import Page
from reader.sources import page_of_bytes, web
from tests.saved_pages import page
from tests.ui.window.test_saved_pages import drop
from tests.ui.window_desk import Desk
from ui.window.article_menu import ArticleMenu
from ui.window.handed_in import unfinished

ONE, TWO = "https://a.example/one", "https://a.example/two"
POCKET = f"title,url,time_added,tags,status\nOne,{ONE},1700000000,x,unread\nTwo,{TWO},1700000001,,unread\n"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that were asked for."""
    found: list[str] = []

    def fetch(address: str) -> Page:
        found.append(address)
        return page_of_bytes(
            page(more=f"<p>This is the page at {address}, as it was then.</p>").encode(), address, "a", url=address
        )

    monkeypatch.setattr(web, "fetch", fetch)
    return found


def listed(desk: Desk, tmp_path: Path) -> str:
    """Drop a list, and return the first of it."""
    (tmp_path / "p.csv").write_text(POCKET)
    drop(desk, tmp_path / "p.csv")
    desk.qtbot.waitUntil(lambda: desk.session.library.count() == 3)
    return desk.session.library.find(ONE)


def words(desk: Desk, id: str) -> int:
    return desk.session.library.article(id).words


def test_a_list_is_dropped_and_nothing_is_fetched(desk: Desk, tmp_path: Path, asked: list[str]) -> None:
    id = listed(desk, tmp_path)
    desk.window.open(id)
    banner = desk.window.banner
    assert "has not been fetched" in banner.text.text() and banner.action.isVisible()
    assert asked == [] and unfinished(desk.session.library) == []
    banner.close_message()
    desk.window.open(desk.session.library.find(TWO))  # it is said of each
    assert banner.isVisible()


def test_the_button_above_the_empty_text_fetches_it(desk: Desk, tmp_path: Path, asked: list[str]) -> None:
    id = listed(desk, tmp_path)
    desk.window.open(id)
    desk.qtbot.mouseClick(desk.window.banner.action, Qt.MouseButton.LeftButton)
    desk.qtbot.waitUntil(lambda: words(desk, id) > 0)
    desk.qtbot.waitUntil(lambda: desk.session.revision is not None and ONE in desk.session.revision.text)
    assert asked == [ONE]
    banner = desk.window.banner
    desk.qtbot.waitUntil(lambda: not banner.isVisible() or "has not been fetched" not in banner.text.text())


def test_all_are_fetched_by_the_action_and_one_that_fails_stays(
    desk: Desk, tmp_path: Path, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    id = listed(desk, tmp_path)
    desk.window.commands["fetch_all"].trigger()
    desk.qtbot.waitUntil(lambda: words(desk, id) > 0 and words(desk, desk.session.library.find(TWO)) > 0)
    assert sorted(asked) == [ONE, TWO]


def test_chosen_ones_are_fetched_from_their_menu(desk: Desk, tmp_path: Path, asked: list[str]) -> None:
    id, other = listed(desk, tmp_path), desk.session.library.find(TWO)
    menu = ArticleMenu(desk.window.parts, [id, other])
    (action,) = [one for one in menu.actions() if "etch 2 texts" in one.text()]
    action.trigger()
    desk.qtbot.waitUntil(lambda: words(desk, id) > 0 and words(desk, other) > 0)
    menu.popup(QPoint(0, 0))
    menu.close()


def test_a_list_that_is_chosen_for_a_set_is_added(desk: Desk, tmp_path: Path, asked: list[str]) -> None:
    entry = {"slug": "a", "title": "One", "url": ONE, "labels": [], "savedAt": "2023-11-14T22:13:20Z"}
    (tmp_path / "o.json").write_text(json.dumps([entry]))
    desk.window.parts.adding.setChosen.emit(tmp_path / "o.json", False)
    desk.qtbot.waitUntil(lambda: desk.session.library.count() == 2)
    assert words(desk, desk.session.library.find(ONE)) == 0 and asked == []
