"""No widget that shows data may read it as markup: Qt opens the files that an `<img>` in a title names."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QTextEdit
from pytestqt.qtbot import QtBot

from reader import edits
from reader.store import Library
from tests.ui.conftest import make_sample
from ui.app import Program
from ui.settings import Settings

UI = Path(__file__).parents[2] / "ui"


@pytest.fixture
def hostile(library_path: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[Program]:
    """A window on an article all of whose names are markup that points at a file."""
    bait = f'<img src="{tmp_path / "bait.png"}"><b>'
    sample = make_sample((f"{bait} a title", f"{bait} a paragraph of the harbour office."), f"{bait} a title")
    with Library.open(library_path) as library:
        library.apply(edits.add_article(sample.article, sample.revision))
    program = Program(library_path, Settings(tmp_path / "settings.json"))
    qtbot.addWidget(program.window)
    with qtbot.waitSignal(program.session.libraryOpened):
        program.start()
    program.window.open(sample.article.id)
    program.window.warn(f"{bait} failed")
    program.window.status.say(f"{bait} said")
    yield program
    program.window.close()
    program.close()


def test_every_label_is_plain(hostile: Program) -> None:
    labels = hostile.window.findChildren(QLabel)
    assert labels
    for label in labels:
        assert label.textFormat() is Qt.TextFormat.PlainText, (label.objectName(), label.text())


def test_no_text_field_takes_rich_text(hostile: Program) -> None:
    for field in hostile.window.findChildren(QTextEdit):
        assert field.isReadOnly() or not field.acceptRichText(), field.objectName()
    assert all(isinstance(field, QPlainTextEdit) for field in hostile.window.findChildren(QPlainTextEdit))


def test_tooltips_hold_no_markup_of_others(hostile: Program) -> None:
    for widget in [*hostile.window.findChildren(QLabel), hostile.window]:
        assert "<img" not in widget.toolTip()


def _made(tree: ast.AST, names: set[str]) -> list[ast.Call]:
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names
    ]


@pytest.mark.parametrize("file", sorted(UI.rglob("*.py")), ids=lambda file: file.name)
def test_whoever_makes_a_label_makes_it_plain(file: Path) -> None:
    """In the source too: a dialog that no test opens must keep the rule."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    labels = _made(tree, {"QLabel", "QMessageBox"})
    plain = [n for n in ast.walk(tree) if isinstance(n, ast.Attribute) and n.attr == "PlainText"]
    assert not labels or plain, f"{file.name} makes labels and never says PlainText"


@pytest.mark.parametrize("file", sorted(UI.rglob("*.py")), ids=lambda file: file.name)
def test_no_shortcut_message_boxes(file: Path) -> None:
    """`QMessageBox.warning()` and its sisters guess whether their text is markup."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            owner = node.func.value
            guessed = isinstance(owner, ast.Name) and owner.id == "QMessageBox"
            assert not (guessed and node.func.attr in ("warning", "information", "critical", "question", "about"))
