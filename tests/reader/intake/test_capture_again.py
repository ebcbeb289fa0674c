"""A newer file of a known article: told, taken, compared, reported."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader import edits
from reader.anchoring import Outcome
from reader.commands import main
from reader.errors import ConflictError, FetchError, NotFoundError, SourceError
from reader.intake.add import AddResult, add
from reader.intake.capture_again import Captured, capture
from reader.intake.carry_again import carry_again, misses_marks
from reader.model.annotations import Annotation
from reader.model.articles import State
from reader.model.pages import Page
from reader.revisions import carry_marks, compare_report
from reader.revisions.compare import compare, runs
from reader.store import Library
from tests.reader.intake.test_reclean import Newer, mark
from tests.ui.window_desk import PAGE

CLAIM = "prices would soon fall again"
NEWER = PAGE.replace("would soon fall", "would not soon fall").replace("The mayor denies that", "The mayor said")


@pytest.fixture
def pages(tmp_path: Path) -> tuple[Path, Path]:
    first, second = tmp_path / "rice.html", tmp_path / "rice-later.html"
    first.write_text(PAGE)
    second.write_text(NEWER)
    return first, second


@pytest.fixture
def library(tmp_path: Path, pages: tuple[Path, Path]) -> Iterator[Library]:
    with Library.open(tmp_path / "library.tilik") as opened:
        list(add(opened, [pages[0]], Newer()))
        yield opened


def taken(library: Library, source: Path) -> Captured:
    found = capture(library, library.summaries()[0].id, source, Newer())
    if found.edit is not None:
        library.apply(found.edit)
    return found


def test_a_negation_put_in_is_changed_and_one_undo_takes_the_capture_back(
    library: Library, pages: tuple[Path, Path]
) -> None:
    made, kept = mark(library, CLAIM), mark(library, "after two ships had been held up")
    article = library.article(made.article_id)
    found = {one.before.id: one for one in taken(library, pages[1]).carried}
    assert (found[made.id].outcome, found[made.id].wording) == (Outcome.CHANGED, "prices would not soon fall again")
    assert found[kept.id].outcome is Outcome.PLACED
    assert len(library.revisions(article.id)) == 2 and library.check() == []
    library.undo()
    assert library.article(article.id) == article and library.annotation(made.id) == made


def test_the_same_page_and_the_same_words_record_nothing(library: Library, pages: tuple[Path, Path]) -> None:
    assert taken(library, pages[0]).edit is None
    pages[1].write_text(PAGE.replace("<body>", "<body ><!-- 2 -->"))
    assert taken(library, pages[1]).edit is None
    assert len(library.revisions(library.summaries()[0].id)) == 1


ADDRESS = "https://harbour.example/rice"


def served(html: str) -> Page:
    return Page(ADDRESS, "rice", html.encode(), "text/html", url=ADDRESS)


def test_without_a_source_the_articles_own_address_is_asked_once(tmp_path: Path) -> None:
    asked: list[str] = []

    def fetch(address: str) -> Page:
        asked.append(address)
        return served(NEWER)

    with Library.open(tmp_path / "web.tilik") as library:
        list(add(library, [served(PAGE)], Newer()))
        made = mark(library, CLAIM)
        found = capture(library, made.article_id, "", Newer(), fetch=fetch)
        assert asked == [ADDRESS] and found.asks == 1 and len(library.revisions(made.article_id)) == 1
        assert found.edit is not None
        library.apply(found.edit)
        assert library.article(made.article_id).url == ADDRESS
        assert carry_marks.outcome_of(library.annotation(made.id)) is Outcome.CHANGED


def test_an_address_that_does_not_answer_changes_nothing(tmp_path: Path) -> None:
    def fetch(address: str) -> Page:
        raise FetchError(f"{address} did not answer")

    with Library.open(tmp_path / "web.tilik") as library:
        list(add(library, [served(PAGE)], Newer()))
        article = library.summaries()[0].id
        with pytest.raises(FetchError, match=r"harbour\.example"):
            capture(library, article, "", Newer(), fetch=fetch)
        assert len(library.revisions(article)) == 1


def test_an_article_without_an_address_needs_a_file(library: Library) -> None:
    with pytest.raises(SourceError, match="no address"):
        capture(library, library.summaries()[0].id, "", Newer())


def test_a_page_at_a_known_address_is_told_and_replaces_nothing(library: Library, tmp_path: Path) -> None:
    head = '<head><link rel="canonical" href="https://news.example/rice">'
    for name, page in (("a.html", PAGE.replace("a tenth", "a fifth")), ("b.html", NEWER)):
        (tmp_path / name).write_text(page.replace("<head>", head))
    results = [step.result for step in add(library, [tmp_path / "a.html", tmp_path / "b.html"], Newer())]
    first, second = [result for result in results if isinstance(result, AddResult)]
    assert first.newer_of == "" and second.newer_of == first.article_id
    assert library.count() == 3 and len(library.revisions(first.article_id)) == 1


def test_the_report_tells_both_wordings(library: Library, pages: tuple[Path, Path]) -> None:
    made = mark(library, CLAIM)
    mark(library, "after two ships had been held up")
    with pytest.raises(NotFoundError):
        compare(library, made.article_id)
    taken(library, pages[1])
    found = compare(library, made.article_id)
    (one,) = found.touched
    assert (one.before, one.after, found.same) == (CLAIM, "prices would not soon fall again", 1)
    assert {found.new.text[d.new.start : d.new.end] for d in found.differences} >= {"not"}
    told = compare_report.markdown(found)
    assert "prices would **not** soon fall again" in told and "does not say who changed" in told
    assert "prices would <ins>not</ins> soon fall again" in compare_report.html(found)
    assert [r.text for r in runs("a b c", "a c")[0] if r.differs] == ["b"]


def test_leaving_a_mark_puts_it_back_on_its_own_words(library: Library, pages: tuple[Path, Path]) -> None:
    made = mark(library, CLAIM)
    taken(library, pages[1])
    known = {one.id: one for one in library.revisions(made.article_id)}
    library.apply(carry_marks.leave(library.annotation(made.id), known))
    left = library.annotation(made.id)
    assert left.anchor == made.anchor and not carry_marks.needs_review(left) and library.check() == []
    (shown,) = carry_marks.made_on(known[made.anchor.revision_id], [left])
    assert (shown.start, shown.end) == (made.anchor.start, made.anchor.end)


def test_the_commands(tmp_path: Path, pages: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "library.tilik"
    with Library.open(path) as library:
        list(add(library, [pages[0]], Newer()))
        made: Annotation = mark(library, CLAIM)
    at = ["--library", str(path), "--json"]
    assert main(["recapture", made.article_id, str(pages[1]), *at]) == 0
    first, second = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert (first["status"], first["asks"]) == ("captured", 1)
    assert (second["annotation"], second["outcome"]) == (made.id, "changed")
    assert main(["recapture", made.article_id, str(pages[1]), *at]) == 0
    assert json.loads(capsys.readouterr().out)["status"] == "unchanged"
    assert main(["compare", made.article_id, "--from", "1", "--to", "2", "--library", str(path)]) == 0
    assert "prices would **not** soon" in capsys.readouterr().out
    assert main(["compare", made.article_id, "--from", "7", *at]) == 66


# -- while a page was fetched and cleaned, somebody marked on ----------------------------------------------------------


def test_a_mark_that_was_made_meanwhile_is_carried_too(library: Library, pages: tuple[Path, Path]) -> None:
    early = mark(library, CLAIM)
    found = capture(library, early.article_id, pages[1], Newer())
    assert found.edit is not None and not misses_marks(library, found.edit)
    late = mark(library, "after two ships had been held up")
    assert misses_marks(library, found.edit)
    library.apply(carry_again(library, found.edit))
    newest = library.article(early.article_id).revision_id
    assert {library.annotation(one.id).anchor.revision_id for one in (early, late)} == {newest}
    assert library.check() == []


def test_a_note_and_a_state_that_were_changed_meanwhile_stay(library: Library, pages: tuple[Path, Path]) -> None:
    made = mark(library, CLAIM)
    article = library.article(made.article_id)
    found = capture(library, article.id, pages[1], Newer())
    library.apply(edits.set_note(made, "Ask the harbour."))
    library.apply(edits.set_state([article], State.DONE))
    assert found.edit is not None
    with pytest.raises(ConflictError):
        library.apply(found.edit)
    library.apply(carry_again(library, found.edit))
    assert library.annotation(made.id).note == "Ask the harbour."
    assert library.article(article.id).state is State.DONE
    assert library.annotation(made.id).origin is not None, "and the mark was carried"


def test_a_text_that_was_exchanged_meanwhile_is_not_exchanged_again(library: Library, pages: tuple[Path, Path]) -> None:
    made = mark(library, CLAIM)
    first = capture(library, made.article_id, pages[1], Newer())
    second = capture(library, made.article_id, pages[1], Newer())
    assert first.edit is not None and second.edit is not None
    library.apply(first.edit)
    with pytest.raises(ConflictError):
        carry_again(library, second.edit)
