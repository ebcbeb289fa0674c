"""Sources into the library: what is added, what is known, what failed and why."""

from __future__ import annotations

import json
from collections.abc import Generator, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import pytest

from reader import anchoring, edits
from reader.cleaning import Worker
from reader.errors import FetchError, SetError
from reader.exchange.exporters import export, exporter
from reader.intake.add import ADDED, AddResult, add
from reader.intake.sets import SetItem, import_set
from reader.model.articles import Block
from reader.model.dataset import Dataset
from reader.model.labels import CLAIM, Label, Underline
from reader.model.pages import Page
from reader.model.spans import Span
from reader.revisions.carry_marks import needs_review, outcome_of, recapture
from reader.sources import paste
from reader.store import Library

SEEDS = Path(__file__).parents[3] / "seeds"
PAGE = """<!doctype html><html lang="id"><head><title>Wali Kota Bantah Tutup Pasar</title></head><body><article>
<h1>Wali Kota Bantah Tutup Pasar</h1>
<p>Wali Kota Muara Jati membantah kabar bahwa pasar ikan akan ditutup pada bulan depan oleh pemerintah kota.</p>
<p>“Kabar itu tidak benar, pasar tetap buka seperti biasa,” kata juru bicaranya kepada para pedagang hari Senin.</p>
</article></body></html>"""


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker() as found:
        yield found


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.tilik") as found:
        yield found


def outcomes(steps: Iterator[object]) -> list[Any]:
    return [r for s in steps if isinstance(r := getattr(s, "result", None), AddResult | SetItem)]


def test_one_bad_page_does_not_stop_the_rest(library: Library, worker: Worker, tmp_path: Path) -> None:
    saved = tmp_path / "saved"
    saved.mkdir()
    (saved / "1.html").write_text(PAGE, "utf-8")
    (saved / "2.html").write_bytes(b"")
    (saved / "3.html").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(900))
    (saved / "4.html").write_text(PAGE.replace("  ", " ") + "\n\n", "utf-8")
    found = outcomes(add(library, [saved, tmp_path / "missing.html"], worker))
    assert [o.status for o in found] == ["added", "failed", "failed", "known", "failed"]
    reasons = [str(o.reason) for o in found]
    assert "2.html is empty" in reasons[1] and "3.html" in reasons[2] and "missing.html" in reasons[4]
    assert found[3].article_id == found[0].article_id
    article = library.article(found[0].article_id)
    assert article.title == "Wali Kota Bantah Tutup Pasar" and article.language == "id" and article.words > 25
    revision = library.revision(article.revision_id)
    assert library.original(revision.original_id).data == PAGE.encode()
    assert library.undo_name() == "Add article"


def test_an_address_is_fetched_and_offline_is_a_failure_like_any(library: Library, worker: Worker) -> None:
    def fetch(address: str) -> Page:
        if "offline" in address:
            raise FetchError(f"{address} could not be fetched: its name was not found. Are you offline?")
        return Page(address, "1", PAGE.encode(), "text/html", "utf-8", address)

    wanted = ["https://kabar.example/1", "https://offline.example/"]
    found = outcomes(add(library, wanted, worker, fetch=fetch))
    assert [o.status for o in found] == ["added", "failed"]
    assert library.article(found[0].article_id).url == "https://kabar.example/1"


def test_pasted_words_become_an_article(library: Library, worker: Worker) -> None:
    page = paste("Wali Kota Bantah\n\nWali kota membantah kabar itu. Pasar tetap buka seperti biasa, katanya.")
    (found,) = outcomes(add(library, [page], worker))
    assert found.status == "added"
    assert "membantah kabar itu" in library.revision(library.article(found.article_id).revision_id).text


def test_closing_stops_between_two_pages(library: Library, worker: Worker, tmp_path: Path) -> None:
    for n in range(3):
        (tmp_path / f"{n}.html").write_text(PAGE.replace("Pasar", f"Pasar {n}"), "utf-8")
    steps = add(library, [tmp_path], worker)
    assert isinstance(steps, Generator)
    next(steps)
    steps.close()
    assert library.count() == 1


