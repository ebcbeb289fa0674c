"""ClaimReview as Google and schema.org ask for it: from the marks, with the publisher and the scale of the library."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reader import edits
from reader.exchange.exporters import Counted, exporter
from reader.model.publisher import PUBLISHER, Grade, Publisher, written
from reader.store import Library
from tests.reader.exchange.exporters import made, stories

FORM = exporter("claimreview")
HOUSE = Publisher("Cek Pesisir", "https://cek.example", "https://cek.example/logo.png", 0, 10).with_grade(
    "sebagian_benar", Grade(4, {"en": "Half true", "id": "Setengah benar"})
)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    library = Library.open(tmp_path / "desk.tilik")
    stories.fill(library)
    return library


def reviews(library: Library, language: str = "en") -> list[dict[str, Any]]:
    out = io.BytesIO()
    list(FORM.write(library.dataset("set"), out, FORM.options(language=language)))
    found: list[dict[str, Any]] = json.loads(out.getvalue())
    return found


def test_what_google_asks_for_and_what_the_marks_say(library: Library) -> None:
    library.remember_setting(PUBLISHER, written(HOUSE))
    (review,) = reviews(library)
    assert (review["@context"], review["@type"]) == ("https://schema.org", "ClaimReview")
    assert (review["claimReviewed"], review["url"]) == (stories.LATE.text, stories.REVIEW.address)
    assert review["author"] == {"@type": "Organization", "name": HOUSE.name, "url": HOUSE.address, "logo": HOUSE.logo}
    assert review["reviewRating"] == {
        "@type": "Rating", "alternateName": "Half true", "bestRating": 10, "ratingValue": 4, "worstRating": 0,
    }  # fmt: skip
    claim = review["itemReviewed"]
    assert claim["author"]["name"] == "Dana Whitlock" and claim["author"]["jobTitle"] == "Mayor"
    assert claim["datePublished"] == "2026-11-19" and claim["firstAppearance"] in claim["appearance"]
    assert claim["appearance"][0]["url"] == "https://ledger.example/2026/bridge"
    assert review["reviewBody"] == "The contract says April. Nobody shows a plan."


def test_a_rating_is_called_as_in_the_language_chosen(library: Library) -> None:
    assert reviews(library, "id")[0]["reviewRating"]["alternateName"] == "Sebagian benar"
    library.remember_setting(PUBLISHER, written(HOUSE))
    assert reviews(library, "id")[0]["reviewRating"]["alternateName"] == "Setengah benar"


def test_what_is_lacking_is_told_beforehand(library: Library) -> None:
    report = FORM.plan(library.dataset("set"))
    assert (report.count("no_publisher"), report.count("no_review_address"), report.count("not_judged")) == (3, 0, 0)
    library.remember_setting(PUBLISHER, written(HOUSE))
    bare, blank = replace(stories.REVIEW, address=""), replace(stories.REVIEW, verdict="", rating="", address="")
    library.apply(edits.Edit("Edit review", (edits.Swap(stories.REVIEW, bare),)))
    counted = Counted()
    list(FORM.write(library.dataset("set"), io.BytesIO(), counted=counted))
    assert (counted.report.count("no_publisher"), counted.report.count("no_review_address")) == (0, 1)
    assert "url" not in reviews(library)[0]
    library.apply(edits.Edit("Edit review", (edits.Swap(bare, blank),)))
    assert FORM.plan(library.dataset("set")).count("not_judged") == 1 and reviews(library) == []


def test_a_protected_source_is_not_named(library: Library) -> None:
    review = replace(stories.REVIEW, id=made.uid("other"), claim_id=stories.MOVED.id)
    library.apply(edits.Edit("Add review", (edits.Swap(None, review),)))
    of_her = next(one for one in reviews(library) if one["claimReviewed"] == stories.MOVED.text)
    assert of_her["itemReviewed"]["author"]["name"] == "Source 1"
