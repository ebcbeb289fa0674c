"""What still needs a thing that a step takes away, or misses one that it brings.

Asked after a step of undo, which need not be the last of all. The door compares each thing itself; here it is what
points at it: marks at their text, links at their marks, marks at claims, marks at their labels.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence

from reader.edits import Edit, Entity, Swap
from reader.errors import ConflictError
from reader.messages import Words
from reader.model.annotations import Annotation, Relation
from reader.model.articles import Article, Revision
from reader.model.claims import Claim, Evidence, Review, Source
from reader.model.kind_names import kind_word
from reader.model.kinds import kind_name, kind_of
from reader.model.labels import Label
from reader.store.asking import chunks, places, scalars
from reader.store.captures_reading import OUTCOME

Column = tuple[str, str]  # a table and the name of one of its columns
_USERS: dict[type, tuple[Column, ...]] = {
    Article: (("annotation", "article_id"),),
    Annotation: (("relation_member", "annotation_id"),),
    Revision: (("annotation", "revision_id"), ("article", "revision_id")),
    Claim: (("annotation", "about"), ("evidence", "claim_id"), ("review", "claim_id")),
    Source: (("annotation", "about"),),
    Relation: (("relation", "within"),),
    Label: (("annotation", "label"),),
}


def check_references(connection: sqlite3.Connection, edit: Edit) -> None:
    """Raise `ConflictError` when something that stays needs what `edit` took, or what it brought needs what is gone."""
    for swap in edit.swaps:
        if swap.after is None and swap.before is not None:
            _check_free(connection, swap.before)
        if isinstance(swap.after, Annotation) and swap.before is None:
            _check_text(connection, swap.after)
        for columns, id in _needs(swap):
            if not any(_holds(connection, column, id) for column in columns):
                raise _in_want(*_named(swap.entity))


# What the things of a kind point at that must be there, as `_needs` has it: a question for those that miss something.
_MISSING: dict[type, str] = {
    Evidence: "SELECT x.id FROM evidence x LEFT JOIN claim y ON y.id = x.claim_id WHERE y.id IS NULL AND x.id IN ",
    Review: "SELECT x.id FROM review x LEFT JOIN claim y ON y.id = x.claim_id WHERE y.id IS NULL AND x.id IN ",
    Relation: "SELECT x.relation_id FROM relation_member x LEFT JOIN annotation y ON y.id = x.annotation_id"
              " WHERE y.id IS NULL AND x.relation_id IN ",
}  # fmt: skip
_ELSEWHERE = (
    "SELECT m.article_id FROM annotation m LEFT JOIN article a ON a.id = m.article_id"
    f" WHERE m.revision_id IS NOT a.revision_id AND {OUTCOME} <> 'removed' AND m.id IN "
)


def check_none_needs(connection: sqlite3.Connection, kind: type[Entity], ids: Sequence[str]) -> None:
    """Raise `ConflictError` when something that stays needs one of these, which are gone."""
    for table, name in _USERS.get(kind, ()):
        for some in chunks(ids):
            wanted = f"SELECT {name} FROM {table} WHERE {name} IN {places(some)} LIMIT 1"
            for id in scalars(connection, wanted, some):
                raise _built_on(kind_word(kind_name(kind)), id)


def check_needs_of(connection: sqlite3.Connection, kind: type[Entity], ids: Sequence[str]) -> None:
    """Raise `ConflictError` when one of these, which came back, needs what is gone."""
    for some in chunks(ids):
        for id in scalars(connection, f"{_MISSING[kind]}{places(some)}", some) if kind in _MISSING else ():
            raise _in_want(kind_word(kind_name(kind)), id)
        for id in scalars(connection, f"{_ELSEWHERE}{places(some)}", some) if kind is Annotation else ():
            raise _moved(id)


def _built_on(name: Words, id: str) -> ConflictError:
    return ConflictError("a later step builds on {0} {1}; nothing was changed", name, id)


def _in_want(name: Words, id: str) -> ConflictError:
    return ConflictError("{0} {1} needs what is no longer there; nothing was changed", name, id)


def _moved(article_id: str) -> ConflictError:
    return ConflictError("the text of article {0} was changed since; nothing was changed", article_id)


def _check_text(connection: sqlite3.Connection, mark: Annotation) -> None:
    """A mark that comes back must stand on the article's text, or be one that was left on an older text."""
    left = mark.origin is not None and mark.origin.outcome == "removed"
    texts = scalars(connection, "SELECT revision_id FROM article WHERE id = ?", (mark.article_id,))
    if texts != [mark.anchor.revision_id] and not left:
        raise _moved(mark.article_id)


def _check_free(connection: sqlite3.Connection, thing: Entity) -> None:
    if any(_holds(connection, column, thing.id) for column in _USERS.get(type(thing), ())):
        raise _built_on(*_named(thing))


def _holds(connection: sqlite3.Connection, column: Column, id: str) -> bool:
    table, name = column
    return bool(scalars(connection, f"SELECT 1 FROM {table} WHERE {name} = ? LIMIT 1", (id,)))


def _needs(swap: Swap) -> Iterator[tuple[tuple[Column, ...], str]]:
    """What a thing points at. A mark that only comes back may be about a claim that never was here, as some of sets."""
    before, after = swap.before, swap.after
    claims, sources = ("claim", "id"), ("source", "id")
    if isinstance(after, Evidence | Review):
        yield (claims,), after.claim_id
    elif isinstance(after, Relation):
        yield from (((("annotation", "id"),), member.annotation_id) for member in after.members)
        if isinstance(before, Relation) and after.within not in ("", before.within):
            yield (("relation", "id"),), after.within
    elif isinstance(after, Annotation) and isinstance(before, Annotation) and after.about not in ("", before.about):
        yield (claims, sources), after.about


def _named(thing: Entity) -> tuple[Words, str]:
    return kind_word(kind_of(thing)), thing.id
