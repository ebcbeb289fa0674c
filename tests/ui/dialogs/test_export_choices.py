"""Which marks leave, what else may leave the desk, and what is remembered of the last time."""

from __future__ import annotations

import json
import zipfile
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from reader import edits
from reader.model.claims import Source
from reader.model.stamps import now
from tests.ui.window_desk import Desk
from ui.dialogs.export_dialog import ExportDialog

CTRL, LEFT = Qt.KeyboardModifier.ControlModifier, Qt.MouseButton.LeftButton
SECRET = "Rahasia Hartati"


@pytest.fixture
def marked(desk: Desk) -> Desk:
    """An article with a claim and a denial, the first about a source who is off the record."""
    desk.select("the night ferry never sailed")
    desk.key(Qt.Key.Key_1)
    desk.select("denies having sold tickets")
    desk.key(Qt.Key.Key_3)
    hidden = Source("hidden", SECRET, now(), now(), ground_rules="off_the_record")
    desk.session.do(edits.Edit("Add source", (edits.Swap(None, hidden),)))
    return desk


def opened(desk: Desk) -> ExportDialog:
    desk.window.activateWindow()
    desk.qtbot.waitUntil(desk.window.isActiveWindow)
    desk.key(Qt.Key.Key_E, CTRL)
    (found,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, ExportDialog) and w.isVisible()]
    return found


def choose(dialog: ExportDialog, format: str) -> None:
    dialog.format.setCurrentIndex(dialog.format.findData(format))
    dialog.scope.setCurrentIndex(dialog.scope.count() - 1)


def _shows(dialog: ExportDialog, words: str) -> bool:
    return words in dialog.preview.text.toPlainText()


def write(dialog: ExportDialog, desk: Desk, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    desk.qtbot.mouseClick(dialog.write, LEFT)
    desk.qtbot.waitUntil(target.exists)


def test_marks_of_one_label_alone(marked: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog = opened(marked)
    choose(dialog, "jsonl")
    dialog.marks.label.setCurrentIndex(dialog.marks.label.findData("denial"))
    marked.qtbot.waitUntil(lambda: "1 mark" in dialog.lost.text())
    write(dialog, marked, tmp_path / "set.jsonl", monkeypatch)
    (record,) = [json.loads(line) for line in (tmp_path / "set.jsonl").read_text("utf-8").splitlines()]
    assert [mark["quote"] for mark in record["annotations"]] == ["denies having sold tickets"]


def test_a_protected_source_leaves_only_when_it_is_said_and_that_is_not_remembered(
    marked: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for n, is_let_out in enumerate((True, False)):
        dialog = opened(marked)
        choose(dialog, "jsonl")
        assert not dialog.protected.isChecked()
        if is_let_out:
            marked.qtbot.keyClick(dialog.protected, Qt.Key.Key_Space)
            marked.qtbot.waitUntil(partial(_shows, dialog, SECRET))
        write(dialog, marked, tmp_path / f"set{n}.jsonl", monkeypatch)
        assert (SECRET in (tmp_path / f"set{n}.jsonl").read_text("utf-8")) is is_let_out


def test_the_format_and_its_options_are_those_of_the_last_time(
    marked: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(marked)
    choose(dialog, "native")
    line = dialog.form.controls["by"]
    assert isinstance(line, QLineEdit)
    marked.qtbot.keyClicks(line, "Ibu Redaktur")
    assert "manifest.json" in dialog.preview.text.toPlainText()
    write(dialog, marked, tmp_path / "set.tilik-set", monkeypatch)
    with zipfile.ZipFile(tmp_path / "set.tilik-set") as found:
        assert json.loads(found.read("manifest.json"))["by"] == "Ibu Redaktur"
    again = opened(marked)
    assert again.format.currentData() == "native" and again.form.values()["by"] == "Ibu Redaktur"


def test_the_file_is_named_after_the_story(marked: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def ask(*words: str) -> tuple[str, str]:
        asked.append(words[2])
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    dialog = opened(marked)
    marked.qtbot.mouseClick(dialog.write, LEFT)
    assert Path(asked[0]).stem.startswith(marked.sample.article.title[:20])
