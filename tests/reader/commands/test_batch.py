"""A whole page of attributions by `tilik annotate --batch`: the worked page, and lines that must be refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from reader import edits
from reader.edits.attribution import attribution_of
from reader.model.annotations import Relation
from reader.model.claims import Claim
from reader.store import Library
from tests import worked_page
from tests.reader.commands.test_commands import Shell


@pytest.fixture
def tilik(tmp_path: Path) -> Shell:
    return Shell(tmp_path / "desk" / "library.tilik")


@pytest.fixture
def article(tilik: Shell) -> str:
    made, revision = worked_page.article()
    with Library.open(tilik.library) as library:
        library.apply(edits.add_article(made, revision))
    return made.id


def answers(tilik: Shell, article: str, *lines: dict[str, Any]) -> list[dict[str, Any]]:
    text = "".join(json.dumps(line) + "\n" for line in lines)
    return tilik.json("annotate", article, "--batch", "--annotator", "Sri", stdin=text)


def test_the_worked_page_is_stored_and_comes_back_equal(tilik: Shell, article: str) -> None:
    asked = worked_page.requests()
    found = answers(tilik, article, *asked)
    assert tilik.code == 0 and [f["ref"] for f in found] == [line["ref"] for line in asked]
    ids = {f["ref"]: f.get("id") or f["annotation"] for f in found}
    with Library.open(tilik.library, readonly=True) as library:
        assert [c.text for c in library.claims()] == [line["text"] for line in worked_page.of("claim").values()]
        assert all(c.annotator == "Sri" for c in library.claims())
        marks = {m.id: m for m in library.annotations(article)}
        for ref, line in worked_page.of("mark").items():
            mark = marks[ids[ref]]
            assert ([[s.start, s.end] for s in mark.anchor.spans], mark.label) == (line["spans"], line["label"]), ref
            assert mark.about == ids.get(line.get("about", ""), ""), ref
        relations = {r.id: r for r in library.relations(article)}
        for ref, line in worked_page.of("attribution").items():
            check_attribution(relations[ids[ref]], line, ids)
        assert library.check() == []


def check_attribution(relation: Relation, line: dict[str, Any], ids: dict[str, str]) -> None:
    told = attribution_of(relation)
    assert told is not None
    for role in ("content", "source", "cue", "via", "time"):
        assert getattr(told, role) == tuple(ids[ref] for ref in line.get(role, ())), (line["ref"], role)
    assert dict(relation.attributes) == line["attributes"] and relation.annotator == "Sri"
    assert relation.within == ids.get(line.get("within", ""), "")


def test_evidence_and_a_review_of_a_claim(tilik: Shell, article: str, tmp_path: Path) -> None:
    paper = tmp_path / "surat jalan.txt"
    paper.write_text("Surat jalan palsu", encoding="utf-8")
    found = answers(
        tilik, article,
        {"op": "claim", "ref": "C", "text": "Karsova menjual pesawat nirawak", "worth": "CFS"},
        {"label": "claim", "ref": "m", "quote": "Karsova telah melakukannya", "about": "C"},
        {"op": "evidence", "ref": "e", "claim": "C", "bearing": "supports", "file": str(paper), "grade": "primary"},
        {"op": "evidence", "claim": "C", "bearing": "context", "mark": "m"},
        {"op": "review", "claim": "C", "verdict": "not_enough_evidence", "status": "second_check",
         "justification": [["Hanya satu sumber.", ["m", "e"]], "Sumber itu tanpa nama."]},
    )  # fmt: skip
    claim, mark, evidence = found[0]["id"], found[1]["annotation"], found[2]["id"]
    with Library.open(tilik.library, readonly=True) as library:
        paper_kept, span = library.evidence([claim])
        assert library.original(paper_kept.target).data == paper.read_bytes() and paper_kept.title == paper.name
        assert (span.form, span.target, span.excerpt) == ("span", mark, "Karsova telah melakukannya")
        (review,) = library.reviews([claim])
        assert (review.verdict, review.status) == ("not_enough_evidence", "second_check")
        assert [(s.text, s.cites) for s in review.justification] == [
            ("Hanya satu sumber.", (mark, evidence)), ("Sumber itu tanpa nama.", ()),
        ]  # fmt: skip
        assert isinstance(library.of_kind("claim", [claim])[claim], Claim)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ({"op": "verdict"}, "op is 'verdict', none of mark, claim"),
        ({"op": "claim", "text": ""}, "text"),
        ({"op": "claim", "text": "x", "worth": "very"}, "worth is 'very', none of CFS"),
        ({"op": "claim", "text": "x", "colour": "red"}, "a claim has no colour"),
        ({"op": "source", "name": "x", "party": "nobody"}, "there is no source 'nobody'"),
        ({"op": "attribution", "content": []}, "an attribution needs the words that were said"),
        ({"op": "attribution", "content": ["nothing"]}, "nothing"),
        ({"op": "attribution", "content": "m"}, "content is not a list"),
        ({"op": "attribution", "content": ["m"], "attributes": {"stance": "denies"}}, "none of support"),
        ({"op": "attribution", "content": ["m"], "within": "none"}, "there is no relation 'none'"),
        ({"op": "link", "kind": "same_claim", "members": [["from", "m"], ["to", "m"]]}, "at least two marks"),
        ({"op": "evidence", "claim": "C", "bearing": "supports"}, "one of address, file and mark"),
        ({"op": "evidence", "claim": "C", "bearing": "maybe", "address": "https://a.example"}, "none of supports"),
        ({"op": "evidence", "claim": "C", "bearing": "supports", "file": "/none/here"}, "/none/here"),
        ({"op": "review", "claim": "C", "verdict": "true"}, "none of supported"),
        ({"op": "review", "claim": "C", "justification": [["x"]]}, "not a list of sentences"),
        ({"label": "claim", "quote": "Sang presiden", "about": "unknown"}, "there is no claim 'unknown'"),
    ],
)
def test_a_line_that_cannot_be_is_refused_and_makes_nothing(
    tilik: Shell, article: str, line: dict[str, Any], why: str
) -> None:
    good: tuple[dict[str, Any], ...] = (
        {"op": "claim", "ref": "C", "text": "x"},
        {"label": "claim", "ref": "m", "quote": "Karsova telah melakukannya"},
    )
    found = answers(tilik, article, *good, line, {"label": "cue", "quote": "mengklaim"})
    assert tilik.code == 1 and why in found[2]["error"] and found[2]["line"] == 3
    with Library.open(tilik.library, readonly=True) as library:
        assert len(library.claims()) == 1 and len(library.annotations(article)) == 2
        assert library.sources() == [] and library.evidence([found[0]["id"]]) == []
