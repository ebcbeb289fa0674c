"""One writer a library: a lock held for life, and a note beside it of who holds it.

The operating system frees the lock when its holder dies, so a kill leaves nothing to break by hand.
"""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Callable
from pathlib import Path

from filelock import FileLock, Timeout

from reader.errors import LibraryError, LockedError
from reader.foreign_json import parsed
from reader.messages import Message
from reader.system_reasons import reason_of


class Lock:
    """Held from construction to `release`. Raises `LockedError` naming the holder."""

    def __init__(self, library: Path) -> None:
        self._owner = library.with_name(library.name + ".owner")
        self._lock = FileLock(str(library) + ".lock", mode=0o600)
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            raise LockedError(
                "{0} is open in another Tilik ({1}); close it there first", library, self._holder()
            ) from None
        except OSError as error:
            raise LibraryError("{0} cannot be locked: {1}", library, reason_of(error)) from error
        try:
            self._note()
        except OSError as error:  # no room for the note
            self._lock.release()
            raise LibraryError("{0} cannot be locked: {1}", library, reason_of(error)) from error

    def _note(self) -> None:
        text = json.dumps({"pid": os.getpid(), "host": socket.gethostname()})
        fd = os.open(self._owner, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(fd, "w", encoding="utf-8") as file:
            file.write(text)

    def _holder(self) -> Message:
        try:
            note = parsed(self._owner.read_text(encoding="utf-8"))
            return Message("process {0} on {1}", str(note["pid"]), str(note["host"]))
        except (OSError, ValueError, KeyError, TypeError):
            return Message("its holder left no note")

    @staticmethod
    def is_held(library: Path) -> bool:
        """Return whether somebody writes the library now."""
        return not Lock.while_free(library, lambda: None)

    @staticmethod
    def while_free(library: Path, do: Callable[[], object]) -> bool:
        """Do something while nobody can begin to write; False, and nothing, where somebody writes or no lock can be."""
        if not Path(f"{library}.lock").exists():  # nobody ever wrote here, and to read leaves nothing behind
            return True
        lock = FileLock(f"{library}.lock", mode=0o600)
        try:
            with lock.acquire(timeout=0):
                do()
        except (Timeout, OSError):
            return False
        return True

    @staticmethod
    def has_note(library: Path) -> bool:
        """Return whether a holder noted itself and did not take that back: it holds the library, or it died."""
        return library.with_name(library.name + ".owner").exists()

    def release(self) -> None:
        self._owner.unlink(missing_ok=True)
        self._lock.release()
