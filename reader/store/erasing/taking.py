"""What is named taken out of the tables, with all that cannot stand without it; the log forgets it, bytes go."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Column, Connection, Table, delete, func, select

from reader.edits import Edit, Entity, Swap
from reader.model.annotations import Annotation, Relation
from reader.model.articles import Article
from reader.model.claims import Claim, Evidence, Review, Source
from reader.model.erasing import Erasure
from reader.model.steps import Emptied
from reader.store import schema, search_index, writing
from reader.store.asking import chunks
from reader.store.engine import driver
from reader.store.erasing import forgetting
from reader.store.erasing.gone import Gone, is_file
from reader.store.fetching import fetch, present
from reader.store.kept_bytes import KeptBytes, bytes_of, free_bytes

_M, _R, _E, _W = schema.relation_member, schema.relation, schema.evidence, schema.review
_NOTED = (Annotation, Relation, Claim, Source, Evidence, Review)


def erase(connection: Connection, wanted: Erasure) -> tuple[Emptied, list[Swap]]:
    """Take it all on an open transaction; how much it was, and what became of the things that were here."""
    gone = _gone(connection, wanted)
    plain = driver(connection)
    # Whoever follows an article that goes takes its marks and links with it; these may be very many.
    own = gone.of_articles if not (wanted.marks or wanted.sources or wanted.claims) else set[str]()
    here = {kind: fetch(plain, kind, sorted(gone.ids[name] - own)) for kind, name in _WHOLE.items()}
    marks = len(present(plain, Annotation, sorted(gone.ids["annotation"])))
    changed = _cleared(connection, gone, here)
    kept = bytes_of(connection, sorted(gone.ids["article"]))
    steps = forgetting.forget(connection, gone)
    kept = KeptBytes(kept.originals | gone.files | _files_of(here[Evidence].values()), kept.pictures)
    writing.carry_out(connection, Edit("", tuple(changed)))
    search_index.take_out_articles(plain, sorted(gone.ids["article"]))
    search_index.take_out_annotations(plain, sorted(gone.ids["annotation"]))
    _delete(connection, gone)
    originals = free_bytes(connection, kept)
    for index in ("article_search", "annotation_search"):
        connection.exec_driver_sql(f"INSERT INTO {index}({index}) VALUES ('optimize')")
    notes = sum(swap.before is not None and swap.before.id in gone.notes for swap in changed)
    done = Emptied(len(here[Article]), marks, originals, steps, notes, len(here[Source]), len(here[Claim]))
    told = [Swap(thing, None) for things in here.values() for thing in things.values()]
    return done, [*told, *changed]


_WHOLE: dict[type[Entity], str] = {
    Article: "article", Annotation: "annotation", Relation: "relation", Evidence: "evidence", Review: "review",
    Source: "source", Claim: "claim",
}  # fmt: skip


def _gone(connection: Connection, wanted: Erasure) -> Gone:
    """The ids of all that goes: with an article its marks, with a mark its links and the evidence that it is, with a
    claim what hangs on it."""
    gone = Gone(notes=frozenset(wanted.notes))
    gone.ids["article"].update(wanted.articles)
    gone.ids["source"].update(wanted.sources)
    gone.ids["claim"].update(wanted.claims)
    own = _ids(connection, schema.annotation.c.id, schema.annotation.c.article_id, wanted.articles)
    gone.of_articles.update(own, _ids(connection, _M.c.relation_id, _M.c.annotation_id, own))
    gone.ids["annotation"].update(own, wanted.marks)
    marks = sorted(gone.ids["annotation"])
    gone.ids["relation"].update(_ids(connection, _M.c.relation_id, _M.c.annotation_id, marks))
    gone.of_articles.difference_update(_ids(connection, _R.c.within, _R.c.within, sorted(gone.ids["relation"])))
    gone.ids["evidence"].update(
        _evidence_on(connection, marks), _ids(connection, _E.c.id, _E.c.claim_id, wanted.claims)
    )
    gone.ids["review"].update(_ids(connection, _W.c.id, _W.c.claim_id, wanted.claims))
    return gone


def _ids(connection: Connection, id: Column[str], column: Column[str], wanted: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for some in chunks(sorted(wanted)):
        found.update(connection.scalars(select(id).where(column.in_(some)).distinct()))
    return found


def _evidence_on(connection: Connection, marks: Sequence[str]) -> list[str]:
    """Evidence that is a mark holds its words too."""
    gone = set(marks)
    rows = connection.execute(select(_E.c.id, func.json_extract(_E.c.told, "$.target"))) if marks else ()
    return [id for id, target in rows if target in gone]


def _files_of(evidence: Iterable[Entity]) -> set[str]:
    return {one.target for one in evidence if isinstance(one, Evidence) and is_file(one.target)}


def _cleared(connection: Connection, gone: Gone, here: dict[type[Entity], dict[str, Entity]]) -> list[Swap]:
    """What stays and held a note that goes, or pointed at what goes: before, and without that."""
    found: dict[tuple[type, str], Entity] = {}
    for kind, ids in _pointing(connection, gone):
        found |= {(kind, id): thing for id, thing in fetch(driver(connection), kind, sorted(ids)).items()}
    things = [thing for (kind, id), thing in found.items() if id not in here.get(kind, ())]
    swaps = [Swap(thing, left) for thing in things if (left := gone.cleared(thing)) is not thing]
    return swaps


def _pointing(connection: Connection, gone: Gone) -> Iterable[tuple[type[Entity], set[str]]]:
    plain = driver(connection)
    for kind in _NOTED if gone.notes else ():
        yield kind, present(plain, kind, sorted(gone.notes))
    if about := sorted(gone.ids["source"] | gone.ids["claim"]):
        yield Annotation, _ids(connection, schema.annotation.c.id, schema.annotation.c.about, about)
    for name, kind in (("source", Source), ("claim", Claim)):
        if gone.ids[name]:
            yield kind, set(connection.scalars(select(schema.metadata.tables[name].c.id)))
    yield Relation, _ids(connection, _R.c.id, _R.c.within, sorted(gone.ids["relation"]))
    if gone.ids["annotation"] or gone.ids["evidence"]:
        yield Review, set(connection.scalars(select(schema.review.c.id)))


def _delete(connection: Connection, gone: Gone) -> None:
    ids = {kind: sorted(found) for kind, found in gone.ids.items()}
    for table, column, some in (
        (_M, _M.c.relation_id, ids["relation"]), (_R, _R.c.id, ids["relation"]),
        (_E, _E.c.id, ids["evidence"]), (_W, _W.c.id, ids["review"]),
        (schema.source, schema.source.c.id, ids["source"]), (schema.claim, schema.claim.c.id, ids["claim"]),
        (schema.annotation, schema.annotation.c.id, ids["annotation"]),
        (schema.annotation, schema.annotation.c.article_id, ids["article"]),
        (schema.place, schema.place.c.article_id, ids["article"]),
        (schema.revision, schema.revision.c.article_id, ids["article"]),
        (schema.article, schema.article.c.id, ids["article"]),
    ):  # fmt: skip
        _delete_where(connection, table, column, some)


def _delete_where(connection: Connection, table: Table, column: Column[str], ids: Sequence[str]) -> None:
    for some in chunks(ids):
        connection.execute(delete(table).where(column.in_(some)))
