"""What is not in the article: the drawer below it, and blocks put back or taken out by hand."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.actions.keys import with_keys
from ui.desk import Desk

if TYPE_CHECKING:
    from reader.model.annotations import Annotation
    from ui.revisions.left_out import LeftOutDrawer


class LeftOut:
    """Puts blocks back and takes them out, each as a new revision on which every mark stays on its words."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @cached_property
    def drawer(self) -> LeftOutDrawer:
        """The drawer; made when it is first wanted."""
        from ui.revisions.left_out import LeftOutDrawer

        desk = self._desk
        made = LeftOutDrawer(desk.session, desk.middle)
        made.hide()
        made.putBack.connect(self.put_back)
        made.takeOut.connect(self.take_out)
        made.placeChosen.connect(desk.view.scroll_to)
        made.closed.connect(desk.view.setFocus)
        desk.reading_keys.guard([made.list])
        desk.column.addWidget(made)
        return made

    def toggle(self) -> None:
        """Open the drawer, or close it."""
        if self.drawer.isVisible():
            self.drawer.close_drawer()
        elif self._desk.session.revision is not None:
            self.drawer.open()

    def put_back(self, index: int) -> None:
        """Put the left-out block of that index back."""
        from reader.revisions import edit_text

        session = self._desk.session
        if session.article is not None and session.revision is not None:
            session.do(edit_text.put_back(session.article, session.revision, index, self._marks()))

    def take_out(self, index: int) -> None:
        """Leave the block of that index out, or say why it cannot be."""
        from reader.revisions import edit_text

        session = self._desk.session
        article, revision = session.article, session.revision
        if article is not None and revision is not None:
            marks = self._marks()
            self._desk.guarded(lambda: session.do(edit_text.take_out(article, revision, index, marks)))

    def take_out_here(self) -> None:
        """Leave out the block of the selection, or of the sentence at the reading cursor."""
        spans, revision = self._desk.session.here.spans, self._desk.session.revision
        if revision is None or not spans:
            self._desk.say(
                with_keys(
                    QCoreApplication.translate(
                        "Drawer", "Choose a sentence of the block first ({0} or {1}), or select words in it."
                    ),
                    "sentence_next",
                    "sentence_previous",
                )
            )
            return
        starts = [block.span.start for block in revision.blocks]
        self.take_out(max(0, bisect_right(starts, spans[0].start) - 1))

    def _marks(self) -> list[Annotation]:
        """The annotations that stand on the revision on the desk."""
        session = self._desk.session
        if session.article is None or session.revision is None:
            return []
        found = session.library.annotations(session.article.id)
        return [mark for mark in found if mark.anchor.revision_id == session.revision.id]
