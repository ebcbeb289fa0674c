"""Where articles and marks are kept. `Library` is the door; `first_paint` is the quick look before the first paint,
`is_older` the look at a file that may be a library. `Interrupt` stops a search, `Listed` is what a
query found.

`is_locked` says that a library is encrypted and no key was given, which `unlock` takes from a passphrase; `Encrypting`
encrypts one.

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
    from reader.store.driver import is_encrypted, is_locked
    from reader.store.encrypting import Encrypting, PlainCopy, decrypt, has_packages, plain_copies, remove_plain
    from reader.store.integrity.damage import Damage
    from reader.store.integrity.healing import Remedy
    from reader.store.key_files import change_passphrase, check_words, unlock
    from reader.store.library import Library
    from reader.store.passphrases import is_recovery
    from reader.store.restoring import Restored, backups_here

__all__ = [
    "Backup", "Damage", "Differences", "Encrypting", "FirstPaint", "Interrupt", "Library", "Listed", "Made",
    "PlainCopy", "Remedy", "Restored", "back_up_if_due", "backups_here", "change_passphrase", "check_words", "decrypt",
    "differences", "first_paint", "has_packages", "is_encrypted", "is_locked", "is_older", "is_recovery",
    "plain_copies", "remove_plain", "unlock",
]  # fmt: skip
_LATE = {
    "Backup": "backups.listing", "Damage": "integrity.damage", "Differences": "differing", "Library": "library",
    "Made": "backing_up", "Remedy": "integrity.healing", "Restored": "restoring", "back_up_if_due": "backing_up",
    "backups_here": "restoring", "differences": "differing", "is_encrypted": "driver", "is_locked": "driver",
    "is_recovery": "passphrases",
    **dict.fromkeys(("change_passphrase", "check_words", "unlock"), "key_files"),
    **dict.fromkeys(
        ("Encrypting", "PlainCopy", "decrypt", "has_packages", "plain_copies", "remove_plain"), "encrypting"
    ),
}  # fmt: skip


def __getattr__(name: str) -> Any:
    if name in _LATE:
        from importlib import import_module

        return getattr(import_module(f"{__name__}.{_LATE[name]}"), name)
    raise AttributeError(name)
