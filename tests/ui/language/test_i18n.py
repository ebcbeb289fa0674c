from __future__ import annotations

import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from reader.model.labels import CLAIM, Label, Underline
from ui import paths
from ui.language import i18n

FOLDER = paths.resources() / "i18n"
ROOT = Path(__file__).parents[3]


def tool(name: str) -> str:
    """A program that came with PySide6, beside the Python that runs the tests."""
    return str(Path(sys.executable).with_name(name))


def messages(file: Path) -> dict[tuple[str, str], ET.Element]:
    """Every message by context and source; those that are no longer in the program are left out."""
    found = {}
    for context in ET.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            if translation.get("type") not in ("vanished", "obsolete"):
                found[context.findtext("name") or "", message.findtext("source") or ""] = translation
    return found


def texts(translation: ET.Element) -> list[str]:
    forms = [form.text or "" for form in translation.iter("numerusform")]
    return forms or [translation.text or ""]


@pytest.fixture
def indonesian(qapp: QApplication) -> Iterator[list[QTranslator]]:
    installed = i18n.translators("id")
    for translator in installed:
        qapp.installTranslator(translator)
    yield installed
    for translator in installed:
        qapp.removeTranslator(translator)


@pytest.mark.parametrize("name", ["tilik_id.ts", "tilik_en.ts", "qtbase_id.ts"])
def test_no_string_is_unfinished(name: str) -> None:
    found = messages(FOLDER / name)
    assert found
    for key, translation in found.items():
        assert translation.get("type") != "unfinished" and all(texts(translation)), key


def test_every_string_of_the_program_is_translated(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.ts"
    sources = [str(file.relative_to(ROOT)) for file in sorted((ROOT / "ui").rglob("*.py"))]
    subprocess.run(
        [tool("pyside6-lupdate"), *sources, "-target-language", "id", "-ts", str(fresh)],
        check=True, capture_output=True, cwd=ROOT,
    )  # fmt: skip
    assert set(messages(fresh)) == set(messages(FOLDER / "tilik_id.ts"))


def test_holes_and_counts_are_kept() -> None:
    for (_, source), translation in messages(FOLDER / "tilik_id.ts").items():
        for text in texts(translation):
            assert sorted(re.findall(r"\{\d*\}|%n|%\d", text)) == sorted(re.findall(r"\{\d*\}|%n|%\d", source)), source


@pytest.mark.parametrize("name", ["tilik_id", "tilik_en", "qtbase_id"])
def test_what_is_shipped_was_made_from_the_sources(name: str, tmp_path: Path) -> None:
    made = tmp_path / f"{name}.qm"
    subprocess.run(
        [tool("pyside6-lrelease"), str(FOLDER / f"{name}.ts"), "-qm", str(made)], check=True, capture_output=True
    )
    assert made.read_bytes() == (FOLDER / f"{name}.qm").read_bytes()


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
