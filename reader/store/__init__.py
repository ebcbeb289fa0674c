"""Where articles and marks are kept. `Library` is the door; `first_paint` is the quick look before the first paint,
`is_older` the look at a file that may be a library. `Interrupt` stops a search, `Listed` is what a
query found.

`backups_here` lists backups, `Restored` is one that is put back, `differences` what would change by it.

`Library` and what belongs to backups are imported when they are first asked for and not before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.store.first_paint import FirstPaint, first_paint
from reader.store.interrupting import Interrupt
from reader.store.listing import Listed
from reader.store.looking import is_older

if TYPE_CHECKING:
    from reader.store.backing_up import Made, back_up_if_due
    from reader.store.backups.listing import Backup
    from reader.store.differing import Differences, differences
    from reader.store.library import Library
    from reader.store.restoring import Restored, backups_here
    from reader.store.truth.damage import Damage
    from reader.store.truth.healing import Remedy

__all__ = [
    "Backup", "Damage", "Differences", "FirstPaint", "Interrupt", "Library", "Listed", "Made", "Remedy", "Restored",
    "back_up_if_due", "backups_here", "differences", "first_paint", "is_older",
]  # fmt: skip
_LATE = {
    "Backup": "backups.listing", "Damage": "truth.damage", "Differences": "differing", "Library": "library",
    "Made": "backing_up", "Remedy": "truth.healing", "Restored": "restoring", "back_up_if_due": "backing_up",
    "backups_here": "restoring", "differences": "differing",
}  # fmt: skip


def __getattr__(name: str) -> Any:
    if name in _LATE:
        from importlib import import_module

        return getattr(import_module(f"{__name__}.{_LATE[name]}"), name)
    raise AttributeError(name)
