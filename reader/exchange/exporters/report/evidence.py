"""The evidence on one claim, numbered, with where each piece is and which copy of it was kept."""

from __future__ import annotations

from collections.abc import Iterator

from reader.board.values import Row
from reader.exchange.exporters.paper.parts import Heading, Paragraph, Part, Piece, Quotation, Words, linked, plain
from reader.exchange.exporters.report.wording import Wording, short
from reader.model.claims import Evidence


class Evidences:
    """`numbers` are those of the pieces of evidence, by their ids."""

    def __init__(self, number: int, row: Row, wording: Wording) -> None:
        self._row, self._wording = row, wording
        self.numbers = {e.id: f"{number}.{n}" for n, e in enumerate(row.evidence, 1)}

    def parts(self) -> Iterator[Part]:
        """Yield a heading and each piece of evidence."""
        say = self._wording.say
        yield Heading(3, plain(say("evidence")))
        if not self._row.evidence:
            yield Paragraph(plain(say("no_evidence")))
        for one in self._row.evidence:
            yield from self._one(one)

    def _one(self, evidence: Evidence) -> Iterator[Part]:
        say = self._wording.say
        head = [say.value("bearing", evidence.bearing)] if evidence.bearing else []
        head += [say.value("grade", evidence.grade)] if evidence.grade else []
        title = f": {evidence.title}" if evidence.title else ""
        yield Paragraph(
            (
                Piece(say("evidence_number", self.numbers[evidence.id]), bold=True),
                Piece(f" — {', '.join(head)}{title}"),
            ),
            "who",
        )
        place = self._place(evidence)
        if quote := self._quote(evidence):
            yield Quotation(plain(quote), place)
        else:
            yield Paragraph(place)
        lines = [*self._kept(evidence)]
        lines += [say("retrieved", say.day(evidence.retrieved))] if evidence.retrieved else []
        lines += [say("note", evidence.note)] if evidence.note else []
        if lines:
            yield Paragraph(plain("\n".join(lines)), "facts")

    def _quote(self, evidence: Evidence) -> str:
        mark = self._wording.story.marks.get(evidence.target) if evidence.form == "span" else None
        return evidence.excerpt or (mark.anchor.quote if mark is not None else "")

    def _place(self, evidence: Evidence) -> Words:
        wording, say = self._wording, self._wording.say
        if evidence.form == "span":
            mark = wording.story.marks.get(evidence.target)
            return wording.place(mark.article_id) if mark is not None else plain(say("words_elsewhere"))
        if evidence.form == "file":
            return plain(say("file_kept", evidence.target))
        return linked(evidence.target, evidence.target)

    def _kept(self, evidence: Evidence) -> Iterator[str]:
        """Which copy of an address is kept among the articles."""
        if evidence.form != "address":
            return
        story, say = self._wording.story, self._wording.say
        article = story.article_at(evidence.target)
        if article is None:
            yield say("not_archived")
            return
        kept = story.kept[article.id]
        when = say.moment(kept.captured)
        yield say("archived", when, kept.original) if kept.original else say("archived_text", when)


def in_short(evidence: Evidence) -> str:
    """Return what a piece of evidence is called."""
    return evidence.title or short(evidence.excerpt) or evidence.target
