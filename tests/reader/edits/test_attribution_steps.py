"""An attribution entered step by step: what each step stores, and what it reads off the characters."""

from __future__ import annotations

import pytest

from reader import edits
from reader.edits import Edit, attribution_steps
from reader.edits.attribution import attribute, attribution_of
from reader.model.annotations import Annotation, Relation
from reader.model.articles import Block, BlockKind, Metadata, Revision
from reader.model.claims import Source
from reader.model.labels import CLAIM, CUE, DENIAL, SOURCE, Label
from reader.model.spans import Span
from reader.model.stamps import now

TEXT = (
    "Orla Venn said the dam “holds well” and that the council, which she calls “idle”, denies it leaks.\n"
    "“We fear that it leaks,” said the council. It's old."
)
REVISION = Revision("r", "a", TEXT, (Block(Span(0, len(TEXT)), BlockKind.PARAGRAPH),), Metadata(), now())


def mark(words: str, label: Label = CLAIM, at: int = 0) -> Annotation:
    start = TEXT.index(words, at)
    made = edits.annotate(REVISION, [Span(start, start + len(words))], label).swaps[0].after
    assert isinstance(made, Annotation)
    return made


def relation(edit: Edit) -> Relation:
    found = edit.swaps[-1].after
    assert isinstance(found, Relation)
    return found


def source(name: str, *aliases: str) -> Source:
    return Source(name.lower(), name, now(), now(), aliases)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("We fear that it leaks", "direct"), ("“We fear that it leaks,”", "direct"), ("it leaks,", "direct"),
        ("the dam “holds well”", "mixed"), ("the council, which she calls “idle”", "mixed"),
        ("denies it leaks", "indirect"), ("said the council", "indirect"), ("It's old", "indirect"),
    ],
)  # fmt: skip
def test_quotation_marks_say_how_words_are_quoted(words: str, kind: str) -> None:
    at = TEXT.index("“We") if words == "it leaks," else 0
    assert attribution_steps.quote_type(TEXT, mark(words, at=at).anchor.spans) == kind


def test_what_is_begun_notes_the_quotation_and_makes_its_mark_in_the_same_step() -> None:
    content = mark("the dam “holds well”")
    edit = attribution_steps.begun(content, TEXT, {"attribution_type": "belief"}, known=False)
    assert edit.swaps[0].after == content and len(edit.swaps) == 2
    assert dict(relation(edit).attributes) == {"attribution_type": "belief", "quote_type": "mixed"}


def test_a_promise_comments_but_a_denied_one_denies() -> None:
    told = {"attribution_type": "eventuality"}
    assert relation(attribution_steps.begun(mark("it leaks"), TEXT, told)).attributes["stance"] == "comment"
    denial = attribution_steps.begun(mark("denies it leaks", DENIAL), TEXT, told | {"stance": "deny"})
    assert relation(denial).attributes["stance"] == "deny"


def test_a_source_that_is_given_is_known_by_its_name_or_new() -> None:
    begun = relation(attribution_steps.begun(mark("it leaks"), TEXT, {}))
    cases: list[tuple[Source | None, str]] = [
        (None, "stated"), (source("orla venn"), "resolved"), (source("The engineer", "Orla Venn"), "resolved"),
        (source("Orla"), "stated"),
    ]  # fmt: skip
    for known, basis in cases:
        words = mark("Orla Venn", SOURCE)
        edit = attribution_steps.given(begun, "to", words, [known] if known else [], known=False)
        made = [s.after for s in edit.swaps if isinstance(s.after, Source)]
        (after,) = [s.after for s in edit.swaps if isinstance(s.after, Annotation)]
        assert after.attributes == {"identity_basis": basis}
        assert after.about == (known.id if basis == "resolved" and known else made[0].id)
        assert len(made) == (basis == "stated") and all(s.name == "Orla Venn" for s in made)
        held = attribution_of(relation(edit))
        assert held is not None and held.source == (words.id,)


def test_a_mark_that_is_there_is_only_given_its_role() -> None:
    begun = relation(attribution_steps.begun(mark("it leaks"), TEXT, {}))
    edit = attribution_steps.given(begun, "cue", mark("said", CUE))
    assert [type(s.entity) for s in edit.swaps] == [Relation]


def test_another_source_takes_the_place_of_the_one_that_nothing_else_mentions() -> None:
    one, other = source("she"), source("Orla Venn")
    words = mark("she", SOURCE)
    edit = attribution_steps.mentioned(words, other, one)
    assert edit.name == "Mention source" and edit.swaps[1].after is None and edit.swaps[1].before == one
    after = edit.swaps[0].after
    assert isinstance(after, Annotation) and after.about == other.id
    assert after.attributes == {"identity_basis": "resolved"}
    assert not attribution_steps.mentioned(after, other, other).swaps


def test_words_are_nested_in_the_closest_report_around_them() -> None:
    wide = mark("the dam “holds well” and that the council, which she calls “idle”, denies it leaks")
    near, inner = mark("denies it leaks", DENIAL), mark("it leaks")
    far, close = attribute([wide]).swaps[0].after, attribute([near]).swaps[0].after
    assert isinstance(far, Relation) and isinstance(close, Relation)
    marks = {m.id: m for m in (wide, near, inner)}
    assert attribution_steps.around(inner, [far, close], marks) == close
    assert attribution_steps.around(near, [far, close], marks) == far
    assert attribution_steps.around(wide, [far, close], marks) is None


def attribution(content: Annotation, within: str = "", **attributes: str) -> Relation:
    made = attribute([content], attributes=attributes, within=within).swaps[0].after
    assert isinstance(made, Relation)
    return made


def test_a_deleted_source_leaves_the_attribution_and_deleted_words_take_it_along() -> None:
    content, source = mark("it leaks"), mark("the council", SOURCE)
    bare = relation(attribute([content], source=[source]))
    told = relation(attribute([content], source=[source], attributes={"factuality": "CT+"}))
    first, *rest = attribution_steps.deleted([source], [told]).swaps
    after = first.after
    assert isinstance(after, Relation) and [m.annotation_id for m in after.members] == [content.id]
    assert [s.before for s in rest] == [source] and rest[0].after is None
    assert all(s.after is None for s in attribution_steps.deleted([source], [bare]).swaps)
    gone = attribution_steps.deleted([content], [bare, told]).swaps
    assert [s.after for s in gone] == [None] * 3 and len(
        attribution_steps.deleted([content, source], [told]).swaps
    ) == 3


def test_what_lies_in_a_deleted_attribution_lies_in_what_was_around_it() -> None:
    outermost = attribution(mark("the dam “holds well”"))
    words = mark("denies it leaks")
    middle = attribution(words, within=outermost.id)
    inner = attribution(mark("it leaks"), within=middle.id)
    (swap,) = [s for s in attribution_steps.deleted([words], [middle], [inner]).swaps if s.before == inner]
    assert isinstance(swap.after, Relation) and swap.after.within == outermost.id


def test_a_source_joins_the_attribution_that_has_none() -> None:
    content, source = mark("it leaks"), mark("the council", SOURCE)
    open_one, implicit = attribution(content), attribution(content, explicitness="implicit")
    edit = attribution_steps.joined([implicit, open_one], content, source)
    assert edit is not None and edit.swaps[0].before == open_one
    assert attribution_steps.joined([implicit], content, source) is None
    assert attribution_steps.joined([relation(edit)], content, source) is None
