"""What search and its filters find, and what they must not find."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader import edits
from reader.edits import Edit, Swap
from reader.errors import TilikError
from reader.model.articles import Article, State
from reader.model.labels import CLAIM
from reader.model.spans import Span
from reader.query import parse
from reader.store import Library
from tests.reader.store.conftest import add


def changed(library: Library, article: Article, **fields: object) -> Article:
    """The article with other values, stored."""
    after = replace(article, **fields)  # type: ignore[arg-type]
    library.apply(Edit("Change", (Swap(article, after),)))
    return after


def listed(library: Library, query: str) -> list[str]:
    """The titles that a query finds, in the order of the alphabet."""
    return sorted(summary.title for summary in library.summaries(parse(query)))


def test_neither_the_words_nor_the_marks_of_the_trash_are_found(library: Library) -> None:
    article, revision = add(library)
    start = revision.text.index("stok cukup")
    made = edits.annotate(revision, [Span(start, start + 10)], CLAIM, note="Periksa gudang")
    library.apply(made)
    assert [hit.annotation_id != "" for hit in library.search("stok cukup")] == [False, True]
    assert len(library.search("periksa gudang")) == 1
    library.apply(edits.set_state([article], State.TRASHED))
    assert library.search("stok cukup") == []
    assert library.search("periksa gudang") == []
    library.undo()
    assert len(library.search("periksa gudang")) == 1


def test_a_tag_is_found_whole(library: Library) -> None:
    north, _ = add(library, "Launch from the north")
    other, _ = add(library, "A choir from Korinthos", ["The choir sang."])
    changed(library, north, tags=("north korea", "100%"))
    changed(library, other, tags=("kor",))
    assert listed(library, "tag:kor") == ["A choir from Korinthos"]
    assert listed(library, 'tag:"north korea"') == ["Launch from the north"]
    assert listed(library, "tag:100%") == ["Launch from the north"]
    assert listed(library, "tag:north") == listed(library, "tag:%") == []


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("site:harian", ["One"]),
        ("site:HARIAN", ["One"]),
        ("lang:ID", ["One", "Two"]),
        ("site:%", ["Two"]),
        ("site:a_i", []),
        ("site:_", []),
        ("site:100%", ["Two"]),
        ("site:Čas", ["Three"]),
        ("site:čAS", ["Three"]),
    ],
)
def test_sites_and_languages_are_found_in_any_case_and_as_they_are_typed(
    library: Library, query: str, found: list[str]
) -> None:
    one, _ = add(library, "One")
    two, _ = add(library, "Two", ["Another text stands here."])
    three, _ = add(library, "Three", ["And a third one."])
    changed(library, three, site="Čas")
    changed(library, one, site="Harian Samudra", language="id")
    changed(library, two, site="Kabar 100%", language="id")
    assert listed(library, query) == found


def test_a_name_of_two_articles_is_no_name(library: Library) -> None:
    one, _ = add(library, "Harbour audit opens", ["The auditors began on Monday."])
    two, _ = add(library, "Harbour audit opens", ["The auditors ended on Friday."])
    with pytest.raises(TilikError, match="names several articles") as error:
        library.find("Harbour audit opens")
    assert one.id in str(error.value) and two.id in str(error.value)
    assert library.find(one.id) == one.id
