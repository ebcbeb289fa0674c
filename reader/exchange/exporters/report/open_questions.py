"""What is not settled yet: it stands first in a report, since it is what the desk has to do."""

from __future__ import annotations

from collections.abc import Iterator

from reader.board.values import Row
from reader.board.voice import Voice
from reader.exchange.exporters.paper.parts import Bullets, Heading, Item, Paragraph, Part, Piece, Words, plain
from reader.exchange.exporters.report.wording import Wording, short
from reader.model.vocabulary import SILENT

UNANSWERED = ("no_comment", "declined", "not_reached", SILENT)


def open_questions(rows: list[Row], wording: Wording) -> Iterator[Part]:
    """Yield a heading, and each kind of question with the claims that it is about."""
    say = wording.say
    yield Heading(1, plain(say("open")), "open")
    numbered = list(enumerate(rows, 1))
    kinds = {
        "no_verdict": [_without_verdict(n, row, wording) for n, row in numbered if not has_verdict(row)],
        "no_answer": [_unanswered(n, row, v, wording) for n, row in numbered for v in unanswered(row)],
        "thin": [_thin(n, row, wording) for n, row in numbered if row.independent.most <= 1],
        "conflict": [wording.reference(n, row) for n, row in numbered if is_conflicting(row)],
        "changed": [wording.reference(n, row) for n, row in numbered if row.standings],
        "nobodys": [
            (*plain(f"“{short(m.anchor.quote)}” "), *_about(n, row, wording))
            for n, row in numbered
            for m in row.unsourced
        ],
    }
    for key, found in kinds.items():
        if found:
            yield Heading(2, plain(say(key)), f"open-{key}")
            yield Bullets(tuple(Item(words) for words in found))
    if not any(kinds.values()):
        yield Paragraph(plain(say("nothing_open")))


def has_verdict(row: Row) -> bool:
    """Return whether it was decided what holds of a claim."""
    return row.review is not None and bool(row.review.verdict or row.review.rating)


def unanswered(row: Row) -> list[Voice]:
    """Return who was asked about a claim and gave no answer to it."""
    return [v for v in row.voices if v.form in UNANSWERED or v.stance == SILENT]


def is_conflicting(row: Row) -> bool:
    """Return whether evidence speaks for and against a claim, or its verdict says so."""
    bearings = {e.bearing for e in row.evidence}
    verdict = row.review.verdict if row.review is not None else ""
    return verdict == "conflicting_evidence" or {"supports", "refutes"} <= bearings


def _without_verdict(number: int, row: Row, wording: Wording) -> Words:
    said = wording.reference(number, row)
    if row.review is None:
        return said
    who = [wording.say("status", wording.say.value("status", row.review.status))]
    who += [row.review.reviewer] if row.review.reviewer else []
    return (*said, Piece(f" ({', '.join(who)})", muted=True))


def _unanswered(number: int, row: Row, voice: Voice, wording: Wording) -> Words:
    how = wording.say.value("response_form", voice.form or SILENT)
    return (
        Piece(wording.speaker(voice), bold=True), Piece(f": {how}, "), *_about(number, row, wording), Piece(" ("),
        *wording.place(voice.mark.article_id), Piece(")"),
    )  # fmt: skip


def _about(number: int, row: Row, wording: Wording) -> Words:
    before, _, after = wording.say("on_claim", "\0").partition("\0")
    return (Piece(before), Piece(f"{number}. {wording.claim(row)}", link=f"#claim-{number}"), Piece(after))


def _thin(number: int, row: Row, wording: Wording) -> Words:
    count = row.independent
    how = "thin_none" if count.most == 0 else "thin_one" if count.least else "thin_most"
    return (*wording.reference(number, row), Piece(f" ({wording.say(how)})", muted=True))
