"""Why a page could not be cleaned, as bytes for the pipe to the worker and back."""

from __future__ import annotations

import json
from typing import Any

from reader.messages import Message

_DEEPEST = 4  # messages within messages


def message_out(message: Message) -> bytes:
    """Return why a page could not be cleaned, as JSON."""
    return json.dumps(message_plain(message), separators=(",", ":")).encode("ascii")


def message_back(message: bytes) -> Message:
    """Return the message that `message_out` wrote. Raises `ValueError` or `TypeError` for anything else."""
    return message_of(json.loads(message))


def message_of(plain: Any) -> Message:
    """Return the message that `message_plain` made. Raises `ValueError` or `TypeError` for anything else."""
    return _message(plain, 0)


def message_plain(message: Message) -> list[Any]:
    """Return a message as JSON values."""
    return [
        message.template,
        [message_plain(hole) if isinstance(hole, Message) else str(hole) for hole in message.holes],
    ]


def _message(plain: Any, depth: int) -> Message:
    template, holes = plain
    if depth > _DEEPEST or not isinstance(template, str):
        raise ValueError("no message")
    inner = (_message(hole, depth + 1) if isinstance(hole, list) else _whole(str(hole)) for hole in holes)
    return Message(_whole(template), *inner)


def _whole(text: str) -> str:
    """`text` without halves of characters, which JSON can hold and nothing can store or print."""
    return text.encode("utf-8", "replace").decode("utf-8")
