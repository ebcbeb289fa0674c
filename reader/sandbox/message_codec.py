"""What a confined process has to say to a person, as JSON for its pipe and back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from reader.messages import Hole, Message

_DEEPEST = 4  # messages within messages
_LONGEST = 1 << 20  # characters of one text in it
_MOST = 100  # holes, or messages in one
_PATH, _SEVERAL = "path", "several"


def message_out(message: Message) -> bytes:
    """Return a message as JSON."""
    return json.dumps(message_plain(message), separators=(",", ":")).encode("ascii")


def message_back(message: bytes) -> Message:
    """Return the message that `message_out` wrote. Raises `ValueError` or `TypeError` for anything else."""
    return message_of(json.loads(message))


def message_of(plain: Any) -> Message:
    """Return the message that `message_plain` made. Raises `ValueError` or `TypeError` for anything else."""
    return _message(plain, 0)


def message_plain(message: Message) -> list[Any]:
    """Return a message as JSON values."""
    return [message.template, [_plain(hole) for hole in message.holes]]


def _plain(hole: Hole) -> Any:
    if isinstance(hole, Message):
        return message_plain(hole)
    if isinstance(hole, tuple):
        return {_SEVERAL: [message_plain(one) for one in hole]}
    if isinstance(hole, Path):
        return {_PATH: str(hole)}
    return hole if isinstance(hole, int) else str(hole)


def _message(plain: Any, depth: int) -> Message:
    template, holes = plain
    if depth > _DEEPEST or not isinstance(template, str) or not isinstance(holes, list) or len(holes) > _MOST:
        raise ValueError("no message")
    return Message(_whole(template), *(_hole(hole, depth + 1) for hole in holes))


def _hole(plain: Any, depth: int) -> Hole:
    if isinstance(plain, list):
        return _message(plain, depth)
    if not isinstance(plain, dict):
        return plain if isinstance(plain, int) else _whole(str(plain))
    if _PATH in plain:
        return Path(str(plain[_PATH])[:_LONGEST])
    return tuple(_message(one, depth) for one in plain[_SEVERAL][:_MOST])


def _whole(text: str) -> str:
    """`text` without halves of characters, which JSON can hold and nothing can store or print."""
    return text[:_LONGEST].encode("utf-8", "replace").decode("utf-8")
