"""Gradient-boosted trees as plain numbers: read from a file, asked for a share of certainty. No model library.

The file holds, for each model, `names` (its features in order), `bias` and `trees`. A tree is nested:
`[feature, threshold, below, above]`, where a branch is another such list or a leaf's number; a value not above the
threshold goes to `below`. The numbers are summed and put through the logistic function.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import cache
from math import exp
from pathlib import Path
from typing import Any

_AT_ONCE = 40  # trees in one expression
_HOPELESS = (-2.5, -3.0)  # sums of the first and the first two lots, below which a row is given up (1 in 3,000 wrongly)


class Forest:
    """One model. `names` are the features that a row must hold, in this order."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.names: tuple[str, ...] = tuple(data["names"])
        self._sum = _compiled(float(data["bias"]), data["trees"], len(self.names))

    def share(self, row: Sequence[float]) -> float:
        """Return how sure the model is of a row, between 0 and 1; 0 for one that is given up early.

        It takes half as long when all values of the row are `float`s.
        """
        total = self._sum(row)
        return 0.0 if total is None else 1 / (1 + exp(-max(-30.0, min(30.0, total))))


def _compiled(bias: float, trees: Sequence[Any], features: int) -> Callable[[Sequence[float]], float | None]:
    """The sum of all trees as one function of a row, which returns None when it gives up.

    Python carries out expressions of comparisons more than twice as fast as it walks through nested lists. They are
    written from numbers alone: whatever else a file held would be refused by `int` and `float`.
    """
    lines = ["def summed(row):", f" {', '.join(f'f{number}' for number in range(features))}, = row"]
    lines.append(f" total = {float(bias)!r}")
    for number, at in enumerate(range(0, len(trees), _AT_ONCE)):
        lines.append(" total += 0.0 + " + " + ".join(map(_branch, trees[at : at + _AT_ONCE])))
        if number < len(_HOPELESS):
            lines.append(f" if total < {_HOPELESS[number]!r}: return None")
    names: dict[str, Any] = {"__builtins__": {}}
    exec(compile("\n".join([*lines, " return total"]), "<trees>", "exec"), names)
    function: Callable[[Sequence[float]], float | None] = names["summed"]
    return function


def _branch(node: Any) -> str:
    if not isinstance(node, list):
        return repr(float(node))
    below = f"f{int(node[0])} <= {float(node[1])!r}"
    return f"({_branch(node[2])} if {below} else {_branch(node[3])})"


@cache
def forest(name: str) -> Forest:
    """The model of that name that comes with the program: `page`, `dump`, `title`, `day`, `byline`."""
    return Forest(json.loads(Path(__file__).with_name(f"model_{name}.json").read_text(encoding="utf-8")))
