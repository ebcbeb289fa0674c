"""Six searches find the same: the library's, find, the panel's filter, the palette, the link finder and `--quote`."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from reader import edits
from reader.commands.requests import locate
from reader.errors import AnchorError
from reader.model.labels import CLAIM, SOURCE
from reader.store import Library
from tests.folding_pairs import PAIRS, Pair
from tests.ui.conftest import Sample, make_sample
from tests.ui.window_desk import Desk
from ui.article.find import Finder
from ui.dialogs.palette import Palette

Found = Callable[[Pair, int], bool]


@pytest.fixture
def sample() -> Sample:
    """An article with a line for each pair."""
    return make_sample(("All of them", *(f"{pair.stands}." for pair in PAIRS)), "All of them")


def articles(library: Library) -> list[str]:
    """The ids of an article for each pair; it has the words in its text."""
    made = [make_sample((f"Number {n}", pair.stands), f"Number {n}") for n, pair in enumerate(PAIRS)]
    library.apply_all([edits.add_article(one.article, one.revision) for one in made])
    return [one.article.id for one in made]


def mark_lines(desk: Desk) -> list[str]:
    """The ids of a mark on each line."""
    lines = [block.span for block in desk.sample.revision.blocks[1:]]
    made = [edits.annotate(desk.sample.revision, [line], SOURCE) for line in lines]
    desk.session.do(edits.together("Mark", made))
    return [mark.id for mark in desk.session.library.annotations(desk.sample.article.id)]


def missed(found: Found) -> list[str]:
    return [pair.name for n, pair in enumerate(PAIRS) if not found(pair, n)]


def test_there_are_forty_pairs_and_more() -> None:
    assert len(PAIRS) >= 40 and len({pair.name for pair in PAIRS}) == len(PAIRS)


def test_the_library(desk: Desk) -> None:
    ids, library = articles(desk.session.library), desk.session.library
    assert missed(lambda pair, n: ids[n] in {hit.article_id for hit in library.search(pair.typed)}) == []


def test_find_in_the_article(desk: Desk) -> None:
    view, lines = desk.window.view, desk.sample.revision.blocks[1:]

    def found(pair: Pair, n: int) -> bool:
        view.seek(pair.typed, True)
        return any(lines[n].span.start <= start < lines[n].span.end for start in view.finder.starts)

    assert missed(found) == []


def test_the_filter_of_the_panel(desk: Desk) -> None:
    ids, model = mark_lines(desk), desk.window.panel.model

    def found(pair: Pair, n: int) -> bool:
        model.choose(text=pair.typed)
        return model.row_of(ids[n]) >= 0

    assert missed(found) == []


def test_a_mark_that_is_made_while_the_panel_is_filtered(desk: Desk) -> None:
    model = desk.window.panel.model
    lines = [block.span for block in desk.sample.revision.blocks[1:]]

    def found(pair: Pair, n: int) -> bool:
        model.choose(text=pair.typed)
        before = model.rowCount()
        desk.session.do(edits.annotate(desk.sample.revision, [lines[n]], SOURCE))
        return model.rowCount() == before + 1

    assert missed(found) == []


def test_the_palette(desk: Desk) -> None:
    ids = articles(desk.session.library)
    palette = Palette(desk.window.commands, desk.session.library.titles_first, desk.window)
    desk.qtbot.addWidget(palette)

    def found(pair: Pair, n: int) -> bool:
        palette.field.setText(pair.typed)
        rows = [palette.list.item(row) for row in range(palette.list.count())]
        return ids[n] in {row.data(Qt.ItemDataRole.UserRole) for row in rows}

    assert missed(found) == []


def test_the_link_finder(desk: Desk) -> None:
    ids = mark_lines(desk)
    desk.session.do(edits.annotate(desk.sample.revision, [desk.sample.span("All of")], CLAIM))
    (claim,) = [m for m in desk.session.library.annotations(desk.sample.article.id) if m.label == "claim"]
    finder = desk.window.panel.finder
    finder.open(claim)

    def found(pair: Pair, n: int) -> bool:
        finder.words.setText(pair.typed)
        finder.refresh()
        rows = [finder.list.item(row) for row in range(finder.list.count())]
        return ids[n] in {row.data(Qt.ItemDataRole.UserRole) for row in rows}

    assert missed(found) == []


@pytest.mark.parametrize("pair", [pair for pair in PAIRS if pair.quote], ids=lambda pair: pair.name)
def test_a_quote_forgives_what_cannot_be_typed_or_seen(pair: Pair) -> None:
    span = locate(f"Lead. {pair.stands}. Tail.", pair.typed)
    finder = Finder(f"Lead. {pair.stands}. Tail.")
    assert finder.look_for(pair.typed) == 1
    assert (finder.starts, finder.ends) == ([span.start], [span.end])


@pytest.mark.parametrize("pair", [pair for pair in PAIRS if not pair.quote], ids=lambda pair: pair.name)
def test_a_quote_forgives_no_accent_and_no_case(pair: Pair) -> None:
    with pytest.raises(AnchorError, match="does not stand"):
        locate(f"Lead. {pair.stands}. Tail.", pair.typed)
