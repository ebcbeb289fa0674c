"""The claims and sources that a document's marks mention, in a record; what only the desk may know is never written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from reader.exchange.records.fields import RecordError, absurd, objects, time_of
from reader.exchange.records.ids import Ids
from reader.exchange.records.shape import fields_out
from reader.exchange.records.told import NEWER, Told
from reader.messages import Message
from reader.model.claims import KINDS, Claim, ClaimRecord, Evidence, Review, Source
from reader.model.codec import CodecError, description, plain, restore
from reader.model.kind_names import kind_word
from reader.model.kinds import kind_of
from reader.model.protection import desk_only
from reader.model.vocabulary import VocabularyError, check

PLURALS = {"claim": "claims", "source": "sources", "evidence": "evidence", "review": "reviews"}
FIELDS = frozenset(PLURALS.values())


def known_out(known: Iterable[ClaimRecord]) -> dict[str, list[dict[str, Any]]]:
    """Return what lives across articles, by kind, an empty list for a kind of which there is none."""
    found: dict[str, list[dict[str, Any]]] = {plural: [] for plural in PLURALS.values()}
    for thing in sorted(known, key=lambda k: k.id):
        found[PLURALS[kind_of(thing)]].append(fields_out(thing))
    return found


def shared(thing: ClaimRecord) -> dict[str, Any]:
    """Return the fields that say something, as JSON holds them, without what only the desk may know."""
    hidden = desk_only(type(thing))
    return {name: value for name, value in plain(thing, sparse=True).items() if name not in hidden}


def known_in(
    record: Mapping[str, Any], ids: Ids, told: Told, entries: dict[str, Mapping[str, Any]]
) -> Iterator[ClaimRecord]:
    """Yield the claims and sources of a record; one that cannot be read is put to `told`. `entries` gets the record of
    each by its id."""
    for kind, plural in PLURALS.items():
        for n, values in enumerate(_objects(record, plural), 1):
            id = str(values.get("id", ""))
            try:
                _check_times(values)
                made = _known(kind, values, ids, told)
            except (CodecError, VocabularyError, RecordError) as error:
                name = Message("{0} {1} ({2})", kind_word(kind), n, id or Message("no id"))
                told.refuse(id, Message("{0}: {1}", name, error.message))
                continue
            entries[made.id] = values
            yield made


def _check_times(values: Mapping[str, Any]) -> None:
    """Raises `RecordError` for a time that is none of our days: a claim or a source cannot be without its own."""
    for name in ("created", "modified"):
        value = values.get(name)
        if isinstance(value, str) and value and (reason := absurd(name, time_of(value), value)):
            raise RecordError("{0}", reason)


def _known(kind: str, values: Mapping[str, Any], ids: Ids, told: Told) -> ClaimRecord:
    fields = frozenset(f.name for f in description(KINDS[kind]))
    newer = {name: value for name, value in values.items() if _is_newer(kind, name, value) and name in fields}
    known = {name: value for name, value in values.items() if name in fields and name not in newer}
    more = told.extra({**values, "extra": values.get("extra")}, fields, ids, kind)
    if newer:
        told.newer(kind, newer)
        there = more.get(NEWER)
        more = {**more, NEWER: {**(there if isinstance(there, Mapping) else {}), **newer}}
    made = restore(KINDS[kind], {**_as_written(known), "extra": dict(more)})
    return made if ids.ours else _with_our_ids(made, ids)


def _is_newer(kind: str, name: str, value: object) -> bool:
    """Whether the value is none of those that its field has today."""
    try:
        if isinstance(value, str):
            check(kind, name, value)
    except VocabularyError:
        return True
    return False


def _with_our_ids(made: ClaimRecord, ids: Ids) -> ClaimRecord:
    """What others wrote, under ids of its own."""
    told: dict[str, Any] = {"id": ids.known(made.id)}
    if isinstance(made, Claim):
        told["related"] = tuple(replace(one, claim_id=ids.known(one.claim_id)) for one in made.related)
    elif isinstance(made, Source):
        told["party"] = ids.known(made.party)
    else:
        told["claim_id"] = ids.known(made.claim_id)
    if isinstance(made, Evidence) and made.form == "span":
        told["target"] = ids.of_marks.get(made.target, made.target)
    if isinstance(made, Review):
        told["justification"] = tuple(
            replace(one, cites=tuple(ids.of_marks.get(c) or ids.known(c) for c in one.cites))
            for one in made.justification
        )
    return replace(made, **told)


def _as_written(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values as the codec has them: small entities in their short form."""
    found = dict(values)
    for name, members in (("related", ("kind", "claim_id")), ("justification", ("text", "cites"))):
        if isinstance(items := found.get(name), list):
            found[name] = [[one.get(m) for m in members] if isinstance(one, dict) else one for one in items]
    return found


def _objects(record: Mapping[str, Any], name: str) -> Iterable[Mapping[str, Any]]:
    """A field of that name which is no list of objects belongs to another program (`extra` keeps it)."""
    try:
        return objects(record, name)
    except RecordError:
        return ()
