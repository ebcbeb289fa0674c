"""An article captured again in a real library: every mark is told, none is lost, none says other words in silence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reader import edits
from reader.anchoring import Outcome
from reader.errors import AnchorError
from reader.model.annotations import Annotation, Origin
from reader.model.articles import Article, Revision, fingerprint
from reader.model.labels import CLAIM
from reader.model.pages import Original
from reader.model.spans import Span
from reader.model.stamps import new_id, now
from reader.revisions import carry_marks
from reader.revisions.carry_marks import Recapture
from reader.store import Library
from tests.reader.store.conftest import add, make_article

TITLE = "Dermaga timur ditutup lagi"
FIRST = "Kepala pelabuhan Oda Priyanka mengatakan retakan itu panjangnya 14 meter dan belum diperbaiki."
SECOND = "Seorang nelayan menolak keterangan itu, sebab retakan sudah dilaporkan pada bulan Maret lalu."
THIRD = "Operator feri belum mengumumkan kapan kapal malam akan berlayar kembali ke Lembayung."
BODY = [FIRST, SECOND, THIRD]


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.tilik") as found:
        yield found


@pytest.fixture
def desk(library: Library) -> tuple[Library, Article, Revision]:
    return library, *add(library, TITLE, BODY)


def mark(library: Library, revision: Revision, *quotes: str) -> Annotation:
    spans = [Span(start := revision.text.index(quote), start + len(quote)) for quote in quotes]
    edit = edits.annotate(revision, spans, CLAIM, "Sari", note="cek")
    library.apply(edit)
    (swap,) = edit.swaps
    assert isinstance(swap.after, Annotation)
    return swap.after


def again(library: Library, article: Article, *body: str) -> Recapture:
    """Capture the article with these paragraphs and store it."""
    _, revision = make_article(TITLE, list(body))
    original = Original.of("\n".join(body).encode(), "text/html", "halaman.html", "utf-8")
    made = replace(revision, id=new_id(), article_id=article.id, original_id=original.id)
    present = library.article(article.id)
    taken = carry_marks.recapture(
        present, made, library.annotations(article.id), library.revisions(article.id), original=original
    )
    library.apply(taken.edit)
    assert library.check() == []
    return taken


def test_each_mark_has_one_of_four_outcomes_and_is_where_its_words_are(desk: tuple[Library, Article, Revision]) -> None:
    library, article, revision = desk
    placed = mark(library, revision, "Oda Priyanka")
    changed = mark(library, revision, "nelayan menolak keterangan itu")
    removed = mark(library, revision, "kapan kapal malam akan berlayar")
    new = SECOND.replace("menolak", "tidak menolak")
    taken = again(library, article, "Pelabuhan sepi pada Minggu pagi.", FIRST, new)
    found = {one.before.id: one for one in taken.carried}
    assert found[placed.id].outcome is Outcome.PLACED and not found[placed.id].needs_review
    told = found[changed.id]
    assert (told.outcome, told.needs_review) == (Outcome.CHANGED, True)
    assert (told.quote, told.wording) == ("nelayan menolak keterangan itu", "nelayan tidak menolak keterangan itu")
    assert found[removed.id].outcome is Outcome.REMOVED

    current = library.article(article.id).revision_id
    assert current != revision.id and [r.id for r in library.revisions(article.id)] == [revision.id, current]
    assert {h.id for h in library.page_annotations(current)} == {placed.id, changed.id}
    assert {h.id for h in library.page_annotations(revision.id)} == {removed.id}
    stored = library.annotation(placed.id)
    assert stored.anchor.quote == "Oda Priyanka" and stored.note == "cek" and stored.modified == placed.modified
    assert carry_marks.outcome_of(library.annotation(removed.id)) is Outcome.REMOVED
    assert carry_marks.needs_review(library.annotation(changed.id)) and not carry_marks.needs_review(stored)


def test_lines_that_moved_are_told_and_not_asked_about(desk: tuple[Library, Article, Revision]) -> None:
    library, article, revision = desk
    made = mark(library, revision, "kapal malam akan berlayar")
    (one,) = again(library, article, THIRD + " Tiket dikembalikan.", FIRST, SECOND).carried
    assert one.outcome in (Outcome.MOVED, Outcome.PLACED) and one.wording == made.anchor.quote


def test_undo_brings_the_old_text_and_every_mark_back(desk: tuple[Library, Article, Revision]) -> None:
    library, article, revision = desk
    before = [mark(library, revision, "Oda Priyanka"), mark(library, revision, "kapal malam")]
    again(library, article, FIRST)
    library.undo()
    assert library.article(article.id).revision_id == revision.id
    assert library.annotations(article.id) == before


def test_marks_are_carried_from_where_they_were_made_and_come_back(desk: tuple[Library, Article, Revision]) -> None:
    library, article, revision = desk
    changed = mark(library, revision, "nelayan menolak keterangan itu")
    removed = mark(library, revision, "kapan kapal malam akan berlayar")
    again(library, article, FIRST, SECOND.replace("menolak", "tidak menolak"))
    taken = again(library, article, FIRST, SECOND, THIRD)
    assert [one.outcome for one in taken.carried] == [Outcome.PLACED, Outcome.PLACED]
    assert {one.before.id for one in taken.carried} == {changed.id, removed.id}
    assert {one.quote for one in taken.carried} == {changed.anchor.quote, removed.anchor.quote}


def test_a_confirmed_mark_is_one_of_the_new_text(desk: tuple[Library, Article, Revision]) -> None:
    library, article, revision = desk
    made = mark(library, revision, "nelayan menolak keterangan itu")
    again(library, article, FIRST, SECOND.replace("menolak", "membenarkan"), THIRD)
    library.apply(carry_marks.confirm(library.annotation(made.id)))
    assert carry_marks.outcome_of(library.annotation(made.id)) is None
    (one,) = again(library, article, "Baru.", FIRST, SECOND.replace("menolak", "membenarkan"), THIRD).carried
    assert (one.outcome, one.quote) == (Outcome.PLACED, "nelayan membenarkan keterangan itu")


def test_a_mark_is_attached_again_by_hand(desk: tuple[Library, Article, Revision]) -> None:
    library, article, revision = desk
    made = mark(library, revision, "kapan kapal malam akan berlayar")
    again(library, article, FIRST, SECOND)
    current = library.revision(library.article(article.id).revision_id)
    start = current.text.index("retakan itu panjangnya")
    lost = library.annotation(made.id)
    library.apply(carry_marks.reattach(lost, current, [Span(start, start + 22)]))
    put = library.annotation(made.id)
    assert (put.anchor.quote, put.anchor.revision_id) == ("retakan itu panjangnya", current.id)
    assert carry_marks.outcome_of(put) is None and put.note == "cek" and library.check() == []
    with pytest.raises(AnchorError):
        carry_marks.reattach(put, current, [Span(0, 0)])


def test_a_mark_of_several_pieces_that_lost_one_is_changed(desk: tuple[Library, Article, Revision]) -> None:
    library, article, revision = desk
    made = mark(library, revision, "retakan itu panjangnya 14 meter", "kapan kapal malam akan berlayar")
    (one,) = again(library, article, FIRST, SECOND).carried
    assert (one.outcome, one.needs_review, one.wording) == (Outcome.CHANGED, True, "retakan itu panjangnya 14 meter")
    assert one.quote == made.anchor.quote
    (whole,) = again(library, article, FIRST, SECOND, THIRD).carried
    assert whole.outcome is Outcome.PLACED and whole.after.anchor.quote == made.anchor.quote


def test_a_mark_whose_pieces_changed_places_is_to_be_looked_at(library: Library) -> None:
    """Paragraphs that moved together are not asked about; a mark that is torn by it is."""
    fourth = "Bupati meminta laporan lengkap dari kantor pelabuhan sebelum akhir pekan ini."
    article, revision = add(library, TITLE, [FIRST, SECOND, THIRD, fourth])
    whole = mark(library, revision, "kapan kapal malam akan berlayar")
    torn = mark(library, revision, "retakan itu panjangnya 14 meter", "kapan kapal malam akan berlayar")
    carried = {one.before.id: one for one in again(library, article, THIRD, fourth, FIRST, SECOND).carried}
    assert not carried[whole.id].needs_review
    assert (carried[torn.id].outcome, carried[torn.id].needs_review) == (Outcome.CHANGED, True)
    assert carry_marks.needs_review(carried[torn.id].after)


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"revision_id": "none"},
        {"spans": (Span(0, 10_000),)},
        {"spans": (Span(3, 3),)},
        {"spans": ()},
        {"quote": "lain"},
    ],
)
def test_what_a_foreign_set_says_of_an_earlier_place_is_checked(
    desk: tuple[Library, Article, Revision], told: dict[str, Any]
) -> None:
    library, article, revision = desk
    made = mark(library, revision, "Oda Priyanka")
    origin = replace(Origin(revision.id, (Span(0, 7),), revision.text[:7], "?"), **told)
    foreign = replace(made, origin=origin)
    library.apply(edits.Edit("Change", (edits.Swap(made, foreign),)))
    assert carry_marks.outcome_of(foreign) is None and not carry_marks.needs_review(foreign)
    (one,) = again(library, article, "Baru.", FIRST).carried
    assert one.outcome is Outcome.PLACED and (one.wording == "Oda Priyanka" or not told)


def test_the_article_takes_what_the_new_page_says_of_itself(desk: tuple[Library, Article, Revision]) -> None:
    _, article, revision = desk
    told = replace(revision.metadata, title="Dermaga dibuka", byline="Tam Wiryo", published="2026-03-02")
    made = replace(revision, id=new_id(), metadata=told, captured=now(), fingerprint=fingerprint("x"))
    edit = carry_marks.recapture(article, made, [], []).edit
    after = next(s.after for s in edit.swaps if isinstance(s.after, Article))
    assert (after.title, after.byline, after.published) == ("Dermaga dibuka", "Tam Wiryo", "2026-03-02")
    assert (after.site, after.added, after.revision_id) == (article.site, article.added, made.id)
