"""What the core says, in the reader's language: reasons, losses, notices and errors, which it words in English.

The core knows no Qt and its sentences are also what the command line prints, so they are known again here by their
shape: a template such as "{0} is a folder" is both what is looked for and what is translated.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui import core_library, core_phrases, core_sets, core_sources

if TYPE_CHECKING:
    from reader.exporters.losses import Loss

_HOLE = re.compile(r"\\\{\d\\\}")
_JOINTS = (": ", "; ")  # what the core puts between a name and a sentence, and between sentences


def said(text: str) -> str:
    """`text` of the core in the reader's language; as it is when the core has no such sentence."""
    if text in _phrases():
        return QCoreApplication.translate("Core", text)
    for pattern, template, nests in _patterns():
        if found := pattern.fullmatch(text):
            holes = [said(hole) for hole in found.groups()] if nests else found.groups()
            return QCoreApplication.translate("Core", template).format(*holes)
    return _parts_said(text)


def loss_said(loss: Loss) -> str:
    """One line of what a format cannot hold: how many, what, and what is written instead."""
    return f"{loss.count} {said(loss.name)}: {said(loss.instead)}"


def _parts_said(text: str) -> str:
    """A sentence behind the name of what it speaks of, or several in a row, each said by itself."""
    for joint in _JOINTS:
        head, found, tail = text.partition(joint)
        while found:
            told = said(head), said(tail)
            if told != (head, tail):
                return joint.join(told)
            further, found, tail = tail.partition(joint)
            head += joint + further
    return text


@cache
def _phrases() -> frozenset[str]:
    whole = (*core_sources.SENTENCES, *core_library.SENTENCES, *core_sets.SENTENCES)
    return frozenset(core_phrases.PHRASES).union(text for text in whole if "{" not in text)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str, bool], ...]:
    """What to look for, its template, and whether what stands in its holes is said too; the most particular first."""
    plain = (*core_sources.SENTENCES, *core_library.SENTENCES, *core_sets.SENTENCES)
    nesting = (*core_sources.NESTING, *core_library.NESTING)
    known = [(text, False) for text in plain if "{" in text] + [(text, True) for text in nesting]
    known.sort(key=lambda one: len(one[0]), reverse=True)
    return tuple((re.compile(_HOLE.sub("(.+?)", re.escape(text)), re.DOTALL), text, nests) for text, nests in known)
