"""What a card says beyond its words, how it is changed where it stands, and the menu of a card."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeySequence
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QMenu

from reader import edits
from reader.edits import Edit, Swap, claims
from reader.edits.attribution import attribution_of
from reader.model.annotations import Annotation
from reader.model.labels import CLAIM, DENIAL, SOURCE
from reader.model.spans import Span
from tests.statements import recorded
from tests.ui.hands import click, drag
from tests.ui.window_desk import Desk
from ui.annotations.card_hands import CardHands
from ui.annotations.card_layout import Kind, Part
from ui.annotations.row import Card

CONTENT, SAILOR, CUE = "it left at nine", "A sailor", "said"
LEFT = Qt.MouseButton.LeftButton


def press(desk: Desk, keys: str) -> None:
    for key in keys.split():
        QTest.keySequence(QApplication.focusWidget() or desk.window, QKeySequence(key))


@pytest.fixture
def attributed(desk: Desk) -> Desk:
    """A desk with a claim that a sailor says."""
    drag(desk, CONTENT)
    press(desk, "A B")
    drag(desk, SAILOR)
    drag(desk, CUE)
    return desk


@pytest.fixture
def hands(attributed: Desk) -> CardHands:
    return attributed.window.panel.hands


def mark(desk: Desk, words: str) -> Annotation:
    found = desk.session.library.annotations(desk.sample.article.id)
    return next(one for one in found if one.anchor.quote == words)


def card(desk: Desk, words: str) -> Card:
    found = desk.window.panel.model.card_of(mark(desk, words).id)
    assert found is not None
    return found


def said(desk: Desk, name: str) -> str:
    (held,) = filter(None, map(attribution_of, desk.session.library.relations(desk.sample.article.id)))
    return held.said(name)


def row(desk: Desk, words: str) -> int:
    return desk.window.panel.model.row_of(mark(desk, words).id)


def item(menu: QMenu | None, words: str) -> None:
    """Choose what a menu offers in these words."""
    assert menu is not None and menu.isVisible()
    act = next(act for act in menu.actions() if act.text().replace("&", "").split("\t")[0] == words)
    menu.hide()
    act.trigger()


# -- what it says --------------------------------------------------------------------------------------------------


def test_a_card_says_who_how_sure_and_of_what_kind(attributed: Desk) -> None:
    click(attributed, CONTENT)
    press(attributed, "Shift+3")
    assert card(attributed, CONTENT).relations == (("said by", "S1 A sailor"),)
    assert [fact.words for fact in card(attributed, CONTENT).facts] == ["Certainty: possible"]
    click(attributed, SAILOR)
    press(attributed, "Shift+E 2 Esc")
    assert [fact.words for fact in card(attributed, SAILOR).facts] == ["unnamed person"]
    assert card(attributed, CONTENT).relations == (("said by", "S1 A sailor · unnamed person"),)


def test_what_was_not_said_yet_is_not_told_as_said(desk: Desk) -> None:
    drag(desk, CONTENT)
    press(desk, "A Esc")
    assert card(desk, CONTENT).relations == (("said by", "not said yet"),)
    click(desk, CONTENT)
    press(desk, "0")
    assert card(desk, CONTENT).relations == (("said by", "nobody is named"),)


def test_a_denial_is_denied_by_its_source(attributed: Desk) -> None:
    click(attributed, CONTENT)
    press(attributed, "Shift+D")
    assert card(attributed, CONTENT).relations[0][0] == "denied by"
    assert card(attributed, SAILOR).relations[0][0] == "denies"


def test_a_claim_names_who_denies_it_elsewhere_and_its_verdict(attributed: Desk) -> None:
    session, sample = attributed.session, attributed.sample
    claim = session.library.claims()[0]
    denial = edits.annotate(sample.revision, [sample.span("denies having sold tickets")], DENIAL)
    party = edits.annotate(sample.revision, [sample.span("The operator")], SOURCE)
    made = [edit.swaps[0].after for edit in (denial, party)]
    assert isinstance(made[0], Annotation) and isinstance(made[1], Annotation)
    made[0] = replace(made[0], about=claim.id)
    session.do(Edit("x", tuple(Swap(None, one) for one in made)))
    session.do(edits.link("attributed_to", made[0], made[1]))
    assert ("denied by", "S2 “The operator”") in card(attributed, CONTENT).relations
    session.do(claims.add_review(claim, {"verdict": "refuted"}))
    assert "Verdict: refuted" in [fact.words for fact in card(attributed, CONTENT).facts]
    session.undo()
    session.undo()
    assert card(attributed, CONTENT).relations == (("said by", "S1 A sailor"),)


def test_cards_are_read_by_the_page(attributed: Desk) -> None:
    session, revision = attributed.session, attributed.sample.revision

    def read(pairs: int) -> int:
        """How often the library is asked for the cards of so many claims and sources."""
        words = [Span(*found.span()) for found in re.finditer(r"\w+", revision.text)]
        made = [edits.annotate(revision, [span], (CLAIM, SOURCE)[n % 2]) for n, span in enumerate(words[: 2 * pairs])]
        marks = [one for edit in made if isinstance(one := edit.swaps[0].after, Annotation)]
        links = [edits.link("attributed_to", marks[n], marks[n + 1]) for n in range(0, len(marks), 2)]
        session.do(edits.together("x", [*made, *links]))
        session.do(edits.together("x", [claims.new_claim([one]) for one in marks[::2]]))
        session.do(edits.together("x", [claims.new_source([one]) for one in marks[1::2]]))
        model = attributed.window.panel.model
        with recorded(session.library) as asked:
            model.reload()
            for number in range(model.rowCount()):
                assert model.card(number) is not None
        count = sum(statement.startswith("SELECT") for statement in asked)
        for _ in range(3):
            session.undo()
        return count

    assert 0 < read(15) <= read(3) <= 24


def test_one_changed_mark_is_told_as_one_row(attributed: Desk) -> None:
    alone = edits.annotate(attributed.sample.revision, [attributed.sample.span("Two anglers")], SOURCE)
    attributed.session.do(alone)
    told = QSignalSpy(attributed.window.panel.model.dataChanged)
    attributed.session.do(edits.set_note(mark(attributed, "Two anglers"), "who?"))
    assert told.count() == 1
    first, last = told.at(0)[:2]
    assert first.row() == last.row() == row(attributed, "Two anglers")


# -- changed where it stands ---------------------------------------------------------------------------------------


def test_a_click_on_a_fact_opens_its_choice_there(attributed: Desk, hands: CardHands) -> None:
    panel = attributed.window.panel
    panel.select(mark(attributed, CONTENT).id)
    port = panel.list.viewport()
    for choice, stored in (("possible", "PS+"), ("certain", "CT+"), ("Take it away", "")):
        here = hands.fact_rect(row(attributed, CONTENT), 0)
        QTest.mouseClick(port, LEFT, pos=here.center())
        assert hands.menu is not None and hands.menu.isVisible()
        assert abs(hands.menu.y() - port.mapToGlobal(here.bottomLeft()).y()) < 30 or hands.menu.y() < 400
        item(hands.menu, choice)
        assert said(attributed, "factuality") == stored
    panel.select(mark(attributed, SAILOR).id)
    QTest.mouseClick(port, LEFT, pos=hands.fact_rect(row(attributed, SAILOR), 0).center())
    item(hands.menu, "document")
    assert attributed.session.library.sources()[0].kind == "document"


def test_a_verdict_is_changed_at_the_card(attributed: Desk, hands: CardHands) -> None:
    session = attributed.session
    session.do(claims.add_review(session.library.claims()[0], {"verdict": "refuted"}))
    attributed.window.panel.select(mark(attributed, CONTENT).id)
    hands.choose(row(attributed, CONTENT), 1)
    item(hands.menu, "supported")
    assert session.library.reviews([session.library.claims()[0].id])[0].verdict == "supported"
    session.undo()
    assert session.library.reviews([session.library.claims()[0].id])[0].verdict == "refuted"


def test_enter_and_tab_go_to_a_fact_and_esc_leaves_it(attributed: Desk, hands: CardHands) -> None:
    panel = attributed.window.panel
    panel.select(mark(attributed, CONTENT).id)
    panel.focus_cards()
    press(attributed, "Return Tab")
    assert panel.list.hasFocus() and "Certainty" in panel.list.accessibleDescription()
    press(attributed, "Return")
    assert hands.menu is not None and hands.menu.isVisible()
    QTest.keyClick(hands.menu, Qt.Key.Key_Down)
    QTest.keyClick(hands.menu, Qt.Key.Key_Return)
    assert said(attributed, "factuality") != ""
    press(attributed, "Esc Tab")
    assert not panel.list.hasFocus() and panel.list.accessibleDescription() == ""


def test_a_click_on_the_note_edits_it_at_its_end(attributed: Desk, hands: CardHands) -> None:
    panel, session = attributed.window.panel, attributed.session
    session.do(edits.set_note(mark(attributed, CONTENT), "Ask the harbour"))
    panel.select(mark(attributed, CONTENT).id)
    attributed.qtbot.waitUntil(lambda: any(part.kind is Kind.NOTE for part in parts(attributed, CONTENT)))
    place = next(part.box for part in parts(attributed, CONTENT) if part.kind is Kind.NOTE).center().toPoint()
    top = panel.list.visualRect(panel.model.index(row(attributed, CONTENT))).topLeft()
    QTest.mouseClick(panel.list.viewport(), LEFT, pos=top + place)
    assert panel.fields.note.hasFocus()
    QTest.keyClicks(panel.fields.note, " office")
    panel.apply_drafts()
    assert mark(attributed, CONTENT).note == "Ask the harbour office"


def parts(desk: Desk, words: str) -> list[Part]:
    panel = desk.window.panel
    return list(panel._delegate.arranged(card(desk, words), panel.list.viewport().width()).parts)


# -- its menu ------------------------------------------------------------------------------------------------------


def context(desk: Desk, words: str) -> QMenu:
    """The menu of the card, by a right click."""
    panel = desk.window.panel
    place = panel.list.visualRect(panel.model.index(row(desk, words))).topLeft() + QPoint(20, 20)
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.RightButton, pos=place)
    reason = QContextMenuEvent.Reason.Mouse
    port = panel.list.viewport()
    QApplication.sendEvent(port, QContextMenuEvent(reason, place, port.mapToGlobal(place)))
    menu = panel.hands.menu
    assert menu is not None and menu.isVisible()
    return menu


def test_a_right_click_offers_what_belongs_to_a_card(attributed: Desk) -> None:
    panel, library = attributed.window.panel, attributed.session.library
    item(context(attributed, SAILOR), "Copy the quotation")
    assert QGuiApplication.clipboard().text() == SAILOR
    item(context(attributed, SAILOR), "Note")
    assert panel.fields.note.hasFocus() and panel.chosen == [mark(attributed, SAILOR).id]
    item(context(attributed, SAILOR), "Tags")
    assert panel.fields.tags.hasFocus()
    item(context(attributed, CONTENT), "Go to it in the text")
    assert attributed.window.view.selected_mark == mark(attributed, CONTENT).id
    item(context(attributed, SAILOR), "Link to another mark")
    assert panel.finder.isVisible()
    panel.finder.cancelled.emit()
    labels = next(act.menu() for act in context(attributed, CONTENT).actions() if act.menu() is not None)
    assert isinstance(labels, QMenu)
    next(act for act in labels.actions() if "Denial" in act.text()).trigger()
    assert mark(attributed, CONTENT).label == "denial"
    item(context(attributed, SAILOR), "Delete mark")
    assert SAILOR not in [one.anchor.quote for one in library.annotations(attributed.sample.article.id)]


def test_one_changed_card_is_measured_alone(attributed: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    panel, session, revision = attributed.window.panel, attributed.session, attributed.sample.revision
    words = [Span(*found.span()) for found in re.finditer(r"\w+", revision.text)]
    session.do(edits.together("x", [edits.annotate(revision, [span], SOURCE) for span in words[:30]]))
    measured: list[int] = []
    monkeypatch.setattr(type(panel.list), "resizeRowToContents", lambda _list, number: measured.append(number))
    session.do(edits.set_note(mark(attributed, CONTENT), "a note\nof two lines"))
    assert 0 < len(measured) <= 3  # and that of its source
    measured.clear()
    session.do(edits.relabel(mark(attributed, CONTENT), DENIAL))
    assert 0 < len(measured) <= 3
