"""JSON Lines that others wrote, and lines that are wrong."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from reader.errors import SetError
from reader.exchange.exporters import exporter
from reader.exchange.importers import detect, documents, labels
from reader.model.annotations import Annotation
from reader.model.articles import Article, BlockKind
from reader.model.dataset import Document, Problem
from reader.model.spans import Span
from tests.reader.exchange.exporters import made

TEXT = "Wali Kota 🚧 bantah kabar\nJembatan tidak ditutup."


def row(**told: Any) -> dict[str, Any]:
    mark = {"id": "m1", "label": "claim", "begin": 12, "end": 24, "quote": "bantah kabar"}
    return {"id": "a1", "text": TEXT, "annotations": [mark], **told}


def put(path: Path, *lines: dict[str, Any] | str | bytes) -> Path:
    raw = [x if isinstance(x, bytes) else (x if isinstance(x, str) else json.dumps(x)).encode() for x in lines]
    path.write_bytes(b"\n".join(raw) + b"\n")
    return path


def read(path: Path) -> tuple[list[Document], list[Problem]]:
    found = list(documents(path, "jsonl"))
    return [x for x in found if isinstance(x, Document)], [x for x in found if isinstance(x, Problem)]


def old_id(thing: Article | Annotation) -> str:
    return str(thing.extra["jsonl"]["id"])


def test_a_row_of_others_needs_a_text_and_marks_alone(tmp_path: Path) -> None:
    path = put(tmp_path / "set.jsonl", {"text": TEXT, "annotations": [{"label": "claim", "start": 12, "end": 24}]})
    (document,), problems = read(path)
    assert not problems and document.article.title == "Wali Kota 🚧 bantah kabar"
    assert [b.span.of(TEXT) for b in document.revision.blocks] == TEXT.split("\n")
    mark = document.annotations[0]
    assert mark.anchor.quote == "bantah kabar" and mark.anchor.before == "Wali Kota 🚧 "
    assert read(path)[0][0].article.id == document.article.id and read(path)[0][0].annotations[0].id == mark.id


def test_offsets_in_utf_16_are_known_by_their_quote(tmp_path: Path) -> None:
    mark = {"label": "claim", "begin": 13, "end": 25, "quote": "bantah kabar"}
    (document,), problems = read(put(tmp_path / "set.jsonl", row(annotations=[mark])))
    assert not problems and document.annotations[0].anchor.spans == (Span(12, 24),)


def test_fields_we_have_no_place_for_are_kept(tmp_path: Path) -> None:
    mark = {"label": "claim", "begin": 0, "end": 4, "confidence": 0.7}
    (document,), _ = read(put(tmp_path / "set.jsonl", row(annotations=[mark], desk="kota")))
    assert document.article.extra == {"jsonl": {"desk": "kota", "id": "a1"}}
    assert document.annotations[0].extra == {"jsonl": {"confidence": 0.7}}


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ({"text": None}, "there is no text"),
        ({"text": 5}, "“text” is not text but 5"),
        ({"annotations": None, "entities": []}, "no list of “annotations”, but"),
        ({"annotations": ["x"]}, "an item of “annotations” is not an object"),
        ({"blocks": [{"begin": 0, "end": 900}]}, "[0, 900) is no place in a text of 48 characters"),
        ({"state": "lost"}, "“state” is 'lost', none of inbox"),
        ({"tags": "x"}, "“tags” is not a list of texts"),
        ({"extra": "{"}, "“extra” is not JSON"),
        ({"format": "tilik-jsonl/3"}, "written by a newer Tilik"),
    ],
)
def test_a_wrong_row_is_told_and_the_others_are_taken(tmp_path: Path, told: dict[str, Any], reason: str) -> None:
    path = put(tmp_path / "set.jsonl", row(id="good", annotations=[]), row(**told), row(id="also good", annotations=[]))
    documents, (problem,) = read(path)
    assert [old_id(d.article) for d in documents] == ["good", "also good"]
    assert (problem.file, str(problem.place)) == (str(path), "line 2")
    assert reason in str(problem.reason)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"text": "a", "annotations": [', "not JSON: Expecting value at column 31"),
        ("[1, 2]", "the line is not an object"),
        (b'{"text": "\xff"}', "not UTF-8 text"),
        ("[" * 100_000, "nested too deeply"),
    ],
)
def test_a_line_that_is_no_row_is_told(tmp_path: Path, line: str | bytes, reason: str) -> None:
    documents, (problem,) = read(put(tmp_path / "set.jsonl", row(), line))
    assert len(documents) == 1 and str(problem.place) == "line 2" and reason in str(problem.reason)


@pytest.mark.parametrize(
    ("mark", "reason"),
    [
        ({"label": "claim", "begin": 12, "end": 500}, "[12, 500) is no place in a text of 48 characters"),
        ({"label": "claim", "begin": 9, "end": 3}, "[9, 3) is no place"),
        ({"begin": 0, "end": 4}, "it has no label"),
        ({"label": "claim", "begin": "0", "end": 4}, "“begin” is not a whole number but '0'"),
        ({"label": "claim", "begin": True, "end": 4}, "“begin” is not a whole number"),
        ({"label": "claim", "spans": [[5, 9], [0, 3]]}, "are not in order"),
        ({"label": "claim", "spans": [[0, 3, 5]]}, "“spans” is not a list of [begin, end]"),
    ],
)
def test_a_wrong_mark_is_told_and_the_article_is_taken(tmp_path: Path, mark: dict[str, Any], reason: str) -> None:
    (document,), (problem,) = read(put(tmp_path / "set.jsonl", row(annotations=[{"id": "m9", **mark}])))
    assert document.annotations == () and str(problem.place) == "line 1"
    assert str(problem.reason).startswith("annotation 1 (m9): ") and reason in str(problem.reason)


def test_a_mark_whose_words_stand_elsewhere_is_put_at_its_words(tmp_path: Path) -> None:
    mark = {"id": "m9", "label": "claim", "begin": 0, "end": 4, "quote": "Kota"}
    (document,), problems = read(put(tmp_path / "set.jsonl", row(annotations=[mark])))
    (found,) = document.annotations
    assert not problems and found.anchor.spans == (Span(5, 9),)
    assert found.origin is not None and (found.origin.outcome, found.origin.quote) == ("moved", "Kota")


def test_line_ends_of_windows_are_read_as_one(tmp_path: Path) -> None:
    mark = {"label": "claim", "begin": 5, "end": 8, "quote": "two"}
    (document,), problems = read(put(tmp_path / "set.jsonl", row(text="one\r\ntwo", annotations=[mark])))
    assert not problems and document.revision.text == "one\ntwo"
    assert document.annotations[0].anchor.spans == (Span(4, 7),)


def test_what_is_no_time_is_left_out(tmp_path: Path) -> None:
    (document,), problems = read(put(tmp_path / "set.jsonl", row(added="yesterday")))
    assert not problems and document.article.added.year > 2000


def test_links_lead_to_the_marks_of_their_own_document(tmp_path: Path) -> None:
    links = [{"id": f"r{n}", "type": "denies", "from": "m1", "to": to} for n, to in enumerate(("", "m2"), 1)]
    two = [row()["annotations"][0], {"id": "m2", "label": "claim", "begin": 0, "end": 4}]
    documents, problems = read(put(tmp_path / "set.jsonl", row(annotations=two, relations=links), row(id="a2")))
    first, second = documents
    assert [f"{p.place}: {p.reason}" for p in problems] == ["line 1: relation 1 (r1): it does not join two marks"]
    ends = [(link.end("from"), link.end("to")) for link in first.relations]
    assert ends == [tuple(mark.id for mark in first.annotations)]
    assert old_id(first.annotations[0]) == old_id(second.annotations[0]) == "m1"
    assert first.annotations[0].id != second.annotations[0].id  # equal ids of two documents are two marks


def test_a_broken_label_names_its_line(tmp_path: Path) -> None:
    path = put(tmp_path / "set.jsonl", row(), row(id="a2", labels=[{"id": "x", "underline": "zigzag"}]))
    with pytest.raises(SetError, match=r"set\.jsonl: line 2: “underline” is 'zigzag'"):
        labels(path)
    path = put(tmp_path / "set.jsonl", row(labels=[{"id": "x", "colour": "pink;}"}]))
    assert [(x.id, x.name, x.colour) for x in labels(path)] == [("x", "x", "slate")]


def test_a_file_that_is_no_set_is_refused_by_name(tmp_path: Path) -> None:
    for name, data, reason in (
        ("empty.jsonl", b"\xef\xbb\xbf\n", "is empty"),
        ("picture.jsonl", b"\x89PNG\r\n\x1a\n\0", "not a set that Tilik knows"),
    ):
        (tmp_path / name).write_bytes(data)
        with pytest.raises(SetError, match=rf"{name}.*{reason}"):
            detect(tmp_path / name)
    with pytest.raises(SetError, match=r"gone\.jsonl: there is no such file"):
        detect(tmp_path / "gone.jsonl")
    with pytest.raises(SetError, match="no set format is called 'odt'"):
        detect(tmp_path / "gone.jsonl", "odt")


def test_an_article_that_speaks_of_json_ld_is_no_json_ld(tmp_path: Path) -> None:
    path = put(tmp_path / "set.dat", row(text='"Annotation" http://www.w3.org/ns/anno.jsonld', annotations=[]))
    assert detect(path).id == "jsonl"


def test_a_long_first_line_is_known(tmp_path: Path) -> None:
    article, revision = made.article("long", ["Judul", "kata " * 60_000])
    assert revision.blocks[1].kind == BlockKind.PARAGRAPH
    out = io.BytesIO()
    list(exporter("jsonl").write(made.dataset(Document(article, revision)), out))
    (tmp_path / "set.dat").write_bytes(out.getvalue())
    assert detect(tmp_path / "set.dat").id == "jsonl"


def test_an_end_behind_the_text_is_no_place_though_the_words_are_its_last(tmp_path: Path) -> None:
    mark = {"id": "m1", "label": "claim", "begin": len(TEXT) - 9, "end": 2**70, "quote": TEXT[-9:]}
    documents_, problems = read(put(tmp_path / "set.jsonl", row(format="tilik-jsonl/2", annotations=[mark])))
    assert [a for d in documents_ for a in d.annotations if a.anchor.end > len(TEXT)] == []
    assert problems or documents_[0].annotations[0].anchor.end == len(TEXT)


def test_what_stands_at_a_block_must_be_text(tmp_path: Path) -> None:
    blocks = [{"begin": 0, "end": len(TEXT), "kind": "paragraph", "level": 0, "attrs": '{"dir":[]}'}]
    found, (problem,) = read(put(tmp_path / "set.jsonl", row(format="tilik-jsonl/2", blocks=blocks)))
    assert not found and "“attrs.dir” is not text but []" in str(problem)