def test_a_set_comes_back_whole_as_one_step(library: Library, worker: Worker, tmp_path: Path) -> None:
    promise = Label("promise", "Promise", "4", "teal", Underline.DASHED, 3)
    library.apply(edits.save_labels(library.labels(), [*library.labels(), promise]))
    (tmp_path / "1.html").write_text(PAGE, "utf-8")
    (found,) = outcomes(add(library, [tmp_path / "1.html"], worker))
    revision = library.revision(library.article(found.article_id).revision_id)
    start = revision.text.index("membantah")
    library.apply(edits.annotate(revision, [Span(start, start + 15)], CLAIM, "Sari", note="cek"))
    library.apply(edits.annotate(revision, [Span(0, 9)], promise))
    for id in ("jsonl", "w3c"):
        target = tmp_path / f"set.{id}"
        dataset = Dataset("set", library.labels(), library.documents, 1)
        list(export(exporter(id), dataset, target))
        with Library.open(tmp_path / f"{id}.tilik") as other:
            assert [o.status for o in outcomes(import_set(other, target))] == ["added"]
            assert other.annotations(found.article_id) == library.annotations(found.article_id)
            assert other.revision(revision.id).text == revision.text
            assert [x.id for x in other.labels()] == ["claim", "source", "denial", "promise"]
            assert [o.status for o in outcomes(import_set(other, target))] == ["known"]
            assert other.undo_name() == "Import set"
            other.undo()
            assert other.count() == 0 and len(other.labels()) == 3


def test_a_mark_that_differs_is_told_and_ours_is_kept(library: Library, worker: Worker, tmp_path: Path) -> None:
    (sample,) = (SEEDS / "annotated").glob("*.jsonl")
    list(import_set(library, sample))
    record = json.loads(sample.read_text("utf-8").splitlines()[0])
    record["annotations"][0]["note"] = "another note"
    changed = tmp_path / "changed.jsonl"
    changed.write_text(json.dumps(record), "utf-8")
    found = outcomes(import_set(library, changed))
    assert [o.status for o in found] == ["differs", "known"]
    assert "differs from the one here (note); ours was kept" in str(found[0].reason)
    assert "another note" not in [a.note for a in library.annotations(found[0].article_id)]


TEXT = (
    "Water returns to Marsa\n"
    "The water board says that the eastern mains will be open again on Friday.\n"
    "Fishermen deny that the wells were poisoned, and ask who said so first."
)


def flat(path: Path, article: str, text: str, **marks: str) -> Path:
    """A set of one article with the marks `label="words"`."""
    placed = [
        {"id": str(uuid5(NAMESPACE_URL, words)), "label": label, "begin": text.index(words),
         "end": text.index(words) + len(words), "quote": words}
        for label, words in marks.items()
    ]  # fmt: skip
    record = {
        "format": "tilik-jsonl/1",
        "id": article,
        "title": "Water returns to Marsa",
        "text": text,
        "annotations": placed,
    }
    path.write_text(json.dumps(record | {"url": "https://marsa.example/water"}), "utf-8")
    return path


HERE, THERE = "5f0f1a2e-5f56-4c3e-8f3e-2a8f6f1f9d11", "9b1e07c4-6f0c-4c0e-9c52-0d6a52b9a1ce"


