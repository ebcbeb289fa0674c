"""What has to be seen and read on each paper, computed as WCAG 2.2 does: words, edges, and where the keyboard is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLineEdit,
    QListView,
    QListWidget,
    QListWidgetItem,
    QSpinBox,
    QTableWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reader.model.labels import COLOURS
from tests.ui.look.test_theme import contrast
from ui.article.mark_painter import CHOSEN
from ui.look import style, theme
from ui.look.colours import mixed

READ, SEEN = 4.5, 3.0


def grounds(found: theme.Theme) -> list[QColor]:
    return [found.paper, found.chrome, found.raised]


@pytest.mark.parametrize("id", theme.THEMES)
def test_quiet_words_can_be_read_wherever_they_stand(id: str) -> None:
    found = theme.load(id)
    for ground in (*grounds(found), found.selection):
        assert contrast(found.muted, ground) >= READ, ground.name()
        assert contrast(found.quiet, ground) >= READ, ground.name()
        assert contrast(found.accent, ground) >= READ, ground.name()
    for ground in grounds(found):
        assert contrast(found.faint, ground) >= READ, ground.name()
    for role in COLOURS:
        tint = found.tints[role]
        for ground in (tint.fill, mixed(tint.fill, tint.line, CHOSEN)):
            assert contrast(found.quiet, ground) >= READ, role


@pytest.mark.parametrize("id", theme.THEMES)
def test_controls_and_the_keyboard_are_seen(id: str) -> None:
    found = theme.load(id)
    for ground in grounds(found):
        assert contrast(found.edge, ground) >= SEEN, ground.name()
    for ground in (*grounds(found), found.selection, *(found.tints[role].fill for role in COLOURS)):
        assert contrast(found.accent, ground) >= SEEN, ground.name()


@pytest.mark.parametrize("id", ["contrast", "contrast_light"])
def test_high_contrast_is_high(id: str) -> None:
    found = theme.load(id)
    for ground in grounds(found):
        assert contrast(found.text, ground) >= 15
        assert contrast(found.muted, ground) >= 7 and contrast(found.accent, ground) >= 7
    for role in COLOURS:
        tint = found.tints[role]
        assert contrast(found.text, tint.fill) >= 7 and contrast(tint.line, found.paper) >= 7


# -- as it is drawn ------------------------------------------------------------------------------------------------


@pytest.fixture(params=theme.THEMES)
def dressed(request: pytest.FixtureRequest, qapp: QApplication) -> theme.Theme:
    """The program on that paper."""
    found = theme.load(request.param)
    style.dress(qapp, found)
    return found


def shown(qtbot: QtBot, *parts: QWidget) -> QWidget:
    """A window of these parts, the first of which has the keyboard."""
    window = QWidget()
    column = QVBoxLayout(window)
    for part in parts:
        column.addWidget(part)
    window.resize(320, 360)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    parts[0].setFocus()
    qtbot.waitUntil(parts[0].hasFocus)
    return window


def share(image: QImage, colour: QColor) -> int:
    """How many pixels have that very colour."""
    return sum(image.pixelColor(x, y) == colour for x in range(image.width()) for y in range(image.height()))


def filled() -> list[QListView | QTableWidget | QTreeWidget]:
    table, tree, rows = QTableWidget(2, 2), QTreeWidget(), QListWidget()
    for name in ("one", "two"):
        tree.addTopLevelItem(QTreeWidgetItem([name]))
        rows.addItem(name)
    table.setCurrentCell(0, 0)
    tree.setCurrentItem(tree.topLevelItem(0) or QTreeWidgetItem())
    rows.setCurrentRow(0)
    return [table, tree, rows]


@pytest.mark.parametrize("kind", [0, 1, 2], ids=["table", "tree", "list"])
def test_a_ring_says_where_the_keyboard_is_in_each_list_and_table(
    dressed: theme.Theme, qtbot: QtBot, kind: int
) -> None:
    view, other = filled()[kind], QLineEdit()
    window = shown(qtbot, view, other)
    assert window.isVisible()
    with_ring = share(view.viewport().grab().toImage(), dressed.accent)
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    without = share(view.viewport().grab().toImage(), dressed.accent)
    assert with_ring - without >= 60  # a line around the row


@pytest.mark.parametrize("ticked", [False, True])
def test_a_box_to_tick_is_seen(dressed: theme.Theme, qtbot: QtBot, ticked: bool) -> None:
    box, rows, first = QCheckBox("Whole page"), QListWidget(), QLineEdit()
    box.setChecked(ticked)
    item = QListWidgetItem("A mention", rows)
    item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
    window = shown(qtbot, first, box, rows)
    assert window.isVisible()
    wanted = dressed.accent if ticked else dressed.edge
    for part in (box, rows.viewport()):
        assert share(part.grab().toImage(), wanted) >= 20, part


def test_a_field_has_an_edge_and_a_stronger_one_with_the_keyboard(dressed: theme.Theme, qtbot: QtBot) -> None:
    number, line = QSpinBox(), QLineEdit()
    window = shown(qtbot, number, line)
    assert window.isVisible()
    assert share(line.grab().toImage(), dressed.edge) >= 300
    assert share(number.grab().toImage(), dressed.accent) >= 600


def test_the_steps_of_a_number_are_drawn_one_above_the_other(dressed: theme.Theme, qtbot: QtBot) -> None:
    number, first = QSpinBox(), QLineEdit()
    number.setRange(0, 100)
    number.setValue(50)
    window = shown(qtbot, first, number)
    assert window.isVisible()
    image = number.grab().toImage()
    ratio = image.devicePixelRatio()
    right = round(image.width() - 11 * ratio)
    ink = [y for y in range(image.height()) if contrast(image.pixelColor(right, y), dressed.raised) >= SEEN]
    inner = [y for y in ink if 3 * ratio < y < image.height() - 4 * ratio]
    middle = image.height() / 2
    assert any(y < middle for y in inner) and any(y > middle for y in inner)
    qtbot.mouseClick(number, Qt.MouseButton.LeftButton, pos=number.rect().topRight() + QPoint(-10, 8))
    assert number.value() == 51


def test_words_that_say_what_to_type_are_read(dressed: theme.Theme, qtbot: QtBot) -> None:
    field, first = QLineEdit(), QLineEdit()
    field.setPlaceholderText("■■■■")
    window = shown(qtbot, first, field)
    assert window.isVisible()
    image = field.grab().toImage()
    best = max(
        contrast(image.pixelColor(x, y), dressed.raised)
        for x in range(6, image.width() // 2)
        for y in range(image.height() // 3, 2 * image.height() // 3)
    )
    assert best >= READ
