"""The bridge: the one place where changes of the library become Qt signals, and edits become undo steps."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot

from reader.edits import Change, Edit, Swap
from reader.errors import NotFoundError, TilikError
from reader.memory import gc_paused
from reader.model.annotations import Annotation, PageAnnotation, Relation
from reader.model.articles import Article, Revision
from reader.model.labels import BUILTIN, DETAILS, Label, Underline
from reader.model.steps import Step
from ui.annotation_index import AnnotationIndex
from ui.here import Here
from ui.language.letters import Letters
from ui.mark_filter import Showing
from ui.next_steps import NextSteps

if TYPE_CHECKING:
    from reader.store import FirstPaint, Library


SHOWING = "showing"  # under which the library keeps whose marks are shown


class Session(QObject):
    """The open library and the article on the desk, as the widgets see them.

    Lives on the main thread; changes that worker threads make arrive here by a queued signal, in the order they were
    made. Nothing is shown before it is stored. `first` is what was read for the first paint, before the library was
    open: what a list may show until `libraryOpened`.
    """

    libraryOpened = Signal()
    articleOpened = Signal()
    articleClosed = Signal()
    changed = Signal(object)
    labelsChanged = Signal()
    failed = Signal(object)
    undoChanged = Signal()
    _arrived = Signal()

    def __init__(self, opener: Callable[[], Library], first: FirstPaint | None, parent: QObject | None = None) -> None:
        """`opener` opens the library when it is first needed; `first` is what to show before that."""
        super().__init__(parent)
        self._opener = opener
        self._library: Library | None = None
        self._waiting: deque[Change] = deque()
        self._showing_change = False
        self._next = NextSteps()
        self.first = first
        self.annotator = ""
        self.showing = Showing(self)
        self.here = Here(self)
        self.article: Article | None = first.article if first else None
        self.revision: Revision | None = first.revision if first else None
        self.annotations = AnnotationIndex(first.page_annotations if first else ())
        self.labels: tuple[Label, ...] = first.labels if first and first.labels else BUILTIN
        self._letters = Letters(self.labels)
        self._arrived.connect(self._carry_on, Qt.ConnectionType.QueuedConnection)
        self.showing.changed.connect(self._filter_page)

    # -- the library ---------------------------------------------------------------------------------------------

    @property
    def library(self) -> Library:
        """The library, opened on first use. Raises what `Library.open` raises."""
        if self._library is None:
            opened = self._opener()
            labels, shown = opened.labels(), opened.setting(SHOWING)
            self._library = opened
            opened.changed.subscribe(self._take)
            self._show_labels(labels)
            self.showing.restore(shown)
            self.libraryOpened.emit()
            self.undoChanged.emit()
        return self._library

    @property
    def is_open(self) -> bool:
        """Whether the library is open already; asking for `library` opens it."""
        return self._library is not None

    @property
    def readonly(self) -> bool:
        """Whether the open library refuses changes."""
        return self._library is not None and self._library.readonly

    def close(self) -> None:
        """Let go of the library."""
        if self._library is not None:
            self._library.close()

    # -- the article on the desk -----------------------------------------------------------------------------------

    @property
    def page_annotations(self) -> list[PageAnnotation]:
        """The annotations of the text on the desk, by place. Only to be read; `annotations` is their index."""
        return self.annotations.in_order

    def _filter_page(self) -> None:
        self.annotations.shows = self.showing.filter

    def open(self, article_id: str) -> None:
        """Put an article on the desk; `failed` when there is none of that id."""
        try:
            self._load(article_id)
        except TilikError as error:
            self.failed.emit(error.message)
            return
        self._follow_desk()

    def close_article(self) -> None:
        """Clear the desk."""
        if self.article is not None:
            self.article, self.revision = None, None
            self.annotations.reset(())
            self.here.clear()
            self._next.forget()
            self.articleClosed.emit()
            self.undoChanged.emit()

    @property
    def past(self) -> bool:
        """Whether an older revision is on the desk, to be read only."""
        return self.article is not None and self.revision is not None and self.revision.id != self.article.revision_id

    def show_revision(self, revision_id: str) -> None:
        """Put that revision of the open article on the desk, with the marks as they were made there."""
        if self.article is None or (self.revision is not None and self.revision.id == revision_id):
            return
        if revision_id == self.article.revision_id:
            self.open(self.article.id)
            return
        try:
            self._load_past(self.article.id, revision_id)
        except TilikError as error:
            self.failed.emit(error.message)
            return
        self._follow_desk()

    def _load_past(self, article_id: str, revision_id: str) -> None:
        from reader.revisions.carry_marks import made_on

        revision = self.library.revision(revision_id)
        self.annotations.reset(made_on(revision, self.library.annotations(article_id)))
        self.revision = revision

    def _load(self, article_id: str) -> None:
        with gc_paused(freeze=True):
            article = self.library.article(article_id)
            revision = self.library.revision(article.revision_id)
            self.annotations.reset(self.library.page_annotations(revision.id))
        self.article, self.revision = article, revision

    def label(self, id: str) -> Label:
        """Return the label of that id: the library's, a built-in detail (cue, via, time, evidence), or a plain grey
        one."""
        return next((found for found in (*self.labels, *DETAILS) if found.id == id), None) or Label(
            id, id or "?", "", "slate", Underline.DASHED, len(self.labels)
        )

    def letter(self, label: Label) -> str:
        """Return what stands for a label on a badge; no other label has it."""
        return self._letters.of(label)

    def role(self, mark: PageAnnotation) -> str:
        """Return the colour role of a mark by its person; empty while colours tell the label, as they go on doing in an
        article that one person marked."""
        return self.showing.role(mark) if self.annotations.several else ""

    # -- changes ---------------------------------------------------------------------------------------------------

    def do(self, edit: Edit) -> bool:
        """Carry out `edit`; False, and `failed` with the reason, when it was refused. An empty edit does nothing."""
        if not edit.swaps:
            return True
        if self.past and any(isinstance(swap.entity, Annotation | Relation | Revision) for swap in edit.swaps):
            self.failed.emit(self.tr("This is an older text, to be read only. Go back to the newest to change marks."))
            return False
        return self.take(edit)

    def take(self, edit: Edit) -> bool:
        """Return as `do`, for an edit that was not made on the text on the desk: a job brought it. The desk stays as
        it is."""
        try:
            self.apply(edit)
        except TilikError as error:
            self.failed.emit(error.message)
            return False
        return True

    def apply(self, edit: Edit) -> None:
        """Carry out `edit` as the person at the desk. Raises what `Library.apply` raises, for whoever can mend it."""
        self.library.apply(edit, who=self.annotator)

    def undo(self) -> None:
        """Take back the step that comes next where the open article is, also one made before a restart."""
        if (step := self.next_undo) is not None:
            self.take_back(step.number)

    def redo(self) -> None:
        """Do again the step that comes next where the open article is."""
        if (step := self.next_redo) is not None:
            self.do_again(step.number)

    def undo_newest(self, *, again: bool = False) -> None:
        """Take the last step of all back, or do the one `again` that was undone last, whichever article is open.

        A step by which articles come or go is refused: that is asked about where they are seen.
        """
        step = self.library.next_redo() if again else self.library.next_undo()
        if step is not None and step.moves:
            self.failed.emit(self.tr("An article comes or goes by this step: take it back in the main window."))
        elif step is not None:
            (self.do_again if again else self.take_back)(step.number)

    def take_back(self, number: int) -> None:
        """Take that step back; `failed` when a later one builds on it."""
        self._step(lambda: self.library.undo(number))

    def take_all_back(self, numbers: Sequence[int]) -> None:
        """Take these steps back in that order, all or none of them."""
        self._step(lambda: self.library.undo_all(numbers))

    def do_again(self, number: int) -> None:
        """Do that step again, which was taken back; `failed` when that cannot be."""
        self._step(lambda: self.library.redo(number))

    def _step(self, step: Callable[[], object]) -> None:
        try:
            step()
        except TilikError as error:
            self.failed.emit(error.message)

    @property
    def next_undo(self) -> Step | None:
        """What `undo` takes back; None when there is nothing."""
        return self._next.undo(self._library, self.article)

    @property
    def next_redo(self) -> Step | None:
        """What `redo` does again; None when there is nothing."""
        return self._next.redo(self._library, self.article)

    @property
    def undo_name(self) -> str:
        """The name of what `undo` would take back; empty when there is nothing."""
        return self.next_undo.name if self.next_undo is not None else ""

    @property
    def redo_name(self) -> str:
        """The name of what `redo` would do again; empty when there is nothing."""
        return self.next_redo.name if self.next_redo is not None else ""

    def _take(self, change: Change) -> None:
        """Called on whatever thread made the change."""
        self._waiting.append(change)
        if QThread.currentThread() is self.thread():
            self._carry_on()
        else:
            self._arrived.emit()

    @Slot()
    def _carry_on(self) -> None:
        """Show what waits, one change after the other: one that is made while another is shown waits for its turn."""
        if self._showing_change:
            return
        self._showing_change = True
        try:
            while self._waiting:
                self._show(self._waiting.popleft())
        finally:
            self._showing_change = False

    def _show(self, change: Change) -> None:
        if change.origin == "user":
            self._reveal(change)
        past = self.past
        follow = self._look_again if change.unlisted else self._follow_swaps
        reopened, closed, relabelled = follow(change, past)
        self._next.follow(change, self.article)
        if relabelled:
            self._refresh_labels()
        if closed:
            self.close_article()
        elif reopened:
            self._reopen(past)
        self.changed.emit(change)
        self.here.keep_marks(self.annotations.__contains__)
        self.undoChanged.emit()

    def _follow_swaps(self, change: Change, past: bool) -> tuple[bool, bool, bool]:
        """Whether the open article is to be opened again, whether it is gone, and whether labels changed."""
        reopened = closed = relabelled = False
        for swap in change.edit.swaps:
            thing = swap.entity
            if isinstance(thing, Annotation):
                if past:  # the older text shows marks where they were made, not where they stand now
                    reopened = reopened or thing.article_id == (self.article.id if self.article else "")
                else:
                    self._follow_annotation(swap)
            elif isinstance(thing, Article) and self.article is not None and thing.id == self.article.id:
                reopened, closed = self._follow_article(swap)
            elif isinstance(thing, Label):
                relabelled = True
        return reopened, closed, relabelled

    def _look_again(self, change: Change, past: bool) -> tuple[bool, bool, bool]:
        """What changed is not listed: read the marks again of an open article that it touched; answer as above."""
        if self.article is None or not self.library.step_touches(change.number, self.article.id):
            return False, False, True
        found = self.library.articles([self.article.id])
        if not found:
            return False, True, True
        moved = self.article.revision_id != found[self.article.id].revision_id
        self.article = found[self.article.id]
        if not moved and not past:
            self.annotations.reset(self.library.page_annotations(self.article.revision_id))
        return moved or past, False, True

    def _reveal(self, change: Change) -> None:
        """What the user has just made or changed must not be hidden."""
        for swap in change.edit.swaps:
            if isinstance(swap.after, Annotation):
                self.showing.reveal(PageAnnotation.of(swap.after))

    def _follow_article(self, swap: Swap) -> tuple[bool, bool]:
        """Whether the text on the desk is another one now, and whether it is gone."""
        assert self.article is not None
        if not isinstance(swap.after, Article):
            return False, True
        moved = swap.after.revision_id != self.article.revision_id
        self.article = swap.after
        return moved, False

    def _reopen(self, past: bool) -> None:
        """Read the open article again; with `past` the older text that is shown stays on the desk."""
        assert self.article is not None
        try:
            if past and self.revision is not None and self.revision.id != self.article.revision_id:
                self._load_past(self.article.id, self.revision.id)
            else:
                self._load(self.article.id)
        except NotFoundError as error:
            self.failed.emit(error.message)
            self.close_article()
            return
        self._follow_desk()

    def _follow_desk(self) -> None:
        """Another text is on the desk: tell it, and that other steps come next. Of what was chosen, marks that it has
        too stay so."""
        self.here.restore((), [id for id in self.here.marks if id in self.annotations], None)
        self._next.forget()
        self.articleOpened.emit()
        self.undoChanged.emit()

    def _follow_annotation(self, swap: Swap) -> None:
        """Keep the index in step: the one place where a change of the library changes it."""
        if isinstance(swap.before, Annotation) and self._is_on_desk(swap.before):
            self.annotations.remove(swap.before.id)
        if isinstance(swap.after, Annotation) and self._is_on_desk(swap.after):
            self.annotations.add(PageAnnotation.of(swap.after))

    def _is_on_desk(self, annotation: Annotation) -> bool:
        return self.revision is not None and annotation.anchor.revision_id == self.revision.id

    def _refresh_labels(self) -> None:
        assert self._library is not None
        self._show_labels(self._library.labels())

    def _show_labels(self, stored: tuple[Label, ...]) -> None:
        found = stored or BUILTIN
        if found != self.labels:
            self.labels, self._letters = found, Letters(found)
            self.labelsChanged.emit()
