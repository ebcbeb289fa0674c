"""Every controlled value and every field has plain words in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication

from reader.model import vocabulary
from reader.model.claims import KINDS
from ui.language import i18n
from ui.language.plain_values import FIELDS, VALUES
from ui.language.plain_words import field_name, plain

OURS = {"id", "claim_id", "created", "modified", "extra"}  # what no form shows
SAME = {"data", "status", "satire"}  # words that both languages share
VOCABULARIES = {
    **vocabulary.ATTRIBUTION, **vocabulary.CLAIM, **vocabulary.SOURCE, **vocabulary.EVIDENCE, **vocabulary.REVIEW,
    "related": vocabulary.CLAIM_LINKS,
}  # fmt: skip


@pytest.fixture
def indonesian(qapp: QApplication) -> Iterator[list[QTranslator]]:
    installed = i18n.translators("id")
    for translator in installed:
        qapp.installTranslator(translator)
    yield installed
    for translator in installed:
        qapp.removeTranslator(translator)


def test_every_value_of_the_vocabularies_has_words_and_no_other() -> None:
    assert {field: tuple(values) for field, values in VALUES.items()} == VOCABULARIES


def test_every_field_that_a_form_may_show_has_a_name() -> None:
    shown = {f.name for kind in KINDS.values() for f in fields(kind)} - OURS
    assert shown | set(vocabulary.ATTRIBUTION) | set(vocabulary.ATTRIBUTION_WORDS) == set(FIELDS)


def test_no_code_is_shown_to_a_reader_of_english() -> None:
    for field, values in VOCABULARIES.items():
        said = [plain(field, value) for value in values]
        assert len(set(said)) == len(values), field
        assert not any("_" in words or words in ("CT+", "CFS", "A", "1") for words in said), field


def test_indonesian_says_every_value_and_field_in_its_own_words(indonesian: list[QTranslator]) -> None:
    for field, values in VOCABULARIES.items():
        said = [plain(field, value) for value in values]
        assert len(set(said)) == len(values), field
        for value, words in zip(values, said, strict=True):
            english = VALUES[field][value]
            assert QCoreApplication.translate("Values", english) and (words != english or english in SAME), value
    for field, english in FIELDS.items():
        assert field_name(field) != english or english.lower() in SAME, field
    assert plain("stance", "deny") == "membantah" and plain("channel", "press_agency") == "kantor berita"


def test_a_value_of_another_tool_is_shown_as_it_is() -> None:
    assert plain("stance", "shrug") == "shrug" and plain("mood", "glad") == "glad" and field_name("x_y") == "x y"
