"""Dates as pages write them, to ISO 8601 as precise as they are; empty when that would be a guess."""

from __future__ import annotations

import re
from datetime import datetime
from email.utils import parsedate_to_datetime

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?")


def iso(value: str) -> str:
    """Return `value` as ISO 8601 (a date, or date and time with the offset it states), or an empty string."""
    value = value.strip()
    found = _ISO.match(value)
    if found:
        return _built(found)
    try:
        return parsedate_to_datetime(value).isoformat() if "," in value else ""
    except (ValueError, TypeError, IndexError):
        return ""


def _built(found: re.Match[str]) -> str:
    year, month, day, hour, minute, second, zone = found.groups()
    text = f"{year}-{month}-{day}"
    if hour is not None:
        text += f"T{hour}:{minute}:{second or '00'}"
    if zone:
        text += "+00:00" if zone == "Z" else f"{zone[:3]}:{zone[-2:]}"
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return ""
    return text
