"""Pictures and tables in the article view, as the reader sees them."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QFont, QFontMetricsF, QImage
from pytestqt.qtbot import QtBot

from tests.ui.hands import painted
from tests.ui.window_desk import PAGE, Desk, Starter
from ui.article.table_columns import column_starts
from ui.look import theme

BLUE = 0xFF2266AA
ROWS = ("Site\tDepth\tChange on the year before", "North Stack\t6\t+9 %", "Lantern Rock\t8\t+12 %")


def picture(width: int, height: int) -> str:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(BLUE)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub wants bytes, the binding takes both
    return "data:image/png;base64," + base64.b64encode(data.data()).decode()


def shown(desk: Desk) -> tuple[int, int]:
    """The width and height of the blue part of the article view, in pixels."""
    image = painted(desk.window.view.viewport())
    places = [(x, y) for y in range(image.height()) for x in range(image.width()) if image.pixel(x, y) == BLUE]
    if not places:
        return 0, 0
    xs, ys = {x for x, _ in places}, {y for _, y in places}
    return max(xs) - min(xs) + 1, max(ys) - min(ys) + 1


@pytest.fixture
def illustrated(start: Starter, tmp_path: Path, qtbot: QtBot) -> Desk:
    table = "".join("<tr>" + "".join(f"<td>{c}</td>" for c in row.split("\t")) + "</tr>" for row in ROWS)
    figure = f'<figure><img src="{picture(240, 120)}" alt="Sea"><figcaption>The sea at noon.</figcaption></figure>'
    page = PAGE.replace("</h1>", f"</h1>{figure}").replace("<p>A trader", f"<table>{table}</table><p>A trader")
    (tmp_path / "sea.html").write_text(page)
    desk = start([str(tmp_path / "sea.html")], open_sample=False)
    qtbot.waitUntil(lambda: desk.session.article is not None and "Rice" in desk.session.article.title)
    return desk


def test_a_picture_has_its_own_size_and_keeps_it_on_another_paper(illustrated: Desk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: shown(illustrated) == (240, 120))
    illustrated.window.view.set_theme(theme.load("dark"))
    qtbot.waitUntil(lambda: shown(illustrated) == (240, 120))


def test_the_columns_of_a_table_stand_under_each_other_on_one_line_a_row(illustrated: Desk) -> None:
    document = illustrated.window.view.document()
    lines = []
    for row in ROWS:
        block = document.find(row.split("\t")[0]).block()
        assert block.text() == row
        layout = block.layout()
        assert layout.lineCount() == 1
        found: object = layout.lineAt(0).cursorToX(row.rindex("\t") + 1)
        x = found[0] if isinstance(found, tuple) else found
        assert isinstance(x, float)
        lines.append(round(x))
    assert len(set(lines)) == 1


def test_a_row_of_thousands_of_cells_gets_no_columns(start: Starter, tmp_path: Path, qtbot: QtBot) -> None:
    """Qt takes seconds for a line with thousands of tabs that have places of their own."""
    cells = "".join(f"<td>{n}</td>" for n in range(300))
    (tmp_path / "wide.html").write_text(PAGE.replace("<p>A trader", f"<table><tr>{cells}</tr></table><p>A trader"))
    desk = start([str(tmp_path / "wide.html")], open_sample=False)
    qtbot.waitUntil(lambda: desk.session.article is not None and "Rice" in desk.session.article.title)
    row = desk.window.view.document().find("298").block()
    assert row.isValid() and row.blockFormat().tabPositions() == []


def test_columns_are_as_wide_as_their_cells_and_the_widest_gives_way(qtbot: QtBot) -> None:
    metrics = QFontMetricsF(QFont())
    narrow = column_starts(["a\tb\tc", "aaaa\tb\tc"], metrics, 1000, 10)
    assert narrow == pytest.approx(
        [metrics.horizontalAdvance("aaaa") + 10, narrow[0] + metrics.horizontalAdvance("b") + 10]
    )
    wide = column_starts(["x" * 60 + "\tb\tc"], metrics, 100, 10)
    assert wide[-1] < 110 and wide[1] - wide[0] == pytest.approx(metrics.horizontalAdvance("b") + 10)
    assert column_starts(["one cell"], metrics, 100, 10) == []
