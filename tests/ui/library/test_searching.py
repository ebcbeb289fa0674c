"""Searching while one types: beside the window, stopped by the next letter, and nothing flickers meanwhile."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from reader import edits
from reader.errors import InterruptedQueryError
from reader.model.listing import Hit
from reader.query import Query
from reader.store import Interrupt, Library
from reader.store.listing import Listed
from tests.ui.conftest import Sample, make_sample
from tests.ui.window_desk import Desk, stop
from ui.app import Program
from ui.library.pane import LibraryPane
from ui.library.search_results import CLOSE, OPEN, centred
from ui.settings import Settings

PATIENCE = 30  # seconds, after which a search that nobody stops gives up


def pane(desk: Desk) -> LibraryPane:
    return desk.window.library


def said(desk: Desk) -> str:
    return pane(desk)._count.text()


class Slow:
    """Library.search and `listed`, which answer when they are let go, or end when they are stopped."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.held = True
        self.heeds = True  # whether a search that is stopped ends then
        self.asked: list[str] = []
        self.interrupts: list[Interrupt] = []
        self.threads: set[threading.Thread] = set()
        search: Callable[..., list[Hit]] = Library.search
        listed: Callable[..., Listed] = Library.listed

        def slow_search(library: Library, words: str, *, limit: int = 50, interrupt: Interrupt) -> list[Hit]:
            self._wait(words, interrupt)
            return search(library, words, limit=limit)

        def slow_listed(library: Library, query: Query, *, interrupt: Interrupt | None = None) -> Listed:
            if interrupt is not None:  # else it is a list without a filter, found at once
                self._wait(query.label or query.site or query.words, interrupt)
            return listed(library, query)

        monkeypatch.setattr(Library, "search", slow_search)
        monkeypatch.setattr(Library, "listed", slow_listed)

    def _wait(self, words: str, interrupt: Interrupt) -> None:
        self.asked.append(words)
        self.interrupts.append(interrupt)
        self.threads.add(threading.current_thread())
        clock = threading.Event()
        for _ in range(PATIENCE * 200):
            if interrupt.stopped and self.heeds:
                raise InterruptedQueryError("it was stopped")
            if not self.held:
                return
            clock.wait(0.005)
        raise AssertionError(f"nobody stopped the search for {words}")


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[Slow]:
    made = Slow(monkeypatch)
    yield made
    made.held = False


@pytest.fixture
def typed(desk: Desk) -> Callable[[str], None]:
    field = desk.window.header.search

    def type_(words: str) -> None:
        field.setFocus()
        desk.qtbot.keyClicks(field, words)

    return type_


Type = Callable[[str], None]


def test_nothing_is_searched_for_on_the_windows_thread(desk: Desk, slow: Slow, typed: Type) -> None:
    slow.held = False
    typed("angl")
    desk.qtbot.waitUntil(lambda: said(desk) == "1 hit")
    desk.window.header.search.clear()
    typed("lang:en ferry")
    desk.qtbot.waitUntil(lambda: pane(desk).model.query == Query(words="ferry", language="en"))
    pane(desk).sort("title")
    desk.qtbot.waitUntil(lambda: pane(desk).model.query.order == "title")
    assert slow.asked[0] == "a" and threading.main_thread() not in slow.threads


def test_the_next_letter_stops_the_search_that_runs(desk: Desk, slow: Slow, typed: Type) -> None:
    typed("a")
    desk.qtbot.waitUntil(lambda: slow.asked == ["a"])
    typed("n")
    desk.qtbot.waitUntil(lambda: slow.asked == ["a", "an"])
    assert slow.interrupts[0].stopped and not slow.interrupts[1].stopped
    slow.held = False
    desk.qtbot.waitUntil(lambda: pane(desk).results.isVisible())


def test_an_answer_that_comes_too_late_is_dropped(desk: Desk, slow: Slow, typed: Type, qtbot: QtBot) -> None:
    slow.heeds = False
    told: list[int] = []
    pane(desk).results.answered.connect(lambda found, _more: told.append(found))
    typed("a")
    qtbot.waitUntil(lambda: slow.asked == ["a"])
    typed("xyz")
    qtbot.waitUntil(lambda: len(slow.asked) == 3, timeout=PATIENCE * 1000)  # as many as there are threads
    slow.held = False
    qtbot.waitUntil(lambda: said(desk) == "0 hits")
    qtbot.waitUntil(lambda: len(slow.asked) == 4)
    assert told == [0]


def test_the_list_stays_until_the_hits_are_there_and_the_hits_until_the_list_is(
    desk: Desk, slow: Slow, typed: Type, qtbot: QtBot
) -> None:
    listed = said(desk)
    typed("anglers")
    qtbot.waitUntil(lambda: slow.asked[-1:] == ["anglers"])
    assert pane(desk).list.isVisible() and said(desk) == listed and pane(desk).model.rowCount() == 1
    slow.held = False
    qtbot.waitUntil(lambda: said(desk) == "1 hit")
    assert pane(desk).results.isVisible()
    slow.held = True
    desk.window.header.search.setText("site:nowhere")
    qtbot.waitUntil(lambda: slow.asked[-1] == "nowhere")
    assert pane(desk).results.isVisible() and said(desk) == "1 hit"
    slow.held = False
    qtbot.waitUntil(lambda: said(desk) == "0 articles")
    assert pane(desk).list.isVisible()


