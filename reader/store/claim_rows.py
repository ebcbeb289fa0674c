"""Claims, sources, evidence and reviews to rows and back."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from reader.model.claims import Claim, ClaimRecord, Evidence, Review, Source
from reader.model.codec import plain, restore
from reader.model.kinds import TYPES
from reader.store.damaged import reads
from reader.store.mapping import Row, dump

_KEYS = {Claim: "text", Source: "name", Evidence: "claim_id", Review: "claim_id"}


def claim_record_row(record: ClaimRecord) -> dict[str, Any]:
    """Return A claim, a source, evidence or a review: what it is looked up by, and the rest of it as JSON."""
    key = _KEYS[type(record)]
    return {"id": record.id, key: getattr(record, key), "told": dump(plain(record, sparse=True))}


def columns(kind: type[Any]) -> tuple[str, str, str]:
    """Return the columns of such a row, in their order."""
    return "id", _KEYS[kind], "told"


def claim_record_reader(kind: str) -> Callable[[Row], ClaimRecord]:
    """Return what makes things of that kind from their rows."""

    @reads(kind)
    def read(row: Row) -> ClaimRecord:
        found: ClaimRecord = restore(TYPES[kind], json.loads(row["told"]))
        return found

    return read
