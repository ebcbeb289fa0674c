"""What another program said of an annotation, put back in its places in the format that it came in.

An importer keeps what our model has no place for in `extra`, under the id of its format. Where a value of ours has been
changed since, ours counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from unicodedata import normalize

from reader.edits import JOIN
from reader.exchange.records.w3c_annotation import NotTaken, link_record, mark_record
from reader.exchange.records.w3c_musts import ANNO, broken_rule, is_iri, listed
from reader.model.annotations import Annotation

W3C = "w3c"
_OURS = frozenset({"id", "body", "bodyValue", "creator", "motivation"})


def give_back(item: dict[str, Any], extra: Mapping[str, Any]) -> dict[str, Any]:
    """Return a Web Annotation of ours with what the one had that it was made of; that one itself, letter for letter,
    when nothing of it was changed here."""
    theirs = extra.get(W3C)
    if not isinstance(theirs, Mapping):
        return item
    if _is_sound(theirs) and _is_unchanged(item, theirs):
        return _as_it_came(item, theirs)
    theirs = {name: value for name, value in theirs.items() if name not in ("target", "@context")}
    found = {**{name: value for name, value in theirs.items() if name not in _OURS and name not in item}, **item}
    if isinstance(theirs.get("id"), str):
        found["id"] = name_of(theirs["id"])
    if theirs.get("motivation"):
        found["motivation"] = theirs["motivation"]
    if _name(theirs.get("creator")) == _name(item.get("creator")) and theirs.get("creator"):
        found["creator"] = theirs["creator"]
    return _with_bodies(found, theirs) if item.get("motivation") != "linking" else found


def name_of(id: str) -> str:
    """Return the IRI of an annotation by the id that is kept of it, which is a bare UUID for a `urn:uuid:`."""
    return id if is_iri(id) else f"urn:uuid:{id}"


def given_names(marks: Iterable[Annotation]) -> dict[str, str]:
    """Return the IRIs under which strangers' annotations go out, by our ids."""
    kept = ((mark.id, mark.extra.get(W3C)) for mark in marks if mark.extra)
    return {
        id: name_of(theirs["id"]) for id, theirs in kept
        if isinstance(theirs, Mapping) and isinstance(theirs.get("id"), str)
    }  # fmt: skip


def _is_sound(theirs: Mapping[str, Any]) -> bool:
    """Whether a whole annotation is kept, and not a part of one or what somebody wrote in its place."""
    id = theirs.get("id")
    return "target" in theirs and isinstance(id, str) and broken_rule({**theirs, "id": name_of(id)}, ANNO) is None


def _is_unchanged(item: dict[str, Any], theirs: Mapping[str, Any]) -> bool:
    """Whether what is here says of place, label, note, tags, and who, what theirs said when it came."""
    try:
        if item.get("motivation") == "linking":
            ours, then = link_record({**item, "tilik": None}), link_record(dict(theirs))
            same = ours.get("type") == then.get("type") and len(ours["members"]) == len(then["members"])
        else:
            ours, then = mark_record({**item, "tilik": None}), mark_record(dict(theirs))
            same = (ours["label"], ours.get("tags")) == (then["label"], then.get("tags")) and _quotes(
                theirs
            ) == _quotes(item)
    except NotTaken:
        return False
    return same and all(ours.get(name) == then.get(name) for name in ("note", "annotator"))


def _quotes(annotation: Mapping[str, Any]) -> list[str]:
    """The words of each target, in one Unicode form; its numbers where it says no words."""
    found = []
    for target in listed(annotation["target"]):
        selectors = [s for s in listed(target.get("selector")) if isinstance(s, Mapping)]
        selectors += [r for s in selectors for r in listed(s.get("refinedBy")) if isinstance(r, Mapping)]
        words = next((str(s["exact"]) for s in selectors if "exact" in s), None)
        found.append(str([s.get("start") for s in selectors]) if words is None else normalize("NFC", words))
    return found


def _as_it_came(item: dict[str, Any], theirs: Mapping[str, Any]) -> dict[str, Any]:
    """Theirs; beside it, under our term, what our import needs to have the same mark again."""
    own = dict(item["tilik"]) | {name: item[name] for name in ("created", "modified") if name in item}
    places = [s for t in listed(item["target"]) if isinstance(t, dict) for s in t["selector"]]
    spans = [[s["start"], s["end"]] for s in places if "start" in s]
    if spans:
        own |= {"spans": spans, "words": JOIN.join(s["exact"] for s in places if "exact" in s)}
    found = {name: value for name, value in theirs.items() if name != "id"}
    attributes = {"attributes": item["attributes"]} if "attributes" in item else {}
    return {"id": name_of(str(theirs["id"])), **found, **attributes, "tilik": own}


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
