"""What kind of attribution it is, by one key each: type, certainty, stance, what it is nested in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal

from reader.edits import attribution
from reader.edits.attribution import Attribution, attribution_of
from reader.errors import TilikError
from reader.model import vocabulary
from reader.model.annotations import Relation
from ui.actions.attribution_rows import CERTAINTIES, STANCES
from ui.actions.keys import with_keys
from ui.annotations.attribution_choice import denies, value_word
from ui.language.messages import translate_message
from ui.language.plain_words import field_name
from ui.session import Session

# Pressed again, a stance's key says how: which form of denial, which kind of comment.
_FORMS = {
    "deny": vocabulary.FORMS_THAT_DENY, "comment": (*vocabulary.FORMS_THAT_COMMENT, vocabulary.SILENT),
}  # fmt: skip


class Describing(QObject):
    """Changes the attribution that `current` answers. `said` is a sentence for the status line."""

    said = Signal(str)

    def __init__(self, session: Session, current: Callable[[], Attribution | None], parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._current = session, current

    def acts(self) -> dict[str, Callable[[], None]]:
        """Return what the keys do, by the id of their actions."""
        made: dict[str, Callable[[], None]] = {}
        made |= {id: partial(self.describe, "factuality", value) for id, value in CERTAINTIES.items()}
        made |= {id: partial(self.take_stance, value) for id, value in STANCES.items()}
        return made | {"nest": self.nest}

    def describe(self, field: str, value: str) -> None:
        """Give an attribute its value; the value that it has already is taken away."""
        held = self._held()
        if held is not None:
            self.tell(held, {field: "" if held.said(field) == value else value})

    def take_stance(self, value: str) -> None:
        """Say how the source stands to the claim; said again, in which form."""
        held = self._held()
        if held is None:
            return
        form, forms = held.said("response_form"), ("", *_FORMS.get(value, ()))
        if held.said("stance") == value or form in forms[1:]:
            form = forms[(forms.index(form) + 1) % len(forms)] if form in forms else ""
        else:
            form = ""
        self.tell(held, {"stance": value, "response_form": form})

    def tell(self, held: Attribution, attributes: Mapping[str, str]) -> None:
        """Store these attributes, and say the last of them."""
        try:
            edit = attribution.set_attributes(held.relation, attributes)
        except TilikError as error:
            self.said.emit(translate_message(error.message))
            return
        if self._session.do(edit):
            field, value = next(
                ((f, v) for f, v in reversed(list(attributes.items())) if v), next(iter(attributes.items()))
            )
            mark = self._session.annotations.marks.get(next(iter(held.content), ""))
            denied = mark is not None and denies(held, mark.label)
            self.said.emit(f"{field_name(field)}: {value_word(field, value, denied=denied) or '–'}")

    def _held(self) -> Attribution | None:
        held = self._current()
        if held is None:
            said = self.tr("Begin an attribution first: select what is said and press {0}.")
            self.said.emit(with_keys(said, "attribute_assertion"))
        return held

    # -- nesting ---------------------------------------------------------------------------------------------------

    def nest(self) -> None:
        """Reported by what reports the attribution before; pressed again, by that one itself; again, by none."""
        held, article = self._held(), self._session.article
        if held is None or article is None:
            return
        relations = [r for r in self._session.library.relations(article.id) if r.kind == attribution.KIND]
        known = {r.id: r for r in relations}
        before = self._before(held.relation, relations)
        if before is None:
            self.said.emit(self.tr("There is no attribution before this one."))
            return
        around = [id for id in (before.within, before.id) if id in known and id != held.relation.id]
        choice = [*around, ""]
        here = choice.index(held.relation.within) if held.relation.within in choice else -1
        self.nest_in(held, known.get(choice[(here + 1) % len(choice)]))

    @staticmethod
    def _before(relation: Relation, relations: list[Relation]) -> Relation | None:
        """The newest that was made before it; one that lies in it is none."""
        older = [
            r for r in relations if (r.created, r.id) < (relation.created, relation.id) and r.within != relation.id
        ]
        return max(older, key=lambda r: (r.created, r.id), default=None)

    def nest_in(self, held: Attribution, outer: Relation | None) -> None:
        """Put it into another one, or outside of all."""
        known = {r.id: r for r in self._session.library.relations_by_id(self._chain(outer))}
        try:
            edit = attribution.nest(held.relation, outer, known)
        except TilikError as error:
            self.said.emit(translate_message(error.message))
            return
        if self._session.do(edit):
            words = self._words(outer) if outer is not None else ""
            self.said.emit(self.tr("Reported by: {0}").format(words) if words else self.tr("Reported by none."))

    def _chain(self, relation: Relation | None) -> list[str]:
        """The ids from a relation outwards."""
        found: list[str] = []
        while relation is not None and relation.id not in found:
            found.append(relation.id)
            relation = next(iter(self._session.library.relations_by_id([relation.within])), None)
        return found

    def _words(self, relation: Relation) -> str:
        """Who says so and in which words, in short."""
        held = attribution_of(relation)
        ids = [*held.source[:1], *held.cue[:1]] if held is not None else []
        marks = {mark.id: mark for mark in self._session.library.annotations_by_id(ids)}
        return " ".join(" ".join(marks[id].anchor.quote[:60].split()) for id in ids if id in marks) or "–"
