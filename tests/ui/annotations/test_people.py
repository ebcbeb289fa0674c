"""Many hands, one file: whose marks are shown, in whose colours, and nothing vanishes unsaid."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor

from reader import edits
from reader.model.annotations import Annotation
from reader.model.labels import CLAIM, DENIAL, SOURCE
from tests.ui.hands import painted
from tests.ui.window_desk import Desk, Starter
from ui.annotations.people_box import PeopleBox
from ui.mark_filter import Showing, initials

LEFT = Qt.MouseButton.LeftButton
SARI, BUDI = "Sari Dewi", "Budi"


def marked(desk: Desk, words: str, label: str, annotator: str) -> Annotation:
    chosen = {x.id: x for x in (CLAIM, SOURCE, DENIAL)}[label]
    edit = edits.annotate(desk.sample.revision, [desk.sample.span(words)], chosen, annotator)
    desk.session.library.apply(edit, origin="import")
    made = edit.swaps[0].after
    assert isinstance(made, Annotation)
    return made


@pytest.fixture
def hands(desk: Desk) -> tuple[Annotation, Annotation, Annotation]:
    words = desk.sample.revision.text.split("\n")[-1].split()
    return (
        marked(desk, " ".join(words[:2]), "claim", SARI),
        marked(desk, " ".join(words[3:5]), "source", BUDI),
        marked(desk, " ".join(words[6:8]), "denial", SARI),
    )


def people(desk: Desk) -> PeopleBox:
    return desk.window.panel.head.people


def on_page(desk: Desk) -> set[str]:
    view = desk.window.view
    return {piece.id for piece in view.index.shown_between(0, len(view.text))}


def colour_at(desk: Desk, mark: Annotation) -> str:
    """The colour of the paper behind a mark's first letter."""
    view = desk.window.view
    page = view.visible_page()
    assert page is not None
    box = view.boxes(page, mark.anchor.spans[0])[0]
    image = painted(view.viewport())
    return QColor(image.pixelColor(QPoint(int(box.left()) + 1, int(box.top()) + 3))).name()


def test_one_person_needs_no_control(desk: Desk) -> None:
    marked(desk, desk.sample.revision.text.split("\n")[0], "claim", SARI)
    assert not people(desk).isVisible()


def test_a_hidden_person_leaves_page_and_cards_and_it_is_said(desk: Desk, hands: tuple[Annotation, ...]) -> None:
    box, panel = people(desk), desk.window.panel
    assert box.isVisible() and set(box.chips.chips) == {SARI, BUDI}
    tinted = colour_at(desk, hands[1])
    desk.qtbot.mouseClick(box.chips.chips[BUDI], LEFT)
    assert on_page(desk) == {hands[0].id, hands[2].id}
    assert colour_at(desk, hands[1]) != tinted
    assert [panel.model.id_at(row) for row in range(panel.model.rowCount())] == [hands[0].id, hands[2].id]
    assert "1 mark" in box.notice.text() and panel.head.title.text() == "Annotations 2 of 3"
    desk.qtbot.mouseClick(box.everything, LEFT)
    assert len(on_page(desk)) == 3 and not box.notice.isVisible()
    assert colour_at(desk, hands[1]) == tinted


def test_alt_shows_one_person_only_and_again_all(desk: Desk, hands: tuple[Annotation, ...]) -> None:
    chip = people(desk).chips.chips[SARI]
    desk.qtbot.keyPress(chip, Qt.Key.Key_Alt)
    desk.qtbot.mouseClick(chip, LEFT, Qt.KeyboardModifier.AltModifier)
    assert on_page(desk) == {hands[0].id, hands[2].id}
    desk.qtbot.mouseClick(people(desk).chips.chips[SARI], LEFT, Qt.KeyboardModifier.AltModifier)
    assert len(on_page(desk)) == 3


def test_everybody_hidden_has_words_and_a_way_back(desk: Desk, hands: tuple[Annotation, ...]) -> None:
    for person in (SARI, BUDI):
        desk.qtbot.mouseClick(people(desk).chips.chips[person], LEFT)
    empty = desk.window.panel.empty
    assert empty.isVisible() and "hidden" in empty.words.text()
    desk.qtbot.mouseClick(empty.clear, LEFT)
    assert len(on_page(desk)) == 3


def test_marks_take_the_colour_of_their_person(desk: Desk, hands: tuple[Annotation, ...]) -> None:
    by_label = [colour_at(desk, mark) for mark in hands]
    assert len(set(by_label)) == 3
    desk.window.view.setFocus()
    desk.key(Qt.Key.Key_I, Qt.KeyboardModifier.ShiftModifier)
    by_person = [colour_at(desk, mark) for mark in hands]
    assert by_person[0] == by_person[2] != by_person[1]
    assert desk.window.commands["by_person"].isChecked() and people(desk).colours.isChecked()
    desk.qtbot.mouseClick(people(desk).colours, LEFT)
    assert [colour_at(desk, mark) for mark in hands] == by_label


