"""Messages on a pipe: eight bytes of length, big-endian, then as many bytes."""

from __future__ import annotations

import struct
from typing import IO

_HEAD = struct.Struct(">Q")
MOST = 1 << 31  # bytes; nobody sends more, and a broken process must not make us ask for more memory


def send(pipe: IO[bytes], message: bytes) -> None:
    """Write one message and flush it."""
    pipe.write(_HEAD.pack(len(message)))
    pipe.write(message)
    pipe.flush()


def receive(pipe: IO[bytes]) -> bytes | None:
    """The next message; None when the other end has gone or sends no message."""
    head = pipe.read(_HEAD.size)
    if len(head) < _HEAD.size:
        return None
    (size,) = _HEAD.unpack(head)
    if size > MOST:
        return None
    message = pipe.read(size)
    return message if len(message) == size else None
