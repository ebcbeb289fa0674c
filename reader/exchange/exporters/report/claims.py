"""Each claim of a report: what was found out, who stands where, how it came, and the evidence."""

from __future__ import annotations

from collections.abc import Iterator

from reader.board.counting import counted
from reader.board.values import Row
from reader.board.voice import Voice
from reader.exchange.exporters.paper.attributes import attributes_said
from reader.exchange.exporters.paper.parts import (
    Bullets,
    Heading,
    Item,
    Paragraph,
    Part,
    Piece,
    Quotation,
    Words,
    linked,
    plain,
)
from reader.exchange.exporters.report.evidence import Evidences
from reader.exchange.exporters.report.open_questions import has_verdict
from reader.exchange.exporters.report.wording import Wording, short
from reader.model.claims import Claim, Review, Sentence

STANCES = {"support": "say_so", "deny": "deny_it", "query": "question_it", "comment": "comment_it",
           "silent": "silent_on_it"}  # fmt: skip


class ClaimParts:
    """Writes the claims of one story."""

    def __init__(self, rows: list[Row], wording: Wording) -> None:
        self.rows, self.wording, self.say = rows, wording, wording.say
        self._numbers = {row.id: n for n, row in enumerate(rows, 1)}

    def parts(self) -> Iterator[Part]:
        """Yield all of them."""
        yield Heading(1, plain(self.say("each_claim")), "claims")
        for number, row in enumerate(self.rows, 1):
            yield Heading(
                2,
                plain(self.say("number", number, " ".join(row.wording.split()) or self.say("no_words"))),
                f"claim-{number}",
            )
            yield from self._facts(row.claim)
            evidence = Evidences(number, row, self.wording)
            yield from self._review(row, evidence)
            yield from self._voices(row)
            yield from evidence.parts()
            yield from self._related(row)

    def _facts(self, claim: Claim | None) -> Iterator[Part]:
        if claim is None:
            return
        if claim.translation:
            yield Paragraph(plain(self.say("translation", claim.translation)))
        said = [self.say.value("type", claim.type)] if claim.type else []
        said += [self.say.value("worth", claim.worth)] if claim.worth else []
        if claim.event_time:
            basis = self.say.value("event_time_basis", claim.event_time_basis) if claim.event_time_basis else ""
            said.append(self.say("event_time", self.say.day(claim.event_time) + (f" ({basis})" if basis else "")))
        said += [self.say("place", claim.place)] if claim.place else []
        said += [self.say("credibility", self.say.value("credibility", claim.credibility))] if claim.credibility else []
        if said:
            yield Paragraph(plain(" · ".join(said)), "facts")
        if claim.note:
            yield Paragraph(plain(self.say("note", claim.note)))

    # -- what was found out --------------------------------------------------------------------------------------------

    def _review(self, row: Row, evidence: Evidences) -> Iterator[Part]:
        review = row.review
        yield Paragraph(self._verdict(review), "result")
        if review is None:
            return
        if review.justification:
            yield Paragraph(plain(self.say("reasons")), "term")
            yield Bullets(tuple(Item(self._reason(one, evidence)) for one in review.justification))
        if review.note:
            yield Paragraph(plain(self.say("note", review.note)))

    def _verdict(self, review: Review | None) -> Words:
        say = self.say
        if review is None:
            return plain(say("verdict_none"), bold=True)
        named = say.value("verdict", review.verdict) if review.verdict else ""
        rated = say("rated", say.value("rating", review.rating)) if review.rating else ""
        head = say("verdict_is", ", ".join(x for x in (named, rated) if x)) if named or rated else say("verdict_none")
        said = [say("status", say.value("status", review.status))]
        said += [say("method", say.value("strategy", review.strategy))] if review.strategy else []
        said += [say("reviewer", review.reviewer)] if review.reviewer else []
        said += [say.day(review.date)] if review.date else []
        address = (Piece(" · "), *linked(review.address, review.address)) if review.address else ()
        return (Piece(head, bold=True), Piece("\n" + " · ".join(said)), *address)

    def _reason(self, sentence: Sentence, evidence: Evidences) -> Words:
        rests = [words for id in sentence.cites if (words := self._cited(id, evidence))]
        behind = f" ({self.say('rests_on', self.say.listed(rests))})" if rests else ""
        return (Piece(sentence.text), Piece(behind, muted=True))

    def _cited(self, id: str, evidence: Evidences) -> str:
        if number := evidence.numbers.get(id):
            return self.say("cites_evidence", number)
        mark = self.wording.story.marks.get(id)
        return self.say("cites_words", short(mark.anchor.quote)) if mark is not None else ""

    # -- who stands where ----------------------------------------------------------------------------------------------

    def _voices(self, row: Row) -> Iterator[Part]:
        if not row.voices:
            yield Paragraph(plain(self.say("no_voice")))
        else:
            count, against = row.independent, row.against
            said = self.say("independent", count.figure, against.figure)
            note = f" {self.say('range_note')}" if count.unidentified or against.unidentified else ""
            yield Paragraph((Piece(said, bold=True), Piece(note, muted=True)))
        for stance, key in STANCES.items():
            if voices := row.by(stance):
                yield Heading(3, plain(self.say(key)))
                for voice, why in counted(voices):
                    yield from self._voice(voice, why, is_silent=stance == "silent")

    def _voice(self, voice: Voice, why: str, *, is_silent: bool) -> Iterator[Part]:
        wording, mark = self.wording, voice.mark
        who = (Piece(wording.speaker(voice), bold=True), Piece(f" — {wording.manner(voice)}"))
        place = wording.place(mark.article_id)
        if is_silent:  # the words are those of somebody else
            yield Paragraph((*who, Piece(" ("), *place, Piece(")")), "who")
        else:
            yield Paragraph(who, "who")
            yield Quotation(plain(mark.anchor.quote or self.say("no_words")), place)
        lines = [self.say("exactly", voice.scope)] if voice.scope else []
        lines += [self.say("chain", chain)] if (chain := wording.chain(voice)) else []
        lines += [self.say("marks_note", mark.note)] if mark.note and not is_silent else []
        lines += [self.say("tags", ", ".join(mark.tags))] if mark.tags and not is_silent else []
        lines += [] if is_silent else attributes_said(mark.attributes, self.say)
        lines += [self.say("not_counted", wording.why(why))] if why and not is_silent else []
        if lines:
            yield Paragraph(plain("\n".join(lines)), "facts")

    def _related(self, row: Row) -> Iterator[Part]:
        links = row.claim.related if row.claim is not None else ()
        items = [
            self._relation(link.kind, self._numbers[link.claim_id]) for link in links if link.claim_id in self._numbers
        ]
        if items:
            yield Heading(3, plain(self.say("related")))
            yield Bullets(tuple(items))

    def _relation(self, kind: str, number: int) -> Item:
        return Item(
            (Piece(f"{self.say.value('related', kind)} "), *self.wording.reference(number, self.rows[number - 1]))
        )


def verdict_of(row: Row, wording: Wording) -> str:
    """Return the verdict on a claim in a few words."""
    if not has_verdict(row) or row.review is None:
        return wording.say("verdict_none")
    review = row.review
    return (
        wording.say.value("verdict", review.verdict) if review.verdict else wording.say.value("rating", review.rating)
    )
