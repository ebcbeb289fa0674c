"""The cards of the marks, and the note of the chosen one: what is typed is never lost."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from reader import edits
from reader.model.annotations import Annotation
from reader.model.labels import CLAIM, DENIAL
from reader.store import Library
from tests.ui.conftest import Sample
from ui.annotations.panel import AnnotationPanel
from ui.session import Session


def mark(library: Library, sample: Sample, words: str, label: object = CLAIM) -> Annotation:
    change = library.apply(edits.annotate(sample.revision, [sample.span(words)], label))  # type: ignore[arg-type]
    made = change.edit.swaps[0].after
    assert isinstance(made, Annotation)
    return made


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> AnnotationPanel:
    made = AnnotationPanel(session)
    made.editRequested.connect(session.do)
    qtbot.addWidget(made)
    made.resize(340, 700)
    made.show()
    return made


def test_cards_come_and_go_with_the_marks_in_text_order(
    panel: AnnotationPanel, session: Session, library: Library, sample: Sample, qtbot: QtBot
) -> None:
    second = mark(library, sample, "sold tickets", DENIAL)
    first = mark(library, sample, "night ferry")
    qtbot.waitUntil(lambda: panel.model.rowCount() == 2)
    assert [panel.model.id_at(row) for row in (0, 1)] == [first.id, second.id]
    session.undo()
    qtbot.waitUntil(lambda: panel.model.rowCount() == 1)


def test_a_typed_note_is_stored_by_itself_after_a_pause(
    panel: AnnotationPanel, library: Library, sample: Sample, qtbot: QtBot
) -> None:
    made = mark(library, sample, "night ferry")
    qtbot.waitUntil(lambda: panel.model.rowCount() == 1)
    panel.edit_note(made.id)
    qtbot.keyClicks(panel.fields.note, "ask the office")
    qtbot.waitUntil(lambda: library.annotation(made.id).note == "ask the office")


def test_a_note_is_kept_when_another_card_or_article_is_chosen(
    panel: AnnotationPanel, session: Session, library: Library, sample: Sample, qtbot: QtBot
) -> None:
    one, two = mark(library, sample, "night ferry"), mark(library, sample, "sold tickets")
    qtbot.waitUntil(lambda: panel.model.rowCount() == 2)
    panel.select(one.id)
    panel.fields.note.setPlainText("first")
    panel.select(two.id)
    assert library.annotation(one.id).note == "first"
    panel.fields.note.setPlainText("second")
    panel.fields.tags.setText("a, b, a")
    session.open(sample.article.id)
    assert library.annotation(two.id).note == "second" and library.annotation(two.id).tags == ("a", "b")


def test_undo_is_seen_in_the_field_and_never_written_over(
    panel: AnnotationPanel, session: Session, library: Library, sample: Sample, qtbot: QtBot
) -> None:
    made = mark(library, sample, "night ferry")
    qtbot.waitUntil(lambda: panel.model.rowCount() == 1)
    panel.select(made.id)
    panel.fields.note.setPlainText("wrong")
    panel.apply_drafts()
    session.undo()
    qtbot.waitUntil(lambda: panel.fields.note.toPlainText() == "")
    panel.apply_drafts()
    assert library.annotation(made.id).note == ""
    session.undo()
    qtbot.waitUntil(lambda: not panel.fields.note.isEnabled())
