"""Chips, words, order and empty states of the panel; and that many marks cost it little."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from reader import edits
from reader.model.annotations import Annotation
from reader.model.labels import BUILTIN, CLAIM, Label, Underline
from reader.model.spans import Span
from reader.store import Library
from tests.ui.conftest import Marker, Sample, make_sample
from tests.ui.hands import painted
from tests.ui.window_desk import Desk
from ui.annotations.chips import ROWS, high
from ui.annotations.list import UNIFORM
from ui.annotations.panel import AnnotationPanel
from ui.look.theme import load
from ui.session import Session


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> AnnotationPanel:
    made = AnnotationPanel(session)
    made.editRequested.connect(session.do)
    qtbot.addWidget(made)
    made.resize(340, 700)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)  # a window manager takes its time
    return made


def trails(panel: AnnotationPanel) -> dict[str, str]:
    return {id: chip.chip.trail for id, chip in panel.head.chips.chips.items()}


def shown(panel: AnnotationPanel) -> list[str]:
    return [panel.model.id_at(row) for row in range(panel.model.rowCount())]


def test_chips_count_the_marks_of_each_label(panel: AnnotationPanel, session: Session, mark: Marker) -> None:
    first = mark("night ferry", "claim")
    mark("sold tickets", "claim")
    mark("A sailor", "source")
    assert trails(panel) == {"claim": "2", "source": "1", "denial": "0"}
    library = session.library
    session.do(edits.relabel(library.annotation(first), BUILTIN[2]))
    assert trails(panel) == {"claim": "1", "source": "1", "denial": "1"}
    session.do(edits.delete_annotations([library.annotation(first)]))
    session.undo()
    session.undo()
    assert trails(panel) == {"claim": "2", "source": "1", "denial": "0"}
    assert "2" in panel.head.chips.chips["claim"].accessibleName()


def test_a_chip_filters_and_again_shows_all(panel: AnnotationPanel, mark: Marker) -> None:
    claim, source = mark("night ferry", "claim"), mark("A sailor", "source")
    panel.head.chips.chips["source"].click()
    assert shown(panel) == [source] and panel.head.chips.chips["source"].isChecked()
    assert panel.head.title.text() == "Annotations 1 of 2"
    panel.head.chips.chips["claim"].click()
    assert shown(panel) == [claim] and not panel.head.chips.chips["source"].isChecked()
    panel.head.chips.chips["claim"].click()
    assert shown(panel) == [claim, source] and panel.head.title.text() == "Annotations 2"


def test_many_labels_wrap_in_columns_and_scroll(panel: AnnotationPanel, session: Session, mark: Marker) -> None:
    mark("night ferry", "claim")
    mine = [Label(f"own{n}", f"Label number {n}", "", "green", Underline.DASHED, 3 + n) for n in range(30)]
    session.do(edits.save_labels(session.labels, (*session.labels, *mine)))
    boxes = list(panel.head.chips.chips.values())
    assert len(boxes) == 33 and len({chip.width() for chip in boxes}) == 1
    assert panel.head.chips.height() <= ROWS * (high(panel.head.chips.font()) + 5)
    assert max(chip.geometry().right() for chip in boxes) <= panel.head.chips.viewport().width()
    assert panel.head.chips.verticalScrollBar().maximum() > 0


def test_words_find_in_quotes_notes_and_tags(
    panel: AnnotationPanel, session: Session, mark: Marker, qtbot: QtBot
) -> None:
    ferry, sailor = mark("night ferry", "claim"), mark("A sailor", "source")
    session.do(edits.set_note(session.library.annotation(sailor), "Ask the HARBOUR office"))
    qtbot.keyClicks(panel.head.search, "harbour")
    assert shown(panel) == [sailor]
    panel.head.search.clear()
    qtbot.keyClicks(panel.head.search, "FERRY")
    assert shown(panel) == [ferry]
    qtbot.keyClick(panel.head.search, Qt.Key.Key_Return)
    assert panel.list.hasFocus() and panel.chosen == [ferry]


def test_cards_by_time_and_by_place_keep_what_is_chosen(panel: AnnotationPanel, session: Session, mark: Marker) -> None:
    late = mark("sold tickets", "claim")
    early = mark("night ferry", "claim")
    panel.select(late)
    panel.head.order.click()
    assert shown(panel) == [late, early] and panel.head.order.text() == "By time"
    assert panel.chosen == [late]
    between = mark("A sailor", "source")
    assert shown(panel) == [late, early, between]
    session.do(edits.delete_annotations([session.library.annotation(early)]))
    assert shown(panel) == [late, between]
    panel.head.order.click()
    assert shown(panel) == [between, late] and panel.head.order.text() == "By place"


def test_the_keys_for_order_and_filter(desk: Desk) -> None:
    panel = desk.window.panel
    desk.session.do(edits.annotate(desk.sample.revision, [desk.sample.span("night ferry")], CLAIM))
    desk.key(Qt.Key.Key_O)
    assert panel.model.by_time
    desk.window.commands["toggle_panel"].trigger()
    assert not panel.isVisible()
    desk.window.view.setFocus()
    desk.pause()
    desk.key(Qt.Key.Key_F, Qt.KeyboardModifier.ShiftModifier)
    assert panel.isVisible() and panel.head.search.hasFocus()


# -- empty states --------------------------------------------------------------------------------------------------


def test_without_an_article_one_sentence_says_what_to_do(panel: AnnotationPanel, session: Session) -> None:
    session.close_article()
    assert panel.cards.currentWidget() is panel.empty
    assert "Open an article" in panel.empty.words.text() and panel.empty.keys.isHidden()


def test_without_marks_the_keys_are_shown_in_their_colours(
    panel: AnnotationPanel, session: Session, mark: Marker
) -> None:
    assert panel.cards.currentWidget() is panel.empty and panel.head.search.isHidden()
    assert panel.empty.keys.accessibleName() == "1 Claim, 2 Source, 3 Denial"
    picture = painted(panel.empty.keys)
    seen = {picture.pixelColor(x, y).name() for x in range(0, picture.width(), 2) for y in range(picture.height())}
    theme = load("light")
    assert {theme.tints[label.colour].fill.name() for label in session.labels} <= seen
    assert theme.tints["blue"].line.name() in seen  # the line under a claim
    mark("night ferry", "claim")
    assert panel.cards.currentWidget() is panel.list and panel.head.search.isVisible()


def test_a_filter_that_finds_nothing_says_so_and_can_be_cleared(
    panel: AnnotationPanel, mark: Marker, qtbot: QtBot
) -> None:
    made = mark("night ferry", "claim")
    qtbot.keyClicks(panel.head.search, "zebra")
    assert panel.cards.currentWidget() is panel.empty and "zebra" in panel.empty.words.text()
    panel.empty.clear.click()
    assert shown(panel) == [made] and panel.head.search.text() == ""
    panel.head.chips.chips["denial"].click()
    assert "label" in panel.empty.words.text()
    panel.empty.clear.click()
    assert shown(panel) == [made]


# -- many --------------------------------------------------------------------------------------------------------------


@pytest.fixture
def crowd(tmp_path: Path, qtbot: QtBot) -> tuple[AnnotationPanel, Session, Sample]:
    """A panel on an article with 3,000 marks."""
    sample = make_sample(tuple(f"The ferry number {n} never sailed from the quay." for n in range(3000)))
    library = Library.open(tmp_path / "crowd.tilik")
    library.apply(edits.add_article(sample.article, sample.revision))
    spans = [Span(block.span.start + 4, block.span.start + 9) for block in sample.revision.blocks]
    made = [edits.annotate(sample.revision, [s], BUILTIN[n % 3]) for n, s in enumerate(spans)]
    library.apply(edits.together("Many", made))
    session = Session(lambda: library, None)
    panel = AnnotationPanel(session)
    panel.editRequested.connect(session.do)
    qtbot.addWidget(panel)
    panel.resize(340, 700)
    panel.show()
    session.open(sample.article.id)
    return panel, session, sample


def test_many_marks_are_never_all_read(
    crowd: tuple[AnnotationPanel, Session, Sample], monkeypatch: pytest.MonkeyPatch
) -> None:
    panel, session, sample = crowd
    read: list[str] = []
    by_id = session.library.annotations_by_id

    def noted(ids: Sequence[str]) -> list[Annotation]:
        read.extend(ids)
        return by_id(ids)

    monkeypatch.setattr(session.library, "annotations_by_id", noted)
    panel.head.chips.chips["claim"].click()
    panel.head.chips.chips["claim"].click()
    panel.select(session.page_annotations[1500].id)
    panel.grab()
    panel.open_finder(session.library.annotation(session.page_annotations[0].id))
    session.do(edits.annotate(sample.revision, [Span(0, 3)], CLAIM))
    panel.grab()
    assert panel.head.title.text() == "Annotations 3001" and trails(panel)["claim"] == "1001"
    assert 0 < len(read) < 600


def test_a_mark_that_was_never_looked_at_leaves_the_order_by_time(
    crowd: tuple[AnnotationPanel, Session, Sample],
) -> None:
    panel, session, _ = crowd
    panel.head.order.click()
    gone = panel.model.id_at(2500)
    mark = session.library.annotation(gone)
    session.do(edits.delete_annotations([mark]))
    assert panel.model.rowCount() == 2999 and gone not in shown(panel)


def test_many_cards_have_one_height_and_few_their_own(
    crowd: tuple[AnnotationPanel, Session, Sample], session: Session, mark: Marker, qtbot: QtBot
) -> None:
    panel, _, _ = crowd
    assert panel.model.total > UNIFORM
    assert {panel.list.rowHeight(row) for row in (0, 1500, 2999)} == {panel.list.rowHeight(7)}
    few = AnnotationPanel(session)
    qtbot.addWidget(few)
    few.resize(340, 700)
    few.show()
    noted = mark("night ferry", "claim")
    mark("A sailor", "source")
    session.do(edits.set_note(session.library.annotation(noted), "A note. " * 20))
    qtbot.waitUntil(lambda: few.list.rowHeight(0) > few.list.rowHeight(1) + 20)


def test_cards_grow_even_with_the_mark_that_is_one_too_many(
    panel: AnnotationPanel, session: Session, sample: Sample
) -> None:
    made = [edits.annotate(sample.revision, [Span(n % 90, n % 90 + 8)], CLAIM) for n in range(UNIFORM)]
    session.do(edits.together("Many", made))
    panel.grab()
    for _ in range(2):
        session.do(edits.annotate(sample.revision, [Span(0, 30)], CLAIM))
        panel.grab()
    heights = {panel.list.rowHeight(row) for row in range(UNIFORM + 2)}
    assert heights == {panel.list.sizeHintForRow(0)} and heights.pop() > 60
    session.undo()
    session.undo()
    panel.grab()
    assert panel.list.rowHeight(0) == panel.list.sizeHintForRow(0)


def test_shown_words_filter_many_after_a_pause(crowd: tuple[AnnotationPanel, Session, Sample], qtbot: QtBot) -> None:
    panel, session, _ = crowd
    session.do(edits.set_note(session.library.annotation(session.page_annotations[9].id), "unheard of"))
    qtbot.keyClicks(panel.head.search, "unheard")
    qtbot.waitUntil(lambda: shown(panel) == [session.page_annotations[9].id])
    place = panel.list.visualRect(panel.model.index(0)).topLeft() + QPoint(20, 20)
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert panel.chosen == [session.page_annotations[9].id]
