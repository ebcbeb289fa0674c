"""Trees as plain numbers say what the library that made them would say."""

from __future__ import annotations

import math

import pytest

from reader.cleaning.features import NAMES
from reader.cleaning.forest import Forest, forest
from reader.cleaning.line_features import LINE_NAMES

TREE = [0, 1.5, -0.25, [1, 3.0, 0.5, 2.0]]


@pytest.mark.parametrize(
    ("row", "total"), [([1.5, 9.0], -0.25), ([1.6, 3.0], 0.5), ([1.6, 3.1], 2.0), ([math.inf, -math.inf], 0.5)]
)
def test_a_value_not_above_the_threshold_goes_below(row: list[float], total: float) -> None:
    made = Forest({"names": ["a", "b"], "bias": 1.0, "trees": [TREE, 0.125]})
    assert made.share(row) == pytest.approx(1 / (1 + math.exp(-(1.0 + total + 0.125))))


def test_a_hopeless_row_is_given_up() -> None:
    assert Forest({"names": ["a"], "bias": 0.0, "trees": [-2.6, *[1.0] * 100]}).share([0.0]) > 0
    assert Forest({"names": ["a"], "bias": 0.0, "trees": [-0.1] * 40 + [1.0] * 40}).share([0.0]) == 0.0


@pytest.mark.parametrize("tree", ["__import__('os')", [0, "row", 1.0, 2.0], [{}, 1.0, 1.0, 2.0]])
def test_nothing_but_numbers_becomes_code(tree: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        Forest({"names": ["a"], "bias": 0.0, "trees": [tree]})


def test_the_models_that_come_with_the_program_know_today_s_features() -> None:
    assert forest("page").names == NAMES
    assert forest("dump").names == LINE_NAMES
