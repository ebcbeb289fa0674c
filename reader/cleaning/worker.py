"""A page cleaned in a process of its own, which can reach nothing but its pipes (`reader.sandbox`) and is killed when
it takes too long or too much memory.

A subprocess and not `multiprocessing`: a spawned child would import the program's main module again,
the window included. The answers are JSON, so a page that takes over the child can hand over words only.
"""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
import threading
from collections.abc import Callable
from functools import partial
from types import TracebackType
from typing import IO, Self

from reader.cleaning.pipe import MOST_ANSWER, READY, cleaned_of, held_of, page_head, ready_of
from reader.cleaning.watch import Watch
from reader.errors import CleaningError, LimitError
from reader.model.held import SeveralError
from reader.model.pages import Cleaned, Page
from reader.sandbox import Layer, start
from reader.sandbox.frames import receive, send
from reader.sandbox.lacking import note
from reader.sandbox.message_codec import message_back

_MOST_READY = 1 << 16  # bytes
_OUT_OF_TIME = getattr(signal, "SIGXCPU", None)  # Windows has no such signal


def _cancelled(address: str) -> LimitError:
    return LimitError("{0}: cleaning was cancelled and was given up; nothing was stored", address)


def _took_longer(seconds: str, address: str) -> LimitError:
    return LimitError(
        "{0}: cleaning took longer than {1} seconds and was given up; nothing was stored", address, seconds
    )


class Worker:
    """Cleans pages one at a time in a process that is started at the first page and after every kill.

    `seconds` bounds what each page may have of the processor (see `Watch`), `memory_mb` the process's address space
    (see `reader.system.limit_memory`). `layers` is what the process holds of its sandbox, once it has cleaned a page.
    In the `background` it leaves the processor to whatever else wants it. `clean` may be called from several threads;
    they wait for each other. `cancel` and `end` may be called from any.
    """

    def __init__(self, seconds: float = 30, memory_mb: int = 1500, *, background: bool = False) -> None:
        self._seconds = seconds
        self._memory_mb = memory_mb
        self._background = background
        self._ended = False
        self.layers: tuple[Layer, ...] = ()
        self._turn = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._words: IO[bytes] | None = None
        self._stopped: Callable[[str], LimitError] | None = None  # makes the error of the page with that address
        self._guard = threading.Lock()  # of `_process` and `_stopped`, which `cancel` sets from another thread

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def clean(self, page: Page) -> Cleaned:
        """Return the article of `page`.

        Raises `CleaningError` when there is none, `SeveralError` with what is in it when it holds several pages or a
        list, `LimitError` when the page ran past a limit or was
        cancelled; both name the source. The worker is ready for the next page after either.
        """
        with self._turn:
            answer = self._ask(page)
        try:
            if answer[:1] == b"*":
                raise SeveralError(page.address, held_of(answer[1:]))
            if answer[:1] != b"-":
                return cleaned_of(answer[1:])
            refusal = message_back(answer[1:])
        except (ValueError, TypeError, RecursionError) as error:
            raise CleaningError("{0}: the cleaner broke down on this page ({1})", page.address, str(error)) from error
        raise CleaningError("{0}", refusal)

    def cancel(self) -> None:
        """Give up the page being cleaned, from another thread; `clean` there raises `LimitError`."""
        self._stop(_cancelled)

    def end(self) -> None:
        """Give up the page being cleaned and every later one, from another thread."""
        with self._guard:
            self._ended = True
        self._stop(_cancelled)

    def close(self) -> None:
        """End the process. Unless it was ended, the worker may still be used; it would start another."""
        self._stop(_cancelled)
        with self._turn:
            self._forget()

    def _ask(self, page: Page) -> bytes:
        process = self._ready(page)
        late = partial(self._stop, partial(_took_longer, f"{self._seconds:g}"))
        with Watch(process.pid, self._seconds, late):
            answer = self._exchange(process, page)
        if answer is None:
            raise self._failure(page)
        return answer

    def _exchange(self, process: subprocess.Popen[bytes], page: Page) -> bytes | None:
        if process.stdin is None or process.stdout is None:
            return None
        if not self.layers and not self._hear(process.stdout):
            return None
        try:
            send(process.stdin, page_head(page))
            send(process.stdin, page.data)
        except OSError:  # it was killed while we wrote; why is told by `_failure`
            return None
        return receive(process.stdout, MOST_ANSWER)

    def _hear(self, answers: IO[bytes]) -> bool:
        """Whether a new process has said what it holds of its sandbox."""
        said = receive(answers, _MOST_READY)
        if said is None or said[:1] != READY:
            return False
        try:
            self.layers = ready_of(said[1:])
            note(self.layers)
        except (ValueError, TypeError, RecursionError):
            return False
        return bool(self.layers)

    def _ready(self, page: Page) -> subprocess.Popen[bytes]:
        """A living process. One that was stopped while it waited may not have died yet; it is replaced too."""
        with self._guard:
            if self._ended:
                raise _cancelled(page.address)
            if self._process is None or self._stopped or self._process.poll() is not None:
                self._forget()
                self._start()
            self._stopped = None
            if self._process is None:
                raise CleaningError("the cleaning process could not be started")
            return self._process

    def _start(self) -> None:
        self._words = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the process; `_forget` closes it
        words = (str(self._memory_mb), f"{self._seconds:g}", *(["background"] if self._background else []))
        self.layers = ()
        self._process = start(
            "reader.cleaning.child", *words, stderr=self._words, memory_mb=self._memory_mb, background=self._background
        )

    def _stop(self, why: Callable[[str], LimitError]) -> None:
        with self._guard:
            if self._process is not None and self._process.poll() is None:
                self._stopped = why
                self._process.kill()

    def _failure(self, page: Page) -> CleaningError:
        """What ended the process, as an error that names the page; the process is cleared away."""
        code = self._process.wait() if self._process else 0
        words = self._last_words()
        why = self._stopped
        self._forget()
        if why is not None:
            return why(page.address)
        if "MemoryError" in words:
            return LimitError("{0}: cleaning needed more than {1} MB and was given up", page.address, self._memory_mb)
        if _OUT_OF_TIME is not None and code == -_OUT_OF_TIME:
            return _took_longer(f"{self._seconds:g}", page.address)
        if code == -9:
            return LimitError(
                "{0}: the cleaning process was ended from outside; the computer may be short of memory", page.address
            )
        return CleaningError("{0}: the cleaner broke down on this page ({1})", page.address, words or f"signal {-code}")

    def _last_words(self) -> str:
        if self._words is None:
            return ""
        self._words.seek(0, os.SEEK_END)
        self._words.seek(max(0, self._words.tell() - 4000))
        lines = self._words.read().decode("utf-8", "replace").split("\n")
        return next((line.strip()[:200] for line in reversed(lines) if line.strip()), "")

    def _forget(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    _close(pipe)
            process.wait()
        if self._words is not None:
            self._words.close()
            self._words = None


def _close(pipe: IO[bytes]) -> None:
    try:
        pipe.close()
    except BrokenPipeError:  # bytes still in our buffer for a process that is gone
        return
