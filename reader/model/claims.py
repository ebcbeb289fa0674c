"""What lives across articles: claims and sources, and what was found out about a claim. Marks mention them (`about`).

A mark is a mention (characters of one article), a claim a proposition that many articles mention, a source whoever is
said to have said something. Every field but id and name is optional; values come from `reader.model.vocabulary`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from reader.model.short import written_short


@written_short(2)
@dataclass(frozen=True, slots=True)
class Related:
    """How a claim stands to another one: a kind of `vocabulary.CLAIM_LINKS`."""

    kind: str
    claim_id: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A proposition, worded so that it stands alone and affirms. `event_time` is ISO 8601, with its basis.

    `credibility` (Admiralty, 1-6) is known to the desk alone.
    """

    id: str
    text: str
    created: datetime
    modified: datetime
    translation: str = ""
    type: str = ""
    worth: str = ""
    event_time: str = ""
    event_time_basis: str = ""
    place: str = ""
    related: tuple[Related, ...] = ()
    credibility: str = ""
    note: str = ""
    annotator: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Source:
    """A person, an organisation or a document that is cited. `party` is the id of the source it speaks for.

    `identity_basis` says whether an article states who this is. `ground_rules` and `reliability` are the desk's alone.
    """

    id: str
    name: str
    created: datetime
    modified: datetime
    aliases: tuple[str, ...] = ()
    kind: str = ""
    affiliation: str = ""
    role: str = ""
    identification: str = ""
    identity_basis: str = ""
    party: str = ""
    address: str = ""
    ground_rules: str = ""
    reliability: str = ""
    note: str = ""
    annotator: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What bears on a claim. `target` is an address, the id of an original (a file), or that of a mark (a span)."""

    id: str
    claim_id: str
    bearing: str
    form: str
    target: str
    created: datetime
    title: str = ""
    excerpt: str = ""
    retrieved: str = ""
    grade: str = ""
    note: str = ""
    annotator: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)


@written_short(2)
@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a justification, with the ids of the marks and the evidence it rests on."""

    text: str
    cites: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Review:
    """A verdict on a claim, how it was come to, and how far the work is."""

    id: str
    claim_id: str
    created: datetime
    modified: datetime
    status: str = "untriaged"
    verdict: str = ""
    rating: str = ""
    justification: tuple[Sentence, ...] = ()
    strategy: str = ""
    reviewer: str = ""
    date: str = ""
    address: str = ""
    note: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)


ClaimRecord = Claim | Source | Evidence | Review
KINDS: Mapping[str, type[ClaimRecord]] = {
    "claim": Claim, "source": Source, "evidence": Evidence, "review": Review,
}  # fmt: skip
