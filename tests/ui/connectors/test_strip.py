"""The strip at the words beside the connectors of a linked mark: never on each other, in high and low windows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRect
from PySide6.QtWidgets import QApplication

from reader.edits import attribution
from tests.ui.connectors.test_connectors import CLAIM, FAR, attributed, chips, choose, glass, mark, sample, shown
from tests.ui.hands import point
from tests.ui.window_desk import Desk
from ui.connectors.geometry import BETWEEN, End, Margin, Point, Where, planned

__all__ = ["sample"]


def lines_out(desk: Desk) -> list[QRect]:
    """What chips, trunk and the line to the card take in the text's viewport."""
    pane, view, plan = glass(desk), desk.window.view, glass(desk).plan
    shift = view.viewport().mapFrom(desk.window.body, pane.pos())
    points = [shift + QPointF(*point).toPoint() for point in plan.card[:2]]
    trunk = [shift + QPointF(*point).toPoint() for point in plan.trunk]
    boxes = [QRect(view.viewport().mapFrom(desk.window.body, chip.pos()), chip.size()) for chip in chips(desk)]
    return [QRect(*points), QRect(*trunk), *boxes]


@pytest.mark.parametrize("height", [480, 800])
@pytest.mark.parametrize("down", [0, 60, 10_000])
def test_the_strip_and_the_connectors_are_not_on_each_other(desk: Desk, down: int, height: int) -> None:
    claim, _source = attributed(desk)
    for words in (FAR, "left at nine", "not to be named"):
        desk.session.do(attribution.attribute([claim], source=[mark(desk, words, "source")]))
    desk.window.resize(1280, height)
    choose(desk, CLAIM)
    view, bar = desk.window.view, desk.window.bar
    view.verticalScrollBar().setValue(min(down, point(desk, CLAIM).y() - 20))
    desk.qtbot.waitUntil(lambda: shown(desk) and bool(glass(desk).plan.card or chips(desk)))
    QApplication.processEvents()
    assert bar.isVisible() and view.viewport().rect().contains(bar.geometry())
    assert bar.x() > sum(view.column) and len(lines_out(desk)) > 2
    assert not [box for box in lines_out(desk) if box.normalized().intersects(bar.geometry())]


def test_chips_leave_room_between_them_and_the_line_to_the_card_is_left_out_where_it_would_part_it() -> None:
    away = [End(f"{where}{n}", where) for where in (Where.ABOVE, Where.BELOW) for n in range(5)]
    for height in (420.0, 700.0):
        plan = planned(End("claim", height / 2), away, Margin(109, height, 0, Point(140, 12)))
        above = max(c.box.top + c.box.height for c in plan.chips if c.where is Where.ABOVE)
        below = min(c.box.top for c in plan.chips if c.where is Where.BELOW)
        assert below - above >= BETWEEN
        assert bool(plan.card) == (max(height / 2 - above, below - height / 2) >= BETWEEN)
