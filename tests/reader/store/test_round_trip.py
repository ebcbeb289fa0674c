"""Values that go through the store come back equal."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader import edits
from reader.model.annotations import Anchor, Annotation, Member, Relation
from reader.model.articles import Article, Block, BlockKind, InlineKind, InlineMark, LeftOut, Metadata, Revision, State
from reader.model.claims import Claim, ClaimRecord, Evidence, Related, Review, Sentence, Source
from reader.model.labels import BUILTIN, Label, Underline
from reader.model.pages import Original, Picture
from reader.model.spans import Span
from reader.model.stamps import new_id
from reader.store import Library
from reader.text.invariants import frozen

words = st.text(max_size=40).map(frozen)
tags = st.lists(words, max_size=3).map(tuple)
times = st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1)).map(lambda t: t.replace(tzinfo=UTC))
values = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | words, lambda x: st.lists(x, max_size=2), max_leaves=4
)
extra = st.dictionaries(words, values, max_size=3)


@st.composite
def revisions(draw: st.DrawFn, article_id: str) -> Revision:
    text = "\n".join(draw(st.lists(words.map(lambda w: w.replace("\n", " ")), min_size=1, max_size=5))) + "."
    blocks, position = [], 0
    for line in text.split("\n"):
        kind, attrs = draw(st.sampled_from(list(BlockKind))), draw(st.dictionaries(words, words, max_size=2))
        blocks.append(Block(Span(position, position + len(line)), kind, draw(st.integers(0, 6)), attrs))
        position += len(line) + 1
    marks = tuple(
        InlineMark(Span(0, len(text)), k, draw(words))
        for k in draw(st.lists(st.sampled_from(list(InlineKind)), max_size=2))
    )
    left = tuple(
        LeftOut(t, "navigation", n, BlockKind.HEADING, 2) for n, t in enumerate(draw(st.lists(words, max_size=2)))
    )
    metadata = Metadata(
        draw(words),
        draw(words),
        site=draw(words),
        tags=draw(tags),
        basis=draw(st.dictionaries(words, words, max_size=2)),
    )
    return Revision(
        new_id(), article_id, text, tuple(blocks), metadata, draw(times), marks, left, draw(tags), draw(words)
    )


@st.composite
def desks(draw: st.DrawFn) -> list[edits.Entity]:
    id = new_id()
    revision = draw(revisions(id))
    original = Original.of(draw(st.binary(max_size=60)), "text/html", draw(words))
    picture = Picture("ab" * 32, "image/png", draw(st.binary(max_size=40)), 3, 4)
    article = Article(
        id, revision.id, draw(words), draw(times), draw(words), draw(words), draw(words), "2026-01-02", "stated", "id",
        draw(words), draw(st.sampled_from(list(State))), draw(tags), 7, draw(extra),
    )  # fmt: skip
    size = len(revision.text)
    marks = []
    for _ in range(draw(st.integers(1, 4))):
        ends = sorted(draw(st.lists(st.integers(0, size), min_size=4, max_size=4)))
        spans = (Span(ends[0], ends[1]), Span(ends[2], ends[3]))[: draw(st.integers(1, 2))]
        anchor = Anchor(
            revision.id, spans, edits.JOIN.join(s.of(revision.text) for s in spans), draw(words), draw(words)
        )
        marks.append(Annotation(
            new_id(), id, "claim", anchor, draw(times), draw(times), draw(words), draw(tags), draw(extra), draw(words),
            draw(extra), draw(words),
        ))  # fmt: skip
    members = (Member("from", marks[0].id), Member("to", marks[-1].id), Member("via", marks[0].id))
    relation = Relation(
        new_id(), "attributed_to", members, draw(times), draw(words), draw(extra), draw(words), draw(extra), new_id()
    )
    label = Label(new_id(), draw(words), "4", "teal", Underline.DASHED, 9)
    return [original, picture, article, revision, *marks, relation, label, *draw(known())]


@st.composite
def known(draw: st.DrawFn) -> list[ClaimRecord]:
    """A claim, a source, evidence and a review."""
    claim = Claim(
        new_id(), draw(words), draw(times), draw(times), draw(words), "causal", "CFS", "2026-11", "stated", draw(words),
        (Related("contradicts", new_id()),), "3", draw(words), draw(words), draw(extra),
    )  # fmt: skip
    source = Source(new_id(), draw(words), draw(times), draw(times), draw(tags), party=new_id(), reliability="B")
    evidence = Evidence(new_id(), claim.id, "refutes", "address", draw(words), draw(times), excerpt=draw(words))
    why = (Sentence(draw(words), (evidence.id,)), Sentence(draw(words)))
    review = Review(new_id(), claim.id, draw(times), draw(times), "done", "refuted", justification=why)
    return [claim, source, evidence, review]


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(things=desks())
def test_everything_comes_back_equal_and_undo_takes_it_away(things: list[edits.Entity], tmp_path: Path) -> None:
    path = tmp_path / f"{new_id()}.tilik"
    edit = edits.Edit("Put", tuple(edits.Swap(None, t) for t in things))
    with Library.open(path) as library:
        library.apply(edit)
    with Library.open(path) as library:
        kinds = {Article: library.article, Revision: library.revision, Original: library.original,
                 Picture: library.picture, Annotation: library.annotation}  # fmt: skip
        for thing in things:
            if type(thing) in kinds:
                assert kinds[type(thing)](thing.id) == thing
        article = next(t for t in things if isinstance(t, Article))
        assert library.relations(article.id) == [t for t in things if isinstance(t, Relation)]
        assert set(library.labels()) == {*BUILTIN, *(t for t in things if isinstance(t, Label))}
        assert library.check() == []
        library.undo()
        assert library.count() == 0 and library.labels() == BUILTIN
        library.redo()
        assert library.article(article.id) == article
