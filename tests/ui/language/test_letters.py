"""The letter of a label: its key's, the same in every language, and never that of another label."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from reader import edits
from reader.model.labels import BUILTIN, COLOURS, CUE, DETAILS, Label, Underline
from tests.ui.window_desk import Desk
from ui.annotations.labels_bar import LabelButton
from ui.language.i18n import label_name, translators
from ui.language.letters import Letters

NAMES = ("Claimant", "Case", "Rumour", "Rumor", "Ruling", "…", "Q", "Çay", "سؤال", *["Same"] * 20)
OWN = tuple(
    Label(f"own{n}", name, "", COLOURS[n % 8], Underline.DASHED, 3 + n) for n, name in enumerate(NAMES)
)  # fmt: skip


def test_no_two_labels_have_the_same_letter() -> None:
    letters = Letters((*BUILTIN, *OWN))
    found = [letters.of(label) for label in (*BUILTIN, *DETAILS, *OWN)]
    assert len(set(found)) == len(found) and all(found)
    assert letters.of(OWN[2]) == "R" and letters.of(OWN[3]) == "U"
    stranger = Label("from-a-set", "Claim", "", "slate", Underline.DASHED, 99)
    assert letters.of(stranger) not in found and letters.of(stranger) == letters.of(stranger)


def test_a_cue_is_no_claim_and_letters_are_keys_in_every_language(qapp: QApplication) -> None:
    loaded = translators("id")
    for translator in loaded:
        qapp.installTranslator(translator)
    try:
        assert label_name(BUILTIN[0]) == "Klaim"
        letters = Letters(BUILTIN)
        assert [letters.of(label) for label in (*BUILTIN, CUE)] == ["C", "S", "D", "Q"]
    finally:
        for translator in loaded:
            qapp.removeTranslator(translator)


@pytest.mark.parametrize("label", [CUE, OWN[1]])
def test_the_letter_is_the_same_wherever_it_stands(desk: Desk, label: Label) -> None:
    session, window = desk.session, desk.window
    session.do(edits.save_labels(session.labels, (*session.labels, OWN[1])))
    session.do(edits.annotate(desk.sample.revision, [desk.sample.span("Two anglers")], label))
    letter = session.letter(label)
    assert letter != "C"
    model = window.panel.model
    model.choose(label=label.id)
    card = model.card(0)
    assert card is not None and card.letter == letter
    assert window.view.marks.look(label.id)[2] == letter
    assert window.panel.head.chips.chips[label.id].chip.sign == letter
    buttons = {button.objectName(): button.letter for button in window.header.findChildren(LabelButton)}
    assert buttons.get(f"mark_label:{label.id}", letter) == letter
