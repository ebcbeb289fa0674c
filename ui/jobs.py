"""Work beside the window: the only file of `ui` that touches threads.

Long work is a generator of `Progress`. It is pulled on a worker thread, and between two steps the job looks whether
it is to stop. What writes to the library has one thread, so that two imports queue; the rest has its own.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from reader.errors import MessageError, TilikError
from reader.messages import Message
from reader.progress import Progress
from reader.system_reasons import reason_of

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

_T = TypeVar("_T")
STEP = 0.05  # seconds between two tellings of progress: more would only keep the window busy
Work = Callable[[], Iterator[Progress]]


class Job(QObject):
    """One piece of work. All signals arrive on the main thread; `ended` comes last and always."""

    progressed = Signal(object)
    done = Signal(object)
    failed = Signal(object)
    cancelled = Signal(object)
    ended = Signal()
    _stepped = Signal(object)
    _over = Signal(str, object)

    def __init__(self, name: str, work: Work, stop: Callable[[], None] | None, parent: QObject) -> None:
        super().__init__(parent)
        self.name = name
        self.results: list[object] = []
        self.latest = Progress(0, None)
        self.kept = False
        self.expected = 0
        self.began = time.monotonic()
        self._work, self._stop = work, stop
        self._stopping = False
        # Queued through the job itself, so that who connects right after the start misses nothing.
        self._stepped.connect(self.progressed, Qt.ConnectionType.QueuedConnection)
        self._over.connect(self._finish, Qt.ConnectionType.QueuedConnection)

    @property
    def total(self) -> int:
        """How many steps there are, as far as it is known; 0: unknown."""
        return self.latest.total or self.expected

    @property
    def stopping(self) -> bool:
        """Whether it was asked to stop."""
        return self._stopping

    def cancel(self) -> None:
        """Ask it to stop after the step it is at; what was done until then stays done."""
        self._stopping = True
        if self._stop is not None:
            self._stop()

    def run(self) -> None:
        """Pull the work to its end; called on a worker thread."""
        try:
            self._over.emit("cancelled" if self._pull() else "done", None)
        except TilikError as error:
            self._over.emit("cancelled" if self._stopping else "failed", error.message)
        except Exception as error:  # the edge of a job: whatever went wrong must reach the window as a sentence
            import logging

            logging.getLogger(__name__).exception("job failed")
            self._over.emit("failed", message_of(error))

    def _pull(self) -> bool:
        """True when it was stopped half way."""
        reported = 0.0
        steps = self._work() if not self._stopping else iter(())
        for step in steps:
            self.latest = step
            if step.result is not None:
                self.results.append(step.result)
            if time.monotonic() - reported >= STEP:
                reported = time.monotonic()
                self._stepped.emit(step)
            if self._stopping and not step.more:
                close = getattr(steps, "close", None)
                if close is not None:
                    close()
                return True
        return self._stopping

    @Slot(str, object)
    def _finish(self, how: str, reason: Message | None) -> None:
        if how == "failed":
            self.failed.emit(reason)
        elif how == "cancelled":
            self.cancelled.emit(self.results)
        else:
            self.done.emit(self.results)
        self.ended.emit()


class Jobs(QObject):
    """What is running now. `changed` comes when a job starts, moves on or ends, `over` with one that has ended."""

    changed = Signal()
    over = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.running: list[Job] = []
        self._pools: dict[str, ThreadPoolExecutor] = {}
        self._closed = False

    def start(
        self,
        name: str,
        work: Work,
        *,
        writes: bool = True,
        stop: Callable[[], None] | None = None,
        kept: bool = False,
        expected: int = 0,
    ) -> Job:
        """Run `work` beside the window under `name` (what the status bar says). `stop` ends a step that takes long.

        `kept`: what it has not done is on the disk, and done at the next start. `expected` is how many steps there
        are at least, until the work itself says it.
        """
        job = Job(name, work, stop, self)
        job.kept, job.expected = kept, expected
        self.running.append(job)
        job.progressed.connect(lambda _step: self.changed.emit())
        job.ended.connect(lambda: self._drop(job))
        self._submit("writer" if writes else "other", job.run)
        self.changed.emit()
        return job

    def soon(self, call: Callable[[], _T]) -> Future[_T]:
        """Begin `call` on a thread of its own; `result()` waits for it and raises what it raised."""
        return self._pool("other").submit(call)

    def then(
        self,
        call: Callable[[], Any],
        receive: Callable[[Any], None],
        refused: Callable[[Message], None],
        *,
        stop: Callable[[], None] | None = None,
    ) -> Job:
        """Run `call` beside the window and hand what it returns to `receive`, or its error's message to `refused`.

        A receiver that is a method of a widget which is gone by then is not called, and nobody is when the returned
        job was cancelled: what has not begun then does not begin. `stop` ends a call that takes long, when the job is
        cancelled or everything is closed.
        """
        job = Job("", lambda: iter((Progress(1, 1, result=(call(),)),)), stop, self)
        # Cancelled, it may have ended already, with the signal on its way.
        job.done.connect(lambda results: None if job.stopping else _deliver(receive, results[0][0]))
        job.failed.connect(lambda reason: None if job.stopping else _deliver(refused, reason))
        job.ended.connect(job.deleteLater)
        self._submit("other", job.run)
        return job

    def cancel(self) -> None:
        """Ask everything that runs to stop."""
        for job in tuple(self.running):
            job.cancel()

    def close(self) -> None:
        """Stop everything and wait for the step that each is at. No signal comes any more, nothing more is begun."""
        self._closed = True
        for job in self.findChildren(Job):
            job.cancel()
        for pool in self._pools.values():
            pool.shutdown(cancel_futures=True)
        for each in (self, *self.findChildren(Job)):  # a receiver may be gone before the signal comes
            each.blockSignals(True)

    def _submit(self, pool: str, run: Callable[[], None]) -> None:
        if not self._closed:
            self._pool(pool).submit(run)

    def _pool(self, name: str) -> ThreadPoolExecutor:
        """The threads for that kind of work, made when there is some: the first paint comes before."""
        if name not in self._pools:
            from concurrent.futures import ThreadPoolExecutor

            self._pools[name] = ThreadPoolExecutor({"writer": 1, "other": 3}[name], f"tilik-{name}")
        return self._pools[name]

    def _drop(self, job: Job) -> None:
        self.running.remove(job)
        self.changed.emit()
        self.over.emit(job)
        job.deleteLater()


class Once(Generic[_T]):
    """What one call on a thread of its own returns. It is begun when its result is first wanted, and only once.

    Its result may be asked for from several threads at the same time.
    """

    def __init__(self, jobs: Jobs, call: Callable[[], _T]) -> None:
        self._jobs, self._call = jobs, call
        self._begun: Future[_T] | None = None
        self._lock = threading.Lock()

    def result(self) -> _T:
        """Return what the call returns, when it has ended. Raises what it raised."""
        with self._lock:
            if self._begun is None:
                self._begun = self._jobs.soon(self._call)
            begun = self._begun
        return begun.result()

    def forget(self) -> None:
        """Call again when the result is wanted next."""
        with self._lock:
            self._begun = None


def message_of(error: Exception) -> Message:
    """Return what `error` says; of one that nobody foresaw, what the system says and of which file, else the type
    too."""
    if isinstance(error, MessageError):
        return error.message
    if isinstance(error, OSError) and error.strerror:
        why = reason_of(error)
        return Message("{0}: {1}", str(error.filename), why) if error.filename else Message("{0}", why)
    return Message("{0}: {1}", type(error).__name__, str(error))


def _deliver(receive: Callable[[Any], None], found: object) -> None:
    owner = getattr(receive, "__self__", None)
    if not isinstance(owner, QObject) or isValid(owner):
        receive(found)
