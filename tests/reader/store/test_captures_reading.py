"""The texts of an article told apart without reading one, and its carried marks counted without reading them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from reader import edits
from reader.edits import Edit, Swap
from reader.model.annotations import Annotation, Origin
from reader.model.articles import Article, Revision
from reader.model.captures import RevisionHead
from reader.model.labels import CLAIM
from reader.model.spans import Span
from reader.model.stamps import new_id, now
from reader.store import Library, captures_reading
from tests.reader.store.conftest import add


@pytest.fixture
def texts(library: Library) -> tuple[Article, Revision, Revision]:
    """An article with two texts, the later one cleaned again."""
    article, first = add(library)
    again = replace(
        first, id=new_id(), origin="clean again", original_id="bytes", corrected=first.captured + timedelta(hours=1)
    )
    moved = replace(article, revision_id=again.id)
    library.apply(Edit("Capture again", (Swap(None, again), Swap(article, moved))))
    return moved, first, again


def carried(library: Library, revision: Revision, origin: Origin | None) -> Annotation:
    anchor = edits.anchor(revision, [Span(0, 5)])
    mark = Annotation(new_id(), revision.article_id, CLAIM.id, anchor, now(), now(), origin=origin)
    library.apply(Edit("Fill", (Swap(None, mark),)))
    return mark


def test_heads_say_what_names_are_made_of(library: Library, texts: tuple[Article, Revision, Revision]) -> None:
    article, first, again = texts
    heads, outcomes = library.heads_and_outcomes(article.id)
    assert heads == [
        RevisionHead(one.id, one.captured, one.origin, one.corrected, one.original_id) for one in (first, again)
    ]
    assert library.text_count(article.id) == 2 and not outcomes
    assert library.text_count("none") == 0


def test_a_text_that_was_undone_is_none(library: Library, texts: tuple[Article, Revision, Revision]) -> None:
    article, first, _ = texts
    step = library.next_undo(article.id)
    assert step is not None
    library.undo(step.number)
    assert [head.id for head in library.heads_and_outcomes(article.id)[0]] == [first.id]


def test_outcomes_are_counted_and_carried_marks_are_those_with_one(
    library: Library, texts: tuple[Article, Revision, Revision]
) -> None:
    article, first, again = texts
    changed = Origin(first.id, (Span(0, 5),), "words", "changed", needs_review=True)
    marks = [carried(library, again, changed), carried(library, again, changed)]
    marks.append(carried(library, first, replace(changed, outcome="removed", needs_review=False)))
    carried(library, again, None)
    assert library.heads_and_outcomes(article.id)[1] == {("changed", True): 2, ("removed", False): 1}
    assert sorted(library.carried_marks(article.id), key=lambda m: m.id) == sorted(marks, key=lambda m: m.id)


@pytest.mark.parametrize("statement", [captures_reading._TEXTS, captures_reading._HEADS, captures_reading._OUTCOMES])
def test_what_other_articles_hold_is_not_looked_at(library: Library, statement: str) -> None:
    with library._reading() as connection:
        plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}", ("a",))]
    assert not any("SCAN" in step for step in plan), plan
