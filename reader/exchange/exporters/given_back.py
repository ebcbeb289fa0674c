"""What another program said of an annotation, put back in its places in the format that it came in.

An importer keeps what our model has no place for in `extra`, under the id of its format. Where a value of ours has been
changed since, ours counts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

W3C = "w3c"
_OURS = frozenset({"id", "body", "bodyValue", "creator", "motivation"})


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
    return _with_bodies(found, theirs) if item.get("motivation") != "linking" else found


def _with_bodies(item: dict[str, Any], theirs: Mapping[str, Any]) -> dict[str, Any]:
    """The annotation with bodies as theirs; a label that was made of a tag or of the motive is that again."""
    given = theirs.get("body", [])
    bodies = given if isinstance(given, list) else [given]
    ours = [body for body in item["body"] if not _is_made_up(body, bodies, theirs)]
    value = theirs.get("bodyValue")
    if isinstance(value, str) and [_said(body) for body in ours] == [("commenting", value)]:
        return {**{name: x for name, x in item.items() if name != "body"}, "bodyValue": value}
    found = _bodies(ours, bodies)
    same = isinstance(given, Mapping) and found == [given]
    return {**item, "body": given if same else found}


def _is_made_up(body: Mapping[str, Any], theirs: Sequence[Any], whole: Mapping[str, Any]) -> bool:
    """Whether it is a label for an annotation that had none: its motive, or its first tag (which stays a tag)."""
    purpose, value = _said(body)
    said = [_said(one) for one in theirs if isinstance(one, Mapping)]
    if purpose != "classifying" or any(one[0] == "classifying" for one in said):
        return False
    motives = whole.get("motivation", "highlighting")
    return value in (motives if isinstance(motives, list) else [motives]) or ("tagging", value) in said


def _bodies(ours: Sequence[Mapping[str, Any]], theirs: Sequence[Any]) -> list[Any]:
    """Ours, each as theirs where they say the same; then those of theirs that say what ours cannot, and the tag that a
    label was made of."""
    same = {_said(one): one for one in theirs if isinstance(one, Mapping) and _said(one) != ("", "")}
    bodies: list[Any] = [same.get(_said(one), one) for one in ours]
    tags = [one for one in theirs if isinstance(one, Mapping) and _said(one)[0] == "tagging"][:1]
    kept = [one for one in theirs if one not in bodies and (not _is_ours(one) or one in tags)]
    found = bodies + kept
    return [one for one in theirs if one in found] + [one for one in found if one not in theirs]


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
