"""Rows that cannot be what they ought to be: an error that names them, in place of whatever reading them raised."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any, TypeVar

from reader.errors import DamagedError
from reader.model.kind_names import kind_word

T = TypeVar("T")
_Read = Callable[..., T]
WRONG = (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError, RecursionError, zlib.error)


def reads(kind: str) -> Callable[[_Read[T]], _Read[T]]:
    """Return what lets a function that makes things of that kind from rows raise `DamagedError` for an odd one."""

    def whole(read: _Read[T]) -> _Read[T]:
        @wraps(read)
        def guarded(row: Any, *more: Any) -> T:
            try:
                return read(row, *more)
            except WRONG as error:
                raise DamagedError("{0} {1} is damaged; tilik check says more", kind_word(kind), _id(row)) from error

        return guarded

    return whole


def _id(row: Any) -> str:
    for key in ("id", 0):
        try:
            return str(row[key])
        except WRONG:
            continue
    return ""


def moment(text: object) -> datetime:
    """Return the time that stands in a cell. Raises `DamagedError` for what is none."""
    try:
        return datetime.fromisoformat(str(text))
    except ValueError as error:
        raise DamagedError("a date in the library is damaged; tilik check says more") from error


def list_in(text: object) -> list[Any]:
    """Return the list that stands as JSON in a cell. Raises `DamagedError` for what is none."""
    try:
        found = json.loads(str(text)) if text else []
    except ValueError as error:
        raise DamagedError("a list in the library is damaged; tilik check says more") from error
    return found if isinstance(found, list) else []
