"""Claims and sources across articles: made, mentioned, merged, split and deleted, each one step of undo."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest

from reader import edits
from reader.edits import Edit, attribution, claims
from reader.errors import LinkError
from reader.model.claims import Claim, Evidence, Related, Review, Sentence, Source
from reader.model.pages import Original
from reader.store import Library
from tests.reader.edits.test_attribution import Desk

K = TypeVar("K", Claim, Source, Evidence, Review)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Library.open(tmp_path / "desk.tilik") as library:
        yield Desk(library)


def made(desk: Desk, edit: Edit, kind: type[K]) -> K:
    """Carry `edit` out; the thing of that kind that it made or changed."""
    desk.library.apply(edit)
    return next(s.after for s in edit.swaps if isinstance(s.after, kind))


def everything(desk: Desk) -> list[object]:
    """All that is stored of claims, marks and links, to compare before and after."""
    library, ids = desk.library, [c.id for c in desk.library.claims()]
    kept: list[object] = [*library.claims(), *library.sources(), *library.evidence(ids), *library.reviews(ids)]
    return kept + list(library.annotations(desk.article.id)) + list(library.relations(desk.article.id))


def test_a_claim_is_worded_as_its_mark_and_is_one_across_mentions(desk: Desk) -> None:
    first, second = desk.mark("claim", "Karsova telah melakukannya"), desk.mark("claim", "Kekhawatiran itu")
    claim = made(desk, claims.new_claim([first], annotator="Sri"), Claim)
    assert (claim.text, claim.annotator) == ("Karsova telah melakukannya", "Sri")
    desk.library.apply(claims.assign([second], claim))
    assert [m.id for m in desk.library.mentions([claim.id])] == [second.id, first.id]
    desk.library.apply(claims.assign([desk.library.annotation(second.id)], None))
    assert [m.id for m in desk.library.mentions([claim.id])] == [first.id]
    with pytest.raises(LinkError, match="needs words"):
        claims.new_claim([], "  ")


def test_how_a_source_is_known_stands_with_the_mark(desk: Desk) -> None:
    named, anaphor = desk.mark("source", "seorang juru bicara"), desk.mark("source", "juru bicara itu")
    source = made(desk, claims.new_source([named], "Juru bicara Deplu"), Source)
    desk.library.apply(claims.assign([anaphor], source, basis="resolved"))
    assert [m.attributes["identity_basis"] for m in desk.library.mentions([source.id])] == ["stated", "resolved"]
    desk.library.apply(claims.assign([desk.library.annotation(anaphor.id)], None))
    assert desk.library.annotation(anaphor.id).attributes == {}


def test_fields_take_their_vocabulary_only(desk: Desk) -> None:
    claim = made(desk, claims.new_claim([], "Gula naik"), Claim)
    claim = made(desk, claims.change(claim, {"worth": "CFS", "event_time": "2026-05"}), Claim)
    assert desk.library.claims() == [claim] and claim.worth == "CFS"
    with pytest.raises(LinkError, match="worth is 'maybe', none of CFS"):
        claims.change(claim, {"worth": "maybe"})
    with pytest.raises(LinkError):
        claims.change(claim, {"colour": "red"})
    assert claims.change(claim, {"worth": "CFS"}).swaps == ()


def test_merging_claims_takes_all_that_hangs_on_them_and_one_undo_brings_it_back(desk: Desk) -> None:
    marks = [desk.mark("claim", w) for w in ("Karsova telah melakukannya", "Kekhawatiran itu", "mengirim pesan")]
    kept, gone = (made(desk, claims.new_claim([m]), Claim) for m in marks[:2])
    gone = made(desk, claims.change(gone, {"worth": "CFS", "place": "Tarsk"}), Claim)
    kept = made(desk, claims.change(kept, {"place": "Veldania"}), Claim)
    other = made(desk, claims.new_claim([marks[2]]), Claim)
    other = made(desk, claims.change(other, {"related": (Related("presupposes", gone.id),)}), Claim)
    proof = made(desk, claims.add_evidence(gone, "refutes", "https://a.example"), Evidence)
    review = made(desk, claims.add_review(gone, {"verdict": "refuted"}, [Sentence("x", (proof.id,))]), Review)
    before = everything(desk)

    library = desk.library
    hanging = [*library.evidence([gone.id]), *library.reviews([gone.id])]
    library.apply(claims.merge_claims(kept, [gone], library.mentions([gone.id]), hanging, library.claims()))
    now, rest = library.claims()
    assert (now.id, now.text, now.worth, now.place) == (kept.id, kept.text, "CFS", "Veldania")
    assert rest.related == (Related("presupposes", kept.id),)
    assert {m.id for m in library.mentions([kept.id])} == {m.id for m in marks[:2]}
    assert [e.id for e in library.evidence([kept.id])] == [proof.id]
    assert [r.id for r in library.reviews([kept.id])] == [review.id]
    library.undo()
    assert sorted(map(repr, everything(desk))) == sorted(map(repr, before))
    with pytest.raises(LinkError, match="merged with other"):
        claims.merge_claims(kept, [kept], [], [])


def test_merged_sources_keep_every_name_and_how_each_mention_is_known(desk: Desk) -> None:
    one, two = desk.mark("source", "Tarsk menyangkal"), desk.mark("source", "Pemerintah Norwinda")
    kept = made(desk, claims.new_source([one], "Karsova"), Source)
    gone = made(
        desk, claims.new_source([two], "Tarsk", basis="inferred", fields={"kind": "named_organisation"}), Source
    )
    led = made(desk, claims.new_source([], "Iskar", fields={"party": gone.id}), Source)
    library = desk.library
    library.apply(claims.merge_sources(kept, [gone], library.mentions([gone.id]), library.sources()))
    now, follower = library.sources()
    assert (now.name, now.aliases, now.kind) == ("Karsova", ("Tarsk",), "named_organisation")
    assert (follower.id, follower.party) == (led.id, kept.id)
    assert library.annotation(two.id).attributes["identity_basis"] == "inferred"


def test_a_split_takes_the_chosen_mentions_only(desk: Desk) -> None:
    marks = [desk.mark("claim", w) for w in ("Karsova telah melakukannya", "Kekhawatiran itu")]
    claim = made(desk, claims.new_claim(marks), Claim)
    mentions = desk.library.mentions([claim.id])
    fresh = made(desk, claims.split_claim(claim, mentions[:1]), Claim)
    assert [m.id for m in desk.library.mentions([fresh.id])] == [mentions[0].id]
    assert [m.id for m in desk.library.mentions([claim.id])] == [mentions[1].id]
    with pytest.raises(LinkError, match="own mentions"):
        claims.split_claim(claim, desk.library.mentions([fresh.id]))


def test_deleting_a_claim_leaves_its_marks_and_is_one_step_of_undo(desk: Desk) -> None:
    mark = desk.mark("claim", "Karsova telah melakukannya")
    claim = made(desk, claims.new_claim([mark]), Claim)
    other = made(desk, claims.new_claim([], "lain"), Claim)
    made(desk, claims.change(other, {"related": (Related("contradicts", claim.id),)}), Claim)
    desk.library.apply(claims.add_evidence(claim, "supports", desk.library.annotation(mark.id)))
    desk.library.apply(claims.add_review(claim))
    before, library = everything(desk), desk.library
    hanging: list[Evidence | Review] = [*library.evidence([claim.id]), *library.reviews([claim.id])]
    library.apply(claims.remove([claim], library.mentions([claim.id]), hanging, library.claims()))
    assert [c.text for c in library.claims()] == ["lain"] and library.claims()[0].related == ()
    assert library.annotation(mark.id).about == "" and library.evidence([claim.id]) == []
    library.undo()
    assert sorted(map(repr, everything(desk))) == sorted(map(repr, before))


def test_a_claim_mark_with_twelve_relations_goes_and_comes_back_in_one_step(desk: Desk) -> None:
    claim = desk.mark("claim", "Karsova telah melakukannya")
    words = desk.revision.text.split()
    sources = [desk.mark("source", word) for word in list(dict.fromkeys(w for w in words if len(w) > 7))[:12]]
    for source in sources:
        desk.library.apply(attribution.attribute([claim], source=[source]))
    before = everything(desk)
    library = desk.library
    library.apply(edits.delete_annotations([claim], library.relations_of([claim.id])))
    assert library.relations(desk.article.id) == []
    library.undo()
    assert (
        sorted(map(repr, everything(desk))) == sorted(map(repr, before)) and len(library.relations_of([claim.id])) == 12
    )


def test_a_file_that_is_evidence_is_kept_whole(desk: Desk) -> None:
    claim = made(desk, claims.new_claim([], "x"), Claim)
    paper = Original.of(b"%PDF-1.4 \x00\xff", "application/pdf", "surat.pdf")
    evidence = made(desk, claims.add_evidence(claim, "supports", paper, grade="primary"), Evidence)
    assert (evidence.form, evidence.title) == ("file", "surat.pdf")
    assert desk.library.original(evidence.target) == paper
    desk.library.apply(claims.take_evidence(evidence))
    assert desk.library.evidence([claim.id]) == []
    for bearing, target in (("perhaps", "https://a.example"), ("supports", " ")):
        with pytest.raises(LinkError):
            claims.add_evidence(claim, bearing, target)
