"""What a UIMA CAS is made of: feature structures with numbers, of types in packages, over one text.

Two files say the same: XMI and JSON. Features stay as their file has them: text in XMI, JSON values in JSON, where the
name of one that leads to another structure begins with `@`. Offsets count UTF-16 units.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

# Layers that every INCEpTION has; a project takes the further features of ours when it gets the type system.
SPAN, RELATION = "custom.Span", "custom.Relation"
ARTICLE = "tilik.Article"  # what our set says of the document: no annotation, so that other programs pass over it
METADATA = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData"
ANNOTATION, DOCUMENT, TOP, SOFA = (
    "uima.tcas.Annotation",
    "uima.tcas.DocumentAnnotation",
    "uima.cas.TOP",
    "uima.cas.Sofa",
)
STRING = "uima.cas.String"
FORMAT, VERSION = "tilik-cas", 1
PIECE_OF = "piece_of"  # in `moreJson` of a further piece: the mark that it is of

Features = dict[str, Any]
# Of each type its parent, and of each feature its range, what its elements are, and whether others may refer to it.
Types = dict[str, Any]

_OWN = ("identifier", "note", "attributesJson", "moreJson")


def feature(name: str, range: str = STRING) -> dict[str, str]:
    """Return the description of a feature."""
    return {"name": name, "range": range}


OWN_TYPES: Mapping[str, Any] = {
    METADATA: {
        "super": DOCUMENT,
        "features": [
            *map(feature, ("documentTitle", "documentId", "documentUri", "collectionId", "documentBaseUri")),
            feature("isLastSegment", "uima.cas.Boolean"),
        ],
    },
    SPAN: {"super": ANNOTATION, "features": [feature("label"), *map(feature, _OWN)]},
    RELATION: {
        "super": ANNOTATION,
        "features": [
            feature("Dependent", ANNOTATION), feature("Governor", ANNOTATION), feature("label"), *map(feature, _OWN),
        ],
    },
    ARTICLE: {"super": TOP, "features": [feature("recordJson")]},
}  # fmt: skip


@dataclass(slots=True)
class Structure:
    """One feature structure. `is_member`: it stands in the index of the view, not only behind a feature of another."""

    id: int
    type: str
    features: Features
    is_member: bool = True


@dataclass(slots=True)
class Cas:
    """One document: its text, the number and the facts of its sofa, its structures, and the types that they are of."""

    text: str
    sofa: int
    facts: Features
    structures: list[Structure]
    types: Types = field(default_factory=dict)


def main_ends(roles: Sequence[str]) -> tuple[int, int]:
    """Return which two ends of a link a relation joins: from and to where it has them, else its first two when it has
    no more; past the end for a link that is no such thing."""
    if "from" in roles and "to" in roles:
        return roles.index("from"), roles.index("to")
    return (0, 1) if len(roles) == 2 else (len(roles), len(roles))


class Units:
    """Offsets of one text in UTF-16 units and in characters."""

    def __init__(self, text: str) -> None:
        self._wide = [] if text.isascii() or max(text) <= "\uffff" else [n for n, c in enumerate(text) if c > "\uffff"]
        self._units = [n + k + 1 for k, n in enumerate(self._wide)]  # where the second half of each is

    def out(self, at: int) -> int:
        """Return the UTF-16 offset of a character."""
        return at + bisect_left(self._wide, at) if self._wide else at

    def back(self, at: int) -> int:
        """Return the character at a UTF-16 offset; one between two halves is that of the first."""
        return at - bisect_left(self._units, at) - (self._is_half(at)) if self._wide else at

    def _is_half(self, at: int) -> bool:
        n = bisect_left(self._units, at)
        return n < len(self._units) and self._units[n] == at
