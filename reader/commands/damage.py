"""What a command says of a library that is not as it was closed: looked through first, named, and gone on with."""

from __future__ import annotations

import sys
import threading
from contextlib import suppress
from typing import TYPE_CHECKING

from reader.errors import TilikError

if TYPE_CHECKING:
    from reader.store import Library

_WHOLE = 64 << 20  # bytes of a library that is looked through before a command uses it
_NAMED = 5


def say_damage(library: Library) -> bool:
    """Look a library through that is owed a check, and say on stderr what is damaged; whether anything is."""
    if not library.owed:
        return False
    whole = library.path.stat().st_size <= _WHOLE
    found = library.examine() if whole else library.quick_check()
    for damage in found[:_NAMED]:
        _say(f"damaged: {damage.message}")
    if len(found) > _NAMED:
        _say(f"damaged: {len(found) - _NAMED} more things; tilik check names them all")
    return bool(found)


class Comparing:
    """Compares a large library with what it was when it was closed, beside the command that reads it."""

    def __init__(self, library: Library) -> None:
        self._same, self._ended = True, threading.Event()
        self._thread = threading.Thread(target=self._compare, args=(library,), daemon=True)
        self._thread.start()

    def _compare(self, library: Library) -> None:
        with suppress(TilikError, OSError):  # the command itself says that it cannot be read
            self._same = library.is_as_closed(self._ended.is_set)

    def say(self, *, wait: bool = True) -> None:
        """Say when it is not as it was; with `wait` as soon as that is known."""
        if not wait:
            self._ended.set()
        self._thread.join()
        if not self._same:
            _say("damaged: the file is not as it was when it was closed; tilik check says what is damaged")


def _say(text: str) -> None:
    from reader.commands.output import Output

    sys.stdout.flush()
    Output(json=False).error(text)
