"""Pages cleaned on several cores: workers side by side, each a process that can be killed alone."""

from __future__ import annotations

from queue import LifoQueue
from types import TracebackType
from typing import Self

from reader.cleaning.worker import Worker
from reader.model.pages import Cleaned, Page
from reader.system import usable_cores

MOST = 4  # processes; each holds 100 MB, and one writer stores what they make


class Workers:
    """Cleans up to `at_once` pages at the same time; a process is started when it is first needed.

    `at_once` is the number of cores that may be used, at most `MOST`. In the `background` the processes leave the
    cores to whatever else wants them. Limits are those of `Worker`; a page that runs past one fails alone.
    """

    def __init__(self, at_once: int = 0, *, background: bool = False, seconds: float = 30) -> None:
        self.at_once = at_once or min(MOST, usable_cores())
        self._all = [Worker(seconds, background=background) for _ in range(self.at_once)]
        self._free: LifoQueue[Worker] = LifoQueue()  # the last one used comes first: it has a process already
        for worker in self._all:
            self._free.put(worker)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def clean(self, page: Page) -> Cleaned:
        """Return the article of `page`, from the first worker that is free. Raises as `Worker.clean`."""
        worker = self._free.get()
        try:
            return worker.clean(page)
        finally:
            self._free.put(worker)

    def cancel(self) -> None:
        """Kill all processes, from any thread, and start none again: every page fails from now on."""
        for worker in self._all:
            worker.end()

    def close(self) -> None:
        """End all processes."""
        self.cancel()
        for worker in self._all:
            worker.close()
