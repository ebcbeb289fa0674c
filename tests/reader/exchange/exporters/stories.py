"""A desk's story for bundles and publishers' formats: a page of the web, a transcript of the desk, claims, evidence."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from reader import edits
from reader.model.claims import Claim, Evidence, Review, Sentence, Source
from reader.model.pages import Original
from reader.store import Library
from tests.reader.exchange.exporters import made
from tests.reader.exchange.exporters.made import WHEN, uid

PAGE = Original.of(b"<html><h1>Mayor denies</h1></html>", "text/html", "/home/rina/bridge.html")
TRANSCRIPT = Original.of(b"Rahasia Hartati: the contract moved.", "text/plain", "rekaman.txt")
LETTER = Original.of(b"%PDF-1.4 a letter", "application/pdf", "surat.pdf")
LEAK = Original.of(b"%PDF-1.4 a leak", "application/pdf", "bocoran.pdf")
HIDDEN = Source(uid("hidden"), "Rahasia Hartati", WHEN, WHEN, kind="unnamed_person", ground_rules="off_the_record")
MAYOR = Source(uid("mayor"), "Dana Whitlock", WHEN, WHEN, kind="named_person", role="Mayor", affiliation="Ledger City")
LATE = Claim(uid("late"), "=The bridge is two years late", WHEN, WHEN, type="numerical", worth="CFS")
MOVED = Claim(uid("moved"), "The contract moved", WHEN + timedelta(1), WHEN)
REVIEW = Review(
    uid("review"), LATE.id, WHEN, WHEN, "published", "not_enough_evidence", "sebagian_benar",
    (Sentence("The contract says April.", (uid("letter"),)), Sentence("Nobody shows a plan.")), "written_evidence",
    "Budi", "2026-11-22", "https://desk.example/cek/bridge", "note of the desk",
)  # fmt: skip


def evidence(name: str, form: str, target: str, claim: Claim = LATE, **told: Any) -> Evidence:
    return Evidence(uid(name), claim.id, "refutes", form, target, WHEN, **told)


def fill(library: Library) -> None:
    """Put the story into an empty library."""
    bridge = made.english()
    source, claim, denial = bridge.annotations
    page = replace(bridge.article, published="2026-11-19", published_basis="stated", byline="City Desk")
    marks = (replace(source, about=MAYOR.id), replace(claim, about=LATE.id), replace(denial, about=LATE.id))
    denies = made.link("attributed_to", ("from", marks[2]), ("to", marks[0]), attributes={"stance": "deny"})
    says = made.link("attributed_to", ("from", marks[1]), ("to", marks[0]), attributes={"stance": "support"})
    lines = ["Talk", "Rahasia Hartati says the contract moved."]
    interview, spoken = made.article("talk", lines, added=WHEN + timedelta(1), origin="Rahasia.txt")
    voice = made.mark(spoken, "source", "Rahasia Hartati", about=HIDDEN.id)
    words = made.mark(spoken, "claim", "the contract moved", about=MOVED.id)
    secret = made.link("attributed_to", ("from", words), ("to", voice))
    pieces = (
        evidence("page", "address", "https://www.ledger.example/2026/bridge?utm_source=x", title="The page"),
        evidence("letter", "file", LETTER.id, title="Letter", retrieved="2026-11-21", grade="primary"),
        evidence("words", "span", marks[0].id),
        evidence("leak", "file", LEAK.id, MOVED),
        evidence("lost", "address", "https://gone.example/plan"),
    )
    things: tuple[edits.Entity, ...] = (
        PAGE, TRANSCRIPT, LETTER, LEAK, page, replace(bridge.revision, original_id=PAGE.id), interview,
        replace(spoken, original_id=TRANSCRIPT.id), *marks, voice, words, denies, says, secret, HIDDEN, MAYOR, LATE,
        MOVED, *pieces, REVIEW,
    )  # fmt: skip
    library.apply(edits.Edit("Add article", tuple(edits.Swap(None, thing) for thing in things)), who="Rina")
