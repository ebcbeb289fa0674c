"""Every entity drawn with every field of its dataclass: a field that is added is drawn without a word here."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from reader.model.annotations import Anchor
from reader.model.spans import Span
from reader.model.vocabulary import BY_KIND

words = st.text(st.characters(blacklist_categories=["Cs"]), max_size=12)
moments = st.datetimes(datetime(1970, 1, 2), datetime(2990, 1, 1)).map(lambda time: time.replace(tzinfo=UTC))
free = st.dictionaries(
    words,
    st.recursive(
        st.none() | st.booleans() | st.integers(-9, 9) | words, lambda x: st.lists(x, max_size=2), max_leaves=3
    ),
    max_size=2,
)
spans = st.tuples(st.integers(0, 99), st.integers(0, 99)).map(lambda pair: Span(min(pair), max(pair)))
_SIMPLE: Mapping[Any, st.SearchStrategy[Any]] = {
    str: words,
    int: st.integers(0, 2**40),
    float: st.floats(0, 1),
    bool: st.booleans(),
    bytes: st.binary(max_size=20),
    datetime: moments,
    Span: spans,
}


def values(hint: Any) -> st.SearchStrategy[Any]:
    """Values of the type of a field."""
    if hint in _SIMPLE:
        return _SIMPLE[hint]
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return st.none() | values(next(one for one in arguments if one is not types.NoneType))
    if origin is tuple:
        return st.lists(values(arguments[0]), max_size=3).map(tuple)
    if origin is not None and issubclass(origin, Mapping):
        return st.dictionaries(words, words, max_size=2) if arguments[1] is str else free
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return st.sampled_from(hint)
    assert isinstance(hint, type) and is_dataclass(hint), f"nothing draws {hint}"
    return entities(hint)


def entities(kind: type[Any]) -> st.SearchStrategy[Any]:
    """Entities of a kind, with every field drawn."""
    if kind is Span:
        return spans
    hints = get_type_hints(kind)
    drawn = {f.name: _field(kind, f.name, hints[f.name]) for f in fields(kind)}
    assert set(drawn) == {f.name for f in fields(kind)}
    return st.builds(kind, **drawn)


def _field(kind: type[Any], name: str, hint: Any) -> st.SearchStrategy[Any]:
    vocabulary = BY_KIND.get(kind.__name__.lower(), {})
    if name in vocabulary:
        return st.sampled_from(("", *vocabulary[name]))
    if (kind, name) == (Anchor, "spans"):  # an anchor has at least one, and they are sorted and apart
        starts = st.lists(st.integers(0, 40), min_size=1, max_size=3, unique=True).map(sorted)
        return starts.map(lambda found: tuple(Span(3 * start, 3 * start + 2) for start in found))
    return values(hint)
