"""Claims, sources, evidence and reviews as plain JSON values and back, every field checked on the way in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, Field, fields
from datetime import UTC, datetime
from typing import Any

from reader.errors import MessageError
from reader.model import vocabulary
from reader.model.claims import KINDS, ClaimRecord, Related, Sentence

_VALUES: Mapping[str, Mapping[str, vocabulary.Values]] = {
    "claim": vocabulary.CLAIM, "source": vocabulary.SOURCE, "evidence": vocabulary.EVIDENCE,
    "review": vocabulary.REVIEW,
}  # fmt: skip


class PlainError(MessageError, ValueError):
    """A value is not what its field takes; the message names both."""


def plain(thing: ClaimRecord) -> dict[str, Any]:
    """The fields that say something, as JSON holds them."""
    told = {f.name: (getattr(thing, f.name), _is_required(f)) for f in fields(thing)}
    return {name: _plain(value) for name, (value, required) in told.items() if value or required}


def _is_required(f: Field[Any]) -> bool:
    return f.default is MISSING and f.default_factory is MISSING


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Related):
        return [value.kind, value.claim_id]
    if isinstance(value, Sentence):
        return [value.text, list(value.cites)]
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return dict(value) if isinstance(value, Mapping) else value


def shared(thing: ClaimRecord) -> dict[str, Any]:
    """As `plain`, without what only the desk may know."""
    return {name: value for name, value in plain(thing).items() if name not in vocabulary.DESK_ONLY}


def known_of(kind: str, told: Mapping[str, Any]) -> ClaimRecord:
    """The thing again. Raises `PlainError` for a field that is missing, of another type, or of no known value."""
    made = KINDS[kind]
    names = {f.name: f for f in fields(made)}
    if unknown := sorted(set(told) - set(names)):
        raise PlainError("a {0} has no {1}", kind, ", ".join(unknown))
    return made(**{name: _value(kind, f, told[name]) for name, f in names.items() if _is_told(kind, f, told)})


def _is_told(kind: str, f: Field[Any], told: Mapping[str, Any]) -> bool:
    if told.get(f.name) is not None:
        return True
    if _is_required(f):
        raise PlainError("a {0} needs its {1}", kind, f.name)
    return False


def _value(kind: str, f: Field[Any], value: Any) -> Any:
    if f.name in ("created", "modified"):
        return _time(f.name, value)
    if f.name == "extra":
        return _checked(f.name, value, isinstance(value, Mapping))
    if f.name == "aliases":
        return _texts(f.name, value)
    if f.name == "related":
        return tuple(Related(*_pair(f.name, item)) for item in _list(f.name, value))
    if f.name == "justification":
        return tuple(_sentence(item) for item in _list(f.name, value))
    return allowed(kind, f.name, _checked(f.name, value, isinstance(value, str)))


def allowed(kind: str, name: str, value: str) -> str:
    """`value`, when the field takes it: one of its vocabulary, or empty. Raises `PlainError`."""
    among = _VALUES[kind].get(name)
    if among is not None and value and value not in among:
        raise PlainError("{0} is {1}, none of {2}", name, f"{value!r:.60}", ", ".join(among))
    return value


def _checked(name: str, value: Any, right: bool) -> Any:
    if not right:
        raise PlainError("{0} is {1}", name, f"{value!r:.60}")
    return value


def _list(name: str, value: Any) -> list[Any]:
    return list(_checked(name, value, isinstance(value, list | tuple)))


def _texts(name: str, value: Any) -> tuple[str, ...]:
    return tuple(_checked(name, item, isinstance(item, str)) for item in _list(name, value))


def _pair(name: str, value: Any) -> tuple[str, ...]:
    pair = _texts(name, value)
    return _checked(name, pair, len(pair) == 2)  # type: ignore[no-any-return]


def _sentence(value: Any) -> Sentence:
    pair = _list("justification", value)
    text, cites = _checked("justification", pair, len(pair) == 2 and isinstance(pair[0], str))
    return Sentence(text, _texts("justification", cites))


def _time(name: str, value: Any) -> datetime:
    try:
        time = datetime.fromisoformat(value)
        return (time if time.tzinfo else time.replace(tzinfo=UTC)).astimezone(UTC)
    except (TypeError, ValueError, OverflowError):
        raise PlainError("{0} is {1}, no time", name, f"{value!r:.60}") from None
