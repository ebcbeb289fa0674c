"""Which steps undo and redo take next where an article is open: asked once, and kept until the library changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.edits import Change
from reader.model.articles import Article
from reader.model.steps import DONE, Step

if TYPE_CHECKING:
    from reader.store import Library

Known = tuple[Step | None] | None  # None: not asked yet


class NextSteps:
    """The next step of undo and of redo."""

    def __init__(self) -> None:
        self._undo: Known = None
        self._redo: Known = None

    def forget(self) -> None:
        """Another article is open, or none."""
        self._undo = self._redo = None

    def follow(self, change: Change, article: Article | None) -> None:
        """A change was made: what was just done where the article is comes next, without asking."""
        step = change.step
        here = article is None or step.everywhere or step.touches(article.id)
        self._undo = (step,) if here and step.state == DONE else None
        # Where nothing at all was undone, what was done leaves nothing to do again.
        self._redo = (None,) if self._redo == (None,) and step.state == DONE else None

    def undo(self, library: Library | None, article: Article | None) -> Step | None:
        """Return what undo takes back; None when there is nothing, or no library is open yet."""
        if self._undo is None and library is not None:
            self._undo = (library.next_undo(article.id if article else ""),)
        return self._undo[0] if self._undo is not None else None

    def redo(self, library: Library | None, article: Article | None) -> Step | None:
        """Return what redo does again; None when there is nothing, or no library is open yet."""
        if self._redo is None and library is not None:
            self._redo = (library.next_redo(article.id if article else ""),)
        return self._redo[0] if self._redo is not None else None
