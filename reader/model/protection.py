"""Whom the desk protects, and what only it may know.

A source who spoke off the record or on background, or who asked not to be named, is nobody's business but the desk's:
what says who she is leaves the library only when a person asks for it, for one set (see
`reader.exchange.exporters.withheld`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reader.model.claims import Claim, ClaimRecord, Source

PROTECTING_RULES = frozenset({"background", "deep_background", "off_the_record"})
UNNAMED = "unnamed_at_own_request"

# Of a claim and of a source: how far the desk trusts it, what was agreed, and what it noted of a person.
DESK_ONLY: Mapping[type[ClaimRecord], frozenset[str]] = {
    Claim: frozenset({"credibility"}),
    Source: frozenset({"address", "ground_rules", "note", "reliability"}),
}
# What a protected source keeps when she leaves the library.
SHOWN_OF_PROTECTED = frozenset({"id", "created", "modified", "name", "identification", "ground_rules", "extra"})


LEAST = 4  # characters of a name that is looked for in other words


def is_protected(source: Source) -> bool:
    """Return whether who this is must not be told."""
    return source.ground_rules in PROTECTING_RULES or source.identification == UNNAMED


def desk_only(kind: type[ClaimRecord]) -> frozenset[str]:
    """Return the fields of `kind` that only the desk may know."""
    return DESK_ONLY.get(kind, frozenset())


def searched_names(source: Source) -> Iterator[str]:
    """Yield the names of a source, folded, as they are looked for in the desk's own words."""
    for name in (source.name, *source.aliases):
        if len(name.strip()) >= LEAST:
            yield name.strip().casefold()
