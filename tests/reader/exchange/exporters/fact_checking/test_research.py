"""Check's columns and AVeriTeC's shape: claims with their verdict, and what waits."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reader import edits
from reader.exchange.exporters import exporter
from reader.exchange.exporters.fact_checking.averitec import LABELS, STRATEGIES, TYPES
from reader.exchange.exporters.fact_checking.meedan_check import COLUMNS
from reader.model.vocabulary import CLAIM, REVIEW
from reader.store import Library
from tests.reader.exchange.exporters import made, stories


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "desk.tilik") as found:
        stories.fill(found)
        yield found


def written(library: Library, id: str, **chosen: str) -> bytes:
    out, form = io.BytesIO(), exporter(id)
    list(form.write(library.dataset("set"), out, form.options(**chosen)))
    return out.getvalue()


def rows(library: Library, **chosen: str) -> list[dict[str, str]]:
    text = written(library, "meedan-check", **chosen).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_claim_with_its_fact_check(library: Library) -> None:
    late, moved = rows(library, language="id")
    assert tuple(late) == COLUMNS
    assert late["claim_description"] == "'" + stories.LATE.text  # no formula
    assert (late["fact_check_rating"], late["fact_check_url"]) == ("Sebagian benar", stories.REVIEW.address)
    assert (
        late["fact_check_title"] == f"Sebagian benar: {stories.LATE.text}" and late["fact_check_date"] == "2026-11-22"
    )
    assert late["claim_context"].startswith("Dana Whitlock\n") and late["claim_url"].startswith("https://ledger")
    assert moved["claim_context"].startswith("Source 1") and not moved["fact_check_title"]


def test_a_claim_that_is_only_marked_waits_with_its_tags(library: Library) -> None:
    words = library.annotation(made.english().annotations[1].id)
    library.apply(edits.Edit("Change", (edits.Swap(words, replace(words, about="", tags=("a, b", "c"))),)))
    found = rows(library)
    assert [row["claim_description"] for row in found][2:] == ["the figure"] and found[2]["tags"] == "a b, c"
    words = library.annotation(words.id)
    library.apply(edits.Edit("Change", (edits.Swap(words, replace(words, about=stories.LATE.id)),)))
    assert len(rows(library)) == 2 and rows(library)[0]["tags"] == "a b, c"


def test_a_claim_with_a_verdict_has_the_shape_of_averitec(library: Library) -> None:
    found: list[dict[str, Any]] = json.loads(written(library, "averitec"))
    (claim,) = found
    assert (claim["claim"], claim["label"]) == (stories.LATE.text, "Not Enough Evidence")
    assert (claim["speaker"], claim["claim_date"]) == ("Dana Whitlock", "19-11-2026")
    assert (claim["claim_types"], claim["fact_checking_strategies"]) == (["Numerical Claim"], ["Written Evidence"])
    assert claim["justification"] == "The contract says April. Nobody shows a plan."
    answers = [question["answers"][0] for question in claim["questions"]]
    assert {answer["answer"] for answer in answers} == {"", "Mayor Dana Whitlock"}
    assert {answer["answer_type"] for answer in answers} == {"Unanswerable", "Extractive"}
    assert all(type(question["question"]) is str for question in claim["questions"])


def test_every_value_of_ours_has_one_of_averitec() -> None:
    assert {*LABELS} == {*REVIEW["verdict"]} and {*STRATEGIES} == {*REVIEW["strategy"]} and {*TYPES} == {*CLAIM["type"]}


@pytest.mark.parametrize("id", ["claimreview", "meedan-check", "averitec"])
def test_the_same_set_gives_the_same_bytes(library: Library, id: str) -> None:
    assert written(library, id) == written(library, id)
