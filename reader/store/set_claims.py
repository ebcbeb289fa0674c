"""Claims, sources, evidence and reviews of a set: each once, with the first article whose marks mention it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence, Set

from reader.model.annotations import Annotation
from reader.model.claims import KINDS, ClaimRecord, Evidence, Review, Source
from reader.model.protection import is_protected
from reader.store import claim_rows
from reader.store.set_scope import SetScope, plain_cursor

_MENTIONED = (
    "SELECT DISTINCT m.about FROM annotation m INDEXED BY ix_annotation_about_label"
    " JOIN article a ON a.id = m.article_id WHERE m.about > '' AND {0}"
)


class SetClaims:
    """What is said across the articles of one set; a new one for each pass over its documents."""

    def __init__(self, scope: SetScope) -> None:
        self._scope = scope
        self._told: set[str] = set()
        self._mentioned: frozenset[str] | None = None

    def unmentioned(self) -> tuple[ClaimRecord, ...]:
        """Return what no mark of the set mentions, nor hangs on what is mentioned; nothing unless it is a whole
        library."""
        if not self._scope.is_whole:
            return ()
        with_marks = {k.id for k in self._hanging_on(self._mentions())}
        found = [k for k in self._all() if k.id not in with_marks]
        self._told.update(k.id for k in found)
        return tuple(found)

    def of_marks(self, some: Sequence[Sequence[Annotation]]) -> list[tuple[ClaimRecord, ...]]:
        """Return, for the marks of each of some articles in their order, what was not told of before, by id."""
        about = [{m.about for m in marks if m.about} for marks in some]
        wanted = set[str]().union(*about) - self._told
        if not wanted:
            return [() for _ in some]
        found = _Read(self._scope, wanted)
        return [self._new(found.hanging_on(ids)) for ids in about]

    def every(self) -> Iterator[ClaimRecord]:
        """Yield all of the set, by kind and id."""
        if self._scope.is_whole:
            yield from self._all()
        else:
            found = self._hanging_on(self._mentions())
            kinds = [*KINDS.values()]
            yield from sorted(found, key=lambda k: (kinds.index(type(k)), k.id))

    def _new(self, found: Iterator[ClaimRecord]) -> tuple[ClaimRecord, ...]:
        new = {k.id: k for k in found if k.id not in self._told}
        self._told.update(new)
        return tuple(new[id] for id in sorted(new))

    def _mentions(self) -> frozenset[str]:
        if self._mentioned is None:
            asked = _MENTIONED.format(self._scope.is_in)
            found = plain_cursor(self._scope.connection).execute(asked, (self._scope.asked,))
            self._mentioned = frozenset(id for (id,) in found)
        return self._mentioned

    def _hanging_on(self, ids: Set[str]) -> list[ClaimRecord]:
        return list(_Read(self._scope, ids).hanging_on(ids)) if ids else []

    def _all(self) -> Iterator[ClaimRecord]:
        for kind in KINDS:
            read = claim_rows.claim_record_reader(kind)
            for (told,) in plain_cursor(self._scope.connection).execute(f"SELECT told FROM {kind} ORDER BY id"):
                yield read({"told": told})


class _Read:
    """Claims and sources of these ids, evidence and reviews of the claims, and the sources that sources speak for."""

    def __init__(self, scope: SetScope, ids: Set[str]) -> None:
        self._connection = scope.connection
        self._named = self._by("claim", "id", ids, lambda k: k.id) | self._by("source", "id", ids, lambda k: k.id)
        self._on: dict[str, list[ClaimRecord]] = {}
        for kind in ("evidence", "review"):
            for id, some in self._by(kind, "claim_id", ids, _claim_of).items():
                self._on.setdefault(id, []).extend(some)
        self._add_parties()

    def _by(
        self, kind: str, column: str, ids: Set[str], key: Callable[[ClaimRecord], str]
    ) -> dict[str, list[ClaimRecord]]:
        read, found = claim_rows.claim_record_reader(kind), dict[str, list[ClaimRecord]]()
        wanted = f"SELECT told FROM {kind} WHERE {column} IN (SELECT value FROM json_each(?)) ORDER BY id"
        for (told,) in plain_cursor(self._connection).execute(wanted, (json.dumps(sorted(ids)),)):
            record = read({"told": told})
            found.setdefault(key(record), []).append(record)
        return found

    def _add_parties(self) -> None:
        known = [k for some in self._named.values() for k in some]
        while above := {p for k in known if (p := party_of(k))} - self._named.keys():
            found = self._by("source", "id", above, lambda k: k.id)
            if not found:
                return
            self._named |= found
            known = [k for some in found.values() for k in some]

    def hanging_on(self, ids: Set[str]) -> Iterator[ClaimRecord]:
        """Yield what these marks mention and what hangs on that; a party once for each that speaks for it."""
        for id in sorted(ids):
            yield from self._on.get(id, ())
            for thing in self._named.get(id, ()):
                yield from self._upwards(thing)

    def _upwards(self, thing: ClaimRecord) -> Iterator[ClaimRecord]:
        met = set[str]()
        while thing.id not in met:
            met.add(thing.id)
            yield thing
            above = self._named.get(party_of(thing))
            if not above:
                return
            thing = above[0]


def party_of(thing: ClaimRecord) -> str:
    """Return whom a source speaks for. Of a protected one that is not told: it would say who she is."""
    return thing.party if isinstance(thing, Source) and not is_protected(thing) else ""


def _claim_of(thing: ClaimRecord) -> str:
    return thing.claim_id if isinstance(thing, Evidence | Review) else thing.id
