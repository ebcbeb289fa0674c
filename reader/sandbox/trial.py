"""What holds of the sandbox on this machine: a confined process tries each thing, see `attempts`."""

from __future__ import annotations

import json
import os
import secrets
import socket
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from reader.sandbox.layers import Layer, layers_of
from reader.sandbox.start import start
from reader.system import is_linux

_MEMORY, _SECONDS = 1500, 30
_VARIABLE = "TILIK_SANDBOX_SECRET"
DONE = "done"


@dataclass(frozen=True, slots=True)
class Attempt:
    """One thing that was tried from inside: `refused`, `done`, or `not here` where the system has no such thing."""

    name: str
    outcome: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Trial:
    """Layers that were granted, attempts made within them, and whether anybody has tried them on this system."""

    layers: tuple[Layer, ...]
    attempts: tuple[Attempt, ...]
    known_system: bool

    @property
    def holds(self) -> bool:
        """Whether every attempt was refused."""
        return bool(self.attempts) and all(attempt.outcome != DONE for attempt in self.attempts)


def tried_here(library: Path | None = None) -> Trial:
    """Return what a confined process reaches on this machine; of the library only that it opens is tried.

    Raises `OSError` when the process cannot be started and `ValueError` when it does not answer.
    """
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryFile() as words, _secret() as secret:
        private = Path(folder, "private.txt")
        for name in ("private.txt", "removable", "library"):
            Path(folder, name).write_text("of nobody else", "utf-8")
        target = library if library is not None and library.is_file() else Path(folder, "library")
        with socket.create_server(("127.0.0.1", 0)) as service:
            given = {
                "private": str(private), "folder": folder, "library": str(target.absolute()), "parent": os.getpid(),
                "port": service.getsockname()[1], "secret": secret, "memory": _MEMORY, "seconds": _SECONDS,
            }  # fmt: skip
            return _answer(json.dumps(given), words)


def _answer(given: str, words: IO[bytes]) -> Trial:
    started = start("reader.sandbox.attempts", given, stderr=words, memory_mb=_MEMORY)
    said, _ = started.communicate(timeout=4 * _SECONDS)
    try:
        layers, attempts = json.loads(said)
    except ValueError as error:
        words.seek(0)
        last = words.read().decode("utf-8", "replace").strip().rpartition("\n")[2]
        raise ValueError(last or f"it ended with {started.returncode}") from error
    return Trial(layers_of(layers), tuple(Attempt(*map(str, one)) for one in attempts), is_linux())


@contextmanager
def _secret() -> Iterator[str]:
    """A secret in our own environment, as a token of the newsroom would be."""
    os.environ[_VARIABLE] = secret = secrets.token_hex(16)
    try:
        yield secret
    finally:
        del os.environ[_VARIABLE]
