"""What a new value is stamped with: its id, a random UUID, and its time, in UTC."""

from __future__ import annotations

from datetime import UTC, datetime


def new_id() -> str:
    """Return A fresh random UUID."""
    from uuid import uuid4  # here and below: what no first paint needs

    return str(uuid4())


def now() -> datetime:
    """Return this moment in UTC."""
    return datetime.now(UTC)
