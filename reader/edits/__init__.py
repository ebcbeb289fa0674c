"""The verbs: pure functions that return an `Edit` and touch nothing.

An edit is before/after pairs. `Library.apply` carries all of them out in one transaction, only if every
*before* still is what is stored; its inverse is the same pairs turned round.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reader.edits.annotations import (
        CONTEXT,
        JOIN,
        anchor,
        annotate,
        clean_tags,
        delete_annotations,
        link,
        relabel,
        respan,
        set_note,
        set_tags,
        trimmed,
        unlink,
    )
    from reader.edits.articles import add_article, set_state
    from reader.edits.edit import Change, Edit, Entity, Swap, together
    from reader.edits.facts import correct_facts
    from reader.edits.labels import save_labels

__all__ = [
    "CONTEXT",
    "JOIN",
    "Change",
    "Edit",
    "Entity",
    "Swap",
    "add_article",
    "anchor",
    "annotate",
    "clean_tags",
    "correct_facts",
    "delete_annotations",
    "link",
    "relabel",
    "respan",
    "save_labels",
    "set_note",
    "set_state",
    "set_tags",
    "together",
    "trimmed",
    "unlink",
]

_PLACES = {
    "annotations": (
        "CONTEXT", "JOIN", "anchor", "annotate", "clean_tags", "delete_annotations", "link", "relabel", "respan",
        "set_note", "set_tags", "trimmed", "unlink",
    ),
    "articles": ("add_article", "set_state"),
    "edit": ("Change", "Edit", "Entity", "Swap", "together"),
    "facts": ("correct_facts",),
    "labels": ("save_labels",),
}  # fmt: skip
_MODULES = {name: module for module, names in _PLACES.items() for name in names}


def __getattr__(name: str) -> Any:
    """Import a verb when it is first asked for: the first paint needs none."""
    if name not in _MODULES:
        raise AttributeError(name)
    found = getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
    globals()[name] = found
    return found
