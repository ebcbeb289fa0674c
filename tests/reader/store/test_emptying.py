"""Deleted for good: nothing of an article is left, in no table, no index, no step of undo, no byte of the file."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from reader import edits
from reader.edits.claims import add_evidence, new_claim
from reader.errors import ConflictError
from reader.model.articles import Block, BlockKind, State
from reader.model.pages import Original, Picture
from reader.model.spans import Span
from reader.store import Library

from .conftest import add, make_article
from .test_door import mark

WORD = "Zirkonium"  # stands in what goes, and nowhere else


def stands_in(path: Path) -> bool:
    """Whether the word stands in the library's files, in small letters and without its first ones too, as indexes
    have it."""
    files = [file for file in path.parent.glob(f"{path.name}*") if file.is_file()]
    return any(WORD[2:].lower().encode() in file.read_bytes().lower() for file in files)


def secret(library: Library) -> tuple[edits.Edit, str]:
    """An article with the word in every part of it, added, and its id."""
    article, revision = make_article(f"{WORD} title", [f"{WORD} was found by the auditors.", "Nothing else."])
    noise = random.Random(1).randbytes(300_000)
    original = Original.of(f"<p>{WORD} page</p>".encode() + noise, "text/html", f"{WORD}.html", "utf-8")
    picture = Picture("p" * 64, "image/png", f"{WORD} picture".encode(), 1, 1)
    figure = Block(Span(0, 0), BlockKind.FIGURE, 0, {"picture": picture.id})
    revision = replace(revision, original_id=original.id, blocks=(figure, *revision.blocks))
    edit = edits.add_article(article, revision, original, [picture])
    library.apply(edit)
    made = mark(library, revision, f"{WORD} was found")
    for note in (f"{WORD} note " * 40, "short"):  # the first leaves room behind it
        library.apply(edits.set_note(library.annotation(made.id), note))
    return edit, article.id


def test_nothing_of_it_is_left_in_the_file(library: Library, path: Path) -> None:
    kept, text = add(library)
    other = mark(library, text, "stok cukup")
    _, gone = secret(library)
    library.undo()  # steps that were taken back hold its words too
    made = library.annotations(gone)[0]
    library.apply(edits.link("related", other, made))
    (claim,) = [s.after for s in library.apply(new_claim([other], "A claim.")).edit.swaps if s.before is None]
    library.apply(add_evidence(claim, "supports", made))  # type: ignore[arg-type]
    library.apply(edits.set_state([library.article(gone)], State.TRASHED))
    assert stands_in(path)
    told: list[str] = []
    library.changed.subscribe(lambda change: told.append(change.edit.name))
    done = library.delete_for_good(library.trashed())
    assert (done.articles, done.marks, done.originals) == (1, 1, 1) and done.steps >= 5
    assert told == ["Delete for good"]
    assert path.stat().st_size < 400_000, "the room is given back"
    assert not stands_in(path), "also while the library is open"
    assert library.search("auditors") == [] and library.count() == 1 and library.trashed() == []
    assert library.annotation(other.id).anchor.quote == "stok cukup" and library.relations(kept.id) == []
    assert library.evidence([claim.id]) == [] and library.check() == []  # type: ignore[union-attr]
    assert all(not step.touches(gone) for step in library.history())


def test_the_other_articles_can_be_undone_as_before(library: Library) -> None:
    kept, text = add(library)
    made = mark(library, text, "stok cukup")
    _, gone = secret(library)
    library.apply(edits.set_state([library.article(gone), kept], State.TRASHED))
    library.apply(edits.set_state([library.article(kept.id)], State.INBOX))
    library.delete_for_good([gone])
    names = [step.name for step in library.history()]
    assert names == ["Move to inbox", "Move to trashed", "Mark as claim", "Add article"]
    for _ in names[:3]:
        library.undo()
    assert library.annotations(kept.id) == [] and library.article(kept.id).state is State.INBOX
    for _ in names[:3]:
        library.redo()
    assert library.annotations(kept.id) == [made] and library.check() == []


def test_bytes_that_another_article_uses_stay(library: Library) -> None:
    kept, _ = add(library)
    article, revision = make_article("Another", ["Of the same page."])
    original = library.original(library.revision(kept.revision_id).original_id)
    library.apply(edits.add_article(article, replace(revision, original_id=original.id), original))
    library.apply(edits.set_state([article], State.TRASHED))
    assert library.delete_for_good([article.id]).originals == 0
    assert library.original(original.id) == original and library.check() == []


def test_only_what_is_in_the_trash_goes(library: Library) -> None:
    kept, _ = add(library)
    with pytest.raises(ConflictError, match="in the trash"):
        library.delete_for_good([kept.id])
    assert library.count() == 1
    assert library.delete_for_good([]).articles == 0
