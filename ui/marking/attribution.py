"""Attributions by keys: begun at words, then whatever is selected becomes the next part of it, stored at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from reader import edits
from reader.edits import Edit, attribution_steps
from reader.edits.attribution import CONTENT, CUE, DENY, SOURCE, Attribution, attribution_of
from reader.errors import AnchorError, TilikError
from reader.model.annotations import Annotation, Relation
from reader.model.labels import CLAIM, DENIAL
from reader.model.spans import Span
from reader.model.stamps import new_id
from ui.actions.attribution_rows import TYPES
from ui.annotations.attribution_choice import LABELS, ROLE_OF, attribution_for
from ui.annotations.panel import AnnotationPanel
from ui.article.view import ArticleView
from ui.here import Mode
from ui.language.messages import translate_message
from ui.marking.attribution_values import Describing
from ui.marking.whole_words import agreed_words
from ui.session import Session

CONTENTS = (CLAIM.id, DENIAL.id)
_OUTER = "outer"  # what is awaited when another attribution is to be clicked


class Attributing(QWidget):
    """`said` is a sentence for the status line, `panelWanted` opens the panel. Never shown: it holds Enter and Esc."""

    said = Signal(str)
    panelWanted = Signal()

    def __init__(self, session: Session, view: ArticleView, panel: AnnotationPanel, window: QWidget) -> None:
        super().__init__(window)
        self.hide()
        self._session, self._view, self._panel = session, view, panel
        self._relation = self._role = ""  # the attribution that is entered, and what the next words are in it
        self._given = ""  # the mark that was given last: pieces selected with Ctrl are added to it
        self._source = ""  # the mark that was a source last
        self.describing = Describing(session, self.current, self)
        self.describing.said.connect(self.said)
        self._keys = [QShortcut(QKeySequence(Qt.Key.Key_Escape), window)]
        self._keys += [QShortcut(QKeySequence(key), view) for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)]
        self._keys[0].activated.connect(self.end)
        for key in self._keys[1:]:
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(self._enter)
        self._listen(False)
        view.gestureMade.connect(self._selected)
        view.markClicked.connect(self._clicked)
        panel.cardActivated.connect(self._clicked)
        session.articleOpened.connect(self._forget)
        session.articleClosed.connect(self._forget)

    def acts(self) -> dict[str, Callable[[], None]]:
        """Return what the attribution keys do, by the id of their actions."""
        made: dict[str, Callable[[], None]] = {id: partial(self.begin, kind) for id, kind in TYPES.items()}
        return made | self.describing.acts() | {
            "attribute_denial": partial(self.begin, "assertion", denial=True),
            "give_cue": partial(self.give, "cue"),
            "give_via": partial(self.give, "via"),
            "give_time": partial(self.give, "time"),
            "no_source": self.no_source,
            "same_source": self.same_source,
            "nest_in": self._nest_in,
        }  # fmt: skip

    @property
    def under_way(self) -> bool:
        """Whether the next words that are selected, or the next mark that is clicked, become a part of one."""
        return bool(self._role)

    # -- which one -------------------------------------------------------------------------------------------------

    def current(self) -> Attribution | None:
        """Return the attribution that is entered, else that of the chosen mark."""
        if self.under_way:
            return self._stored(self._relation)
        found = self._chosen()
        relations = self._session.library.relations_of([found]) if found else []
        return attribution_for(found, relations, self._relation)

    def _chosen(self) -> str:
        return self._session.here.mark

    def _stored(self, id: str) -> Attribution | None:
        found = self._session.library.relations_by_id([id]) if id else []
        return attribution_of(found[0]) if found else None

    # -- beginning -------------------------------------------------------------------------------------------------

    def begin(self, kind: str, *, denial: bool = False) -> None:
        """Begin an attribution of the selected words or the chosen claim; one that is chosen gets this type instead."""
        if not self._view.selection() and (held := self.current()) is not None:
            attributes = {"attribution_type": kind} if not denial else {"attribution_type": kind, "stance": DENY}
            self.describing.tell(held, attributes)
            return
        attributes = {"attribution_type": kind} | ({"stance": DENY} if denial else {})
        self._begin(DENIAL.id if denial else CLAIM.id, attributes, SOURCE)

    def _begin(self, label_id: str, attributes: dict[str, str], awaited: str) -> None:
        content, steps = self._content(label_id)
        if content is None or self._session.revision is None:
            return
        relation, text = new_id(), self._session.revision.text
        around = attribution_steps.around(content, *self._near(content))
        made = attribution_steps.begun(
            content, text, attributes, around, self._session.annotator, known=True, id=relation
        )
        if self._session.do(edits.together(made.name, [*steps, made])):
            self._relation = relation
            self._choose(content.id)
            self._given = content.id
            self._await(awaited)

    def _content(self, label_id: str) -> tuple[Annotation | None, list[Edit]]:
        """The mark that an attribution is begun at, with the edits that make or relabel it; None when there is none."""
        chosen = self._annotation(self._chosen())
        if chosen is None or chosen.label not in CONTENTS or self._view.selection():
            return self._marked(self._session.here.spans, label_id)
        label = self._session.label(label_id)
        if label_id != DENIAL.id or chosen.label == label_id:
            return chosen, []
        made = edits.relabel(chosen, label)
        return _made(made), [made]

    def _marked(self, spans: Sequence[Span], label_id: str) -> tuple[Annotation | None, list[Edit]]:
        """The mark of a label on these very words, with the edit that makes it when there is none yet."""
        revision = self._session.revision
        if revision is None:
            self.said.emit(self.tr("Open an article first."))
            return None, []
        words = agreed_words(self._view, spans)
        if words is None:
            return None, []
        try:
            edit = edits.annotate(revision, words, self._session.label(label_id), self._session.annotator)
        except AnchorError:
            self.said.emit(self.tr("There are no words to mark here. Select some, or press J."))
            return None, []
        made = _made(edit)
        for id in self._view.index.at(made.anchor.start):
            known = self._annotation(id)
            if known is not None and known.label == label_id and known.anchor.spans == made.anchor.spans:
                return known, []
        return made, [edit]

    def _near(self, content: Annotation) -> tuple[list[Relation], dict[str, Annotation]]:
        """The attributions whose content may lie around a mark, with their marks by id."""
        here = [id for id in self._view.index.at(content.anchor.start) if self._view.index.marks[id].label in CONTENTS]
        library = self._session.library
        return library.relations_of(here), {mark.id: mark for mark in library.annotations_by_id(here)}

    # -- giving it its parts ---------------------------------------------------------------------------------------

    def takes(self, label_id: str) -> bool:
        """Return whether a label's key is for the attribution that is entered; then it says what the words are in
        it."""
        role = ROLE_OF.get(label_id, "")
        if not self.under_way or not role:
            return False
        self.give(role, label_id)
        return True

    def give(self, role: str, label_id: str = "") -> None:
        """The selected words, or those that are selected next, have this role in the current attribution."""
        held = self.current()
        if held is None:
            self.said.emit(self.tr("Begin an attribution first: select what is said and press A."))
            return
        self._relation = held.relation.id
        if spans := self._view.selection():
            self._give(held.relation, role, *self._marked(spans, label_id or LABELS[role][0]))
        else:
            self._await(role)

    def _give(self, relation: Relation, role: str, mark: Annotation | None, steps: Sequence[Edit] = ()) -> None:
        if mark is None:
            return
        sources = self._session.library.sources() if role in attribution_steps.NAMED else ()
        annotator = self._session.annotator
        try:
            edit = attribution_steps.given(relation, role, mark, sources, annotator, known=not steps)
        except TilikError as error:
            self.said.emit(translate_message(error.message))
            return
        if self._session.do(edit):
            self._given = mark.id
            self._source = mark.id if role == SOURCE else self._source
            self._go_on(role)

    def _go_on(self, role: str) -> None:
        """Await what is still missing. Whoever was named stays chosen, so that a key can say who that is."""
        held = self._stored(self._relation)
        if held is None:
            return
        self._choose(self._given if role in attribution_steps.NAMED else held.content[0])
        named = held.source or held.said("explicitness") in (attribution_steps.IMPLICIT, attribution_steps.AUTHOR)
        self._await(SOURCE if not named else CUE if not held.cue else "")

    def _selected(self, spans: list[Span], adding: bool) -> None:
        """Words were selected by mouse: in an attribution that is entered they are given at once."""
        if not self.under_way or not spans or self._role == _OUTER:
            return
        held = self._stored(self._relation)
        if held is None:
            self.end()  # it was undone meanwhile
            return
        last = self._annotation(self._given) if adding and self._given in self._session.here.marks else None
        if last is not None and self._session.revision is not None:
            edit = edits.respan(last, self._session.revision, [*last.anchor.spans, *spans])
            self._session.do(edit)
            self._choose(last.id)
        else:
            self._give(held.relation, self._role, *self._marked(spans, LABELS[self._role][0]))

    def _clicked(self, id: str) -> None:
        """A mark was clicked: it is given, when its label fits what is awaited."""
        held, mark = self._stored(self._relation) if self.under_way else None, self._annotation(id)
        if held is None or mark is None:
            return
        if self._role == _OUTER:
            self._put_in(held, mark)
        elif mark.label in LABELS[self._role] and all(m.annotation_id != id for m in held.relation.members):
            self._give(held.relation, self._role, mark)

    def no_source(self) -> None:
        """Nobody is named as the source; at words that are attributed to none yet, the article itself says so."""
        held = None if self._view.selection() and not self.under_way else self.current()
        if held is None:
            self._begin(CLAIM.id, {"explicitness": attribution_steps.AUTHOR}, "")
        elif held.source:
            self.said.emit(self.tr("This attribution has a source. Take it out first."))
        else:
            was = held.said("explicitness")
            attributes = attribution_steps.AUTHOR if was == attribution_steps.IMPLICIT else attribution_steps.IMPLICIT
            self._relation = held.relation.id
            self.describing.tell(held, {"explicitness": attributes})
            if self.under_way:
                self._go_on("")

    def same_source(self) -> None:
        """The source that was given last is the source here, too."""
        held, mark = self.current(), self._annotation(self._source) if self._source else None
        if held is None or mark is None:
            self.said.emit(self.tr("There is no source that was given before."))
            return
        self._relation = held.relation.id
        self._give(held.relation, SOURCE, mark)

    # -- nesting ---------------------------------------------------------------------------------------------------

    def _nest_in(self) -> None:
        held = self.current()
        if held is not None:
            self._relation = held.relation.id
            self._await(_OUTER)

    def _put_in(self, held: Attribution, mark: Annotation) -> None:
        outer = attribution_for(mark.id, self._session.library.relations_of([mark.id]))
        if outer is not None and outer.relation.id != held.relation.id:
            self.end()
            self.describing.nest_in(held, outer.relation)

    # -- the mode --------------------------------------------------------------------------------------------------

    def _await(self, role: str) -> None:
        self._role = role
        self._listen(bool(role))
        self._panel.show_entered(self._relation, self.under_way)
        self.said.emit(self._asked(role))

    def _asked(self, role: str) -> str:
        return {
            SOURCE: self.tr(
                "Select who says so, or click the mark. 0: nobody is named, R: the same as before, Esc ends."
            ),
            CUE: self.tr("Select the words that say so, as “said”. V: via whom, W: when, Enter ends."),
            "via": self.tr("Select via whom it was said. Enter ends."),
            "time": self.tr("Select when it was said. Enter ends."),
            CONTENT: self.tr("Select more of what was said. Enter ends."),
            _OUTER: self.tr("Click what reports this attribution. Esc gives up."),
        }.get(role) or self._entered()

    def _entered(self) -> str:
        """What is said when nothing more is awaited."""
        held = self._stored(self._relation)
        if held is not None and not held.source and not held.said("explicitness"):
            return self.tr("Attribution begun. Who says so is not said yet.")
        return self.tr("Attribution entered. Shift+1 to 8: how sure; Shift+S, D, Q, C: the stance; E: more.")

    def _enter(self) -> None:
        """Give what is selected by keys, else end."""
        held = self._stored(self._relation)
        if held is not None and self._role in LABELS and (spans := self._view.selection()):
            self._give(held.relation, self._role, *self._marked(spans, LABELS[self._role][0]))
        else:
            self.end()

    def end(self) -> None:
        """Leave the mode; what was entered is stored, and stays."""
        if self.under_way:
            self._await("")

    def _listen(self, on: bool) -> None:
        # No handles meanwhile: the next words to select often stand right beside the chosen ones.
        self._session.here.enter(Mode.ATTRIBUTION if on else Mode.READING, self._asked(self._role) if on else "")
        for key in self._keys:
            key.setEnabled(on)

    def _forget(self) -> None:
        self._relation = self._role = self._given = self._source = ""
        self._listen(False)

    def _choose(self, id: str) -> None:
        self.panelWanted.emit()
        self._view.select_mark(id, flash=False)

    def _annotation(self, id: str) -> Annotation | None:
        return next(iter(self._session.library.annotations_by_id([id])), None) if id else None


def _made(edit: Edit) -> Annotation:
    made = edit.swaps[0].after
    assert isinstance(made, Annotation)
    return made
