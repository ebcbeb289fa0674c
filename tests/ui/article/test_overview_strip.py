"""The strip beside the scroll bar: a tick where a mark is, in the lane of its label."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from tests.ui.conftest import Sample, make_sample
from tests.ui.hands import painted
from tests.ui.window_desk import Desk

PARAGRAPHS = tuple(f"Place {n}: the pilot says that buoy {n} was dragged from its place by the current." * 3
                   for n in range(1, 101))  # fmt: skip


@pytest.fixture
def sample() -> Sample:
    """A long article, in the place of the short one."""
    return make_sample(("The buoys of the strait", *PARAGRAPHS), "The buoys of the strait")


def ticks(desk: Desk, label: str) -> list[QPoint]:
    """Where the strip has the colour of a label."""
    theme = desk.window.theme
    colour = next(found.colour for found in desk.session.labels if found.id == label)
    line: QColor = theme.tints[colour].line
    image = painted(desk.window.strip)
    return [
        QPoint(x, y)
        for y in range(image.height())
        for x in range(image.width())
        if image.pixelColor(x, y).rgb() == line.rgb()
    ]


def share(desk: Desk, places: list[QPoint]) -> float:
    """How far down the strip the topmost of some places is."""
    return min(place.y() for place in places) / desk.window.strip.height()


def mark(desk: Desk, words: str, key: Qt.Key) -> None:
    desk.select(words)
    desk.key(key)


def test_a_tick_stands_as_far_down_as_its_mark_and_goes_with_it(desk: Desk) -> None:
    assert ticks(desk, "claim") == []
    mark(desk, "Place 75", Qt.Key.Key_1)
    assert share(desk, ticks(desk, "claim")) == pytest.approx(0.74, abs=0.03)
    desk.key(Qt.Key.Key_Delete)
    assert ticks(desk, "claim") == []
    desk.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert share(desk, ticks(desk, "claim")) == pytest.approx(0.74, abs=0.03)


def test_each_label_has_a_lane_of_its_own(desk: Desk) -> None:
    for words, key in (("Place 10:", Qt.Key.Key_1), ("Place 50:", Qt.Key.Key_2), ("Place 90:", Qt.Key.Key_3)):
        mark(desk, words, key)
    found = [ticks(desk, label) for label in ("claim", "source", "denial")]
    assert [round(share(desk, places), 1) for places in found] == [0.1, 0.5, 0.9]
    assert len({min(place.x() for place in places) for places in found}) == 3


def test_another_label_moves_the_tick_to_its_lane(desk: Desk) -> None:
    mark(desk, "Place 50:", Qt.Key.Key_1)
    desk.key(Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert ticks(desk, "claim") == [] and ticks(desk, "denial") != []


def test_m_hides_the_ticks_with_the_marks(desk: Desk) -> None:
    mark(desk, "Place 50:", Qt.Key.Key_1)
    desk.key(Qt.Key.Key_M)
    assert ticks(desk, "claim") == []
    desk.key(Qt.Key.Key_M)
    assert ticks(desk, "claim") != []


def test_a_click_goes_to_the_mark_there(desk: Desk) -> None:
    mark(desk, "Place 75:", Qt.Key.Key_1)
    place = ticks(desk, "claim")[0]
    view = desk.window.view
    view.to_top(0)
    assert view.first_visible() == 0
    QTest.mouseClick(desk.window.strip, Qt.MouseButton.LeftButton, pos=place)
    first = view.first_visible()
    assert first <= view.text.index("Place 75:") < first + 3000 and view.hasFocus()
