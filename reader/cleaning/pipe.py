"""What travels between the window and the cleaning process: frames of bytes, pages and cleaned articles as JSON.

A frame is eight bytes of length, big-endian, then as many bytes. Never pickles: the process has read foreign pages.
"""

from __future__ import annotations

import json
import struct
from dataclasses import replace
from typing import IO

from reader.model.codec import plain, restore
from reader.model.pages import Cleaned, Page

_HEAD = struct.Struct(">Q")
MOST = 1 << 31  # bytes; nobody sends more, and a broken process must not make us ask for more memory


def send(pipe: IO[bytes], message: bytes) -> None:
    """Write one frame and flush it."""
    pipe.write(_HEAD.pack(len(message)))
    pipe.write(message)
    pipe.flush()


def receive(pipe: IO[bytes]) -> bytes | None:
    """Return the next frame; None when the other end has gone or sends no frame."""
    head = pipe.read(_HEAD.size)
    if len(head) < _HEAD.size:
        return None
    (size,) = _HEAD.unpack(head)
    if size > MOST:
        return None
    message = pipe.read(size)
    return message if len(message) == size else None


def page_head(page: Page) -> bytes:
    """Return everything of a page but its bytes, which travel raw in a frame of their own."""
    return _json(replace(page, data=b""))


def page_of(head: bytes, data: bytes) -> Page:
    """Return the page whose head and bytes these are."""
    return replace(restore(Page, json.loads(head)), data=data)


def cleaned_bytes(cleaned: Cleaned) -> bytes:
    """Return a cleaned article as JSON."""
    return _json(cleaned)


def cleaned_of(message: bytes) -> Cleaned:
    """Return the article that `cleaned_bytes` wrote, equal to it. Raises `CodecError`."""
    return restore(Cleaned, json.loads(message))


def _json(entity: Page | Cleaned) -> bytes:
    return json.dumps(plain(entity), separators=(",", ":")).encode("ascii")
