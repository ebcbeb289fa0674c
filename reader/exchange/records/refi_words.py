"""The description of a selection: a note, and as its last line what else is said of a mark, as JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from reader.exchange.records.plain_values import plain_json
from reader.foreign_json import JsonError, parsed

_TAGS, _ATTRIBUTES = "tags", "attributes"


def described(note: str, tags: Sequence[str], attributes: Mapping[str, Any]) -> str:
    """Return the description of a mark. Attributes alone stand as they are; with tags, or where they could be taken for
    something else, both are named."""
    if not tags and not attributes and _last(note)[1] is None:
        return note
    plain = not tags and not (attributes.keys() <= {_TAGS, _ATTRIBUTES})
    record = dict(attributes) if plain else {_ATTRIBUTES: dict(attributes), _TAGS: list(tags)}
    return f"{note}\n{plain_json(record)}" if note else plain_json(record)


def read_description(text: str) -> tuple[str, tuple[str, ...], dict[str, Any]]:
    """Return note, tags and attributes of a description, whoever wrote it."""
    note, record = _last(text)
    if record is None:
        return text, (), {}
    named = record.keys() == {_TAGS, _ATTRIBUTES} and isinstance(record[_ATTRIBUTES], dict)
    if named and isinstance(record[_TAGS], list) and all(isinstance(one, str) for one in record[_TAGS]):
        return note, tuple(record[_TAGS]), record[_ATTRIBUTES]
    return note, (), record


def _last(text: str) -> tuple[str, dict[str, Any] | None]:
    """What comes before the last line, and the object that is in it."""
    before, _, line = text.rpartition("\n")
    if not line.startswith("{"):
        return text, None
    try:
        value = parsed(line)
    except JsonError:
        return text, None
    return (before, value) if isinstance(value, dict) else (text, None)
