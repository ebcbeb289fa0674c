"""Annotations of Hypothesis, as its client exports them and as its interface for programs answers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reader.errors import SetError
from reader.exchange.importers import detect, documents
from reader.intake.sets import SetReport, import_set
from reader.model.dataset import Document, Problem
from reader.model.spans import Span
from reader.store import Library

ADDRESS = "https://kota.example/jembatan"
TEXT = "Wali Kota 🚧 bantah kabar\nJembatan tidak ditutup. Kabar itu kabar bohong."
QUOTE = {"type": "TextQuoteSelector", "exact": "bantah kabar", "prefix": "🚧 ", "suffix": "\n"}


def one(id: str = "a1", *selectors: Any, **told: Any) -> dict[str, Any]:
    return {
        "id": id, "created": "2026-11-23T12:00:00.000000+00:00", "updated": "2026-11-23T12:00:01+00:00",
        "user": "acct:sari@hypothes.is", "uri": ADDRESS, "text": "benarkah?", "tags": ["claim", "kota"],
        "group": "__world__", "document": {"title": ["Jembatan"]}, "links": {"html": "https://hypothes.is/a/a1"},
        "target": [{"source": ADDRESS, "selector": list(selectors or (QUOTE,))}], **told,
    }  # fmt: skip


def exported(*annotations: Any) -> dict[str, Any]:
    return {"export_date": "2026-11-23T12:00:00.000Z", "export_userid": "acct:sari@hypothes.is",
            "client_version": "1.0.0", "annotations": list(annotations)}  # fmt: skip


def answered(*annotations: Any) -> dict[str, Any]:
    return {"total": len(annotations), "rows": list(annotations)}


def written(tmp_path: Path, top: Any, *, text: str | None = TEXT) -> Path:
    path = tmp_path / "notes.json"
    path.write_text(json.dumps(top, ensure_ascii=False, indent=1), "utf-8")
    if text is not None:
        (tmp_path / "notes.txt").write_text(text, "utf-8")
    return path


def read(tmp_path: Path, top: Any) -> tuple[list[Document], list[Problem]]:
    found = list(documents(written(tmp_path, top)))
    return [x for x in found if isinstance(x, Document)], [x for x in found if isinstance(x, Problem)]


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "l.tilik") as opened:
        yield opened


@pytest.mark.parametrize("shape", [exported, answered])
@pytest.mark.parametrize("indent", [None, 1])
def test_both_shapes_are_known_and_say_the_same(tmp_path: Path, shape: Any, indent: int | None) -> None:
    path = written(tmp_path, shape(one()))
    path.write_text(json.dumps(shape(one()), indent=indent), "utf-8")
    assert detect(path).id == "hypothesis"
    (document,), problems = read(tmp_path, shape(one()))
    (mark,) = document.annotations
    assert not problems and (document.article.url, document.article.title) == (ADDRESS, "Jembatan")
    assert (mark.label, mark.tags, mark.note, mark.annotator) == ("claim", ("kota",), "benarkah?", "sari@hypothes.is")
    assert mark.anchor.spans == (Span(12, 24),) and mark.created.second == 0 and mark.modified.second == 1
    assert mark.extra["hypothesis"] == one()


def test_numbers_are_utf16_units_and_choose_among_equal_words(tmp_path: Path) -> None:
    quote = {"type": "TextQuoteSelector", "exact": "abar"}
    (document,), _ = read(tmp_path, exported(*(
        one(str(n), quote, {"type": "TextPositionSelector", "start": at + 1, "end": at + 5})
        for n, at in enumerate((TEXT.index("abar"), TEXT.index("abar itu"), TEXT.index("abar bohong")))
    )))  # fmt: skip
    starts = [TEXT.index("abar"), TEXT.index("abar itu"), TEXT.index("abar bohong")]
    assert [mark.anchor.start for mark in document.annotations] == starts


@pytest.mark.parametrize(
    ("told", "label", "tags"),
    [
        ({"tags": []}, "commenting", ()),
        ({"tags": [], "text": ""}, "highlighting", ()),
        ({"tags": ["denial"]}, "denial", ()),
    ],
)
def test_a_mark_is_called_by_its_first_tag(tmp_path: Path, told: Any, label: str, tags: tuple[str, ...]) -> None:
    (document,), _ = read(tmp_path, exported(one(**told)))
    assert (document.annotations[0].label, document.annotations[0].tags) == (label, tags)


def test_a_shown_name_comes_before_that_of_the_account(tmp_path: Path) -> None:
    (document,), _ = read(tmp_path, answered(one(user_info={"display_name": "Sari W."})))
    assert document.annotations[0].annotator == "Sari W."


def test_page_notes_and_replies_are_kept_whole_and_counted(library: Library, tmp_path: Path) -> None:
    note = one("p", target=[{"source": ADDRESS}])
    reply = one("r", references=["a1"], target=[{"source": ADDRESS}])
    path = written(tmp_path, exported(one(), note, reply))
    told = [str(getattr(step.result, "reason", "")) for step in import_set(library, path)]
    assert any("kept as it came, to be written again: 2" in line for line in told)
    article = library.article(library.find(ADDRESS))
    assert article.extra["hypothesis"]["kept"] == [note, reply] and len(library.annotations(article.id)) == 1
    again = [step.result for step in import_set(library, path)][-1]
    assert isinstance(again, SetReport) and not again.count("annotation", "added")
    assert len(library.article(article.id).extra["hypothesis"]["kept"]) == 2


def test_without_its_text_a_page_is_to_be_fetched(library: Library, tmp_path: Path) -> None:
    other = "https://kota.example/pasar"
    path = written(tmp_path, exported(one(), one("b", uri=other)), text=None)
    list(import_set(library, path))
    assert library.count() == 2
    (mark,) = library.annotations(library.find(other))
    assert mark.anchor.quote == "bantah kabar"


def test_a_pdf_of_a_disk_is_known_by_the_address_that_it_was_read_at(library: Library, tmp_path: Path) -> None:
    pdf = {"title": ["Laporan"], "link": [{"href": "urn:x-pdf:1"}, {"href": "https://kota.example/a.pdf"}]}
    list(import_set(library, written(tmp_path, exported(one(uri="urn:x-pdf:1", document=pdf)), text=None)))
    assert library.article(library.find("https://kota.example/a.pdf")).title == "Laporan"


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (7, "an item of “annotations” is not an object"),
        (one(tags="x"), "“tags” is not a list of texts"),
        (one(text=3), "“text” is not text but 3"),
        (one(target=["x"]), "“target” is not a list"),
    ],
)
def test_what_is_no_annotation_is_told_with_its_place(tmp_path: Path, bad: Any, reason: str) -> None:
    found, (problem,) = read(tmp_path, exported(one("z"), bad))
    assert [len(document.annotations) for document in found] == [1]
    assert str(problem.reason).endswith(reason) and problem.place is not None


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b'{"client_version": "1", "annotations": [{"id": "a"', "line 1, column 51: not JSON"),
        (b'{"client_version": "1", "annotations": 4}', "it has no list of annotations / rows"),
        (b'{"client_version": "1", "annotations": ' + b"[" * 100_000, "nested too deeply"),
    ],
)
def test_a_broken_file_is_refused_whole(tmp_path: Path, data: bytes, reason: str) -> None:
    path = tmp_path / "notes.json"
    path.write_bytes(data)
    with pytest.raises(SetError) as told:
        list(documents(path, "hypothesis"))
    assert reason in str(told.value) and str(path) in str(told.value)
