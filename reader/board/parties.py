"""Who a source mark names: the source, and the party that it speaks for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reader.model.annotations import Annotation
from reader.model.claims import Source


class Parties:
    """`names` are the names of the parties that were asked for, by their keys."""

    def __init__(self, sources: Iterable[Source]) -> None:
        self._sources = {s.id: s for s in sources}
        self.names: dict[str, str] = {}

    def who(self, mark: Annotation) -> tuple[str, str, str, str]:
        """Return the source's key and name, the party's key and name."""
        return self.of(mark.about, mark.anchor.quote)

    def of(self, about: str, quote: str) -> tuple[str, str, str, str]:
        """Return the same of a mark by what it mentions and its words."""
        source = self._sources.get(about)
        if source is None:
            key = " ".join(quote.casefold().split())
            self.names.setdefault(key, quote)
            return key, quote, key, quote
        party, seen = source, {source.id}
        while (above := self._sources.get(party.party)) is not None and above.id not in seen:
            party = above
            seen.add(above.id)
        self.names.setdefault(party.id, party.name)
        return source.id, source.name, party.id, party.name

    def named_by(self, marks: Sequence[Annotation]) -> dict[str, tuple[Annotation, ...]]:
        """Return the source marks among these by the party that they name."""
        found: dict[str, list[Annotation]] = {}
        for mark in marks:
            if mark.label == "source":
                found.setdefault(self.who(mark)[2], []).append(mark)
        return {party: tuple(named) for party, named in found.items()}
