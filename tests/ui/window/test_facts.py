"""Title, byline, date and address corrected by F2: the publisher's beside, a way back, one step of undo."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication

from reader.model.captures import PUT_BACK
from tests.ui.window_desk import Desk
from ui.article.meta import meta_parts
from ui.dialogs.facts import FactsDialog


def opened(desk: Desk) -> FactsDialog:
    desk.window.activateWindow()
    desk.qtbot.waitUntil(desk.window.isActiveWindow)
    desk.key(Qt.Key.Key_F2)
    (found,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, FactsDialog) and w.isVisible()]
    desk.qtbot.waitUntil(found.isActiveWindow)
    assert found.focusWidget() is found.fields["title"], "one types at once"
    return found


def listed(desk: Desk) -> list[str]:
    model = desk.window.library.model
    return [summary.title for row in range(model.rowCount()) if (summary := model.summary(row)) is not None]


def save(desk: Desk, dialog: FactsDialog, **values: str) -> None:
    for name, text in values.items():
        dialog.fields[name].setFocus()
        dialog.fields[name].selectAll()
        desk.qtbot.keyClicks(dialog.fields[name], text)
    desk.qtbot.keyClick(dialog, Qt.Key.Key_Return)


def test_what_is_corrected_is_shown_everywhere_and_undone(desk: Desk) -> None:
    before = desk.article
    dialog = opened(desk)
    assert dialog.fields["title"].text() == before.title and dialog.said["title"].isHidden()
    save(desk, dialog, title="A better title", published="16 February 2026")
    assert not dialog.isVisible()
    assert (desk.article.title, desk.article.published) == ("A better title", "2026-02-16")
    assert desk.window.windowTitle().startswith("A better title")
    desk.qtbot.waitUntil(lambda: listed(desk) == ["A better title"])
    assert desk.session.revision is not None
    parts = [text for text, _ in meta_parts(desk.article, desk.session.revision, QLocale("en"))]
    assert "16 February 2026" in parts and "(corrected)" in parts
    again = opened(desk)
    assert before.title in again.said["title"].text() and again.said["title"].isVisible()
    desk.qtbot.mouseClick(again.back["title"], Qt.MouseButton.LeftButton)
    desk.qtbot.keyClick(again, Qt.Key.Key_Return)
    assert desk.article.title == before.title and "title" not in desk.article.as_published
    desk.window.commands["undo"].trigger()
    desk.window.commands["undo"].trigger()
    assert desk.article == before and desk.window.windowTitle().startswith(before.title)


def test_an_unclear_date_says_what_to_write_and_stores_nothing(desk: Desk) -> None:
    before, dialog = desk.article, opened(desk)
    save(desk, dialog, published="3/4/2026")
    assert dialog.isVisible() and "two ways" in dialog.error.text() and desk.article == before
    save(desk, dialog, published="2026-04-03")
    assert not dialog.isVisible() and desk.article.published == "2026-04-03"


def test_a_block_put_back_is_told_as_a_correction_and_not_as_a_capture(desk: Desk) -> None:
    revision = desk.session.revision
    assert revision is not None
    desk.window.parts.left_out.put_back(0)
    bar = desk.window.parts.revisions.bar
    desk.qtbot.waitUntil(bar.isVisible)
    names = [bar.picker.itemText(n) for n in range(bar.picker.count())]
    assert "corrected by hand" in names[1] and "corrected" not in names[0] and not any(" of 2" in n for n in names)
    shown = desk.session.revision
    assert shown is not None and (shown.origin, shown.captured) == (PUT_BACK, revision.captured)
    parts = [text for text, _ in meta_parts(desk.article, shown, QLocale("en"))]
    assert any(text.startswith("corrected by hand") for text in parts)
