"""What travels between the window and the cleaning process: frames of bytes, pages and cleaned articles as JSON.

In frames, see `reader.sandbox.frames`. Never pickles: the process has read foreign pages.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from reader.model.codec import plain, restore
from reader.model.held import Held, Listed
from reader.model.pages import Cleaned, Page
from reader.sandbox import Layer, layers_of, plain_layers
from reader.sandbox.message_codec import message_of, message_plain

MOST_ANSWER = 1 << 29  # bytes of an article with its pictures
READY = b"="


def ready_bytes(layers: Sequence[Layer]) -> bytes:
    """Return what a process holds of its sandbox, as JSON."""
    return _dumped(plain_layers(layers))


def ready_of(message: bytes) -> tuple[Layer, ...]:
    """Return what `ready_bytes` wrote. Raises `ValueError` or `TypeError`."""
    return layers_of(json.loads(message))


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


def held_bytes(held: Held) -> bytes:
    """Return everything that a file holds as JSON."""
    return _dumped([held.what, [plain(one) for one in held.entries], [message_plain(one) for one in held.problems]])


def held_of(message: bytes) -> Held:
    """Return what `held_bytes` wrote. Raises `CodecError`, `ValueError` or `TypeError`."""
    what, entries, problems = json.loads(message)
    return Held(str(what), tuple(restore(Listed, one) for one in entries), tuple(map(message_of, problems)))


def _json(entity: Page | Cleaned) -> bytes:
    return _dumped(plain(entity))


def _dumped(value: Any) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode("ascii")
