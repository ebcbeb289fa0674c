"""Pages are cleaned in a process that can be killed and comes back."""

import io
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator

import pytest

from reader.cleaning import Worker, clean, watch
from reader.cleaning.pipe import cleaned_bytes, cleaned_of
from reader.errors import CleaningError, LimitError
from reader.model.pages import Page
from reader.sandbox import processor_seconds
from reader.sandbox.frames import receive

from .test_html import article, page

GOOD = page(
    "<article><h1>Board denies warning</h1><p>It said so twice, in two letters, and on the phone.</p></article>"
)
ENDLESS = Page("endless.txt", "endless.txt", b"<p>word " * 6_000_000, "text/html")


@pytest.fixture
def worker() -> Iterator[Worker]:
    with Worker(seconds=60) as made:
        yield made


def test_the_worker_gives_what_clean_gives(worker: Worker) -> None:
    assert worker.clean(GOOD) == clean(GOOD)
    assert worker.clean(GOOD) == clean(GOOD)


def test_an_article_survives_the_pipe_unchanged() -> None:
    result = article("<h2>One more heading</h2><ul><li>An item of the list here.</li></ul>")
    assert cleaned_of(cleaned_bytes(result)) == result


def test_an_error_of_the_page_comes_through(worker: Worker) -> None:
    with pytest.raises(CleaningError, match=r"void\.html: the file is empty"):
        worker.clean(Page("void.html", "void.html", b"", "text/html"))
    assert worker.clean(GOOD).text


def test_a_page_past_its_time_is_given_up_and_the_next_one_cleaned() -> None:
    with Worker(seconds=0.01) as hurried, pytest.raises(LimitError, match=r"endless\.txt: cleaning took longer"):
        hurried.clean(ENDLESS)
    with Worker(seconds=60) as worker:
        assert worker.clean(GOOD).text


def test_a_process_that_only_waits_is_late_on_the_wall() -> None:
    """Of the processor it uses nothing, so that its own limit never ends it."""
    idle, late = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"]), threading.Event()
    try:
        with watch.Watch(idle.pid, 0.05, late.set):
            assert late.wait(60)
    finally:
        idle.kill()
        idle.wait()


def test_a_page_past_its_memory_is_given_up() -> None:
    with Worker(seconds=60, memory_mb=300) as small:
        with pytest.raises(CleaningError, match=r"endless\.txt"):
            small.clean(ENDLESS)
        assert small.clean(GOOD).text


def test_cancel_from_another_thread() -> None:
    with Worker(seconds=60) as worker:
        worker.clean(GOOD)
        caught: list[Exception] = []

        def run() -> None:
            try:
                worker.clean(ENDLESS)
            except LimitError as error:
                caught.append(error)

        thread = threading.Thread(target=run)
        thread.start()
        while thread.is_alive() and not caught:
            worker.cancel()
            thread.join(0.02)
        assert "endless.txt: cleaning was cancelled" in str(caught[0])
        assert worker.clean(GOOD).text


@pytest.mark.skipif(sys.platform == "win32", reason="no signals there")
@pytest.mark.parametrize(
    ("name", "told"), [("SIGKILL", "was ended from outside"), ("SIGXCPU", "took longer than 60 seconds")]
)
def test_why_a_process_ended_is_told_as_it_was(name: str, told: str) -> None:
    with Worker(seconds=60) as worker:
        worker.clean(GOOD)
        process = worker._process
        assert process is not None
        os.kill(process.pid, signal.SIGSTOP)  # the next page finds it alive, and it does not answer before it ends

        def end() -> None:
            os.kill(process.pid, getattr(signal, name))
            os.kill(process.pid, signal.SIGCONT)

        ending = threading.Timer(0.2, end)
        ending.start()
        with pytest.raises(LimitError, match=told):
            worker.clean(ENDLESS)
        ending.join()
        assert worker.clean(GOOD).text


def test_waiting_for_the_processor_is_not_the_pages_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    now, used = [0.0], [5.0]
    monkeypatch.setattr("time.monotonic", lambda: now[0])
    monkeypatch.setattr("reader.cleaning.watch.processor_seconds", lambda _process: used[0])
    looked = watch.Watch(1, 30, lambda: None)
    now[0] = 200.0
    assert looked._left() > 0
    used[0] = 34.0
    assert looked._left() == 1
    used[0] = 35.5
    assert looked._left() < 0
    used[0], now[0] = 5.0, 30.0 * watch.PATIENCE + 1  # it sleeps and never answers
    assert looked._left() < 0


def test_a_process_of_ours_tells_what_it_had_of_the_processor() -> None:
    before = processor_seconds(os.getpid())
    if sys.platform == "linux":
        assert before is not None and 0 < before <= sum(os.times()[:2]) + 60
    assert processor_seconds(2**22 + 1) is None


def test_memory_is_taken_for_bytes_that_came_and_not_for_those_that_were_promised() -> None:
    asked: list[int] = []

    class Promising(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            asked.append(size or 0)
            return super().read(size)

    promise = (1 << 30).to_bytes(8, "big")
    assert receive(Promising(promise + b"x" * 10)) is None and max(asked) <= 1 << 20
    assert receive(Promising((5).to_bytes(8, "big") + b"short"), most=4) is None
    assert receive(Promising((5).to_bytes(8, "big") + b"whole"), most=5) == b"whole"
