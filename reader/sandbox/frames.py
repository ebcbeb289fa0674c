"""Frames on a pipe: eight bytes of length, big-endian, then as many bytes. Never pickles.

A length is not believed: memory is taken for bytes that came, not for those that were promised.
"""

from __future__ import annotations

import struct
from typing import IO

_HEAD = struct.Struct(">Q")
_PIECE = 1 << 20
MOST = 1 << 31  # bytes of a frame


def send(pipe: IO[bytes], *messages: bytes) -> None:
    """Write a frame each, and flush them."""
    for message in messages:
        pipe.write(_HEAD.pack(len(message)))
        pipe.write(message)
    pipe.flush()


def receive(pipe: IO[bytes], most: int = MOST) -> bytes | None:
    """Return the next frame; None when the other end has gone, or sends no frame or one of more than `most` bytes."""
    head = pipe.read(_HEAD.size)
    if len(head) < _HEAD.size:
        return None
    (left,) = _HEAD.unpack(head)
    if left > most:
        return None
    message = bytearray()
    while left and (piece := pipe.read(min(left, _PIECE))):
        message += piece
        left -= len(piece)
    return None if left else bytes(message)
