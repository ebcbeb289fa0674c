"""What the Annotate menu does: each method is one action on the text or on the chosen mark."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu

from reader import edits
from reader.errors import AnchorError, TilikError
from reader.labels import RELATION_KINDS
from reader.model import Annotation, Span, new_id
from ui.annotation_panel import AnnotationPanel
from ui.article_view import ArticleView
from ui.i18n import label_name
from ui.session import Session
from ui.settings import Settings


class Marking(QObject):
    """Marks, changes, links and deletes. `said` is a sentence for the status line, `panelWanted` opens the panel."""

    said = Signal(str)
    panelWanted = Signal()

    def __init__(
        self, session: Session, settings: Settings, view: ArticleView, panel: AnnotationPanel, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session, self._settings, self._view, self._panel = session, settings, view, panel
        self._linking = ""

    # -- making marks ----------------------------------------------------------------------------------------------

    def mark(self, label_id: str) -> str:
        """Mark what is selected, or the sentence at the reading cursor; the new mark's id, empty when refused."""
        revision = self._session.revision
        if revision is None:
            self.said.emit(self.tr("Open an article first."))
            return ""
        label, made = self._session.label(label_id), new_id()
        try:
            edit = edits.highlight(revision, self._view.selected_spans(), label, self._session.annotator, id=made)
        except AnchorError:
            self.said.emit(self.tr("There are no words to mark here. Select some, or press J."))
            return ""
        if not self._session.do(edit):
            return ""
        self._settings.update(last_label=label_id)
        self._view.select_mark(made, flash=False)
        self._panel.select(made)
        self.said.emit(self.tr("Marked as {0}").format(label_name(label)))
        return made

    def mark_again(self) -> None:
        """Mark with the label that was used last."""
        self.mark(self._settings.values.last_label)

    def note_on_selection(self) -> None:
        """Mark the selection with the last label and open its note, in one step."""
        if made := self.mark(self._settings.values.last_label):
            self._edit_card(made, self._panel.edit_note)

    def note(self) -> None:
        """Open the note of the chosen mark; without one, mark first."""
        if self._view.selected_mark:
            self._edit_card(self._view.selected_mark, self._panel.edit_note)
        else:
            self.note_on_selection()

    def tags(self) -> None:
        """Open the tags of the chosen mark."""
        if id := self._chosen():
            self._edit_card(id, self._panel.edit_tags)

    def _edit_card(self, id: str, edit: Callable[[str], None]) -> None:
        self.panelWanted.emit()
        self._panel.select(id)
        edit(id)

    # -- changing the chosen mark ------------------------------------------------------------------------------------

    def relabel(self, label_id: str) -> None:
        """Give the chosen mark another label."""
        annotation = self._chosen_annotation()
        if annotation is None or annotation.label == label_id:
            return
        if self._session.do(edits.relabel(annotation, self._session.label(label_id))):
            self.said.emit(self.tr("Changed to {0}").format(label_name(self._session.label(label_id))))

    def delete(self) -> None:
        """Delete the chosen mark at once; undo brings it back with its note, tags and links."""
        annotation = self._chosen_annotation()
        if annotation is None:
            return
        relations = self._session.library.relations_of([annotation.id])
        if self._session.do(edits.delete_annotations([annotation], relations)):
            self.said.emit(self.tr("Mark deleted. Ctrl+Z brings it back."))

    def respan(self, id: str, spans: list[Span]) -> None:
        """Put a mark's ends where the reader dragged or nudged them."""
        annotation, revision = self._annotation(id), self._session.revision
        if annotation is None or revision is None:
            return
        try:
            edit = edits.respan(annotation, revision, spans)
        except AnchorError as error:
            self.said.emit(str(error))
            return
        if self._session.do(edit):
            self._view.select_mark(id, flash=False)

    def step(self, direction: int) -> None:
        """Go to the next mark (1) or the one before (-1)."""
        self._view.next_mark(direction)
        if self._view.selected_mark:
            self._panel.select(self._view.selected_mark)

    # -- linking -----------------------------------------------------------------------------------------------------

    @property
    def linking(self) -> bool:
        """Whether the next mark that is chosen becomes the other end of a link."""
        return bool(self._linking)

    def link(self, id: str = "") -> None:
        """Begin a link at mark `id`, or at the chosen one."""
        self._linking = id or self._chosen()
        if self._linking:
            self.said.emit(self.tr("Choose the mark to link to, with ] and Enter or a click. Esc gives up."))

    def stop_linking(self) -> None:
        """Give up a link that was begun."""
        self._linking = ""

    def finish_link(self, target: str) -> bool:
        """Make the link when one was begun; False when none was."""
        if not self._linking or target == self._linking:
            return False
        source_mark, target_mark = self._annotation(self._linking), self._annotation(target)
        self._linking = ""
        if source_mark is None or target_mark is None:
            return False
        kinds = _kinds(source_mark, target_mark)
        if not kinds:
            self.said.emit(self.tr("These two marks cannot be linked: their labels do not belong together."))
        elif len(kinds) == 1:
            self._link(*kinds[0])
        else:
            self._ask(kinds)
        return True

    def _ask(self, kinds: list[tuple[str, Annotation, Annotation]]) -> None:
        menu = QMenu(self._view)
        for kind, start, end in kinds:
            menu.addAction(self._kind_name(kind)).triggered.connect(
                lambda _checked=False, kind=kind, start=start, end=end: self._link(kind, start, end)
            )
        menu.popup(QCursor.pos())

    def _kind_name(self, kind: str) -> str:
        return {
            "attributed_to": self.tr("is said by"),
            "denies": self.tr("denies"),
            "evidence": self.tr("is evidence for"),
            "same_claim": self.tr("is the same claim as"),
        }[kind]

    def _link(self, kind: str, start: Annotation, end: Annotation) -> None:
        if self._session.do(edits.link(kind, start, end, self._session.annotator)):
            self.said.emit(self.tr("Linked"))

    # -- looking up --------------------------------------------------------------------------------------------------

    def _chosen(self) -> str:
        if not self._view.selected_mark:
            self.said.emit(self.tr("Choose a mark first, with ] or a click."))
        return self._view.selected_mark

    def _chosen_annotation(self) -> Annotation | None:
        id = self._chosen()
        return self._annotation(id) if id else None

    def _annotation(self, id: str) -> Annotation | None:
        try:
            return self._session.library.annotation(id)
        except TilikError as error:
            self.said.emit(str(error))
            return None


def _kinds(one: Annotation, other: Annotation) -> list[tuple[str, Annotation, Annotation]]:
    """The relations that fit the labels of two marks, each with its ends in the right order."""
    found = []
    for kind, (starts, ends) in RELATION_KINDS.items():
        if one.label in starts and other.label in ends:
            found.append((kind, one, other))
        elif other.label in starts and one.label in ends:
            found.append((kind, other, one))
    return found
