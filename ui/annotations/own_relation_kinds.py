"""Kinds of link of the desk's own, beside the built-in ones: remembered with the library, the last used first."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from reader.foreign_json import parsed
from reader.model.labels import RELATION_KINDS

if TYPE_CHECKING:
    from reader.store import Library

LONGEST, MOST = 60, 40
_KEY = "relation_kinds"


def own_kinds(library: Library) -> list[str]:
    """Return the kinds that were made up here; none when what is kept is not a list of words."""
    try:
        stored = parsed(library.setting(_KEY) or "[]")
    except ValueError:
        return []
    return [kind for kind in stored if isinstance(kind, str) and kind] if isinstance(stored, list) else []


def plain_kind(typed: str) -> str:
    """A kind as it is kept: one line, single spaces, not too long; empty for nothing."""
    return " ".join(typed.split())[:LONGEST].strip()


def remember(library: Library, kind: str) -> None:
    """Keep a kind that was used, unless it is built in."""
    if kind not in RELATION_KINDS and not library.readonly:
        others = [one for one in own_kinds(library) if one != kind]
        library.remember_setting(_KEY, json.dumps([kind, *others][:MOST], ensure_ascii=False))
