"""Who supports and who denies which claim, and on how many words of their own: on real libraries."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader import edits
from reader.board import counting, values
from reader.board.values import Row
from reader.board.voice import OWN
from reader.edits import attribution, claims
from reader.edits.attribution import attribution_of
from reader.model.articles import State
from reader.model.claims import Claim
from reader.store import Library
from tests import worked_page
from tests.newsroom import Newsroom
from tests.reader.board.whole_board import Board, board, gather
from tests.reader.commands.test_commands import Shell

NAMED = {"kind": "named_person"}


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Newsroom]:
    with Library.open(tmp_path / "room.tilik") as library:
        yield Newsroom(library)


def of(room: Newsroom, ids: list[str] | None = None) -> Board:
    return board(gather(room.library, ids))


def only(found: Board) -> Row:
    (row,) = found.rows
    return row


# -- the worked page -------------------------------------------------------------------------------------------


@pytest.fixture
def page(tmp_path: Path) -> Iterator[Library]:
    """The worked page, entered by the batch command."""
    tilik = Shell(tmp_path / "desk" / "library.tilik")
    article, revision = worked_page.article()
    with Library.open(tilik.library) as library:
        library.apply(edits.add_article(article, revision))
    lines = "".join(json.dumps(line) + "\n" for line in worked_page.requests())
    tilik.json("annotate", article.id, "--batch", stdin=lines)
    assert tilik.code == 0
    with Library.open(tilik.library) as library:
        yield library


def figures(row: Row) -> tuple[str, str]:
    return row.independent.figure, row.against.figure


def matrix(found: Board) -> dict[tuple[str, str], tuple[tuple[str, ...], tuple[str, ...]]]:
    """Stances and certainty by the wording of the claim and the party's name; empty cells are left out."""
    parties = {OWN: "own", **found.parties}
    cells = {(row.wording, name): found.cell(row, key) for row in found.rows for key, name in parties.items()}
    return {at: (cell.stances, cell.factuality) for at, cell in cells.items() if cell.stances}


def test_the_matrix_of_the_worked_page(page: Library) -> None:
    found = board(gather(page))
    cells = matrix(found)
    says = {(line["text"], ref) for ref, line in worked_page.of("claim").items()}
    text = {ref: words for words, ref in says}
    assert cells[text["C1"], "Norwinda"] == (("support",), ("CT+", "PS+"))
    assert cells[text["C3"], "Norwinda"] == (("support",), ("CT+",))
    assert cells[text["C3"], "Karsova"] == (("deny",), ("CT-",))
    assert cells[text["C9"], "Karsova"] == (("deny",), ("CT-",))
    assert cells[text["C4"], "own"] == (("support",), ("CT+",))
    assert cells[text["C6"], "own"] == (("support",), ("CT+",))
    denied = {at for at, (stances, _) in cells.items() if "deny" in stances}
    assert denied == {(text["C3"], "Karsova"), (text["C9"], "Karsova")}
    rows = {row.wording: row for row in found.rows}
    counts = {ref: figures(rows[text[ref]]) for ref in ("C1", "C3", "C4", "C8", "C9")}
    assert counts == {
        "C1": ("1", "0"), "C3": ("1", "1"), "C4": ("0", "0"), "C8": ("1", "0"), "C9": ("0", "1"),
    }  # fmt: skip
    silent = found.cell(rows[text["C4"]], next(k for k, n in found.parties.items() if n == "Karsova"))
    assert silent.present and not silent.stances and not silent.silent


def test_taking_away_the_denial_in_the_body_changes_one_cell_only(page: Library) -> None:
    before = matrix(board(gather(page)))
    claim = next(c for c in page.claims() if "pernah menjual" in c.text)
    denial = next(m for m in page.mentions([claim.id]) if m.label == "denial")
    (told,) = [r for r in page.relations_of([denial.id]) if (a := attribution_of(r)) and denial.id in a.content]
    page.apply(edits.unlink(told))
    found = board(gather(page))
    assert {at for at in before.keys() | matrix(found).keys() if before.get(at) != matrix(found).get(at)} == {
        (claim.text, "Karsova")
    }
    assert next(row for row in found.rows if row.claim == claim).unsourced == (denial,)


def test_the_chain_goes_from_the_party_over_spokesman_and_agency_to_the_outlet(page: Library) -> None:
    row = next(r for r in board(gather(page)).rows if "pernah menjual" in r.wording)
    chains = [v.chain for v in row.by("support")]
    spokesman = "Juru bicara Kementerian Luar Negeri Norwinda"
    assert ("Norwinda", spokesman, "Kantor berita Samudra", "Lintas Kabar") in chains
    assert [v.chain for v in row.by("deny")] == [("Karsova", spokesman, "Kantor berita Samudra", "Lintas Kabar")]


