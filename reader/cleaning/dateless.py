"""trafilatura without htmldate, which it loads for dates that it is never asked for here.

htmldate brings dateparser and the names of days in two hundred languages: a seventh of what the first page of a process
takes. Where a page states no date, `metadata.py` asks htmldate itself.
"""

from __future__ import annotations

import sys
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any

_ASKED_LATE = "htmldate"


@cache
def load_trafilatura() -> None:
    """Import trafilatura; whoever asks it for a date loads htmldate then."""
    if _ASKED_LATE in sys.modules or "trafilatura" in sys.modules:
        import_module("trafilatura")
        return
    stand_in = ModuleType(_ASKED_LATE)
    vars(stand_in)["find_date"] = _find_date
    sys.modules[_ASKED_LATE] = stand_in
    try:
        import_module("trafilatura")
    finally:
        del sys.modules[_ASKED_LATE]


def _find_date(*arguments: Any, **options: Any) -> Any:
    return import_module(_ASKED_LATE).find_date(*arguments, **options)
