"""What stays with the desk when a set leaves: who protected sources are, and what only the desk may know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from reader.exchange.exporters.losses import DESK_ONLY, NAMED_IN_WORDS, PROTECTED
from reader.model.annotations import Annotation, Relation
from reader.model.claims import Claim, ClaimRecord, Evidence, Review, Source
from reader.model.codec import description
from reader.model.dataset import Dataset, Document
from reader.model.protection import SHOWN_OF_PROTECTED, desk_only, is_protected

WITHHELD = "withheld"  # in `extra`: the fields of a protected source that had a value


@dataclass(frozen=True, slots=True)
class Release:
    """What a person lets leave the library, for one set and in so many words: nothing, unless said."""

    protected_sources: bool = False
    desk_values: bool = False


class Withholding:
    """Takes out of the documents of one set what may not leave it."""

    def __init__(self, dataset: Dataset, release: Release) -> None:
        self._release = release
        self._numbers = dict(dataset.facts.protected() if dataset.facts is not None else {})
        self._names = frozenset(dataset.facts.protected_names()) if dataset.facts is not None else frozenset[str]()

    def document(self, document: Document) -> Document:
        """Return the document as it may leave."""
        if not document.known:
            return document
        known = tuple([self.record(thing) for thing in document.known])
        return document if known == document.known else replace(document, known=known)

    def record(self, thing: ClaimRecord) -> ClaimRecord:
        """Return a claim record as it may leave."""
        if isinstance(thing, Source) and is_protected(thing):
            return thing if self._release.protected_sources else self._nameless(thing)
        hidden = [] if self._release.desk_values else _held(thing, desk_only(type(thing)))
        blank: dict[str, Any] = dict.fromkeys(hidden, "")
        return replace(thing, **blank) if blank else thing

    def losses(self, document: Document) -> Iterator[tuple[str, str]]:
        """Yield what is withheld of a document, and what of the desk's own words names a protected source."""
        for thing in document.known:
            if isinstance(thing, Source) and is_protected(thing):
                if not self._release.protected_sources and WITHHELD not in thing.extra:
                    yield PROTECTED, thing.id
            elif not self._release.desk_values and _held(thing, desk_only(type(thing))):
                yield DESK_ONLY, thing.id
        if self._names and not self._release.protected_sources:
            yield from ((NAMED_IN_WORDS, id) for id in self._naming(document))

    def _nameless(self, source: Source) -> Source:
        if WITHHELD in source.extra:  # it came so from another desk
            return source
        number = self._numbers.setdefault(source.id, len(self._numbers) + 1)
        held = _held(source, frozenset(f.name for f in description(Source)) - SHOWN_OF_PROTECTED)
        blank: dict[str, Any] = {f.name: f.default for f in description(Source) if f.name in held}
        return replace(source, **blank, name=f"Source {number}", extra={WITHHELD: sorted(["name", *held])})

    def _naming(self, document: Document) -> Iterator[str]:
        for thing in (*document.marks, *document.relations, *document.known):
            words = _own_words(thing)
            if words and any(name in words for name in self._names):
                yield thing.id


def _held(thing: ClaimRecord, names: frozenset[str]) -> list[str]:
    return [name for name in sorted(names) if getattr(thing, name)]


def _own_words(thing: Annotation | Relation | ClaimRecord) -> str:
    """What the desk wrote itself about a thing, folded; not the publisher's words."""
    if isinstance(thing, Annotation | Relation):
        return thing.note.casefold() if thing.note else ""
    if isinstance(thing, Claim):
        return "\n".join((thing.text, thing.translation, thing.note)).casefold()
    if isinstance(thing, Evidence):
        return "\n".join((thing.title, thing.excerpt, thing.note)).casefold()
    if isinstance(thing, Review):
        return "\n".join((thing.note, *(sentence.text for sentence in thing.justification))).casefold()
    return "" if is_protected(thing) else thing.note.casefold()
