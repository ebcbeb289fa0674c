"""A long text is laid out where it is read; what is above follows, and nothing moves on the screen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader import edits
from reader.model.articles import Revision
from reader.model.labels import CLAIM
from reader.model.spans import Span
from tests.ui.conftest import Sample, make_sample
from ui.article import laying_out, page
from ui.article.document import ArticleDocument
from ui.article.geometry import blocks_between
from ui.article.view import ArticleView
from ui.look import theme
from ui.session import Session
from ui.settings import ReadingFace

COUNT = 400
PARAGRAPHS = tuple(
    f"Watch {n}: the keeper of the lighthouse at Cape Ketapang wrote down {n * 7 % 31} boats, the wind from the south"
    f" east{', and that the lamp had burned through the night' * (n % 5)}."
    for n in range(COUNT)
)


@pytest.fixture(autouse=True)
def short_ways(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is far in a book is far in this text too."""
    for where in (laying_out, page):
        monkeypatch.setattr(where, "FAR", 6000)
    monkeypatch.setattr(laying_out, "NEAR", 1500)
    monkeypatch.setattr(laying_out, "_MOST", 20)


@pytest.fixture
def sample() -> Sample:
    return make_sample(("The log of the lighthouse", *PARAGRAPHS), "The log of the lighthouse")


@pytest.fixture
def view(session: Session, qtbot: QtBot) -> ArticleView:
    made = ArticleView(session)
    qtbot.addWidget(made)
    made.resize(QSize(900, 700))
    made.show()
    qtbot.waitExposed(made)
    return made


def laid_out(document: QTextDocument) -> int:
    return sum(document.findBlockByNumber(n).layout().lineCount() > 0 for n in range(document.blockCount()))


def hidden(view: ArticleView) -> int:
    document = view.document()
    return sum(not document.findBlockByNumber(n).isVisible() for n in range(document.blockCount()))


def place_of(revision: Revision, number: int) -> int:
    return revision.text.index(f"Watch {number}:")


def fresh(view: ArticleView) -> None:
    """The text as it is when it was just opened: hardly any of it is laid out."""
    view.show_article()
    assert laid_out(view.document()) < COUNT // 2


def test_only_what_is_near_a_place_far_down_is_laid_out_first(view: ArticleView, sample: Sample, qtbot: QtBot) -> None:
    fresh(view)
    place = place_of(sample.revision, 350)
    view.to_top(place)
    assert view.first_visible() == place
    assert laid_out(view.document()) < COUNT // 2 and hidden(view) > COUNT // 2
    qtbot.waitUntil(lambda: hidden(view) == 0)
    assert view.first_visible() == place


def test_in_the_end_it_stands_as_if_it_had_been_laid_out_from_its_beginning(
    view: ArticleView, sample: Sample, qtbot: QtBot
) -> None:
    fresh(view)
    view.to_top(place_of(sample.revision, 350))
    qtbot.waitUntil(lambda: hidden(view) == 0)
    document = view.page
    assert document is not None and document.raw_text() == sample.revision.text
    found = [document.documentLayout().blockBoundingRect(block).top() for block in blocks(document)]
    forms = [block.blockFormat() for block in blocks(document)]
    usual = ArticleDocument(sample.revision, view._theme, view._face, view, view._room())
    usual.setTextWidth(document.textWidth())
    usual.rootFrame().setFrameFormat(document.rootFrame().frameFormat())
    assert found == [usual.documentLayout().blockBoundingRect(block).top() for block in blocks(usual)]
    assert forms == [block.blockFormat() for block in blocks(usual)]


def blocks(document: QTextDocument) -> list:  # type: ignore[type-arg]
    return [document.findBlockByNumber(n) for n in range(document.blockCount())]


