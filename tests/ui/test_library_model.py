"""The rows of the article list follow the marks of their articles, without the list being read again."""

from __future__ import annotations

import pytest

from reader import edits
from reader.labels import DENIAL
from reader.query import Query
from reader.store import Library
from tests.ui.conftest import Marker, Sample
from ui.library_model import LibraryModel
from ui.session import Session


@pytest.fixture
def model(session: Session) -> LibraryModel:
    made = LibraryModel(session)
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


def test_a_mark_costs_the_list_no_reading(
    library: Library, mark: Marker, model: LibraryModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert model.summary(0) is not None
    told: list[int] = []
    model.dataChanged.connect(lambda top, _bottom: told.append(top.row()))
    monkeypatch.setattr(type(library), "summaries", lambda *_args, **_options: pytest.fail("the list was read again"))
    mark("night ferry", "claim")
    assert told == [0]
