"""Articles that are newer versions of others, taken as that: their text beside the older one, with its marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reader import edits
from reader.model.articles import Article, State
from reader.model.stamps import new_id
from reader.revisions.carry_marks import recapture
from reader.store import Library


@dataclass(frozen=True, slots=True)
class Merged:
    """What taking them does, as one step of undo; None when nothing can be taken. `taken` are the older articles, which
    have the newer texts then, and `kept` those newer ones that stay articles of their own, because they have marks."""

    edit: edits.Edit | None
    taken: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()


def merge_captures(library: Library, pairs: Sequence[tuple[str, str]]) -> Merged:
    """Return the edit that gives each older article the text of a newer one and puts that into the trash; nothing is
    stored. `pairs` are ids, the newer one first. Raises `NotFoundError` when one of them is gone."""
    made: list[edits.Edit] = []
    taken: list[str] = []
    kept: list[str] = []
    for newer_id, older_id in pairs:
        newer, older = library.article(newer_id), library.article(older_id)
        if older_id in taken or library.annotation_ids(newer_id):
            kept.append(newer_id)
        elif newer.state is not State.TRASHED:
            made += [_recaptured(library, newer, older), edits.set_state([newer], State.TRASHED)]
            taken.append(older_id)
    return Merged(edits.together("Capture again", made) if made else None, tuple(taken), tuple(kept))


def _recaptured(library: Library, newer: Article, older: Article) -> edits.Edit:
    revision = replace(library.revision(newer.revision_id), id=new_id(), article_id=older.id)
    return recapture(older, revision, library.annotations(older.id), library.revisions(older.id)).edit
