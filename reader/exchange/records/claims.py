"""The claims and sources that a document's marks mention, in a record; what only the desk may know is never written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from reader.exchange.records.fields import RecordError, absurd, free, objects, time_of
from reader.exchange.records.shape import fields_out
from reader.messages import Message
from reader.model.claims import KINDS, ClaimRecord
from reader.model.codec import CodecError, plain, restore
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


def known_in(record: Mapping[str, Any], refused: list[tuple[str, Message]]) -> Iterator[ClaimRecord]:
    """Yield the claims and sources of a record; one that cannot be read is put to `refused`, as id and reason."""
    for kind, plural in PLURALS.items():
        for n, values in enumerate(_objects(record, plural), 1):
            id = str(values.get("id", ""))
            try:
                _check_times(values)
                yield _known(kind, values)
            except (CodecError, VocabularyError, RecordError) as error:
                name = Message("{0} {1} ({2})", kind_word(kind), n, id or Message("no id"))
                refused.append((id, Message("{0}: {1}", name, error.message)))


def _check_times(values: Mapping[str, Any]) -> None:
    """Raises `RecordError` for a time that is none of our days: a claim or a source cannot be without its own."""
    for name in ("created", "modified"):
        value = values.get(name)
        if isinstance(value, str) and value and (reason := absurd(name, time_of(value), value)):
            raise RecordError("{0}", reason)


def _known(kind: str, values: Mapping[str, Any]) -> ClaimRecord:
    for name, value in values.items():
        if isinstance(value, str):
            check(kind, name, value)
    return restore(KINDS[kind], _as_written(values))


def _as_written(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values as the codec has them: small entities in their short form, free-form mappings as mappings."""
    found = {**values, "extra": free(values, "extra")}
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
