"""What the page says by its form on the screen: seen, told to the keyboard, and no part of the text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QBrush, QHelpEvent, QImage, QPainter, QTextCharFormat
from PySide6.QtWidgets import QApplication, QToolTip

from reader.model.articles import BlockKind, InlineKind, Revision
from reader.model.list_numbers import list_number
from tests.reader.exchange.exporters.formed import Line, formed, without
from tests.reader.exchange.exporters.test_forms import FORMS
from tests.ui.conftest import Sample
from tests.ui.hands import click, point
from tests.ui.window_desk import Desk
from ui.article.block_painter import BlockPainter
from ui.article.document import ArticleDocument
from ui.article.geometry import Page
from ui.article.inline_painter import InlinePainter
from ui.look.theme import load
from ui.settings import ReadingFace

I, B = InlineKind, BlockKind  # noqa: E741
WIDTH = 600
# Forms whose words and lines say them alone: quotation marks stand in the text, a time is told and not drawn.
SILENT = {"q", "time"}


def document_of(revision: Revision) -> ArticleDocument:
    """The document of a text, laid out."""
    made = ArticleDocument(revision, load("light"), ReadingFace(), None, WIDTH)
    made.setTextWidth(WIDTH)
    made.documentLayout().documentSize()
    return made


def drawn(revision: Revision) -> QImage:
    """What is painted of a text: words, what stands round them, what the markup draws."""
    from PySide6.QtCore import QPointF, QRectF

    document, theme = document_of(revision), load("light")
    image = QImage(WIDTH + 100, round(document.size().height()) + 10, QImage.Format.Format_RGB32)
    image.fill(theme.paper)
    page = Page(document, QPointF(-50, 0), QRectF(image.rect()), document.gaps)
    painter = QPainter(image)
    BlockPainter(theme, lambda _block: None, "").paint(painter, page, document, 50, WIDTH)
    InlinePainter(theme).paint(painter, page, document)
    painter.translate(50, 0)
    document.drawContents(painter)
    painter.end()
    return image


@pytest.mark.parametrize("form", FORMS)
def test_each_form_looks_otherwise_than_its_words_alone_and_changes_no_offset(form: str, qapp: QApplication) -> None:
    document = formed(FORMS[form][0])
    twin = without(document).revision
    for revision in (document.revision, twin):
        shown = document_of(revision)
        assert shown.raw_text() == revision.text
        assert all(shown.code_point(shown.position(at)) == at for at in range(len(revision.text)))
    assert (drawn(document.revision) == drawn(twin)) == (form in SILENT)


@pytest.mark.parametrize("kind", InlineKind)
def test_no_kind_has_a_tint_which_belongs_to_marks(kind: InlineKind, qapp: QApplication) -> None:
    revision = formed([Line("It «matters» much.", inline=kind, said={"title": "x", "reading": "x"})]).revision
    found = document_of(revision).find("matters").charFormat()
    assert found.background() == QBrush() or found.background().style() is Qt.BrushStyle.NoBrush


def test_what_the_page_lacks_costs_nothing(qapp: QApplication) -> None:
    document = document_of(without(formed([Line("words")])).revision)
    assert document.drawn == [] and document.gaps == [] and document.rules == {} and document.struck == []


LOOKS: dict[InlineKind, Callable[[QTextCharFormat], bool]] = {
    I.INSERTION: lambda form: form.fontUnderline(),
    I.ABBREVIATION: lambda form: form.underlineStyle() is QTextCharFormat.UnderlineStyle.DotLine,
    I.CITATION: lambda form: form.fontItalic(),
    I.SUPERSCRIPT: lambda form: form.verticalAlignment() is QTextCharFormat.VerticalAlignment.AlignSuperScript,
    I.SUBSCRIPT: lambda form: form.verticalAlignment() is QTextCharFormat.VerticalAlignment.AlignSubScript,
}


@pytest.mark.parametrize("kind", LOOKS)
def test_letters_look_like_what_they_are(kind: InlineKind, qapp: QApplication) -> None:
    line = Line("It «matters» much.", inline=kind)
    document = document_of(formed([line]).revision)
    assert LOOKS[kind](document.find("matters").charFormat())
    assert not LOOKS[kind](document.find("much").charFormat())


@pytest.mark.parametrize(
    ("number", "type", "written"),
    [("3", "", "3"), ("3", "a", "c"), ("28", "A", "AB"), ("14", "i", "xiv"), ("4", "I", "IV"), ("0", "a", "0"),
     ("-2", "a", "-2"), ("5000", "i", "5000"), ("", "", "1")],
)  # fmt: skip
def test_a_list_has_the_numbers_and_letters_of_the_page(number: str, type: str, written: str) -> None:
    attrs = {"ordered": "1", "number": number, "type": type}
    line = Line("x", B.LIST_ITEM, attrs, 1)
    assert list_number(formed([line]).revision.blocks[2]) == written
    assert list_number(formed([Line("x", B.LIST_ITEM, level=1)]).revision.blocks[2]) == ""


# -- in the window -----------------------------------------------------------------------------------------------------

LONG = [Line(f"The clerk read the item number {n} of the budget aloud, and nobody spoke.") for n in range(60)]


@pytest.fixture
def sample() -> Sample:
    """A long article with an abbreviation and a reference whose note stands at its end."""
    lines = [
        Line("The «WHO» said so.", inline=I.ABBREVIATION, said={"title": "World Health Organization"}),
        Line("Of 4.2 million «[4]» went away.", inline=I.NOTE, target="n4"),
        *LONG,
        Line("Annual report, page 4.", attrs={"role": "note", "note": "n4"}),
    ]
    document = formed(lines)
    return Sample(document.article, document.revision)


def hover(desk: Desk, words: str) -> str:
    """The tooltip over the first letter of words."""
    port, at = desk.window.view.viewport(), point(desk, words) + QPoint(3, 0)
    QToolTip.hideText()
    QApplication.sendEvent(port, QHelpEvent(QHelpEvent.Type.ToolTip, at, port.mapToGlobal(at)))
    return QToolTip.text()


def test_an_abbreviation_is_told_in_full_by_mouse_and_by_keyboard(desk: Desk) -> None:
    assert "World Health Organization" in hover(desk, "WHO")
    desk.window.view.setFocus()
    while desk.session.here.sentence is None or "WHO" not in desk.session.here.sentence.of(desk.window.view.text):
        desk.key(Qt.Key.Key_J)
    assert "WHO: World Health Organization" in desk.window.bar.told.text() and desk.window.bar.told.isVisible()
    assert desk.window.view.accessibleDescription() == desk.window.bar.told.text()
    desk.key(Qt.Key.Key_K)
    assert desk.window.bar.told.text() == "" and not desk.window.bar.told.isVisible()


def chosen(desk: Desk) -> str:
    sentence = desk.session.here.sentence
    return sentence.of(desk.window.view.text) if sentence is not None else ""


def test_a_click_goes_to_the_note_and_alt_left_comes_back(desk: Desk) -> None:
    assert "Annual report, page 4." in hover(desk, "[4]")
    before = desk.window.view.first_visible()
    click(desk, "[4]")
    assert chosen(desk) == "Annual report, page 4."
    assert desk.window.view.first_visible() > before
    desk.key(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert desk.window.view.first_visible() == before


def test_enter_goes_to_the_note_and_back_again(desk: Desk) -> None:
    desk.window.view.setFocus()
    while "[4]" not in chosen(desk):
        desk.key(Qt.Key.Key_J)
    assert "Annual report, page 4." in desk.window.bar.told.text()
    desk.key(Qt.Key.Key_Return)
    assert chosen(desk) == "Annual report, page 4."
    desk.key(Qt.Key.Key_Return)
    assert "[4]" in chosen(desk)