def test_nothing_moves_on_the_screen_while_more_is_laid_out(view: ArticleView, sample: Sample, qtbot: QtBot) -> None:
    fresh(view)
    view.to_top(place_of(sample.revision, 350))
    line = next(line for line in view.visible_page().lines if line.top >= -2)  # type: ignore[union-attr]
    view.document().documentLayout().blockBoundingRect(view.document().lastBlock())
    left = hidden(view)
    while left:
        view._ahead._go_on()
        page_now = view.visible_page()
        assert page_now is not None
        now = next(one for one in page_now.lines if one.start == line.start)
        assert abs(now.top - line.top) <= 1 and hidden(view) < left
        left = hidden(view)


def test_scrolling_up_into_what_is_not_laid_out_yet_shows_it(view: ArticleView, sample: Sample) -> None:
    fresh(view)
    view.to_top(place_of(sample.revision, 350))
    above = view.first_visible()
    for _ in range(12):
        QTest.keyClick(view, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
        shown = view.first_visible()
        assert shown < above
        seen = view.visible_page()
        assert seen is not None and sum(line.height for line in seen.lines) > view.viewport().height() / 2
        above = shown


def test_home_and_a_mark_above_are_reached_at_once(view: ArticleView, sample: Sample, session: Session) -> None:
    start = place_of(sample.revision, 200)
    assert session.do(edits.annotate(sample.revision, [Span(start, start + 9)], CLAIM, id="above"))
    fresh(view)
    view.to_top(place_of(sample.revision, 350))
    assert hidden(view)
    view.select_mark("above", flash=False)
    assert view.on_screen(Span(start, start + 9))
    fresh(view)
    view.to_top(place_of(sample.revision, 350))
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.first_visible() == 0 and view.verticalScrollBar().value() == 0


def test_the_bar_dragged_into_what_is_not_laid_out_stays_where_it_was_put(
    view: ArticleView, sample: Sample, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(laying_out, "_JUMP", 600)
    fresh(view)
    view.to_top(place_of(sample.revision, 350))
    half = view.verticalScrollBar().value() // 2
    view.verticalScrollBar().setValue(half)
    assert view.verticalScrollBar().value() == half and hidden(view) == 0
    seen = view.visible_page()
    assert seen is not None and sum(line.height for line in seen.lines) > view.viewport().height() / 2
    assert place_of(sample.revision, 100) < view.first_visible() < place_of(sample.revision, 250)


@pytest.mark.parametrize("what", ["theme", "zoom", "resize"])
def test_another_look_is_laid_out_from_the_place_that_is_read(
    view: ArticleView, sample: Sample, qtbot: QtBot, what: str
) -> None:
    view.to_top(place_of(sample.revision, 350))
    qtbot.waitUntil(lambda: hidden(view) == 0)
    place = view.first_visible()
    if what == "theme":
        view.set_theme(theme.load("dark"))
    elif what == "zoom":
        view.set_face(replace(ReadingFace(), size=24))
    else:
        view.resize(640, 700)
    assert laid_out(view.document()) < COUNT * 3 // 4 and hidden(view) > 0
    assert view.first_visible() == place
    qtbot.waitUntil(lambda: hidden(view) == 0)
    assert view.first_visible() == place


def test_another_article_is_not_touched_by_what_was_left_to_lay_out(
    view: ArticleView, sample: Sample, session: Session, qtbot: QtBot
) -> None:
    other = make_sample()
    session.library.apply(edits.add_article(other.article, other.revision))
    fresh(view)
    view.to_top(place_of(sample.revision, 350))
    session.open(other.article.id)
    assert not view._ahead.hides and hidden(view) == 0
    session.open(sample.article.id)
    view.to_top(place_of(sample.revision, 350))
    qtbot.waitUntil(lambda: hidden(view) == 0)


def test_asking_what_stands_far_below_lays_out_no_more_than_until_there(view: ArticleView, sample: Sample) -> None:
    """Qt names the end of the text there, and where that is only the whole layout says."""
    fresh(view)
    for y in range(2000, 9000, 1000):
        found = list(blocks_between(view.document(), y, y + 500))
        assert found and found[0][1].top() <= y + 60 and found[0][1].bottom() >= y - 60
    assert laid_out(view.document()) < COUNT
