"""Lists in the library: addresses wait for their texts, which are fetched when that is asked and never else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.cleaning import Worker
from reader.errors import FetchError
from reader.exchange.confined import SetReader
from reader.intake.add import ADDED, FAILED, KNOWN, OPENED, AddResult, add
from reader.intake.at_import import holds_several
from reader.intake.capture_again import capture
from reader.intake.fetch_texts import fetch_texts, to_fetch
from reader.intake.highlights import LIST
from reader.intake.listed import is_to_fetch
from reader.intake.reclean import outdated
from reader.model.articles import State
from reader.model.pages import Page
from reader.sources import page_of_bytes
from reader.store import Library
from tests import made_documents as made
from tests import sample_set
from tests.saved_pages import page

ONE, TWO = "https://a.example/one", "https://a.example/two"
HEAD = "title,url,time_added,tags,status\n"
POCKET = f"{HEAD}One,{ONE},1700000000,x|y,archive\nTwo,{TWO},1700000001,,unread\n"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.tilik") as opened:
        yield opened


def added(library: Library, path: Path, data: str | bytes) -> list[AddResult]:
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    with Worker() as worker:
        steps = list(add(library, [path], worker, fetch=refused))
    return [step.result for step in steps if isinstance(step.result, AddResult)]


def refused(address: str) -> Page:
    raise FetchError("{0} could not be fetched: {1}", address, "no")


def served(address: str) -> Page:
    return page_of_bytes(page().encode(), address, "one", url=address)


def fetched(library: Library, ids: list[str], fetch: object = served) -> list[AddResult]:
    with Worker() as worker:
        return [s.result for s in fetch_texts(library, ids, worker, fetch=fetch) if isinstance(s.result, AddResult)]  # type: ignore[arg-type]


def test_addresses_of_a_list_wait_and_nothing_is_fetched(library: Library, tmp_path: Path) -> None:
    outcomes = added(library, tmp_path / "p.csv", POCKET)
    assert [one.status for one in outcomes] == [ADDED, ADDED, OPENED]
    assert str(outcomes[-1].reason).endswith("Pocket (to be fetched: 2)")
    one = library.article(library.find(ONE))
    assert (one.title, one.tags, one.state, one.words, one.added.year) == ("One", ("x", "y"), State.ARCHIVED, 0, 2023)
    assert is_to_fetch(library.revision(one.revision_id)) and len(to_fetch(library)) == 2 and not outdated(library)
    assert library.check() == [] and [hit.article_id for hit in library.search("One")] == [one.id]
    library.undo()  # the whole list is one step
    assert library.count() == 0


def test_what_is_here_is_known_and_its_highlights_are_kept(library: Library, tmp_path: Path) -> None:
    added(library, tmp_path / "p.csv", POCKET)
    marks = f"URL,Title,Selection,Folder\n{ONE}?utm_source=x,One,some words,Unread\n"
    outcomes = added(library, tmp_path / "i.csv", marks)
    assert [one.status for one in outcomes] == [KNOWN, OPENED] and "highlights kept: 1" in str(outcomes[-1].reason)
    kept = library.article(library.find(ONE)).extra[LIST]["highlights"]
    assert kept == [{"quote": "some words", "note": "", "at": ""}]
    again = added(library, tmp_path / "i2.csv", marks)
    assert "highlights" not in str(again[-1].reason)
    rows = "Highlight,Book Title,Book Author,Note\nother words,Two,,\n"
    added(library, tmp_path / "r.csv", rows)
    assert library.article(library.find(TWO)).extra[LIST]["highlights"][0]["quote"] == "other words"
    assert library.count() == 2


def test_a_text_is_fetched_keeps_what_the_list_said_and_can_be_taken_back(library: Library, tmp_path: Path) -> None:
    added(library, tmp_path / "p.csv", POCKET)
    id = library.find(ONE)
    (outcome,) = fetched(library, [id])
    article = library.article(id)
    assert outcome.status == ADDED and article.words > 20 and article.title != "One"
    assert (article.tags, article.state, article.added.year, article.url) == (("x", "y"), State.ARCHIVED, 2023, ONE)
    assert len(library.revisions(id)) == 1 and library.revision(article.revision_id).original_id
    assert fetched(library, [id])[0].status == KNOWN
    library.undo()
    assert library.article(id).title == "One" and is_to_fetch(library.revision(library.article(id).revision_id))
    library.redo()
    assert library.article(id) == article and library.check() == []


def test_one_that_fails_says_why_and_stays(library: Library, tmp_path: Path) -> None:
    added(library, tmp_path / "p.csv", POCKET)
    before = library.article(library.find(ONE))
    outcomes = fetched(library, to_fetch(library), refused)
    assert [one.status for one in outcomes] == [FAILED, FAILED] and "could not be fetched" in str(outcomes[0].reason)
    assert library.article(before.id) == before and len(to_fetch(library)) == 2


def test_a_page_at_a_waiting_address_becomes_its_text(library: Library, tmp_path: Path) -> None:
    added(library, tmp_path / "p.csv", POCKET)
    (outcome,) = added(library, tmp_path / "a.html", page(head=f'<link rel="canonical" href="{ONE}">'))
    assert outcome.article_id == library.find(ONE) and library.count() == 2
    assert library.article(outcome.article_id).tags == ("x", "y") and len(to_fetch(library)) == 1
    with Worker() as worker:
        again = capture(library, library.find(TWO), "", worker, fetch=served)
    assert again.edit is not None
    library.apply(again.edit)
    assert to_fetch(library) == [] and len(library.revisions(library.find(TWO))) == 1


def test_texts_of_a_list_come_in_as_articles(library: Library, tmp_path: Path) -> None:
    entry = {"is_archived": 0, "is_starred": 1, "title": "One", "url": ONE, "tags": ["x"], "content": page(),
             "annotations": [{"quote": "words", "text": "hm"}]}  # fmt: skip
    outcomes = added(library, tmp_path / "w.json", json.dumps([entry]))
    assert [one.status for one in outcomes] == [ADDED, OPENED] and outcomes[0].within.endswith("w.json")
    article = library.article(outcomes[0].article_id)
    assert article.words and article.tags == ("x", "favourite") and len(article.extra[LIST]["highlights"]) == 1
    assert added(library, tmp_path / "w2.json", json.dumps([entry]))[0].status == KNOWN


def test_pages_of_a_web_archive_are_articles_with_the_day_of_capture(library: Library, tmp_path: Path) -> None:
    records = [(ONE, 200, "text/html", page().encode()), (TWO, 200, "text/html", page(more="<p>Two.</p>").encode())]
    outcomes = added(library, tmp_path / "a.warc.gz", made.warc(records, packed=True))
    assert [one.status for one in outcomes] == [ADDED, ADDED, OPENED]
    article = library.article(library.find(ONE))
    revision = library.revision(article.revision_id)
    assert revision.captured.year == 2020 and library.original(revision.original_id).data == page().encode()


def test_a_list_by_the_door_of_sets_is_known_for_one(tmp_path: Path) -> None:
    (tmp_path / "p.csv").write_text(POCKET)
    sample_set.write(tmp_path / "set.txt")
    (tmp_path / "a.html").write_text(page())
    with SetReader() as reader:
        assert holds_several(tmp_path / "p.csv", reader)
        assert not holds_several(tmp_path / "set.txt", reader) and not holds_several(tmp_path / "a.html", reader)
