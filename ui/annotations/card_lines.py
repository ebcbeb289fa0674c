"""What a mark's links say on its card, a line each: who says it, who denies it, what belongs to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from reader.edits.attribution import KIND, attribution_of
from reader.model.annotations import Annotation, Relation
from reader.model.claims import Source
from ui.annotations.attribution_choice import attribution_for, denies
from ui.annotations.facts import Fact
from ui.annotations.known import Denial, Known
from ui.annotations.relation_kinds import other_end, relation_word
from ui.language.plain_words import plain, source_not_marked
from ui.language.struck import struck_name, struck_told

CardLine = tuple[str, str]  # what it is, and the other end in a few words


class Names(Protocol):
    """What says a mark in a few words."""

    entered: str

    @property
    def known(self) -> Known: ...
    def relations_of(self, id: str) -> list[Relation]: ...
    def annotation(self, id: str) -> Annotation | None: ...
    def quote_line(self, id: str) -> str: ...
    def sign(self, mark: Annotation) -> str: ...


def said(names: Names, mark: Annotation) -> tuple[tuple[CardLine, ...], tuple[Fact, ...]]:
    """Return what the links of `mark` and what it mentions say on its card."""
    linked = names.relations_of(mark.id)
    names.known.read([mark])  # all of it was read with the page, but for what changed since
    lines = (*card_lines(names, mark, linked), *_struck(names, mark))
    return lines, names.known.facts(mark, attribution_for(mark.id, linked, names.entered))


def card_lines(names: Names, mark: Annotation, linked: Sequence[Relation]) -> tuple[CardLine, ...]:
    """Return the lines of `mark`, whose links are `linked`; behind them who denies its claim elsewhere in the
    article."""
    shown = {m.annotation_id for relation in linked for m in relation.members}
    others = [denial for denial in names.known.deniers(mark) if denial.content not in shown]
    ordered = sorted(linked, key=lambda relation: relation.kind != KIND)  # who says it comes first
    lines = [card_line(names, mark.id, relation) for relation in ordered]
    return (*lines, *((relation_word("denies", "to"), _denier(names, denial)) for denial in others))


def _struck(names: Names, mark: Annotation) -> tuple[CardLine, ...]:
    """No quotation runs over words that were struck out unseen."""
    places = names.known.struck(mark)
    return ((struck_name(), struck_told(places)),) if places else ()


def card_line(names: Names, id: str, relation: Relation) -> CardLine:
    """Return how `relation` reads on the card of `id`."""
    here = next((m.role for m in relation.members if m.annotation_id == id), "from")
    held = attribution_of(relation)
    if held is None:
        return relation_word(relation.kind, here), names.quote_line(other_end(relation, id))
    word = relation_word(relation.kind, here, denied=is_denied(names, relation))
    if id not in held.content:
        return word, names.quote_line(held.content[0]) if held.content else "–"
    return word, party_line(names, held.source[0]) if held.source else source_not_marked(held.said("explicitness"))


def is_denied(names: Names, relation: Relation) -> bool:
    """Return whether `relation` attributes a denial: its source denies what it speaks of."""
    held = attribution_of(relation)
    content = names.annotation(held.content[0]) if held is not None and held.content else None
    return denies(held, content.label if content is not None else "")


def _denier(names: Names, denial: Denial) -> str:
    return party_line(names, denial.source) if denial.source else names.quote_line(denial.content)


def party_line(names: Names, id: str) -> str:
    """Return who a mark of a source names: its letter and number, the source's name or its words, its kind."""
    mark = names.annotation(id)
    known = names.known.of(mark) if mark is not None else None
    if mark is None or not isinstance(known, Source):
        return names.quote_line(id)
    return " · ".join(part for part in (f"{names.sign(mark)}{known.name}", plain("kind", known.kind)) if part)


def attribution_words(names: Names, relation: Relation) -> str:
    """Return who says so, in which words, in short."""
    held = attribution_of(relation)
    marks = [names.annotation(id) for id in (*held.source[:1], *held.cue[:1])] if held is not None else []
    return " ".join(" ".join(mark.anchor.quote[:60].split()) for mark in marks if mark is not None) or "–"
