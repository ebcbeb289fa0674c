"""New texts whose marks changed while they were fetched and cleaned: the marks are carried to them once more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reader.edits import Edit, Swap
from reader.errors import ConflictError
from reader.model.annotations import Annotation
from reader.model.articles import Article, Revision
from reader.revisions.carry_marks import carry_marks
from reader.store import Library


def misses_marks(library: Library, edit: Edit) -> bool:
    """Return whether an article to which `edit` brings a new text has other marks than those that it carries there.

    A mark that was made meanwhile would be left on the old text. (Of one that was changed the library itself says so.)
    """
    carried = {swap.before.id for swap in edit.swaps if isinstance(swap.before, Annotation)}
    return {id for swap in edit.swaps if _made(edit, swap) for id in library.annotation_ids(swap.entity.id)} != carried


def carry_again(library: Library, edit: Edit) -> Edit:
    """Return `edit` with the marks that its articles have now. Raises `ConflictError` when one of them has another text
    by now."""
    return replace(edit, swaps=tuple(new for swap in edit.swaps for new in _again(library, edit, swap)))


def _again(library: Library, edit: Edit, swap: Swap) -> Iterator[Swap]:
    made = _made(edit, swap)
    if made is not None:
        stored = library.article(made.article_id)
        yield _retold(swap, stored)
        marks = library.annotations(stored.id)
        yield from (Swap(one.before, one.after) for one in carry_marks(made, marks, library.revisions(stored.id)))
    elif not isinstance(swap.entity, Annotation):
        yield swap


def _made(edit: Edit, swap: Swap) -> Revision | None:
    """The new text of the article that a swap changes; None of anything else."""
    if not isinstance(swap.before, Article) or not isinstance(swap.after, Article):
        return None
    wanted = swap.after.revision_id
    return next((s.after for s in edit.swaps if isinstance(s.after, Revision) and s.after.id == wanted), None)


def _retold(swap: Swap, stored: Article) -> Swap:
    """What a swap changes in an article, in what is stored now: it may have got another state or tags meanwhile."""
    before, after = swap.before, swap.after
    assert isinstance(before, Article) and isinstance(after, Article)
    if stored.revision_id != before.revision_id:
        raise ConflictError("the text of article {0} was changed since; nothing was changed", stored.id)
    told = {name: getattr(after, name) for name in Article.__slots__ if getattr(after, name) != getattr(before, name)}
    return Swap(stored, replace(stored, **told))
