"""The panel in the window: keys on the cards, several at once, the inspector, links."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from reader import edits
from reader.model.labels import CLAIM, DENIAL, SOURCE, Label, Underline
from reader.model.stamps import new_id
from tests.ui.conftest import make_sample
from tests.ui.window_desk import Desk
from ui.annotations.panel import AnnotationPanel

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
RUMOUR = Label("rumour", "Rumour", "4", "violet", Underline.DOUBLE, 3)


def mark(desk: Desk, words: str, label: Label = CLAIM) -> str:
    id = new_id()
    assert desk.session.do(edits.annotate(desk.sample.revision, [desk.sample.span(words)], label, id=id))
    return id


def labels(desk: Desk) -> list[str]:
    return [a.label for a in desk.session.library.annotations(desk.sample.article.id)]


def relations(desk: Desk) -> list[tuple[str, str, str]]:
    found = desk.session.library.relations(desk.sample.article.id)
    return [(r.kind, r.end("from"), r.end("to")) for r in found]


def click(desk: Desk, id: str, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Click the card of a mark."""
    cards = desk.window.panel.list
    index = desk.window.panel.model.index(desk.window.panel.model.row_of(id))
    cards.scrollTo(index)
    place = cards.visualRect(index).topLeft() + QPoint(20, 20)
    desk.qtbot.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, modifier, place)


