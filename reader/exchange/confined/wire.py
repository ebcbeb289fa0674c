"""What travels between us and the process that reads sets, as frames: a letter, then JSON or bytes.

The process asks for bytes and gives items; each of its values is looked at here, and none is believed. The records
themselves are plain values as they stand in files of strangers: `reader.exchange.records` is what looks at those.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from reader.errors import MessageError
from reader.exchange.importers.importer import RawDocument
from reader.foreign_json import DECODER
from reader.messages import Message
from reader.model.dataset import Problem
from reader.model.pages import Original, Picture
from reader.sandbox.message_codec import message_of, message_plain

# From the process: it asks, an item, the end, why there are no more items, a refusal, an answer, bytes, nothing.
ASKS, ITEM, END, FAILED, REFUSED, ANSWER, BYTES, NONE = b"?", b"+", b".", b"!", b"-", b"=", b"*", b"0"
# To it: what it asked for, or why not; and the commands.
GIVEN, WITHHELD = b"+", b"-"
DETECT, READ, NEXT, ORIGINAL, PICTURE = "detect", "read", "next", "original", "picture"

MOST_ITEM = 1 << 29  # bytes
MOST_BYTES = 1 << 29  # of a page or a picture
MOST_PIECE = 1 << 20  # bytes of a file handed over at a time
_SIZES = ("media_type", "name", "encoding")
_MOMENT = "\ue000moment"  # a private character: no record of a file has a value of this name
Item = RawDocument | Problem


def dumped(value: Any) -> bytes:
    """Return plain values as JSON; times too, which workbooks hold."""
    text = json.dumps(value, separators=(",", ":"), ensure_ascii=False, default=_unplain)
    return text.encode("utf-8", "surrogatepass")


def loaded(message: bytes) -> Any:
    """Return what `dumped` wrote. Raises `ValueError` or `RecursionError` for anything else."""
    return DECODER.decode(message.decode("utf-8", "surrogatepass"))


def item_out(item: Item) -> bytes:
    """Return an item of a set for the pipe."""
    if isinstance(item, Problem):
        values = [item.file, _place(item.place), message_plain(item.reason)]
        return ITEM + dumped(values)
    flags = [item.ours, item.is_article, item.follows]
    return ITEM + dumped([item.record, _place(item.place), *flags])


def item_back(message: bytes) -> Item:
    """Return the item that `item_out` wrote. Raises `ValueError`, `TypeError` or `RecursionError` for anything else."""
    values = loaded(message)
    if isinstance(values, list) and len(values) == 3:
        return Problem(_text(values[0]), _place_of(values[1]), message_of(values[2]))
    record, place, *flags = values
    if not isinstance(record, dict) or len(flags) != 3 or not all(isinstance(flag, bool) for flag in flags):
        raise ValueError("no item of a set")
    return RawDocument(_with_moments(record, message), _place_of(place), *flags)


def error_out(error: MessageError, *, of_item: bool = False) -> bytes:
    """Return why something was refused, for the pipe."""
    return (FAILED if of_item else REFUSED) + dumped(message_plain(error.message))


def error_back(message: bytes) -> Message:
    """Return what `error_out` wrote. Raises `ValueError`, `TypeError` or `RecursionError` for anything else."""
    return message_of(loaded(message))


def original_head(original: Original) -> bytes:
    """Return what is told of a saved page; its bytes travel in a frame of their own."""
    return dumped([getattr(original, name) for name in _SIZES])


def original_of(id: str, head: bytes, data: bytes) -> Original:
    """Return the page. Raises `ValueError` or `TypeError`."""
    media_type, name, encoding = map(_text, loaded(head))
    return Original(id, media_type, name, data, encoding)


def picture_head(picture: Picture) -> bytes:
    """Return what is told of a picture; its bytes travel in a frame of their own."""
    return dumped([picture.media_type, picture.width, picture.height])


def picture_of(id: str, head: bytes, data: bytes) -> Picture:
    """Return the picture. Raises `ValueError` or `TypeError`."""
    media_type, width, height = loaded(head)
    if not all(isinstance(size, int) and 0 < size < 1 << 24 for size in (width, height)):
        raise ValueError("no size of a picture")
    return Picture(id, _text(media_type), data, width, height)


def path_of(value: Any) -> Path:
    """Return the path that the process names. Raises `ValueError`."""
    return Path(_text(value))


def _text(value: Any) -> str:
    if not isinstance(value, str) or len(value) > MOST_PIECE:
        raise ValueError("no text")
    return value


def _place(place: Message | None) -> Any:
    return message_plain(place) if place is not None else None


def _place_of(plain: Any) -> Message | None:
    return message_of(plain) if plain is not None else None


def _unplain(value: Any) -> Any:
    if isinstance(value, datetime):
        return {_MOMENT: value.isoformat()}
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} is nothing that a record holds")


def _with_moments(record: dict[str, Any], message: bytes) -> dict[str, Any]:
    if _MOMENT.encode() not in message:
        return record
    found = _walked(record)
    return found if isinstance(found, dict) else {}


def _walked(value: Any) -> Any:
    if isinstance(value, list):
        return [_walked(one) for one in value]
    if isinstance(value, dict):
        if value.keys() == {_MOMENT}:
            return datetime.fromisoformat(_text(value[_MOMENT]))
        return {name: _walked(one) for name, one in value.items()}
    return value
