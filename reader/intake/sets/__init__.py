"""Annotated sets into the library: `import_set`, and what it tells."""

from __future__ import annotations

from reader.intake.sets.bringing import import_set
from reader.intake.sets.report import Differing, SetItem, SetReport

__all__ = ["Differing", "SetItem", "SetReport", "import_set"]
