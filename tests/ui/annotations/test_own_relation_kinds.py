"""Links of the desk's own: any word, between marks of any labels, remembered with the library."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from reader import edits
from reader.model.annotations import Annotation
from reader.model.labels import BUILTIN, CLAIM, SOURCE, Label, Underline
from tests.ui.window_desk import Desk
from ui.annotations.card_lines import card_line
from ui.annotations.own_relation_kinds import LONGEST, own_kinds, plain_kind

RUMOUR = Label("rumour", "Rumour", "4", "green", Underline.SOLID, 3)


def marked(desk: Desk, words: str, label: Label) -> Annotation:
    edit = edits.annotate(desk.sample.revision, [desk.sample.span(words)], label)
    desk.session.library.apply(edit)
    made = edit.swaps[0].after
    assert isinstance(made, Annotation)
    return made


@pytest.fixture
def pair(desk: Desk) -> tuple[Annotation, Annotation]:
    desk.session.library.apply(edits.save_labels(BUILTIN, (*BUILTIN, RUMOUR)))
    words = desk.sample.revision.text.split("\n")[-1].split()
    return marked(desk, " ".join(words[:2]), RUMOUR), marked(desk, " ".join(words[3:5]), CLAIM)


def begin(desk: Desk, mark: Annotation) -> None:
    desk.window.view.select_mark(mark.id)
    desk.window.view.setFocus()
    desk.key(Qt.Key.Key_L)


def test_a_label_of_ones_own_is_linked_by_a_word_of_ones_own(desk: Desk, pair: tuple[Annotation, Annotation]) -> None:
    rumour, claim = pair
    begin(desk, rumour)
    finder = desk.window.panel.finder
    assert finder.isVisible() and finder.own.isVisible()
    desk.key(Qt.Key.Key_Return)
    assert desk.session.library.relations_of([rumour.id]) == [], "a link needs a word"
    assert finder.own.hasFocus()
    desk.qtbot.keyClicks(finder.own, "  contradicts ")
    desk.key(Qt.Key.Key_Return)
    (made,) = desk.session.library.relations_of([rumour.id])
    assert (made.kind, made.end("from"), made.end("to")) == ("contradicts", rumour.id, claim.id)
    model = desk.window.panel.model
    assert card_line(model, rumour.id, made)[0] == "contradicts"
    assert card_line(model, claim.id, made)[0] == "← contradicts"


def test_the_word_is_offered_again_and_a_click_on_the_mark_takes_it(
    desk: Desk, pair: tuple[Annotation, Annotation]
) -> None:
    rumour, claim = pair
    begin(desk, rumour)
    desk.qtbot.keyClicks(desk.window.panel.finder.own, "contradicts")
    desk.window.parts.marking.linking.finish(claim.id)
    other = marked(desk, desk.sample.revision.text.split("\n")[0], SOURCE)
    begin(desk, other)
    kind = desk.window.panel.finder.kind
    assert not desk.window.panel.finder.own.isVisible()
    at = kind.findText("contradicts")
    kind.setCurrentIndex(at)
    kind.activated.emit(at)
    desk.window.parts.marking.linking.finish(rumour.id)
    (made,) = desk.session.library.relations_of([other.id])
    assert (made.kind, made.end("to")) == ("contradicts", rumour.id)
    assert own_kinds(desk.session.library) == ["contradicts"]


def test_what_was_kept_wrongly_counts_as_nothing(desk: Desk) -> None:
    for kept in ("{", '{"a": 1}', '["", 5]'):
        desk.session.library.remember_setting("relation_kinds", kept)
        assert own_kinds(desk.session.library) == []
    assert plain_kind(" leads \n to ") == "leads to"
    assert len(plain_kind("x" * 200)) == LONGEST
