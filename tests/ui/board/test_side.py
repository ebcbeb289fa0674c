"""What is entered at the side of the board: fields, evidence, the review, sources; each saved at once."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLineEdit, QListWidget, QWidget

from reader.board.voice import OWN
from reader.edits import Edit, Swap, claims
from reader.model.claims import Related, Sentence
from reader.model.pages import Original
from reader.model.vocabulary import SILENT
from tests.ui.board.test_board import Story, choose, opened, question, shown, story, told
from tests.ui.window_desk import Desk, desk, start
from ui.board.fields import Fields, Paragraph, ValueBox
from ui.board.joining import NameQuestion
from ui.board.line import Column
from ui.board.matrix_model import MatrixModel
from ui.board.window import BoardWindow
from ui.dialogs.link_dialog import LinkDialog

__all__ = ["desk", "start", "story", "told"]
LEFT, EXACTLY = Qt.MouseButton.LeftButton, Qt.MatchFlag.MatchExactly


def pick(fields: Fields, name: str, value: str) -> None:
    """Choose a value by the keyboard."""
    box = fields.widgets[name]
    assert isinstance(box, ValueBox)
    box.setFocus()
    while box.value != value:
        before = box.currentIndex()
        QTest.keyClick(box, Qt.Key.Key_Down)
        assert box.currentIndex() != before, value


def write(fields: Fields, name: str, words: str, after: QWidget) -> None:
    """Type into a field and leave it."""
    field = fields.widgets[name]
    field.setFocus()
    if isinstance(field, QLineEdit | Paragraph):
        field.selectAll()
    QTest.keyClicks(field, words)
    after.setFocus()


@pytest.fixture
def board(told: Desk) -> BoardWindow:
    return opened(told)


# -- the claim ---------------------------------------------------------------------------------------------------


def test_fields_are_saved_at_once_each_as_one_step(told: Desk, story: Story, board: BoardWindow) -> None:
    library, fields = told.session.library, board.side.claim.fields
    choose(board, 1)
    write(fields, "text", "The bridge was painted blue", fields.widgets["place"])
    told.qtbot.waitUntil(lambda: "The bridge was painted blue" in shown(board))
    pick(fields, "worth", "UFS")
    write(fields, "event_time", "2026-05", fields.widgets["place"])
    painted = next(c for c in library.claims() if c.id == story.paint.id)
    assert (painted.text, painted.worth, painted.event_time) == ("The bridge was painted blue", "UFS", "2026-05")
    for _ in range(3):  # CFS, then UFS, were two choices; the time is one
        told.session.undo()
    painted = next(c for c in library.claims() if c.id == story.paint.id)
    assert (painted.text, painted.worth, painted.event_time) == ("The bridge was painted blue", "", "")


def test_a_mark_becomes_a_claim_with_its_first_field_and_stays_chosen(
    told: Desk, story: Story, board: BoardWindow
) -> None:
    choose(board, 2)
    pick(board.side.claim.fields, "worth", "CFS")
    pick(board.side.claim.fields, "type", "numerical")  # before the board was read again
    mark = told.session.library.annotation(story.rice.id)
    (made,) = [c for c in told.session.library.claims() if c.id == mark.about]
    assert (made.text, made.worth) == ("Rice is cheap", "CFS")
    told.qtbot.waitUntil(lambda: board.side.row is not None and board.side.row.id == made.id)
    assert [row.id for row in board.claims.rows()] == [made.id]


def test_what_is_typed_is_saved_when_another_claim_is_chosen(told: Desk, story: Story, board: BoardWindow) -> None:
    choose(board, 1)
    place = board.side.claim.fields.widgets["place"]
    place.setFocus()
    QTest.keyClicks(place, "Lembayung Bay")
    board.claims.select([story.closed.id])
    claims = {c.id: c.place for c in told.session.library.claims()}
    assert claims == {story.paint.id: "Lembayung Bay", story.closed.id: ""}
    assert isinstance(place, QLineEdit) and place.text() == ""


def test_who_only_looks_at_a_claim_makes_none_of_it(told: Desk, story: Story, board: BoardWindow) -> None:
    """The words were marked with the spaces round them, as an imported mark may be."""
    story.room.library = told.session.library
    mark = story.room.mark(story.echo, "claim", "denied closing it for good.")
    anchor = replace(mark.anchor, spans=(replace(mark.anchor.spans[0], start=mark.anchor.start - 1),))
    wider = replace(mark, anchor=replace(anchor, quote=f" {anchor.quote}", before=anchor.before[:-1]))
    paint = replace(story.paint, note=" seen\r\ntwice ")  # a claim of another program
    assert told.session.do(Edit("Import", (Swap(mark, wider), Swap(story.paint, paint))))
    told.qtbot.waitUntil(lambda: len(shown(board)) == 4)
    before = told.session.library.claims()
    choose(board, 3)
    assert board.side.row is not None and board.side.row.wording.startswith(" denied")
    choose(board, 1)
    assert board.side.row.claim == paint
    choose(board, 0)
    board.close()
    assert told.session.library.claims() == before


def test_a_filter_that_hides_the_chosen_claim_leaves_nothing_to_act_on(board: BoardWindow, told: Desk) -> None:
    choose(board, 0)
    assert board.claims.open_.isEnabled() and board.claims.delete.isEnabled()
    board.claims.filter.setFocus()
    QTest.keyClicks(board.claims.filter, "nobody says so")
    told.qtbot.waitUntil(lambda: not board.claims.model.rowCount())
    assert not board.claims.open_.isEnabled() and not board.claims.delete.isEnabled()
    assert board.side.row is None


def test_a_claim_is_related_to_another_by_its_words(told: Desk, story: Story, board: BoardWindow) -> None:
    choose(board, 1)
    related = board.side.claim.related
    related.kind.setCurrentIndex(related.kind.findData("presupposes"))
    related.other.setFocus()
    QTest.keyClicks(related.other, "is closed")
    QTest.keyClick(related.other, Qt.Key.Key_Return)
    wanted = (Related("presupposes", story.closed.id),)
    assert next(c for c in told.session.library.claims() if c.id == story.paint.id).related == wanted
    told.qtbot.waitUntil(lambda: related.list.count() == 1)
    assert related.list.item(0).text() == "presupposes: The bridge is closed"
    related.list.setCurrentRow(0)
    QTest.mouseClick(related.drop, LEFT)
    assert next(c for c in told.session.library.claims() if c.id == story.paint.id).related == ()


# -- evidence ----------------------------------------------------------------------------------------------------


def test_an_address_is_attached_shown_and_opened_only_when_asked(told: Desk, story: Story, board: BoardWindow) -> None:
    box = board.side.claim.evidence
    box.bearing.setCurrentIndex(box.bearing.findData("refutes"))
    QTest.keyClicks(box.address, "https://roads.example/open")
    QTest.keyClick(box.address, Qt.Key.Key_Return)
    (kept,) = told.session.library.evidence([story.closed.id])
    assert (kept.bearing, kept.form, kept.target) == ("refutes", "address", "https://roads.example/open")
    told.qtbot.waitUntil(lambda: shown(board, Column.EVIDENCE)[0] == "−1")
    QTest.mouseClick(box.open_, LEFT)
    asked = question(told, LinkDialog)
    asked.reject()
    pick(box.fields, "grade", "primary")
    assert told.session.library.evidence([story.closed.id])[0].grade == "primary"
    QTest.mouseClick(box.remove, LEFT)
    assert told.session.library.evidence([story.closed.id]) == []


def test_a_file_is_kept_and_the_chosen_mark_is_attached(
    told: Desk, story: Story, board: BoardWindow, tmp_path: Path
) -> None:
    library, box = told.session.library, board.side.claim.evidence
    (tmp_path / "log.txt").write_text("Barrier down at nine", encoding="utf-8")
    assert box.attach_file(tmp_path / "log.txt") and box.attach_file(tmp_path / "log.txt")
    first, again = library.evidence([story.closed.id])
    assert first.target == again.target and library.original(first.target).data == b"Barrier down at nine"
    assert not box.attach_file(tmp_path / "none.txt") and "none.txt" in board.counts.text()
    told.window.open(story.echo)
    told.window.view.select_mark(story.rice.id)
    QTest.mouseClick(box.mark, LEFT)
    assert library.evidence([story.closed.id])[-1].target == story.rice.id
    assert library.evidence([story.closed.id])[-1].excerpt == "Rice is cheap"


def test_a_copy_of_a_kept_file_gets_a_name_that_every_system_takes(
    told: Desk, story: Story, board: BoardWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    box, suggested = board.side.claim.evidence, list[str]()
    original = Original.of(b"Barrier down at nine", "text/plain", "..\\con.txt ")
    assert told.session.do(claims.add_evidence(story.closed, "supports", original, grade="primary", annotator="Ani"))
    told.qtbot.waitUntil(lambda: box.list.count() == 1)
    box.list.setCurrentRow(0)

    def ask(_parent: QWidget, _title: str, start: str) -> tuple[str, str]:
        suggested.append(start)
        return str(tmp_path / start), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    QTest.mouseClick(box.open_, LEFT)
    assert suggested == ["_con.txt"] and (tmp_path / "_con.txt").read_bytes() == original.data


# -- the review --------------------------------------------------------------------------------------------------


def test_a_review_is_begun_by_its_first_field_and_goes_on(told: Desk, story: Story, board: BoardWindow) -> None:
    library, review = told.session.library, board.side.claim.review
    pick(review.fields, "verdict", "supported")
    pick(review.fields, "status", "assigned")  # before the board was read again
    (kept,) = library.reviews([story.closed.id])
    assert (kept.verdict, kept.status) == ("supported", "assigned")
    told.qtbot.waitUntil(lambda: shown(board, Column.VERDICT)[0] == "supported")
    assert shown(board, Column.STATUS)[0] == "assigned"


def is_listed(list: QListWidget, words: str) -> bool:
    return bool(list.findItems(words, Qt.MatchFlag.MatchContains))


def test_sentences_of_the_justification_cite_marks(told: Desk, story: Story, board: BoardWindow) -> None:
    library, part = told.session.library, board.side.claim.review.justification
    for words in ("Two papers quote one man.", "The mayor denies a part."):
        QTest.keyClicks(part.new, words)
        QTest.keyClick(part.new, Qt.Key.Key_Return)
        told.qtbot.waitUntil(partial(is_listed, part.list, words))
    part.list.setCurrentRow(1)
    number = next(n for n in range(part.cites.count()) if "denied closing" in part.cites.item(n).text())
    part.cites.setCurrentRow(number)
    QTest.keyClick(part.cites, Qt.Key.Key_Space)
    denial = next(m for m in library.mentions([story.closed.id]) if m.label == "denial")
    (review,) = library.reviews([story.closed.id])
    assert review.justification == (
        Sentence("Two papers quote one man."), Sentence("The mayor denies a part.", (denial.id,)),
    )  # fmt: skip
    told.qtbot.waitUntil(lambda: "[1]" in part.list.item(1).text())
    QTest.mouseClick(part.up, LEFT)
    assert library.reviews([story.closed.id])[0].justification[0].cites == (denial.id,)


# -- matrix and chain ----------------------------------------------------------------------------------------------


def cell(board: BoardWindow, row: int, name: str) -> str:
    model = board.matrix.model
    return str(model.index(row, column(model, name)).data())


def column(model: MatrixModel, name: str) -> int:
    names = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]
    return names.index(name)


def test_the_matrix_says_in_words_and_signs_who_stands_where(told: Desk, story: Story, board: BoardWindow) -> None:
    assert cell(board, 0, "Harbour office") == "✓ supports\ncertain"
    assert cell(board, 0, "The mayor") == "✗ denies\n⚠ only: closing it for good"
    assert cell(board, 0, "Own voice") == "not committed" and cell(board, 1, "Own voice") == "✓ supports"
    assert cell(board, 1, "Harbour office") == "· not heard" and cell(board, 1, "The mayor") == ""
    hint = board.matrix.model.index(0, column(board.matrix.model, "The mayor")).data(Qt.ItemDataRole.ToolTipRole)
    assert "denies something else" in str(hint) and "closing it for good" in str(hint)


def test_silence_is_recorded_from_a_cell_and_taken_back(told: Desk, story: Story, board: BoardWindow) -> None:
    QTest.keyClick(board, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    table, model = board.matrix.table, board.matrix.model
    table.setCurrentIndex(model.index(1, column(model, "The mayor")))
    assert not board.matrix.silence.isEnabled()  # no article of the claim names the mayor
    table.setCurrentIndex(model.index(1, column(model, "Harbour office")))
    QTest.keyClick(table, Qt.Key.Key_S)
    told.qtbot.waitUntil(lambda: cell(board, 1, "Harbour office") == "■ says nothing")
    (told_,) = [r for r in told.session.library.relations(story.herald) if r.attributes.get("response_form") == SILENT]
    assert cell(board, 1, "Own voice") == "✓ supports"
    QTest.keyClick(table, Qt.Key.Key_S)
    told.qtbot.waitUntil(lambda: cell(board, 1, "Harbour office") == "· not heard")
    assert told_.id not in {r.id for r in told.session.library.relations(story.herald)}
    assert OWN == ""


def test_the_chain_says_who_told_whom_and_why_others_do_not_count(told: Desk, board: BoardWindow) -> None:
    choose(board, 0)
    QTest.keyClick(board, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    tree = board.chain.tree
    heads = [tree.topLevelItem(n) for n in range(tree.topLevelItemCount())]
    said = [
        (h.text(0), h.text(1), [(below.text(0), below.text(1)) for n in range(h.childCount()) if (below := h.child(n))])
        for h in heads
        if h
    ]
    assert said == [
        ("✓ supports", "1 independent source", [
            ("Harbour office → harbour spokesman → Herald", "counts"),
            ("Harbour office → harbour spokesman → Post", "the same source again"),
        ]),
        ("✗ denies", "1 independent source", [("The mayor → Echo", "counts")]),
    ]  # fmt: skip


# -- sources -----------------------------------------------------------------------------------------------------


def test_sources_are_described_and_merged(told: Desk, story: Story, board: BoardWindow) -> None:
    library = told.session.library
    QTest.keyClick(board, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    page, editor = board.sources, board.side.source
    items = [page.list.topLevelItem(n) for n in range(page.list.topLevelItemCount())]
    assert [item.text(0) for item in items if item] == ["Harbour office", "harbour spokesman", "The mayor"]
    assert items[2] is not None
    page.list.setCurrentItem(items[2])
    pick(editor.fields, "reliability", "B")
    party: QComboBox = editor.party
    party.setFocus()
    QTest.keyClick(party, Qt.Key.Key_Down)
    mayor = next(s for s in library.sources() if s.id == story.mayor.id)
    assert (mayor.reliability, mayor.party) == ("B", story.office.id)
    told.qtbot.waitUntil(lambda: [i.text(2) for i in page.list.findItems("The mayor", EXACTLY)] == ["Harbour office"])

    page.list.selectAll()
    QTest.keyClick(page.list, Qt.Key.Key_M)
    asked = question(told, NameQuestion)
    QTest.keyClick(asked, Qt.Key.Key_Return)
    told.qtbot.waitUntil(lambda: page.list.topLevelItemCount() == 1)
    (kept,) = library.sources()
    assert kept.name == "Harbour office" and set(kept.aliases) == {"harbour spokesman", "The mayor"}
    QTest.keyClicks(page.new, "City council")
    QTest.keyClick(page.new, Qt.Key.Key_Return)
    told.qtbot.waitUntil(lambda: page.list.topLevelItemCount() == 2)


def test_desk_only_fields_say_so(board: BoardWindow) -> None:
    credibility = board.side.claim.fields.widgets["credibility"]
    assert "in no export" in credibility.toolTip()
    for name in ("ground_rules", "reliability"):
        assert "in no export" in board.side.source.fields.widgets[name].toolTip()


def test_every_control_has_a_name_and_a_hint(board: BoardWindow) -> None:
    kinds = (QLineEdit, QComboBox, Paragraph)
    found = [w for kind in kinds for w in board.findChildren(kind)]
    found = [w for w in found if w.objectName() != "qt_spinbox_lineedit" and not isinstance(w.parent(), QComboBox)]
    assert found and not [w for w in found if not w.accessibleName() or not w.toolTip()]
    assert QApplication.activeWindow() is board
