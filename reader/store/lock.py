"""One writer a library: a lock held for life, and a note beside it of who holds it.

The operating system frees the lock when its holder dies, so a kill leaves nothing to break by hand.
"""

from __future__ import annotations

import json
import os
import socket
from pathlib import Path

from filelock import FileLock, Timeout

from reader.errors import LibraryError, LockedError
from reader.foreign_json import parsed


class Lock:
    """Held from construction to `release`. Raises `LockedError` naming the holder."""

    def __init__(self, library: Path) -> None:
        self._owner = library.with_name(library.name + ".owner")
        self._lock = FileLock(str(library) + ".lock", mode=0o600)
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            raise LockedError(f"{library} is open in another Tilik ({self._holder()}); close it there first") from None
        except OSError as error:
            raise LibraryError(f"{library} cannot be locked: {error.strerror or error}") from error
        try:
            self._note()
        except OSError as error:  # no room for the note
            self._lock.release()
            raise LibraryError(f"{library} cannot be locked: {error.strerror or error}") from error

    def _note(self) -> None:
        text = json.dumps({"pid": os.getpid(), "host": socket.gethostname()})
        fd = os.open(self._owner, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(fd, "w", encoding="utf-8") as file:
            file.write(text)

    def _holder(self) -> str:
        try:
            note = parsed(self._owner.read_text(encoding="utf-8"))
            return f"process {note['pid']} on {note['host']}"
        except (OSError, ValueError, KeyError, TypeError):
            return "its holder left no note"

    def release(self) -> None:
        self._owner.unlink(missing_ok=True)
        self._lock.release()