# -- what counts as a source of its own --------------------------------------------------------------------------


def test_five_articles_quoting_one_spokesman_are_one_and_a_named_second_makes_two(room: Newsroom) -> None:
    claim, office = room.claim("The bridge is closed"), room.source("Harbour office", kind="named_organisation")
    voice = room.source("spokesman of the harbour office", kind="unnamed_person", party=office.id)
    for number in range(5):
        at = room.article(f"Paper {number}", "Bridge", "The bridge is closed, a spokesman said.")
        room.says(room.mark(at, "source", "a spokesman", voice), room.mark(at, "claim", "The bridge is closed", claim))
    assert (only(of(room)).independent, len(only(of(room)).articles)) == ((1, 1), 5)
    told = counting.counted(only(of(room)).by("support"))
    assert [why for _, why in told] == ["", "again", "again", "again", "again"]

    second = room.source("Mira Tandika", kind="named_person", party=office.id)
    at = room.article("Paper 6", "Bridge", "Mira Tandika said the bridge is closed.")
    room.says(room.mark(at, "source", "Mira Tandika", second), room.mark(at, "claim", "the bridge is closed", claim))
    assert only(of(room)).independent == (1, 2)  # the spokesman may be Mira Tandika
    # The office itself says no more than its people do.
    at = room.article("Paper 7", "Bridge", "The harbour office said the bridge is closed.")
    room.says(
        room.mark(at, "source", "The harbour office", office), room.mark(at, "claim", "the bridge is closed", claim)
    )
    assert only(of(room)).independent == (1, 2)  # the spokesman may be Mira Tandika
    assert counting.counted(only(of(room)).by("support"))[-1][1] == "spoken_for"


def test_who_passes_on_and_who_is_unspecified_do_not_count(room: Newsroom) -> None:
    claim, agency = room.claim("Rice is short"), room.source("Samudra agency", kind="media_outlet")
    trader, reports = room.source("A trader", kind="unnamed_person"), room.source("reports", kind="unspecified")
    at = room.article(
        "Herald", "Rice", "Samudra reports that a trader says rice is short.", "Reports say rice is scarce."
    )
    outer = room.says(
        room.mark(at, "source", "Samudra", agency), room.mark(at, "claim", "a trader says rice is short", claim)
    )
    room.says(room.mark(at, "source", "a trader", trader), room.mark(at, "claim", "rice is short", claim), within=outer)
    room.says(room.mark(at, "source", "Reports", reports), room.mark(at, "claim", "rice is scarce", claim))
    row = only(of(room))
    assert row.independent == (0, 1)  # nobody knows who the trader is
    assert {v.name: why for v, why in counting.counted(row.by("support"))} == {
        "Samudra agency": "relay", "A trader": "unidentified", "reports": "unspecified",
    }  # fmt: skip


def test_who_reports_a_denial_of_what_he_says_still_speaks_for_himself(room: Newsroom) -> None:
    claim, minister, rival = (
        room.claim("The dam leaks"),
        room.source("The minister", **NAMED),
        room.source("The builder", **NAMED),
    )
    at = room.article("Herald", "Dam", "The minister said the dam leaks and that the builder denied it.")
    outer = room.says(room.mark(at, "source", "The minister", minister), room.mark(at, "claim", "the dam leaks", claim))
    room.says(room.mark(at, "source", "the builder", rival), room.mark(at, "denial", "denied it", claim), within=outer)
    row = only(of(room))
    assert (row.independent, row.against) == ((1, 1), (1, 1))


# -- denials ---------------------------------------------------------------------------------------------------------


def test_a_counter_accusation_never_fills_a_denial(room: Newsroom) -> None:
    claim, mayor = room.claim("The mayor sold the land"), room.source("The mayor")
    at = room.article("Herald", "Land", "The mayor says his rivals sold it first.")
    denial = room.mark(at, "denial", "his rivals sold it first", claim)
    room.says(room.mark(at, "source", "The mayor", mayor), denial, response_form="counter_accusation", stance="deny")
    found = of(room)
    cell = found.cell(only(found), mayor.id)
    assert (cell.stances, cell.forms, only(found).against) == (("comment",), ("counter_accusation",), (0, 0))


