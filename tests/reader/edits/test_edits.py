"""The verbs decide and touch nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import edits
from reader.errors import AnchorError
from reader.model.annotations import Annotation
from reader.model.articles import BlockKind, InlineKind, InlineMark, LeftOut, Revision
from reader.model.labels import CLAIM, SOURCE
from reader.model.left_out_reasons import BY_HAND, STRUCK
from reader.model.spans import Span
from reader.model.struck_places import struck_places
from reader.notices import STRUCK_OUT, notice
from reader.revisions import edit_text
from tests.reader.store.conftest import make_article


def made(edit: edits.Edit) -> Annotation:
    after = edit.swaps[0].after
    assert isinstance(after, Annotation)
    return after


def marked(revision: Revision, *words: str) -> Annotation:
    starts = [(revision.text.index(w), len(w)) for w in words]
    return made(edits.annotate(revision, [Span(s, s + n) for s, n in starts], CLAIM, "Sari"))


def test_a_mark_swallows_no_space_and_keeps_its_pieces_in_order() -> None:
    _, revision = make_article()
    assert marked(revision, " stok cukup").anchor.quote == "stok cukup"
    pieces = marked(revision, "stok cukup", "membantah ")
    assert pieces.anchor.quote == "membantah … stok cukup"
    assert [s.of(revision.text) for s in pieces.anchor.spans] == ["membantah", "stok cukup"]


def test_pieces_that_touch_become_one() -> None:
    _, revision = make_article()
    assert len(marked(revision, "stok cuk", "cukup").anchor.spans) == 1


def test_respan_keeps_what_hangs_on_the_mark() -> None:
    _, revision = make_article()
    before = made(edits.set_tags(made(edits.set_note(marked(revision, "stok"), "cek")), [" garam", "garam ", ""]))
    start = revision.text.index("stok")
    after = made(edits.respan(before, revision, [Span(start, start + 10)]))
    assert after.anchor.quote == "stok cukup" and after.note == "cek" and after.tags == ("garam",)
    assert after.created == before.created and after.modified >= before.modified
    with pytest.raises(AnchorError):
        edits.respan(before, revision, [Span(start + 4, start + 5)])


def test_the_inverse_of_the_inverse_is_the_edit() -> None:
    _, revision = make_article()
    one, two = marked(revision, "stok"), marked(revision, "kabar")
    edit = edits.together("x", [edits.relabel(one, SOURCE), edits.delete_annotations([two])])
    assert edit.inverse().inverse() == edit
    assert edit.inverse().swaps[0].after == two


def test_a_mark_is_not_linked_to_itself() -> None:
    _, revision = make_article()
    one = marked(revision, "stok")
    with pytest.raises(AnchorError):
        edits.link("same_claim", one, one)


@given(after=st.integers(0, 5), kept=st.lists(st.text("ab 🧂", min_size=1, max_size=6), min_size=1, max_size=4))
def test_putting_back_keeps_every_block_and_every_marked_word(after: int, kept: list[str]) -> None:
    article, revision = make_article(kept[0], kept[1:] or ["x"])
    revision = replace(revision, left_out=(LeftOut("kembali", "read also", after),))
    words = [b.span for b in revision.blocks if b.span.of(revision.text).strip()]
    marks = [made(edits.annotate(revision, [span], CLAIM)) for span in words]
    edit = edit_text.put_back(article, revision, 0, marks)
    now = edit.swaps[0].after
    assert isinstance(now, Revision)
    assert now.text.split("\n") == [b.span.of(now.text) for b in now.blocks]
    assert "kembali" in now.text.split("\n") and now.left_out == ()
    for swap, mark in zip(edit.swaps[2:], marks, strict=True):
        assert isinstance(swap.after, Annotation) and swap.after.anchor.quote == mark.anchor.quote


@given(kept=st.lists(st.text("ab 🧂", min_size=1, max_size=6), min_size=2, max_size=5), data=st.data())
def test_taking_out_and_putting_back_gives_the_same_text_and_moves_no_other_mark(
    kept: list[str], data: st.DataObject
) -> None:
    article, revision = make_article(kept[0], kept[1:])
    left_out = tuple(LeftOut("iklan", "promotion", after) for after in range(len(kept) + 1))
    revision = replace(revision, left_out=left_out)
    index = data.draw(st.integers(0, len(kept) - 1))
    others = [b.span for n, b in enumerate(revision.blocks) if n != index and b.span.of(revision.text).strip()]
    marks = [made(edits.annotate(revision, [span], CLAIM)) for span in others]
    edit = edit_text.take_out(article, revision, index, marks)
    now = edit.swaps[0].after
    assert isinstance(now, Revision)
    assert now.text.split("\n") == [*kept[:index], *kept[index + 1 :]]
    assert now.text.split("\n") == [b.span.of(now.text) for b in now.blocks]
    for swap, mark in zip(edit.swaps[2:], marks, strict=True):
        assert isinstance(swap.after, Annotation) and swap.after.anchor.quote == mark.anchor.quote
    place = next(n for n, item in enumerate(now.left_out) if item.reason == BY_HAND)
    back = edit_text.put_back(article, now, place, []).swaps[0].after
    assert isinstance(back, Revision)
    assert (back.text, back.blocks, back.left_out) == (revision.text, revision.blocks, revision.left_out)


def test_a_block_with_a_mark_on_it_is_not_taken_out() -> None:
    article, revision = make_article()
    mark = made(edits.annotate(revision, [revision.blocks[1].span], CLAIM))
    with pytest.raises(AnchorError, match="1 marks stand on these words"):
        edit_text.take_out(article, revision, 1, [mark])


def test_a_mark_that_was_left_on_an_older_text_stays_there() -> None:
    _, older = make_article("Judul", ["Paragraf yang jauh lebih panjang daripada teks yang sekarang, sampai akhir."])
    article, revision = make_article("Judul", ["Pendek.", "Juga pendek."])
    left = made(edits.annotate(older, [Span(50, 70)], CLAIM))
    revision = replace(revision, left_out=(LeftOut("kembali", "read also", 1),))
    for edit in (edit_text.put_back(article, revision, 0, [left]), edit_text.take_out(article, revision, 1, [left])):
        assert not [swap for swap in edit.swaps if isinstance(swap.entity, Annotation)]


def test_a_picture_comes_back_as_a_picture() -> None:
    article, revision = make_article()
    figure = LeftOut("A boat", "navigation", 1, BlockKind.FIGURE, 0, {"alt": "A boat", "src": "https://a.example/b"})
    back = edit_text.put_back(article, replace(revision, left_out=(figure,)), 0, []).swaps[0].after
    assert isinstance(back, Revision)
    assert (back.blocks[1].kind, back.blocks[1].attrs["alt"]) == (BlockKind.FIGURE, "A boat")
    assert back.text.split("\n")[1] == ""


def struck(words: str, after: int, at: int) -> LeftOut:
    return LeftOut(words, STRUCK, after, attrs={"at": str(at)})


def test_struck_words_come_back_where_they_stood() -> None:
    article, revision = make_article("Title", ["The mayor confirmed it on 14 March.", "End."])
    revision = replace(
        revision,
        left_out=(struck("denied", 2, 10), struck("4", 2, 26), struck("late", 3, 0)),
        inline=(InlineMark(Span(6, 16), InlineKind.STRONG), InlineMark(Span(16, 25), InlineKind.EMPHASIS)),
        notices=(notice(STRUCK_OUT, 3), "kept"),
    )
    mark, behind = marked(revision, "mayor confirmed"), marked(revision, "End")
    edit = edit_text.put_back(article, revision, 0, [mark, behind])
    now = edit.swaps[0].after
    assert isinstance(now, Revision)
    assert now.text == "Title\nThe mayor denied confirmed it on 14 March.\nEnd."
    assert now.text.split("\n") == [b.span.of(now.text) for b in now.blocks]
    assert [m.span.of(now.text) for m in now.inline] == ["The mayor ", "confirmed"]
    assert now.left_out == (struck("4", 2, 33), struck("late", 3, 0))
    assert now.notices == (notice(STRUCK_OUT, 2), "kept")
    quotes = [swap.after.anchor.quote for swap in edit.swaps[2:] if isinstance(swap.after, Annotation)]
    assert [" ".join(quote.split()) for quote in quotes] == ["mayor … confirmed", "End"]
    again = edit_text.put_back(article, now, 0, []).swaps[0].after
    assert isinstance(again, Revision) and "it on 4 14 March" in again.text


def test_what_was_struck_in_a_block_goes_out_and_comes_back_with_it() -> None:
    article, revision = make_article("Title", ["The mayor confirmed it.", "End."])
    revision = replace(revision, left_out=(struck("denied", 2, 10), struck("late", 3, 0)))
    out = edit_text.take_out(article, revision, 1, []).swaps[0].after
    assert isinstance(out, Revision)
    assert [place.words for place in struck_places(out)] == ["late"]
    place = next(n for n, item in enumerate(out.left_out) if item.reason == BY_HAND)
    back = edit_text.put_back(article, out, place, []).swaps[0].after
    assert isinstance(back, Revision)
    assert (back.text, back.blocks, back.left_out) == (revision.text, revision.blocks, revision.left_out)


@given(text=st.text("ab .🧂", min_size=1, max_size=9), at=st.integers(0, 9), data=st.data())
def test_putting_struck_words_back_changes_no_other_word(text: str, at: int, data: st.DataObject) -> None:
    article, revision = make_article("Title", [text, "End."])
    at = min(at, len(text))
    revision = replace(revision, left_out=(struck("xyz", 2, at),))
    where = data.draw(st.integers(0, len(revision.text) - 1))
    span = Span(where, data.draw(st.integers(where + 1, len(revision.text))))
    marks = [made(edits.annotate(revision, [span], CLAIM))] if span.of(revision.text).strip() else []
    edit = edit_text.put_back(article, revision, 0, marks)
    now = edit.swaps[0].after
    assert isinstance(now, Revision) and now.left_out == ()
    place = revision.blocks[1].span.start + at
    shift = len(now.text) - len(revision.text)
    assert now.text[:place] + now.text[place + shift :] == revision.text
    assert now.text[place : place + shift].strip() == "xyz"
    assert now.text.split("\n") == [b.span.of(now.text) for b in now.blocks]
    for swap, mark in zip(edit.swaps[2:], marks, strict=True):
        assert isinstance(swap.after, Annotation)
        said = "".join(s.of(now.text) for s in swap.after.anchor.spans)
        assert "".join(said.split()) == "".join(mark.anchor.quote.split())
