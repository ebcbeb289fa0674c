"""Annotations, which users call marks, and the relations between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from reader.model.short import written_short
from reader.model.spans import Span


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a mark sits: spans on one revision, the quote, and up to 64 characters on either side.

    `spans` are sorted and do not overlap; more than one makes a discontinuous mark, whose quote
    joins the pieces with ` … `.
    """

    revision_id: str
    spans: tuple[Span, ...]
    quote: str
    before: str = ""
    after: str = ""

    @property
    def start(self) -> int:
        return self.spans[0].start

    @property
    def end(self) -> int:
        return self.spans[-1].end


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an annotation was made that a later capture put elsewhere, and how that came out.

    `outcome` is `placed`, `moved`, `changed` or `removed` (see `reader.anchoring`), `why` a few words of reason.
    """

    revision_id: str
    spans: tuple[Span, ...]
    quote: str
    outcome: str
    why: str = ""
    needs_review: bool = False


@dataclass(frozen=True, slots=True)
class Annotation:
    """A label on a piece of an article. `about` is the id of the claim or source it mentions, or denies.

    `origin` is kept from the first capture that carried it; None for one that stands where it was made.
    """

    id: str
    article_id: str
    label: str
    anchor: Anchor
    created: datetime
    modified: datetime
    note: str = ""
    tags: tuple[str, ...] = ()
    attributes: Mapping[str, Any] = field(default_factory=dict)
    annotator: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)
    about: str = ""
    origin: Origin | None = None


@written_short(2)
@dataclass(frozen=True, slots=True)
class Member:
    """One end of a relation: an annotation and the role it plays there."""

    role: str
    annotation_id: str


@dataclass(frozen=True, slots=True)
class Relation:
    """A link between annotations, in one article or across; `within` is the one it is nested in (see `attributing`)."""

    id: str
    kind: str
    members: tuple[Member, ...]
    created: datetime
    note: str = ""
    attributes: Mapping[str, Any] = field(default_factory=dict)
    annotator: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)
    within: str = ""

    def end(self, role: str) -> str:
        """Return the id of the first annotation in `role`, or an empty string."""
        return next((m.annotation_id for m in self.members if m.role == role), "")


class PageAnnotation(NamedTuple):
    """A mark as the page needs it: no quote, no note. Its order is by place: first character, last, id.

    `[start, end)` goes from its first span to its last; `pieces` are its spans when there are several. A tuple, since
    an article may have 100,000 of them: they are made and ordered by the interpreter itself.
    """

    start: int
    end: int
    id: str
    label: str
    noted: bool = False
    pieces: tuple[Span, ...] = ()
    annotator: str = ""

    @classmethod
    def of(cls, mark: Annotation) -> PageAnnotation:
        spans = mark.anchor.spans
        pieces = spans if len(spans) > 1 else ()
        return cls(spans[0].start, spans[-1].end, mark.id, mark.label, bool(mark.note), pieces, mark.annotator)

    @property
    def spans(self) -> tuple[Span, ...]:
        return self.pieces or (Span(self.start, self.end),)