def test_a_denial_of_something_else_is_flagged_with_its_scope(room: Newsroom) -> None:
    claim, town = room.claim("The town sold and delivered rice"), room.source("The town")
    at = room.article("Herald", "Rice", "The town denied selling rice.", "The town denied the deal.")
    source, denial = room.mark(at, "source", "The town", town), room.mark(at, "denial", "denied selling rice", claim)
    room.says(source, denial, response_form="explicit_denial", scope_note="selling rice")
    found = of(room)
    assert found.cell(only(found), town.id).elsewhere == ("selling rice",)
    (told,) = [r for r in room.library.relations(at) if r.kind == attribution.KIND]
    room.library.apply(attribution.set_attributes(told, {"scope_note": "the town sold and delivered rice."}))
    found = of(room)
    assert found.cell(only(found), town.id).elsewhere == () and found.cell(only(found), town.id).scopes


def test_a_denial_that_is_linked_to_nothing_is_listed_apart_until_it_is(room: Newsroom) -> None:
    at = room.article("Herald", "Rice", "Rice is short.", "The mayor denies it.")
    short, denial = room.mark(at, "claim", "Rice is short"), room.mark(at, "denial", "denies it")
    assert of(room).loose == (denial,) and only(of(room)).voices[0].party == OWN
    room.relate("denies", denial, short)
    found = of(room)
    # Nobody's yet: the outlet does not deny it.
    assert found.loose == () and only(found).unsourced == (denial,) and only(found).by("deny") == ()
    room.says(room.mark(at, "source", "The mayor"), denial)
    assert [v.name for v in only(of(room)).by("deny")] == ["The mayor"] and only(of(room)).unsourced == ()


def test_silence_is_recorded_and_is_no_stance(room: Newsroom) -> None:
    claim, town = room.claim("Rice is short"), room.source("The town")
    at = room.article("Herald", "Rice", "Rice is short. The town was asked.")
    words, named = room.mark(at, "claim", "Rice is short", claim), room.mark(at, "source", "The town", town)
    found = of(room)
    assert found.cell(only(found), town.id) == values.Cell(present=True)
    room.library.apply(attribution.silent(words, named))
    found = of(room)
    cell = found.cell(only(found), town.id)
    assert cell.silent and cell.stances == () and only(found).independent == (0, 0)
    assert found.cell(only(found), OWN).stances == ("support",)  # the outlet still says it


def test_who_did_not_say_it_does_not_support_it(room: Newsroom) -> None:
    claim, town = room.claim("Rice is short"), room.source("The town")
    at = room.article("Herald", "Rice", "The town did not say that rice is short.")
    room.says(room.mark(at, "source", "The town", town), room.mark(at, "claim", "rice is short", claim), polarity="-")
    assert only(of(room)).independent == (0, 0) and only(of(room)).by("support") == ()


# -- what is gathered ------------------------------------------------------------------------------------------------


def test_chosen_articles_bring_their_claims_and_the_trash_is_left_out(room: Newsroom) -> None:
    one, two = room.claim("Rice is short"), room.claim("The bridge is closed")
    here, there = (
        room.article("Herald", "Rice", "Rice is short."),
        room.article("Post", "Bridge", "The bridge is closed."),
    )
    first, second = (
        room.mark(here, "claim", "Rice is short", one),
        room.mark(there, "claim", "The bridge is closed", two),
    )
    room.relate("same_claim", first, second)
    assert [row.claim for row in of(room, [here]).rows] == [one]
    assert only(of(room, [here])).mentions == (first,)
    assert [row.articles for row in of(room).rows] == [(here,), (there,)]
    room.library.apply(edits.set_state([room.library.article(there)], State.TRASHED))
    assert [row.articles for row in of(room).rows] == [(here,), ()]


def test_marks_without_a_claim_are_rows_and_those_that_say_the_same_are_one(room: Newsroom) -> None:
    at = room.article("Herald", "Rice", "Rice is short.", "There is no rice.", "The bridge is closed.")
    first, second, third = (room.mark(at, "claim", w) for w in ("Rice is short", "There is no rice", "The bridge is"))
    assert len(of(room).rows) == 3
    room.relate("same_claim", first, second)
    assert ids(of(room)) == {(first.id, second.id), (third.id,)}
    claim = room.made(claims.new_claim([first]), Claim)
    assert ids(of(room)) == {(first.id, second.id), (third.id,)}
    assert [m.id for r in of(room).rows if r.claim == claim for m in r.mentions] == [first.id, second.id]


def ids(found: Board) -> set[tuple[str, ...]]:
    return {tuple(m.id for m in row.mentions) for row in found.rows}