def test_a_filter_that_nobody_satisfies_is_an_empty_list(desk: Desk, typed: Type, qtbot: QtBot) -> None:
    typed("label:nobody ferry")
    qtbot.waitUntil(lambda: said(desk) == "0 articles")
    assert pane(desk).list.isVisible() and not pane(desk).empty.isVisible() and pane(desk).filtered
    assert pane(desk).listed() == [] and pane(desk).selected() == []
    desk.window.header.search.clear()
    assert said(desk) == "1 article" and not pane(desk).filtered


def test_an_open_quotation_mark_finds_the_words_so_far(desk: Desk, typed: Type, qtbot: QtBot) -> None:
    typed('"night fer')
    qtbot.waitUntil(lambda: said(desk) == "1 hit")
    typed('ry"')
    qtbot.waitUntil(lambda: desk.window.header.search.text() == '"night ferry"' and said(desk) == "1 hit")


def test_no_words_end_the_search_that_runs(desk: Desk, slow: Slow, typed: Type, qtbot: QtBot) -> None:
    typed("ferry")
    qtbot.waitUntil(lambda: slow.asked[-1:] == ["ferry"])
    desk.key(Qt.Key.Key_Escape)
    assert all(interrupt.stopped for interrupt in slow.interrupts)
    slow.held = False
    typed("state:lost")
    assert "no state 'lost'" in said(desk)
    desk.window.header.search.clear()
    assert said(desk) == "1 article" and pane(desk).list.isVisible()


def test_articles_that_come_in_leave_the_hits_alone(desk: Desk, typed: Type, qtbot: QtBot) -> None:
    typed("anglers")
    qtbot.waitUntil(lambda: said(desk) == "1 hit")
    made = make_sample(("Second", "Nobody had seen it."), "Second")
    with qtbot.waitSignal(pane(desk).model.modelReset):
        desk.session.do(edits.add_article(made.article, made.revision))
    assert said(desk) == "1 hit" and pane(desk).results.isVisible()
    desk.window.header.search.clear()
    assert said(desk) == "2 articles"


def test_a_filtered_list_follows_the_library(desk: Desk, typed: Type, qtbot: QtBot) -> None:
    typed("site:herald")
    qtbot.waitUntil(lambda: pane(desk).model.query.site == "herald")
    made = make_sample(("Second", "Nobody had seen it."), "Second")
    desk.session.do(edits.add_article(made.article, made.revision))
    qtbot.waitUntil(lambda: said(desk) == "2 articles")


# -- the window goes while a search runs -----------------------------------------------------------------------------


@pytest.fixture
def program(library_path: Path, sample: Sample, tmp_path: Path, slow: Slow, qtbot: QtBot) -> Iterator[Program]:
    """The program while `slow` looks for anglers."""
    with Library.open(library_path) as library:
        library.apply(edits.add_article(sample.article, sample.revision))
    made = Program(library_path, Settings(tmp_path / "settings.json"))
    with qtbot.waitSignal(made.session.libraryOpened):
        made.start()
    made.window.header.search.setText("anglers")
    qtbot.waitUntil(lambda: slow.asked == ["anglers"])
    yield made
    slow.held = False
    stop(made.latest)


def test_closing_ends_the_search_that_runs(program: Program, slow: Slow) -> None:
    program.window.close()
    program.close()
    assert slow.interrupts[0].stopped


def test_another_library_ends_it(program: Program, slow: Slow, qtbot: QtBot, tmp_path: Path) -> None:
    program.window.parts.libraries.make(tmp_path / "other.tilik")
    qtbot.waitUntil(lambda: program.latest is not program)
    window = program.latest.window
    qtbot.waitUntil(lambda: slow.interrupts[0].stopped and program.latest.session.is_open)
    assert window.header.search.text() == "" and window.library._stack.currentWidget() is not window.library.results


def test_a_window_in_another_language_searches_on(program: Program, slow: Slow, qtbot: QtBot) -> None:
    old = program.window
    program.settings.update(language="id")
    qtbot.waitUntil(lambda: not isValid(old) and slow.asked[1:2] == ["anglers"])
    assert slow.interrupts[0].stopped
    slow.held = False
    qtbot.waitUntil(program.window.library.results.isVisible)


@pytest.mark.parametrize(
    ("snippet", "behind"),
    [
        ("a very long sentence that stands before the [dog] came", ["came "]),
        ("市長は昨日開かれた会議の席でその古い橋の契約書に[署名]した", ["名]", "し", "た "]),
        ("قال [السيد] إن", ["إن "]),
    ],
)
def test_the_first_match_of_a_snippet_is_in_sight_with_and_without_spaces(snippet: str, behind: list[str]) -> None:
    pieces = centred(snippet.replace("[", OPEN).replace("]", CLOSE))
    shown = [piece.replace(OPEN, "[").replace(CLOSE, "]") for piece in pieces]
    first = next(n for n, piece in enumerate(shown) if "[" in piece)
    assert sum(map(len, shown[:first])) <= 26 and shown[first + 1 :] == behind
    assert "".join(shown).removeprefix("… ").strip() in snippet
