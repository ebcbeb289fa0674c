"""What the Annotate menu does: each method is one action on the text or on the chosen mark."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reader import edits
from reader.edits import attribution_steps
from reader.errors import AnchorError, TilikError
from reader.model.annotations import Annotation
from reader.model.spans import Span
from reader.model.stamps import new_id
from ui.actions.keys import key_name, with_keys
from ui.annotations.panel import AnnotationPanel
from ui.annotations.relation_kinds import ways
from ui.article.view import ArticleView
from ui.here import Target
from ui.language.i18n import label_name
from ui.language.messages import translate_message
from ui.marking.attribution import Attributing
from ui.marking.link import Linking
from ui.marking.mentions import Mentioning
from ui.marking.whole_words import agreed_words
from ui.session import Session
from ui.settings import Settings


class Marking(QObject):
    """Marks, changes, links and deletes. `said` is a sentence for the status line, `panelWanted` opens the panel."""

    said = Signal(str)
    panelWanted = Signal()

    def __init__(
        self, session: Session, settings: Settings, view: ArticleView, panel: AnnotationPanel, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session, self._settings, self._view, self._panel = session, settings, view, panel
        self._here = session.here
        self.linking = Linking(session, view, panel, window)
        self.linking.said.connect(self.said)
        self.linking.panelWanted.connect(self.panelWanted)
        self.attributing = Attributing(session, view, panel, window)
        self.mentioning = Mentioning(session, view, panel, self)
        for part in (self.attributing, self.mentioning):
            part.said.connect(self.said)
            part.panelWanted.connect(self.panelWanted)
        panel.actionWanted.connect(lambda id: self.acts()[id]())
        panel.described.connect(self.attributing.describing.describe)
        panel.basisWanted.connect(self.mentioning.base)
        panel.knownDescribed.connect(self.mentioning.describe)
        panel.linkRequested.connect(self.linking.begin)
        panel.relabelRequested.connect(lambda label_id: self.relabel(label_id, panel.chosen))
        panel.deleteRequested.connect(lambda: self.delete(panel.chosen))

    def acts(self) -> dict[str, Callable[[], None]]:
        """Return what the keys for attributions, claims and sources do, by the id of their actions."""
        return self.attributing.acts() | self.mentioning.acts() | {"describe": self._panel_describe}

    def _panel_describe(self) -> None:
        if self.attributing.current() is None:
            said = self.tr("Begin an attribution first: select what is said and press {0}.")
            self.said.emit(with_keys(said, "attribute_assertion"))
            return
        self.panelWanted.emit()
        self._panel.describe()

    # -- making marks ----------------------------------------------------------------------------------------------

    def mark(self, label_id: str) -> str:
        """Mark the selected words, or the sentence that was taken; the new mark's id, empty when refused."""
        revision = self._session.revision
        if revision is None:
            self.said.emit(self.tr("Open an article first."))
            return ""
        label, made, words = self._session.label(label_id), new_id(), agreed_words(self._view, self._here.spans)
        if words is None:
            return ""
        try:
            edit = edits.annotate(revision, words, label, self._session.annotator, id=made)
        except AnchorError:
            said = self.tr("There are no words to mark here. Select some, or press {0}.")
            self.said.emit(with_keys(said, "sentence_next"))
            return ""
        if not self._session.do(edit):
            return ""
        self._settings.note(last_label=label_id)
        self._view.select_mark(made, flash=False)
        self.said.emit(self.tr("Marked as {0}").format(label_name(label)))
        return made

    def use_label(self, label_id: str) -> None:
        """What a label's key does: the chosen marks get it, else the chosen words or sentence are marked with it."""
        if self.attributing.takes(label_id):
            return
        if self._here.target is Target.MARKS:
            self.relabel(label_id)
        else:
            self.mark(label_id)

    def mark_again(self) -> None:
        """Mark with the label that was used last, or give it to the chosen marks."""
        self.use_label(self._settings.values.last_label)

    def note_on_selection(self) -> None:
        """Mark the selection with the last label and open its note, in one step."""
        if made := self.mark(self._settings.values.last_label):
            self._edit_card(made, self._panel.edit_note)

    def note(self) -> None:
        """Open the note of the chosen mark; of words or a sentence that are chosen, mark them first."""
        if self._here.target is Target.MARKS:
            self._edit_card(self._here.mark, self._panel.edit_note)
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

    # -- changing the chosen marks -----------------------------------------------------------------------------------

    def relabel(self, label_id: str, ids: Sequence[str] = ()) -> None:
        """Give marks another label, in one step: those of `ids`, else the chosen ones."""
        label = self._session.label(label_id)
        wanted = [mark for mark in self._annotations(ids or self._chosen_ids()) if mark.label != label_id]
        made = [edits.relabel(mark, label) for mark in wanted]
        if not made and self._here.marks:
            self.said.emit(self.tr("Marked as {0} already.").format(label_name(label)))
        if made and self._session.do(edits.together(made[0].name, made)):
            self.said.emit(self.tr("Changed to {0}").format(label_name(label)))

    def delete(self, ids: Sequence[str] = ()) -> None:
        """Delete marks at once, in one step: those of `ids`, else the chosen. Undo brings back note, tags and links."""
        self._panel.apply_drafts()  # so that undo brings back what was typed last as well
        marks = self._annotations(ids or self._chosen_ids())
        if not marks:
            return
        relations = self._session.library.relations_of([mark.id for mark in marks])
        nested = self._session.library.nested_in([relation.id for relation in relations])
        if self._session.do(attribution_steps.deleted(marks, relations, nested)):
            one = with_keys(self.tr("Mark deleted. {0} brings it back."), "undo")
            many = self.tr("{0} marks deleted. {1} brings them back.").format(len(marks), key_name("undo"))
            self.said.emit(one if len(marks) == 1 else many)

    def respan(self, id: str, spans: list[Span]) -> None:
        """Put a mark's ends where the reader dragged or nudged them."""
        annotation, revision = self._annotation(id), self._session.revision
        if annotation is None or revision is None:
            return
        try:
            edit = edits.respan(annotation, revision, spans)
        except AnchorError as error:
            self.said.emit(translate_message(error.message))
            return
        if self._session.do(edit):
            self._view.select_mark(id, flash=False)

    def step(self, direction: int) -> None:
        """Go to the next mark (1) or the one before (-1)."""
        self._view.next_mark(direction)
        if self._here.mark:
            self._panel.select(self._here.mark)

    # -- linking -----------------------------------------------------------------------------------------------------

    def link(self, id: str = "") -> None:
        """Begin a link at mark `id`; else at the chosen one or, with words selected, at the mark on them."""
        if not id and self._here.target in (Target.WORDS, Target.SENTENCE):
            self.link_selection()
        elif id := id or self._chosen():
            self.linking.begin(id)

    def link_selection(self) -> None:
        """Begin a link at the mark under the chosen words; where none is, they are marked with the last label."""
        if id := self._marked_here() or self.mark(self._linkable_label()):
            self._view.select_mark(id, flash=False)
            self.linking.begin(id)

    def _marked_here(self) -> str:
        """The shortest mark that holds all selected words and can be linked; empty when there is none."""
        spans, index = self._here.spans, self._view.index
        for id in index.at(spans[0].start) if spans else ():
            mark = index.marks[id]
            if ways(mark.label) and mark.spans[0].start <= spans[0].start and mark.spans[-1].end >= spans[-1].end:
                return id
        return ""

    def _linkable_label(self) -> str:
        last = self._settings.values.last_label
        return last if ways(last) else "claim"

    # -- looking up --------------------------------------------------------------------------------------------------

    def _chosen_ids(self) -> list[str]:
        if not self._here.marks:
            self.said.emit(with_keys(self.tr("Choose a mark first, with {0} or a click."), "next_mark"))
        return list(self._here.marks)

    def _chosen(self) -> str:
        return next(iter(self._chosen_ids()), "")

    def _annotations(self, ids: Sequence[str]) -> list[Annotation]:
        return self._session.library.annotations_by_id(ids) if ids else []

    def _annotation(self, id: str) -> Annotation | None:
        try:
            return self._session.library.annotation(id)
        except TilikError as error:
            self.said.emit(translate_message(error.message))
            return None
