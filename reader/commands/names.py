"""The commands' names, known without loading anything: the window looks here before it starts."""

from __future__ import annotations

_NAMES = (
    "clean add list show annotate search export import check labels backup original anchor recapture compare edit "
    "empty-trash erase compact fetch formats publisher restore "
    "encrypt decrypt passphrase"
)
COMMANDS = frozenset(_NAMES.split())
