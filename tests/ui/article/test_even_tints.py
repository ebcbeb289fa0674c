"""Tints, handles and margins where the text turns round: right to left, mixed lines, other faces, unseen characters."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from reader.model.spans import Span
from tests.ui.conftest import Sample, make_sample
from tests.ui.hands import drag, point, pull, quotes, seen
from tests.ui.window_desk import Desk

ARABIC = "ونقلت وكالة Harbour Wire عن متحدث قوله We never signed it قبل أن يحذف المنشور 🚢👩‍👩‍👧 من حسابه في 3 مارس من عام 2026/14 وقال ان شركة Varrow Bridge لم توقع العقد"  # noqa: E501
ENGLISH = (
    "The contract was\u200f signed 🙂 by\u200b the mayor and e\u0301lan \u2060of ووو the deputy, office\u00ad notes"
    " say \u202bonce\u202c and it was\u200e\u200f read aloud to all who had come to the hall that evening in the rain"
)
MIXED = ("Night ferry", ARABIC, ENGLISH, "وصل بحار في الساعة 9 مساء")


@pytest.fixture
def sample() -> Sample:
    """An article whose lines turn round, in the place of the English one."""
    made = make_sample(MIXED, MIXED[0])
    blocks = tuple(
        replace(block, attrs={"dir": "rtl"}) if number in (1, 3) else block
        for number, block in enumerate(made.revision.blocks)
    )
    return Sample(made.article, replace(made.revision, blocks=blocks))


def boxes(desk: Desk, words: str) -> list[QRectF]:
    view = desk.window.view
    page = view.visible_page()
    assert page is not None
    return view.boxes(page, desk.sample.span(words))


def emptiest(image: QImage, box: QRectF) -> set[int]:
    """The colours of the row of pixels, within a box of words, that has the fewest."""
    across = range(round(box.left()) + 1, round(box.right()) - 1)
    rows = ({image.pixel(x, y) for x in across} for y in range(round(box.top()) + 1, round(box.bottom()) - 1))
    return min(rows, key=len)


def colours(desk: Desk, words: str) -> set[int]:
    """The colours behind words, where there is no ink."""
    image, found = seen(desk), set()
    assert boxes(desk, words)
    for box in boxes(desk, words):
        if box.width() > 4:
            found |= emptiest(image, box)
    return found


@pytest.mark.parametrize("words", [ARABIC, ENGLISH])
def test_the_tint_of_the_sentence_is_one_colour(desk: Desk, words: str) -> None:
    plain = colours(desk, words)
    desk.window.view.setFocus()
    for _ in range(4):
        desk.key(Qt.Key.Key_J)
        if desk.session.here.sentence == desk.sample.span(words):
            break
    assert desk.session.here.sentence == desk.sample.span(words)
    tinted = colours(desk, words)
    assert len(plain) == len(tinted) == 1 and plain != tinted


@pytest.mark.parametrize("words", [ARABIC, ENGLISH])
def test_so_are_those_of_a_mark_of_chosen_words_and_of_hits(desk: Desk, words: str) -> None:
    plain, span = colours(desk, words), desk.sample.span(words)
    view = desk.window.view
    view.finder.look_for(words)
    view.viewport().update()
    assert len(inside(desk, words)) == 1 and inside(desk, words) != plain
    view.finder.look_for("")
    view.choose((span, Span(0, 3)), (), None)
    desk.window.bar.hide()
    assert len(colours(desk, words)) == 1 and colours(desk, words) != plain
    view.clear_selection()
    desk.select(words)
    desk.window.bar.hide()
    assert len(colours(desk, words)) == 1 and colours(desk, words) != plain
    desk.key(Qt.Key.Key_1)
    desk.key(Qt.Key.Key_Escape)
    desk.key(Qt.Key.Key_Escape)
    assert quotes(desk) == [("claim", words)]
    assert len(colours(desk, words)) == 1 and colours(desk, words) != plain


def inside(desk: Desk, words: str) -> set[int]:
    """The same without the frames."""
    image, found = seen(desk), set()
    for box in boxes(desk, words):
        found |= emptiest(image, box.adjusted(2, 2, -2, -2))
    return found


def test_no_place_of_a_line_is_in_two_boxes(desk: Desk) -> None:
    for words in (ARABIC, ENGLISH, "Harbour Wire عن", "in the rain"):
        found = boxes(desk, words)
        assert found
        for n, one in enumerate(found):
            assert all(one.intersected(other).width() < 1 for other in found[n + 1 :] if other.top() == one.top())


def ends(desk: Desk) -> dict[str, QRectF]:
    view = desk.window.view
    page = view.visible_page()
    assert page is not None
    return dict(view._ends.boxes(page))


def marked(desk: Desk, words: str) -> None:
    desk.select(words)
    desk.key(Qt.Key.Key_1)
    assert desk.window.view.selected_mark


def test_handles_stand_where_the_words_of_a_right_to_left_mark_begin_and_end(desk: Desk) -> None:
    words = "وصل بحار"
    marked(desk, words)
    (box,) = boxes(desk, words)
    assert ends(desk)["start"].center().x() == pytest.approx(box.right(), abs=1.5)
    assert ends(desk)["end"].center().x() == pytest.approx(box.left(), abs=1.5)


def test_handles_of_latin_words_in_a_right_to_left_line_stand_as_these_are_read(desk: Desk) -> None:
    marked(desk, "Harbour Wire")
    (box,) = boxes(desk, "Harbour Wire")
    assert ends(desk)["start"].center().x() == pytest.approx(box.left(), abs=1.5)
    assert ends(desk)["end"].center().x() == pytest.approx(box.right(), abs=1.5)


def test_a_mark_over_several_lines_begins_at_the_right_of_the_first_and_ends_at_the_left_of_the_last(
    desk: Desk,
) -> None:
    marked(desk, ARABIC)
    found = boxes(desk, ARABIC)
    first, last = found[0].top(), found[-1].top()
    assert first < last
    start, end = ends(desk)["start"], ends(desk)["end"]
    assert start.top() == first and start.center().x() == pytest.approx(
        max(box.right() for box in found if box.top() == first), abs=1.5
    )
    assert end.top() == last and end.center().x() == pytest.approx(
        min(box.left() for box in found if box.top() == last), abs=1.5
    )


def test_the_end_of_a_right_to_left_mark_is_pulled_to_the_left(desk: Desk) -> None:
    marked(desk, "وصل")
    pull(desk, ends(desk)["end"].center().toPoint(), point(desk, "بحار", end=True))
    assert quotes(desk) == [("claim", "وصل بحار")]


def beside(desk: Desk, words: str) -> tuple[QImage, QImage]:
    """The margins left and right of the first line of words."""
    view, box = desk.window.view, boxes(desk, words)[0]
    left, width = view.column
    image, top, high = seen(desk), round(box.top()), round(box.height())
    beyond = round(left + width) + 1
    return image.copy(0, top, round(left) - 1, high), image.copy(beyond, top, image.width() - beyond, high)


@pytest.mark.parametrize(("words", "mirrored"), [("وصل", True), ("The contract", False)])
def test_badge_and_bar_stand_on_the_side_where_lines_begin(
    desk: Desk, words: str, mirrored: bool, qtbot: QtBot
) -> None:
    before = beside(desk, words)
    drag(desk, words)
    desk.key(Qt.Key.Key_2)
    desk.key(Qt.Key.Key_Escape)
    desk.key(Qt.Key.Key_Escape)
    badge = beside(desk, words)
    assert (badge[0] == before[0], badge[1] == before[1]) == (mirrored, not mirrored)
    desk.session.here.choose_sentence(desk.sample.span(words))
    desk.window.bar.hide()
    bar = beside(desk, words)
    assert (bar[0] == badge[0], bar[1] == badge[1]) == (mirrored, not mirrored)


def test_the_line_of_facts_begins_where_the_title_does(desk: Desk, qtbot: QtBot) -> None:
    view = desk.window.view
    assert not mirrored_facts(desk)
    blocks = tuple(replace(block, attrs={"dir": "rtl"}) for block in desk.sample.revision.blocks)
    desk.session.revision = replace(desk.sample.revision, blocks=blocks)
    view.show_article()
    assert mirrored_facts(desk)


def mirrored_facts(desk: Desk) -> bool:
    """Whether the line above the title has its ink at the right end of the column, and none at the left."""
    left, width = desk.window.view.column
    image, paper = seen(desk), desk.window.theme.paper.rgb()
    inked = [x for x in range(image.width()) if any(image.pixel(x, y) != paper for y in range(30, 50))]
    assert inked
    at_left, at_right = abs(inked[0] - left) < 8, abs(inked[-1] - (left + width)) < 8
    assert at_left != at_right
    return at_right


def test_a_click_on_a_letter_of_a_mixed_line_hits_its_mark(desk: Desk) -> None:
    marked(desk, "Harbour Wire")
    desk.key(Qt.Key.Key_Escape)
    (box,) = boxes(desk, "Harbour Wire")
    at = box.center().toPoint() + QPoint(0, 2)
    assert desk.window.view.letter_at(at.toPointF()) in range(
        desk.sample.span("Harbour Wire").start, desk.sample.span("Harbour Wire").end
    )
