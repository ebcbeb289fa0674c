"""What another program said of an annotation, put back in its places in the format that it came in.

An importer keeps what our model has no place for in `extra`, under the id of its format. Where a value of ours has been
changed since, ours counts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

W3C = "w3c"
_OURS = frozenset({"id", "body", "creator", "motivation"})


def give_back(item: dict[str, Any], extra: Mapping[str, Any]) -> dict[str, Any]:
    """Return a Web Annotation of ours with what the one had that it was made of."""
    theirs = extra.get(W3C)
    if not isinstance(theirs, Mapping):
        return item
    found = {**{name: value for name, value in theirs.items() if name not in _OURS and name not in item}, **item}
    if isinstance(theirs.get("id"), str):
        found["id"] = theirs["id"]
    if theirs.get("motivation"):
        found["motivation"] = theirs["motivation"]
    if _name(theirs.get("creator")) == _name(item.get("creator")) and theirs.get("creator"):
        found["creator"] = theirs["creator"]
    if isinstance(theirs.get("body"), list | dict):
        bodies = theirs["body"] if isinstance(theirs["body"], list) else [theirs["body"]]
        found["body"] = _bodies(item.get("body", []), bodies)
    return found


def _bodies(ours: Sequence[Mapping[str, Any]], theirs: Sequence[Any]) -> list[Any]:
    """Ours, each as theirs where they say the same; then those of theirs that say what ours cannot."""
    same = {_said(one): one for one in theirs if isinstance(one, Mapping) and _said(one) != ("", "")}
    bodies: list[Any] = [same.get(_said(one), one) for one in ours]
    return bodies + [one for one in theirs if one not in bodies and not _is_ours(one)]


def _said(body: Mapping[str, Any]) -> tuple[str, str]:
    purpose = body.get("purpose") or "commenting"
    value = body.get("value")
    return (purpose, value) if isinstance(purpose, str) and isinstance(value, str) else ("", "")


def _is_ours(body: object) -> bool:
    """Whether it is a text for a purpose that our model has a place for; when none of ours is it, it was changed."""
    return isinstance(body, Mapping) and _said(body)[0] in ("commenting", "tagging", "classifying")


def _name(creator: object) -> object:
    if isinstance(creator, Mapping):
        return creator.get("name") or creator.get("nickname") or creator.get("id") or ""
    return creator or ""
