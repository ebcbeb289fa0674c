"""The marks that were stored last, as a link is looked for among them."""

from __future__ import annotations

from reader import edits
from reader.model.articles import Revision
from reader.model.labels import CLAIM, DENIAL, SOURCE, Label
from reader.model.spans import Span
from reader.model.stamps import new_id
from reader.store import Library
from reader.store.reading import NEWEST
from tests.reader.store.conftest import add


def mark(library: Library, revision: Revision, words: str, label: Label) -> str:
    start, id = revision.text.index(words), new_id()
    library.apply(edits.annotate(revision, [Span(start, start + len(words))], label, id=id))
    return id


def test_the_last_stored_of_the_labels_come_first(library: Library) -> None:
    _, revision = add(library)
    _, other = add(library, "Another page", ["With words of its own."])
    claim, source = mark(library, revision, "impor garam", CLAIM), mark(library, revision, "Juru bicara", SOURCE)
    denial = mark(library, revision, "membantah", DENIAL)
    mark(library, other, "words", CLAIM)
    first = mark(library, revision, "Menteri", CLAIM)
    assert library.newest_marks(revision.id, ["claim", "denial"]) == [first, denial, claim]
    assert library.newest_marks(revision.id, ["claim"], limit=1) == [first]
    assert library.newest_marks(revision.id, ["source", "claim"], "BICARA") == [source]
    assert library.newest_marks(revision.id, ["claim"], "bicara") == []


def test_the_newest_are_found_without_looking_at_all_marks(library: Library) -> None:
    """Neither those of the library nor those of the article."""
    with library._reading() as connection:
        found = connection.execute(f"EXPLAIN QUERY PLAN {NEWEST}", ("r", "claim", "r"))
        plan = [row[3] for row in found]
    assert not any("SCAN" in step or "TEMP B-TREE" in step for step in plan), plan
