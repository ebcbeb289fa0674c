"""Attributions: roles, attributes and nesting, on a real library."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reader import edits
from reader.edits import attribution
from reader.errors import LinkError
from reader.model.annotations import Annotation, Member, Relation
from reader.model.labels import BUILTIN, DETAILS
from reader.model.spans import Span
from reader.model.stamps import new_id, now
from reader.store import Library
from tests import worked_page

LABELS = {label.id: label for label in (*BUILTIN, *DETAILS)}


class Desk:
    """A library with the worked page's article, and marks by their words."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.article, self.revision = worked_page.article()
        library.apply(edits.add_article(self.article, self.revision))

    def mark(self, label: str, words: str) -> Annotation:
        start = self.revision.text.index(words)
        edit = edits.annotate(self.revision, [Span(start, start + len(words))], LABELS[label])
        self.library.apply(edit)
        made = edit.swaps[0].after
        assert isinstance(made, Annotation)
        return made

    def do(self, edit: edits.Edit) -> Relation:
        """Carry out an edit of one relation; the relation as it is stored then."""
        self.library.apply(edit)
        (found,) = self.library.relations_by_id([edit.swaps[0].entity.id])
        return found


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Library.open(tmp_path / "desk.tilik") as library:
        yield Desk(library)


def test_an_attribution_grows_by_its_roles_and_each_is_one_step_of_undo(desk: Desk) -> None:
    claim, source = desk.mark("claim", "Veldania giat mencari"), desk.mark("source", "Norwinda mengklaim")
    cue, via = desk.mark("cue", "mengklaim"), desk.mark("via", "kepada kantor berita Samudra")
    relation = desk.do(attribution.attribute([claim]))
    for role, mark in (("to", source), ("cue", cue), ("via", via)):
        relation = desk.do(attribution.set_member(relation, role, mark))
    told = attribution.attribution_of(relation)
    assert told is not None and (told.content, told.source, told.cue, told.via) == (
        (claim.id,), (source.id,), (cue.id,), (via.id,),
    )  # fmt: skip
    desk.library.undo()
    (before,) = desk.library.relations_of([claim.id])
    assert [m.role for m in before.members] == ["from", "to", "cue"]
    desk.library.undo()
    assert len(desk.library.relations_of([claim.id])[0].members) == 2


def test_a_mark_has_one_role_and_the_last_content_takes_the_attribution_with_it(desk: Desk) -> None:
    claim, source = desk.mark("claim", "Veldania giat mencari"), desk.mark("source", "Norwinda mengklaim")
    relation = desk.do(attribution.attribute([claim], source=[source]))
    relation = desk.do(attribution.set_member(relation, "cue", source))
    assert [(m.role, m.annotation_id) for m in relation.members] == [("from", claim.id), ("cue", source.id)]
    desk.library.apply(attribution.drop_member(relation, claim.id))
    assert desk.library.relations(desk.article.id) == []


def test_words_that_nobody_said_to_have_said_are_an_attribution_too(desk: Desk) -> None:
    claim = desk.mark("claim", "telah menuntaskan pengiriman")
    relation = desk.do(attribution.attribute([claim], attributes={"explicitness": "implicit"}))
    assert relation.members == (Member("from", claim.id),)
    with pytest.raises(LinkError, match="needs the words"):
        attribution.attribute([], source=[claim])


@pytest.mark.parametrize(
    ("form", "stance"),
    [
        ("explicit_denial", "deny"), ("partial_denial", "deny"), ("premise_rejected", "deny"),
        ("counter_accusation", "comment"), ("no_comment", "comment"), ("declined", "comment"),
        ("not_reached", "comment"), ("silent", "silent"),
    ],
)  # fmt: skip
def test_the_form_of_a_response_decides_its_stance(desk: Desk, form: str, stance: str) -> None:
    claim = desk.mark("denial", "menyangkal pernah menjual")
    relation = desk.do(attribution.attribute([claim], attributes={"stance": "support"}))
    relation = desk.do(attribution.set_attributes(relation, {"response_form": form}))
    told = attribution.attribution_of(relation)
    assert told is not None and attribution.stance(told, "denial") == stance
    assert relation.attributes.get("stance", "") == ("" if form == "silent" else stance)


def test_without_a_stance_the_label_says_it(desk: Desk) -> None:
    claim = desk.mark("claim", "Veldania giat mencari")
    told = attribution.attribution_of(desk.do(attribution.attribute([claim])))
    assert told is not None and attribution.stance(told, "claim") == "support"
    assert attribution.stance(told, "denial") == "deny"


def test_attributes_come_from_the_vocabulary_and_an_empty_one_goes(desk: Desk) -> None:
    relation = desk.do(attribution.attribute([desk.mark("claim", "Veldania giat mencari")]))
    relation = desk.do(attribution.set_attributes(relation, {"factuality": "PS+", "hedge": "barangkali"}))
    assert dict(relation.attributes) == {"factuality": "PS+", "hedge": "barangkali"}
    relation = desk.do(attribution.set_attributes(relation, {"hedge": ""}))
    assert dict(relation.attributes) == {"factuality": "PS+"}
    with pytest.raises(LinkError, match="factuality is 'sure', none of CT\\+"):
        attribution.set_attributes(relation, {"factuality": "sure"})
    with pytest.raises(LinkError, match="has no 'mood'"):
        attribution.set_attributes(relation, {"mood": "x"})


def test_nesting_follows_the_chain_and_refuses_a_circle(desk: Desk) -> None:
    words = ("Iskar menyerukan", "Sang presiden", "mengirim pesan")
    inner, middle, outer = (desk.do(attribution.attribute([desk.mark("claim", w)])) for w in words)
    known = {r.id: r for r in (inner, middle, outer)}
    for one, other in (("inner", "middle"), ("middle", "outer")):
        pair = {"inner": inner, "middle": middle, "outer": outer}
        changed = desk.do(attribution.nest(known[pair[one].id], known[pair[other].id], known))
        known[changed.id] = changed
    assert [r.id for r in attribution.chain(known[inner.id], known)] == [middle.id, outer.id]
    with pytest.raises(LinkError, match="nested in itself"):
        attribution.nest(known[outer.id], known[inner.id], known)
    with pytest.raises(LinkError, match="nested in itself"):
        attribution.nest(known[inner.id], known[inner.id], known)
    assert {r.id for r in desk.library.nested_in([outer.id])} == {middle.id}
    free = desk.do(attribution.nest(known[inner.id], None, known))
    assert attribution.chain(free, known) == []


def test_a_circle_that_a_set_brought_ends() -> None:
    one = Relation(new_id(), "attributed_to", (Member("from", "a"),), now())
    two = replace(one, id=new_id(), within=one.id)
    known = {one.id: replace(one, within=two.id), two.id: two}
    assert [r.id for r in attribution.chain(known[one.id], known)] == [two.id]


def test_silence_is_recorded(desk: Desk) -> None:
    claim, named = desk.mark("claim", "Karsova telah melakukannya"), desk.mark("source", "Serigala Utara")
    told = attribution.attribution_of(desk.do(attribution.silent(claim, named)))
    assert told is not None and told.silent and told.source == (named.id,)
