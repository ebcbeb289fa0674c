"""Times and mappings as records hold them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from reader.errors import ExportError
from reader.system_reasons import reason_of


def time_out(time: datetime) -> str:
    """ISO 8601 in UTC with `Z`; the same instant gives the same text, wherever it was written."""
    return (time if time.tzinfo is UTC else time.astimezone(UTC)).isoformat().replace("+00:00", "Z")


def json_text(mapping: Mapping[str, Any]) -> str:
    """Return compact JSON with sorted keys, or "" for an empty mapping."""
    return plain_json(dict(mapping)) if mapping else ""


def plain_json(value: object) -> str:
    """Return `value` as compact JSON with sorted keys. Raises `ExportError` for what JSON cannot hold, as NaN."""
    try:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True, allow_nan=False)
    except (TypeError, ValueError) as error:
        raise ExportError("the set holds a value that JSON cannot: {0}", reason_of(error)) from error
