"""What the chosen mark is about: which claim it states, which source it names; one key each."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from reader import edits
from reader.edits import Edit, Swap, attribution_steps, claims
from reader.errors import TilikError
from reader.model.annotations import Annotation
from reader.model.claims import Claim, Source
from reader.model.labels import CLAIM
from ui.annotations.finders.recent import KIND, MOST
from ui.annotations.panel import AnnotationPanel
from ui.article.view import ArticleView
from ui.language.messages import translate_message
from ui.language.plain_words import field_name, plain
from ui.marking.whole_words import agreed_words
from ui.session import Session


class Mentioning(QObject):
    """`said` is a sentence for the status line, `panelWanted` opens the panel."""

    said = Signal(str)
    panelWanted = Signal()

    def __init__(self, session: Session, view: ArticleView, panel: AnnotationPanel, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._view, self._panel = session, view, panel
        panel.mentionChosen.connect(self.found)

    def acts(self) -> dict[str, Callable[[], None]]:
        """Return what the keys do, by the id of their actions."""
        made: dict[str, Callable[[], None]] = {f"recent_{n}": partial(self.recent, n) for n in range(1, MOST + 1)}
        return made | {
            "new_known": self.new,
            "last_known": partial(self.recent, 1),
            "find_known": self.find,
            "describe_known": self.open_fields,
        }

    # -- one key each ----------------------------------------------------------------------------------------------

    def new(self) -> None:
        """A claim or a source of its own, of the chosen mark; of selected words a claim, which are marked with it."""
        if self._view.selection() and self._session.revision is not None:
            self._new_of_words()
            return
        mark = self._mark()
        if mark is None:
            return
        left = self._left(mark)
        if left is not None:
            self.said.emit(self.tr("This mark is the only one of “{0}” already.").format(_name(left)))
            return
        annotator = self._session.annotator
        made = (claims.new_claim if KIND[mark.label] == "claim" else claims.new_source)([mark], annotator=annotator)
        self._do(made)

    def _new_of_words(self) -> None:
        revision = self._session.revision
        assert revision is not None
        words = agreed_words(self._view, self._session.here.spans)
        if words is None:
            return
        try:
            label, annotator = self._session.label(CLAIM.id), self._session.annotator
            marked = edits.annotate(revision, words, label, annotator).swaps[0].after
        except TilikError as error:
            self.said.emit(translate_message(error.message))
            return
        assert isinstance(marked, Annotation)
        claim, about = claims.new_claim([marked], annotator=annotator).swaps
        if self._do(Edit("Make claim", (claim, Swap(None, about.after)))):
            self._view.select_mark(marked.id, flash=False)

    def recent(self, number: int) -> None:
        """The mark mentions what is at that place, from 1, in the list of the last claims or sources."""
        mark = self._mark()
        if mark is None:
            return
        offered = self._panel.recent.offered(mark)
        if number > len(offered):
            self.said.emit(self.tr("There is none yet. B makes a new one."))
        else:
            self._assign(mark, offered[number - 1])

    def find(self) -> None:
        """Type to find a claim or source for the chosen mark."""
        mark = self._mark()
        if mark is not None:
            self.panelWanted.emit()
            self._panel.select(mark.id)
            self._panel.open_known_finder(mark)

    def found(self, id: str) -> None:
        """The mark mentions the claim or source of that id, or none for an empty one."""
        mark = self._mark()
        known = self._session.library.of_kind(KIND[mark.label], [id]).get(id) if mark is not None and id else None
        if mark is not None and not id:
            self._do(claims.assign([mark], None))
        elif mark is not None and isinstance(known, Claim | Source):
            self._assign(mark, known)

    def base(self, basis: str) -> None:
        """Say how it is known who the chosen mark names: stated, resolved from what is stated, or inferred."""
        mark = self._mark()
        known = self._panel.recent.mentioned(mark) if mark is not None else None
        if mark is not None and isinstance(known, Source):
            self._do(claims.assign([mark], known, basis=basis))

    def open_fields(self) -> None:
        """Show all that can be said of what the mark mentions, each value with a key."""
        mark = self._mark()
        if mark is None:
            return
        if self._panel.recent.mentioned(mark) is None:
            self.said.emit(self.tr("This mark mentions no claim or source yet. B makes a new one."))
            return
        self.panelWanted.emit()
        self._panel.select(mark.id)
        self._panel.describe_known()

    def describe(self, field: str, value: str) -> None:
        """Give a field of what the mark mentions its value; the value that it has already is taken away."""
        mark = self._mark()
        known = self._panel.recent.mentioned(mark) if mark is not None else None
        if known is None or (field in ("text", "name") and not value):
            return
        try:
            edit = claims.change(known, {field: "" if getattr(known, field) == value else value})
        except TilikError as error:
            self.said.emit(translate_message(error.message))
            return
        if self._session.do(edit):
            self.said.emit(
                f"{field_name(field)}: {plain(field, '' if getattr(known, field) == value else value) or '–'}"
            )

    # -- how it is stored ------------------------------------------------------------------------------------------

    def _assign(self, mark: Annotation, known: Claim | Source) -> None:
        self._do(attribution_steps.mentioned(mark, known, self._left(mark)))

    def _left(self, mark: Annotation) -> Claim | Source | None:
        """What the mark mentions, if nothing else does, nobody has worked on it and nothing hangs on it."""
        library, known = self._session.library, self._panel.recent.mentioned(mark)
        if known is None or known.created != known.modified or len(library.mentions([known.id])) > 1:
            return None
        if isinstance(known, Claim):
            hangs = bool(library.evidence([known.id]) or library.reviews([known.id])) or any(
                related.claim_id == known.id for other in library.claims() for related in other.related
            )
        else:
            hangs = any(other.party == known.id for other in library.sources())
        return None if hangs else known

    def _do(self, edit: Edit) -> bool:
        done = self._session.do(edit)
        known = next((s.after for s in edit.swaps if isinstance(s.after, Claim | Source)), None)
        if done and known is not None:
            words = self.tr("New claim: {0}") if isinstance(known, Claim) else self.tr("New source: {0}")
            self.said.emit(words.format(_name(known)))
        elif done and (mark := next((s.after for s in edit.swaps if isinstance(s.after, Annotation)), None)):
            about = self._panel.recent.mentioned(mark)
            self.said.emit(self.tr("Mentions: {0}").format(_name(about)) if about else self.tr("Mentions none."))
        return done

    def _mark(self) -> Annotation | None:
        """The chosen mark, when it can be about something."""
        id = self._session.here.mark
        mark = next(iter(self._session.library.annotations_by_id([id])), None) if id else None
        if mark is None or mark.label not in KIND:
            self.said.emit(self.tr("Choose a claim, a denial or a source first."))
            return None
        return mark


def _name(known: Claim | Source) -> str:
    words = known.text if isinstance(known, Claim) else known.name
    return " ".join(words[:80].split())
