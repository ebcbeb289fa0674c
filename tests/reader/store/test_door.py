"""`Library.apply`: whole or not at all, undone and redone, also after a restart."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reader import edits
from reader.edits import Change
from reader.errors import AnchorError, ConflictError, NotFoundError
from reader.model.annotations import Annotation
from reader.model.articles import Article, Revision, State
from reader.model.labels import CLAIM, DENIAL, SOURCE, Label, Underline
from reader.model.spans import Span
from reader.query import Query, parse
from reader.revisions import edit_text
from reader.store import Library
from tests.reader.store.conftest import BODY, TITLE, add


def mark(library: Library, revision: Revision, words: str, label: Label = CLAIM) -> Annotation:
    start = revision.text.index(words)
    change = library.apply(edits.annotate(revision, [Span(start, start + len(words))], label, "Sari"))
    made = change.edit.swaps[0].after
    assert isinstance(made, Annotation)
    return made


def test_a_mark_is_told_after_it_is_stored(library: Library, path: Path) -> None:
    article, revision = add(library)
    told: list[Change] = []
    seen_elsewhere: list[int] = []

    def look(change: Change) -> None:
        told.append(change)
        with Library.open(path, readonly=True) as other:
            seen_elsewhere.append(len(other.annotations(article.id)))

    library.changed.subscribe(look)
    made = mark(library, revision, "membantah kabar impor garam")
    assert [c.edit.name for c in told] == ["Mark as claim"]
    assert seen_elsewhere == [1]
    assert made.anchor.quote == "membantah kabar impor garam"
    assert made.anchor.before.endswith("Rauf Sembada ") and made.anchor.after.startswith(".\nJuru")


def test_emoji_do_not_shift_a_mark(library: Library) -> None:
    _, revision = add(library)
    assert mark(library, revision, "🧂").anchor.quote == "🧂"
    assert mark(library, revision, "stok cukup").anchor.quote == "stok cukup"
    assert library.check() == []


def test_a_stale_edit_changes_nothing(library: Library) -> None:
    article, revision = add(library)
    made = mark(library, revision, "stok cukup")
    library.apply(edits.set_note(made, "tanya lagi"))
    stale = edits.together(
        "Both", [edits.set_note(made, "x"), edits.set_state([library.article(article.id)], State.DONE)]
    )
    with pytest.raises(ConflictError, match="changed meanwhile"):
        library.apply(stale)
    assert library.annotation(made.id).note == "tanya lagi"
    assert library.article(article.id).state == State.INBOX


def test_undo_and_redo_reach_over_a_restart(path: Path) -> None:
    with Library.open(path) as library:
        _, revision = add(library)
        first = mark(library, revision, "membantah kabar")
        library.apply(edits.relabel(first, DENIAL))
    with Library.open(path) as library:
        assert library.undo_name() == "Change to denial" and library.redo_name() == ""
        library.undo()
        assert library.annotation(first.id).label == "claim"
        library.undo()
        assert library.page_annotations(revision.id) == []
        assert library.redo_name() == "Mark as claim"
    with Library.open(path) as library:
        library.redo()
        assert library.annotation(first.id) == first
        library.redo()
        assert library.annotation(first.id).label == "denial"
        assert library.redo() is None
        for _ in range(3):
            library.undo()
        assert library.undo() is None and library.count() == 0


def test_a_new_edit_drops_what_was_undone(library: Library) -> None:
    _, revision = add(library)
    gone = mark(library, revision, "membantah")
    library.undo()
    mark(library, revision, "stok cukup", SOURCE)
    assert library.redo() is None
    with pytest.raises(NotFoundError):
        library.annotation(gone.id)


def test_a_change_that_goes_on_with_the_last_is_one_step_with_it(path: Path) -> None:
    with Library.open(path) as library:
        _, revision = add(library)
        made = mark(library, revision, "stok cukup")
        number = library.apply(edits.set_note(made, "ta")).number
        for note in ("tanya", "tanya lagi"):
            typed = edits.set_note(library.annotation(made.id), note)
            assert library.apply(replace(typed, continues=number)).number == number
    with Library.open(path) as library:
        library.undo()
        assert library.annotation(made.id) == made and library.redo_name() == "Edit note"
        library.redo()
        assert library.annotation(made.id).note == "tanya lagi"


def test_only_the_last_change_is_gone_on_with(library: Library) -> None:
    _, revision = add(library)
    made = mark(library, revision, "stok cukup")
    number = library.apply(edits.set_note(made, "one")).number
    library.apply(edits.set_tags(library.annotation(made.id), ["x"]))
    later = edits.set_note(library.annotation(made.id), "two")
    assert library.apply(replace(later, continues=number)).number > number
    library.undo()
    assert library.annotation(made.id).note == "one"
    library.undo()
    library.undo()  # what it would go on with is undone, and gone for good with the next change
    again = edits.set_note(library.annotation(made.id), "three")
    assert library.apply(replace(again, continues=number)).number > number
    library.undo()
    assert library.annotation(made.id).note == "" and library.undo_name() == "Mark as claim"


def test_deleting_a_mark_takes_its_links_and_undo_brings_all_back(library: Library) -> None:
    article, revision = add(library)
    claim, source = mark(library, revision, "stok cukup"), mark(library, revision, "Juru bicara itu", SOURCE)
    library.apply(edits.link("attributed_to", claim, source))
    relations = library.relations(article.id)
    library.apply(edits.delete_annotations([source], library.relations_of([source.id])))
    assert library.relations(article.id) == [] and [h.id for h in library.page_annotations(revision.id)] == [claim.id]
    library.undo()
    assert library.relations(article.id) == relations
    assert library.annotation(source.id) == source


def test_a_link_to_a_mark_that_is_gone_is_refused(library: Library) -> None:
    _, revision = add(library)
    claim, source = mark(library, revision, "stok cukup"), mark(library, revision, "Juru bicara itu", SOURCE)
    linking = edits.link("attributed_to", claim, source)
    library.apply(edits.delete_annotations([source]))
    with pytest.raises(ConflictError, match="no longer there"):
        library.apply(linking)


def test_put_back_makes_a_revision_and_moves_no_mark(library: Library) -> None:
    article, revision = add(library)
    before, behind = mark(library, revision, "membantah kabar"), mark(library, revision, "stok cukup")
    across = mark(library, revision, f"impor garam.\n{BODY[1][:11]}")
    library.apply(edit_text.put_back(article, revision, 0, library.annotations(article.id)))
    now = library.revision(library.article(article.id).revision_id)
    assert now.text == "\n".join([TITLE, BODY[0], "Baca juga: Harga garam naik", BODY[1]])
    assert [b.span.of(now.text) for b in now.blocks] == now.text.split("\n")
    quotes = [library.annotation(m.id).anchor.quote for m in (before, behind)]
    assert quotes == ["membantah kabar", "stok cukup"]
    assert [s.of(now.text) for s in library.annotation(across.id).anchor.spans] == ["impor garam.\n", "Juru bicara"]
    assert [x.text for x in now.left_out] == ["Komentar"] and now.left_out[0].after == 4
    assert len(library.revisions(article.id)) == 2 and library.check() == []
    library.undo()
    assert library.article(article.id) == article and library.annotation(across.id) == across
    assert len(library.revisions(article.id)) == 1


def test_nothing_but_white_space_cannot_be_marked(library: Library) -> None:
    _, revision = add(library)
    space = revision.text.index(" ")
    with pytest.raises(AnchorError):
        edits.annotate(revision, [Span(space, space + 1)], CLAIM)
    with pytest.raises(AnchorError):
        edits.annotate(revision, [Span(0, len(revision.text) + 5)], CLAIM)


def test_the_users_own_label_is_kept_in_order(library: Library) -> None:
    promise = Label("promise", "Promise", "4", "teal", Underline.DASHED, 3)
    library.apply(edits.save_labels(library.labels(), [*library.labels(), promise]))
    assert [x.id for x in library.labels()] == ["claim", "source", "denial", "promise"]
    library.undo()
    assert promise not in library.labels()


def test_lists_filter_sort_and_count(library: Library) -> None:
    one, revision = add(library)
    two, _ = add(library, "Harbour audit opens", ["The auditors began on Monday."])
    mark(library, revision, "stok cukup")
    mark(library, revision, "Juru bicara itu", SOURCE)
    assert [s.title for s in library.summaries()] == [two.title, one.title]
    assert [s.title for s in library.summaries(Query(order="title", descending=False))] == [two.title, one.title]
    assert dict(library.summaries(parse("label:claim"))[0].counts) == {"claim": 1, "source": 1}
    assert library.count(parse("auditors")) == 1 and library.count(parse("label:denial")) == 0
    library.apply(edits.set_state([two], State.TRASHED))
    assert library.count() == 1 and library.count(Query(state=State.TRASHED)) == 1
    assert library.state_counts() == {State.INBOX: 1, State.TRASHED: 1}


def test_search_finds_words_beginnings_marks_and_notes_and_forgets_what_is_gone(library: Library) -> None:
    article, revision = add(library)
    made = mark(library, revision, "stok cukup")
    library.apply(edits.set_note(made, "Périksa gudang"))
    assert [h.field for h in library.search("garam bantah")] == ["text"]
    assert [h.annotation_id for h in library.search("periksa gud")] == [made.id]
    assert "\ue000Périksa\ue001" in library.search("periksa")[0].snippet
    assert library.search('") OR (') == [] and library.search("") == []
    library.undo()
    assert library.search("periksa") == []
    library.undo()
    library.undo()
    assert library.search("garam") == []
    library.redo()
    assert [h.article_id for h in library.search("garam")] == [article.id]


def test_known_content_is_recognised_by_words_or_bytes(library: Library) -> None:
    article, revision = add(library)
    assert library.known(revision.fingerprint) == article.id
    assert library.known("other", revision.original_id) == article.id
    assert library.known("other") == ""


def test_an_article_is_found_by_id_beginning_or_title(library: Library) -> None:
    article, _ = add(library)
    assert {library.find(n) for n in (article.id, article.id[:6], TITLE)} == {article.id}
    with pytest.raises(NotFoundError, match="tidak ada"):
        library.find("tidak ada")


def test_documents_leave_out_marks_of_older_texts(library: Library) -> None:
    article, revision = add(library)
    mark(library, revision, "stok cukup")
    found: list[Article] = [d.article for d in library.documents()]
    assert found == [article]
    assert [len(d.annotations) for d in library.documents([article.id])] == [1]
