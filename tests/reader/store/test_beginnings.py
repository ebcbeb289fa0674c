"""Where in a list a title begins with what is typed, and parts of a list by their ids."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader import edits
from reader.query import Query
from reader.store import Library
from tests.ui.conftest import make_sample

TITLES = ("Bridge is shut", "100 % of the rice", "ÉTÉ on the quay", "bridge opens", "Crane falls")
BY_ADDED = Query(descending=False)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.tilik") as opened:
        for title in TITLES:
            made = make_sample((title, f"Words of {title}."), title)
            opened.apply(edits.add_article(made.article, made.revision))
        yield opened


@pytest.mark.parametrize(
    ("beginning", "start", "row"),
    [("bri", 0, 0), ("BRI", 1, 3), ("bri", 4, 0), ("été", 0, 2), ("%", 0, -1), ("100 %", 3, 1), ("_ridge", 0, -1),
     ("c", 99, 4), ("zebra", 0, -1)],
)  # fmt: skip
def test_the_first_row_from_there_on_then_from_the_top(library: Library, beginning: str, start: int, row: int) -> None:
    assert library.row_beginning(library.listed(BY_ADDED), beginning, start) == row


def test_in_another_order_and_with_a_filter(library: Library) -> None:
    by_title = Query(order="title", descending=False)
    assert (
        library.row_beginning(library.listed(by_title), "bri", 2) == 3
        and library.row_beginning(library.listed(by_title), "cr", 0) == 2
    )
    assert library.row_beginning(library.listed(Query(words="shut")), "bri", 0) == 0
    assert library.row_beginning(library.listed(Query(words="shut")), "crane", 0) == -1


@pytest.mark.parametrize("query", [Query(), Query(words="words"), Query(site="herald", order="title")])
def test_a_part_of_the_ids_is_that_part_of_the_list(library: Library, query: Query) -> None:
    whole = [summary.id for summary in library.summaries(query)]
    assert len(whole) == len(TITLES) and library.ids(query) == whole
    listed = library.listed(query)
    assert library.ids_of(listed, 1, 2) == whole[1:3] and library.ids_of(listed, 3) == whole[3:]
