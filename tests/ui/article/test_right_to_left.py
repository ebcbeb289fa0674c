"""An article that is read from right to left: it stands, is marked and is searched as it is written."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetricsF
from pytestqt.qtbot import QtBot

from reader import edits
from tests.ui.conftest import Sample, make_sample
from tests.ui.hands import drag, point, pull, quotes, seen
from tests.ui.window_desk import Desk
from ui.connectors.painter import Connectors

TITLE = "الميناء يفتح من جديد"
PARAGRAPHS = (
    TITLE,
    "قال مدير الميناء إن العَبّارة لم تبحر. ونفت الشركة بيع التذاكر.",
    "وصل بحار في الساعة 9 مساء.",
    "KM Bahari لم تبحر.",
)


@pytest.fixture
def sample() -> Sample:
    """An Arabic article, in the place of the English one."""
    made = make_sample(PARAGRAPHS, TITLE)
    blocks = tuple(replace(block, attrs={"dir": "rtl"}) for block in made.revision.blocks)
    told = replace(made.revision.metadata, language="ar")
    return Sample(replace(made.article, language="ar"), replace(made.revision, blocks=blocks, metadata=told))


def test_lines_begin_at_the_right_edge_of_the_column(desk: Desk) -> None:
    left, width = desk.window.view.column
    for words in ("الميناء يفتح", "قال", "وصل"):
        assert point(desk, words).x() == pytest.approx(left + width, abs=12)
        assert point(desk, words, end=True).x() < point(desk, words).x()


def test_a_line_of_it_that_begins_with_latin_letters_begins_at_the_right_as_well(desk: Desk) -> None:
    left, width = desk.window.view.column
    assert point(desk, "KM").x() > left + width / 2 and point(desk, "تبحر.", end=True).x() < point(desk, "KM").x()


def test_words_are_selected_from_right_to_left_and_marked(desk: Desk) -> None:
    stop = point(desk, "الشركة", end=True)
    pull(desk, point(desk, "ونفت") - QPoint(1, 0), stop)
    desk.key(Qt.Key.Key_3)
    ((label, quote),) = quotes(desk)
    assert label == "denial" and quote == "ونفت الشركة"


def test_the_tint_lies_under_the_marked_words(desk: Desk) -> None:
    before = seen(desk)
    drag(desk, "ونفت الشركة")
    desk.key(Qt.Key.Key_3)
    desk.key(Qt.Key.Key_Escape)
    after, ends = seen(desk), sorted((point(desk, "ونفت الشركة").x(), point(desk, "ونفت الشركة", end=True).x()))
    y = point(desk, "ونفت الشركة").y()
    left, width = desk.window.view.column
    changed = [x for x in range(round(left), round(left + width)) if before.pixel(x, y) != after.pixel(x, y)]
    assert changed and min(changed) >= ends[0] - 3 and max(changed) <= ends[1] + 3
    assert len(changed) > (ends[1] - ends[0]) * 0.6


def test_sentence_by_sentence(desk: Desk) -> None:
    desk.window.view.setFocus()
    said = []
    for _ in range(4):
        desk.key(Qt.Key.Key_J)
        assert desk.session.here.sentence is not None
        said.append(desk.session.here.sentence.of(desk.window.view.text))
    assert said == [TITLE, *PARAGRAPHS[1].replace(". ", ".|").split("|"), PARAGRAPHS[2]]


def test_words_without_vowel_signs_find_those_that_have_them(desk: Desk, qtbot: QtBot) -> None:
    desk.key(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    desk.window.find_bar.field.setText("العبارة")
    assert desk.window.find_bar.count.text() == "1 of 1"


def test_links_stand_where_lines_begin_and_off_the_text(desk: Desk, qtbot: QtBot) -> None:
    ids = []
    for words, key in (("ونفت الشركة", Qt.Key.Key_3), ("العَبّارة لم تبحر", Qt.Key.Key_1), ("بحار", Qt.Key.Key_2)):
        drag(desk, words)
        desk.key(key)
        ids.append(desk.window.view.selected_mark)
    denial, claim, source = desk.session.library.annotations_by_id(ids)
    desk.session.do(edits.link("denies", denial, claim))
    desk.session.do(edits.link("attributed_to", claim, source))
    desk.window.view.select_mark(claim.id)
    qtbot.waitUntil(lambda: any(glass.isVisible() for glass in desk.window.findChildren(Connectors)))
    (glass,) = desk.window.findChildren(Connectors)
    left, width = desk.window.view.column
    beside = left + width + desk.window.view.right_gutter  # the badges stand between
    edge = desk.window.view.viewport().mapTo(desk.window.body, QPoint(round(beside), 0)).x()
    assert {id for id, _ in glass.plan.nodes} == {denial.id, source.id}
    assert edge <= glass.x() <= edge + 12
    line = QFontMetricsF(desk.window.view.document().defaultFont()).height()
    assert any(abs(at.y - point(desk, "بحار").y()) < line / 2 for _, at in glass.plan.nodes)
