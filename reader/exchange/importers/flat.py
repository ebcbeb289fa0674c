"""One W3C annotation as one of our flat records."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from reader.errors import MessageError
from reader.exchange.importers.musts import listed
from reader.exchange.records.beyond_w3c import own_fields_in
from reader.text.offsets import Offsets

Node = dict[str, Any]
TAKEN = {
    "@context", "id", "type", "motivation", "created", "modified", "creator", "body", "bodyValue", "target",
    "attributes", "tilik",
}  # fmt: skip
BODY = {"type", "purpose", "value", "format", "source"}
PURPOSES = {"classifying", "commenting", "tagging", "linking"}


class NotTaken(MessageError, ValueError):
    """An annotation that is sound, and that we have no place for; the message says why."""


def source_of(annotation: Node) -> str:
    """Return the IRI of what the first target speaks of."""
    for target in listed(annotation.get("target")):
        source = target.get("source") if isinstance(target, dict) else None
        found = source.get("id") if isinstance(source, dict) else source
        return found if isinstance(found, str) else ""
    return ""


def _plain_id(annotation: Node) -> str:
    """Our own id when it is given, else the UUID of a `urn:uuid:`, else the IRI itself."""
    own = annotation.get("tilik")
    if isinstance(own, dict) and isinstance(own.get("id"), str):
        return str(own["id"])
    return str(annotation["id"]).removeprefix("urn:uuid:")


def _common(annotation: Node) -> Node:
    own = annotation.get("tilik")
    extra = own.get("extra") if isinstance(own, dict) else None
    if extra is not None and not isinstance(extra, dict):
        raise NotTaken("{0} is not an object", "“extra”")
    further = _further(annotation)
    record = {
        "id": _plain_id(annotation), "created": annotation.get("created"), "annotator": _who(annotation),
        "note": _first(annotation, "commenting"), "attributes": annotation.get("attributes"),
        "extra": {**(extra or {}), "w3c": further} if further else extra,
        **(own_fields_in(own) if isinstance(own, dict) else {}),
    }  # fmt: skip
    return {name: value for name, value in record.items() if value is not None}


def _further(annotation: Node) -> Node:
    """What an annotation says beyond our model, kept as it is: other properties, bodies, motives, agents."""
    kept = {name: value for name, value in annotation.items() if name not in TAKEN}
    bodies = listed(annotation.get("body"))
    if not all(isinstance(b, dict) and b.keys() <= BODY and str(b.get("purpose")) in PURPOSES for b in bodies):
        kept["body"] = annotation["body"]
    if annotation.get("motivation") not in ("highlighting", "linking", None):
        kept["motivation"] = annotation["motivation"]
    if any(not isinstance(who, dict) or who.keys() - {"type", "name"} for who in listed(annotation.get("creator"))):
        kept["creator"] = annotation["creator"]
    return kept


def _who(annotation: Node) -> str:
    for creator in listed(annotation.get("creator")):
        if isinstance(creator, str):
            return creator
        return str(creator.get("name") or creator.get("nickname") or creator.get("id") or "")
    return ""


def _values(annotation: Node, purpose: str) -> list[str]:
    """The texts that serve `purpose`; one that names none comments, as section 3.3.5 of the model has it."""
    bodies = [b for b in listed(annotation.get("body")) if isinstance(b, dict) and isinstance(b.get("value"), str)]
    return [b["value"] for b in bodies if purpose in (listed(b.get("purpose")) or ["commenting"])]


def _first(annotation: Node, purpose: str) -> str:
    values = _values(annotation, purpose)
    if purpose == "commenting" and isinstance(annotation.get("bodyValue"), str):
        values.append(annotation["bodyValue"])
    return "\n\n".join(values) if values else ""


def mark_record(annotation: Node, text: str) -> Node:
    """Return A mark: its label is the body that classifies; in sets that have none, the first tag."""
    tags = _values(annotation, "tagging")
    label = _first(annotation, "classifying") or (tags.pop(0) if tags else "") or _motive(annotation)
    targets = [_target(target, text) for target in listed(annotation.get("target"))]
    record = {
        **_common(annotation), "label": label, "tags": tags, "spans": [span for span, _ in targets],
        "prefix": _context(targets[0][1], "prefix"), "suffix": _context(targets[-1][1], "suffix"),
        "modified": annotation.get("modified"),
    }  # fmt: skip
    return {name: value for name, value in record.items() if value is not None}


def _motive(annotation: Node) -> str:
    motives = listed(annotation.get("motivation"))
    return str(motives[0]) if motives else "highlighting"


def _context(quote: Node | None, name: str) -> str:
    value = quote.get(name) if quote else None
    return value if isinstance(value, str) else ""


def _target(target: object, text: str) -> tuple[list[int], Node | None]:
    """The place a target means, and its quote. Raises `NotTaken` when it is no place in `text`."""
    if not isinstance(target, dict):
        raise NotTaken("it speaks of a whole page, not of words in it")
    found = [s for s in listed(target.get("selector")) if isinstance(s, dict)]
    found += [r for s in found for r in listed(s.get("refinedBy")) if isinstance(r, dict)]
    quote = next((s for s in found if s.get("type") == "TextQuoteSelector"), None)
    position = next((s for s in found if s.get("type") == "TextPositionSelector"), None)
    if quote is None and position is None:
        kinds = ", ".join(sorted({str(s.get("type")) for s in found})) or "none"
        raise NotTaken("it has no selector of words (it has {0})", kinds)
    if quote is not None and not isinstance(quote.get("exact"), str):
        raise NotTaken("a TextQuoteSelector MUST have exactly one “exact”")
    place = _by_position(position, quote, text) or _by_quote(quote, text)
    if place is None:
        if quote is None:
            raise NotTaken("its position is no place")
        raise NotTaken("its words {0} are not in the text", f"{quote['exact']!r:.60}")
    return place, quote


def _by_position(position: Node | None, quote: Node | None, text: str) -> list[int] | None:
    """Where the numbers point, in code points or, when only that fits the quote, in UTF-16 units."""
    if position is None:
        return None
    start, end = position.get("start"), position.get("end")
    if type(start) is not int or type(end) is not int or not 0 <= start <= end:
        raise NotTaken("a TextPositionSelector MUST have a start and an end")
    if _says(text, start, end, quote):
        return [start, end]
    units = _units(text)
    first, last = units.to_code_points(start), units.to_code_points(end)
    return [first, last] if _says(text, first, last, quote) else None


def _says(text: str, start: int, end: int, quote: Node | None) -> bool:
    return end <= len(text) and (quote is None or text[start:end] == quote["exact"])


@lru_cache(maxsize=1)
def _units(text: str) -> Offsets:
    """Built once a text, not once a mark: that cost 30 s at 10,000 marks on 500 KB."""
    return Offsets(text)


def _by_quote(quote: Node | None, text: str) -> list[int] | None:
    """The one place where the quote stands between its prefix and suffix, or the only place where it stands."""
    if quote is None or not quote["exact"]:
        return None
    prefix, exact, suffix = _context(quote, "prefix"), quote["exact"], _context(quote, "suffix")
    for words, skip in ((prefix + exact + suffix, len(prefix)), (exact, 0)):
        if text.count(words) == 1:
            start = text.index(words) + skip
            return [start, start + len(exact)]
    return None


def link_record(annotation: Node) -> Node:
    """Return A link: its members as given in our own term, else from the target to each body that links."""
    own = annotation.get("tilik")
    members = own.get("members") if isinstance(own, dict) else None
    record = {**_common(annotation), "type": _first(annotation, "classifying") or _first(annotation, "tagging")}
    if members:
        return record | {"members": members}
    targets = [t if isinstance(t, str) else t.get("id") or t.get("source") for t in listed(annotation.get("target"))]
    bodies = [b if isinstance(b, str) else b.get("source") or b.get("id") for b in listed(annotation.get("body"))]
    ends = [*(("from", x) for x in targets if x), *(("to", x) for x in bodies if x)]
    return record | {"members": [{"role": r, "annotation": str(x).removeprefix("urn:uuid:")} for r, x in ends]}
