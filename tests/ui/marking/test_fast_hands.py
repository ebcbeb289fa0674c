"""How many actions an attribution and a whole page take, counted on the window with keys and selections alone.

One selection by mouse is one action, one key (with Shift, Alt or Ctrl or without) is one action. Nothing is suggested.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader import edits
from reader.edits.attribution import Attribution, attribution_of
from reader.model.annotations import Annotation
from reader.model.spans import Span
from tests import worked_page
from tests.ui.hands import point, pull
from tests.ui.window_desk import Desk, Starter

CTRL = Qt.KeyboardModifier.ControlModifier

# What is selected is named as in the worked page; the rest are keys.
PAGE = """
A1.content Y B A1.source A1.cue Shift+1
A2.content Shift+A B A2.source A2.cue Shift+4 Shift+D
A3.content A Shift+B A3.source A3.cue Shift+1
A4.content Y Alt+2 A4.source Alt+3 A4.cue Shift+3
A5.content A Shift+B A5.source A5.cue W A5.time Shift+3
A6.content A B A6.source A6.cue Shift+1
A7.content P A7.source A7.cue G
A8.content P A8.source Shift+B A8.cue G
A9.content A B A9.source Alt+3 A9.cue V A9.via Shift+1
A10.content Shift+A Shift+B A10.source Alt+7 A10.cue Shift+4 Shift+D
A11.content F Shift+B A11.source A11.cue Shift+1
A12.content F A12.content+ B 0 A12.cue W A12.time Shift+1
C5.mention B
A13.content A Alt+5 A13.source Alt+4 A13.cue Shift+3
A13a.content Y Shift+B A13a.source Alt+2 A13a.cue Shift+3
A14.content 0 B Shift+1
A15.content A B A15.source A15.cue Shift+1
A16.content A B A16.source A16.cue Shift+1 E E
"""


@dataclass
class Hands:
    """Counts what it does."""

    desk: Desk
    spans: dict[str, list[list[int]]]
    actions: list[str] = field(default_factory=list)

    def follow(self, sequence: str) -> None:
        for token in sequence.split():
            self.actions.append(token)
            name = token.removesuffix("+")
            if name in self.spans:
                piece = self.spans[name][1 if token != name else 0]
                self.select(piece[0], piece[1], CTRL if token != name else Qt.KeyboardModifier.NoModifier)
            else:
                self.press(token)

    def select(self, start: int, end: int, modifier: Qt.KeyboardModifier) -> None:
        self.desk.window.view.scroll_to(Span(start, end))
        pull(self.desk, self._point(start) + QPoint(1, 0), self._point(end), modifier)

    def _point(self, position: int) -> QPoint:
        view = self.desk.window.view
        assert view.page is not None
        at = QTextCursor(view.document())
        at.setPosition(view.page.position(position))
        return view.cursorRect(at).center()

    def press(self, key: str) -> None:
        QTest.keySequence(QApplication.focusWidget() or self.desk.window, QKeySequence(key))


@pytest.fixture
def hands(start: Starter) -> Hands:
    desk = start(open_sample=False)
    article, revision = worked_page.article()
    desk.session.do(edits.add_article(article, revision))
    desk.window.open(article.id)
    desk.window.resize(1280, 1500)
    desk.qtbot.waitUntil(lambda: desk.window.view.viewport().height() > 1000)
    desk.window.view.setFocus()
    return Hands(desk, {ref: told["spans"] for ref, told in worked_page.of("mark").items()})


def stored(desk: Desk) -> tuple[dict[str, Annotation], list[Attribution]]:
    """Every mark by id and every attribution of the open article, in the order in which they were begun."""
    article, library = desk.session.article, desk.session.library
    assert article is not None
    relations = sorted(library.relations(article.id), key=lambda r: r.created)
    return {m.id: m for m in library.annotations(article.id)}, [a for a in map(attribution_of, relations) if a]


def place(mark: Annotation) -> tuple[str, list[list[int]]]:
    return mark.label, [[span.start, span.end] for span in mark.anchor.spans]


def test_a_full_attribution_takes_six_actions(hands: Hands) -> None:
    hands.follow("A1.content Y A1.source A1.cue Shift+1 Shift+S")
    marks, (held,) = stored(hands.desk)
    assert len(hands.actions) == 6
    roles = {role: [marks[id].anchor.quote for id in getattr(held, role)] for role in ("content", "source", "cue")}
    assert roles == {
        "content": ["Karsova Terus Pasok Pesawat Nirawak ke Veldania"], "source": ["Norwinda"], "cue": ["Khawatir"],
    }  # fmt: skip
    told = {name: held.said(name) for name in ("attribution_type", "factuality", "stance")}
    assert told == {"attribution_type": "belief", "factuality": "CT+", "stance": "support"}


def test_claim_source_and_cue_take_four_actions_though_no_drag_meets_the_ends_of_words(desk: Desk) -> None:
    """Each drag begins behind the first letter of its words and ends before the last."""
    content, source, cue = "the night ferry never sailed", "The harbour office", "says that"
    for words in (content, source, cue):
        pull(desk, point(desk, words[1:]), point(desk, words[:-1], end=True))
        if words == content:
            desk.key(Qt.Key.Key_A)
    marks, (held,) = stored(desk)
    roles = {role: [marks[id].anchor.quote for id in getattr(held, role)] for role in ("content", "source", "cue")}
    assert roles == {"content": [content], "source": [source], "cue": [cue]}


def test_the_worked_page_takes_at_most_120_actions(hands: Hands) -> None:
    hands.follow(PAGE)
    assert len(hands.actions) <= 120
    marks, held = stored(hands.desk)
    wanted = worked_page.of("mark")
    assert sorted(map(place, marks.values())) == sorted((m["label"], m["spans"]) for m in wanted.values())
    order = list(worked_page.of("attribution"))
    assert len(held) == len(order) == 17
    ids = dict(zip(order, (a.relation.id for a in held), strict=True))
    for ref, found in zip(order, held, strict=True):
        told = worked_page.of("attribution")[ref]
        for role in ("content", "source", "cue", "via", "time"):
            given = [place(marks[id]) for id in getattr(found, role)]
            assert given == [(wanted[m]["label"], wanted[m]["spans"]) for m in told.get(role, [])], (ref, role)
        assert dict(found.relation.attributes) == told["attributes"], ref
        assert found.relation.within == ids.get(told.get("within", ""), ""), ref
    assert same_things(marks.values(), wanted)


def same_things(marks: Any, wanted: dict[str, dict[str, Any]]) -> bool:
    """Whether marks mention one claim or source exactly where the page says so, however the things are called."""
    by_place = {repr(place(mark)): mark.about for mark in marks}
    pairs = {(told.get("about", ""), by_place[repr((told["label"], told["spans"]))]) for told in wanted.values()}
    assert len(pairs) == len({one for one, _ in pairs}) == len({other for _, other in pairs}), sorted(pairs)
    return ("", "") in pairs


def test_nothing_is_left_of_the_sources_that_were_only_guessed_by_name(hands: Hands) -> None:
    hands.follow(PAGE)
    library = hands.desk.session.library
    assert len(library.sources()) == len(worked_page.of("source"))
    assert len(library.claims()) == len(worked_page.of("claim"))
