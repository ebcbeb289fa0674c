"""Attributions by keys: what each key stores, what the mode takes, how it is left, and what the inspector shows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.edits.attribution import Attribution, attribution_of
from reader.model.annotations import Annotation
from tests.ui.hands import click, drag
from tests.ui.window_desk import Desk
from ui.annotations.inspector import Inspector

CONTENT, SAILOR, CUE = "it left at nine", "A sailor", "said"
CTRL = Qt.KeyboardModifier.ControlModifier


def press(desk: Desk, keys: str) -> None:
    for key in keys.split():
        QTest.keySequence(QApplication.focusWidget() or desk.window, QKeySequence(key))


def held(desk: Desk) -> list[Attribution]:
    relations = sorted(desk.session.library.relations(desk.sample.article.id), key=lambda r: r.created)
    return [a for a in map(attribution_of, relations) if a is not None]


def marks(desk: Desk) -> dict[str, Annotation]:
    return {mark.anchor.quote: mark for mark in desk.session.library.annotations(desk.sample.article.id)}


def said(desk: Desk, name: str) -> str:
    return held(desk)[-1].said(name)


@pytest.fixture
def inspector(desk: Desk) -> Inspector:
    return desk.window.panel.inspector


@pytest.fixture
def attributed(desk: Desk) -> Desk:
    """A desk with a claim that a sailor says."""
    drag(desk, CONTENT)
    press(desk, "A")
    drag(desk, SAILOR)
    drag(desk, CUE)
    return desk


# -- the mode --------------------------------------------------------------------------------------------------


def test_words_that_are_selected_next_become_source_and_cue_without_a_key(attributed: Desk) -> None:
    (one,) = held(attributed)
    found = marks(attributed)
    assert one.content == (found[CONTENT].id,) and one.source == (found[SAILOR].id,) and one.cue == (found[CUE].id,)
    assert [found[words].label for words in (CONTENT, SAILOR, CUE)] == ["claim", "source", "cue"]
    drag(attributed, "Two anglers")
    assert "Two anglers" not in marks(attributed)


def test_each_step_is_one_step_of_undo(attributed: Desk) -> None:
    press(attributed, "Ctrl+Z")
    assert set(marks(attributed)) == {CONTENT, SAILOR} and held(attributed)[0].cue == ()
    press(attributed, "Ctrl+Z")
    assert set(marks(attributed)) == {CONTENT} and not attributed.session.library.sources()
    press(attributed, "Ctrl+Z")
    assert not marks(attributed) and not held(attributed)


def test_escape_leaves_the_mode_and_keeps_what_was_entered(desk: Desk) -> None:
    drag(desk, CONTENT)
    press(desk, "A Esc")
    drag(desk, SAILOR)
    assert set(marks(desk)) == {CONTENT} and len(held(desk)) == 1


def test_an_attribution_that_is_undone_takes_no_more_words(desk: Desk) -> None:
    drag(desk, CONTENT)
    press(desk, "A Ctrl+Z")
    drag(desk, SAILOR)
    assert not marks(desk) and not desk.window.parts.marking.attributing.under_way
    assert [span.of(desk.window.view.text) for span in desk.window.view.selection()] == [SAILOR]


def test_enter_takes_words_selected_by_keys_and_without_any_ends(desk: Desk) -> None:
    drag(desk, CONTENT)
    press(desk, "A")
    desk.select(SAILOR)
    press(desk, "Return Return")
    drag(desk, CUE)
    assert set(marks(desk)) == {CONTENT, SAILOR}


def test_keys_say_what_the_words_are(desk: Desk) -> None:
    drag(desk, CONTENT)
    press(desk, "A Q")
    drag(desk, CUE)
    press(desk, "W")
    drag(desk, "at nine")
    press(desk, "V")
    drag(desk, "Two anglers")
    press(desk, "2")
    drag(desk, SAILOR)
    (one,) = held(desk)
    found = marks(desk)
    assert (one.cue, one.time, one.via, one.source) == tuple(
        (found[words].id,) for words in (CUE, "at nine", "Two anglers", SAILOR)
    )


def test_more_pieces_are_added_with_ctrl_and_more_content_with_its_key(desk: Desk) -> None:
    drag(desk, "it left")
    press(desk, "A")
    drag(desk, "at nine", CTRL)
    press(desk, "1")
    drag(desk, "Two anglers saw its lights")
    (one,) = held(desk)
    quotes = {mark.id: mark.anchor.quote for mark in marks(desk).values()}
    assert [quotes[id] for id in one.content] == ["it left … at nine", "Two anglers saw its lights"]


def test_a_mark_that_is_there_is_given_by_a_click_and_not_made_twice(desk: Desk) -> None:
    drag(desk, SAILOR)
    press(desk, "2 Esc")
    drag(desk, CONTENT)
    press(desk, "1 A")
    click(desk, SAILOR)
    drag(desk, CUE)
    drag(desk, "Two anglers saw its lights")
    press(desk, "A")
    drag(desk, SAILOR)
    assert len(marks(desk)) == len(desk.session.page_annotations) == 4
    assert [one.source for one in held(desk)] == [(marks(desk)[SAILOR].id,)] * 2


def test_a_denial_begins_with_shift(desk: Desk) -> None:
    drag(desk, "denies having sold tickets for it")
    press(desk, "Shift+A Esc")
    assert said(desk, "stance") == "deny" and marks(desk)["denies having sold tickets for it"].label == "denial"


def test_the_sentence_at_the_reading_cursor_is_begun_when_nothing_is_selected(desk: Desk) -> None:
    desk.window.view.setFocus()
    press(desk, "J J A")
    (words,) = marks(desk)
    assert words == "The harbour office says that the night ferry never sailed." and len(held(desk)) == 1


def test_no_source_and_the_article_itself(desk: Desk) -> None:
    drag(desk, CONTENT)
    press(desk, "A 0")
    assert said(desk, "explicitness") == "implicit"
    drag(desk, CUE)
    assert held(desk)[0].cue == (marks(desk)[CUE].id,)
    drag(desk, "the night ferry never sailed")
    press(desk, "0")
    assert said(desk, "explicitness") == "author" and not desk.window.parts.marking.attributing.under_way


def test_the_same_source_again(attributed: Desk) -> None:
    drag(attributed, "Two anglers saw its lights")
    press(attributed, "A R")
    assert [one.source for one in held(attributed)] == [(marks(attributed)[SAILOR].id,)] * 2


# -- what kind it is -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("keys", "name", "value"),
    [
        ("Y", "attribution_type", "belief"), ("F", "attribution_type", "fact"),
        ("P", "attribution_type", "eventuality"),
        ("Shift+1", "factuality", "CT+"), ("Shift+5", "factuality", "PR-"), ("Shift+8", "factuality", "Uu"),
        ("Shift+5 Shift+5", "factuality", ""), ("Shift+S", "stance", "support"), ("Shift+Q", "stance", "query"),
        ("Shift+D Shift+D", "response_form", "explicit_denial"),
        ("Shift+D Shift+D Shift+D", "response_form", "partial_denial"),
        ("Shift+D Shift+D Shift+S", "response_form", ""), ("Shift+C Shift+C", "response_form", "counter_accusation"),
        ("Shift+C Shift+C", "stance", "comment"),
        ("E 1 Esc", "response_form", "explicit_denial"), ("E Q Return", "quote_type", "mixed"),
        ("E E Esc", "engagement", "distance"), ("E E E Esc", "engagement", ""), ("E 1 Q E Esc", "quote_type", "mixed"),
    ],
)  # fmt: skip
def test_one_key_says_a_value(attributed: Desk, keys: str, name: str, value: str) -> None:
    press(attributed, keys)
    assert said(attributed, name) == value
    assert attributed.window.view.hasFocus()


def test_a_key_without_an_attribution_changes_nothing(desk: Desk) -> None:
    desk.window.view.setFocus()
    press(desk, "Shift+1 Shift+S G Q R E")
    assert not held(desk) and desk.window.view.hasFocus()


def test_nested_in_the_one_before_in_what_reports_that_one_and_in_none(attributed: Desk) -> None:
    drag(attributed, "Two anglers saw its lights")
    press(attributed, "A Esc G")
    first, second = held(attributed)
    assert second.relation.within == first.relation.id
    drag(attributed, "The operator denies")
    press(attributed, "A Esc G")
    assert held(attributed)[-1].relation.within == first.relation.id
    press(attributed, "G")
    assert held(attributed)[-1].relation.within == second.relation.id
    press(attributed, "G")
    assert held(attributed)[-1].relation.within == ""


def test_the_outer_one_is_clicked(attributed: Desk) -> None:
    drag(attributed, "Two anglers saw its lights")
    press(attributed, "A Esc Shift+G")
    click(attributed, CONTENT)
    first, second = held(attributed)
    assert second.relation.within == first.relation.id


def test_words_inside_reported_words_are_nested_at_once(desk: Desk) -> None:
    drag(desk, "says that the night ferry never sailed")
    press(desk, "A Esc")
    drag(desk, "the night ferry never sailed")
    press(desk, "A Esc")
    outer, inner = held(desk)
    assert inner.relation.within == outer.relation.id


# -- the inspector ---------------------------------------------------------------------------------------------


def test_the_inspector_shows_the_values_as_chips_that_can_be_pressed(attributed: Desk, inspector: Inspector) -> None:
    box = inspector.attribution
    assert not box.isHidden() and box.chips["attribution_type"].chips["attribute_assertion"].isChecked()
    button = box.chips["factuality"].chips["certainty_2"]
    assert button.text() == "probable" and "Shift+2" in button.toolTip()
    attributed.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert said(attributed, "factuality") == "PR+" and button.isChecked()
    assert [line.word for line in inspector.relations.lines] == ["said by", "in the words"]


def test_free_words_are_typed_in_the_details(attributed: Desk, inspector: Inspector) -> None:
    press(attributed, "E")
    field = inspector.attribution.details.fields["scope_note"]
    field.setFocus()
    attributed.qtbot.keyClicks(field, "only the hour")
    press(attributed, "Esc")
    assert said(attributed, "scope_note") == "only the hour" and "only the hour" in inspector.attribution.rest.text()


def test_a_part_is_taken_out_of_an_attribution_by_its_line(attributed: Desk, inspector: Inspector) -> None:
    line = next(line for line in inspector.relations.lines if line.word == "in the words")
    inspector.relations.unlinkRequested.emit(line)
    assert held(attributed)[0].cue == () and held(attributed)[0].source


def test_a_deleted_cue_leaves_the_attribution(attributed: Desk) -> None:
    click(attributed, CUE)
    press(attributed, "Del")
    assert held(attributed)[0].cue == () and held(attributed)[0].source
    press(attributed, "Ctrl+Z")
    assert held(attributed)[0].cue == (marks(attributed)[CUE].id,)


def test_a_link_to_a_source_completes_an_attribution_that_has_none(desk: Desk) -> None:
    drag(desk, SAILOR)
    press(desk, "2 Esc")
    drag(desk, CONTENT)
    press(desk, "A Esc L")
    click(desk, SAILOR)
    (one,) = held(desk)
    assert one.source == (marks(desk)[SAILOR].id,)


def test_details_have_no_card_until_they_are_asked_for(attributed: Desk) -> None:
    model = attributed.window.panel.model
    assert [model.data(model.index(row)).split(".")[0] for row in range(model.rowCount())] == ["Source 1", "Claim 1"]
    assert attributed.window.panel.head.title.text() == "Annotations 3 · 2 cards"
    model.choose(label="cue")
    assert model.rowCount() == 1


# -- claims and sources ----------------------------------------------------------------------------------------


def test_a_new_claim_and_the_last_one_again(desk: Desk) -> None:
    drag(desk, CONTENT)
    press(desk, "1 B Esc")
    (claim,) = desk.session.library.claims()
    assert claim.text == CONTENT and marks(desk)[CONTENT].about == claim.id
    drag(desk, "saw its lights")
    press(desk, "1 Shift+B")
    assert marks(desk)["saw its lights"].about == claim.id


def test_words_become_a_claim_of_their_own_with_one_key(desk: Desk) -> None:
    drag(desk, CONTENT)
    press(desk, "B")
    (claim,) = desk.session.library.claims()
    assert marks(desk)[CONTENT].about == claim.id


def test_a_source_named_twice_is_one_and_another_one_takes_its_place(attributed: Desk, inspector: Inspector) -> None:
    drag(attributed, "Two anglers saw its lights")
    press(attributed, "A")
    drag(attributed, "Two anglers")
    assert len(attributed.session.library.sources()) == 2
    first = inspector.mention.recent.chips["recent_1"]
    assert first.text() == SAILOR and first.chip.key == "Shift B"
    press(attributed, "Shift+B")
    (source,) = attributed.session.library.sources()
    assert source.name == SAILOR and marks(attributed)["Two anglers"].about == source.id


def test_a_claim_is_found_by_typing_and_taken_out_again(desk: Desk, inspector: Inspector) -> None:
    for words in ("the night ferry never sailed", CONTENT, "saw its lights"):
        drag(desk, words)
        press(desk, "B")
    drag(desk, "sold tickets")
    press(desk, "1 Shift+L")
    finder = desk.window.panel.known_finder
    assert finder.list.count() == 3 and finder.words.hasFocus()
    desk.qtbot.keyClicks(finder.words, "ferry never")
    press(desk, "Return")
    wanted = next(c for c in desk.session.library.claims() if "never" in c.text)
    assert marks(desk)["sold tickets"].about == wanted.id and desk.window.view.hasFocus()
    press(desk, "Shift+L")
    finder.list.setCurrentRow(finder.list.count() - 1)
    press(desk, "Return")
    assert marks(desk)["sold tickets"].about == "" and inspector.mention.name.quote == "none yet"


def test_how_a_source_is_known_is_said_by_a_chip(attributed: Desk, inspector: Inspector) -> None:
    click(attributed, SAILOR)
    chips = attributed.window.panel.inspector.mention.basis.chips
    assert chips["stated"].isChecked()
    attributed.qtbot.mouseClick(chips["inferred"], Qt.MouseButton.LeftButton)
    assert marks(attributed)[SAILOR].attributes == {"identity_basis": "inferred"} and chips["inferred"].isChecked()


def test_what_is_known_of_a_claim_is_said_by_a_key_or_typed(desk: Desk, inspector: Inspector) -> None:
    drag(desk, CONTENT)
    press(desk, "B Shift+E 1 7 Return")
    (claim,) = desk.session.library.claims()
    assert (claim.type, claim.worth) == ("event_property", "CFS") and desk.window.view.hasFocus()
    press(desk, "Shift+E 7")
    form = inspector.mention.form
    assert form is not None and not form.isHidden()
    for name, words in (("text", "The ferry left at nine."), ("place", "Lembayung Bay")):
        form.fields[name].setFocus()
        form.fields[name].selectAll()
        desk.qtbot.keyClicks(form.fields[name], words)
    press(desk, "Esc")
    (claim,) = desk.session.library.claims()
    assert (claim.text, claim.place, claim.worth) == ("The ferry left at nine.", "Lembayung Bay", "")
    assert form.isHidden() and inspector.mention.name.quote == claim.text


def test_what_is_known_of_a_source_is_said_by_a_key(attributed: Desk) -> None:
    click(attributed, SAILOR)
    press(attributed, "Shift+E 2")
    (source,) = attributed.session.library.sources()
    assert source.kind == "unnamed_person"


def test_a_claim_never_loses_its_words(desk: Desk, inspector: Inspector) -> None:
    drag(desk, CONTENT)
    press(desk, "B Shift+E")
    form = inspector.mention.form
    assert form is not None
    form.fields["text"].setFocus()
    form.fields["text"].clear()
    press(desk, "Esc")
    assert desk.session.library.claims()[0].text == CONTENT


def test_an_attribution_that_is_left_at_once_says_that_nobody_was_said_yet(desk: Desk) -> None:
    drag(desk, CONTENT)
    press(desk, "A Esc")
    assert desk.window.status.message.text() == "Attribution begun. Who says so is not said yet."
    press(desk, "0")
    assert desk.window.status.message.text() != "Attribution begun. Who says so is not said yet."


def test_the_line_below_says_of_a_denial_that_it_denies(desk: Desk) -> None:
    drag(desk, CONTENT)
    press(desk, "3 Esc")
    click(desk, CONTENT)
    press(desk, "A Esc")
    click(desk, CONTENT)
    press(desk, "A")
    assert desk.window.status.message.text() == "Kind of saying: denies"
