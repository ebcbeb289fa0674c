"""Fields of annotations and relations that Web Annotation has no word for: they travel under a term of our own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reader.model.annotations import Annotation, Relation
from reader.model.codec import FieldCodec, description

# What the vocabulary says, or what stands apart under our term in a form of its own.
_SAID = frozenset(
    {
        "id", "article_id", "label", "anchor", "created", "modified", "note", "tags", "attributes", "annotator", "kind",
        "members", "article",
    }
)  # fmt: skip
Node = Mapping[str, Any]


_BEYOND: Mapping[type[Any], tuple[FieldCodec, ...]] = {
    kind: tuple(f for f in description(kind) if f.name not in _SAID) for kind in (Annotation, Relation)
}


def own_fields_out(thing: Annotation | Relation) -> dict[str, Any]:
    """Return the fields of `thing` that hold something and have no place in Web Annotation, as JSON values."""
    held = ((f, getattr(thing, f.name)) for f in _BEYOND[type(thing)])
    return {f.name: f.encode(value) for f, value in held if value and value != f.default}


def own_fields_in(own: Node) -> dict[str, Any]:
    """Return the values of such fields as they stand under our term; `extra` is left to the caller."""
    names = {f.name for known in _BEYOND.values() for f in known} - {"extra"}
    return {name: own[name] for name in sorted(names) if own.get(name)}
