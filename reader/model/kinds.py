"""The kinds of things that a library holds, by the names under which the change log and sets know them.

Written out, and not made from the names of the classes: a class may be renamed, what is on disk may not.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reader.model.annotations import Annotation, Relation
from reader.model.articles import Article, Revision
from reader.model.claims import Claim, Evidence, Review, Source
from reader.model.labels import Label
from reader.model.pages import Original, Picture

TYPES: Mapping[str, type[Any]] = {
    "article": Article,
    "revision": Revision,
    "original": Original,
    "picture": Picture,
    "annotation": Annotation,
    "relation": Relation,
    "label": Label,
    "claim": Claim,
    "source": Source,
    "evidence": Evidence,
    "review": Review,
}
_NAMES = {kind: name for name, kind in TYPES.items()}


def kind_of(entity: object) -> str:
    """Return the name of the entity's kind. KeyError for what no library holds."""
    return kind_name(type(entity))


def kind_name(kind: type[Any]) -> str:
    """Return the name of a kind of entity. KeyError for what no library holds."""
    return _NAMES[kind]
