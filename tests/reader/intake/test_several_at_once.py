"""Many pages are cleaned side by side and stored together, and nothing else is different from one after the other."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from subprocess import Popen

import pytest
from sqlalchemy import event

from reader import edits
from reader.cleaning import Worker, Workers, clean
from reader.cleaning.pool import MOST
from reader.errors import CleaningError, ConflictError, LimitError
from reader.intake import ahead
from reader.intake.add import ADDED, FAILED, KNOWN, AddResult, add
from reader.intake.reclean import reclean
from reader.model.pages import Cleaned, Page
from reader.progress import Progress
from reader.store import Library
from tests.reader.store.conftest import make_article

PAGE = """<!doctype html><html lang="en"><head><title>Ferry {0} sails again</title></head><body><article>
<h1>Ferry {0} sails again</h1><p>The harbour office of Muara Jati says that ferry {0} sails again on Friday.</p>
<p>Fishermen deny that ferry {0} was ever out of order, and ask who said so first, and to whom.</p></article></body>"""
MANY = 42


class Quick(Workers):
    """Workers that clean in this process, on the thread that asks."""

    def __init__(self, at_once: int = 3) -> None:
        super().__init__(at_once)
        self.cancelled = False
        self.asked: list[str] = []

    def clean(self, page: Page) -> Cleaned:
        if self.cancelled:
            raise LimitError("{0}: cancelled", page.address)
        self.asked.append(page.address)
        return clean(page)

    def cancel(self) -> None:
        self.cancelled = True


class Backwards(Quick):
    """Each page but the last of three waits until the one after it is done."""

    def __init__(self) -> None:
        super().__init__(2)
        self._done = [threading.Event() for _ in range(MANY + 1)]

    def clean(self, page: Page) -> Cleaned:
        number = int(page.name)
        if number % 3 < 2:
            assert self._done[number + 1].wait(30)
        self._done[number].set()
        return super().clean(page)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.tilik") as found:
        yield found


def pages(count: int = MANY) -> list[Page]:
    return [Page(f"{n}.html", str(n), PAGE.format(n).encode(), "text/html", "utf-8") for n in range(count)]


def outcomes(steps: Iterator[Progress]) -> list[AddResult]:
    return [r for s in steps if isinstance(r := s.result, AddResult)]


def commits(library: Library) -> list[int]:
    """A list that grows by one with every transaction that writes."""
    made: list[int] = []

    @event.listens_for(library._write().engine, "commit")
    def commit(connection: object) -> None:
        made.append(1)

    return made


def statuses(found: Sequence[AddResult]) -> list[str]:
    return [one.status for one in found]


def test_outcomes_come_in_the_order_of_the_sources_whichever_is_ready_first(library: Library) -> None:
    found = outcomes(add(library, pages(), Backwards()))
    assert [one.address for one in found] == [f"{n}.html" for n in range(MANY)]
    titles = [library.article(one.article_id).title for one in found]
    assert titles == [f"Ferry {n} sails again" for n in range(MANY)]
    by_time = [document.article.title for document in library.documents()]
    assert by_time == titles


class Held(Quick):
    """The first page waits until all that may be begun beside it are done."""

    def clean(self, page: Page) -> Cleaned:
        found = super().clean(page)
        while page.name == "0" and len(self.asked) < 3 * ahead._FURTHER:
            threading.Event().wait(0.001)
        return found


def test_several_pages_are_one_transaction_and_each_is_a_step_of_its_own(library: Library) -> None:
    made = commits(library)
    before = sum(made)
    progress = list(add(library, pages(64), Held()))
    assert statuses(outcomes(iter(progress))) == [ADDED] * 64
    assert sum(made) - before < 64
    steps = library.history(limit=100)
    assert [step.name for step in steps] == ["Add article"] * 64 and all(step.count == 1 for step in steps)
    groups = "".join("+" if step.more else "|" for step in progress)
    assert groups.endswith("|") and "+" in groups and max(map(len, groups.split("|"))) < ahead.TOGETHER
    library.undo()
    assert library.count() == 63


def test_only_a_bounded_number_of_pages_is_read_ahead(library: Library) -> None:
    read: list[str] = []

    def fetch(address: str) -> Page:
        read.append(address)
        return Page(address, address, PAGE.format(address).encode(), "text/html", "utf-8", address)

    steps = add(library, [f"https://kabar.example/{n}" for n in range(80)], Quick(), fetch=fetch)
    next(steps)
    assert len(read) <= 3 * ahead._FURTHER
    assert statuses(outcomes(steps)) == [ADDED] * 79


def test_addresses_are_fetched_one_after_the_other(library: Library) -> None:
    at, most = [0], [0]

    def fetch(address: str) -> Page:
        at[0] += 1
        most[0] = max(most[0], at[0])
        threading.Event().wait(0.002)
        at[0] -= 1
        return Page(address, address, PAGE.format(address).encode(), "text/html", "utf-8", address)

    list(add(library, [f"https://kabar.example/{n}" for n in range(MANY)], Quick(), fetch=fetch))
    assert most == [1]


def test_pages_that_are_there_twice_in_what_is_added_are_known(library: Library) -> None:
    twice = [page for page in pages() for _ in range(2)]
    found = outcomes(add(library, twice, Held()))
    assert statuses(found) == [ADDED, KNOWN] * MANY
    assert [one.article_id for one in found[::2]] == [one.article_id for one in found[1::2]]
    assert library.count() == MANY


def test_a_later_page_at_the_same_address_names_the_earlier(library: Library) -> None:
    made = pages(MANY)
    same = [
        Page(p.address, p.name, p.data, p.media_type, p.encoding, f"https://a.example/{int(p.name) // 2}") for p in made
    ]
    found = outcomes(add(library, same, Held()))
    assert [one.newer_of for one in found[1::2]] == [one.article_id for one in found[::2]]


def test_few_pages_are_cleaned_one_at_a_time(library: Library) -> None:
    cleaner = Quick()
    steps = add(library, pages(2 * ahead.EACH - 1), cleaner)
    next(steps)
    assert cleaner.asked == ["0.html"] and library.count() == 1


def test_leaving_stops_the_workers_and_stores_nothing_more(library: Library) -> None:
    cleaner = Quick()
    steps = add(library, pages(80), cleaner)
    told = 1
    while next(steps).more:
        told += 1
    steps.close()  # type: ignore[attr-defined]
    assert cleaner.cancelled and library.count() == told and library.check() == []
    assert not [t for t in threading.enumerate() if t.name.startswith("tilik-ahead")]


def test_what_fails_by_itself_loses_none_of_those_stored_with_it(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer, tried = library._write(), list[int]()
    apply_all = writer.apply_all

    def refusing(some: Sequence[edits.Edit], origin: str = "user", who: str = "") -> object:
        tried.append(len(some))
        titles = {getattr(swap.after, "title", "") for edit in some for swap in edit.swaps}
        if titles & {f"Ferry {n} sails again" for n in range(7, 11)}:
            raise ConflictError("a conflict")
        return apply_all(some, origin, who)

    monkeypatch.setattr(writer, "apply_all", refusing)
    found = outcomes(add(library, pages(64), Held()))
    assert [n for n, one in enumerate(found) if one.status == FAILED] == [7, 8, 9, 10]
    assert library.count() == 60 and max(tried) > 1


def test_edits_applied_together_are_all_there_or_none_is(library: Library) -> None:
    made = [edits.add_article(*make_article(f"Title {n}")) for n in range(3)]
    told: list[str] = []
    library.changed.subscribe(lambda change: told.extend(one.title for one in change.step.articles))
    with pytest.raises(ConflictError):
        library.apply_all([*made, made[0]])
    assert library.count() == 0 and told == [] and library.undo_name() == ""
    transactions = commits(library)
    changes = library.apply_all(made)
    assert len(transactions) == 1 and library.count() == 3
    assert told == ["Title 0", "Title 1", "Title 2"]
    assert [change.number for change in changes] == sorted({change.number for change in changes})


def test_a_page_that_kills_its_worker_fails_alone(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    exchange = Worker._exchange

    def deadly(worker: Worker, process: Popen[bytes], page: Page) -> bytes | None:
        if page.name == "9":
            process.kill()
        return exchange(worker, process, page)

    monkeypatch.setattr(Worker, "_exchange", deadly)
    with Workers(2, seconds=120) as workers:
        found = outcomes(add(library, pages(24), workers))
    assert [n for n, one in enumerate(found) if one.status != ADDED] == [9]
    assert isinstance(found[9].error, CleaningError) and "9.html" in str(found[9].reason)
    assert [one.address for one in found] == [f"{n}.html" for n in range(24)]


def test_cancelled_workers_start_no_process_again() -> None:
    with Workers(2) as workers:
        first, _ = pages(2)
        assert workers.clean(first).text
        workers.cancel()
        for page in pages(3):
            with pytest.raises(LimitError, match="cancelled"):
                workers.clean(page)
        assert all(worker._process is None or worker._process.wait(30) for worker in workers._all)


@pytest.mark.skipif(not hasattr(os, "getpriority"), reason="the system has other priorities")
def test_cleaning_in_the_background_lets_others_go_first() -> None:
    nice = {}
    for background in (False, True):
        with Workers(1, background=background) as workers:
            assert workers.clean(pages(1)[0]).text
            process = workers._all[0]._process
            assert process is not None
            nice[background] = os.getpriority(os.PRIO_PROCESS, process.pid)
    ours = os.getpriority(os.PRIO_PROCESS, 0)
    assert nice == {False: ours, True: min(19, ours + 10)}


def test_there_are_no_more_processes_than_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    for cores, wanted in ((1, 1), (3, 3), (64, MOST)):
        monkeypatch.setattr("reader.cleaning.pool.usable_cores", lambda cores=cores: cores)
        assert Workers().at_once == wanted


def test_cleaning_again_goes_side_by_side_too(library: Library) -> None:
    ids = [one.article_id for one in outcomes(add(library, pages(), Quick()))]
    with sqlite3.connect(library.path) as raw:
        raw.execute("UPDATE revision SET cleaner = 'tilik-cleaner 0'")
    raw.close()
    cleaner = Backwards()
    found = [step.result for step in reclean(library, ids, cleaner)]
    assert [getattr(one, "article_id", "") for one in found] == ids and len(cleaner.asked) == MANY
