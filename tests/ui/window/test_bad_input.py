"""What a reader meets in the window when a file, a library, a disk or the settings are bad: a sentence, no loss."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPlainTextEdit
from pytestqt.qtbot import QtBot

from reader import edits
from reader.model.annotations import Annotation
from reader.store import Library
from tests.refused_files import refuse_to_open
from tests.statements import write_connection
from tests.ui.conftest import PARAGRAPHS, Sample, make_sample
from tests.ui.window_desk import PAGE, Desk, Starter, stop
from ui.app import Program
from ui.dialogs.import_report import ImportReport
from ui.settings import Settings

MENU = "<html><body><nav><ul>" + "<li><a href='/x'>Home</a></li>" * 9 + "</ul></nav></body></html>"
LONG = "The tide tables of the bay were printed twice and differ. " * 400

BAD: dict[str, tuple[str, bytes, str]] = {
    "empty": ("empty.html", b"", "is empty"),
    "blank": ("blank.txt", b" \r\n\t\n", "is empty"),
    "binary": ("picture.html", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, "PNG picture"),
    "zeros": ("program.html", b"\x00\x7f\x03\x00\x02" * 4000, "binary file"),
    "controls as a page": ("controls.html", bytes(range(1, 9)) * 900, "binary file"),
    "controls as a text": ("controls.txt", b"\x01\x02\x0e\x0f word \x05\x06" * 200, "binary file"),
    "no article": ("menu.html", MENU.encode(), "no article"),
    "no words": ("hollow.html", b"<!doctype html><html><body><img src='x.png'></body></html>", "no article"),
}


@pytest.fixture
def sample() -> Sample:
    """With a paragraph so long that a mark over it needs room of its own on the disk."""
    return make_sample((*PARAGRAPHS, LONG.strip()))


def report_of(desk: Desk, source: Path) -> str:
    """Add `source` in the window; the report of it."""
    with desk.qtbot.waitSignal(desk.window.parts.adding.reported, timeout=60_000):
        desk.window.parts.adding.add([str(source)])
    return close_report(desk)


def close_report(desk: Desk) -> str:
    """Ask for the report of what was added last, read it and close it."""
    assert desk.window.parts.results.text in desk.window.banner.text.text() != ""
    desk.key(Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    (report,) = [d for d in desk.window.findChildren(ImportReport) if d.isVisible()]
    shown = report.findChild(QPlainTextEdit)
    assert isinstance(shown, QPlainTextEdit)
    told = shown.toPlainText()
    report.accept()
    desk.window.activateWindow()
    desk.qtbot.waitUntil(desk.window.isActiveWindow)
    return told


def marks(desk: Desk) -> list[Annotation]:
    return desk.session.library.annotations(desk.sample.article.id)


def mark(desk: Desk, words: str) -> None:
    desk.select(words)
    desk.key(Qt.Key.Key_1)


def goes_on(desk: Desk) -> None:
    """The article is still open, a mark can be made, and the library is sound."""
    assert desk.session.article == desk.sample.article
    before = len(marks(desk))
    mark(desk, "the night ferry never sailed")
    assert len(marks(desk)) == before + 1 and desk.session.library.check() == []


@pytest.mark.parametrize("case", BAD)
def test_a_file_without_an_article_is_named_and_nothing_is_lost(desk: Desk, tmp_path: Path, case: str) -> None:
    name, data, why = BAD[case]
    (tmp_path / name).write_bytes(data)
    told = report_of(desk, tmp_path / name)
    assert name in told and why in told
    assert desk.session.library.count() == 1
    goes_on(desk)


def test_a_file_that_may_not_be_read_is_named(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    secret = tmp_path / "secret.html"
    secret.write_text(PAGE, "utf-8")
    refuse_to_open(monkeypatch, secret)
    told = report_of(desk, secret)
    assert "secret.html cannot be read: Permission denied" in told
    goes_on(desk)


def test_one_bad_file_does_not_keep_the_others_out(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"")
    (tmp_path / "b.html").write_text(PAGE, "utf-8")
    (tmp_path / "c.html").write_bytes(bytes(range(1, 9)) * 900)
    told = report_of(desk, tmp_path)
    assert "a.html" in told and "c.html" in told and desk.session.library.count() == 2


def test_a_page_that_lies_about_its_charset_is_read_right(desk: Desk, tmp_path: Path) -> None:
    lying = PAGE.replace("<head>", '<head><meta charset="utf-8">').replace("town", "“ville” d’été à Nîmes")
    (tmp_path / "lying.html").write_bytes(lying.encode("cp1252"))
    with desk.qtbot.waitSignal(desk.window.parts.adding.reported, timeout=60_000):
        desk.window.parts.adding.add([str(tmp_path / "lying.html")])
    desk.key(Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert desk.session.article != desk.sample.article
    revision = desk.session.revision
    assert revision is not None and "“ville” d’été à Nîmes" in revision.text and "\ufffd" not in revision.text
    assert any("windows-1252" in notice or "cp1252" in notice for notice in revision.notices)


def test_a_page_of_50_mb_can_be_given_up_while_the_reader_works_on(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "huge.html").write_text(PAGE.replace("</article>", f"<p>{LONG}</p>\n" * 2200 + "</article>"), "utf-8")
    assert (tmp_path / "huge.html").stat().st_size > 50_000_000
    job = desk.window.parts.adding.add([str(tmp_path / "huge.html")])
    assert job is not None
    mark(desk, "The operator denies")
    assert len(marks(desk)) == 1
    with desk.qtbot.waitSignal(desk.window.parts.adding.reported, timeout=60_000) as told:
        desk.window.jobs.cancel()
    assert told.args is not None and told.args[1] is True
    added = [outcome for outcome in told.args[0] if outcome.status == "added"]  # it may have been done just before
    assert desk.session.library.count() == 1 + len(added)
    close_report(desk)
    desk.window.open(desk.sample.article.id)
    goes_on(desk)


# -- the library and the disk ----------------------------------------------------------------------------------------


@contextmanager
def full_disk(library: Library) -> Iterator[None]:
    """SQLite itself answers `SQLITE_FULL`: on no connection may the database grow by one page."""
    writes = write_connection(library)
    (pages,) = writes.execute("PRAGMA page_count").fetchone()
    writes.execute(f"PRAGMA max_page_count={pages}")
    yield
    writes.execute(f"PRAGMA max_page_count={1 << 30}")


def test_a_mark_on_a_full_disk_is_refused_whole_and_goes_through_when_there_is_room(desk: Desk) -> None:
    library, banner = desk.session.library, desk.window.banner
    mark(desk, "The operator denies")
    kept, undo = marks(desk), library.undo_name()
    with full_disk(library):
        mark(desk, LONG.strip())
        assert banner.isVisible()
        assert "library.tilik" in banner.text.text() and "full" in banner.text.text()
        assert "nothing was changed" in banner.text.text()
        assert marks(desk) == kept and [m.id for m in desk.session.page_annotations] == [kept[0].id]
        assert desk.window.panel.model.rowCount() == 1
        assert library.check() == [] and library.undo_name() == undo
    mark(desk, LONG.strip())
    assert [m.anchor.quote for m in marks(desk)] == ["The operator denies", LONG.strip()]
    assert library.check() == []


def test_an_article_on_a_full_disk_is_refused_whole(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "rice.html").write_text(PAGE.replace("</article>", f"<p>{LONG * 5}</p></article>"), "utf-8")
    with full_disk(desk.session.library):
        told = report_of(desk, tmp_path / "rice.html")
        assert "full" in told and desk.session.library.count() == 1
    goes_on(desk)


def test_a_library_that_can_only_be_read_refuses_marks_and_pages(start: Starter, tmp_path: Path) -> None:
    (tmp_path / "rice.html").write_text(PAGE, "utf-8")
    (tmp_path / "library.tilik").chmod(0o400)
    desk = start()
    banner = desk.window.banner
    assert desk.session.readonly
    desk.qtbot.waitUntil(lambda: "can only be read" in banner.text.text())
    banner.hide()
    mark(desk, "the night ferry never sailed")
    assert banner.isVisible() and "library.tilik" in banner.text.text()
    assert marks(desk) == [] and desk.session.page_annotations == []
    assert desk.window.parts.adding.add([str(tmp_path / "rice.html")]) is None
    assert "nothing was added" in banner.text.text()


def make_newer(path: Path) -> None:
    with Library.open(path):
        pass
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("PRAGMA user_version=99")
    raw.close()


def make_torn(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\x00" + b"\xff" * 4000)


def make_foreign(path: Path) -> None:
    path.write_text("Not a library at all, only a line of text.\n" * 40)


@pytest.mark.parametrize("spoil", [make_newer, make_torn, make_foreign])
def test_a_library_that_is_not_for_us_is_named_and_not_touched(
    library_path: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, spoil: object
) -> None:
    assert callable(spoil)
    spoil(library_path)
    before, texts = library_path.read_bytes(), list[str]()

    def answer(box: QMessageBox) -> int:
        texts.append(box.text())
        assert box.textFormat() is Qt.TextFormat.PlainText
        box.escapeButton().click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)
    program = Program(library_path, Settings(tmp_path / "settings.json"))
    qtbot.addWidget(program.window)
    program.start()
    qtbot.waitUntil(lambda: program.exit_code != 0)
    stop(program)
    assert "library.tilik" in texts[0] and library_path.read_bytes() == before


# -- the settings ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("broken", [b"{broken", b"\xff\xfe\x00", b"[1, 2]", b'{"face": {"size": "huge"}, "panes": 7}'])
def test_broken_settings_are_kept_aside_and_the_program_starts(
    library_path: Path, sample: Sample, tmp_path: Path, qtbot: QtBot, broken: bytes
) -> None:
    with Library.open(library_path) as library:
        library.apply(edits.add_article(sample.article, sample.revision))
    (tmp_path / "settings.json").write_bytes(broken)
    program = Program(library_path, Settings(tmp_path / "settings.json"))
    qtbot.addWidget(program.window)
    with qtbot.waitSignal(program.session.libraryOpened):
        program.start()
    assert program.window.banner.isVisible() and "settings.json" in program.window.banner.text.text()
    assert program.settings.values.face == Settings(tmp_path / "none.json").values.face
    assert broken in [file.read_bytes() for file in tmp_path.glob("settings.json*") if file.is_file()]
    program.window.open(sample.article.id)
    goes_on(Desk(program, sample, qtbot))
    stop(program)
