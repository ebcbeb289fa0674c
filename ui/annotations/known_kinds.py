"""What the marks of a label mention: claims, or sources."""

from __future__ import annotations

KIND = {"claim": "claim", "denial": "claim", "source": "source", "via": "source"}
