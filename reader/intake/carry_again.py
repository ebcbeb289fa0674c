"""A new text whose marks changed while it was fetched and cleaned: the marks are carried to it once more."""

from __future__ import annotations

from dataclasses import replace

from reader.edits import Edit, Swap
from reader.errors import ConflictError
from reader.model.annotations import Annotation
from reader.model.articles import Article, Revision
from reader.revisions.carry_marks import carry_marks
from reader.store import Library


def misses_marks(library: Library, edit: Edit) -> bool:
    """Return whether the article has other marks than those that `edit`, which brings it a new text, carries there.

    A mark that was made meanwhile would be left on the old text. (Of one that was changed the library itself says so.)
    """
    article = _article_of(edit)
    carried = {swap.before.id for swap in edit.swaps if isinstance(swap.before, Annotation)}
    return article is not None and set(library.annotation_ids(article.id)) != carried


def carry_again(library: Library, edit: Edit) -> Edit:
    """Return `edit` with the marks that the article has now. Raises `ConflictError` when it has another text by now."""
    article, made = _article_of(edit), _made_by(edit)
    if article is None or made is None:
        return edit
    stored = library.article(article.id)
    if stored.revision_id != article.revision_id:
        raise ConflictError("the text of article {0} was changed since; nothing was changed", article.id)
    marks = library.annotations(article.id)
    standings = carry_marks(made, marks, library.revisions(article.id))
    kept = [swap for swap in edit.swaps if not isinstance(swap.entity, Annotation | Article)]
    carried = (Swap(one.before, one.after) for one in standings)
    return replace(edit, swaps=(*kept, _retold(edit, stored), *carried))


def _article_of(edit: Edit) -> Article | None:
    return next((swap.before for swap in edit.swaps if isinstance(swap.before, Article)), None)


def _made_by(edit: Edit) -> Revision | None:
    return next((s.after for s in edit.swaps if isinstance(s.after, Revision) and s.before is None), None)


def _retold(edit: Edit, stored: Article) -> Swap:
    """What the edit changes in the article, in what is stored now: it may have got another state or tags meanwhile."""
    (swap,) = (swap for swap in edit.swaps if isinstance(swap.before, Article))
    before, after = swap.before, swap.after
    assert isinstance(before, Article) and isinstance(after, Article)
    told = {name: getattr(after, name) for name in Article.__slots__ if getattr(after, name) != getattr(before, name)}
    return Swap(stored, replace(stored, **told))
