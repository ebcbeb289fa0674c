"""The rows of the article list follow the marks of their articles, without the list being read again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reader import edits
from reader.model.labels import DENIAL
from reader.query import Query
from reader.store import Library, first_paint
from tests.ui.conftest import Marker, Sample
from ui.jobs import Jobs
from ui.library.model import LibraryModel
from ui.library.pane import LibraryPane
from ui.library.state_list import _COUNT as COUNT
from ui.look.theme import load
from ui.session import Session


@pytest.fixture
def jobs(qapp: object) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


@pytest.fixture
def model(session: Session, jobs: Jobs) -> LibraryModel:
    made = LibraryModel(session, jobs)
    made.reload()
    return made


def test_a_row_counts_marks_as_they_come_change_and_go(
    session: Session, library: Library, mark: Marker, sample: Sample, model: LibraryModel
) -> None:
    def agree() -> dict[str, int]:
        summary = model.summary(0)
        assert summary == library.summaries(Query())[0]
        return dict(summary.counts)

    assert agree() == {}
    first = mark("night ferry", "claim")
    mark("harbour office", "claim")
    assert agree() == {"claim": 2}
    session.do(edits.relabel(library.annotation(first), DENIAL))
    assert agree() == {"claim": 1, "denial": 1}
    session.do(edits.delete_annotations([library.annotation(first)]))
    assert agree() == {"claim": 1}
    session.undo()
    assert agree() == {"claim": 1, "denial": 1}


def test_the_top_of_the_list_is_there_before_the_library_is_open(
    library: Library, mark: Marker, model: LibraryModel, jobs: Jobs
) -> None:
    mark("night ferry", "claim")
    opened: list[bool] = []

    def opener() -> Library:
        opened.append(True)
        return library

    early = Session(opener, first_paint(library.path))
    pane = LibraryPane(early, load("light"), jobs)
    assert pane.model.rowCount() == 1 and pane.model.summary(0) == model.summary(0)
    counts = [item.text() + " " + str(item.data(COUNT) or "") for item in map(pane.states.list.item, range(2))]
    assert counts == ["All articles 1", "Inbox 1"] and not opened
    assert early.library is library
    assert pane.model.rowCount() == 1 and opened


def test_a_mark_costs_the_list_no_reading(
    library: Library, mark: Marker, model: LibraryModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert model.summary(0) is not None
    told: list[int] = []
    model.dataChanged.connect(lambda top, _bottom, _roles: told.append(top.row()))
    monkeypatch.setattr(type(library), "rows_of", lambda *_args, **_options: pytest.fail("the list was read again"))
    mark("night ferry", "claim")
    assert told == [0]
