"""One confined process: it gets requests in frames and answers in frames, until it is ended.

Its answers are believed in nothing: whoever asks bounds each of them and looks at every value of it.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import tempfile
import threading
import time
from typing import IO

from reader.sandbox.frames import receive, send
from reader.sandbox.lacking import note
from reader.sandbox.layers import Layer, layers_of
from reader.sandbox.start import start
from reader.sandbox.used import processor_seconds

PATIENCE = 10  # times as long as the processor may be used may pass on the wall
_LOOK = 0.25  # seconds between two looks at what it has used
_MOST_READY = 1 << 16  # bytes
_OUT_OF_TIME = getattr(signal, "SIGXCPU", None)  # Windows has no such signal
LATE, STOPPED, MEMORY, KILLED, BROKEN = "late", "stopped", "memory", "killed", "broken"


class EndedError(Exception):
    """The process ended before it answered. `why` is one of the words above, `words` the last that it said."""

    def __init__(self, why: str, words: str = "") -> None:
        super().__init__(why, words)
        self.why, self.words = why, words


class ConfinedProcess:
    """A process that runs a module of ours, confined, and that is killed when it uses more than `seconds` of the
    processor for one answer, or `memory_mb` of address space.

    The module calls `confine`, then names its layers by `say_ready`. One thread may ask; `stop` may be called from
    any. Raises `OSError` when it cannot be started, `EndedError` when it ends before it is ready.
    """

    def __init__(self, module: str, *arguments: str, memory_mb: int, seconds: float, background: bool = False) -> None:
        self._seconds = seconds
        self._why = ""
        self._begun: tuple[float, float | None] | None = None
        self._over = threading.Event()
        self._words: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the process
        words = (str(memory_mb), f"{seconds:g}", *arguments)
        try:
            self._process = start(module, *words, stderr=self._words, memory_mb=memory_mb, background=background)
        except BaseException:  # there is no process to be ended
            self._over.set()
            self._words.close()
            raise
        threading.Thread(target=self._guard, name="tilik-guard", daemon=True).start()
        try:
            self.layers = self._ready()
            note(self.layers)
        except EndedError:
            self.close()
            raise

    def __del__(self) -> None:
        if not self._over.is_set():
            self.close()

    def send(self, *messages: bytes) -> None:
        """Send it messages. That it has gone is found out by `receive`."""
        if self._process.stdin is None:
            raise self._failure()
        with contextlib.suppress(OSError):  # it was killed while we wrote; `receive` says why
            send(self._process.stdin, *messages)

    def receive(self, most: int) -> bytes:
        """Return its next frame of at most `most` bytes. Raises `EndedError`."""
        self._begun = time.monotonic(), processor_seconds(self._process.pid)
        try:
            found = receive(self._process.stdout, most) if self._process.stdout is not None else None
        except (OSError, ValueError):  # it was stopped from another thread
            found = None
        self._begun = None
        if found is None:
            raise self._failure()
        return found

    def allow(self, seconds: float) -> None:
        """Let each answer take so long from now on; the process is told by whoever talks to it."""
        self._seconds = seconds

    def stop(self) -> None:
        """End it, from any thread; whoever waits for an answer gets `EndedError`."""
        self._end(STOPPED)

    def close(self) -> None:
        """End it and wait until it is gone."""
        self._end(STOPPED)
        self._over.set()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):  # bytes still in our buffer for a process that is gone
                    pipe.close()
        self._process.wait()
        self._words.close()

    def _ready(self) -> tuple[Layer, ...]:
        try:
            return layers_of(json.loads(self.receive(_MOST_READY)))
        except (ValueError, TypeError, RecursionError) as error:
            raise EndedError(BROKEN, str(error)) from error

    def _end(self, why: str) -> None:
        if self._process.poll() is None:
            self._why = self._why or why
            self._process.kill()

    def _guard(self) -> None:
        while not self._over.wait(_LOOK):
            if (begun := self._begun) is not None and self._is_late(*begun):
                self._end(LATE)
                return

    def _is_late(self, since: float, before: float | None) -> bool:
        if time.monotonic() - since > self._seconds * PATIENCE:
            return True
        now = processor_seconds(self._process.pid)
        return now is not None and before is not None and now - before > self._seconds

    def _failure(self) -> EndedError:
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(_LOOK)
        if self._process.poll() is None:  # it said what is no frame
            self._process.kill()
        code, words = self._process.wait(), self._last_words()
        if self._why:
            return EndedError(self._why, words)
        if "MemoryError" in words:
            return EndedError(MEMORY, words)
        if _OUT_OF_TIME is not None and code == -_OUT_OF_TIME:
            return EndedError(LATE, words)
        return EndedError(KILLED if code == -9 and not words else BROKEN, words or f"it ended with {code}")

    def _last_words(self) -> str:
        if self._words.closed:
            return ""
        self._words.seek(0, os.SEEK_END)
        self._words.seek(max(0, self._words.tell() - 4000))
        lines = self._words.read().decode("utf-8", "replace").split("\n")
        return next((line.strip()[:200] for line in reversed(lines) if line.strip()), "")
