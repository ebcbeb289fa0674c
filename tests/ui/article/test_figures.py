"""Pictures and tables in the article view, as the reader sees them."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QFont, QFontMetricsF, QImage
from pytestqt.qtbot import QtBot

from reader.model.spans import Span
from tests.ui.hands import painted
from tests.ui.window_desk import PAGE, Desk, Starter
from ui.article.table_columns import columns_of
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


def test_columns_are_as_wide_as_their_cells_and_the_last_gives_way(qtbot: QtBot) -> None:
    metrics = QFontMetricsF(QFont())

    def starts(rows: list[str], width: float) -> tuple[float, ...]:
        return columns_of(rows, metrics, width, 10).starts

    narrow = starts(["a\tb\tc", "aaaa\tb\tc"], 1000)
    assert narrow == pytest.approx(
        (0, metrics.horizontalAdvance("aaaa") + 10, narrow[1] + metrics.horizontalAdvance("b") + 10)
    )
    assert starts(["a\tb\t" + "c" * 60, *["aaaa\tb\tc"] * 2], 200) == pytest.approx(narrow)
    wide = starts(["x" * 60 + "\tb\tc"], 100)
    assert wide[-1] < 110 and wide[2] - wide[1] == pytest.approx(metrics.horizontalAdvance("b") + 10)
    assert starts(["one cell"], 100) == (0,)


LONG = "a cell with so many words in it that they are sure to need more than one line however wide the column is " * 2
INFOBOX = f"""<table><tr><th>Capital</th><td>{LONG}</td></tr><tr><th>Coordinates</th><td>41.288 S</td></tr>
<tr><th>{LONG}</th><td>short value</td></tr></table>"""


@pytest.fixture
def infobox(start: Starter, tmp_path: Path, qtbot: QtBot) -> Desk:
    (tmp_path / "box.html").write_text(PAGE.replace("<p>A trader", f"{INFOBOX}<p>A trader"))
    desk = start([str(tmp_path / "box.html")], open_sample=False)
    qtbot.waitUntil(lambda: desk.session.article is not None and "Rice" in desk.session.article.title)
    assert desk.session.revision is not None and "Capital\t" in desk.session.revision.text
    return desk


def lefts(desk: Desk, words: str) -> list[float]:
    """Where each line of a cell begins."""
    view = desk.window.view
    start = view.text.index(words)
    view.scroll_to(Span(start, start))
    page = view.visible_page()
    assert page is not None
    return [round(box.left()) for box in view.boxes(page, Span(start, start + len(words)))]


@pytest.mark.parametrize("width", [1280, 760])
def test_what_has_no_room_in_a_cell_goes_on_below_it(infobox: Desk, width: int, qtbot: QtBot) -> None:
    infobox.window.resize(width, 800)
    left = infobox.window.view.column[0]
    values = lefts(infobox, LONG.strip())
    short = lefts(infobox, "41.288 S")[0]
    assert len(values) > 1 and set(values) == {short} and short > left
    label = infobox.window.view.text.index("\na cell with so many") + 1
    page = infobox.window.view.visible_page()
    assert page is not None
    lines = infobox.window.view.boxes(page, Span(label, label + len(LONG.strip())))
    assert len(lines) > 1 and {round(box.left()) for box in lines} == {round(left)}
    assert set(lefts(infobox, "short value")) == {short}


def test_the_document_still_says_the_text(infobox: Desk) -> None:
    view = infobox.window.view
    assert view.page is not None and view.page.raw_text() == view.text
    for words in ("Capital", LONG.strip(), "41.288", "short value"):
        span = Span(view.text.index(words), view.text.index(words) + len(words))
        ends = view.page.position(span.start), view.page.positions.end_to_document(span.end)
        assert [view.page.code_point(end) for end in ends] == [span.start, span.end]
