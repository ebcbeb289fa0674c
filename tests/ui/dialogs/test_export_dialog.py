"""Export from the window: what is chosen, what will be lost, and the file that comes of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from reader.exchange.exporters import EXPORTERS, GROUPS
from reader.intake.sets import import_set
from reader.store import Library
from tests.ui.window_desk import Desk
from ui.dialogs.export_dialog import ExportDialog


@pytest.fixture
def dialog(desk: Desk) -> ExportDialog:
    """The dialog, opened by its key on an article with a claim and a denial."""
    desk.select("the night ferry never sailed")
    desk.key(Qt.Key.Key_1)
    desk.select("denies having sold tickets")
    desk.key(Qt.Key.Key_3)
    desk.key(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    (found,) = opened()
    return found


def opened() -> list[ExportDialog]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, ExportDialog) and w.isVisible()]


def choose(dialog: ExportDialog, format: str) -> None:
    dialog.format.setCurrentIndex(dialog.format.findData(format))


def write(dialog: ExportDialog, desk: Desk, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    desk.qtbot.mouseClick(dialog.write, Qt.MouseButton.LeftButton)
    desk.qtbot.waitUntil(target.exists)
    assert not opened()


def test_what_is_lost_is_told_before_a_byte_is_written(dialog: ExportDialog) -> None:
    choose(dialog, "jsonl")
    assert "1 article, 2 marks, 0 links" in dialog.lost.text() or "1 artikel" in dialog.lost.text()
    choose(dialog, "csv")
    assert "What will be lost" in dialog.lost.text() and "–" in dialog.lost.text()
    assert "never sailed" in dialog.preview.text.toPlainText()


def test_the_set_is_written_and_comes_back_equal(
    dialog: ExportDialog, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(dialog, "jsonl")
    write(dialog, desk, tmp_path / "set.jsonl", monkeypatch)
    (record,) = [json.loads(line) for line in (tmp_path / "set.jsonl").read_text("utf-8").splitlines()]
    assert [a["quote"] for a in record["annotations"]] == [
        "the night ferry never sailed", "denies having sold tickets",
    ]  # fmt: skip
    with Library.open(tmp_path / "other.tilik") as other:
        list(import_set(other, tmp_path / "set.jsonl"))
        ours, theirs = desk.session.library, other
        assert theirs.annotations(desk.sample.article.id) == ours.annotations(desk.sample.article.id)


@pytest.mark.parametrize(("format", "word"), [("w3c", "TextQuoteSelector"), ("markdown", "Denial"), ("html", "<html")])
def test_every_format_writes_its_file(
    dialog: ExportDialog, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, format: str, word: str
) -> None:
    choose(dialog, format)
    target = tmp_path / f"set.{format}"
    write(dialog, desk, target, monkeypatch)
    assert word in target.read_text("utf-8") and "denies having sold tickets" in target.read_text("utf-8")


def test_escape_writes_nothing(dialog: ExportDialog, desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    before = set(tmp_path.iterdir())
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not opened() and set(tmp_path.iterdir()) == before


@pytest.mark.parametrize("format", ["report-pdf", "docx", "html"])
def test_the_first_page_is_drawn_beside_the_window(dialog: ExportDialog, desk: Desk, format: str) -> None:
    choose(dialog, format)
    shown = dialog.preview.page
    desk.qtbot.waitUntil(lambda: not shown.pixmap().isNull() and shown.isVisible())
    assert shown.pixmap().height() > shown.pixmap().width() and shown.accessibleName()
    before = dialog.caption.text()
    choose(dialog, "jsonl")
    assert dialog.preview.text.isVisible() and dialog.caption.text() != before


def test_a_table_is_shown_as_one(dialog: ExportDialog) -> None:
    choose(dialog, "csv")
    table = dialog.preview.table
    heads = [table.model().headerData(n, Qt.Orientation.Horizontal) for n in range(table.columnCount())]
    cell = table.model().index(0, heads.index("quote"))
    assert table.isVisible() and cell.data() == "the night ferry never sailed"


def test_a_page_that_cannot_be_drawn_says_why(
    dialog: ExportDialog, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.exchange.exporters.paper.pdf.LIMIT", 10)
    choose(dialog, "pdf")
    desk.qtbot.waitUntil(lambda: "%" in dialog.preview.text.toPlainText())


def test_a_page_that_was_drawn_too_late_is_not_shown(dialog: ExportDialog, desk: Desk) -> None:
    choose(dialog, "pdf")
    choose(dialog, "jsonl")
    desk.qtbot.waitUntil(lambda: not desk.program.jobs.running)
    assert dialog.preview.text.isVisible() and "never sailed" in dialog.preview.text.toPlainText()


def test_formats_stand_under_whom_they_are_for(dialog: ExportDialog) -> None:
    field = dialog.format
    headings = [n for n in range(field.count()) if not field.model().index(n, 0).flags() & Qt.ItemFlag.ItemIsEnabled]
    assert len(headings) == len(GROUPS) and field.count() == len(headings) + len(EXPORTERS)
    for _ in range(field.count()):
        dialog.format.setFocus()
        QTest.keyClick(field, Qt.Key.Key_Down)
        assert field.currentData()
