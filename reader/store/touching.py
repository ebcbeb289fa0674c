"""Which articles an edit touches: what the change log keeps beside it, so that a step is found by its article."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, replace

from reader.edits import Edit, Entity, Swap
from reader.model.annotations import Annotation, Relation
from reader.model.articles import Article, Revision, State
from reader.model.claims import Review
from reader.model.steps import Touched
from reader.store.asking import chunks, places, scalars


@dataclass(frozen=True, slots=True)
class Touch:
    """An article of an edit: whether it comes (1) or goes (-1) by it, and its title when that is in the edit."""

    moves: int = 0
    title: str = ""

    def after(self, earlier: Touch) -> Touch:
        """Return what both are, one after the other."""
        return Touch(self.moves + earlier.moves, self.title or earlier.title)


def touched_by(connection: sqlite3.Connection, edit: Edit) -> dict[str, Touch]:
    """Return the articles of `edit` by id; call it before the edit is carried out.

    A link touches the articles of its marks. None at all: the edit is one of the library as a whole.
    """
    found: dict[str, Touch] = {}
    for article_id in (*_by_things(edit), *_by_links(connection, edit)):
        found.setdefault(article_id, Touch())
    for swap in edit.swaps:
        if isinstance(swap.entity, Article):
            found[swap.entity.id] = replace(_touch(swap), title=swap.entity.title)
    return found


def _touch(swap: Swap) -> Touch:
    return Touch(moves=int(_listed(swap.after)) - int(_listed(swap.before)))


def _listed(thing: Entity | None) -> bool:
    return isinstance(thing, Article) and thing.state != State.TRASHED


def _by_things(edit: Edit) -> Iterable[str]:
    for swap in edit.swaps:
        if isinstance(swap.entity, Annotation | Revision):
            yield swap.entity.article_id


def _by_links(connection: sqlite3.Connection, edit: Edit) -> Iterable[str]:
    relations = [x for s in edit.swaps for x in (s.before, s.after) if isinstance(x, Relation)]
    wanted = {member.annotation_id for relation in relations for member in relation.members}
    own = {s.entity.id: s.entity.article_id for s in edit.swaps if isinstance(s.entity, Annotation)}
    yield from (own[id] for id in wanted if id in own)
    for some in chunks(sorted(wanted - own.keys())):
        yield from scalars(connection, f"SELECT DISTINCT article_id FROM annotation WHERE id IN {places(some)}", some)


def author_of(edit: Edit) -> str:
    """Return who made everything that `edit` brings; empty when nobody is named, or several are."""
    names = {author(swap.after) for swap in edit.swaps if swap.after is not None} - {""}
    return names.pop() if len(names) == 1 else ""


def author(thing: Entity) -> str:
    """Return who made a thing; empty when nobody is named."""
    return thing.reviewer if isinstance(thing, Review) else str(getattr(thing, "annotator", ""))


def named(article_id: str, touch: Touch) -> Touched:
    """Return the article of a step as steps name it."""
    return Touched(article_id, touch.title)
