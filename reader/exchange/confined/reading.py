"""A set of a stranger, read in a process of its own that can open nothing, has no network and starts nothing.

The process gets bytes piece by piece (`handing`), neither a path that it could open nor a descriptor, so that a folder
of a thousand files, a file beside the set and every system are served in the same way. It gives plain records
(`wire`), which `reader.exchange.records` then looks at here, as it looks at everything that comes from outside.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from reader.errors import SetError
from reader.exchange.confined import wire
from reader.exchange.confined.handing import Handing
from reader.exchange.importers.importer import SetFile
from reader.inputs import why_no_file
from reader.model.pages import Original, Picture
from reader.sandbox import confined_process
from reader.sandbox.confined_process import ConfinedProcess, EndedError
from reader.system_reasons import reason_of

MEMORY_MB = 3000
SECONDS = 60  # of the processor for one item, and two more for each MB of the file: some formats are gone through first
AHEAD = 3  # items that are read while one is stored
_NO_VALUE = (ValueError, TypeError, RecursionError, KeyError, AttributeError)


class SetReader:
    """Reads one set after the other. The process is started for the first question about a file, and another one for
    the next file: what one set did to its reader cannot reach another set.

    `cancel` may be called from any thread, for good: whoever reads gets a `SetError`.
    """

    def __init__(self, memory_mb: int = MEMORY_MB, seconds: float = SECONDS) -> None:
        self._memory_mb, self._seconds = memory_mb, seconds
        self._path: Path | None = None
        self._process: ConfinedProcess | None = None
        self._handing: Handing | None = None
        self._read: deque[bytes] = deque()  # items that came before they were wanted
        self._ahead = 0  # items that were asked for and did not come yet
        self._allowed = seconds
        self._cancelled = False
        self._guard = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def format_of(self, path: Path, format: str = "") -> str:
        """Return the id of the format of a file: the one called `format`, else the one that knows its first bytes.
        Raises `SetError` as `reader.exchange.importers.detect` does."""
        self._start(path)
        self._tell(wire.DETECT, str(path), format)
        answer = self._plain_answer()
        if not isinstance(answer, str):
            raise self._broken(path, "no format")
        return answer[:100]

    def read(self, path: Path, format: str = "") -> SetFile:
        """Return the file as its importer does; its items are read as they are asked for. Raises `SetError`."""
        self._start(path)
        self._tell(wire.READ, str(path), format)
        try:
            found, sender = map(str, self._plain_answer())
        except _NO_VALUE as error:
            raise self._broken(path, str(error)) from error
        return SetFile(path, found[:100], self._items(path), sender, self._original, self._picture)

    def cancel(self) -> None:
        """End the process, from any thread, and start none again."""
        with self._guard:
            self._cancelled = True
            if self._process is not None:
                self._process.stop()

    def close(self) -> None:
        """End the process."""
        with self._guard:
            ended, self._process = self._process, None
        if ended is not None:
            ended.close()
        if self._handing is not None:
            self._handing.close()
            self._handing = None
        self._path = None
        self._read.clear()
        self._ahead = 0

    # -- the process ----------------------------------------------------------------------------------------------

    def _start(self, path: Path) -> None:
        if self._process is not None and self._path == path and not self._ahead:
            return
        self.close()
        if why := why_no_file(path, folder=True):
            raise SetError("{0}", why)
        size = path.stat().st_size if path.is_file() else 0
        self._allowed = self._seconds + 2 * size / 1e6
        self._path, self._handing = path, Handing(path)
        try:
            started = ConfinedProcess(
                "reader.exchange.confined.child", memory_mb=self._memory_mb, seconds=self._allowed
            )
        except EndedError as error:
            raise self._ended(error) from error
        except OSError as error:
            raise SetError("{0} cannot be read: {1}", path, reason_of(error)) from error
        with self._guard:  # it may have been cancelled while the process started
            self._process = started
            if self._cancelled:
                started.stop()

    def _tell(self, what: str, argument: str = "", format: str = "") -> None:
        if self._process is not None:
            self._process.send(wire.dumped([what, argument, format, self._allowed]))

    def _hear(self, most: int) -> bytes:
        """The next frame that is no question; questions are answered."""
        while True:
            if self._process is None or self._handing is None:
                raise SetError("{0}: reading it was cancelled", self._path or "")
            try:
                frame = self._process.receive(most)
                if frame[:1] != wire.ASKS:
                    return frame
                self._process.send(self._handing.answer(frame[1:]))
            except EndedError as error:
                raise self._ended(error) from error
            except _NO_VALUE as error:
                raise self._broken(self._path, str(error)) from error

    def _answer(self) -> bytes:
        """The answer to what was asked last; items that come before it are kept."""
        while (frame := self._hear(wire.MOST_ITEM))[:1] in (wire.ITEM, wire.END, wire.FAILED):
            self._take_in(frame)
        if frame[:1] == wire.REFUSED:
            raise self._refusal(frame)
        return frame

    def _plain_answer(self) -> Any:
        try:
            return wire.loaded(self._answer()[1:])
        except _NO_VALUE as error:
            raise self._broken(self._path, str(error)) from error

    # -- items ----------------------------------------------------------------------------------------------------

    def _items(self, path: Path) -> Iterator[wire.Item]:
        self._want(AHEAD)
        try:
            while True:
                frame = self._read.popleft() if self._read else self._counted()
                self._want(1)
                if frame[:1] == wire.END:
                    return
                if frame[:1] == wire.FAILED:
                    raise self._refusal(frame)
                yield self._item(path, frame)
        finally:
            self.close()

    def _item(self, path: Path, frame: bytes) -> wire.Item:
        if frame[:1] != wire.ITEM:
            raise self._broken(path, "no item")
        try:
            return wire.item_back(frame[1:])
        except _NO_VALUE as error:
            raise self._broken(path, str(error)) from error

    def _want(self, count: int) -> None:
        for _ in range(count):
            self._ahead += 1
            self._tell(wire.NEXT)

    def _counted(self) -> bytes:
        frame = self._hear(wire.MOST_ITEM)
        self._ahead -= 1
        return frame

    def _take_in(self, frame: bytes) -> None:
        if not self._ahead:
            raise self._broken(self._path, "an item that nobody asked for")
        self._ahead -= 1
        self._read.append(frame)

    def _original(self, id: str) -> Original | None:
        found = self._bytes(wire.ORIGINAL, id)
        return wire.original_of(id, *found) if found is not None else None

    def _picture(self, id: str) -> Picture | None:
        found = self._bytes(wire.PICTURE, id)
        return wire.picture_of(id, *found) if found is not None else None

    def _bytes(self, what: str, id: str) -> tuple[bytes, bytes] | None:
        self._tell(what, id)
        frame = self._answer()
        return (frame[1:], self._hear(wire.MOST_BYTES)) if frame[:1] == wire.BYTES else None

    # -- what went wrong ------------------------------------------------------------------------------------------

    def _refusal(self, frame: bytes) -> SetError:
        try:
            return SetError("{0}", wire.error_back(frame[1:]))
        except _NO_VALUE as error:
            return self._broken(self._path, str(error))

    def _broken(self, path: Path | None, words: str) -> SetError:
        return SetError("{0}: the process that reads sets broke down on it ({1})", path or "", words[:200])

    def _ended(self, error: EndedError) -> SetError:
        path = self._path or Path()
        if error.why == confined_process.STOPPED:
            return SetError("{0}: reading it was cancelled", path)
        if error.why == confined_process.LATE:
            return SetError("{0}: reading it took longer than {1} seconds and was given up", path, round(self._allowed))
        if error.why == confined_process.MEMORY:
            return SetError("{0}: reading it needed more than {1} MB and was given up", path, self._memory_mb)
        if error.why == confined_process.KILLED:
            return SetError(
                "{0}: the process that reads sets was ended from outside; the computer may be short of memory", path
            )
        return self._broken(path, error.words)
