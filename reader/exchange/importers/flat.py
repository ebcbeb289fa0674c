"""One W3C annotation as one of our flat records."""

from __future__ import annotations

from typing import Any

from reader.errors import MessageError
from reader.exchange.importers.musts import listed
from reader.exchange.records.beyond_w3c import own_fields_in

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
    # What stands at the places of an annotation of ours was given back there: it is in `extra` as it came.
    further = {} if isinstance(own, dict) else _further(annotation)
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
    plain = all(isinstance(b, dict) and b.keys() <= BODY and str(b.get("purpose")) in PURPOSES for b in bodies)
    if bodies and not (plain and _values(annotation, "classifying")):
        kept["body"] = annotation["body"]
    if "bodyValue" in annotation:
        kept["bodyValue"] = annotation["bodyValue"]
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


def mark_record(annotation: Node) -> Node:
    """Return A mark: its label is the body that classifies; in sets that have none, the first tag."""
    tags = _values(annotation, "tagging")
    label = _first(annotation, "classifying") or (tags.pop(0) if tags else "") or _motive(annotation)
    pieces = [_target(target) for target in listed(annotation.get("target"))]
    record = {
        **_common(annotation), "label": label, "tags": tags, "pieces": pieces, "modified": annotation.get("modified"),
    }  # fmt: skip
    own = annotation.get("tilik")
    if isinstance(own, dict) and own.get("revision") and own.get("spans"):  # it stands on an older text
        del record["pieces"]
        record |= {"revision": own["revision"], "spans": own["spans"], **_edges(pieces)}
    elif len(pieces) == 1 and pieces[0].keys() >= {"begin", "quote"}:  # nearly all: as a mark of any flat set
        del record["pieces"]
        record |= pieces[0]
    return {name: value for name, value in record.items() if value is not None}


def _edges(pieces: list[Node]) -> Node:
    first, last = pieces[0] if pieces else {}, pieces[-1] if pieces else {}
    return {"prefix": first.get("prefix", ""), "suffix": last.get("suffix", "")}


def _motive(annotation: Node) -> str:
    motives = listed(annotation.get("motivation"))
    return str(motives[0]) if motives else "highlighting"


def _target(target: object) -> Node:
    """What a target says of its place: numbers, words, what stands beside them. Raises `NotTaken` when it is none."""
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
    place = {} if quote is None else {"quote": quote["exact"], **_beside(quote)}
    if position is not None:
        start, end = position.get("start"), position.get("end")
        if type(start) is not int or type(end) is not int or not 0 <= start <= end:
            raise NotTaken("a TextPositionSelector MUST have a start and an end")
        place |= {"begin": start, "end": end}
    return place


def _beside(quote: Node) -> Node:
    return {name: quote[name] for name in ("prefix", "suffix") if isinstance(quote.get(name), str)}


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
