"""Pages are cleaned in a process that can be killed and comes back."""

import threading
from collections.abc import Iterator

import pytest

from reader.cleaning import Worker, clean
from reader.cleaning.codec import cleaned_back, cleaned_out
from reader.errors import CleaningError, LimitError
from reader.model.pages import Page

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
    assert cleaned_back(cleaned_out(result)) == result


def test_an_error_of_the_page_comes_through(worker: Worker) -> None:
    with pytest.raises(CleaningError, match=r"void\.html: the file is empty"):
        worker.clean(Page("void.html", "void.html", b"", "text/html"))
    assert worker.clean(GOOD).text


def test_a_page_past_its_time_is_given_up_and_the_next_one_cleaned() -> None:
    with Worker(seconds=0.01) as hurried, pytest.raises(LimitError, match=r"endless\.txt: cleaning took longer"):
        hurried.clean(ENDLESS)
    with Worker(seconds=60) as worker:
        assert worker.clean(GOOD).text


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
