"""Reading one record that somebody else may have written: every field is checked, every error says which."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence, Set
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, TypeVar

from reader.errors import MessageError
from reader.foreign_json import parsed
from reader.messages import Message, Words
from reader.model.spans import Span
from reader.system_reasons import reason_of

EARLIEST, LATEST = 1970, 2999  # years; Windows has no local time before, few programs one after
MOST = 2**53  # the largest whole number that every JSON reader keeps exactly
E = TypeVar("E", bound=StrEnum)
NAMESPACE = uuid.UUID("6f1b2a60-6f0e-4d0c-9b6c-2f6b1d3f7a11")


class Dropped(list[Message]):
    """What was left out of a thing that was taken, a sentence each; `naive` counts times without a zone."""

    naive = 0


class RecordError(MessageError, ValueError):
    """A record does not say what it should; the message names the field."""


def mapping_of(value: object, what: Words) -> Mapping[str, Any]:
    """Return `value` as a JSON object."""
    if not isinstance(value, dict):
        raise RecordError("{0} is not an object", what)
    return value


def text(record: Mapping[str, Any], name: str, default: str = "") -> str:
    """Return the string at `name`; a missing or null field is `default`."""
    value = record.get(name)
    if value is None:
        return default
    if not isinstance(value, str):
        raise RecordError("“{0}” is not text but {1}", name, f"{value!r:.60}")
    return value


def number(record: Mapping[str, Any], name: str, default: int | None = None) -> int:
    """Return the whole number at `name`; required when there is no default."""
    value = record.get(name, default)
    if isinstance(value, float) and value.is_integer():  # a table with gaps writes 9 as 9.0
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int):
        raise RecordError("“{0}” is not a whole number but {1}", name, f"{value!r:.60}")
    if abs(value) > MOST:
        raise RecordError("“{0}” is too large a number: {1}…", name, str(value)[:20])
    return value


def objects(record: Mapping[str, Any], name: str) -> Sequence[Mapping[str, Any]]:
    """Return the list of objects at `name`; a missing or null field is an empty list."""
    value = record.get(name)
    if value is None:
        return ()
    if not isinstance(value, list):
        raise RecordError("“{0}” is not a list", name)
    return [mapping_of(item, Message("an item of “{0}”", name)) for item in value]


def words(record: Mapping[str, Any], name: str) -> tuple[str, ...]:
    """Return the list of strings at `name`."""
    value = record.get(name)
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise RecordError("“{0}” is not a list of texts", name)
    return tuple(value)


def free(record: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """Return the free-form mapping at `name`, as an object or as JSON text."""
    value = record.get(name)
    if value is None or value == "":
        return {}
    if isinstance(value, str):
        try:
            value = parsed(value)
        except ValueError as error:
            raise RecordError("“{0}” is not JSON: {1}", name, reason_of(error)) from error
    return dict(mapping_of(value, f"“{name}”"))


def choice(record: Mapping[str, Any], name: str, kind: type[E], default: E) -> E:
    """Return the member of `kind` named at `name`."""
    value = text(record, name, default.value)
    try:
        return kind(value)
    except ValueError:
        raise RecordError("“{0}” is {1}, none of {2}", name, f"{value!r:.60}", ", ".join(kind)) from None


def time_of(value: str) -> datetime:
    """Return an ISO 8601 time as UTC; one without a zone is taken as UTC."""
    try:
        time = datetime.fromisoformat(value)
        return (time if time.tzinfo else time.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        raise RecordError("{0} is not a time", f"{value!r:.60}") from None


def time(record: Mapping[str, Any], name: str, default: datetime, dropped: list[Message]) -> datetime:
    """Return the time at `name`; `default` when there is none, or one outside our days, of which `dropped` gets a
    sentence."""
    return optional_time(record, name, dropped) or default


def optional_time(record: Mapping[str, Any], name: str, dropped: list[Message]) -> datetime | None:
    """Return the time at `name`, as `time` does; None when there is none. What is no time is left out and told."""
    value = record.get(name)
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        dropped.append(Message("“{0}” is {1}, which is not a time; it was left out", name, f"{value!r:.60}"))
        return None
    if value in _TIMES:
        return _TIMES[value]
    try:
        at = time_of(value)
    except RecordError as error:
        dropped.append(Message("“{0}”: {1}; it was left out", name, error.message))
        return None
    if reason := absurd(name, at, value):
        dropped.append(Message("{0}; it was left out", reason))
        return None
    if isinstance(dropped, Dropped) and datetime.fromisoformat(value).tzinfo is None:
        dropped.naive += 1
    elif len(_TIMES) < 1000:
        _TIMES[value] = at
    return at


_TIMES: dict[str, datetime] = {}  # those with a zone that were read last: many marks of a set have one time


def absurd(name: str, at: datetime, value: str) -> Message | None:
    """Return why a time cannot be one that a program wrote, which no system can be relied on to show; None when it
    can."""
    if EARLIEST <= at.year <= LATEST:
        return None
    return Message("“{0}” is {1}, outside the years {2} to {3}", name, f"{value!r:.60}", EARLIEST, LATEST)


def span(record: Mapping[str, Any], length: int) -> Span:
    """Return `begin` and `end` (or `start` and `end`) within a text of `length` code points."""
    begin = number(record, "begin") if "begin" in record else number(record, "start")
    return inside(begin, number(record, "end"), length)


def inside(begin: int, end: int, length: int) -> Span:
    if not 0 <= begin <= end <= length:
        raise RecordError("[{0}, {1}) is no place in a text of {2} characters", begin, end, length)
    return Span(begin, end)


def extra(record: Mapping[str, Any], known: Set[str], key: str = "jsonl", old_id: str = "") -> Mapping[str, Any]:
    """Return what a record carries for other programs, and under `key` the fields that we have no place for and the id
    that it had there."""
    unknown = {name: value for name, value in record.items() if name not in known and value is not None}
    found = free(record, "extra")
    if not unknown and not old_id:
        return found
    there = found.get(key)
    kept = dict(there) if isinstance(there, dict) else {}
    return {**found, key: {**kept, **unknown, **({"id": old_id} if old_id else {})}}


def old_id(record: Mapping[str, Any]) -> str:
    """Return the id that a record has, as text; empty when it has none."""
    value = record.get("id")
    if value is None or value == "":
        return ""
    return value if isinstance(value, str) else str(number(record, "id"))


def made_id(*parts: str) -> str:
    """Return a UUID made of what a thing says: the same file gives the same ids."""
    return str(uuid.uuid5(NAMESPACE, "\n".join(parts)))
