"""Where articles and marks are kept. `Library` is the door; `glance` is the quick look before the first paint.

`Library` loads SQLAlchemy, so it is imported when it is first asked for and not before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.store.glance import Glance, glance

if TYPE_CHECKING:
    from reader.store.library import Library

__all__ = ["Glance", "Library", "glance"]


def __getattr__(name: str) -> Any:
    if name == "Library":
        from reader.store.library import Library

        return Library
    raise AttributeError(name)
