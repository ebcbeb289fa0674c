"""Gradient-boosted trees as plain numbers: read from a file, asked for a share of certainty. No model library.

The file holds, for each model, `names` (its features in order), `bias` and `trees`. A tree is nested:
`[feature, threshold, below, above]`, where a branch is another such list or a leaf's number; a value not above the
threshold goes to `below`. The numbers are summed and put through the logistic function.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from math import exp
from typing import Any

Node = tuple[int, float, Any, Any] | float
_EARLY = 24  # trees after which a hopeless row is given up
_HOPELESS = -4.0


class Forest:
    """One model. `names` are the features that a row must hold, in this order."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.names: tuple[str, ...] = tuple(data["names"])
        self._bias = float(data["bias"])
        trees = [_node(tree) for tree in data["trees"]]
        self._first, self._rest = trees[:_EARLY], trees[_EARLY:]

    def share(self, row: Sequence[float]) -> float:
        """How sure the model is of a row, between 0 and 1."""
        total = self._bias + _sum(self._first, row)
        if total < _HOPELESS and self._rest:
            return 0.0
        total += _sum(self._rest, row)
        return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


def _sum(trees: Sequence[Node], row: Sequence[float]) -> float:
    total = 0.0
    for node in trees:
        while type(node) is tuple:
            node = node[2] if row[node[0]] <= node[1] else node[3]
        total += node  # type: ignore[operator]
    return total


def _node(value: Any) -> Node:
    return (value[0], value[1], _node(value[2]), _node(value[3])) if isinstance(value, list) else float(value)


@cache
def forest(name: str) -> Forest:
    """The model of that name that comes with the program: `page` or `dump`."""
    return Forest(json.loads((files("reader.cleaning") / f"model_{name}.json").read_text(encoding="utf-8")))
