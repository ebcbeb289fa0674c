"""How entities stand in a record: by the fields of their dataclasses, with the names that sets have for some of them.

A field that is added to a dataclass is written and read without a word here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, is_dataclass
from datetime import datetime
from enum import StrEnum
from functools import partial
from operator import attrgetter
from typing import Any, get_args, get_origin

from reader.exchange.records.fields import RecordError, choice, free, number, optional_time, span, text, time, words
from reader.exchange.records.plain_values import json_text, time_out
from reader.messages import Message
from reader.model.annotations import Annotation, Relation
from reader.model.articles import Article, Revision
from reader.model.codec import CodecError, FieldCodec, description, restore
from reader.model.codec import plain as plain_entity
from reader.model.spans import Span

_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Shape:
    """Other `names` of fields, and fields that stand `apart`."""

    names: Mapping[str, str] = field(default_factory=dict)
    apart: frozenset[str] = _NONE


SHAPES: Mapping[type[Any], Shape] = {
    Article: Shape({"origin": "source"}, frozenset({"revision_id"})),
    Revision: Shape(
        apart=frozenset({"article_id", "text", "blocks", "metadata", "inline", "left_out", "notices"}),
    ),
    Annotation: Shape(apart=frozenset({"article_id", "anchor"})),
    Relation: Shape({"kind": "type"}, frozenset({"members"})),
}


def fields_out(entity: object) -> dict[str, Any]:
    """Return the entity's own fields as a record has them, always all of them and each always of one type: times with
    `Z`, free-form mappings as JSON text, lists of small entities as lists of objects, nothing as empty text."""
    plan = _plan(type(entity))
    record = dict(zip(plan.plain, plan.values(entity), strict=True))
    for name, record_name, write, empty in plan.others:
        value = getattr(entity, name)
        if not value and empty is not None:
            record[record_name] = empty if empty != [] else []
        elif isinstance(value, Span):
            record["begin"], record["end"] = value.start, value.end
        else:
            record[record_name] = write(value)
    return record


Write = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class _Plan:
    """How the fields of a kind are written: the names in a record of those that are written as they are, what reads
    their values, and of the others the name, that in a record, what writes it and what stands there for nothing."""

    plain: tuple[str, ...]
    values: Callable[[Any], tuple[Any, ...]]
    others: tuple[tuple[str, str, Write, Any], ...]


_PLANS: dict[type[Any], _Plan] = {}


def _plan(kind: type[Any]) -> _Plan:
    if kind not in _PLANS:
        _PLANS[kind] = _planned(kind, SHAPES.get(kind, Shape()))
    return _PLANS[kind]


def _planned(kind: type[Any], shape: Shape) -> _Plan:
    known = _own_fields(kind, shape)
    plain = [f for f in known if f.hint in (str, int, bool)]
    others = [
        (f.name, shape.names.get(f.name, f.name), partial(_written, f), _empty(f)) for f in known if f not in plain
    ]
    names = tuple(shape.names.get(f.name, f.name) for f in plain)
    return _Plan(names, _values_of([f.name for f in plain]), tuple(others))


def _values_of(names: list[str]) -> Callable[[Any], tuple[Any, ...]]:
    if len(names) < 2:
        return lambda entity: tuple(getattr(entity, name) for name in names)
    return attrgetter(*names)


def _empty(f: FieldCodec) -> Any:
    """What stands for nothing: None where a field is never nothing, as a place or a time."""
    if f.hint is Span or f.hint is datetime or (isinstance(f.hint, type) and issubclass(f.hint, StrEnum)):
        return None
    return [] if get_origin(f.hint) is tuple else ""


def _written(f: FieldCodec, value: Any) -> Any:
    if isinstance(value, datetime):
        return time_out(value)
    if isinstance(value, Mapping):
        return json_text(value)
    if isinstance(value, tuple) and value and is_dataclass(value[0]):
        return [fields_out(item) for item in value]
    return json_text(plain_entity(value, sparse=True)) if is_dataclass(value) else f.encode(value)


def record_names(kind: type[Any]) -> frozenset[str]:
    """Return the names that the own fields of `kind` have in a record."""
    shape = SHAPES.get(kind, Shape())
    names = {shape.names.get(f.name, f.name) for f in _own_fields(kind, shape)}
    return frozenset(names | {"begin", "end", "start"} if "span" in names else names)


def fields_in(
    kind: type[Any], record: Mapping[str, Any], dropped: list[Message], /, *, length: int = 0, **defaults: Any
) -> dict[str, Any]:
    """Return the values of the own fields of `kind`; a missing or null one is its default.

    `defaults` come before the dataclass's own; `length` is that of the text which spans must lie in. A time outside
    our days goes to `dropped` as a sentence. Raises `RecordError` for an unfit value.
    """
    shape = SHAPES.get(kind, Shape())
    return {
        f.name: _read(f, record, shape.names.get(f.name, f.name), defaults.get(f.name, f.default), length, dropped)
        for f in _own_fields(kind, shape)
    }


def _own_fields(kind: type[Any], shape: Shape) -> list[FieldCodec]:
    return [f for f in description(kind) if f.name not in shape.apart]


def _read(
    f: FieldCodec, record: Mapping[str, Any], name: str, default: Any, length: int, dropped: list[Message]
) -> Any:
    hint = f.hint
    if hint is str:
        return text(record, name, default if isinstance(default, str) else "")
    if hint is int:
        return number(record, name, default)
    if hint is bool:
        return record.get(name) is True
    if hint is datetime:
        return time(record, name, default, dropped)
    if hint == datetime | None:
        return optional_time(record, name, dropped)
    if hint is Span:
        return span(record, length)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return choice(record, name, hint, default)
    return words(record, name) if get_origin(hint) is tuple else _mapping(hint, record, name)


def _mapping(hint: Any, record: Mapping[str, Any], name: str) -> Any:
    """A free-form mapping, or an entity within another that may be missing."""
    value = free(record, name)
    entity = next((one for one in get_args(hint) if isinstance(one, type) and is_dataclass(one)), None)
    if entity is None:
        if get_args(hint)[1:] == (str,) and (odd := [one for one in value if not isinstance(value[one], str)]):
            raise RecordError("“{0}” is not text but {1}", f"{name}.{odd[0]}", f"{value[odd[0]]!r:.60}")
        return value
    try:
        return restore(entity, value) if value else None
    except CodecError as error:
        raise RecordError("{0}", error.below(name).message) from error
