"""The rows of the library: how high they are, what they say, where the list stands, the menu of an article."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QFontMetricsF, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLabel, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from reader import edits
from reader.model.articles import State
from reader.model.listing import Summary
from tests.ui.conftest import Sample, make_sample
from tests.ui.window_desk import Desk
from ui.library.card import ArticleDelegate
from ui.library.pane import LibraryPane
from ui.look.view_font import view_font

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LONG = "The harbour of Tanjung Senja is dredged again after a winter in which no ship larger than a tug came in at all"
MANY = 60


@pytest.fixture
def many(desk: Desk) -> list[Sample]:
    """A list longer than the window, titles short and long by turns."""
    made = [make_sample((f"{n} {LONG if n % 2 else 'Tug'}", f"Text {n}."), f"{n} {LONG if n % 2 else 'Tug'}")
            for n in range(MANY)]  # fmt: skip
    for sample in made:
        desk.session.do(edits.add_article(sample.article, sample.revision))
    desk.qtbot.waitUntil(lambda: pane(desk).model.rowCount() == MANY + 1)
    return made


def pane(desk: Desk) -> LibraryPane:
    return desk.window.library


def first(desk: Desk) -> str:
    """The title that stands first on the screen."""
    index, _ = pane(desk).list.first_row()
    summary = pane(desk).model.summary(index.row())
    return summary.title if summary is not None else ""


def centre(desk: Desk, row: int) -> QPoint:
    return pane(desk).list.visualRect(pane(desk).model.index(row)).center()


def heights(desk: Desk) -> list[int]:
    rows = range(pane(desk).model.rowCount())
    return [pane(desk).list.visualRect(pane(desk).model.index(row)).height() for row in rows]


# -- what a row shows ------------------------------------------------------------------------------------------


def test_a_row_is_as_high_as_a_title_and_one_line_more(desk: Desk, many: list[Sample]) -> None:
    delegate = pane(desk).list.itemDelegate()
    assert isinstance(delegate, ArticleDelegate)
    line = QFontMetricsF(view_font(delegate)).height()
    short, high = min(heights(desk)), max(heights(desk))
    assert 2 * line < short < 3.1 * line and 3 * line < high < 4.1 * line
    assert high - short == pytest.approx(line, abs=2)


def test_a_wider_list_gives_titles_one_line(desk: Desk, many: list[Sample], qtbot: QtBot) -> None:
    before = sum(heights(desk))
    delegate = pane(desk).list.itemDelegate()
    assert isinstance(delegate, ArticleDelegate)
    wide = round(QFontMetricsF(view_font(delegate)).horizontalAdvance(LONG) * 1.5)
    desk.window.resize(wide + 1200, 800)
    desk.window.splitter.setSizes([wide, 800, 340])
    qtbot.waitUntil(lambda: sum(heights(desk)) < before and len(set(heights(desk))) == 1)


SUMMARY = Summary("id", "Title", "The Lembayung Bay Herald and Advertiser", "2024-03-05", "stated", "en", State.INBOX,
                  2_000, 0.37, {})  # fmt: skip


def test_date_minutes_and_progress_are_never_cut_and_the_site_gives_way(desk: Desk) -> None:
    delegate = pane(desk).list.itemDelegate()
    assert isinstance(delegate, ArticleDelegate)
    metrics = QFontMetricsF(view_font(delegate, -1))
    whole = delegate._fitting(SUMMARY, metrics, 4000)
    assert SUMMARY.site in whole and "5 Mar 2024" in whole and "10 min" in whole
    least = metrics.horizontalAdvance(delegate._fitting(replace(SUMMARY, site=""), metrics, 0))
    for share in (0.9, 0.7, 0.4):
        room = least + share * (metrics.horizontalAdvance(whole) - least)
        text = delegate._fitting(SUMMARY, metrics, room)
        assert "5 Mar 2024" in text and "10 min" in text and SUMMARY.site not in text
        assert metrics.horizontalAdvance(text) <= room + 1
    assert delegate._progress(SUMMARY) == "37 %"


def test_what_has_no_room_stands_in_the_hint(desk: Desk) -> None:
    desk.select("night ferry")
    desk.key(Qt.Key.Key_1)
    told = str(pane(desk).model.index(0).data(Qt.ItemDataRole.ToolTipRole))
    for part in (desk.sample.article.title, desk.sample.article.site, "5 March 2024", "Claim 1"):
        assert part in told


def test_the_share_that_was_read_follows_the_reader(desk: Desk, qtbot: QtBot) -> None:
    def shown() -> float:
        summary = pane(desk).model.summary(0)
        return summary.progress if summary is not None else 0.0

    assert shown() == 0
    qtbot.waitUntil(lambda: shown() > 0.9)


def test_the_states_take_less_room_than_two_articles_and_name_all(desk: Desk, many: list[Sample]) -> None:
    states = pane(desk).states.list
    assert states.height() < 2 * max(heights(desk))
    inside = states.viewport().rect()
    boxes = [states.visualItemRect(states.item(row)) for row in range(states.count())]
    assert states.count() == 6 and all(inside.contains(box) for box in boxes)
    assert not any(one.intersects(other) for n, one in enumerate(boxes) for other in boxes[n + 1 :])


# -- where the list stands -------------------------------------------------------------------------------------


@pytest.fixture
def down(desk: Desk, many: list[Sample]) -> str:
    """The list is scrolled half way down, an article there is open; what stands first."""
    pane(desk).list.scrollTo(pane(desk).model.index(30), pane(desk).list.ScrollHint.PositionAtTop)
    QTest.mouseClick(pane(desk).list.viewport(), LEFT, pos=centre(desk, 32))
    assert pane(desk).list.verticalScrollBar().value() > 0 and pane(desk).list.currentIndex().row() == 32
    return first(desk)


def stands(desk: Desk, down: str, title: str) -> None:
    """The same rows are to be seen, and the open article is the one that is chosen."""
    summary = pane(desk).model.summary(pane(desk).list.currentIndex().row())
    assert summary is not None and summary.title == title and len(pane(desk).selected()) == 1
    desk.qtbot.waitUntil(lambda: first(desk) == down)


def test_the_list_stands_where_it_stood_after_focus_mode(desk: Desk, down: str) -> None:
    title = desk.article.title
    desk.key(Qt.Key.Key_F11)
    desk.key(Qt.Key.Key_F11)
    stands(desk, down, title)


def test_and_after_the_window_was_narrow(desk: Desk, down: str, qtbot: QtBot) -> None:
    title, width = desk.article.title, pane(desk).list.width()
    desk.window.resize(800, 800)
    assert pane(desk).isHidden()
    desk.window.resize(1280, 800)
    qtbot.waitUntil(lambda: not pane(desk).isHidden() and pane(desk).list.width() == width)
    stands(desk, down, title)


def test_and_after_the_list_was_read_anew(desk: Desk, down: str, qtbot: QtBot) -> None:
    title, made = desk.article.title, make_sample()
    with qtbot.waitSignal(pane(desk).model.modelReset):
        desk.session.do(edits.add_article(made.article, made.revision))
    stands(desk, down, title)
    step = desk.session.library.next_undo()
    assert step is not None
    with qtbot.waitSignal(pane(desk).model.modelReset):
        desk.session.take_back(step.number)
    stands(desk, down, title)


def test_several_chosen_ones_are_chosen_after_that_too(desk: Desk, many: list[Sample], qtbot: QtBot) -> None:
    for row, modifier in ((2, Qt.KeyboardModifier.NoModifier), (4, CTRL), (5, CTRL)):
        QTest.mouseClick(pane(desk).list.viewport(), LEFT, modifier, centre(desk, row))
    chosen, made = pane(desk).selected(), make_sample()
    assert len(chosen) == 3
    with qtbot.waitSignal(pane(desk).model.modelReset):
        desk.session.do(edits.add_article(made.article, made.revision))
    assert pane(desk).selected() == chosen


def test_going_on_with_ctrl_or_shift_held_chooses_one_article(desk: Desk, down: str, qtbot: QtBot) -> None:
    for modifier in (CTRL, CTRL | SHIFT):
        QTest.keyPress(desk.window, Qt.Key.Key_Control, modifier)
        for n in range(3):
            desk.window.commands["article_next"].trigger() if n else desk.key(Qt.Key.Key_Down, CTRL)
            assert len(pane(desk).selected()) == 1 and pane(desk).selected() == [desk.article.id]
        QTest.keyRelease(desk.window, Qt.Key.Key_Control)


# -- the menu --------------------------------------------------------------------------------------------------


def menu_at(desk: Desk, row: int) -> QMenu:
    """Open the menu of a row with the right button."""
    port = pane(desk).list.viewport()
    QTest.mouseClick(port, RIGHT, pos=centre(desk, row))
    pane(desk).list.customContextMenuRequested.emit(centre(desk, row))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def words(menu: QMenu) -> list[str]:
    return [action.text().replace("&", "") for action in menu.actions() if not action.isSeparator()]


def use(menu: QMenu, name: str) -> None:
    action = next(action for action in menu.actions() if action.text().replace("&", "") == name)
    assert action.isEnabled()
    menu.close()
    action.trigger()


def test_no_row_stays_highlighted_after_its_menu(desk: Desk, many: list[Sample]) -> None:
    QTest.mouseClick(pane(desk).list.viewport(), LEFT, pos=centre(desk, 1))
    pane(desk).list.setFocus()
    before, plain = pane(desk).selected(), pane(desk).list.viewport().grab().toImage()
    menu = menu_at(desk, 3)
    assert pane(desk).selected() == before and pane(desk).list.viewport().grab().toImage() != plain
    menu.close()
    assert pane(desk).selected() == before and pane(desk).list.viewport().grab().toImage() == plain


def test_the_menu_is_of_the_row_under_the_mouse(desk: Desk, many: list[Sample]) -> None:
    wanted = pane(desk).model.summary(3)
    assert wanted is not None
    use(menu_at(desk, 3), "Open")
    assert desk.article.id == wanted.id


def test_moving_several_names_the_number_before_and_after(desk: Desk, many: list[Sample]) -> None:
    port = pane(desk).list.viewport()
    for row, modifier in ((1, Qt.KeyboardModifier.NoModifier), (2, CTRL), (4, CTRL)):
        QTest.mouseClick(port, LEFT, modifier, centre(desk, row))
    menu = menu_at(desk, 2)
    assert "Move 3 articles to Trash" in words(menu) and "Move to Trash" not in words(menu)
    use(menu, "Move 3 articles to Trash")
    assert desk.session.library.state_counts()[State.TRASHED] == 3
    assert desk.window.status.message.text() == "Moved 3 articles to Trash"
    use(menu_at(desk, 0), "Move to Done")
    assert desk.window.status.message.text() == "Moved 1 article to Done"


@pytest.fixture
def kept(desk: Desk, tmp_path: Path) -> Path:
    """The file that a second article came from; its row is the first."""
    file = tmp_path / "ferry page.html"
    file.write_text("<p>The night ferry</p>", encoding="utf-8")
    made = make_sample(("Second", "Nobody had seen it."), "Second")
    article = replace(made.article, origin=str(file), url="https://herald.example/ferry?a=1&b=2")
    desk.session.do(edits.add_article(article, made.revision))
    desk.qtbot.waitUntil(lambda: pane(desk).model.rowCount() == 2)
    return file


def test_the_address_is_copied_or_opened_after_asking(desk: Desk, kept: Path) -> None:
    use(menu_at(desk, 0), "Copy address")
    assert QGuiApplication.clipboard().text() == "https://herald.example/ferry?a=1&b=2"
    use(menu_at(desk, 0), "Open address…")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    assert any("herald.example" in label.text() for label in dialog.findChildren(QLabel))
    dialog.reject()


def test_the_folder_of_its_file_is_opened_while_there_is_one(
    desk: Desk, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(QUrl(url).toLocalFile()))
    use(menu_at(desk, 0), "Open the folder of its file")
    assert [Path(path) for path in opened] == [kept.parent]
    kept.unlink()
    menu = menu_at(desk, 0)
    assert "Open the folder of its file" not in words(menu)
    menu.close()


def test_what_needs_an_address_waits_for_one(desk: Desk) -> None:
    menu = menu_at(desk, 0)
    enabled = {action.text().replace("&", ""): action.isEnabled() for action in menu.actions()}
    assert enabled["Open"]
    assert not any(enabled[name] for name in ("Copy address", "Open address…", "Capture again"))
    menu.close()


def test_one_article_is_exported_from_its_menu(desk: Desk, kept: Path) -> None:
    use(menu_at(desk, 0), "Export this article…")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    scope = dialog.findChildren(QComboBox)[0]
    assert [scope.itemText(n) for n in range(scope.count())] == ["Second"]
    dialog.reject()


# -- nothing is open -------------------------------------------------------------------------------------------


def test_a_full_library_asks_to_choose_and_an_empty_one_to_add(desk: Desk) -> None:
    welcome = desk.window.welcome
    desk.session.close_article()
    assert welcome.isVisible() and welcome.title.text() == "Choose an article"
    assert welcome.add.isVisible() and not welcome.samples.isVisible()
    desk.session.do(edits.set_state([desk.sample.article], State.TRASHED))
    desk.qtbot.waitUntil(lambda: welcome.title.text() == "Nothing on the desk yet")
    assert welcome.samples.isVisible()


def test_there_is_one_invitation(desk: Desk) -> None:
    desk.session.undo()
    desk.session.do(edits.set_state([desk.sample.article], State.TRASHED))
    desk.session.close_article()
    desk.qtbot.waitUntil(pane(desk).empty.isVisible)
    said = [one.text() for one in desk.window.body.findChildren(QPushButton) if one.isVisible()]
    assert sum("Add files" in text for text in said) == 1 and sum("sample" in text for text in said) == 1


def test_a_wide_window_gives_the_list_more_room() -> None:
    from ui.frame.places import first_widths

    assert 250 == first_widths(1000)[0] < first_widths(1280)[0] < first_widths(1920)[0] <= first_widths(2560)[0] <= 380
