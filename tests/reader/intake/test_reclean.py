"""Stored pages cleaned again: told first, then taken, with every mark accounted for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reader import edits
from reader.anchoring import Outcome
from reader.cleaning import clean
from reader.intake import reclean
from reader.intake.add import add
from reader.intake.reclean import Recleaned
from reader.model.annotations import Annotation
from reader.model.labels import CLAIM
from reader.model.pages import Cleaned, Page
from reader.model.spans import Span
from reader.revisions import edit_text
from reader.store import Library
from tests.ui.window_desk import PAGE


class Older:
    """A cleaner of yesterday: it left the last paragraph out, and kept a line that is none of the article's."""

    def clean(self, page: Page) -> Cleaned:
        found = clean(page)
        text = found.text[: found.blocks[-1].span.start - 1]
        added = text + "\nShare this page"
        line = replace(found.blocks[-1], span=Span(len(text) + 1, len(added)))
        return replace(found, text=added, blocks=(*found.blocks[:-1], line), cleaner="tilik-cleaner 0", inline=())


class Newer:
    def clean(self, page: Page) -> Cleaned:
        return clean(page)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.tilik") as opened:
        (tmp_path / "rice.html").write_text(PAGE)
        list(add(opened, [tmp_path / "rice.html"], Older()))
        yield opened


def mark(library: Library, words: str, article_id: str = "") -> Annotation:
    article_id = article_id or library.summaries()[0].id
    revision = library.revision(library.article(article_id).revision_id)
    start = revision.text.index(words)
    change = library.apply(edits.annotate(revision, [Span(start, start + len(words))], CLAIM))
    made = change.edit.swaps[0].after
    assert isinstance(made, Annotation)
    return made


def again(library: Library) -> Recleaned:
    (step,) = reclean.reclean(library, reclean.outdated(library), Newer())
    assert isinstance(step.result, Recleaned)
    return step.result


def test_nothing_is_stored_before_it_is_accepted_and_one_undo_brings_the_old_text_back(library: Library) -> None:
    kept, lost = mark(library, "prices would soon fall"), mark(library, "Share this page")
    found = again(library)
    assert (found.added, found.removed, found.asks) == (1, 1, 1)
    assert (found.count(Outcome.REMOVED) + found.count(Outcome.CHANGED), found.count(Outcome.PLACED)) == (1, 1)
    article = library.article(found.article_id)
    assert "Share this page" in library.revision(article.revision_id).text
    library.apply(reclean.accept([found]))
    now = library.revision(library.article(article.id).revision_id)
    assert "The mayor denies" in now.text and "Share this page" not in now.text
    assert now.captured == library.revision(article.revision_id).captured
    assert library.annotation(kept.id).anchor.quote == "prices would soon fall"
    assert library.annotation(lost.id).anchor.quote == "Share this page"
    assert reclean.outdated(library) == [] and library.check() == []
    library.undo()
    assert library.article(article.id).revision_id == article.revision_id


def test_a_text_changed_by_hand_is_passed_over(library: Library) -> None:
    (article_id,) = reclean.outdated(library)
    article = library.article(article_id)
    library.apply(edit_text.take_out(article, library.revision(article.revision_id), 1, []))
    assert reclean.outdated(library) == []


def test_what_reads_as_before_is_told_without_an_edit(library: Library) -> None:
    found = again(library)
    library.apply(reclean.accept([found]))
    (step,) = reclean.reclean(library, [found.article_id], Newer())
    assert isinstance(step.result, Recleaned) and step.result.edit is None and step.result.problem is None
