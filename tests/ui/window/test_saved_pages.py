"""Saved pages, what is no page, and second captures of one story, as they are dropped on the window."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtWidgets import QPlainTextEdit, QPushButton

from reader.model.articles import BlockKind, State
from tests import saved_pages as saved
from tests.ui.window_desk import Desk
from ui.dialogs.import_report import ImportReport

STORY = "https://gazette.example/news/granary"
PNG = saved.picture()
IMAGE = "https://gambar.example/one.png"


def drop(desk: Desk, *files: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    with desk.qtbot.waitSignal(desk.window.parts.adding.reported, timeout=60_000):
        desk.window.parts.adding.take(mime)


def report(desk: Desk) -> ImportReport:
    desk.key(Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    (shown,) = [dialog for dialog in desk.window.findChildren(ImportReport) if dialog.isVisible()]
    return shown


def words_of(shown: ImportReport) -> str:
    words = shown.findChild(QPlainTextEdit)
    assert isinstance(words, QPlainTextEdit)
    return words.toPlainText()


def test_a_page_in_one_file_comes_with_its_picture_address_and_day(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "a.mhtml").write_bytes(saved.mhtml(saved.page(IMAGE), {IMAGE: ("image/png", PNG)}))
    drop(desk, tmp_path / "a.mhtml")
    (summary,) = [one for one in desk.session.library.summaries() if one.title == saved.TITLE]
    desk.window.open(summary.id)
    article, revision = desk.article, desk.session.revision
    assert revision is not None and article.url == saved.URL
    assert revision.captured == datetime(2020, 3, 3, 7, 15, tzinfo=UTC)
    (figure,) = [block for block in revision.blocks if block.kind is BlockKind.FIGURE]
    assert desk.session.library.picture(figure.attrs["picture"]).data == PNG


@pytest.mark.parametrize("name", ["a.json", "a.url", "a.ass"])
def test_what_is_no_page_is_refused_with_its_door(desk: Desk, tmp_path: Path, name: str) -> None:
    made = {
        "a.json": (json.dumps([{"sentence": "No.", "marks": []}]), "JSON data"),
        "a.url": (f"[InternetShortcut]\nURL={STORY}\n", STORY),
        "a.ass": ("[Script Info]\nTitle: The meeting is open.\n", "subtitles"),
    }
    (tmp_path / name).write_text(made[name][0], "utf-8")
    drop(desk, tmp_path / name)
    shown = report(desk)
    assert name in words_of(shown) and made[name][1] in words_of(shown)
    assert desk.session.library.count() == 1
    shown.accept()


def test_a_second_capture_is_offered_and_taken_with_the_marks_in_one_step(desk: Desk, tmp_path: Path) -> None:
    first, second = tmp_path / "a.html", tmp_path / "b.html"
    first.write_text(saved.page(head=f'<link rel="canonical" href="{STORY}">'), "utf-8")
    more = "<p>Keterangan itu dibacakan dua kali oleh juru tulis di balai kota pada malam yang sama.</p>"
    second.write_text(saved.page(head=f'<link rel="canonical" href="{STORY}?utm_source=tw">', more=more), "utf-8")
    drop(desk, first)
    library = desk.session.library
    (older,) = [one.id for one in library.summaries() if one.title == saved.TITLE]
    drop(desk, second)
    assert "newer version" in desk.window.banner.text.text()
    (newer,) = [one.id for one in library.summaries() if one.title == saved.TITLE and one.id != older]
    shown = report(desk)
    assert "b.html" in words_of(shown) and saved.TITLE in words_of(shown)
    (button,) = [one for one in shown.findChildren(QPushButton) if "newer" in one.text()]
    desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    desk.qtbot.waitUntil(lambda: desk.session.article is not None and desk.session.article.id == older)
    assert desk.session.revision is not None and "dua kali" in desk.session.revision.text
    assert library.article(newer).state is State.TRASHED and len(library.revisions(older)) == 2
    library.undo()
    assert library.article(newer).state is State.INBOX and len(library.revisions(older)) == 1


def test_without_a_second_capture_nothing_is_offered(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(saved.page(), "utf-8")
    (tmp_path / "b.html").write_bytes(b"")
    drop(desk, tmp_path / "a.html", tmp_path / "b.html")
    shown = report(desk)
    assert not [one for one in shown.findChildren(QPushButton) if "newer" in one.text()]
    shown.accept()
