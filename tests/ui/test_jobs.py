from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.errors import SourceError
from reader.messages import Message
from reader.progress import Progress
from ui.jobs import Jobs


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


def test_results_arrive_on_the_main_thread(jobs: Jobs, qtbot: QtBot) -> None:
    seen: list[tuple[threading.Thread, list[object]]] = []
    worked: list[threading.Thread] = []

    def work() -> Iterator[Progress]:
        worked.append(threading.current_thread())
        for number in range(3):
            yield Progress(number + 1, 3, result=number)

    job = jobs.start("count", work)
    job.done.connect(lambda results: seen.append((threading.current_thread(), results)))
    with qtbot.waitSignal(job.ended):
        pass
    assert seen == [(threading.main_thread(), [0, 1, 2])]
    assert worked[0] is not threading.main_thread()
    assert jobs.running == []


def test_progress_is_told(jobs: Jobs, qtbot: QtBot) -> None:
    job = jobs.start("count", lambda: iter([Progress(1, 2, "a.html")]))
    with qtbot.waitSignal(job.progressed) as told:
        pass
    assert told.args == [Progress(1, 2, "a.html")]


def test_an_error_arrives_as_its_message(jobs: Jobs, qtbot: QtBot) -> None:
    def work() -> Iterator[Progress]:
        yield Progress(1, 2)
        raise SourceError("{0} is empty", "page.html")

    job = jobs.start("read", work)
    with qtbot.waitSignal(job.failed) as told:
        pass
    assert told.args == [Message("{0} is empty", "page.html")]


def test_an_unforeseen_error_is_not_silent(jobs: Jobs, qtbot: QtBot) -> None:
    def work() -> Iterator[Progress]:
        yield Progress(1, 2)
        raise ZeroDivisionError("by nought")

    job = jobs.start("read", work)
    with qtbot.waitSignal(job.failed) as told:
        pass
    assert [str(message) for message in told.args or []] == ["ZeroDivisionError: by nought"]


def test_what_the_system_refuses_can_be_translated(jobs: Jobs, qtbot: QtBot) -> None:
    def work() -> Iterator[Progress]:
        yield Progress(1, 2)
        raise PermissionError(13, "Permission denied", "/a.html")

    with qtbot.waitSignal(jobs.start("read", work).failed) as told:
        pass
    assert told.args == [Message("{0}: {1}", "/a.html", Message("Permission denied"))]


def test_cancel_stops_between_two_steps_and_closes_the_work(jobs: Jobs, qtbot: QtBot) -> None:
    first, go, closed, stopped = threading.Event(), threading.Event(), threading.Event(), threading.Event()

    def work() -> Iterator[Progress]:
        try:
            yield Progress(1, 3, result="one")
            first.set()
            go.wait(10)
            yield Progress(2, 3, result="two")
            yield Progress(3, 3, result="three")
        finally:
            closed.set()

    job = jobs.start("slow", work, stop=stopped.set)
    assert first.wait(10)
    job.cancel()
    with qtbot.waitSignal(job.cancelled) as told:
        go.set()
    assert told.args == [["one", "two"]]
    assert closed.is_set() and stopped.is_set()


def test_what_is_done_together_is_told_whole_also_when_it_is_cancelled(jobs: Jobs, qtbot: QtBot) -> None:
    begun, go = threading.Event(), threading.Event()

    def work() -> Iterator[Progress]:
        begun.set()
        go.wait(10)
        yield Progress(1, 3, result="one", more=True)
        yield Progress(2, 3, result="two")
        yield Progress(3, 3, result="three")

    job = jobs.start("slow", work)
    assert begun.wait(10)
    job.cancel()
    with qtbot.waitSignal(job.cancelled) as told:
        go.set()
    assert told.args == [["one", "two"]]


def test_two_that_write_run_one_after_the_other(jobs: Jobs, qtbot: QtBot) -> None:
    running: list[int] = []
    most: list[int] = []

    def work() -> Iterator[Progress]:
        running.append(1)
        most.append(len(running))
        yield Progress(1, 1)
        running.pop()

    made = [jobs.start(str(n), work) for n in range(4)]
    qtbot.waitUntil(lambda: not jobs.running)
    assert most == [1, 1, 1, 1] and len(made) == 4


def test_cancelled_before_it_began_it_does_nothing(jobs: Jobs, qtbot: QtBot) -> None:
    hold, done = threading.Event(), list[str]()

    def work() -> Iterator[Progress]:
        done.append("ran")
        yield Progress(1, 1)

    jobs.start("first", lambda: iter([Progress(1, 1, result=hold.wait(10))]))
    second = jobs.start("second", work)
    second.cancel()
    with qtbot.waitSignal(second.cancelled):
        hold.set()
    assert done == []


def test_one_call_gives_its_answer_or_its_reason(jobs: Jobs, qtbot: QtBot) -> None:
    answers: list[object] = []

    def refuse() -> None:
        raise SourceError("no")

    jobs.then(lambda: None, answers.append, answers.append)
    qtbot.waitUntil(lambda: answers == [None])
    jobs.then(refuse, answers.append, answers.append)
    qtbot.waitUntil(lambda: answers == [None, Message("no")])


def test_none_is_not_used_up(jobs: Jobs, qtbot: QtBot) -> None:
    """PySide6 6.12 on Python 3.11 lost a reference to None at each call that returns nothing, and then died."""
    import sys

    from PySide6.QtCore import QObject

    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(5000):
        thing.setObjectName("x")
        jobs.changed.emit()
    assert sys.getrefcount(None) > before - 1000


def test_after_the_close_nobody_is_told_and_nothing_begins(jobs: Jobs, qtbot: QtBot) -> None:
    told: list[object] = []
    begun: list[str] = []
    job = jobs.start("count", lambda: iter([Progress(1, 1, result=1)]))
    job.done.connect(told.append)
    jobs.changed.connect(lambda: told.append("changed"))
    jobs.close()
    jobs.then(lambda: begun.append("later"), told.append, told.append)
    QApplication.processEvents()
    assert (told, begun) == ([], [])


def test_a_call_that_was_cancelled_does_not_begin_and_nobody_is_told(jobs: Jobs, qtbot: QtBot) -> None:
    hold, begun, told = threading.Event(), [], []  # type: ignore[var-annotated]
    running = [jobs.then(lambda: hold.wait(20), told.append, told.append) for _ in range(3)]  # all there are threads
    waiting = jobs.then(lambda: begun.append("it"), told.append, told.append)
    waiting.cancel()
    running[0].cancel()
    hold.set()
    qtbot.waitUntil(lambda: len(told) == 2)
    jobs.then(lambda: "last", told.append, told.append)
    qtbot.waitUntil(lambda: told[-1] == "last")
    assert (begun, told) == ([], [True, True, "last"])


def test_a_call_that_has_ended_is_cancelled_before_its_answer_is_handed_over(jobs: Jobs, qtbot: QtBot) -> None:
    done, told = threading.Event(), []  # type: ignore[var-annotated]
    job = jobs.then(lambda: done.set(), told.append, told.append)
    assert done.wait(20)
    with qtbot.waitSignal(job.ended):
        job.cancel()
    assert told == []


def test_closing_waits_for_the_call_that_runs_and_hands_nothing_over(jobs: Jobs, qtbot: QtBot) -> None:
    began, ended, told = threading.Event(), [], []  # type: ignore[var-annotated]

    def read() -> None:
        began.set()
        time.sleep(0.01)
        ended.append(True)

    jobs.then(read, told.append, told.append)
    assert began.wait(20)
    jobs.close()
    QApplication.processEvents()
    assert ended == [True] and told == []
