"""An attribution entered step by step: what each step stores, and what it reads off the characters."""

from __future__ import annotations

import pytest

from reader import composing, edits
from reader.attributing import attribute, attribution_of
from reader.claims import Source
from reader.edits import Edit
from reader.labels import CLAIM, CUE, DENIAL, SOURCE
from reader.model import Annotation, Block, BlockKind, Label, Metadata, Relation, Revision, Span, now

TEXT = (
    "Orla Venn said the dam “holds well” and that the council, which she calls “idle”, denies it leaks.\n"
    "“We fear that it leaks,” said the council. It's old."
)
REVISION = Revision("r", "a", TEXT, (Block(Span(0, len(TEXT)), BlockKind.PARAGRAPH),), Metadata(), now())


def mark(words: str, label: Label = CLAIM, at: int = 0) -> Annotation:
    start = TEXT.index(words, at)
    made = edits.highlight(REVISION, [Span(start, start + len(words))], label).swaps[0].after
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
    assert composing.quote_type(TEXT, mark(words, at=at).anchor.spans) == kind


def test_what_is_begun_notes_the_quotation_and_makes_its_mark_in_the_same_step() -> None:
    content = mark("the dam “holds well”")
    edit = composing.begun(content, TEXT, {"attribution_type": "belief"}, known=False)
    assert edit.swaps[0].after == content and len(edit.swaps) == 2
    assert dict(relation(edit).attributes) == {"attribution_type": "belief", "quote_type": "mixed"}


def test_a_promise_comments_but_a_denied_one_denies() -> None:
    told = {"attribution_type": "eventuality"}
    assert relation(composing.begun(mark("it leaks"), TEXT, told)).attributes["stance"] == "comment"
    denial = composing.begun(mark("denies it leaks", DENIAL), TEXT, told | {"stance": "deny"})
    assert relation(denial).attributes["stance"] == "deny"


def test_a_source_that_is_given_is_known_by_its_name_or_new() -> None:
    begun = relation(composing.begun(mark("it leaks"), TEXT, {}))
    cases: list[tuple[Source | None, str]] = [
        (None, "stated"), (source("orla venn"), "resolved"), (source("The engineer", "Orla Venn"), "resolved"),
        (source("Orla"), "stated"),
    ]  # fmt: skip
    for known, basis in cases:
        words = mark("Orla Venn", SOURCE)
        edit = composing.given(begun, "to", words, [known] if known else [], known=False)
        made = [s.after for s in edit.swaps if isinstance(s.after, Source)]
        (after,) = [s.after for s in edit.swaps if isinstance(s.after, Annotation)]
        assert after.attributes == {"identity_basis": basis}
        assert after.about == (known.id if basis == "resolved" and known else made[0].id)
        assert len(made) == (basis == "stated") and all(s.name == "Orla Venn" for s in made)
        held = attribution_of(relation(edit))
        assert held is not None and held.source == (words.id,)


def test_a_mark_that_is_there_is_only_given_its_role() -> None:
    begun = relation(composing.begun(mark("it leaks"), TEXT, {}))
    edit = composing.given(begun, "cue", mark("said", CUE))
    assert [type(s.entity) for s in edit.swaps] == [Relation]


def test_another_source_takes_the_place_of_the_one_that_nothing_else_mentions() -> None:
    one, other = source("she"), source("Orla Venn")
    words = mark("she", SOURCE)
    edit = composing.mentioned(words, other, one)
    assert edit.name == "Mention source" and edit.swaps[1].after is None and edit.swaps[1].before == one
    after = edit.swaps[0].after
    assert isinstance(after, Annotation) and after.about == other.id
    assert after.attributes == {"identity_basis": "resolved"}
    assert not composing.mentioned(after, other, other).swaps


def test_words_are_nested_in_the_closest_report_around_them() -> None:
    wide = mark("the dam “holds well” and that the council, which she calls “idle”, denies it leaks")
    near, inner = mark("denies it leaks", DENIAL), mark("it leaks")
    far, close = attribute([wide]).swaps[0].after, attribute([near]).swaps[0].after
    assert isinstance(far, Relation) and isinstance(close, Relation)
    marks = {m.id: m for m in (wide, near, inner)}
    assert composing.around(inner, [far, close], marks) == close
    assert composing.around(near, [far, close], marks) == far
    assert composing.around(wide, [far, close], marks) is None
