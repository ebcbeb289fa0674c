"""The outcomes over edits made by rule: what must never happen, and what must mostly succeed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench.bench_anchoring import judged, line, nearest_quote, share
from tests.bench.systematic_edits import EDITS, trials

ARTICLES = [
    path.read_text(encoding="utf-8").strip() for path in sorted((Path(__file__).parent / "articles").glob("*.txt"))
]
CASES = list(trials(ARTICLES, 20 * len(EDITS)))


@pytest.mark.parametrize("edit", [edit.__name__ for edit in EDITS])
def test_no_mark_lies(edit: str) -> None:
    counts = judged([trial for trial in CASES if trial.edit == edit])
    assert sum(counts.values()) == 200
    assert share(counts, ["silent", "unflagged"]) == 0, line(edit, counts)
    assert share(counts, ["right"]) > 95, line(edit, counts)


def test_the_figures_over_all_edits() -> None:
    counts = judged(CASES)
    told = line("all", counts)
    assert share(counts, ["right", "needless question"], ["same"]) >= 98, told
    assert share(counts, ["right"], ["edited"]) >= 90, told
    assert share(counts, ["needless question"]) < 1, told


def test_the_judge_sees_what_the_usual_way_does_wrong() -> None:
    counts = judged(CASES, nearest_quote)
    assert share(counts, ["silent"]) > 0.2
    assert share(counts, ["right"], ["edited"]) == 0
