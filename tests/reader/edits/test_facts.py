"""Facts corrected by a person: the publisher's stay beside them, through captures, search, sets and undo."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reader.edits import correct_facts
from reader.edits.facts import as_captured, publisher_value
from reader.errors import FactError
from reader.exchange.exporters import EXPORTERS, export
from reader.exchange.exporters.exporter import Exporter
from reader.exchange.exporters.features import Feature
from reader.intake.sets import import_set
from reader.model.articles import Article
from reader.model.dataset import Dataset
from reader.store import Library
from reader.text.typed_date import typed_date
from tests.reader.exchange.exporters.opened import words_in
from tests.reader.store.conftest import add, make_article
from tests.reader.store.test_door import mark

ARTICLE = replace(make_article()[0], byline="Redaksi", published="2026-02-15", published_basis="stated", url="")


def corrected(article: Article = ARTICLE, **values: str) -> Article:
    (swap,) = correct_facts(article, values).swaps
    assert isinstance(swap.after, Article)
    return swap.after


def test_the_publishers_value_is_kept_and_comes_back() -> None:
    after = corrected(corrected(corrected(title="One"), published="2026-02-16"), title="Another")
    assert (after.title, after.published, after.published_basis) == ("Another", "2026-02-16", "corrected")
    assert after.as_published == {"title": ARTICLE.title, "published": "2026-02-15", "published_basis": "stated"}
    back = {name: publisher_value(after, name) for name in ("title", "published")}
    assert corrected(after, **back) == ARTICLE


def test_what_cannot_be_a_fact_is_refused() -> None:
    for values, words in (
        ({"title": "  "}, "needs a title"), ({"url": "not an address"}, "no address"),
        ({"url": "file:///x"}, "no address"), ({"site": "x"}, "no site"),
    ):  # fmt: skip
        with pytest.raises(FactError, match=words):
            correct_facts(ARTICLE, values)
    assert correct_facts(ARTICLE, {"title": ARTICLE.title}).swaps == ()
    assert corrected(url="kabar.example/garam").url == "https://kabar.example/garam"


def test_a_newer_capture_keeps_the_correction_and_brings_the_publishers_newer_value() -> None:
    mine = corrected(title="Mine", published="2026-02-16")
    newer = {"title": "Theirs, newer", "byline": "A. Writer", "published": "2026-02-17", "published_basis": "inferred"}
    after = as_captured(mine, newer)
    assert (after.title, after.byline, after.published) == ("Mine", "A. Writer", "2026-02-16")
    assert after.as_published == {"title": "Theirs, newer", "published": "2026-02-17", "published_basis": "inferred"}
    untouched = as_captured(ARTICLE, {**newer, "title": ""})
    assert (untouched.title, untouched.published, untouched.published_basis) == (
        ARTICLE.title,
        "2026-02-17",
        "inferred",
    )


@pytest.mark.parametrize(
    ("typed", "language", "iso"),
    [
        ("2026-02-16", "id", "2026-02-16"), (" 2026 ", "en", "2026"), ("2026-02", "en", "2026-02"), ("", "en", ""),
        ("2026-02-16 10:05+07:00", "id", "2026-02-16T10:05+07:00"), ("16 Februari 2026", "id", "2026-02-16"),
        ("Feb 16, 2026", "en", "2026-02-16"), ("23/4/2026", "id", "2026-04-23"), ("5/5/2026", "en", "2026-05-05"),
    ],
)  # fmt: skip
def test_a_date_is_read_in_the_readers_language_and_as_iso(typed: str, language: str, iso: str) -> None:
    assert typed_date(typed, language) == iso


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("3/4/2026", "two ways"), ("2026-02-31", "calendar"), ("2026-13", "calendar"),
        ("16 Feb 2026 10:05", "its time"), ("16 Feb 26", "four digits"), ("yesterday", "four digits"),
        ("some day in 2026", "is no date"),
        ("16 Februari 2026", "is no date"), ("Feb 2026", "is no date"),
    ],
)  # fmt: skip
def test_an_unclear_date_is_refused_with_what_to_write(typed: str, words: str) -> None:
    with pytest.raises(FactError, match=words):
        typed_date(typed, "en")


def test_search_list_and_undo_follow(library: Library) -> None:
    article, _ = add(library)
    library.apply(correct_facts(article, {"title": "Garam: kabar yang dibantah"}))
    assert [h.title for h in library.search("dibantah")] == ["Garam: kabar yang dibantah"]
    assert library.summaries()[0].title == "Garam: kabar yang dibantah"
    library.undo()
    assert library.article(article.id) == article and library.search("dibantah") == []


@pytest.mark.parametrize("form", EXPORTERS, ids=lambda form: form.id)
def test_every_format_shows_the_correction_and_says_what_the_publisher_has(
    form: Exporter, library: Library, tmp_path: Path
) -> None:
    article, revision = add(library)
    mark(library, revision, "stok cukup")
    library.apply(correct_facts(article, {"title": "Kabar yang dibantah"}))
    target, dataset = tmp_path / f"set{form.suffix}", Dataset("set", library.labels(), library.documents, 1)
    list(export(form, dataset, target))
    text, told = " ".join(words_in(target).split()), form.plan(dataset)
    assert "Kabar yang dibantah" in text or told.count(Feature.ARTICLES) == 1
    assert "as_published" in text or "the publisher has title: Menteri" in text or told.count("publisher_values") == 1
    if form.profile.comes_back:
        with Library.open(tmp_path / "other.tilik") as other:
            list(import_set(other, target))
            assert dict(other.article(article.id).as_published) == {"title": article.title}


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.tilik") as found:
        yield found
