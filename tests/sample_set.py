"""The annotated sample: which marks, notes, tags and links the finished article of `seeds/` carries.

`python -m tests.sample_set` writes it anew from the sample page, for when cleaning changes the page's text.
Ids and times are fixed, so that the same page gives the same bytes.
"""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from reader import edits
from reader.cleaning import clean
from reader.exchange.exporters import export, exporter
from reader.intake.add import article_of
from reader.model.annotations import Annotation, Member, Relation
from reader.model.articles import Article, Revision, State
from reader.model.dataset import Dataset, Document
from reader.model.labels import BUILTIN, CLAIM, DENIAL, SOURCE, Label
from reader.model.pages import Original, Page
from reader.model.spans import Span

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
PAGE = SEEDS / "tidewater-post-port-deal.html"
SET = SEEDS / "annotated" / "tidewater-post-port-deal.jsonl"
ANNOTATOR = "Sari"
CAPTURED = datetime(2026, 2, 16, 7, 12, tzinfo=UTC)
_NAMES = uuid.UUID("5d3b7c1e-2f64-4c0a-9a55-7b1de0f8a2c6")


class Marked(NamedTuple):
    """One mark to set: `key` names it here; each quote stands exactly once in the text."""

    key: str
    label: Label
    quotes: tuple[str, ...]
    note: str = ""
    tags: tuple[str, ...] = ()


def _m(key: str, label: Label, *quotes: str, note: str = "", tags: tuple[str, ...] = ()) -> Marked:
    return Marked(key, label, quotes, note, tags)


MARKS = (
    _m(
        "headline",
        CLAIM,
        "Harbour contract may be signed before audit ends",
        note="“May” holds up: the text speaks of a fear, and nobody says that a date is set.",
        tags=("hedged",),
    ),
    _m(
        "not offered",
        DENIAL,
        "The port operator has denied offering the dredging work to a company run by its chairman’s brother",
    ),
    _m(
        "before the audit",
        CLAIM,
        "the company running the country’s largest harbour will sign a dredging contract worth 240m crowns "
        "before state auditors have finished reading it",
        note="Ask the ministry for the audit’s terms: what would be unlawful about signing first?",
        tags=("to check", "hedged"),
    ),
    _m(
        "official",
        SOURCE,
        "a senior ministry official who asked not to be named because the audit is still open",
        note="Unnamed at own request, and the reason is given.",
        tags=("unnamed", "official"),
    ),
    _m("operator", SOURCE, "Amarin Ports, the operator", tags=("named",)),
    _m(
        "nothing decided",
        DENIAL,
        "denies that anything has been decided. “No contract has been awarded, signed or promised,”",
        note="Denies what has been done. It does not say what is planned, so the fear above stays open.",
        tags=("on the record", "scope"),
    ),
    _m("Belgrave", SOURCE, "its head of communications, Tomas Belgrave", tags=("named", "spokesman")),
    _m(
        "offered",
        CLAIM,
        "the work had been offered to Silverline Marine, a firm whose director is a brother of the Amarin chairman, "
        "Edvard Lund",
        note="Whose reports? The article does not say.",
        tags=("to check", "no source"),
    ),
    _m(
        "story is false",
        DENIAL,
        "rejected reports",
        "“That story is false,” he wrote",
        note="In two pieces. Asked about a meeting, he did not answer.",
        tags=("on the record",),
    ),
    _m(
        "minutes",
        SOURCE,
        "Minutes of a board meeting on 28 January, seen by The Tidewater Post",
        note="We have seen a copy only; the partner’s name is blacked out.",
        tags=("document",),
    ),
    _m(
        "preferred partner",
        CLAIM,
        "a “preferred partner” had been identified and that a letter of intent should follow “without delay”",
        tags=("to check",),
    ),
    _m(
        "two people",
        SOURCE,
        "Two people present at the meeting",
        note="No reason is given why they are not named.",
        tags=("unnamed",),
    ),
    _m("partner is Silverline", CLAIM, "the partner was Silverline", tags=("to check",)),
    _m("Okafor", SOURCE, "the union representative Ines Okafor", tags=("named",)),
    _m(
        "no name read",
        DENIAL,
        "no name had been read aloud",
        note="She denies that it was said, not that it is so.",
        tags=("scope",),
    ),
    _m("log", SOURCE, "the harbour master’s log", tags=("document",)),
    _m(
        "barges",
        CLAIM,
        "four hopper barges registered to Silverline passed the outer light on 9 February",
        note="The easiest one to check: ask for the page of the log.",
        tags=("to check",),
    ),
    _m("spokeswoman", SOURCE, "A spokeswoman declined to confirm", note="Not a denial.", tags=("no comment",)),
    _m("file extended", CLAIM, "the file had been extended to cover the chairman’s family", tags=("second-hand",)),
    _m(
        "Coast FM",
        SOURCE,
        "the radio station Coast FM",
        note="Relays sources that it does not name either.",
        tags=("media",),
    ),
    _m(
        "no interest",
        DENIAL,
        "he had “no interest, direct or indirect” in any dredging firm",
        note="A year old, and about himself: it says nothing of his brother.",
        tags=("scope",),
    ),
    _m("recording", SOURCE, "a recording published by the investor", tags=("document",)),
    _m("residents", SOURCE, "Residents of the Saltmarsh estate", tags=("unnamed",)),
    _m("no hearing", CLAIM, "they were promised a hearing that never took place"),
    _m(
        "leaflets",
        CLAIM,
        "leaflets were delivered to every household in December",
        note="A counter-claim. Leaflets are no hearing, so it denies nothing.",
        tags=("counter-claim",),
    ),
)

