"""Where articles and marks are kept. `Library` is the door; `first_paint` is the quick look before the first paint,
`is_older` the look at a file that may be a library. `Interrupt` stops a search, `Listed` is what a
query found.

`Library` is imported when it is first asked for and not before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.store.first_paint import FirstPaint, first_paint
from reader.store.interrupting import Interrupt
from reader.store.listing import Listed
from reader.store.looking import is_older

if TYPE_CHECKING:
    from reader.store.library import Library
    from reader.store.truth.damage import Damage
    from reader.store.truth.healing import Remedy

__all__ = ["Damage", "FirstPaint", "Interrupt", "Library", "Listed", "Remedy", "first_paint", "is_older"]


def __getattr__(name: str) -> Any:
    if name == "Library":
        from reader.store.library import Library

        return Library
    raise AttributeError(name)
