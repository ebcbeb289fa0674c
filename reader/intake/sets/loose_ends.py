"""What can be known only when the whole set was read: links to other documents, claims that are nowhere, circles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from reader.edits import Entity, Swap
from reader.intake.sets.circles import closing
from reader.intake.sets.file_ids import FileIds
from reader.intake.sets.fitting import Brought
from reader.intake.sets.report import FAILED, SetItem
from reader.intake.sets.same_things import SameThings
from reader.messages import Message
from reader.model.annotations import Annotation, Relation
from reader.model.claims import Claim, Source
from reader.model.dataset import Document, Problem
from reader.model.kinds import kind_of
from reader.store.importing import Inside


@dataclass(frozen=True, slots=True)
class _Pending:
    relation: Relation
    place: Message | None


class LooseEnds:
    """Gathers them document by document; `tied` sees to them at the end."""

    def __init__(self, inside: Inside, file_ids: FileIds) -> None:
        self.added: list[Relation] = []
        self._inside, self._file_ids = inside, file_ids
        self._pending: list[_Pending] = []
        self._known: set[str] = set()  # claims and sources that are here
        self._held: dict[tuple[str, str], Entity] = {}  # what can be written only at the end
        self._leads: dict[str, dict[str, list[str]]] = {"relation": {}, "source": {}, "claim": {}}
        self._places: dict[str, Message | None] = {}

    # -- document by document -------------------------------------------------------------------------------------

    def same(self, things: SameThings, brought: Brought) -> Brought:
        """Return the document without the marks and links that are here already; links lead to those here."""
        document = brought.document
        same = things.marks(document.marks)
        links = [_led(link, same) for link in document.relations]
        return replace(
            brought,
            document=replace(
                document,
                annotations=tuple(m for m in document.annotations if m.id not in same),
                orphans=tuple(m for m in document.orphans if m.id not in same),
                relations=tuple(link for link in links if not things.has(link)),
            ),
        )

    def relations(
        self, relations: Iterable[Relation], marks: set[str], *, ours: bool, place: Message | None
    ) -> list[Relation]:
        """Return those that can be written now; one of a foreign set that leads out of its document waits."""
        if ours:
            return list(relations)
        found = []
        for link in relations:
            ends = {m.annotation_id for m in link.members} - marks
            if not ends or len(self._inside.view.annotations_by_id(sorted(ends))) == len(ends):
                found.append(link)
            else:
                self._pending.append(_Pending(link, place))
        return found

    def mentions(self, document: Document) -> None:
        """Note which claims and sources there are, of those that the marks mention."""
        self._known |= {thing.id for thing in document.known}
        asked = sorted({mark.about for mark in document.marks if mark.about} - self._known)
        for kind in ("claim", "source") if asked else ():
            self._known |= self._inside.view.of_kind(kind, asked).keys()

    def is_held(self, thing: Entity) -> bool:
        """Return whether it came before and waits."""
        return bool(self._held) and (kind_of(thing), thing.id) in self._held

    def held_back(self, things: Iterable[Entity]) -> list[Entity]:
        """Return those that can be written now: what may lead in a circle or to nothing waits for the end."""
        found: list[Entity] = []
        for thing in things:
            waits = (
                thing.about and thing.about not in self._known if isinstance(thing, Annotation) else _leads_to(thing)
            )
            if waits:
                self._held[kind_of(thing), thing.id] = thing
            else:
                found.append(thing)
        return found

    def note(self, things: Iterable[Entity], place: Message | None) -> None:
        """Note what leads to something of its own kind."""
        for thing in things:
            if to := _leads_to(thing):
                self._leads[kind_of(thing)][thing.id] = to
                self._places.setdefault(thing.id, place)
            if isinstance(thing, Claim | Source):
                self._known.add(thing.id)
            elif isinstance(thing, Annotation) and thing.about:
                self._places.setdefault(thing.about, place)

    # -- the end --------------------------------------------------------------------------------------------------

    def tied(self, file: str) -> Iterator[SetItem]:
        """Write what waited and cut what leads nowhere or in a circle; yield what is told of that."""
        yield from self._unmentioned(file)
        yield from self._circles(file)
        self._inside.add(self._held.values())
        yield from self._link(file)
        for relation in self._inside.drop_loose_relations():
            lost = relation.members[0].annotation_id
            here = {m.id for m in self._inside.view.annotations_by_id([m.annotation_id for m in relation.members])}
            lost = next((m.annotation_id for m in relation.members if m.annotation_id not in here), lost)
            reason = Message("relation {0} joins a mark that is not in the file: {1}", relation.id, lost)
            yield self._failed(file, "relation", relation.id, reason)

    def _link(self, file: str) -> Iterator[SetItem]:
        for waiting in self._pending:
            led = {m.annotation_id: self._file_ids.find(m.annotation_id) for m in waiting.relation.members}
            lost = [m for m in led if not led[m] and not self._inside.view.annotations_by_id([m])]
            relation = _led(waiting.relation, {old: new for old, new in led.items() if new})
            if lost:
                self._places[relation.id] = waiting.place
                reason = Message("relation {0} joins a mark that is not in the file: {1}", relation.id, lost[0])
                yield self._failed(file, "relation", relation.id, reason)
            elif not self._inside.view.stored([relation]):
                self._inside.add([relation])
                self.added.append(relation)

    def _unmentioned(self, file: str) -> Iterator[SetItem]:
        """Marks that mention a claim that is nowhere do not; the id is kept beside them."""
        lost: dict[str, int] = {}
        for key, mark in self._held.items():
            if isinstance(mark, Annotation) and mark.about not in self._known:
                lost[mark.about] = lost.get(mark.about, 0) + 1
                self._held[key] = replace(mark, about="", extra={**mark.extra, "about": mark.about})
        for id, count in lost.items():
            reason = Message("claim {0} is neither in the set nor here; marks that mention it: {1}", id, count)
            yield self._failed(file, "claim", id, reason)

    def _circles(self, file: str) -> Iterator[SetItem]:
        for kind, leads in self._leads.items():
            for start, end in closing(leads):
                if held := self._held.get((kind, start)):
                    self._held[kind, start] = _cut(held, end)
                elif stored := self._stored(kind, start):
                    self._inside.change([Swap(stored, _cut(stored, end))])
                reason = Message("{0} leads back to itself by {1}; that step was left out", start, end)
                yield self._failed(file, kind, start, reason)

    def _stored(self, kind: str, id: str) -> Entity | None:
        if kind == "relation":
            return next(iter(self._inside.view.relations_by_id([id])), None)
        return self._inside.view.of_kind(kind, [id]).get(id)

    def _failed(self, file: str, kind: str, id: str, reason: Message) -> SetItem:
        return SetItem(kind, id, file, FAILED, "", Problem(file, self._places.get(id), reason).message)


def _led(link: Relation, to: Mapping[str, str]) -> Relation:
    if not any(m.annotation_id in to for m in link.members):
        return link
    members = [replace(m, annotation_id=to.get(m.annotation_id, m.annotation_id)) for m in link.members]
    return replace(link, members=tuple(members))


def _leads_to(thing: Entity) -> list[str]:
    if isinstance(thing, Relation):
        return [thing.within] if thing.within else []
    if isinstance(thing, Source):
        return [thing.party] if thing.party else []
    if isinstance(thing, Claim):
        return [one.claim_id for one in thing.related if one.kind != "contradicts"]
    return []


def _cut(thing: Any, end: str) -> Any:
    if isinstance(thing, Relation):
        return replace(thing, within="")
    if isinstance(thing, Source):
        return replace(thing, party="")
    kept = [one for one in thing.related if one.claim_id != end or one.kind == "contradicts"]
    return replace(thing, related=tuple(kept))