LINKS = (
    ("same_claim", "headline", "before the audit"),
    ("attributed_to", "before the audit", "official"),
    ("denies", "not offered", "offered"),
    ("attributed_to", "not offered", "operator"),
    ("attributed_to", "nothing decided", "Belgrave"),
    ("denies", "nothing decided", "preferred partner"),
    ("denies", "story is false", "offered"),
    ("attributed_to", "story is false", "Belgrave"),
    ("attributed_to", "preferred partner", "minutes"),
    ("attributed_to", "partner is Silverline", "two people"),
    ("denies", "no name read", "partner is Silverline"),
    ("attributed_to", "no name read", "Okafor"),
    ("attributed_to", "barges", "log"),
    ("evidence", "log", "offered"),
    ("attributed_to", "file extended", "Coast FM"),
    ("attributed_to", "no interest", "recording"),
    ("attributed_to", "no hearing", "residents"),
    ("attributed_to", "leaflets", "operator"),
)


def name(key: str) -> str:
    """The fixed id of a thing of the sample."""
    return str(uuid.uuid5(_NAMES, key))


def sample() -> tuple[Article, Revision]:
    """The sample page as an article that is done, with its ids and times."""
    page = Page(PAGE.name, PAGE.name, PAGE.read_bytes(), "text/html")
    article, revision = article_of(page, clean(page), Original.of(page.data, page.media_type, page.name))
    # A set holds no original, so that it names none.
    kept = replace(revision, id=name("revision"), article_id=name("article"), captured=CAPTURED, original_id="")
    tags = ("harbour", "sample")
    ids = {"id": kept.article_id, "revision_id": kept.id}
    return replace(article, **ids, added=CAPTURED, state=State.DONE, tags=tags), kept


def spans(text: str, marked: Marked) -> list[Span]:
    """Where the quotes stand; ValueError for one that is not there exactly once."""
    for quote in marked.quotes:
        if text.count(quote) != 1:
            raise ValueError(f"{marked.key}: {quote!r} stands {text.count(quote)} times in the sample")
    return [Span(text.index(quote), text.index(quote) + len(quote)) for quote in marked.quotes]


def annotations(revision: Revision) -> dict[str, Annotation]:
    """The marks by key, one made every forty seconds."""
    made: dict[str, Annotation] = {}
    for number, marked in enumerate(MARKS):
        at = CAPTURED + timedelta(minutes=5, seconds=40 * number)
        places = spans(revision.text, marked)
        edit = edits.annotate(
            revision, places, marked.label, ANNOTATOR, note=marked.note, tags=marked.tags, at=at, id=name(marked.key)
        )
        mark = edit.swaps[0].after
        assert isinstance(mark, Annotation)
        made[marked.key] = mark
    return made


def relations(marks: dict[str, Annotation]) -> list[Relation]:
    """The links between the marks."""
    return [
        Relation(
            name(f"{kind} {source} {target}"),
            kind,
            (Member("from", marks[source].id), Member("to", marks[target].id)),
            CAPTURED + timedelta(minutes=25, seconds=10 * number),
            annotator=ANNOTATOR,
        )
        for number, (kind, source, target) in enumerate(LINKS)
    ]


def document() -> Document:
    """The annotated sample, made from the page."""
    article, revision = sample()
    marks = annotations(revision)
    in_text_order = sorted(marks.values(), key=lambda mark: (mark.anchor.start, mark.anchor.end))
    return Document(article, revision, tuple(in_text_order), tuple(relations(marks)))


def write(target: Path) -> None:
    """Write the set to `target`."""
    dataset = Dataset("sample", BUILTIN, lambda: iter([document()]), 1)
    list(export(exporter("jsonl"), dataset, target))


if __name__ == "__main__":
    write(SET)
    print(SET)
