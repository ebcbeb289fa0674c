from __future__ import annotations

import json
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.errors import TilikError
from ui.settings import RECENTS, ReadingFace, Settings, Values


@pytest.fixture
def file(tmp_path: Path, qapp: object) -> Path:
    """Where settings are kept; whoever writes later needs a running application."""
    return tmp_path / "config" / "settings.json"


def test_without_a_file_the_defaults_hold(file: Path) -> None:
    settings = Settings(file)
    assert settings.values == Values() and settings.notice == ""
    assert not file.exists()


def test_what_is_set_comes_back(file: Path, qtbot: QtBot) -> None:
    settings = Settings(file)
    with qtbot.waitSignal(settings.changed) as told:
        settings.update(
            theme="sepia", face=ReadingFace(size=24, justify=True), panes=(200, 700, 300), annotator="Rukmini"
        )
    assert told.args == [{"theme", "face", "panes", "annotator"}]
    assert Settings(file).values == settings.values


def test_what_does_not_change_is_not_told(file: Path, qtbot: QtBot) -> None:
    settings = Settings(file)
    with qtbot.assertNotEmitted(settings.changed):
        settings.update(theme=settings.values.theme)
    assert not file.exists()


@pytest.mark.parametrize(
    "text",
    [
        "{broken",
        "[]",
        '{"theme": "pink"}',
        '{"face": 3}',
        '{"face": {"size": "big"}}',
        '{"panes": "wide"}',
        '{"annotator": 5}',
    ],
)
def test_a_broken_file_is_put_aside_and_told(file: Path, text: str) -> None:
    file.parent.mkdir()
    file.write_text(text)
    settings = Settings(file)
    assert settings.values == Values()
    assert str(file) in settings.notice and "settings.json.broken" in settings.notice
    assert file.with_name("settings.json.broken").read_text() == text
    assert not file.exists()


def test_a_file_that_is_no_text_is_put_aside(file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(b"\xff\xfe\x00\x80")
    assert Settings(file).notice
    assert file.with_name("settings.json.broken").exists()


def test_settings_of_a_later_version_are_passed_over(file: Path) -> None:
    file.parent.mkdir()
    file.write_text(json.dumps({"theme": "dark", "hologram": True}))
    settings = Settings(file)
    assert settings.values.theme == "dark" and settings.notice == ""


def test_a_face_out_of_bounds_is_brought_back(file: Path) -> None:
    file.parent.mkdir()
    file.write_text(json.dumps({"face": {"size": 400, "line_height": 9, "measure": 1, "letter_spacing": -3}}))
    face = Settings(file).values.face
    assert (face.size, face.line_height, face.measure, face.letter_spacing) == (40, 2.0, 45, 0.0)


def test_recent_sources_are_few_and_the_last_comes_first(file: Path) -> None:
    settings = Settings(file)
    for number in range(RECENTS + 3):
        settings.remember_recent(f"page{number}.html")
    settings.remember_recent("page7.html")
    assert len(settings.values.recents) == RECENTS
    assert settings.values.recents[:2] == ("page7.html", f"page{RECENTS + 2}.html")


def test_a_folder_that_cannot_be_written_is_told_and_the_value_holds(file: Path) -> None:
    file.parent.write_text("a file where the folder should be")
    settings = Settings(file)
    with pytest.raises(TilikError, match=r"settings\.json"):
        settings.update(theme="dark")
    assert settings.values.theme == "dark"


def test_nothing_is_left_beside_the_file(file: Path) -> None:
    settings = Settings(file)
    settings.update(theme="dark")
    settings.update(theme="light")
    assert [f.name for f in file.parent.iterdir()] == ["settings.json"]


def test_what_is_noted_holds_at_once_and_is_written_later(file: Path, qtbot: QtBot) -> None:
    settings = Settings(file)
    with qtbot.waitSignal(settings.changed) as told:
        settings.note(last_label="denial")
    assert told.args == [{"last_label"}] and settings.values.last_label == "denial" and not file.exists()
    qtbot.waitUntil(file.exists)
    assert Settings(file).values.last_label == "denial"


def test_what_is_noted_is_written_with_what_is_set_and_when_it_is_to_be_kept(file: Path) -> None:
    settings = Settings(file)
    settings.note(last_label="denial")
    settings.update(theme="dark")
    assert Settings(file).values == settings.values
    settings.note(last_label="source")
    settings.keep()
    assert Settings(file).values == settings.values
    written = file.stat().st_mtime_ns
    settings.keep()
    assert file.stat().st_mtime_ns == written


def test_a_write_that_comes_late_does_not_bring_an_older_value_back(file: Path, qtbot: QtBot) -> None:
    settings, late = Settings(file), []  # type: ignore[var-annotated]
    settings.beside = late.append
    settings.note(last_label="denial")
    qtbot.waitUntil(lambda: bool(late))
    settings.update(last_label="source")
    late[0]()
    assert Settings(file).values.last_label == "source"


def test_a_noted_value_that_cannot_be_written_is_told(file: Path, qtbot: QtBot) -> None:
    file.parent.write_text("a file where the folder should be")
    settings = Settings(file)
    with qtbot.waitSignal(settings.failed):
        settings.note(theme="dark")
    assert settings.values.theme == "dark"
