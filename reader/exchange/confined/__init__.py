"""Sets of strangers, read by a process that can reach nothing: it is handed bytes and hands back plain records."""

from __future__ import annotations

from reader.exchange.confined.reading import SetReader

__all__ = ["SetReader"]
