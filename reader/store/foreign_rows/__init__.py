"""A library of a stranger, read by a process that can reach nothing: it is handed bytes and hands back plain rows."""

from __future__ import annotations

from reader.store.foreign_rows.reading import plain_copy

__all__ = ["plain_copy"]
