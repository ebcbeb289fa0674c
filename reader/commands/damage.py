"""What a command says of a library that is not as it was closed: looked through first, named, and gone on with."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.store import Library

_WHOLE = 64 << 20  # bytes of a library that is looked through before a command uses it
_NAMED = 5


def say_damage(library: Library) -> bool:
    """Look a library through that is owed a check, and say on stderr what is damaged; whether anything is."""
    if not library.owed:
        return False
    whole = library.path.stat().st_size <= _WHOLE
    found = library.examine() if whole else library.quick_check()
    for damage in found[:_NAMED]:
        _say(f"damaged: {damage.message}")
    if len(found) > _NAMED:
        _say(f"damaged: {len(found) - _NAMED} more things; tilik check names them all")
    return bool(found)


def _say(text: str) -> None:
    from reader.commands.output import Output

    sys.stdout.flush()
    Output(json=False).error(text)
