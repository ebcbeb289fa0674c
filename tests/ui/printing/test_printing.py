"""Print and PDF of an article: what stands on the pages, and that marks are told apart without colour."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from reader import edits
from reader.model.articles import LeftOut
from reader.model.labels import CLAIM, DENIAL, SOURCE
from reader.model.left_out_reasons import STRUCK
from tests.ui.conftest import Sample, make_sample
from tests.ui.window_desk import Desk
from ui.article.geometry import Page
from ui.look.underlines import underline
from ui.printing.paging import Strip, paged, strips
from ui.printing.printed import PrintedArticle
from ui.window import printing

PAPER = QSizeF(640, 900)
TITLE = "The log of the lighthouse"
PARAGRAPHS = tuple(
    f"Watch {n}: the keeper wrote down {n * 3 % 17} boats, the wind from the south east, and that the lamp burned."
    for n in range(90)
)
NOTE = "Compare with the log of the harbour office."


@pytest.fixture
def sample() -> Sample:
    made = make_sample((TITLE, *PARAGRAPHS), TITLE)
    told = replace(made.article, byline="Rahma Suwito", url="https://herald.example/log")
    return Sample(told, made.revision)


@pytest.fixture
def marked(desk: Desk) -> Desk:
    """Three marks, two of them with something written on them."""
    for number, (words, label) in enumerate((("Watch 2:", CLAIM), ("Watch 4:", SOURCE), ("Watch 60:", DENIAL))):
        desk.session.do(edits.annotate(desk.sample.revision, [desk.sample.span(words)], label, id=f"mark{number}"))
    library = desk.session.library
    desk.session.do(edits.set_note(library.annotation("mark2"), NOTE))
    desk.session.do(edits.set_tags(library.annotation("mark0"), ["storm", "lamp"]))
    return desk


def printed(desk: Desk, size: QSizeF = PAPER) -> PrintedArticle:
    return PrintedArticle(printing.content_of(desk.window.desk), size)


def picture(made: PrintedArticle, number: int) -> QImage:
    """A page as it would be printed in grey."""
    image = QImage(PAPER.toSize() * 2, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.scale(2, 2)
    made.paint_page(painter, number)
    painter.end()
    return image.convertToFormat(QImage.Format.Format_Grayscale8)


def inked(image: QImage, left: float, top: float, right: float, bottom: float) -> int:
    """How many pixels of a part of the page, in its own lengths, are not white."""
    part = image.copy(round(2 * left), round(2 * top), round(2 * (right - left)), round(2 * (bottom - top)))
    return sum(part.pixel(x, y) & 255 < 250 for x in range(part.width()) for y in range(part.height()))


# -- where it comes from, and the notes ------------------------------------------------------------------------


def test_the_head_says_where_the_article_comes_from(marked: Desk) -> None:
    lines = printed(marked).facts.toPlainText().replace("\u2068", "").replace("\u2069", "").split("\n")
    assert lines[:3] == [TITLE, "Rahma Suwito · Lembayung Herald · 5 March 2024", "https://herald.example/log"]
    assert re.fullmatch(r"Captured \d+ \w+ \d{4} \d\d:\d\d", lines[3]) and len(lines) == 4


def test_notes_are_numbered_in_the_order_of_the_text_and_name_their_marks(marked: Desk) -> None:
    made = printed(marked)
    assert [(note.number, note.code, note.quote) for note in made.notes] == [
        (1, "C1", "Watch 2:"), (2, "D1", "Watch 60:"),
    ]  # fmt: skip
    assert made.notes[0].words == "Tags: storm, lamp" and made.notes[1].words == NOTE
    assert made._ends is not None
    shown = re.sub("[\u2068\u2069]", "", made._ends.toPlainText())
    assert shown.startswith("Notes\n1.  C1 “Watch 2:”\nTags: storm, lamp\n2.  D1 “Watch 60:”\n" + NOTE)


def test_an_article_without_notes_has_none(desk: Desk) -> None:
    made = printed(desk)
    assert made.notes == [] and made._ends is None and made.pages == len(made._pages)


def test_every_mark_is_printed_also_when_the_page_shows_none(marked: Desk) -> None:
    shown = picture(printed(marked), 0)
    marked.window.view.setFocus()
    marked.key(Qt.Key.Key_M)
    assert marked.window.view.state.hidden and picture(printed(marked), 0) == shown


# -- marks without colour --------------------------------------------------------------------------------------


def test_the_legend_and_the_lines_tell_labels_apart_in_grey(marked: Desk) -> None:
    made = printed(marked)
    assert [label.id for label in made.labels] == ["claim", "source", "denial"]
    y = made.facts.size().height() + 12
    image = picture(made, 0)
    assert inked(image, 0, y, PAPER.width(), y + 20) > 0
    lines = []
    for label in made.labels:
        sample = QImage(200, 12, QImage.Format.Format_Grayscale8)
        sample.fill(Qt.GlobalColor.white)
        painter = QPainter(sample)
        underline(painter, 0, 200, 3, label.underline, QColor(Qt.GlobalColor.black))
        painter.end()
        lines.append(sample)
    assert lines[0] != lines[1] != lines[2] != lines[0]


def test_badges_stand_beside_the_lines_of_their_marks(marked: Desk) -> None:
    made = printed(marked)
    page = Page(made.document, QPointF(0, 0), QRectF(0, 0, 10_000, made.document.size().height()))
    line = page.line_at(made.document.position(marked.sample.span("Watch 2:").start))
    bare = page.line_at(made.document.position(marked.sample.span("Watch 3:").start))
    assert line is not None and bare is not None
    image = picture(made, 0)
    top = made._top - made._pages[0][0]
    assert inked(image, 0, top + line.top, 60, top + line.top + line.height) > 0
    assert inked(image, 0, top + bare.top, 60, top + bare.top + bare.height) == 0


# -- pages -----------------------------------------------------------------------------------------------------


def test_every_line_is_on_one_page_and_fits_there(marked: Desk) -> None:
    made = printed(marked)
    assert len(made._pages) > 1
    lines = list(strips(made.document))
    for line in lines:
        assert sum(top <= line.top and line.bottom <= bottom for top, bottom in made._pages) == 1
    for number, (top, bottom) in enumerate(made._pages):
        assert bottom - top <= PAPER.height() - (made._top if not number else 0) + 0.01


def test_the_pages_are_numbered_and_name_the_article(marked: Desk) -> None:
    made = printed(marked)
    for number in range(made.pages):
        image = picture(made, number)
        foot = PAPER.height() - 18
        assert inked(image, 0, foot, 200, PAPER.height()) > 0
        assert inked(image, PAPER.width() - 60, foot, PAPER.width(), PAPER.height()) > 0
    one, two = picture(made, 0), picture(made, 1)
    assert one != two


def test_a_heading_stays_with_what_follows() -> None:
    lines = [Strip(n * 10, n * 10 + 10, clings=n == 4) for n in range(9)]
    assert paged(lines, 50, 50) == [(0, 40), (40, 90)]
    assert paged([Strip(0, 500), Strip(500, 510)], 50, 50) == [(0, 500), (500, 510)]
    assert paged([Strip(n * 10, n * 10 + 10, clings=True) for n in range(6)], 50, 50) == [(0, 50), (50, 60)]
    assert paged([], 50, 50) == []


# -- by the actions --------------------------------------------------------------------------------------------


def pages_in(data: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", data))


def test_a_pdf_is_written_where_it_was_asked_for(marked: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def ask(_parent: object, _title: str, start: str, _kinds: str) -> tuple[str, str]:
        asked.append(Path(start).name)
        return str(tmp_path / "log"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    marked.window.commands["save_pdf"].trigger()
    data = (tmp_path / "log.pdf").read_bytes()
    assert asked == [f"{TITLE}.pdf"] and data.startswith(b"%PDF-") and pages_in(data) > 1
    assert "log.pdf" in marked.window.status.message.text()


def test_a_pdf_that_cannot_be_written_is_told(marked: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "log.pdf"
    target.mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(target), ""))
    marked.window.commands["save_pdf"].trigger()
    assert marked.window.banner.isVisible() and "log.pdf" in marked.window.banner.text.text()


def test_ctrl_p_prints_what_the_dialog_was_accepted_for(
    marked: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    target = tmp_path / "printed.pdf"

    def accept(dialog: QPrintDialog) -> int:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(target))
        return 1

    monkeypatch.setattr(QPrintDialog, "exec", accept)
    marked.window.view.setFocus()
    marked.key(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert pages_in(target.read_bytes()) > 1
    assert marked.window.status.message.text() == f"Printed “{TITLE}”"
    target.unlink()
    monkeypatch.setattr(QPrintDialog, "exec", lambda _dialog: 0)
    marked.key(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert not target.exists()


def test_without_an_article_nothing_is_printed(desk: Desk) -> None:
    desk.session.close_article()
    for id in ("print", "save_pdf"):
        desk.window.commands[id].trigger()
        assert desk.window.status.message.text() == "Open an article first."


# -- words that the publisher struck out -----------------------------------------------------------------------


def test_struck_words_are_struck_on_paper_and_no_quotation_runs_over_them_unseen(marked: Desk) -> None:
    content = printing.content_of(marked.window.desk)
    struck = LeftOut("never", STRUCK, 4, attrs={"at": str(len("Watch "))})
    revision = replace(content.revision, left_out=(struck,))
    made = PrintedArticle(replace(content, revision=revision), PAPER)
    assert made.document.find("never").charFormat().fontStrikeOut()
    assert made.document.raw_text() == revision.text
    assert "Watch [struck out: never] 2:" in [note.quote for note in made.notes]
    assert "struck words out" in made.facts.toPlainText()
    assert "struck" not in printed(marked).facts.toPlainText()
