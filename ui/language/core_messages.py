"""What the core says, in the reader's language: reasons, losses, notices and errors, which it words in English.

The core knows no Qt and its sentences are also what the command line prints, so they are known again here by their
shape: a template such as "{0} is a folder" is both what is looked for and what is translated.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.language import core_claims, core_library, core_phrases, core_sets, core_sources

if TYPE_CHECKING:
    from reader.exchange.exporters.losses import Loss

_HOLE = re.compile(r"\\\{\d\\\}")
LONGEST = 2000  # characters; a longer text comes from a hostile name or file, and finding its parts would take long
_JOINTS = 8  # places behind which a sentence is looked for
_DEEPEST = 4  # sentences within sentences: a set's line names a record's, which names JSON's


def said(text: str) -> str:
    """`text` of the core in the reader's language; as it is when the core has no such sentence."""
    return _said(text, 0)


def loss_said(loss: Loss) -> str:
    """One line of what a format cannot hold: how many, what, and what is written instead."""
    return f"{loss.count} {said(loss.name)}: {said(loss.instead)}"


def _said(text: str, depth: int) -> str:
    if len(text) > LONGEST or depth > _DEEPEST:
        return text
    return _sentence(text, depth) or _behind_a_name(text, depth) or _in_a_row(text, depth) or text


def _sentence(text: str, depth: int) -> str:
    """One whole phrase or sentence; empty when it is none."""
    if text in _phrases():
        return QCoreApplication.translate("Core", text)
    for sign, pattern, template, nests in _patterns():
        if sign in text and (found := pattern.fullmatch(text)):
            holes = [_said(hole, depth + 1) for hole in found.groups()] if nests else found.groups()
            return QCoreApplication.translate("Core", template).format(*holes)
    return ""


def _behind_a_name(text: str, depth: int) -> str:
    """A sentence behind the name of what it speaks of, which may hold colons itself."""
    parts = text.split(": ", _JOINTS)
    for at in range(1, len(parts)):
        if told := _sentence(": ".join(parts[at:]), depth):
            return ": ".join([*parts[:at], told])
    return ""


def _in_a_row(text: str, depth: int) -> str:
    """Several sentences with semicolons between them."""
    parts = text.split("; ", _JOINTS)
    if len(parts) == 1:
        return ""
    return "; ".join(_sentence(part, depth) or _behind_a_name(part, depth) or part for part in parts)


@cache
def _phrases() -> frozenset[str]:
    whole = (*core_sources.SENTENCES, *core_library.SENTENCES, *core_claims.SENTENCES, *core_sets.SENTENCES)
    return frozenset(core_phrases.PHRASES).union(text for text in whole if "{" not in text)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str], str, bool], ...]:
    """What a text must hold, what to look for, its template, and whether what stands in its holes is said too.

    The most particular come first.
    """
    plain = (*core_sources.SENTENCES, *core_library.SENTENCES, *core_claims.SENTENCES, *core_sets.SENTENCES)
    nesting = (*core_sources.NESTING, *core_library.NESTING)
    known = [(text, False) for text in plain if "{" in text] + [(text, True) for text in nesting]
    known.sort(key=lambda one: len(one[0]), reverse=True)
    return tuple((_sign(text), _shape(text), text, nests) for text, nests in known)


def _sign(template: str) -> str:
    """The longest words between the holes: looked for first, since that is quick."""
    return max(re.split(r"\{\d\}", template), key=len)


def _shape(template: str) -> re.Pattern[str]:
    return re.compile(_HOLE.sub("(.+?)", re.escape(template)), re.DOTALL)
