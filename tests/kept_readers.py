"""The process that reads sets, kept from one test to the next: the program starts one a set, in 0.2 seconds."""

from __future__ import annotations

import atexit
import errno
import json
from collections.abc import Iterator
from typing import Any

import pytest

from reader.exchange.confined import reading, wire
from reader.sandbox.confined_process import ConfinedProcess, EndedError

_kept: list[ConfinedProcess] = []
_MEMORY = reading.MEMORY_MB


class KeptProcess:
    """Asks a process as `ConfinedProcess` does, and leaves it to the next one when everything was answered."""

    def __init__(self, module: str, *, memory_mb: int, seconds: float) -> None:
        plain = memory_mb == _MEMORY and seconds >= reading.SECONDS
        self._process = (
            _kept.pop() if plain and _kept else ConfinedProcess(module, memory_mb=memory_mb, seconds=seconds)
        )
        self._plain, self._items, self._open, self._bytes = plain, 0, False, False
        self._process.allow(seconds)
        self.layers = self._process.layers

    def send(self, *messages: bytes) -> None:
        for message in messages:
            if message[:1] not in (wire.GIVEN, wire.WITHHELD):
                is_next = json.loads(message)[0] == wire.NEXT
                self._items += is_next
                self._open = self._open or not is_next
        self._process.send(*messages)

    def receive(self, most: int) -> bytes:
        frame = self._process.receive(most)
        if self._bytes:  # a page or a picture, whose first byte says nothing
            self._bytes = self._open = False
        elif frame[:1] == wire.BYTES:
            self._bytes = True
        elif frame[:1] in (wire.ITEM, wire.END, wire.FAILED):
            self._items -= 1
        elif frame[:1] in (wire.ANSWER, wire.REFUSED, wire.NONE):
            self._open = False
        return frame

    def stop(self) -> None:
        self._plain = False
        self._process.stop()

    def close(self) -> None:
        if self._plain and not self._open and self._is_at_rest():
            _kept.append(self._process)
        else:
            self._process.close()

    def _is_at_rest(self) -> bool:
        try:
            while self._items > 0:
                if self.receive(wire.MOST_ITEM)[:1] == wire.ASKS:
                    self._process.send(wire.WITHHELD + wire.dumped(errno.EACCES))
        except EndedError:
            return False
        return True


def _let_go() -> None:
    while _kept:
        _kept.pop().close()


@pytest.fixture(autouse=True, scope="session")
def kept_readers() -> Iterator[Any]:
    """One process for all sets of a run, where a test asks for no other limits."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "ConfinedProcess", KeptProcess)
        atexit.register(_let_go)
        yield
    _let_go()