def press(desk: Desk, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key as the window system sends it: shortcuts come before the widget that has the focus."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifier)


@pytest.fixture
def panel(desk: Desk) -> AnnotationPanel:
    return desk.window.panel


@pytest.fixture
def three(desk: Desk) -> list[str]:
    """A claim, a source and a denial, in the order of the text."""
    return [
        mark(desk, "the night ferry never sailed"),
        mark(desk, "A sailor", SOURCE),
        mark(desk, "The operator denies", DENIAL),
    ]


# -- keys on the cards ---------------------------------------------------------------------------------------------


def test_arrows_move_and_enter_goes_to_the_place(desk: Desk, panel: AnnotationPanel, three: list[str]) -> None:
    panel.select(three[0])
    panel.focus_cards()
    press(desk, Qt.Key.Key_Down)
    assert panel.chosen == [three[1]] and desk.window.view.selected_mark == three[1]  # the text shows it too
    top = desk.window.view.scrolled().y()
    press(desk, Qt.Key.Key_Return)
    assert desk.window.view.selected_mark == three[1] and desk.window.view.scrolled().y() >= top


@pytest.mark.parametrize(
    ("key", "label"), [(Qt.Key.Key_3, "denial"), (Qt.Key.Key_S, "source"), (Qt.Key.Key_4, "rumour")]
)
def test_a_labels_key_relabels_the_chosen_card(
    desk: Desk, panel: AnnotationPanel, three: list[str], key: Qt.Key, label: str
) -> None:
    desk.session.do(edits.save_labels(desk.session.labels, (*desk.session.labels, RUMOUR)))
    click(desk, three[0])
    press(desk, key)
    assert labels(desk) == [label, "source", "denial"]
    assert panel.chosen == [three[0]]


def test_the_same_key_in_the_text_makes_a_mark(desk: Desk, panel: AnnotationPanel, three: list[str]) -> None:
    panel.select(three[0])
    desk.select("Two anglers")
    press(desk, Qt.Key.Key_3)
    assert labels(desk) == ["claim", "source", "denial", "denial"]


def test_n_and_t_edit_the_chosen_card_and_esc_comes_back(desk: Desk, panel: AnnotationPanel, three: list[str]) -> None:
    click(desk, three[1])
    press(desk, Qt.Key.Key_N)
    assert panel.fields.note.hasFocus()
    QTest.keyClicks(panel.fields.note, "who was it 1")
    press(desk, Qt.Key.Key_Escape)
    assert panel.list.hasFocus()
    press(desk, Qt.Key.Key_T)
    assert panel.fields.tags.hasFocus()
    QTest.keyClicks(panel.fields.tags, "sea, night")
    press(desk, Qt.Key.Key_Return)
    stored = desk.session.library.annotation(three[1])
    assert (stored.note, stored.tags, panel.list.hasFocus()) == ("who was it 1", ("sea", "night"), True)


def test_several_are_relabelled_and_deleted_in_one_step(desk: Desk, panel: AnnotationPanel, three: list[str]) -> None:
    click(desk, three[0])
    click(desk, three[2], CONTROL)
    assert panel.chosen == [three[0], three[2]] and "2" in panel.inspector.title.text()
    assert desk.window.view.selected_mark == three[0]  # choosing more does not move the text
    press(desk, Qt.Key.Key_2)
    assert labels(desk) == ["source"] * 3
    press(desk, Qt.Key.Key_Delete)
    assert labels(desk) == ["source"]
    desk.window.commands["undo"].trigger()
    assert labels(desk) == ["source"] * 3
    desk.window.commands["undo"].trigger()
    assert labels(desk) == ["claim", "source", "denial"]


def test_shift_chooses_a_run_of_cards(desk: Desk, panel: AnnotationPanel, three: list[str]) -> None:
    click(desk, three[0])
    press(desk, Qt.Key.Key_Down, SHIFT)
    press(desk, Qt.Key.Key_Down, SHIFT)
    assert panel.chosen == three


def test_after_a_deletion_the_next_card_is_chosen(desk: Desk, panel: AnnotationPanel, three: list[str]) -> None:
    click(desk, three[1])
    press(desk, Qt.Key.Key_Delete)
    assert panel.chosen == [three[2]]
    press(desk, Qt.Key.Key_Delete)
    press(desk, Qt.Key.Key_Delete)
    assert labels(desk) == [] and panel.chosen == [] and panel.foot.isHidden()


# -- the inspector ---------------------------------------------------------------------------------------------------


def test_the_inspector_relabels_and_deletes_by_click(desk: Desk, panel: AnnotationPanel, three: list[str]) -> None:
    click(desk, three[0])
    desk.window.view.setFocus()  # a click works wherever the keyboard is
    panel.inspector.chips.chips["denial"].click()
    assert labels(desk) == ["denial", "source", "denial"]
    assert panel.inspector.chips.chips["denial"].isChecked() and not panel.inspector.chips.chips["claim"].isChecked()
    assert panel.inspector.title.text() == "Denial 1"
    panel.inspector.delete.click()
    assert labels(desk) == ["source", "denial"]


def test_the_chosen_card_stays_in_sight_when_the_list_gets_lower(
    desk: Desk, panel: AnnotationPanel, three: list[str]
) -> None:
    desk.window.resize(1000, 800)
    cards, place = panel.list, panel.model.index(panel.model.row_of(three[2]))
    panel.select(three[2])
    desk.qtbot.waitUntil(lambda: cards.viewport().height() > cards.visualRect(place).bottom())
    before = cards.height()
    desk.window.resize(1000, 480)
    desk.qtbot.waitUntil(lambda: cards.height() < before)
    assert 0 < cards.visualRect(place).bottom() <= cards.viewport().height()


def test_links_are_rows_to_go_to_and_to_remove(desk: Desk, panel: AnnotationPanel, three: list[str]) -> None:
    library = desk.session.library
    claim, source, denial = (library.annotation(id) for id in three)
    desk.session.do(edits.link("attributed_to", claim, source))
    desk.session.do(edits.link("denies", denial, claim))
    click(desk, three[0])
    rows = panel.inspector.relations
    assert sorted(line.word for line in rows.lines) == ["denied by", "said by"]
    buttons = {b.accessibleName(): b for b in rows.findChildren(QAbstractButton)}
    go = next(b for name, b in buttons.items() if name.startswith("Go to: said by"))
    desk.qtbot.mouseClick(go, Qt.MouseButton.LeftButton)
    assert desk.window.view.selected_mark == three[1] and panel.chosen == [three[1]]
    rows = panel.inspector.relations  # it follows what is chosen after the frame, or when it is asked for
    away = next(b for b in rows.findChildren(QAbstractButton) if b.accessibleName().startswith("Remove link: says"))
    desk.qtbot.mouseClick(away, Qt.MouseButton.LeftButton)
    assert [kind for kind, _, _ in relations(desk)] == ["denies"]
    assert rows.lines == [] and rows.isHidden()


def test_tab_goes_through_the_panel_as_it_stands(desk: Desk, panel: AnnotationPanel, three: list[str]) -> None:
    library = desk.session.library
    desk.session.do(edits.link("attributed_to", library.annotation(three[0]), library.annotation(three[1])))
    click(desk, three[0])
    panel.head.order.setFocus()
    chips = panel.inspector.attribution.chips
    desk.qtbot.waitUntil(lambda: chips["stance"].y() > chips["factuality"].geometry().bottom())  # laid out
    places: list[int] = []
    last = list(chips["stance"].chips.values())[-1]
    while (focus := QApplication.focusWidget()) is not None and focus is not last:
        assert panel.isAncestorOf(focus), focus
        inside = panel.inspector.isAncestorOf(focus)  # which scrolls to what has the keyboard
        below = panel.height() if inside else 0
        places.append(focus.mapTo(panel.inspector if inside else panel, QPoint(0, 0)).y() + below)
        press(desk, Qt.Key.Key_Tab)
    assert places == sorted(places) and len(places) >= 13  # order, chips, words, cards, link, note, chips, row


def test_a_link_leads_to_a_card_that_the_filter_hides(desk: Desk, panel: AnnotationPanel, three: list[str]) -> None:
    library = desk.session.library
    desk.session.do(edits.link("attributed_to", library.annotation(three[0]), library.annotation(three[1])))
    panel.head.chips.chips["claim"].click()
    click(desk, three[0])
    panel.inspector.relations.goRequested.emit(three[1])
    assert panel.model.rowCount() == 3 and panel.chosen == [three[1]]


def test_a_link_leads_to_another_article(desk: Desk, panel: AnnotationPanel, three: list[str]) -> None:
    other, library = make_sample(("Boats", "A fisher saw the ferry leave.")), desk.session.library
    desk.session.do(edits.add_article(other.article, other.revision))
    far = new_id()
    desk.session.do(edits.annotate(other.revision, [other.span("A fisher")], SOURCE, id=far))
    desk.session.do(edits.link("attributed_to", library.annotation(three[0]), library.annotation(far)))
    click(desk, three[0])
    panel.inspector.relations.goRequested.emit(far)
    assert desk.session.article == other.article
    assert desk.window.view.selected_mark == far and panel.chosen == [far]


def test_undo_of_a_deletion_brings_back_what_was_just_typed(
    desk: Desk, panel: AnnotationPanel, three: list[str]
) -> None:
    click(desk, three[0])
    press(desk, Qt.Key.Key_N)
    QTest.keyClicks(panel.fields.note, "not yet stored")
    panel.inspector.delete.click()
    desk.window.commands["undo"].trigger()
    assert desk.session.library.annotation(three[0]).note == "not yet stored"


def test_a_note_goes_to_the_mark_that_the_filter_hides(desk: Desk, panel: AnnotationPanel, three: list[str]) -> None:
    panel.head.chips.chips["claim"].click()
    click(desk, three[0])
    desk.select("Two anglers")
    press(desk, Qt.Key.Key_2)
    press(desk, Qt.Key.Key_N)
    QTest.keyClicks(panel.fields.note, "seen from afar")
    panel.apply_drafts()
    notes = {a.anchor.quote: a.note for a in desk.session.library.annotations(desk.sample.article.id)}
    assert notes["Two anglers"] == "seen from afar" and notes["the night ferry never sailed"] == ""


# -- linking -----------------------------------------------------------------------------------------------------------


def test_l_and_enter_link_to_the_last_mark_that_fits(desk: Desk, panel: AnnotationPanel, three: list[str]) -> None:
    mark(desk, "its lights")
    desk.window.view.select_mark(three[1])
    desk.window.view.setFocus()
    press(desk, Qt.Key.Key_L)
    assert panel.finder.words.hasFocus() and "Last claim" in panel.finder.list.item(0).text()
    assert "its lights" in panel.finder.list.item(0).text()
    press(desk, Qt.Key.Key_Down)
    press(desk, Qt.Key.Key_Up)
    press(desk, Qt.Key.Key_Return)
    last = panel.model.id_at(2)
    assert relations(desk) == [("attributed_to", last, three[1])]
    assert panel.finder.isHidden() and desk.window.view.hasFocus()
    assert not desk.window.parts.marking.linking.under_way


def test_typed_words_find_the_other_mark(desk: Desk, panel: AnnotationPanel, three: list[str]) -> None:
    mark(desk, "its lights")
    click(desk, three[2])
    press(desk, Qt.Key.Key_L)
    QTest.keyClicks(panel.finder.words, "ITS li")
    desk.qtbot.waitUntil(lambda: panel.finder.list.count() == 1)
    assert "its lights" in panel.finder.list.item(0).text()
    panel.finder.words.clear()
    QTest.keyClicks(panel.finder.words, "NIGHT fe")
    press(desk, Qt.Key.Key_Return)  # before the pause is over: what was typed counts
    assert relations(desk) == [("denies", three[2], three[0])]


def test_a_click_on_a_card_links(desk: Desk, panel: AnnotationPanel, three: list[str]) -> None:
    click(desk, three[0])
    panel.inspector.link.click()
    click(desk, three[2])
    assert relations(desk) == [("denies", three[2], three[0])]
    assert "Linked" in desk.window.status.message.text()


def test_a_click_in_the_text_links(desk: Desk, panel: AnnotationPanel, three: list[str]) -> None:
    click(desk, three[0])
    press(desk, Qt.Key.Key_L)
    view = desk.window.view
    span = desk.sample.span("sailor")
    view.scroll_to(span)
    page = view.visible_page()
    assert page is not None
    place = view.boxes(page, span)[0].center().toPoint()
    desk.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert relations(desk) == [("attributed_to", three[0], three[1])]
    assert panel.finder.isHidden()


def test_another_kind_of_link_can_be_chosen(desk: Desk, panel: AnnotationPanel, three: list[str]) -> None:
    click(desk, three[1])
    press(desk, Qt.Key.Key_L)
    kind = panel.finder.kind
    kind.setCurrentIndex(next(n for n in range(kind.count()) if kind.itemText(n).startswith("evidence for")))
    kind.activated.emit(kind.currentIndex())
    panel.finder.words.setFocus()
    press(desk, Qt.Key.Key_Return)
    assert relations(desk) == [("evidence", three[1], three[0])]


@pytest.mark.parametrize("in_text", [True, False])
def test_esc_leaves_the_linking(desk: Desk, panel: AnnotationPanel, three: list[str], in_text: bool) -> None:
    click(desk, three[0])
    press(desk, Qt.Key.Key_L)
    if in_text:
        desk.window.view.setFocus()
    press(desk, Qt.Key.Key_Escape)
    assert panel.finder.isHidden() and not desk.window.parts.marking.linking.under_way
    assert "No link" in desk.window.status.message.text()
    assert panel.chosen == [three[0]] and not panel.foot.isHidden()
    click(desk, three[1])
    assert relations(desk) == []


def test_a_link_is_not_made_twice(desk: Desk, panel: AnnotationPanel, three: list[str]) -> None:
    for _ in range(2):
        click(desk, three[0])
        press(desk, Qt.Key.Key_L)
        click(desk, three[1])
    assert len(relations(desk)) == 1
    click(desk, three[0])
    press(desk, Qt.Key.Key_L)
    shown = [panel.finder.list.item(n).text() for n in range(panel.finder.list.count())]
    assert not any("A sailor" in text for text in shown)


def test_the_bar_at_the_selection_marks_and_links(desk: Desk, panel: AnnotationPanel, three: list[str]) -> None:
    desk.program.settings.update(last_label="source")
    desk.select("Two anglers")
    desk.window.bar.linkChosen.emit()
    assert labels(desk) == ["claim", "source", "source", "denial"]
    assert panel.finder.title.text() == "Link Source 2"
    press(desk, Qt.Key.Key_Return)
    made = panel.model.id_at(2)
    assert relations(desk) == [("attributed_to", three[2], made)] or relations(desk) == [
        ("attributed_to", three[0], made)
    ]


def test_the_bar_links_from_the_mark_under_the_selection(desk: Desk, panel: AnnotationPanel, three: list[str]) -> None:
    desk.select("night ferry")
    link = next(b for b in desk.window.bar.findChildren(QAbstractButton) if b.accessibleName() == "Link")
    link.click()
    assert labels(desk) == ["claim", "source", "denial"]
    assert panel.finder.title.text() == "Link Claim 1"


def test_the_inspector_follows_a_mark_after_its_frame_or_when_it_is_asked_for(
    desk: Desk, panel: AnnotationPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = panel.inspector
    shown: list[list[str]] = []
    show = made.show_marks

    def told(ids: list[str]) -> None:
        shown.append(list(ids))
        show(ids)

    monkeypatch.setattr(made, "show_marks", told)
    desk.select("night ferry")
    desk.key(Qt.Key.Key_C)
    chosen = desk.window.view.selected_mark
    assert chosen and shown == []
    desk.qtbot.waitUntil(lambda: shown == [[chosen]])
    desk.select("harbour office")
    desk.key(Qt.Key.Key_C)
    assert panel.fields is made.fields and shown[1:] == [[desk.window.view.selected_mark]]
    QApplication.processEvents()
    assert len(shown) == 2
