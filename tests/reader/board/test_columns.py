"""The parties of the matrix and how often sources are named: counted as the whole board would."""

from __future__ import annotations

import tempfile
from collections import Counter
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.board.columns import MOST, tally_sources
from reader.board.row_index import read_row_index
from reader.board.voice import OWN
from reader.store import Library
from tests.reader.board.test_pages import Papers, acts
from tests.reader.board.whole_board import board, gather


@settings(max_examples=40, deadline=None)
@given(st.lists(acts, min_size=4, max_size=30), st.integers(0, 2))
def test_the_parties_are_those_of_the_whole_board(made: list[tuple[str, int, int]], scope: int) -> None:
    with tempfile.TemporaryDirectory() as folder, Library.open(Path(folder) / "papers.tilik") as library:
        papers = Papers(library)
        for act in made:
            papers.do(*act)
        ids = (None, papers.articles[:1], papers.articles[1:])[scope]
        material = gather(library, ids)
        whole = board(material)
        quoted = Counter(v.party for row in whole.rows for v in row.voices if v.party != OWN)
        wanted = sorted(whole.parties, key=lambda p: (-quoted[p], whole.parties[p].casefold()))
        with library.moment() as moment:
            found = tally_sources(moment, read_row_index(moment, ids), sources := moment.sources())
        assert [party for party, _ in found.columns.parties] == wanted[:MOST]
        assert found.columns.left_out == max(0, len(wanted) - MOST)
        known = {s.id for s in sources}
        assert found.counts == Counter(m.about for m in material.marks if m.label == "source" and m.about in known)
