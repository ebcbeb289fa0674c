"""Forms in which earlier versions kept what has a field of its own today, read from libraries, logs and sets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reader.model.annotations import Origin
from reader.model.codec import CodecError, restore

CARRIED = "carried"
_OUTCOMES = frozenset({"placed", "moved", "changed", "removed"})


def split_origin(extra: Mapping[str, Any]) -> tuple[Origin | None, Mapping[str, Any]]:
    """Return the origin that stood in an annotation's `extra` until schema 3, and the rest of `extra`.

    What only looks like one is left where it is: it may be another program's.
    """
    carried = extra.get(CARRIED)
    if not isinstance(carried, Mapping) or str(carried.get("outcome")) not in _OUTCOMES:
        return None, extra
    named = {"revision": "revision_id", "asks": "needs_review"}
    try:
        origin = restore(Origin, {named.get(name, name): value for name, value in carried.items()})
    except CodecError:
        return None, extra
    return origin, {name: value for name, value in extra.items() if name != CARRIED}
