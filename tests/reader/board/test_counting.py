"""On how many independent words a claim rests: what a capture changed, what is passed on, who is not identified."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.board.counting import counted
from reader.board.values import Row
from reader.edits import claims
from reader.model.annotations import Annotation
from reader.model.claims import Claim, Source
from reader.revisions import carry_marks
from reader.store import Library
from tests.newsroom import Newsroom
from tests.reader.board.whole_board import board, gather

ORGANISATION = {"kind": "named_organisation"}
PERMIT = "The ministry says that the permit is valid until 2028."


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Newsroom]:
    with Library.open(tmp_path / "room.tilik") as library:
        yield Newsroom(library)


def only(room: Newsroom) -> Row:
    (row,) = board(gather(room.library)).rows
    return row


def reasons(room: Newsroom) -> list[str]:
    return [why for _, why in counted(only(room).by("support"))]


def standings(room: Newsroom) -> list[str]:
    return [voice.standing for voice in only(room).by("support")]


def quoted(room: Newsroom, site: str, who: Source | None, name: str, claim: Claim, via: str = "") -> str:
    """An article in which `name` says it, told by `via`; its id."""
    at = room.article(site, "Fish", f"{via}: {name} said that 40 tonnes of fish died.")
    source, words = room.mark(at, "source", name, who), room.mark(at, "claim", "40 tonnes of fish died", claim)
    room.says(source, words, via=room.mark(at, "source", via) if via else None)
    return at


# -- what a newer capture did ------------------------------------------------------------------------------------


def permit(room: Newsroom, *, cue: bool = False) -> tuple[str, Annotation]:
    """One article in which the ministry says it; its id and the claim's mark."""
    at = room.article("Herald", "Permit", PERMIT, "The plant stands at the bay.")
    ministry = room.source("The ministry", **ORGANISATION)
    words = room.mark(at, "claim", "the permit is valid until 2028", room.claim("The permit is valid until 2028"))
    made = room.says(room.mark(at, "source", "The ministry", ministry), words)
    if cue:
        from reader.edits.attribution import CUE, set_member

        room.library.apply(set_member(made, CUE, room.mark(at, "cue", "says")))
    return at, words


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        (PERMIT, ""),
        (PERMIT.replace("2028", "2027"), "changed"),
        ("The fence was painted in a fresh green.", "removed"),
    ],
)
def test_words_that_the_publisher_changed_or_took_back_do_not_count(room: Newsroom, text: str, standing: str) -> None:
    at, _ = permit(room)
    assert only(room).independent == (1, 1)
    room.capture_again(at, "Permit", text, "The plant stands at the bay.")
    assert standings(room) == reasons(room) == [standing]
    assert only(room).independent == ((0, 0) if standing else (1, 1))


def test_a_mark_that_was_confirmed_on_the_new_words_counts_again(room: Newsroom) -> None:
    at, words = permit(room)
    room.capture_again(at, "Permit", PERMIT.replace("2028", "2027"), "The plant stands at the bay.")
    assert only(room).independent == (0, 0)
    room.library.apply(carry_marks.confirm(room.library.annotation(words.id)))
    assert standings(room) == [""] and only(room).independent == (1, 1)


def test_one_that_was_left_on_the_older_text_stands_on_words_that_are_gone(room: Newsroom) -> None:
    at, words = permit(room)
    before = room.revisions[at]
    room.capture_again(at, "Permit", PERMIT.replace("2028", "2027"), "The plant stands at the bay.")
    room.library.apply(carry_marks.leave(room.library.annotation(words.id), {before.id: before}))
    assert standings(room) == ["removed"] and only(room).independent == (0, 0)


def test_whoever_is_named_or_said_to_say_it_in_other_words_now_does_not_count_either(room: Newsroom) -> None:
    at, _ = permit(room, cue=True)
    room.capture_again(
        at, "Permit", PERMIT.replace("says that", "never said that"), "The plant stands at the bay."
    )  # fmt: skip
    assert only(room).independent == (0, 0)
    assert standings(room) in (["changed"], ["unconfirmed"], ["removed"])


def test_another_paper_that_still_quotes_the_same_source_goes_on_counting(room: Newsroom) -> None:
    claim, office = room.claim("40 tonnes of fish died"), room.source("Harbour office", **ORGANISATION)
    first = quoted(room, "Herald", office, "Harbour office", claim)
    quoted(room, "Post", office, "Harbour office", claim)
    assert reasons(room) == ["", "again"]
    room.capture_again(first, "Fish", ": Harbour office said that 12 tonnes of fish died.")
    assert reasons(room)[1] == "" and only(room).independent == (1, 1)


