"""Sets without texts attach to the article that is here; a set that is read again, or says too much, does no harm."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from reader import edits
from reader.errors import SetError
from reader.exchange.confined import SetReader
from reader.exchange.importers import detect, jsonl
from reader.foreign_json import parsed
from reader.intake.sets.detecting import is_set
from reader.model.articles import State
from reader.store import Library
from tests.reader.intake.sets.making import ANNO, beside, flat, lines, only, quote, reasons, report, told, words

FERRY = "The ferry sailed at dawn. The harbour office denied that it ever left."
T = "2026-01-01T00:00:00Z"


@pytest.fixture
def ferry(library: Library, tmp_path: Path) -> Library:
    """A library that has the article."""
    told(library, lines(tmp_path / "ferry.jsonl", flat(FERRY, url="https://ferry.example/today")))
    return library


def annotation(source: str, exact: str) -> dict[str, Any]:
    target = {"source": source, "selector": [quote(exact)]}
    return {"@context": ANNO, "id": "https://h.example/1", "type": "Annotation", "target": target}


@pytest.mark.parametrize(
    "address", ["https://ferry.example/today", "http://www.ferry.example/today/?utm_source=x", "https://m.ferry.example/today"]
)  # fmt: skip
def test_annotations_of_an_address_attach_to_the_article_here(ferry: Library, tmp_path: Path, address: str) -> None:
    path = tmp_path / "h.json"
    path.write_text(json.dumps(annotation(address, "The harbour office")), "utf-8")
    told(ferry, path)
    assert words(only(ferry).annotations) == ["The harbour office"] and ferry.count() == 1


def test_a_record_without_its_text_attaches_too(ferry: Library, tmp_path: Path) -> None:
    record = flat("", {"quote": "sailed at dawn"}, url="https://ferry.example/today")
    told(ferry, lines(tmp_path / "h.jsonl", {**record, "text": None}))
    assert words(only(ferry).annotations) == ["sailed at dawn"]


def test_a_text_of_no_address_says_that_its_article_is_to_be_added(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "h.json"
    path.write_text(json.dumps(annotation("urn:isbn:1", "The harbour office")), "utf-8")
    with pytest.raises(SetError, match=r"the text of “urn:isbn:1” is not in the file.*add it first"):
        told(library, path)
    assert library.count() == 0


def test_an_orphan_is_found_again_in_a_later_reading_of_the_same_set(ferry: Library, tmp_path: Path) -> None:
    """Words that are nowhere are kept once, with what they were made on."""
    path = lines(tmp_path / "h.jsonl", flat(FERRY, {"id": "1", "quote": "words that nobody printed"}))
    (_, orphan) = told(ferry, path)
    assert orphan.status == "orphan"
    (mark,) = ferry.annotations(only(ferry).article.id)
    assert mark.anchor.revision_id != only(ferry).revision.id and mark.anchor.quote == "words that nobody printed"
    assert ferry.revision(mark.anchor.revision_id).origin == "set"
    assert report(ferry, path).count("annotation", "added") == 0
    copied = lines(tmp_path / "other name.jsonl", flat(FERRY, {"id": "1", "quote": "words that nobody printed"}))
    assert report(ferry, copied).count("annotation", "added") == 0 and len(ferry.annotations(mark.article_id)) == 1


def test_a_link_leads_to_another_document_of_the_file(library: Library, tmp_path: Path) -> None:
    first = flat(
        FERRY, {"id": "T1", "begin": 0, "end": 9}, relations=[{"id": "R1", "type": "denies", "from": "T1", "to": "T9"}]
    )
    second = flat("The bridge held.", {"id": "T9", "begin": 0, "end": 10}, id="e")
    told(library, lines(tmp_path / "a.jsonl", first, second))
    (link,) = library.relations(library.documents().__next__().article.id)
    ends = library.annotations_by_id([m.annotation_id for m in link.members])
    assert [mark.anchor.quote for mark in ends] == ["The ferry", "The bridge"]


def ours(**more: Any) -> dict[str, Any]:
    marks = [{"id": i, "label": "claim", "begin": b, "end": b + 3} for i, b in (("a", 0), ("b", 4))]
    return {"format": "tilik-jsonl/2", "id": "d", "text": FERRY, "annotations": marks, **more}


def known(id: str, **more: Any) -> dict[str, Any]:
    return {"id": id, "created": T, "modified": T, **more}


CIRCLES = [
    ("relations", [{"id": "r1", "type": "x", "from": "a", "to": "b", "within": "r2", "created": T},
                   {"id": "r2", "type": "x", "from": "b", "to": "a", "within": "r1", "created": T}]),
    ("relations", [{"id": "r2", "type": "x", "from": "a", "to": "b", "within": "r2", "created": T}]),
    ("sources", [known("r1", name="A", party="r2"), known("r2", name="B", party="r1")]),
    ("claims", [known("r1", text="A", related=[{"kind": "narrower_than", "claim_id": "r2"}]),
                known("r2", text="B", related=[{"kind": "narrower_than", "claim_id": "r1"}])]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "things"), CIRCLES)
def test_what_leads_back_to_itself_is_cut_and_told(
    library: Library, tmp_path: Path, name: str, things: list[Any]
) -> None:
    items = told(library, lines(tmp_path / "a.jsonl", ours(**{name: things})))
    assert "line 1: r2 leads back to itself" in reasons(items) and library.check() == []
    library.undo()
    assert library.count() == 0


def test_a_claim_that_is_nowhere_is_no_longer_mentioned(library: Library, tmp_path: Path) -> None:
    record = ours()
    record["annotations"][0]["about"] = "gone"
    items = told(library, lines(tmp_path / "a.jsonl", record))
    assert "claim gone is neither in the set nor here" in reasons(items)
    assert [m.about for m in only(library).annotations] == ["", ""]
    library.undo()
    library.redo()
    assert only(library).annotations[0].extra == {"about": "gone"}


def test_a_claim_may_come_after_the_marks_that_mention_it(library: Library, tmp_path: Path) -> None:
    record = ours()
    record["annotations"][0]["about"] = "c"
    later = {**ours(), "id": "e", "text": "Another text.", "annotations": [], "claims": [known("c", text="It sailed")]}
    items = told(library, lines(tmp_path / "a.jsonl", record, later))
    assert [item.status for item in items] == ["added", "added"]
    assert [m.about for m in library.annotations("d")] == ["c", ""]


def test_a_line_is_parsed_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What tells the format looks at the first line; the import itself goes through the file once."""
    read: list[str] = []

    def counted(text: str) -> Any:
        read.append(text)
        return parsed(text)

    monkeypatch.setattr(jsonl, "parsed", counted)
    records = [flat(f"Text {n} of a ferry.", {"begin": 0, "end": 4}, id=str(n)) for n in range(9)]
    path = lines(tmp_path / "a.jsonl", *records)
    assert len(list(detect(path).read(path).items)) == len(records)
    assert len(read) == len(records) + 1  # the first line tells the format, too


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.jsonl", '{"text": "x"}'.encode("utf-16"), "its text is UTF-16"),
        ("a.json", b'{"tool": {"x": 1}}', "this is JSON data"),
        ("a.ris", b"TY  - JOUR\nTI  - x\nER  - \n", "a list of references"),
        ("a.html", b"<html><body><p>The ferry sailed.</p></body></html>", "tilik add"),
        ("a.ann", b"T1\tClaim 0 4\tBudi\nT2\tClaim 5 9\tsaid\n", "its text a.txt is not there"),
    ],
)
def test_what_is_no_set_of_ours_is_named(library: Library, tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(SetError) as caught:
        told(library, tmp_path / name)
    assert reason in str(caught.value) and name in str(caught.value)


def test_a_set_is_known_by_what_is_in_it(tmp_path: Path) -> None:
    assert is_set(beside(tmp_path / "a.json", FERRY, [quote("The ferry")]))
    (tmp_path / "b.json").write_text('{"url": "https://x.example", "title": "x"}', "utf-8")
    assert not is_set(tmp_path / "b.json") and not is_set(tmp_path / "gone.json")
    with SetReader() as reader:
        assert reader.format_of(lines(tmp_path / "c.dat", flat(FERRY))) == "jsonl"


def test_an_article_in_the_trash_stays_there_unless_it_is_taken(library: Library, tmp_path: Path) -> None:
    path = lines(tmp_path / "a.jsonl", ours())
    told(library, path)
    library.apply(edits.set_state([library.article("d")], State.TRASHED))
    assert "trash" in reasons(told(library, path)) and library.article("d").state is State.TRASHED
