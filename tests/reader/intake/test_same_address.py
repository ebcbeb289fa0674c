"""One story at one address, however it is spelled: the second page is told, offered, and taken as a newer capture."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader import edits
from reader.cleaning import Worker
from reader.commands.run import run
from reader.intake.add import ADDED, CAPTURED, KNOWN, AddResult, add
from reader.intake.merge_captures import merge_captures
from reader.intake.same_address import at_address
from reader.model.articles import State
from reader.model.labels import CLAIM
from reader.model.pages import Page
from reader.model.spans import Span
from reader.store import Library
from reader.store.addresses_reading import MOST, WITHIN
from reader.text.addresses import spellings
from tests.saved_pages import PARAGRAPHS, page

STORY = "https://gazette.example/news/granary"
SPELLINGS = (
    f"{STORY}?utm_source=tw&utm_medium=social", f"{STORY}?utm_source=fb&fbclid=77", "http://www.gazette.example/news/granary/",
    f"{STORY}/amp", f"{STORY}?print=1", "https://m.gazette.example/news/granary", f"{STORY}#top",
)  # fmt: skip


def capture(address: str, words: str = "", name: str = "page.html") -> Page:
    head = f'<link rel="canonical" href="{address}">'
    markup = page(
        head=head, more=f"<p>Keterangan itu dibacakan {words} oleh juru tulis di balai kota.</p>" if words else ""
    )
    return Page(name, name, markup.encode(), "text/html")


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker() as found:
        yield found


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.tilik") as found:
        yield found


def added(library: Library, worker: Worker, *pages: Page, as_capture: bool = False) -> list[AddResult]:
    steps = add(library, pages, worker, as_capture=as_capture)
    return [step.result for step in steps if isinstance(step.result, AddResult)]


def mark(library: Library, article_id: str, words: str) -> None:
    revision = library.revision(library.article(article_id).revision_id)
    at = revision.text.index(words)
    library.apply(edits.annotate(revision, [Span(at, at + len(words))], CLAIM))


@pytest.mark.parametrize("address", SPELLINGS)
def test_the_second_is_told_and_replaces_nothing(library: Library, worker: Worker, address: str) -> None:
    first, second, third = added(
        library, worker, capture(STORY), capture(address, "dua kali", "b.html"), capture(address, name="c.html")
    )
    assert (first.status, first.newer_of, first.reason) == (ADDED, "", None)
    assert (second.status, second.newer_of) == (ADDED, first.article_id) and "b.html" in str(second.reason)
    assert (third.status, third.article_id) == (KNOWN, first.article_id)  # the same words
    assert library.count() == 2 and len(library.revisions(first.article_id)) == 1


def test_stories_of_which_nothing_is_the_same_are_not_told(library: Library, worker: Worker) -> None:
    other = capture("https://gazette.example/news/granary-2", "dua kali", "b.html")
    results = added(library, worker, capture(STORY), other, capture("https://gazette.example/s?id=1", "lagi", "c.html"))
    assert [result.newer_of for result in results] == ["", "", ""]


def test_a_front_page_as_address_speaks_only_for_pages_that_are_alike(library: Library, worker: Worker) -> None:
    front = "https://gazette.example/"
    far = Page(
        "b.html", "b.html",
        page(head=f'<link rel="canonical" href="{front}">')
        .replace(PARAGRAPHS[0], "Nelayan di teluk menolak tarif dermaga yang baru sejak awal musim hujan tahun lalu.")
        .replace(PARAGRAPHS[1], "Kepala pelabuhan mengatakan tarif sudah disetujui oleh para pemilik kapal barang.")
        .replace(PARAGRAPHS[2], "Rapat berikutnya diadakan pada hari Jumat di aula bersama nelayan.").encode(),
        "text/html",
    )  # fmt: skip
    first, second, third = added(library, worker, capture(front), far, capture(front, "dua kali", "c.html"))
    assert (first.newer_of, second.newer_of, third.newer_of) == ("", "", first.article_id)


def test_it_is_taken_as_a_newer_capture_when_asked(library: Library, worker: Worker) -> None:
    (first,) = added(library, worker, capture(STORY))
    mark(library, first.article_id, "pasar tetap buka seperti biasa")
    (second,) = added(library, worker, capture(SPELLINGS[1], "dua kali"), as_capture=True)
    assert (second.status, second.article_id) == (CAPTURED, first.article_id) and library.count() == 1
    assert "dua kali" in library.revision(library.article(first.article_id).revision_id).text
    assert [one.anchor.quote for one in library.annotations(first.article_id)] == ["pasar tetap buka seperti biasa"]
    library.undo()
    assert len(library.revisions(first.article_id)) == 1
    (fresh,) = added(library, worker, capture("https://gazette.example/other", "tiga kali"), as_capture=True)
    assert fresh.status == ADDED


def test_a_page_that_was_saved_before_is_no_newer_capture(library: Library, worker: Worker) -> None:
    (first,) = added(library, worker, capture(STORY))
    sign = f"<!-- Page saved with SingleFile\n url: {STORY}\n saved date: Tue Mar 03 2020 08:15:00 GMT+0100 (CET)\n-->"
    old = Page(
        "old.html", "old.html", page(before_head=sign, more="<p>Dahulu begini bunyinya.</p>").encode(), "text/html"
    )
    (second,) = added(library, worker, old, as_capture=True)
    assert (second.status, second.newer_of) == (ADDED, "") and "a later text" in str(second.reason)
    assert len(library.revisions(first.article_id)) == 1


def test_the_first_of_several_is_the_one_to_take_it(library: Library, worker: Worker) -> None:
    pages = [
        capture(SPELLINGS[2], name="a.html"),
        capture(STORY, "dua kali", "b.html"),
        capture(STORY, "lagi", "c.html"),
    ]
    first, second, third = added(library, worker, *pages)
    assert second.newer_of == third.newer_of == first.article_id


def test_articles_are_taken_as_newer_captures_in_one_step(library: Library, worker: Worker) -> None:
    first, second = added(library, worker, capture(STORY), capture(SPELLINGS[0], "dua kali", "b.html"))
    mark(library, first.article_id, "pasar tetap buka seperti biasa")
    found = merge_captures(library, [(second.article_id, first.article_id)])
    assert found.edit is not None and found.taken == (first.article_id,) and not found.kept
    library.apply(found.edit)
    newest = library.revision(library.article(first.article_id).revision_id)
    assert "dua kali" in newest.text and library.original(newest.original_id).name == "b.html"
    assert library.annotations(first.article_id)[0].anchor.revision_id == newest.id
    assert library.article(second.article_id).state is State.TRASHED
    (again,) = added(library, worker, capture(SPELLINGS[0], "dua kali", "b.html"))
    assert (again.status, again.article_id) == (KNOWN, first.article_id)  # and not the one in the trash
    library.undo()
    assert library.article(second.article_id).state is State.INBOX and len(library.revisions(first.article_id)) == 1


def test_an_article_with_marks_of_its_own_is_no_mere_capture(library: Library, worker: Worker) -> None:
    first, second = added(library, worker, capture(STORY), capture(SPELLINGS[0], "dua kali", "b.html"))
    mark(library, second.article_id, "dua kali")
    found = merge_captures(library, [(second.article_id, first.article_id)])
    assert (found.edit, found.taken, found.kept) == (None, (), (second.article_id,))


def test_sets_and_pages_find_an_article_by_another_spelling(library: Library, worker: Worker) -> None:
    (first,) = added(library, worker, capture(STORY))
    assert at_address(library, SPELLINGS[2]) == first.article_id and at_address(library, f"{STORY}-2") == ""
    library.apply(edits.set_state([library.article(first.article_id)], State.TRASHED))
    assert at_address(library, SPELLINGS[2]) == ""


def test_the_command_says_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TILIK_LIBRARY", str(tmp_path / "library.tilik"))
    for name, address, words in (
        ("a.html", STORY, ""),
        ("b.html", SPELLINGS[0], "dua kali"),
        ("c.html", STORY, "lagi"),
    ):
        (tmp_path / name).write_bytes(capture(address, words).data)
    assert run(["add", str(tmp_path / "a.html"), "--json"]) == 0
    first = json.loads(capsys.readouterr().out)
    assert run(["add", str(tmp_path / "b.html"), "--json"]) == 0
    second = json.loads(capsys.readouterr().out)
    assert second["status"] == "added" and second["newer_of"] == first["article"] and "b.html" in second["reason"]
    assert run(["add", str(tmp_path / "c.html"), "--as-capture", "--json"]) == 0
    third = json.loads(capsys.readouterr().out)
    assert (third["status"], third["article"]) == ("captured", first["article"])


def test_addresses_are_looked_up_in_their_index(library: Library) -> None:
    with library._reading() as connection:
        plan = connection.execute(f"EXPLAIN QUERY PLAN {WITHIN}", (json.dumps(spellings(STORY)), MOST)).fetchall()
    assert any("ix_article_url (url>? AND url<?)" in row[3] for row in plan)
    assert not any("SCAN a" in row[3] for row in plan)
