"""Which articles leave, and with which options: chosen in the dialog, read back from the file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QFileDialog

from reader import edits
from reader.model.articles import State
from tests.ui.conftest import Sample, make_sample
from tests.ui.window_desk import Desk
from ui.dialogs.export_dialog import ExportDialog

TITLES = ("Anchovies return to the strait", "Bridge over the Kelor is shut")
CTRL, LEFT = Qt.KeyboardModifier.ControlModifier, Qt.MouseButton.LeftButton


@pytest.fixture
def others(desk: Desk) -> list[Sample]:
    """Two more articles, the second of them done; the first article of the desk is open."""
    made = [make_sample((title, "Nobody at the harbour had seen it coming."), title) for title in TITLES]
    for sample in made:
        desk.session.do(edits.add_article(sample.article, sample.revision))
    desk.session.do(edits.set_state([made[1].article], State.DONE))
    desk.qtbot.waitUntil(lambda: desk.window.library.model.rowCount() == 3)
    return made


def opened(desk: Desk) -> ExportDialog:
    desk.key(Qt.Key.Key_E, CTRL)
    (found,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, ExportDialog) and w.isVisible()]
    return found


def scopes(dialog: ExportDialog) -> list[str]:
    return [dialog.scope.itemText(row) for row in range(dialog.scope.count())]


def titles(dialog: ExportDialog, scope: str, desk: Desk, target: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The titles in the file that is written for a scope."""
    dialog.format.setCurrentIndex(dialog.format.findData("jsonl"))
    dialog.scope.setCurrentText(scope)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    desk.qtbot.mouseClick(dialog.write, LEFT)
    desk.qtbot.waitUntil(target.exists)
    return sorted(json.loads(line)["title"] for line in target.read_text("utf-8").splitlines())


def test_the_article_that_is_open_comes_first(
    desk: Desk, others: list[Sample], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(desk)
    assert scopes(dialog) == ["This article", "The whole library"] and dialog.scope.currentIndex() == 0
    found = titles(dialog, "This article", desk, tmp_path / "set.jsonl", monkeypatch)
    assert found == [desk.sample.article.title]


def test_the_whole_library(desk: Desk, others: list[Sample], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = titles(opened(desk), "The whole library", desk, tmp_path / "set.jsonl", monkeypatch)
    assert found == [*TITLES, desk.sample.article.title]


def test_the_articles_that_are_chosen_in_the_list(
    desk: Desk, others: list[Sample], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.window.library.sort("title")
    articles, model = desk.window.library.list, desk.window.library.model
    for row, modifier in ((0, Qt.KeyboardModifier.NoModifier), (1, CTRL)):
        QTest.mouseClick(articles.viewport(), LEFT, modifier, articles.visualRect(model.index(row)).center())
    found = titles(opened(desk), "The chosen articles", desk, tmp_path / "set.jsonl", monkeypatch)
    assert found == list(TITLES)


def test_the_articles_that_a_filter_leaves(
    desk: Desk, others: list[Sample], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.window.header.search.setText("state:done")
    desk.qtbot.waitUntil(lambda: desk.window.library.model.rowCount() == 1)
    found = titles(opened(desk), "The articles of the list", desk, tmp_path / "set.jsonl", monkeypatch)
    assert found == [TITLES[1]]


def test_the_counts_follow_the_scope(desk: Desk, others: list[Sample]) -> None:
    dialog = opened(desk)
    assert dialog.lost.text().startswith("1 article,")
    dialog.scope.setCurrentText("The whole library")
    desk.qtbot.waitUntil(lambda: dialog.lost.text().startswith("3 articles,"))


@pytest.mark.parametrize("format", ["markdown", "w3c"])
def test_an_option_changes_what_is_shown_and_what_is_written(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, format: str
) -> None:
    dialog, words = opened(desk), "Two anglers saw its lights"
    dialog.format.setCurrentIndex(dialog.format.findData(format))
    assert words in dialog.preview.text.toPlainText()
    (box,) = [box for box in dialog.findChildren(QCheckBox) if box.text() == "Texts of the articles"]
    desk.qtbot.waitUntil(box.isVisible)
    desk.qtbot.keyClick(box, Qt.Key.Key_Space)
    desk.qtbot.waitUntil(lambda: words not in dialog.preview.text.toPlainText())
    target = tmp_path / f"set.{format}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    desk.qtbot.mouseClick(dialog.write, LEFT)
    desk.qtbot.waitUntil(target.exists)
    written = target.read_text("utf-8")
    assert words not in written and desk.sample.article.title in written
