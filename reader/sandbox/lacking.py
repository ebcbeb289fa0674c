"""What of the sandbox a system did not grant to a process that reads foreign bytes: said once, never passed over."""

from __future__ import annotations

from collections.abc import Sequence

from reader.messages import Message
from reader.sandbox.confine import CALLS, FILES
from reader.sandbox.layers import Layer
from reader.system import is_linux

_MATTER = (FILES, CALLS)  # of a process without the others nothing comes to a file, a program or the network
_found: list[Layer] = []
_told: list[Layer] = []


def note(layers: Sequence[Layer]) -> None:
    """Keep what a process said of itself. Elsewhere than on Linux these layers are others, and the README says so."""
    if is_linux():
        _found[:] = [layer for layer in layers if layer.name in _MATTER and not layer.holds]


def take() -> Message | None:
    """Return what is missing here, as a sentence; None when nothing is, or it was said already."""
    if not _found or _found == _told:
        return None
    _told[:] = _found
    missing = "; ".join(f"{layer.name}: {layer.detail}" for layer in _found)
    return Message(
        "Files of strangers were read without the whole sandbox, which this system does not offer ({0}). "
        "tilik check --sandbox says what could be reached", missing,
    )  # fmt: skip
