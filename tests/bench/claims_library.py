"""Claims with mentions, sources and attributions, put into a library of articles whose marks mention nothing."""

from __future__ import annotations

import random
from dataclasses import replace

from reader.edits import Edit, Swap
from reader.edits.attribution import attribute
from reader.model.annotations import Annotation
from reader.model.claims import Claim, Source
from reader.model.stamps import new_id, now
from reader.store import Library

_AT_ONCE = 100  # claims a step
KINDS = ("named_person", "named_organisation", "unnamed_person", "document", "")


def make_claims(library: Library, count: int, sources: int) -> None:
    """Add claims that two marks each mention, one of them said by a source; every fifth claim is denied."""
    rng = random.Random(11)
    known = [Source(new_id(), f"Source {n:04}", now(), now(), kind=KINDS[n % len(KINDS)]) for n in range(sources)]
    library.apply(Edit("Make sources", tuple(Swap(None, source) for source in known)))
    with library.moment() as moment:
        places = {label: list(moment.about_nothing(label)) for label in ("claim", "source", "denial")}
    for numbers in places.values():
        rng.shuffle(numbers)
    for _ in range(0, count, _AT_ONCE):
        marks = {label: _some(library, numbers, _AT_ONCE * 2) for label, numbers in places.items()}
        library.apply(
            Edit("Make claims", tuple(s for n in range(_AT_ONCE) for s in _claim(n, marks, rng.choice(known))))
        )


def _some(library: Library, numbers: list[int], count: int) -> list[Annotation]:
    some, numbers[:count] = numbers[:count], []
    with library.moment() as moment:
        return [found.mark for found in moment.marks_by_number(some)]


def _claim(number: int, marks: dict[str, list[Annotation]], source: Source) -> list[Swap]:
    one, two = marks["claim"][2 * number : 2 * number + 2]
    claim = Claim(new_id(), one.anchor.quote, now(), now())
    speaker, denial = marks["source"][number], marks["denial"][number]
    mentions = [one, two, *([denial] if number % 5 == 0 else [])]
    swaps = [Swap(None, claim), *(Swap(mark, replace(mark, about=claim.id)) for mark in mentions)]
    swaps.append(Swap(speaker, replace(speaker, about=source.id)))
    return [*swaps, *attribute([one], source=[speaker]).swaps]
