"""How SQLite answers what the board asks while somebody waits: by indexes alone, without sorting."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader.board.changes import changed_index
from reader.board.columns import tally_sources
from reader.board.pages import read_page
from reader.board.row_index import read_row_index
from reader.edits import Edit, Swap
from reader.model.claims import Claim
from reader.model.stamps import new_id, now
from reader.store import Library
from tests.reader.board.test_pages import Papers
from tests.statements import plan, recorded, write_connection

SMALL = ("SCAN asked", "SCAN claim", "SCAN source", "SCAN (subquery-1)", "SCAN CONSTANT ROW", "SCAN SUBQUERY")
FEW = ("relation", "relation_member", "SCAN e ", "SCAN r ")  # what is linked, not what is marked


@pytest.mark.parametrize("analysed", [False, True])
def test_no_question_scans_marks_or_articles_or_sorts_them(tmp_path: Path, analysed: bool) -> None:
    with Library.open(tmp_path / "papers.tilik") as library:
        papers = Papers(library)
        for number in range(30):
            papers.do("mark", number, number)
        for act in ("same", "says", "denies", "about"):
            papers.do(act, 3, 4)
        if analysed:
            write_connection(library).execute("ANALYZE")
        with recorded(library) as asked:
            _read(library)
        selects = {s for s in asked if s.startswith("SELECT") and "annotation" in s}
        assert len(selects) > 15
        for statement in selects:
            steps = plan(library, statement)
            for step in steps.splitlines():
                assert not step.startswith(("SCAN m", "SCAN a", "SCAN annotation")) or "asked" in step, (
                    statement + steps
                )
                assert "ORDER BY" not in step or "relation" in statement, statement + steps


def _read(library: Library) -> None:
    claim = Claim(new_id(), "The bridge is closed", now(), now())
    change = library.apply(Edit("Make claim", (Swap(None, claim),)))
    with library.moment() as moment:
        index = read_row_index(moment, None)
        sources = moment.sources()
        read_page(moment, index, index.keys[:10], sources)
        changed_index(moment, index, change.edit.swaps, {})
        tally_sources(moment, index, sources)
        moment.words(index.loose[:5])
        assert json.dumps(list(index.loose))
