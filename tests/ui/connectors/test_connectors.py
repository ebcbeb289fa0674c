"""The connectors beside the text: where they run, what they end in, the chips that lead to what is out of sight."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader import edits
from reader.edits import attribution
from reader.model.annotations import Annotation
from reader.model.labels import BUILTIN
from reader.model.stamps import new_id
from tests.ui.conftest import Sample, make_sample
from tests.ui.hands import click, point
from tests.ui.window_desk import Desk
from ui.connectors.geometry import MOST_CHIPS, End, Margin, Plan, Point, Where, planned
from ui.connectors.painter import ChainChip, Connectors, Shape, shape_of
from ui.look.theme import load

LABELS = {label.id: label for label in BUILTIN}
FILLING = tuple(f"Paragraph {n} tells of the tides at Lembayung Bay, and of nothing else at all." for n in range(60))
PARAGRAPHS = (
    "Ferry timetable at Lembayung Bay is disputed",
    "The harbour office says that the night ferry never sailed.",
    "The operator denies having sold tickets for it.",
    *FILLING,
    "A sailor who asked not to be named said that it left at nine.",
)
CLAIM, SOURCE, DENIAL, FAR = (
    "the night ferry never sailed",
    "The harbour office",
    "denies having sold tickets",
    "A sailor",
)


@pytest.fixture
def sample() -> Sample:
    """An article of several screens."""
    return make_sample(PARAGRAPHS, PARAGRAPHS[0])


def mark(desk: Desk, words: str, label: str, sample: Sample | None = None) -> Annotation:
    sample, id = sample or desk.sample, new_id()
    assert desk.session.do(edits.annotate(sample.revision, [sample.span(words)], LABELS[label], id=id))
    return desk.session.library.annotation(id)


def attributed(desk: Desk) -> tuple[Annotation, Annotation]:
    """A claim and its source, two lines that are both on the first screen."""
    claim, source = mark(desk, CLAIM, "claim"), mark(desk, SOURCE, "source")
    assert desk.session.do(attribution.attribute([claim], source=[source]))
    return claim, source


def glass(desk: Desk) -> Connectors:
    return desk.window.body.findChildren(Connectors)[0]


def shown(desk: Desk) -> bool:
    return any(pane.isVisible() for pane in desk.window.body.findChildren(Connectors))


def chips(desk: Desk) -> list[ChainChip]:
    return [chip for chip in desk.window.body.findChildren(ChainChip) if chip.isVisible()]


def choose(desk: Desk, words: str) -> None:
    """Click on a mark that is linked; the connectors come."""
    click(desk, words)
    desk.qtbot.waitUntil(lambda: shown(desk))


def column(desk: Desk) -> QImage:
    """The text column as it stands on the screen, with whatever lies over it."""
    view, body = desk.window.view, desk.window.body
    left, width = view.column
    corner = view.viewport().mapTo(body, QPoint(round(left), 0))
    return body.grab(QRect(corner.x(), corner.y(), round(width), view.viewport().height())).toImage()


# -- numbers ---------------------------------------------------------------------------------------------------------

MARGIN = Margin(120, 700, 0, Point(160, 90))


def everything(plan: Plan) -> list[float]:
    """Every x that something is drawn at."""
    points = [*plan.trunk, *plan.card, *(point for _, point in plan.nodes)]
    return [*(p.x for p in points), *(chip.box.left for chip in plan.chips)]


def test_a_branch_leads_to_each_line_and_the_trunk_joins_them() -> None:
    plan = planned(End("claim", 100.0), [End("source", 40.0), End("denial", 300.0)], MARGIN)
    assert [(id, point.y) for id, point in plan.nodes] == [("source", 40.0), ("denial", 300.0)]
    assert {point.y for point in plan.trunk} == {40.0, 300.0} and plan.chips == ()


def test_ends_on_one_line_are_told_apart() -> None:
    plan = planned(End("claim", 100.0), [End("source", 100.0), End("cue", 100.0)], MARGIN)
    assert plan.own is not None
    places = [plan.own.y, *(point.y for _, point in plan.nodes)]
    assert len(set(places)) == 3 and all(abs(y - 100) <= 12 for y in places)


def test_the_way_to_the_card_ends_at_the_card() -> None:
    plan = planned(End("claim", 100.0), [End("source", 40.0)], MARGIN)
    assert plan.card[0].y == plan.own.y if plan.own else False
    assert plan.card[-1] == Point(160, 90)
    assert planned(End("claim", 100.0), [End("source", 40.0)], Margin(120, 700)).card == ()


def test_nothing_related_is_nothing_to_draw() -> None:
    assert planned(End("claim", 100.0), [], MARGIN).empty


def test_what_is_out_of_sight_is_a_chip_at_the_edge_on_its_side() -> None:
    away = [End("up", Where.ABOVE), End("down", Where.BELOW), End("other", Where.ELSEWHERE)]
    plan = planned(End("claim", 300.0), away, MARGIN)
    tops = {chip.ids[0]: chip.box.top for chip in plan.chips}
    assert tops["up"] < 100 and 500 < tops["down"] < tops["other"] and plan.nodes == ()


def test_many_out_of_sight_share_the_last_chip_and_none_is_lost() -> None:
    away = [End(str(n), Where.ABOVE) for n in range(12)]
    plan = planned(End("claim", 300.0), away, MARGIN)
    assert len(plan.chips) == MOST_CHIPS
    assert [id for chip in plan.chips for id in chip.ids] == [str(n) for n in range(12)]


@pytest.mark.parametrize("height", [60.0, 130.0, 700.0])
@pytest.mark.parametrize("width", [40.0, 84.0, 600.0])
def test_nothing_reaches_into_the_text_or_out_of_the_margin(width: float, height: float) -> None:
    away = [End(f"{where}{n}", where) for where in Where for n in range(5)]
    ends = [End("near", 20.0), End("there", height - 20), *away]
    plan = planned(End("claim", height / 2), ends, Margin(width, height, 10, Point(width + 30, 12)))
    assert min(everything(plan)) >= 0
    for chip in plan.chips:
        assert chip.box.top >= 10 and chip.box.top + chip.box.height <= height
        assert chip.box.left + chip.box.width <= max(width, 45)
    tops = sorted(chip.box.top for chip in plan.chips)
    assert all(b - a >= 36 for a, b in pairwise(tops))


def test_a_chosen_mark_that_has_left_the_screen_has_a_chip_that_leads_back() -> None:
    plan = planned(End("claim", Where.ABOVE), [End("source", 40.0), End("far", Where.BELOW)], MARGIN)
    assert [chip.ids for chip in plan.chips] == [("claim",)] and plan.own is None and plan.card == ()
    assert planned(End("claim", Where.ABOVE), [End("far", Where.BELOW)], MARGIN).empty


def test_the_mark_under_the_mouse_has_lines_only() -> None:
    plan = planned(End("claim", 100.0), [End("source", 40.0), End("far", Where.BELOW)], MARGIN, quiet=True)
    assert len(plan.nodes) == 1 and plan.chips == () and plan.card == ()


def test_each_label_and_kind_ends_in_a_shape_of_its_own() -> None:
    shapes = [
        shape_of("attributed_to", "claim"), shape_of("attributed_to", "source"), shape_of("denies", "denial"),
        shape_of("evidence", "source"), shape_of("same_claim", "claim"), shape_of("attributed_to", "cue"),
        shape_of("contradicts", "my own"),
    ]  # fmt: skip
    assert len(set(shapes)) == len(shapes) == len(Shape)


# -- in the window ---------------------------------------------------------------------------------------------------


def test_a_chosen_claim_is_connected_with_its_source_and_its_card(desk: Desk) -> None:
    _, source = attributed(desk)
    choose(desk, CLAIM)
    plan = glass(desk).plan
    assert [id for id, _ in plan.nodes] == [source.id] and plan.own is not None and plan.card
    line = point(desk, SOURCE).y()
    assert all(abs(node.y - line) < 16 for _, node in plan.nodes)


def test_the_connector_ends_at_the_card_of_the_mark(desk: Desk) -> None:
    attributed(desk)
    choose(desk, CLAIM)
    cards = desk.window.panel.list
    tip, pane = glass(desk).plan.card[-1], glass(desk)
    at = cards.viewport().mapFrom(desk.window.body, pane.pos() + QPoint(round(tip.x) + 4, round(tip.y)))
    assert cards.indexAt(at).row() == cards.currentIndex().row()


def test_a_mark_without_links_and_no_mark_at_all_have_no_connectors(desk: Desk) -> None:
    attributed(desk)
    mark(desk, DENIAL, "denial")
    choose(desk, CLAIM)
    click(desk, DENIAL)
    desk.qtbot.waitUntil(lambda: not shown(desk))
    choose(desk, CLAIM)
    desk.key(Qt.Key.Key_Escape)
    desk.qtbot.waitUntil(lambda: not shown(desk))


def test_without_links_no_widget_is_ever_made(desk: Desk) -> None:
    mark(desk, DENIAL, "denial")
    click(desk, DENIAL)
    QApplication.processEvents()
    assert desk.window.body.findChildren(Connectors) == []


def test_a_new_link_and_one_taken_back_show_at_once(desk: Desk) -> None:
    claim, denial = mark(desk, CLAIM, "claim"), mark(desk, DENIAL, "denial")
    click(desk, CLAIM)
    desk.session.do(edits.link("denies", denial, claim))
    desk.qtbot.waitUntil(lambda: shown(desk))
    desk.session.undo()
    desk.qtbot.waitUntil(lambda: not shown(desk))


def test_hidden_marks_have_no_connectors(desk: Desk) -> None:
    attributed(desk)
    choose(desk, CLAIM)
    desk.key(Qt.Key.Key_M)
    desk.qtbot.waitUntil(lambda: not shown(desk))


def test_a_mark_that_is_hidden_with_its_person_has_no_connector(desk: Desk) -> None:
    claim, source = attributed(desk)
    theirs = new_id()
    span = desk.sample.span(DENIAL)
    desk.session.do(edits.annotate(desk.sample.revision, [span], LABELS["denial"], "Budi", id=theirs))
    desk.session.do(edits.link("denies", desk.session.library.annotation(theirs), claim))
    choose(desk, CLAIM)
    assert {id for id, _ in glass(desk).plan.nodes} == {source.id, theirs}
    desk.session.showing.toggle("Budi")
    desk.qtbot.waitUntil(lambda: {id for id, _ in glass(desk).plan.nodes} == {source.id})


def test_the_text_column_is_the_same_to_the_pixel_with_and_without(desk: Desk) -> None:
    claim, _ = attributed(desk)
    for words, label in ((FAR, "denial"), (DENIAL, "denial")):
        desk.session.do(edits.link("denies", mark(desk, words, label), claim))
    choose(desk, CLAIM)
    assert len(glass(desk).plan.nodes) == 2 and len(chips(desk)) == 1
    desk.qtbot.waitUntil(lambda: desk.window.view.state.flash == 0)
    with_them = column(desk)
    for pane in (glass(desk), *chips(desk)):
        pane.hide()
    assert with_them == column(desk)


def test_the_connectors_are_painted(desk: Desk) -> None:
    attributed(desk)
    choose(desk, CLAIM)
    pane = glass(desk)
    place = pane.geometry()
    painted = desk.window.body.grab(place).toImage()
    pane.hide()
    assert painted != desk.window.body.grab(place).toImage()


def test_a_source_far_below_is_a_chip_and_a_click_goes_there(desk: Desk) -> None:
    claim, far = mark(desk, CLAIM, "claim"), mark(desk, FAR, "source")
    desk.session.do(attribution.attribute([claim], source=[far]))
    choose(desk, CLAIM)
    (chip,) = chips(desk)
    assert chip.text().startswith("↓ said by") and FAR in chip.text() and "(Z)" in chip.toolTip()
    assert chip.accessibleName().startswith("said by")
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert desk.window.view.selected_mark == far.id and desk.window.panel.chosen == [far.id]
    desk.qtbot.waitUntil(lambda: bool(chips(desk)) and chips(desk)[0].text().startswith("↑ says"))


def test_a_chip_stands_beside_the_text_not_on_it(desk: Desk) -> None:
    claim, far = mark(desk, CLAIM, "claim"), mark(desk, FAR, "source")
    desk.session.do(attribution.attribute([claim], source=[far]))
    choose(desk, CLAIM)
    view = desk.window.view
    left, width = view.column
    edge = view.viewport().mapTo(desk.window.body, QPoint(round(left + width), 0)).x()
    assert chips(desk)[0].x() >= edge and glass(desk).x() >= edge


def test_a_mark_of_another_article_is_a_chip_that_opens_it(desk: Desk) -> None:
    other = make_sample(("The bay at night", "Two anglers saw its lights."), "The bay at night")
    desk.session.do(edits.add_article(other.article, other.revision))
    claim, there = mark(desk, CLAIM, "claim"), mark(desk, "saw its lights", "claim", other)
    desk.session.do(edits.link("same_claim", claim, there))
    choose(desk, CLAIM)
    (chip,) = chips(desk)
    assert chip.text().startswith("↗ same as")
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert desk.session.article is not None and desk.session.article.id == other.article.id
    assert desk.window.view.selected_mark == there.id


def test_scrolling_takes_the_ends_along_and_then_leaves_a_chip_back(desk: Desk) -> None:
    attributed(desk)
    choose(desk, CLAIM)
    bar, before = desk.window.view.verticalScrollBar(), glass(desk).plan.nodes[0][1].y
    bar.setValue(40)
    assert glass(desk).plan.nodes[0][1].y == pytest.approx(before - 40, abs=1)
    bar.setValue(bar.maximum())
    assert not shown(desk) and chips(desk) == []


def test_words_of_another_tongue_are_not_taken_for_markup(desk: Desk) -> None:
    claim, far = mark(desk, CLAIM, "claim"), mark(desk, FAR, "source")
    desk.session.do(edits.link("<b>own</b>", claim, far))
    choose(desk, CLAIM)
    assert "<b>" not in chips(desk)[0].toolTip() and "&lt;b&gt;" in chips(desk)[0].toolTip()


def test_the_key_goes_round_the_linked_marks_and_back(desk: Desk) -> None:
    claim, source = attributed(desk)
    far = mark(desk, FAR, "denial")
    desk.session.do(edits.link("denies", far, claim))
    choose(desk, CLAIM)
    seen = []
    for _ in range(3):
        desk.key(Qt.Key.Key_Z)
        seen.append(desk.window.view.selected_mark)
    assert set(seen[:2]) == {source.id, far.id} and seen[2] == claim.id


def test_the_key_says_when_there_is_no_link(desk: Desk) -> None:
    denial = mark(desk, DENIAL, "denial")
    click(desk, DENIAL)
    desk.key(Qt.Key.Key_Z)
    assert desk.window.status.message.text() == "This mark is linked to none."
    assert desk.window.view.selected_mark == denial.id


def test_the_mouse_over_a_mark_shows_its_links_faintly_and_leaving_ends_that(desk: Desk) -> None:
    _, source = attributed(desk)
    port, at = desk.window.view.viewport(), QPointF(point(desk, CLAIM) + QPoint(4, 0))
    none = Qt.MouseButton.NoButton
    move = QMouseEvent(
        QEvent.Type.MouseMove, at, QPointF(port.mapToGlobal(at)), none, none, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(port, move)
    desk.qtbot.waitUntil(lambda: shown(desk))
    assert [id for id, _ in glass(desk).quiet.nodes] == [source.id] and chips(desk) == [] and glass(desk).plan.empty
    QApplication.sendEvent(port, QEvent(QEvent.Type.Leave))
    assert not shown(desk)


def test_choosing_the_mark_under_the_mouse_leaves_one_drawing_of_its_links(desk: Desk) -> None:
    claim, _ = attributed(desk)
    desk.key(Qt.Key.Key_Escape)
    port, at = desk.window.view.viewport(), QPointF(point(desk, CLAIM) + QPoint(4, 0))
    none = Qt.MouseButton.NoButton
    move = QMouseEvent(
        QEvent.Type.MouseMove, at, QPointF(port.mapToGlobal(at)), none, none, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(port, move)
    desk.qtbot.waitUntil(lambda: shown(desk))
    desk.window.view.select_mark(claim.id, flash=False)
    desk.qtbot.waitUntil(lambda: not glass(desk).plan.empty)
    assert glass(desk).quiet.empty


def test_another_paper_dresses_the_connectors_anew(desk: Desk) -> None:
    claim, far = mark(desk, CLAIM, "claim"), mark(desk, FAR, "source")
    desk.session.do(attribution.attribute([claim], source=[far]))
    choose(desk, CLAIM)
    (chip,) = chips(desk)
    desk.window.commands["paper_contrast"].trigger()
    wanted = load("contrast").tints["amber"]
    desk.qtbot.waitUntil(lambda: chip.look is not None and chip.look.tint == wanted)


def test_the_mouse_goes_through_the_glass(desk: Desk) -> None:
    attributed(desk)
    choose(desk, CLAIM)
    desk.window.bar.hide()
    middle = desk.window.view.viewport().mapTo(desk.window.body, QPoint(round(sum(desk.window.view.column)) + 20, 300))
    assert desk.window.body.childAt(middle) is desk.window.view.viewport()


def test_what_the_connectors_show_stands_in_the_panel_as_words(desk: Desk) -> None:
    attributed(desk)
    choose(desk, CLAIM)
    rows = desk.window.panel.inspector.relations
    rows_say = [(line.word, line.other) for line in rows.lines]
    assert [id for id, _ in glass(desk).plan.nodes] == [id for _, id in rows_say]
    assert rows_say[0][0] == "said by"
