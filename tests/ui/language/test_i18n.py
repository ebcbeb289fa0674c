from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from reader.model.labels import CLAIM, Label, Underline
from tests.translations import translations
from tests.translations.translations import (
    FOLDER,
    INDONESIAN,
    OURS,
    messages,
    released,
    translated,
    unfinished,
    update,
)
from ui.language import i18n


@pytest.fixture
def indonesian(qapp: QApplication) -> Iterator[list[QTranslator]]:
    installed = i18n.translators("id")
    for translator in installed:
        qapp.installTranslator(translator)
    yield installed
    for translator in installed:
        qapp.removeTranslator(translator)


@pytest.mark.parametrize("file", [*OURS, FOLDER / "qtbase_id.ts"], ids=lambda file: file.name)
def test_no_string_lacks_a_translation(file: Path) -> None:
    assert messages(file) and unfinished(file) == []


def test_the_files_hold_what_core_and_window_say(tmp_path: Path) -> None:
    fresh = [Path(shutil.copy(file, tmp_path)) for file in OURS]
    update(*fresh)
    for made, file in zip(fresh, OURS, strict=True):
        assert set(messages(made)) == set(messages(file)) and unfinished(made) == [], "call: python3 dev.py translate"


def test_a_new_sentence_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(translations, "for_lupdate", lambda: 'QT_TRANSLATE_NOOP("Core", "{0} flies")\n')
    fresh = [Path(shutil.copy(file, tmp_path)) for file in OURS]
    update(*fresh)
    assert unfinished(fresh[0]) == [("Core", "{0} flies")] and unfinished(fresh[1]) == []


def test_holes_and_counts_are_kept() -> None:
    for (_, source), translation in messages(INDONESIAN).items():
        for text in translated(translation):
            assert sorted(re.findall(r"\{\d*\}|%n|%\d", text)) == sorted(re.findall(r"\{\d*\}|%n|%\d", source)), source


@pytest.mark.parametrize("name", ["tilik_id", "tilik_en", "qtbase_id"])
def test_what_is_shipped_was_made_from_the_sources(name: str, tmp_path: Path) -> None:
    made = tmp_path / f"{name}.qm"
    released(FOLDER / f"{name}.ts", made)
    assert made.read_bytes() == (FOLDER / f"{name}.qm").read_bytes(), "call: python3 dev.py translate"


def test_indonesian_reaches_our_words_and_qts_buttons(indonesian: list[QTranslator], qtbot: QtBot) -> None:
    assert len(indonesian) == 2
    assert QCoreApplication.translate("Actions", "&Export…") == "Eks&por…"
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "Batal"


def test_built_in_names_are_translated_and_the_users_are_not(indonesian: list[QTranslator]) -> None:
    assert i18n.label_name(CLAIM) == "Klaim"
    assert i18n.label_name(Label("claim", "Assertion", "1", "blue", Underline.SOLID, 0, builtin=True)) == "Assertion"
    assert i18n.label_name(Label("mine", "Source", "4", "teal", Underline.SOLID, 3)) == "Source"


def test_names_of_edits_are_said_in_the_readers_language(indonesian: list[QTranslator]) -> None:
    assert i18n.edit_name("Mark as claim") == "Tandai sebagai klaim"
    assert i18n.edit_name("Mark as rumour") == "Tandai sebagai rumour"
    assert i18n.edit_name("Delete 12 marks") == "Hapus 12 tanda"
    assert i18n.edit_name("Put back") == "Kembalikan"
    assert i18n.edit_name("something new") == "something new"


def test_the_setting_wins_over_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QLocale, "system", lambda: QLocale("id_ID"))
    assert i18n.chosen("") == "id"
    assert i18n.chosen("en") == "en"
    monkeypatch.setattr(QLocale, "system", lambda: QLocale("de_DE"))
    assert i18n.chosen("") == "en"
    assert i18n.chosen("tlh") == "en"
