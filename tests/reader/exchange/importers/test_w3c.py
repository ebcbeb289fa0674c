"""Web annotations that others wrote: read with the text beside them, refused with the rule they break."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from reader.errors import SetError
from reader.exchange.exporters import export, exporter
from reader.exchange.importers import documents
from reader.intake.sets import SetReport, import_set
from reader.model.dataset import Document, Problem
from reader.model.spans import Span
from reader.store import Library
from tests.reader.exchange.exporters import made

ANNO = "http://www.w3.org/ns/anno.jsonld"
TEXT = "Wali Kota 🚧 bantah kabar\nJembatan tidak ditutup. Kabar itu kabar bohong."
SOURCE = "https://kota.example/jembatan"
QUOTE = {"type": "TextQuoteSelector", "exact": "bantah kabar", "prefix": "🚧 ", "suffix": "\n"}


def annotation(*selectors: Any, **told: Any) -> dict[str, Any]:
    target = {"source": SOURCE, "selector": list(selectors or (QUOTE,))}
    return {"@context": ANNO, "id": "https://kota.example/a1", "type": "Annotation", "target": target, **told}


def position(start: int, end: int) -> dict[str, Any]:
    return {"type": "TextPositionSelector", "start": start, "end": end}


def read(tmp_path: Path, top: Any, text: str | None = TEXT) -> tuple[list[Document], list[Problem]]:
    path = tmp_path / "marks.jsonld"
    path.write_text(json.dumps(top, indent=1, ensure_ascii=False), "utf-8")
    if text is not None:
        (tmp_path / "marks.txt").write_text(text, "utf-8")
    found = list(documents(path))
    return [x for x in found if isinstance(x, Document)], [x for x in found if isinstance(x, Problem)]


@pytest.mark.parametrize(
    "selectors",
    [
        (QUOTE,),
        (position(12, 24),),
        (QUOTE, position(12, 24)),
        (QUOTE, position(13, 25)),  # UTF-16 units, as scripts in a page count
        (QUOTE, position(400, 412)),
        ({"type": "FragmentSelector", "value": "x", "refinedBy": QUOTE},),
    ],
)
def test_words_are_found_by_quote_and_by_position(tmp_path: Path, selectors: tuple[Any, ...]) -> None:
    (document,), problems = read(tmp_path, annotation(*selectors))
    assert not problems and document.annotations[0].anchor.spans == (Span(12, 24),)
    assert document.article.url == SOURCE and document.article.origin == "marks.txt"


def test_bodies_become_label_note_and_tags(tmp_path: Path) -> None:
    bodies = [
        {"type": "TextualBody", "value": "claim", "purpose": "classifying"},
        {"type": "TextualBody", "value": "benarkah?"},
        {"type": "TextualBody", "value": "kota", "purpose": "tagging"},
    ]
    who = {"type": "Person", "name": "Rina"}
    (document,), _ = read(tmp_path, annotation(body=bodies, creator=who, created="2026-01-02T03:04:05Z", rights="x:y"))
    mark = document.annotations[0]
    assert (mark.label, mark.note, mark.tags, mark.annotator) == ("claim", "benarkah?", ("kota",), "Rina")
    assert mark.created.isoformat() == "2026-01-02T03:04:05+00:00"
    assert mark.extra["w3c"]["rights"] == "x:y"
    assert mark.extra["w3c"]["id"] == "https://kota.example/a1" != mark.id


def test_without_a_class_the_first_tag_is_the_label(tmp_path: Path) -> None:
    tags = [{"type": "TextualBody", "value": x, "purpose": "tagging"} for x in ("denial", "kota")]
    (document,), _ = read(tmp_path, annotation(body=tags))
    assert (document.annotations[0].label, document.annotations[0].tags) == ("denial", ("kota",))


def test_a_link_joins_two_annotations(tmp_path: Path) -> None:
    link = annotation(id="urn:uuid:5", motivation="linking", target="urn:uuid:2", body="urn:uuid:3")
    items = [annotation(id="urn:uuid:2"), annotation(id="urn:uuid:3"), link]
    page = {"@context": ANNO, "type": "AnnotationPage", "items": items}
    (document,), problems = read(tmp_path, page)
    ends = [(link.end("from"), link.end("to")) for link in document.relations]
    assert not problems and ends == [tuple(mark.id for mark in document.annotations)]
    assert [mark.extra["w3c"]["id"] for mark in document.annotations] == ["2", "3"]


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ({"@context": "https://kota.example/other.json"}, f"its @context is not {ANNO}"),
        ({"id": ["urn:a", "urn:b"]}, "it MUST have exactly one IRI as its id"),
        ({"type": "Squirrel"}, "its type MUST be Annotation"),
        ({"created": "yesterday"}, "“created” MUST be one time"),
        ({"modified": ["2015-01-28T12:00:00Z"] * 2}, "“modified” MUST be one time"),
        ({"via": "not a uri"}, "“via” is no IRI"),
        ({"creator": 6}, "“creator” is no agent"),
        ({"body": "urn:x", "bodyValue": "x"}, "body and bodyValue MUST NOT stand together"),
        ({"bodyValue": ["a", "b"]}, "bodyValue MUST be one text"),
        ({"body": {"type": "TextualBody"}}, "a TextualBody MUST have exactly one value"),
        ({"body": {"id": "no uri either"}}, "a body's id is no IRI"),
        ({"body": {"id": "urn:x", "textDirection": ["ltr", "rtl"]}}, "a body MUST have one text direction"),
        ({"body": {"type": ["Choice", "List"]}}, "a body is of two kinds of list at once"),
        ({"target": 9}, "a target is neither an IRI nor an object"),
        ({"target": []}, "it MUST have a target"),
        ({"target": {"source": "urn:x", "selector": {"value": ["x", "y"]}}}, "a selector MUST have exactly one value"),
    ],
)
def test_whoever_breaks_a_rule_is_refused_by_its_name(tmp_path: Path, told: dict[str, Any], reason: str) -> None:
    documents, problems = read(tmp_path, [annotation(), annotation(**told)])
    assert [len(d.annotations) for d in documents] == [1]
    assert len(problems) == 1 and str(problems[0].reason).endswith(reason) and problems[0].place is not None


def test_a_place_that_can_be_none_is_told(tmp_path: Path) -> None:
    documents, problems = read(tmp_path, annotation(position(9, 3)))
    reason = "a TextPositionSelector MUST have a start and an end"
    assert [str(p.reason) for p in problems] == [f"annotation https://kota.example/a1: {reason}"]
    assert str(problems[0].place) == "line 1" and not any(one.annotations for one in documents)


WITHOUT_WORDS = [
    annotation({"type": "CssSelector", "value": "p"}),
    annotation({"type": "DataPositionSelector", "start": 4, "end": 9}),
    annotation(target=SOURCE, body="https://kota.example/post"),
    annotation(target={"id": SOURCE, "type": "Text"}),
    annotation(target=[SOURCE, "https://kota.example/other"]),
    annotation(target={"type": "Composite", "items": [SOURCE, "https://kota.example/other"]}),
    annotation(target={"source": SOURCE, "state": {"type": "HttpRequestState", "value": "Accept: application/pdf"}}),
]


@pytest.mark.parametrize("made_", WITHOUT_WORDS, ids=lambda one: json.dumps(one["target"])[:40])
def test_what_has_no_words_is_kept_and_goes_out_as_it_came(tmp_path: Path, made_: dict[str, Any]) -> None:
    (tmp_path / "marks.jsonld").write_text(json.dumps(made_), "utf-8")
    with Library.open(tmp_path / "l.tilik") as library:
        told = [str(getattr(step.result, "reason", "")) for step in import_set(library, tmp_path / "marks.jsonld")]
        assert any("kept as it came, to be written again: 1" in one for one in told)
        assert library.count() == 1 and not library.annotations(library.find(SOURCE))
        list(export(exporter("w3c"), library.dataset("s"), tmp_path / "out.jsonld"))
        again = steps_of(library, tmp_path / "out.jsonld")
        assert again.count("article", "known") == 1 and not again.count("article", "added")
        library.undo()
        assert library.count() == 0
    (item,) = json.loads((tmp_path / "out.jsonld").read_text("utf-8"))["first"]["items"]
    assert {name: item[name] for name in item if name != "tilik"} == {n: made_[n] for n in made_ if n != "@context"}


def steps_of(library: Library, path: Path) -> SetReport:
    last = [step.result for step in import_set(library, path)][-1]
    assert isinstance(last, SetReport)
    return last


def test_what_is_kept_joins_an_article_that_is_here_once(tmp_path: Path) -> None:
    with Library.open(tmp_path / "l.tilik") as library:
        for number, one in enumerate((annotation(), WITHOUT_WORDS[0], WITHOUT_WORDS[0], WITHOUT_WORDS[1])):
            path = tmp_path / f"{number}.jsonld"
            path.write_text(json.dumps(one), "utf-8")
            list(import_set(library, path))
        article = library.article(library.find(SOURCE))
        assert library.count() == 1 and len(article.extra["w3c"]["kept"]) == 2
        library.undo()
        assert len(library.article(article.id).extra["w3c"]["kept"]) == 1


def test_a_collection_whose_pages_are_elsewhere_is_kept(tmp_path: Path) -> None:
    top = {"@context": ANNO, "id": "https://kota.example/all", "type": "AnnotationCollection", "label": "Semua",
           "total": 9, "first": "https://kota.example/p1"}  # fmt: skip
    (tmp_path / "all.jsonld").write_text(json.dumps(top), "utf-8")
    with Library.open(tmp_path / "l.tilik") as library:
        list(import_set(library, tmp_path / "all.jsonld"))
        assert library.article(library.find(str(top["id"]))).title == "Semua"
        list(export(exporter("w3c"), library.dataset("s"), tmp_path / "out.jsonld"))
    out = json.loads((tmp_path / "out.jsonld").read_text("utf-8"))
    assert out["@included"] == [{name: top[name] for name in top if name != "@context"}]


def test_a_position_past_the_text_is_told(tmp_path: Path) -> None:
    (document,), (problem,) = read(tmp_path, annotation(position(5, 900)))
    assert not document.marks and "[5, 900) is no place in a text of 72 characters" in str(problem.reason)


@pytest.mark.parametrize("words", ["hilang", "abar itu kota"])
def test_words_that_are_not_in_the_text_are_kept(tmp_path: Path, words: str) -> None:
    (document,), problems = read(tmp_path, annotation({"type": "TextQuoteSelector", "exact": words}))
    (orphan,) = document.orphans
    assert not problems and not document.annotations and orphan.anchor.quote == words
    assert orphan.origin is not None and orphan.origin.outcome == "removed"


def test_without_the_text_nothing_is_guessed(tmp_path: Path) -> None:
    documents, (problem,) = read(tmp_path, annotation(), None)
    assert not documents and "there is no text" in str(problem.reason)
    nameless = annotation(target={"source": "urn:x:1", "selector": QUOTE})
    (tmp_path / "urn.jsonld").write_text(json.dumps(nameless), "utf-8")
    with Library.open(tmp_path / "l.tilik") as library, pytest.raises(SetError) as told:
        list(import_set(library, tmp_path / "urn.jsonld"))
    assert "the text of “urn:x:1” is not in the file, and no such article is here" in str(told.value)


def test_our_own_without_texts_says_so(tmp_path: Path) -> None:
    form = exporter("w3c")
    report = form.plan(made.whole(), form.options(texts=False))
    assert report.count("texts") == 3
    list(export(form, made.whole(), tmp_path / "set.jsonld", form.options(texts=False)))
    found = list(documents(tmp_path / "set.jsonld"))
    assert [str(x.reason) for x in found if isinstance(x, Problem)] == ["there is no text"] * len(found)
    assert len(found) == 3


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        # Not a comma too many, whose place differs between the versions of Python.
        (b'{"@context": "http://www.w3.org/ns/anno.jsonld",\n"id": "x"\n"type": 1}', "line 3, column 1: not JSON"),
        (b'{"@context": "http://www.w3.org/ns/anno.jsonld", "x": "\xff"}', "line 1: not UTF-8"),
        (b'{"type": "AnnotationCollection", "first": "http://x.example/p1"}', "its pages are elsewhere"),
        (b'{"type": "AnnotationCollection", "tilik": {"format": "tilik-w3c/9"}}', "written by a newer Tilik"),
        (b'["Annotation", ' + b"[" * 100_000, "nested too deeply"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_whole(tmp_path: Path, data: bytes, reason: str) -> None:
    path = tmp_path / "marks.jsonld"
    path.write_bytes(data)
    with pytest.raises(SetError) as told:
        list(documents(path))
    assert reason in str(told.value) and str(path) in str(told.value)
