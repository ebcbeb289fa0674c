"""The import path without the current folder. Imports nothing that is not loaded already: it runs before all else."""

from __future__ import annotations

import os
import sys


def leave_current_folder() -> None:
    """Stop modules that lie in the current folder from being imported in place of others.

    `python -m` puts that folder first, whatever lies there. When it is the one that this package was loaded from (a
    checkout), it stays, behind all others. `python -P -m` never puts it there.
    """
    own = _folder(__file__)
    here = {"", os.getcwd()} if _has_current() else {""}
    kept = [entry for entry in sys.path if entry not in here]
    sys.path[:] = [*kept, own] if own in here else kept


def _folder(file: str) -> str:
    """The folder that holds the package that `file` is directly in."""
    return os.path.dirname(os.path.dirname(os.path.abspath(file)))


def _has_current() -> bool:
    try:
        return bool(os.getcwd())
    except OSError:  # it was deleted
        return False