# -- who is passed on ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("via", ["Suara Pesisir", "suarapesisir.example", "The Suara Pesisir"])
def test_what_comes_through_an_outlet_that_stands_in_the_row_is_not_counted_again(room: Newsroom, via: str) -> None:
    claim, group = room.claim("40 tonnes of fish died"), room.source("KNTK", **ORGANISATION)
    quoted(room, "Suara Pesisir", group, "KNTK", claim)
    quoted(room, "Antar Kabar", None, "a fishermen's group", claim, via)
    assert reasons(room) == ["", "through"]
    assert only(room).independent == (1, 1)


def test_nor_through_an_outlet_that_states_the_claim_in_its_own_voice(room: Newsroom) -> None:
    claim, minister = room.claim("40 tonnes of fish died"), room.source("Oda Priyanka", kind="named_person")
    here = room.article("Herald", "Fish", "At the bay 40 tonnes of fish died.")
    room.mark(here, "claim", "40 tonnes of fish died", claim)
    quoted(room, "Post", minister, "Oda Priyanka", claim, "Herald")
    assert reasons(room) == ["outlet", "through"] and only(room).independent == (0, 0)


def test_an_outlet_that_is_quoted_itself_is_its_article_again(room: Newsroom) -> None:
    claim, group = room.claim("40 tonnes of fish died"), room.source("KNTK", **ORGANISATION)
    outlet = room.source("Suara Pesisir", kind="media_outlet")
    quoted(room, "Suara Pesisir", group, "KNTK", claim)
    quoted(room, "Antar Kabar", outlet, "Suara Pesisir", claim)
    assert reasons(room) == ["", "through"]


def test_nor_through_a_speaker_that_stands_in_the_row(room: Newsroom) -> None:
    claim, office = room.claim("40 tonnes of fish died"), room.source("Harbour office", **ORGANISATION)
    quoted(room, "Herald", office, "Harbour office", claim)
    quoted(room, "Post", room.source("Oda Priyanka", kind="named_person"), "Oda Priyanka", claim, "Harbour office")
    assert reasons(room) == ["", "through"]


def test_through_an_outlet_that_is_not_in_the_row_it_counts(room: Newsroom) -> None:
    claim, group = room.claim("40 tonnes of fish died"), room.source("KNTK", **ORGANISATION)
    quoted(room, "Antar Kabar", group, "KNTK", claim, "Suara Pesisir")
    assert reasons(room) == [""]


def test_two_outlets_that_quote_each_other_are_one_at_most_and_none_for_certain(room: Newsroom) -> None:
    claim = room.claim("40 tonnes of fish died")
    quoted(room, "Herald", room.source("Oda Priyanka", kind="named_person"), "Oda Priyanka", claim, "Post")
    quoted(room, "Post", room.source("Mira Tandika", kind="named_person"), "Mira Tandika", claim, "Herald")
    assert reasons(room) == ["unidentified", "through"] and only(room).independent == (0, 1)


# -- who is not identified -----------------------------------------------------------------------------------------


def test_whoever_is_not_identified_makes_a_range(room: Newsroom) -> None:
    claim = room.claim("40 tonnes of fish died")
    quoted(room, "Herald", room.source("KNTK", **ORGANISATION), "KNTK", claim)
    quoted(room, "Post", None, "Fishermen", claim)
    quoted(room, "Echo", room.source("a fishermen's group"), "a fishermen's group", claim)
    found = only(room).independent
    assert (found, found.unidentified, found.figure) == ((1, 3), 2, "1–3")


def test_one_name_in_two_papers_may_be_two_people_until_it_is_made_one_source(room: Newsroom) -> None:
    claim = room.claim("40 tonnes of fish died")
    for site in ("Herald", "Post"):
        quoted(room, site, None, "a fisherman", claim)
    assert only(room).independent == (0, 2)
    marks = [m for m in gather(room.library).marks if m.label == "source"]
    made = room.made(claims.new_source(marks, "a fisherman", fields={"kind": "unnamed_person"}), Source)
    assert only(room).independent == (0, 1)
    room.library.apply(claims.change(made, {"kind": "named_person", "name": "Wayan Sudarma"}))
    assert only(room).independent == (1, 1)


def test_of_a_party_that_is_identified_one_voice_is_certain_whoever_speaks(room: Newsroom) -> None:
    claim, office = room.claim("40 tonnes of fish died"), room.source("Harbour office", **ORGANISATION)
    for site, name in (("Herald", "a spokesman"), ("Post", "an employee")):
        quoted(room, site, room.source(name, kind="unnamed_person", party=office.id), name, claim)
    assert reasons(room) == ["", "unidentified"] and only(room).independent == (1, 2)