@pytest.mark.parametrize("article", [HERE, THERE], ids=["same id", "same address"])
def test_marks_on_another_text_are_carried_to_the_text_here(library: Library, tmp_path: Path, article: str) -> None:
    list(import_set(library, flat(tmp_path / "ours.jsonl", HERE, TEXT)))
    theirs = TEXT.replace("says that", "says  that").replace("on Friday", "on Sunday") + "\nA line of its own."
    path = flat(
        tmp_path / "theirs.jsonl", article, theirs, source="The water board",
        claim="the eastern mains will be open again on Sunday", denial="A line of its own",
    )  # fmt: skip
    found, *of_marks = outcomes(import_set(library, path))
    assert (found.status, found.article_id) == (ADDED, HERE)
    assert [item.status for item in of_marks] == ["changed", "orphan"]
    assert str(found.reason).endswith("marked on another text: 1 in place, 0 moved, 1 changed, 1 not found")
    marks = {mark.label: mark for mark in library.annotations(HERE)}
    assert {label: outcome_of(mark) for label, mark in marks.items()} == {
        "source": anchoring.Outcome.PLACED, "claim": anchoring.Outcome.CHANGED, "denial": anchoring.Outcome.REMOVED,
    }  # fmt: skip
    assert marks["claim"].anchor.quote == "the eastern mains will be open again on Friday" and needs_review(
        marks["claim"]
    )
    assert library.count() == 1 and len(library.revisions(HERE)) == 2
    assert library.article(HERE).revision_id == library.revisions(HERE)[0].id and library.check() == []
    assert [o.status for o in outcomes(import_set(library, path))] == ["known"]
    assert len(library.revisions(HERE)) == 2
    library.undo()
    assert library.annotations(HERE) == [] and len(library.revisions(HERE)) == 1


def test_other_words_at_the_same_address_are_another_article(library: Library, tmp_path: Path) -> None:
    list(import_set(library, flat(tmp_path / "ours.jsonl", HERE, TEXT)))
    path = flat(tmp_path / "theirs.jsonl", THERE, "Ferry fares\nFares rise in May.", claim="Fares rise in May")
    assert [o.article_id for o in outcomes(import_set(library, path))] == [THERE]
    assert library.count() == 2


def test_a_set_that_is_imported_again_after_a_capture_is_known(library: Library, tmp_path: Path) -> None:
    path = flat(tmp_path / "ours.jsonl", HERE, TEXT, source="The water board")
    list(import_set(library, path))
    article, old = library.article(HERE), library.revisions(HERE)[0]
    newer = replace(old, id=THERE, text="New: " + TEXT, blocks=(Block(Span(0, len(TEXT) + 5)),), fingerprint="")
    library.apply(recapture(article, newer, library.annotations(HERE), [old]).edit)
    assert [o.status for o in outcomes(import_set(library, path))] == ["known"]


def test_labels_that_nobody_defines_are_made_and_told(library: Library, tmp_path: Path) -> None:
    path = flat(tmp_path / "set.jsonl", HERE, TEXT, PERSON="Fishermen", claim="the wells were poisoned", cue="deny")
    found = outcomes(import_set(library, path))
    assert [str(o.reason) for o in found if not o.article_id] == ["the label PERSON was not here; it was made"]
    made = library.labels()[-1]
    assert (made.id, made.name, made.key, made.builtin, len(library.labels())) == ("PERSON", "PERSON", "", False, 4)
    library.undo()
    assert len(library.labels()) == 3


@pytest.mark.parametrize("body", ["", "no set at all", '{"text": 5}\n'])
def test_a_broken_set_changes_nothing(library: Library, tmp_path: Path, body: str) -> None:
    path = tmp_path / "broken.jsonl"
    path.write_text(body)
    with pytest.raises(SetError, match=r"broken\.jsonl"):
        list(import_set(library, path))
    assert library.count() == 0 and library.undo_name() == ""


def test_the_samples_all_come_in_and_the_annotated_one_is_known(library: Library, worker: Worker) -> None:
    sets = outcomes(import_set(library, next((SEEDS / "annotated").glob("*.jsonl"))))
    pages = outcomes(add(library, [SEEDS], worker))
    assert {o.status for o in sets} == {"added"}
    assert sorted(o.status for o in pages) == ["added"] * (len(pages) - 1) + ["known"]
    assert library.check() == []
