"""Who only passes on what somebody says that stands in the same row: they are no further independent source.

Two ways are known. Somebody reports what somebody else says, and both are marked (an attribution nested in another):
the outer one passes on. Or a voice comes through an outlet, or a speaker, that stands to the claim itself: it has
nothing that was not counted there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from reader.board.counting import RELAY, THROUGH
from reader.board.voice import OWN, UNSAID, Voice
from reader.edits.attribution import DENY, chain
from reader.model import vocabulary
from reader.model.annotations import Annotation, Relation


@dataclass(frozen=True, slots=True)
class Route:
    """How the words of a voice came to the outlet.

    `through` are the names of whoever they came through, `speaker` those of the one who speaks and of the party: an
    outlet may be quoted, too. `outlet` are the names of the outlet that they stand in.
    """

    through: frozenset[str] = frozenset()
    speaker: frozenset[str] = frozenset()
    outlet: frozenset[str] = frozenset()


@dataclass(slots=True)
class _Found:
    """Where each name of a row stands: voices by the names of their speaker and of their outlet, by their places."""

    speakers: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    outlets: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))


def without_relays(voices: Sequence[Voice], relations: Mapping[str, Relation]) -> list[Voice]:
    """Return the voices, those that report another voice of the row marked so.

    Only to the same effect: who reports that somebody denies what he says himself still speaks for himself.
    """
    relayed = {
        (outer.id, v.stance)
        for v in voices
        if v.relation in relations
        for outer in chain(relations[v.relation], relations)
    }
    return [
        replace(v, why=RELAY) if (v.relation, v.stance) in relayed and not v.why else v for v in voices
    ]  # fmt: skip


def without_second_hand(
    voices: Sequence[Voice], routes: Sequence[Route], mentions: Iterable[tuple[Annotation, frozenset[str]]]
) -> list[Voice]:
    """Return the voices, those that come through somebody who stands in the row to the same effect marked so.

    `routes` are those of the voices, `mentions` the row's marks with the names of their outlets: an outlet that states
    the claim stands in the row, also where it names nobody. Of voices that come through each other in a circle at most
    one is a source, and none for certain.
    """
    marked, held = list(voices), list(mentions)
    for stance in {v.stance for v in voices if v.stance != vocabulary.SILENT}:
        here = [n for n, v in enumerate(voices) if v.stance == stance]
        stated = [(m.article_id, names) for m, names in held if m.label != "denial"] if stance != DENY else []
        for number, why in _second_hand(voices, routes, here, stated):
            unsure = replace(marked[number], known=False, party_known=False)
            marked[number] = unsure if not why else replace(marked[number], why=marked[number].why or why)
    return marked


def _second_hand(
    voices: Sequence[Voice], routes: Sequence[Route], here: Sequence[int], stated: Iterable[tuple[str, frozenset[str]]]
) -> Iterable[tuple[int, str]]:
    """The voices that come through others, and why; without a reason the first of a circle."""
    sourced = [n for n in here if voices[n].party not in (OWN, UNSAID) and voices[n].why != RELAY]
    found = _names(routes, sourced)
    spoken = {voices[n].mark.article_id for n in sourced}
    bare: dict[str, set[str]] = defaultdict(set)  # articles that state the claim and name nobody, by their outlets
    for article, names in stated:
        for name in names if article not in spoken else ():
            bare[name].add(article)
    targets = {n: _targets(voices, routes[n], n, found) for n in sourced}
    second = {
        n for n in sourced if any(bare.get(name, set()) - {voices[n].mark.article_id} for name in _way(routes[n]))
    }
    second |= _behind({n for n in sourced if not targets[n]} | second, targets)
    yield from ((n, THROUGH) for n in sourced if n in second)
    circles = {n: targets[n] for n in sourced if n not in second and targets[n]}
    reach = {n: _reached(n, circles) for n in circles}
    for n, reached in reach.items():
        circle = {m for m in reached if n in reach[m]}
        yield n, THROUGH if reached - circle or min(circle) < n else ""


def _way(route: Route) -> frozenset[str]:
    """The names of outlets other than its own that the words may have come from."""
    return (route.through | route.speaker) - route.outlet


def _behind(ends: set[int], targets: Mapping[int, set[int]]) -> set[int]:
    """All voices that come through one of `ends`, near and far: they cannot be part of a circle alone."""
    after: dict[int, list[int]] = defaultdict(list)
    for n, before in targets.items():
        for m in before:
            after[m].append(n)
    found: set[int] = set()
    open_ = list(ends)
    while open_:
        fresh = [n for n in after[open_.pop()] if n not in found]
        found.update(fresh)
        open_ += fresh
    return found


def _names(routes: Sequence[Route], sourced: Iterable[int]) -> _Found:
    found = _Found()
    for n in sourced:
        for name in routes[n].speaker:
            found.speakers[name].add(n)
        for name in routes[n].outlet:
            found.outlets[name].add(n)
    return found


def _targets(voices: Sequence[Voice], route: Route, number: int, found: _Found) -> set[int]:
    """The voices that this one comes through: of the outlets and of the speakers on its way."""
    own = voices[number]
    targets = {m for name in _way(route) for m in found.outlets.get(name, ()) if _elsewhere(own, voices[m])}
    speakers = {m for name in route.through for m in found.speakers.get(name, ())}
    return targets | {m for m in speakers if voices[m].party != own.party}


def _elsewhere(one: Voice, other: Voice) -> bool:
    return one.mark.article_id != other.mark.article_id


def _reached(start: int, targets: Mapping[int, set[int]]) -> set[int]:
    """All voices that one comes through, near and far; itself where that is a circle."""
    found: set[int] = set()
    open_ = list(targets[start])
    while open_:
        if (n := open_.pop()) not in found:
            found.add(n)
            open_ += targets[n]
    return found
