"""The panel's filter where an article has very many marks: beside the window, and the newest question only."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader import edits
from reader.model.labels import BUILTIN
from reader.model.spans import Span
from reader.store import Interrupt, Library
from tests.ui.conftest import Sample, make_sample
from tests.ui.window_desk import Desk
from ui.annotations import shown_rows
from ui.annotations.model import AnnotationModel
from ui.jobs import Job


@pytest.fixture
def sample() -> Sample:
    """An article whose lines are told apart by their numbers."""
    return make_sample(tuple(f"The ferry number {n} never sailed from the quay." for n in range(30)))


class Gate:
    """Holds each reading of the library until it is opened; tells on which threads they ran and which were stopped."""

    def __init__(self) -> None:
        self.open, self.threads, self.stops = threading.Event(), list[int](), list[Interrupt]()

    @property
    def asked(self) -> bool:
        """Whether a question waits that was not stopped."""
        return bool(self.stops) and not self.stops[-1].stopped


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    made, read = Gate(), Library.filter_annotations

    def held(library: Library, revision_id: str, **wanted: object) -> list[str]:
        stop = wanted["stop"]
        assert isinstance(stop, Interrupt), "it was read on the window's thread"
        made.threads.append(threading.get_ident())
        made.stops.append(stop)
        while not made.open.wait(0.01):
            stop.check()
        return read(library, revision_id, **wanted)  # type: ignore[arg-type]

    monkeypatch.setattr(Library, "filter_annotations", held)
    monkeypatch.setattr(shown_rows, "FEW", 10)
    yield made
    made.open.set()


@pytest.fixture
def crowd(desk: Desk, gate: Gate) -> Desk:
    """More marks than are read at once."""
    marks = [
        edits.annotate(desk.sample.revision, [Span(b.span.start, b.span.end)], BUILTIN[n % 3])
        for n, b in enumerate(desk.sample.revision.blocks)
    ]
    assert desk.session.do(edits.together("Many", marks))
    return desk


def model(desk: Desk) -> AnnotationModel:
    return desk.window.panel.model


def words(desk: Desk) -> list[str]:
    """The words of the cards, from the top."""
    cards = (model(desk).card(row) for row in range(model(desk).rowCount()))
    return [card.quote for card in cards if card is not None]


def type_(desk: Desk, text: str) -> None:
    QTest.keyClicks(desk.window.panel.head.search, text)
    desk.window.panel.head.filter()


def test_a_letter_is_answered_beside_the_window_and_the_cards_stay_until_then(
    crowd: Desk, gate: Gate, qtbot: QtBot
) -> None:
    panel, before = crowd.window.panel, words(crowd)
    chosen = crowd.session.page_annotations[12].id
    panel.select(chosen)
    type_(crowd, "number 1")
    qtbot.waitUntil(lambda: gate.asked)
    assert threading.get_ident() not in gate.threads
    assert words(crowd) == before and panel.cards.currentWidget() is panel.list
    crowd.key(Qt.Key.Key_F6)  # the window answers
    gate.open.set()
    qtbot.waitUntil(lambda: words(crowd) != before)
    assert all("number 1" in quote for quote in words(crowd)) and len(words(crowd)) == 11
    assert panel.chosen == [chosen] == panel.list.chosen_ids()


def test_the_next_letter_stops_the_one_before(crowd: Desk, gate: Gate, qtbot: QtBot) -> None:
    resets: list[int] = []
    model(crowd).modelReset.connect(lambda: resets.append(1))
    for letter in ("number 2", "7"):
        type_(crowd, letter)
        qtbot.waitUntil(lambda: gate.asked)
    assert len(gate.stops) > 1 and all(stop.stopped for stop in gate.stops[:-1])
    gate.open.set()
    qtbot.waitUntil(lambda: not model(crowd).finder.waiting)
    assert len(words(crowd)) == 1 and "number 27 " in words(crowd)[0]
    assert resets == [1]


@pytest.mark.parametrize("away", [lambda d: d.window.panel.clear_filter(), lambda d: d.session.close_article()])
def test_an_answer_that_nobody_waits_for_is_dropped(
    crowd: Desk, gate: Gate, qtbot: QtBot, away: Callable[[Desk], None]
) -> None:
    type_(crowd, "number 2")
    qtbot.waitUntil(lambda: gate.asked)
    away(crowd)
    gate.open.set()
    qtbot.waitUntil(lambda: not crowd.program.jobs.findChildren(Job))
    assert len(words(crowd)) == (0 if crowd.session.article is None else len(crowd.session.page_annotations))


def test_the_order_by_time_is_asked_for_and_can_be_taken_back_before_it_came(
    crowd: Desk, gate: Gate, qtbot: QtBot
) -> None:
    head, before = crowd.window.panel.head, words(crowd)
    head.toggle_order()
    head.toggle_order()
    assert not model(crowd).finder.waiting and words(crowd) == before
    gate.open.set()
    head.toggle_order()
    qtbot.waitUntil(lambda: model(crowd).by_time)
    assert sorted(words(crowd)) == sorted(before)


def test_a_mark_that_is_made_meanwhile_is_in_the_answer(crowd: Desk, gate: Gate, qtbot: QtBot) -> None:
    type_(crowd, "ferry")
    qtbot.waitUntil(lambda: gate.asked)
    made = edits.annotate(crowd.sample.revision, [crowd.sample.span("ferry number 9 ")], BUILTIN[0])
    assert crowd.session.do(made)
    gate.open.set()
    qtbot.waitUntil(lambda: not model(crowd).finder.waiting)
    assert "ferry number 9" in words(crowd)


def test_rows_of_another_text_are_never_shown(crowd: Desk, gate: Gate, qtbot: QtBot) -> None:
    other = make_sample(tuple(f"The bridge number {n} was never built." for n in range(20)), "Bridges")
    crowd.session.library.apply(edits.add_article(other.article, other.revision))
    marks = [edits.annotate(other.revision, [b.span], BUILTIN[0]) for b in other.revision.blocks]
    crowd.session.library.apply(edits.together("Many", marks))
    type_(crowd, "number 1")
    crowd.window.open(other.article.id)
    panel = crowd.window.panel
    assert words(crowd) == [] and panel.cards.currentWidget() is panel.list
    gate.open.set()
    qtbot.waitUntil(lambda: bool(words(crowd)))
    assert all(quote.startswith("The bridge number 1") for quote in words(crowd))
