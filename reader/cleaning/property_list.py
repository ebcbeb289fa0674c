"""Property lists of Apple's, which may come from anywhere and be broken in any way."""

from __future__ import annotations

import plistlib
from typing import Any
from xml.parsers.expat import ExpatError

_BROKEN = (plistlib.InvalidFileException, ExpatError, ValueError, TypeError, KeyError, IndexError, AttributeError,
           OverflowError, RecursionError, MemoryError)  # fmt: skip


class BrokenListError(ValueError):
    """Bytes that are no property list; the text is the kind of the fault."""


def property_list(data: bytes) -> Any:
    """Return what a property list holds. Raises `BrokenListError`, whatever `plistlib` stumbled over."""
    try:
        return plistlib.loads(data)
    except _BROKEN as error:
        raise BrokenListError(type(error).__name__) from error
