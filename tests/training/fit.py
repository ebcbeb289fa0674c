"""Boosted trees from labelled rows, and as the plain numbers that `reader.cleaning.forest` reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import lightgbm
import numpy as np

ROUNDS = 320
_SETTINGS = {
    "objective": "binary", "learning_rate": 0.06, "num_leaves": 8, "min_data_in_leaf": 60, "feature_fraction": 0.25,
    "bagging_fraction": 0.8, "bagging_freq": 1, "lambda_l2": 20, "max_bin": 127, "verbose": -1, "seed": 1,
    "deterministic": True, "force_row_wise": True, "num_threads": 1,
}  # fmt: skip


@dataclass(slots=True)
class Table:
    """Rows to learn from. `owner` numbers the page of each row, `weight` says how much it counts."""

    rows: np.ndarray
    label: np.ndarray
    weight: np.ndarray
    owner: np.ndarray


def fitted(
    table: Table, chosen: np.ndarray, rounds: int = ROUNDS, settings: Mapping[str, float] | None = None
) -> lightgbm.Booster:
    """A model of the chosen rows; `settings` are taken before the usual ones."""
    data = lightgbm.Dataset(table.rows[chosen], table.label[chosen], weight=table.weight[chosen])
    return lightgbm.train({**_SETTINGS, **(settings or {})}, data, rounds)


def exported(model: lightgbm.Booster, names: Sequence[str]) -> dict[str, Any]:
    """The trees of a model as nested lists of numbers."""
    trees = [_node(tree["tree_structure"]) for tree in model.dump_model()["tree_info"]]
    return {"names": list(names), "bias": 0.0, "trees": trees}


def _node(node: dict[str, Any]) -> Any:
    if "leaf_value" in node:
        return round(node["leaf_value"], 4)
    if node["decision_type"] != "<=":
        raise ValueError(f"a tree decides by {node['decision_type']}, which the reader of trees does not know")
    threshold = float(f"{node['threshold']:.6g}")
    return [node["split_feature"], threshold, _node(node["left_child"]), _node(node["right_child"])]
