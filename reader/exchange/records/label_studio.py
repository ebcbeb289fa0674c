"""What a region of Label Studio says, in our words; its importer and its exporter read it the same way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from reader.foreign_json import JsonError, parsed

ID = "label-studio"
TEXT_KEY, TILIK = "text", "tilik"
LABELS, RELATION = "labels", "relation"


def region_key(annotation: int, id: str) -> str:
    """Return what tells a region from all others of a task, in which several people may have marked."""
    return id if annotation == 0 else f"{annotation + 1}:{id}"


@dataclass(slots=True)
class Region:
    """A region of a text: one label and a place; other labels, a note, and whatever else was chosen for it."""

    label: str
    begin: int
    end: int
    quote: str | None
    labels: Sequence[str] = ()
    note: str = ""
    attributes: dict[str, Any] = field(default_factory=dict)


def region_said(results: Sequence[Any]) -> Region | None:
    """Return what all results of one region say; None when they are of no words."""
    found = next((made for result in results if (made := _region(result)) is not None), None)
    if found is None:
        return None
    for result in results:
        value = result.get("value")
        if isinstance(value, dict) and result.get("type") == "textarea":
            _written(found, str(result.get("from_name")), value.get("text"))
        elif isinstance(value, dict) and result.get("type") == "choices" and isinstance(value.get("choices"), list):
            chosen = value["choices"]
            found.attributes[str(result.get("from_name"))] = chosen[0] if len(chosen) == 1 else chosen
    return found


def _region(result: Any) -> Region | None:
    value = result.get("value") if isinstance(result, dict) and result.get("type") == LABELS else None
    if not isinstance(value, dict):
        return None
    begin, end, quote = value.get("start"), value.get("end"), value.get("text")
    labels = [x for x in value.get("labels") or () if isinstance(x, str) and x] if isinstance(
        value.get("labels") or [], list) else []  # fmt: skip
    if type(begin) is not int or type(end) is not int:
        return None
    name = labels[0] if labels else str(result.get("from_name") or LABELS)
    return Region(name, begin, end, quote if isinstance(quote, str) else None, labels)


def _written(region: Region, name: str, text: object) -> None:
    lines = text if isinstance(text, list) else [text]
    words = "\n".join(line for line in lines if isinstance(line, str))
    if name == "note":
        region.note = words
    elif name == "attributes" and (value := _object(words)) is not None:
        region.attributes |= value
    elif words:
        region.attributes[name] = words


def _object(words: str) -> dict[str, Any] | None:
    try:
        value = parsed(words)
    except JsonError:
        return None
    return value if isinstance(value, dict) else None


def kind_of(relation: Mapping[str, Any]) -> str:
    """Return the first label of a relation; one that has none joins what is related."""
    labels = relation.get("labels")
    return str(labels[0]) if isinstance(labels, list) and labels and labels[0] else "related"
