"""Work on several things at the same time, whose results come in the order of the things."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from itertools import islice
from typing import TypeVar

from reader.cleaning.pool import Workers

_T = TypeVar("_T")
_R = TypeVar("_R")
EACH = 8  # things for each process at least: starting one takes as long as cleaning a dozen pages
TOGETHER = 8  # results at most that are handed on as one
_FURTHER = 4  # things for each process that are begun before their results are wanted


def in_order(work: Callable[[_T], _R], things: Sequence[_T], cleaner: object) -> Generator[list[_R], None, None]:
    """Yield what `work` makes of each thing, as the things are ordered; in one list what is ready at the same time.

    With several `Workers` as the cleaner and many things, work on a bounded number of things is done ahead, on threads
    of its own; then leaving before the end cancels the workers. Else each is done when it is wanted. Raises what
    `work` raises.
    """
    if not isinstance(cleaner, Workers) or (at_once := min(cleaner.at_once, len(things) // EACH)) < 2:
        yield from ([work(thing)] for thing in things)
        return
    with _threads(at_once + 1, cleaner.cancel) as threads:  # one more, which reads what is cleaned next
        yield from _ahead(threads, work, things, _FURTHER * at_once)


def _ahead(
    threads: ThreadPoolExecutor, work: Callable[[_T], _R], things: Sequence[_T], most: int
) -> Iterator[list[_R]]:
    left, begun = iter(things), deque[Future[_R]]()
    told = 0
    while True:
        begun.extend(threads.submit(work, thing) for thing in islice(left, most - len(begun)))
        if not begun:
            return
        wait([begun[0]])
        ready = [begun.popleft().result()]
        # Near the end one by one: whoever adds a few pages sees each as it comes.
        while begun and _is_made(begun[0]) and len(ready) < min(TOGETHER, (len(things) - told) // EACH):
            ready.append(begun.popleft().result())
        told += len(ready)
        yield ready


def _is_made(one: Future[_R]) -> bool:
    """Whether it is there; what failed is raised when everything before it has been handed on."""
    return one.done() and one.exception() is None


@contextmanager
def _threads(count: int, stop: Callable[[], None]) -> Iterator[ThreadPoolExecutor]:
    """Threads that are gone afterwards; what they are at is stopped when it is not wanted any more."""
    threads = ThreadPoolExecutor(count, "tilik-ahead")
    try:
        yield threads
    except BaseException:
        threads.shutdown(wait=False, cancel_futures=True)
        stop()
        raise
    finally:
        threads.shutdown()
