"""What holds of a sandbox, as values that travel from the process to whoever started it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer of a sandbox: whether the system granted it, and what it is or why it was not granted."""

    name: str
    holds: bool
    detail: str = ""


def tried(name: str, enter: Callable[[], str]) -> Layer:
    """Enter a layer; `enter` says what it got, or raises `OSError` where the system has no such thing or refuses it."""
    try:
        return Layer(name, True, enter())
    except OSError as error:
        return Layer(name, False, error.strerror or str(error))


def plain_layers(layers: Sequence[Layer]) -> list[list[Any]]:
    """Return layers as JSON values."""
    return [[layer.name, layer.holds, layer.detail] for layer in layers]


def layers_of(plain: Any) -> tuple[Layer, ...]:
    """Return what `plain_layers` made. Raises `ValueError` or `TypeError` for anything else."""
    return tuple(Layer(str(name)[:100], holds is True, str(detail)[:300]) for name, holds, detail in plain)
