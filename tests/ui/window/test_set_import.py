"""A set is tried out first: what it would bring is shown, and what an editor changed comes home when that is wanted."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from reader import edits
from reader.exchange.exporters import export, exporter
from reader.model.annotations import Annotation
from tests.ui.window_desk import Desk
from ui.dialogs.set_preview import SetPreview

CTRL, LEFT = Qt.KeyboardModifier.ControlModifier, Qt.MouseButton.LeftButton


@pytest.fixture
def marked(desk: Desk) -> Desk:
    desk.select("the night ferry never sailed")
    desk.key(Qt.Key.Key_1)
    desk.session.do(edits.set_note(mark_of(desk), "tanya syahbandar"))
    return desk


def mark_of(desk: Desk) -> Annotation:
    (mark,) = desk.session.library.annotations(desk.sample.article.id)
    return mark


def sent_back(desk: Desk, target: Path, note: str) -> Path:
    """The set of the desk with another note on its mark, as an editor sends it back."""
    list(export(exporter("jsonl"), desk.session.library.dataset("set"), target))
    record = json.loads(target.read_text("utf-8"))
    record["annotations"][0] |= {"note": note, "tags": ["redaktur"]}
    target.write_text(json.dumps(record), "utf-8")
    return target


def opened(desk: Desk, path: Path, monkeypatch: pytest.MonkeyPatch) -> SetPreview:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    desk.key(Qt.Key.Key_I, CTRL)
    desk.qtbot.waitUntil(lambda: len(previews()) == 1)
    return previews()[0]


def previews() -> list[SetPreview]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, SetPreview) and w.isVisible()]


def test_what_differs_is_shown_side_by_side_and_nothing_is_stored(
    marked: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(marked, sent_back(marked, tmp_path / "set.jsonl", "sudah ditanya"), monkeypatch)
    name, counts = dialog.headline.text().split("\n")
    assert name.endswith(".jsonl") and ("1 differ" in counts or "1 berbeda" in counts)
    assert not any(part.startswith("0 ") for part in counts.split(" · "))
    cells = [[dialog.comparison.item(row, column).text() for column in (1, 2)]  # type: ignore[union-attr]
             for row in range(dialog.comparison.rowCount())]  # fmt: skip
    assert ["tanya syahbandar", "sudah ditanya"] in cells and ["", "redaktur"] in cells
    marked.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert mark_of(marked).note == "tanya syahbandar"


def test_theirs_is_taken_for_all_in_one_step_of_undo(
    marked: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(marked, sent_back(marked, tmp_path / "set.jsonl", "sudah ditanya"), monkeypatch)
    dialog.all.setFocus()
    marked.qtbot.keyClick(dialog.all, Qt.Key.Key_Down)
    marked.qtbot.mouseClick(dialog.bring, LEFT)
    marked.qtbot.waitUntil(lambda: mark_of(marked).note == "sudah ditanya")
    assert mark_of(marked).tags == ("redaktur",)
    marked.session.library.undo()
    assert mark_of(marked).note == "tanya syahbandar" and mark_of(marked).tags == ()


def test_one_thing_alone_is_kept_as_it_is(marked: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog = opened(marked, sent_back(marked, tmp_path / "set.jsonl", "sudah ditanya"), monkeypatch)
    dialog.all.setCurrentIndex(1)
    own = dialog._own[mark_of(marked).id]
    assert own.currentIndex() == 1  # follows the choice for all
    own.setCurrentIndex(2)
    assert dialog.choices == {mark_of(marked).id: dialog.choices[mark_of(marked).id]}
    marked.qtbot.mouseClick(dialog.bring, LEFT)
    marked.qtbot.waitUntil(lambda: len(marked.session.library.annotations(marked.sample.article.id)) == 2)
    notes = {mark.note for mark in marked.session.library.annotations(marked.sample.article.id)}
    assert notes == {"tanya syahbandar", "sudah ditanya"}


def test_a_dropped_set_that_asks_nothing_comes_in_at_once(marked: Desk, tmp_path: Path) -> None:
    (tmp_path / "new.jsonl").write_text(
        json.dumps({"id": "x", "text": "Kapal tenggelam. Kata menteri tidak.", "annotations": []}), "utf-8"
    )
    marked.window.parts.adding.add([str(tmp_path / "new.jsonl")])
    marked.qtbot.waitUntil(lambda: marked.session.library.count() == 2)
    assert not previews()


def test_a_dropped_set_that_differs_asks_first(marked: Desk, tmp_path: Path) -> None:
    marked.window.parts.adding.add([str(sent_back(marked, tmp_path / "set.jsonl", "lain"))])
    marked.qtbot.waitUntil(lambda: len(previews()) == 1)
    assert mark_of(marked).note == "tanya syahbandar"
    marked.qtbot.keyClick(previews()[0], Qt.Key.Key_Escape)


def test_a_mark_is_named_by_its_label_as_the_desk_calls_it(
    marked: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    label = next(x for x in marked.session.library.labels() if x.id == mark_of(marked).label)
    marked.session.do(edits.Edit("rename", (edits.Swap(label, replace(label, name="Pernyataan")),)))
    dialog = opened(marked, sent_back(marked, tmp_path / "set.jsonl", "sudah ditanya"), monkeypatch)
    assert dialog.table.model().index(0, 1).data() == "Pernyataan: the night ferry never sailed"
