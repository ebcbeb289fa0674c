"""Words that the publisher struck out: seen at their place, counted by nothing, never quoted over unseen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor

from reader.model.articles import Block, BlockKind
from reader.model.spans import Span
from reader.model.struck_places import StruckPlace
from reader.notices import STRUCK_OUT, notice
from tests.reader.exchange.exporters.formed import Line, formed, without
from tests.ui.article.test_forms import document_of
from tests.ui.conftest import Sample
from tests.ui.hands import click, drag, quotes
from tests.ui.window_desk import Desk
from ui.annotations.row import Role
from ui.article.inserts import Positions, inserts

MAYOR = "The mayor confirmed it on 14 March."
LINES = [
    Line(MAYOR, struck=(10, "denied 🙂")),
    Line("The rest of it stands.", struck=(-1, "He said all of it was false.")),
]


@pytest.fixture
def sample() -> Sample:
    """An article in which words were struck out within a paragraph and behind one."""
    document = formed(LINES)
    revision = replace(document.revision, notices=(notice(STRUCK_OUT, 2),))
    return Sample(document.article, revision)


def struck(cursor: QTextCursor) -> bool:
    return cursor.hasSelection() and cursor.charFormat().fontStrikeOut()


def test_struck_words_stand_at_their_place_small_and_struck(desk: Desk) -> None:
    document = desk.window.view.document()
    found = document.find("denied")
    assert struck(found) and found.block().text() == "The mayor denied 🙂 confirmed it on 14 March."
    beside = document.find("confirmed")
    assert not struck(beside)
    assert found.charFormat().font().pixelSize() < beside.charFormat().font().pixelSize()
    behind = document.find("all of it was false")
    assert struck(behind) and behind.block().previous().text() == "The rest of it stands."


def test_the_text_and_its_offsets_know_nothing_of_them(desk: Desk) -> None:
    page, text = desk.window.view.page, desk.sample.revision.text
    assert page is not None and page.raw_text() == text
    assert all(page.code_point(page.position(at)) == at for at in range(len(text)))
    twin = document_of(without(formed(LINES)).revision)
    assert twin.gaps == [] and "denied" not in twin.toRawText()


def test_a_mark_over_them_has_its_words_and_says_what_was_struck(desk: Desk) -> None:
    drag(desk, "mayor denied 🙂 confirmed")
    assert "denied" in desk.window.bar.told.text() and desk.window.view.accessibleDescription()
    desk.key(Qt.Key.Key_1)
    assert quotes(desk) == [("claim", "mayor confirmed")]
    model = desk.window.panel.model
    desk.qtbot.waitUntil(lambda: model.rowCount() == 1)
    card = model.index(0, 0).data(Role.CARD)
    assert ("struck out by the publisher here", "“denied 🙂”") in card.relations
    assert "denied" in str(model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole))


def test_a_mark_beside_them_says_nothing(desk: Desk) -> None:
    drag(desk, "confirmed it")
    assert desk.window.bar.told.text() == ""
    desk.key(Qt.Key.Key_1)
    model = desk.window.panel.model
    desk.qtbot.waitUntil(lambda: model.rowCount() == 1)
    assert model.index(0, 0).data(Role.CARD).relations == ()


def test_no_tint_lies_over_them(desk: Desk) -> None:
    view = desk.window.view
    drag(desk, "mayor denied 🙂 confirmed")
    page = view.visible_page()
    assert page is not None and view.page is not None
    (first, last), *_ = view.page.gaps
    over = page.rects(view.textCursor().selectionStart(), view.textCursor().selectionEnd())
    struck_out = [box for line in page.lines if line.start <= first < line.end for box in line.spread(first, last)]
    assert over and struck_out
    for left, right in struck_out:
        assert not any(box.left() < (left + right) / 2 < box.right() for box in over if box.top() == _top(desk, first))


def _top(desk: Desk, position: int) -> float:
    page = desk.window.view.visible_page()
    line = page.line_at(position) if page is not None else None
    return line.top if line is not None else -1.0


def test_a_click_on_them_chooses_nothing(desk: Desk) -> None:
    click(desk, "confirmed it")
    assert desk.session.here.sentence is not None
    click(desk, "denied")
    assert desk.session.here.sentence is None and desk.session.here.words == ()


def test_what_is_copied_over_them_shows_them(desk: Desk) -> None:
    drag(desk, "mayor denied 🙂 confirmed")
    desk.key(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.text() == "mayor [struck out: denied 🙂] confirmed"
    assert "mayor <del>denied 🙂</del> confirmed" in mime.html()


def test_they_are_put_back_where_they_stood_and_the_notice_counts_on(desk: Desk) -> None:
    assert "struck words out" in desk.window.banner.text.text() and "2." in desk.window.banner.text.text()
    drag(desk, "confirmed it")
    desk.key(Qt.Key.Key_1)
    desk.key(Qt.Key.Key_U)
    drawer = desk.window.parts.left_out.drawer
    row = next(n for n in range(drawer.list.count()) if "denied" in drawer.list.item(n).text())
    assert drawer.list.item(row).text().startswith("struck out by the publisher")
    drawer.list.setCurrentRow(1 - row)
    with desk.qtbot.waitSignal(drawer.placeChosen) as place:
        drawer.list.setCurrentRow(row)
    assert place.args is not None and desk.sample.revision.text[place.args[0].start :].startswith("confirmed it")
    drawer.list.setFocus()
    desk.key(Qt.Key.Key_P)
    revision = desk.session.revision
    assert revision is not None
    assert "The mayor denied 🙂 confirmed it on 14 March." in revision.text
    assert not desk.window.view.document().find("denied").charFormat().fontStrikeOut()
    assert revision.notices == (notice(STRUCK_OUT, 1),)
    assert quotes(desk) == [("claim", "confirmed it")]
    desk.window.commands["undo"].trigger()
    assert desk.session.revision is not None and desk.session.revision.text == desk.sample.revision.text


def test_struck_words_in_a_cell_move_no_other_cell() -> None:
    rows = [
        Line("North\t120\t340", BlockKind.TABLE_ROW, struck=(9, "several hundred thousands, as they")) for _ in "ab"
    ]
    document = document_of(formed([*rows, Line("South\t1\t2", BlockKind.TABLE_ROW)]).revision)
    assert document.raw_text() == formed([*rows, Line("South\t1\t2", BlockKind.TABLE_ROW)]).revision.text
    places = []
    for words in ("340", "2"):
        cursor = document.find(words, document.find("South") if words == "2" else QTextCursor(document))
        document.documentLayout().blockBoundingRect(cursor.block())
        found: object = cursor.block().layout().lineAt(0).cursorToX(cursor.selectionStart() - cursor.block().position())
        places.append(found[0] if isinstance(found, tuple) else found)
    assert places[0] == pytest.approx(places[1])


@settings(deadline=None)
@given(
    st.text("ab \n🙂", min_size=1, max_size=20),
    st.lists(st.tuples(st.integers(0, 20), st.sampled_from(["x", "🙂 y", "struck"]), st.booleans()), max_size=4),
    st.sets(st.integers(1, 19), max_size=3),
)
def test_positions_go_to_the_document_and_back(
    text: str, places: list[tuple[int, str, bool]], breaks: set[int]
) -> None:
    ends = [at for at, letter in enumerate(text) if letter == "\n"] + [len(text)]
    starts = [0, *(at + 1 for at in ends[:-1])]
    blocks = [Block(Span(start, end)) for start, end in zip(starts, ends, strict=True)]
    struck_at = sorted(
        (
            StruckPlace(min((e for e in ends if e >= min(at, len(text))), default=len(text)), words, 0, alone=True)
            if alone
            else StruckPlace(min(at, len(text)), words, 0)
            for at, words, alone in places
        ),
        key=lambda place: (place.at, place.alone),
    )
    found = inserts(text, blocks, {at for at in breaks if at < len(text)}, struck_at)
    positions, shown, done = Positions(text, found), "", 0
    for insert in found:
        shown += text[done : insert.at] + insert.shown
        done = insert.at
        first, last = (len(shown[: len(shown) - len(insert.shown)].encode("utf-16-le")) // 2 + n for n in insert.struck)
        if first != last:
            said = shown.encode("utf-16-le")[2 * first : 2 * last].decode("utf-16-le")
            assert all(words in said for at, words in ((p.at, p.words) for p in struck_at) if at == insert.at)
    shown += text[done:]
    for at, letter in enumerate(text):
        place = positions.to_document(at)
        assert shown.encode("utf-16-le")[2 * place :].decode("utf-16-le").startswith(letter)
        assert positions.to_text(place) == at
        assert positions.to_text(positions.end_to_document(at)) == at
