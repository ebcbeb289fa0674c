"""The marks of a report's articles that nobody's words on a claim are: each with its label, words, note and tags."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from reader.exchange.exporters.paper.attributes import attributes_said
from reader.exchange.exporters.paper.parts import Heading, Paragraph, Part, Piece, Quotation, plain
from reader.exchange.exporters.report.wording import Wording
from reader.model.annotations import Annotation


def other_marks(wording: Wording) -> Iterator[Part]:
    """Yield a heading and the marks, by article in the order of their texts; nothing when there is none."""
    say, story = wording.say, wording.story
    spoken = {v.mark.id for row in story.rows for v in row.voices if v.stance != "silent"}
    others = [mark for mark in story.marks.values() if mark.id not in spoken]
    if not others:
        return
    yield Heading(1, plain(say("other_marks")), "other-marks")
    for article_id, marks in groupby(others, key=lambda mark: mark.article_id):
        yield Heading(2, plain(story.articles[article_id].title or say("article")))
        for mark in marks:
            yield from _mark(mark, wording)


def _mark(mark: Annotation, wording: Wording) -> Iterator[Part]:
    say = wording.say
    by = f" — {mark.annotator}" if mark.annotator else ""
    yield Paragraph((Piece(wording.story.labels.get(mark.label, mark.label), bold=True), Piece(by)), "who")
    yield Quotation(plain(mark.anchor.quote or say("no_words")), ())
    lines = [say("note", mark.note)] if mark.note else []
    lines += [say("tags", ", ".join(mark.tags))] if mark.tags else []
    lines += attributes_said(mark.attributes, say)
    if lines:
        yield Paragraph(plain("\n".join(lines)), "facts")