def test_colours_of_one_person_alone_tell_the_label_and_it_is_said(desk: Desk) -> None:
    words = desk.sample.revision.text.split("\n")[-1].split()
    mine = [marked(desk, " ".join(words[n : n + 2]), ("claim", "source", "denial")[n // 3], SARI) for n in (0, 3, 6)]
    by_label = [colour_at(desk, mark) for mark in mine]
    desk.window.view.setFocus()
    desk.key(Qt.Key.Key_I, Qt.KeyboardModifier.ShiftModifier)
    assert [colour_at(desk, mark) for mark in mine] == by_label and len(set(by_label)) == 3
    assert SARI in desk.window.status.message.text()
    assert people(desk).notice.isVisible() and SARI in people(desk).notice.text()
    marked(desk, desk.sample.revision.text.split("\n")[0], "claim", BUDI)
    assert colour_at(desk, mine[0]) == colour_at(desk, mine[1]) and SARI not in people(desk).notice.text()


def test_what_is_hidden_stays_so_at_the_next_start(start: Starter, desk: Desk, hands: tuple[Annotation, ...]) -> None:
    desk.qtbot.mouseClick(people(desk).chips.chips[BUDI], LEFT)
    desk.window.close()
    desk.program.close()
    again = start()
    assert on_page(again) == {hands[0].id, hands[2].id}
    assert people(again).everything.isVisible()


def test_a_mark_that_is_made_is_seen(desk: Desk, hands: tuple[Annotation, ...]) -> None:
    desk.program.settings.update(annotator=BUDI)
    desk.qtbot.mouseClick(people(desk).chips.chips[BUDI], LEFT)
    desk.select(desk.sample.revision.text.split("\n")[0])
    desk.key(Qt.Key.Key_1)
    assert len(on_page(desk)) == 4 and not people(desk).everything.isVisible()


def test_undo_of_a_hidden_mark_and_a_way_to_it(desk: Desk, hands: tuple[Annotation, ...]) -> None:
    desk.qtbot.mouseClick(people(desk).chips.chips[SARI], LEFT)
    desk.session.undo()
    assert len(desk.session.page_annotations) == 2 and on_page(desk) == {hands[1].id}
    desk.session.redo()
    assert on_page(desk) == {hands[1].id}
    desk.window.view.select_mark(hands[2].id)
    assert hands[2].id in on_page(desk)


def test_the_page_shows_the_label_of_the_panel_only(desk: Desk, hands: tuple[Annotation, ...]) -> None:
    desk.window.view.setFocus()
    desk.key(Qt.Key.Key_I)
    chips = desk.window.panel.head.chips.chips
    desk.qtbot.mouseClick(chips["source"], LEFT)
    assert on_page(desk) == {hands[1].id}
    assert "2 marks" in people(desk).notice.text()
    desk.window.view.setFocus()
    desk.select(desk.sample.revision.text.split("\n")[0])
    desk.key(Qt.Key.Key_1)
    assert len(on_page(desk)) == 4 and desk.window.panel.model.label == ""
    desk.qtbot.mouseClick(desk.window.panel.head.chips.chips["source"], LEFT)
    desk.key(Qt.Key.Key_M, Qt.KeyboardModifier.AltModifier)
    assert len(on_page(desk)) == 4


def test_steps_from_mark_to_mark_pass_hidden_ones_by(desk: Desk, hands: tuple[Annotation, ...]) -> None:
    desk.window.view.select_mark(hands[0].id)
    desk.qtbot.mouseClick(people(desk).chips.chips[BUDI], LEFT)
    desk.window.view.setFocus()
    desk.key(Qt.Key.Key_BracketRight)
    assert desk.window.view.state.selected == hands[2].id


def test_people_keep_their_colours() -> None:
    one, two = Showing(), Showing()
    colours = [one.colour(person) for person in (SARI, BUDI, "")]
    assert len(set(colours)) == 3
    two.restore(one.kept)
    assert [two.colour(person) for person in ("", BUDI, SARI)] == colours[::-1]
    two.restore("[not what was kept")
    assert two.hidden == frozenset() and not two.by_person


@pytest.mark.parametrize(
    ("name", "letters"), [(SARI, "SD"), (BUDI, "B"), ("", "?"), ("Mbak Tari van Dijk", "MD"), ("李 明", "李明")]
)
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters
