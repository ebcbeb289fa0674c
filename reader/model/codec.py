"""Entities as plain JSON values and back, over the fields of their dataclasses: one description an entity.

The change log, the rows of the store, the pipe to the cleaning process and annotated sets are all written by this
one codec, so that a field added to a dataclass is kept by each of them. `plain` gives JSON values, `restore` checks
every one of them on the way back; an error names the path of the field.

A dataclass is an object of its fields. What comes by the thousand (`SHORT`) is a list of its values in the order of
its fields instead, in which a span stands as its two numbers and values at the end that are defaults may be missing.
Times are ISO 8601, bytes base64, enumerations their values, tuples lists.

Our own code and not a library's: the first paint reads an article through it, and importing cattrs or msgspec takes
longer than reading that article; neither writes the short forms that libraries on disk already hold.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import UTC, datetime
from enum import StrEnum
from operator import attrgetter
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from reader.errors import MessageError
from reader.messages import Message
from reader.model.kind_names import kind_word
from reader.model.short import SHORT
from reader.model.spans import Span

T = TypeVar("T")
Encode = Callable[[Any], Any]
Decode = Callable[[Any], Any]


class CodecError(MessageError, ValueError):
    """A value is not what its field takes. `path` names the field, as in `blocks[3].kind`."""

    path = ""

    @property
    def reason(self) -> Message:
        """The message without the path."""
        inner = self.message.holes[1] if self.path else self.message
        assert isinstance(inner, Message)
        return inner

    def below(self, name: str) -> CodecError:
        """Put `name`, a field or an index in brackets, before the path; return the error."""
        joint, reason = "." if self.path and not self.path.startswith("[") else "", self.reason
        self.path = f"{name}{joint}{self.path}"
        self.message = Message("{0}: {1}", self.path, reason)
        return self


@dataclass(frozen=True, slots=True)
class FieldCodec:
    """How one field, of the type `hint`, is written and read.

    `is_json` is true of what needs JSON: lists, objects, nested entities.
    """

    name: str
    hint: Any
    encode: Encode
    decode: Decode
    required: bool
    default: Any
    is_json: bool


def plain(entity: Any, *, sparse: bool = False) -> Any:
    """Return `entity`, a dataclass, as JSON values; `sparse` leaves out fields that hold their default."""
    kind: type[Any] = type(entity)
    if kind in SHORT:
        return _short_writer(kind)(entity)
    pairs = ((f, getattr(entity, f.name)) for f in description(kind))
    return {f.name: f.encode(value) for f, value in pairs if not sparse or f.required or value != f.default}


def restore(kind: type[T], value: Any) -> T:
    """Return the entity that `plain` wrote. Raises `CodecError` for a missing, unknown or unfit field."""
    wanted: type[Any] = kind
    if wanted in SHORT:
        return cast(T, _short_reader(wanted)(value))
    given = _object(value)
    known = description(wanted)
    if unknown := sorted(set(given) - {f.name for f in known}):
        raise CodecError("a {0} has no {1}", kind_word(kind.__name__.lower()), ", ".join(unknown))
    return kind(**{f.name: field_value(f, given[f.name]) for f in known if _is_given(kind, f, given)})


def field_value(f: FieldCodec, value: Any) -> Any:
    """Return the value of one field from its plain form. Raises `CodecError` that names the field."""
    try:
        return f.decode(value)
    except CodecError as error:
        raise error.below(f.name) from None


def _is_given(kind: type, f: FieldCodec, given: Mapping[str, Any]) -> bool:
    """Whether the field has a value; null counts as none."""
    if given.get(f.name) is not None:
        return True
    if f.required:
        raise CodecError("a {0} needs its {1}", kind_word(kind.__name__.lower()), f.name)
    return False


_DESCRIBED: dict[type[Any], tuple[FieldCodec, ...]] = {}


def description(kind: type[Any]) -> tuple[FieldCodec, ...]:
    """Return the fields of the dataclass `kind`, in their order."""
    if kind not in _DESCRIBED:
        _DESCRIBED[kind] = tuple(_described(kind))
    return _DESCRIBED[kind]


def _described(kind: type[Any]) -> Iterator[FieldCodec]:
    hints = get_type_hints(kind)
    for f in fields(kind):
        encode, decode, is_json = _codec_of(hints[f.name])
        required = f.default is MISSING and f.default_factory is MISSING
        default = f.default_factory() if f.default_factory is not MISSING else f.default
        yield FieldCodec(f.name, hints[f.name], encode, decode, required, default, is_json)


# --- by the type of a field


def _codec_of(hint: Any) -> tuple[Encode, Decode, bool]:
    """How a value of the type `hint` is written and read, and whether its plain form is a list or an object."""
    if hint in _SIMPLE:
        return (*_SIMPLE[hint], False)
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        (inner,) = [one for one in arguments if one is not types.NoneType]
        encode, decode, is_json = _codec_of(inner)
        return (lambda value: None if value is None else encode(value)), decode, is_json
    if origin is tuple:
        return (*_list_codec(arguments[0]), True)
    if origin is not None and issubclass(origin, Mapping):
        return dict, _texts_by_name if arguments[1] is str else _object, True
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return {member: member.value for member in hint}.__getitem__, _member_of(hint), False
    assert isinstance(hint, type) and is_dataclass(hint), f"no codec for {hint}"
    if hint in SHORT:
        return _short_writer(hint), _short_reader(hint), True
    return (lambda value: plain(value, sparse=True)), (lambda value: restore(hint, value)), True


def _list_codec(item: Any) -> tuple[Encode, Decode]:
    encode, decode, _ = _codec_of(item)

    def read(value: Any) -> Any:
        if not isinstance(value, list | tuple):
            raise CodecError("not a list but {0}", f"{value!r:.60}")
        try:
            return tuple([decode(one) for one in value])
        except CodecError:
            return tuple(_item(decode, one, n) for n, one in enumerate(value))  # once more, for the place

    return (lambda value: [encode(one) for one in value]), read


def _item(decode: Decode, value: Any, number: int) -> Any:
    try:
        return decode(value)
    except CodecError as error:
        raise error.below(f"[{number}]") from None


def _same(value: Any) -> Any:
    return value


def _checked(kind: type | types.UnionType, name: Message) -> Decode:
    def read(value: Any) -> Any:
        if type(value) is kind:
            return value
        if not isinstance(value, kind) or isinstance(value, bool):
            raise CodecError("not {0} but {1}", name, f"{value!r:.60}")
        return value

    return read


_object = _checked(Mapping, Message("an object"))


def _texts_by_name(value: Any) -> Mapping[str, str]:
    found = _object(value)
    for name, text in found.items():
        if not isinstance(text, str):
            raise CodecError("not {0} but {1}", Message("text"), f"{text!r:.60}").below(str(name))
    return dict(found)


def _member_of(kind: type[StrEnum]) -> Decode:
    members = {member.value: member for member in kind}

    def read(value: Any) -> StrEnum:
        try:
            return members[value]
        except (KeyError, TypeError):  # the second for what no dict can hold, as a list
            raise CodecError("{0} is none of {1}", f"{value!r:.60}", ", ".join(members)) from None

    return read


def _time(value: Any) -> datetime:
    """An ISO 8601 time in UTC; one without a zone is taken as UTC."""
    try:
        time = datetime.fromisoformat(value)
        return time if time.tzinfo is UTC else (time if time.tzinfo else time.replace(tzinfo=UTC)).astimezone(UTC)
    except (TypeError, ValueError, OverflowError):
        raise CodecError("{0} is not a time", f"{value!r:.60}") from None


def _truth(value: Any) -> bool:
    """True or false; 1 or 0 from a database that has no type of its own for it."""
    if value is not True and value is not False and value not in (0, 1):
        raise CodecError("not {0} but {1}", Message("true or false"), f"{value!r:.60}")
    return bool(value)


def _base64(value: bytes) -> str:
    import base64  # here and below: no first paint needs it

    return base64.b64encode(value).decode("ascii")


def _bytes(value: Any) -> bytes:
    import base64

    try:
        return base64.b64decode(value, validate=True)
    except (TypeError, ValueError):
        raise CodecError("not base64") from None


_SIMPLE: Mapping[Any, tuple[Encode, Decode]] = {
    str: (_same, _checked(str, Message("text"))),
    int: (_same, _checked(int, Message("a whole number"))),
    float: (_same, _checked(int | float, Message("a number"))),
    bool: (_same, _truth),
    Any: (_same, _same),
    datetime: (datetime.isoformat, _time),
    bytes: (_base64, _bytes),
}


# --- short forms


_WRITERS: dict[type[Any], Encode] = {}
_READERS: dict[type[Any], Decode] = {}


def _short_writer(kind: type[Any]) -> Encode:
    """What writes the short form of `kind`; made once, since an article has blocks by the thousand."""
    if kind not in _WRITERS:
        _WRITERS[kind] = _made_writer(kind)
    return _WRITERS[kind]


def _short_reader(kind: type[Any]) -> Decode:
    """What reads the short form of `kind`; made once, as what writes it."""
    if kind not in _READERS:
        _READERS[kind] = _made_reader(kind)
    return _READERS[kind]


def _made_writer(kind: type[Any]) -> Encode:
    known, least = description(kind), SHORT[kind]
    with_span = known[0].hint is Span
    values_of, encoders = attrgetter(*(f.name for f in known)), [f.encode for f in known[with_span:]]
    defaults, always = [f.default for f in known[with_span:]], least - 2 * with_span

    def write(entity: Any) -> list[Any]:
        held = list(values_of(entity))
        span = held.pop(0) if with_span else None
        while len(held) > always and held[-1] == defaults[len(held) - 1]:
            held.pop()
        written = [encode(value) for encode, value in zip(encoders, held, strict=False)]
        return written if span is None else [span.start, span.end, *written]

    return write


def _made_reader(kind: type[Any]) -> Decode:
    known = description(kind)
    with_span = known[0].hint is Span
    number = _SIMPLE[int][1]
    decoders = [number, number, *(f.decode for f in known[1:])] if with_span else [f.decode for f in known]
    most = len(decoders)
    least = most - sum(not f.required for f in known)

    def read(values: Any) -> Any:
        if not isinstance(values, list | tuple) or not least <= len(values) <= most:
            raise CodecError("not a list of {0} to {1} values but {2}", least, most, f"{values!r:.60}")
        try:
            given = [decode(value) for decode, value in zip(decoders, values, strict=False)]
            return kind(Span(given[0], given[1]), *given[2:]) if with_span else kind(*given)
        except CodecError:
            for n, (decode, value) in enumerate(zip(decoders, values, strict=False)):
                _item(decode, value, n)  # once more, for the place
            raise
        except ValueError as error:
            raise CodecError("{0}", str(error)) from None

    return read
