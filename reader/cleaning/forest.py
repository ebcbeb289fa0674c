"""Gradient-boosted trees as plain numbers: read from a file, asked for a share of certainty. No model library.

The file holds, for each model, `names` (its features in order), `bias` and `trees`. A tree is nested:
`[feature, threshold, below, above]`, where a branch is another such list or a leaf's number; a value not above the
threshold goes to `below`. The numbers are summed and put through the logistic function.
"""

from __future__ import annotations

import ast
import json
from collections.abc import Callable, Sequence
from functools import cache
from importlib.resources import files
from math import exp
from typing import Any

_AT_ONCE = 40  # trees in one expression
_HOPELESS = (-2.5, -3.0)  # sums of the first and the first two lots, below which a row is given up (1 in 3,000 wrongly)


class Forest:
    """One model. `names` are the features that a row must hold, in this order."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.names: tuple[str, ...] = tuple(data["names"])
        self._bias = float(data["bias"])
        trees = data["trees"]
        self._lots = [_compiled(trees[at : at + _AT_ONCE]) for at in range(0, len(trees), _AT_ONCE)]

    def share(self, row: Sequence[float]) -> float:
        """Return how sure the model is of a row, between 0 and 1; 0 for one that is given up early."""
        total = self._bias
        for number, lot in enumerate(self._lots):
            total += lot(row)
            if number < len(_HOPELESS) and total < _HOPELESS[number]:
                return 0.0
        return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


def _compiled(trees: Sequence[Any]) -> Callable[[Sequence[float]], float]:
    """The sum of some trees as one function of a row.

    Python carries out an expression of comparisons more than twice as fast as it walks through nested lists. The
    expression is put together from numbers alone: whatever else a file held would be refused by `int` and `float`.
    """
    whole = _leaf(0.0)
    for tree in trees:
        whole = ast.BinOp(whole, ast.Add(), _branch(tree))
    row = ast.arguments([], [ast.arg("row")], None, [], [], None, [])
    made = ast.fix_missing_locations(ast.Expression(ast.Lambda(row, whole)))
    function: Callable[[Sequence[float]], float] = eval(compile(made, "<trees>", "eval"), {"__builtins__": {}})
    return function


def _branch(node: Any) -> ast.expr:
    if not isinstance(node, list):
        return _leaf(float(node))
    value = ast.Subscript(ast.Name("row", ast.Load()), ast.Constant(int(node[0])), ast.Load())
    below = ast.Compare(value, [ast.LtE()], [_leaf(float(node[1]))])
    return ast.IfExp(below, _branch(node[2]), _branch(node[3]))


def _leaf(number: float) -> ast.expr:
    return ast.Constant(number)


@cache
def forest(name: str) -> Forest:
    """The model of that name that comes with the program: `page` or `dump`."""
    return Forest(json.loads((files("reader.cleaning") / f"model_{name}.json").read_text(encoding="utf-8")))
