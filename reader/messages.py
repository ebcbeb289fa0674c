"""What the core says to a person: a template and what stands in its holes, so that the template can be translated.

`str(message)` is the English sentence, which the command line prints; the window translates the template and fills it
then. `{0}` to `{9}` are the holes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Union

_HOLE = re.compile(r"\{(\d)\}")
JOINT = "; "  # between several messages in one hole
Words = Union["Message", str]  # a sentence of ours, or words of somebody else that nobody can translate
Hole = Union["Message", tuple["Message", ...], str, int, Path]


@dataclass(frozen=True, slots=True, init=False)
class Message:
    """One sentence, or a part of one. A hole holds data, another message, or several messages."""

    template: str
    holes: tuple[Hole, ...]

    def __init__(self, template: str, *holes: Hole) -> None:
        object.__setattr__(self, "template", template)
        object.__setattr__(self, "holes", holes)

    def __str__(self) -> str:
        return self.worded(lambda template: template)

    def worded(self, translate: Callable[[str], str]) -> str:
        """Return the sentence with every template as `translate` returns it; what is data in a hole stays as it is."""
        return filled(translate(self.template), [_word(hole, translate) for hole in self.holes])

    def changed(self, change: Callable[[str], str]) -> Message:
        """Return the same message with `change` applied to every text in its holes."""
        return Message(self.template, *(_change(hole, change) for hole in self.holes))


def filled(template: str, holes: Sequence[object]) -> str:
    """Return `template` with its holes filled. A hole that nothing is given for stays; what is put in is not read
    again."""
    return _HOLE.sub(lambda hole: str(holes[int(hole[1])]) if int(hole[1]) < len(holes) else hole[0], template)


def translatable(template: str) -> str:
    """Return `template` as it is; marks a text that is stored or passed on as text, so that its translation is asked
    for."""
    return template


def _word(hole: Hole, translate: Callable[[str], str]) -> str:
    if isinstance(hole, Message):
        return hole.worded(translate)
    return JOINT.join(one.worded(translate) for one in hole) if isinstance(hole, tuple) else str(hole)


def _change(hole: Hole, change: Callable[[str], str]) -> Hole:
    if isinstance(hole, Message):
        return hole.changed(change)
    if isinstance(hole, tuple):
        return tuple(one.changed(change) for one in hole)
    return hole if isinstance(hole, int) else change(str(hole))
