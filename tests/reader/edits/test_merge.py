"""Two marks of one kind on nearly the same words: when they are near, and what becomes of what hangs on them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from reader import edits
from reader.edits import Edit, attribution, claims
from reader.edits.merge import merge, near
from reader.errors import LinkError
from reader.model.annotations import Annotation, Relation
from reader.model.articles import Article, Block, BlockKind, Metadata, Revision, fingerprint
from reader.model.claims import Claim, Evidence, Review, Sentence
from reader.model.labels import CLAIM, DENIAL, SOURCE, Label
from reader.model.spans import Span
from reader.model.stamps import new_id, now
from reader.store import Library

TEXT = (
    "The council said that “the dam at Orla holds well”, and the mayor denied it.\n"
    "L’usine a fermé. Sang nakhoda mengatakan kapal itu tenggelam, kata nakhoda. 🙂 It holds well."
)
ARTICLE = Article(new_id(), new_id(), "Orla dam", now())
REVISION = Revision(
    ARTICLE.revision_id, ARTICLE.id, TEXT, (Block(Span(0, len(TEXT)), BlockKind.PARAGRAPH),), Metadata(), now(),
    fingerprint=fingerprint(TEXT),
)  # fmt: skip


def mark(*words: str, label: Label = CLAIM, by: str = "", later: int = 0, **more: Any) -> Annotation:
    """A mark on these pieces of the text, made `later` minutes after the others; `more` are its fields."""
    spans = [Span(TEXT.index(piece), TEXT.index(piece) + len(piece)) for piece in words]
    time = now() + timedelta(minutes=later)
    made = Annotation(new_id(), ARTICLE.id, label.id, edits.anchor(REVISION, spans), time, time, annotator=by)
    return replace(made, **more)


def after(edit: Edit, id: str) -> object:
    """What became of the thing `id`."""
    return next(swap.after for swap in edit.swaps if getattr(swap.entity, "id", "") == id)


def kept_mark(edit: Edit) -> Annotation:
    found = edit.swaps[0].after
    assert isinstance(found, Annotation)
    return found


def relation(edit: Edit) -> Relation:
    found = edit.swaps[-1].after
    assert isinstance(found, Relation)
    return found


# -- what is near ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the dam at Orla holds well", "the dam at Orla holds well"),
        ("the dam at Orla holds well", "“the dam at Orla holds well”,"),
        ("the dam at Orla holds well", "dam at Orla holds well"),
        ("The council", "council"),
        ("L’usine", "usine"),
        ("Sang nakhoda", "nakhoda mengatakan kapal itu"[:7]),
        ("kapal itu tenggelam", "kapal itu tenggelam, "),
        ("🙂", "🙂"),
    ],
)
def test_words_that_differ_at_the_edges_only_are_near(one: str, other: str) -> None:
    first, second = mark(one), mark(other, later=1)
    assert near(first, [second]) == [second] and near(second, [first]) == [first]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the dam at Orla holds well", "the dam"),
        ("the dam at Orla holds well", "holds well"),
        ("The council", "the mayor"),
        ("kapal itu", "kapal itu tenggelam"),
        ("Sang nakhoda", "Sang"),
        ("🙂", "it.\nL’usine"),
    ],
)
def test_other_words_are_not_near(one: str, other: str) -> None:
    assert near(mark(one), [mark(other)]) == []


def test_the_same_words_elsewhere_are_not_near() -> None:
    first = mark("holds well")
    again = TEXT.rindex("holds well")
    there = replace(first, id="x", anchor=edits.anchor(REVISION, [Span(again, again + 10)]))
    assert near(first, [there]) == []


def test_another_label_text_or_the_mark_itself_is_not_near() -> None:
    one = mark("The council")
    elsewhere = replace(one, id="x", anchor=replace(one.anchor, revision_id="another"))
    assert near(one, [one, mark("The council", label=SOURCE), elsewhere]) == []


def test_marks_of_other_people_are_near_only_when_they_are_asked_for() -> None:
    mine, theirs = mark("The council", by="Ana"), mark("The council", by="Budi")
    assert near(mine, [theirs]) == [] and near(mine, [theirs], anyone=True) == [theirs]


def test_marks_in_pieces_are_near_by_what_all_pieces_share() -> None:
    whole, parts = mark("the dam at Orla holds well"), mark("the dam at Orla", "holds well")
    assert near(whole, [parts]) == [parts]
    assert near(mark("The council", "the mayor"), [mark("council", "the mayor")]) != []
    assert near(mark("The council", "the mayor"), [mark("The council")]) == []


def test_the_oldest_comes_first() -> None:
    young, old = mark("The council", later=5), mark("council", later=1)
    assert near(mark("The council", later=9), [young, old]) == [old, young]


# -- what a mark carries ---------------------------------------------------------------------------------------------


def test_notes_tags_and_attributes_are_united_and_the_kept_words_stay() -> None:
    kept = mark("The council", note="in the lead", tags=("dam",), attributes={"place": "Orla", "event_time": ""})
    gone = mark("council", note="who exactly?", tags=("dam", "check"), attributes={"event_time": "2024"})
    made = kept_mark(merge(kept, [gone]))
    assert made.note == "in the lead\nwho exactly?" and made.tags == ("dam", "check")
    assert made.attributes == {"place": "Orla", "event_time": "2024"}
    assert made.anchor == kept.anchor and made.id == kept.id and made.created == kept.created


def test_where_they_differ_the_kept_one_wins_and_the_note_says_what_the_other_said() -> None:
    kept = mark("The council", attributes={"place": "Orla"}, note="seen")
    gone = mark("council", attributes={"place": "Venn"}, note="seen")
    made = kept_mark(merge(kept, [gone]))
    assert made.attributes == {"place": "Orla"} and made.note == "seen\nplace: Venn"


def test_a_note_within_another_word_is_not_taken_for_said() -> None:
    made = kept_mark(merge(mark("The council", note="unsure"), [mark("council", note="sure")]))
    assert made.note == "unsure\nsure"


def test_the_claim_that_one_of_them_mentions_is_kept_and_of_two_the_note_names_the_other() -> None:
    one, two = mark("The council", about="c1"), mark("council", about="c2", attributes={"identity_basis": "stated"})
    assert kept_mark(merge(mark("The council"), [one])).about == "c1"
    made = kept_mark(merge(one, [two], names={"c2": "The council of Orla"}))
    assert made.about == "c1" and made.note == "claim: The council of Orla" and made.attributes == {}


def test_where_a_capture_put_the_other_mark_is_not_taken_over() -> None:
    gone = mark("council", extra={"carried": {"asks": True}, "jsonl": {"colour": "red"}})
    assert kept_mark(merge(mark("The council"), [gone])).extra == {"jsonl": {"colour": "red"}}


def test_marks_that_are_not_one_kind_text_or_person_are_refused() -> None:
    one = mark("The council", by="Ana")
    for other in (one, mark("council", label=SOURCE, by="Ana"), mark("council", by="Budi")):
        with pytest.raises(LinkError):
            merge(one, [other])
    with pytest.raises(LinkError):
        merge(one, [])


# -- what hangs on it ------------------------------------------------------------------------------------------------


def test_links_go_to_the_kept_mark_without_doubles_and_without_one_to_itself() -> None:
    kept, gone, denial = (
        mark("the dam at Orla holds well"),
        mark("dam at Orla holds well"),
        mark("denied", label=DENIAL),
    )
    mine, theirs = relation(edits.link("denies", denial, kept)), relation(edits.link("denies", denial, gone))
    same, other = relation(edits.link("same_claim", kept, gone)), relation(edits.link("evidence", denial, gone))
    edit = merge(kept, [gone], [theirs, same, mine, other])
    assert after(edit, theirs.id) is None and after(edit, same.id) is None
    assert mine.id not in {getattr(swap.entity, "id", "") for swap in edit.swaps}
    moved = after(edit, other.id)
    assert isinstance(moved, Relation) and moved.end("to") == kept.id and moved.end("from") == denial.id


def test_an_attribution_that_says_less_goes_and_one_that_says_otherwise_stays() -> None:
    kept, gone = mark("the dam at Orla holds well"), mark("dam at Orla holds well")
    source = mark("The council", label=SOURCE)
    full = relation(attribution.attribute([kept], source=[source], attributes={"factuality": "CT+"}))
    bare = relation(attribution.attribute([gone], source=[source]))
    other = relation(attribution.attribute([gone], source=[source], attributes={"factuality": "PS+"}))
    edit = merge(kept, [gone], [bare, full, other])
    assert after(edit, bare.id) is None
    stays = after(edit, other.id)
    assert isinstance(stays, Relation) and stays.end("from") == kept.id


def test_the_fuller_attribution_of_the_other_mark_takes_the_place_of_the_barer() -> None:
    kept, gone = mark("the dam at Orla holds well"), mark("dam at Orla holds well")
    source, inner = mark("The council", label=SOURCE), mark("the mayor")
    bare = relation(attribution.attribute([kept], source=[source]))
    full = relation(attribution.attribute([gone], source=[source], attributes={"factuality": "CT+"}))
    nested = relation(attribution.attribute([inner], within=bare.id))
    edit = merge(kept, [gone], [bare, full], [nested])
    assert after(edit, bare.id) is None
    moved, inside = after(edit, full.id), after(edit, nested.id)
    assert isinstance(moved, Relation) and moved.end("from") == kept.id
    assert isinstance(inside, Relation) and inside.within == full.id


def test_of_two_links_that_both_move_the_barer_one_goes_and_is_not_moved_as_well() -> None:
    kept, gone = mark("the dam at Orla holds well"), mark("dam at Orla holds well")
    source = mark("The council", label=SOURCE)
    bare = relation(attribution.attribute([gone], source=[source]))
    full = relation(attribution.attribute([gone], source=[source], attributes={"factuality": "CT+"}))
    edit = merge(kept, [gone], [bare, full])
    assert [swap.after for swap in edit.swaps if swap.entity == bare or swap.before == bare] == [None]


def test_a_mark_that_was_told_in_two_roles_keeps_the_words_that_were_said() -> None:
    kept, gone = mark("the dam at Orla holds well"), mark("dam at Orla holds well")
    both = relation(attribution.attribute([kept], source=[gone], attributes={"factuality": "CT+"}))
    moved = after(merge(kept, [gone], [both]), both.id)
    assert isinstance(moved, Relation) and [(m.role, m.annotation_id) for m in moved.members] == [("from", kept.id)]


def test_evidence_and_reviews_that_rest_on_the_mark_rest_on_the_kept_one() -> None:
    kept, gone = mark("The council"), mark("council")
    claim = Claim("c", "The dam holds", now(), now())
    evidence = claims.add_evidence(claim, "supports", gone).swaps[-1].after
    review = claims.add_review(claim, justification=[Sentence("So it is.", (gone.id, kept.id))]).swaps[-1].after
    assert isinstance(evidence, Evidence) and isinstance(review, Review)
    edit = merge(kept, [gone], hanging=[evidence, review, replace(evidence, id="e", target="another")])
    told = after(edit, review.id)
    assert isinstance(told, Review) and told.justification[0].cites == (kept.id,)
    moved = after(edit, evidence.id)
    assert isinstance(moved, Evidence) and moved.target == kept.id
    assert len(edit.swaps) == 4  # the marks, the evidence and the review; not what rests elsewhere


def test_the_library_takes_it_as_one_step_and_undo_brings_all_back(tmp_path: Path) -> None:
    kept, gone = mark("the dam at Orla holds well", note="one"), mark("dam at Orla holds well", note="two")
    source = mark("The council", label=SOURCE)
    outer = relation(attribution.attribute([gone], source=[source]))
    with Library.open(tmp_path / "library.tilik") as library:
        library.apply(edits.add_article(ARTICLE, REVISION))
        library.apply(Edit("Mark", tuple(edits.Swap(None, m) for m in (kept, gone, source))))
        library.apply(Edit("Add attribution", (edits.Swap(None, outer),)))
        before = library.annotations(ARTICLE.id), library.relations(ARTICLE.id)
        library.apply(merge(kept, [gone], library.relations_of([kept.id, gone.id])))
        assert {m.id for m in library.annotations(ARTICLE.id)} == {kept.id, source.id}
        (stored,) = library.relations(ARTICLE.id)
        assert stored.end("from") == kept.id and library.check() == []
        library.undo()
        assert (library.annotations(ARTICLE.id), library.relations(ARTICLE.id)) == before
