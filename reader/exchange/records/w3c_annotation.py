"""One W3C annotation as one of our flat records."""

from __future__ import annotations

from typing import Any

from reader.errors import MessageError
from reader.exchange.records.beyond_w3c import own_fields_in
from reader.exchange.records.w3c_musts import ANNO, listed

Node = dict[str, Any]


class NotTaken(MessageError, ValueError):
    """An annotation that is sound, and that says of its place what cannot be; the message says why."""


class NoWords(NotTaken):
    """An annotation that is sound and speaks of no words of one text: of a page, a picture, bytes, or several texts.
    It is kept whole."""


def source_of(annotation: Node) -> str:
    """Return the IRI of what the first target speaks of."""
    return next(iter(_sources(annotation.get("target"))), "")


def _sources(target: object) -> list[str]:
    """The IRIs of what targets speak of: a page itself, the source of a part of it, each of several in one."""
    found: list[str] = []
    for one in listed(target):
        inner = one
        if isinstance(one, dict):
            inner = next((one[name] for name in ("source", "items", "id") if one.get(name)), None)
        if isinstance(inner, str):
            found.append(inner)
        elif inner is not None and inner is not one:
            found += _sources(inner)
    return found


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
    whole = {} if isinstance(own, dict) else as_it_came(annotation)
    ours = own if isinstance(own, dict) else {}
    record = {
        "id": _plain_id(annotation), "annotator": _who(annotation),
        "created": ours.get("created") or annotation.get("created"),
        "note": _first(annotation, "commenting"), "attributes": annotation.get("attributes"),
        "extra": {**(extra or {}), "w3c": whole} if whole else extra,
        **own_fields_in(ours),
    }  # fmt: skip
    return {name: value for name, value in record.items() if value is not None}


def as_it_came(annotation: Node) -> Node:
    """Return all that a stranger's annotation says, to be given back in its place; a context that every annotation of a
    set has is not repeated."""
    return {name: value for name, value in annotation.items() if name != "@context" or value != ANNO}


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
    if len(set(_sources(annotation.get("target")))) > 1:
        raise NoWords("it speaks of several texts at once")
    record = {
        **_common(annotation), "label": label, "tags": tags, "pieces": pieces, "modified": annotation.get("modified"),
    }  # fmt: skip
    own = annotation.get("tilik")
    if isinstance(own, dict) and own.get("modified"):
        record["modified"] = own["modified"]
    if isinstance(own, dict) and own.get("spans") and isinstance(own.get("words"), str):  # a stranger's, as it came
        del record["pieces"]
        record |= {"spans": own["spans"], "quote": own["words"]}
    elif isinstance(own, dict) and own.get("revision") and own.get("spans"):  # it stands on an older text
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
        raise NoWords("it speaks of a whole page, not of words in it")
    found = [s for s in listed(target.get("selector")) if isinstance(s, dict)]
    found += [r for s in found for r in listed(s.get("refinedBy")) if isinstance(r, dict)]
    quote = next((s for s in found if s.get("type") == "TextQuoteSelector"), None)
    position = next((s for s in found if s.get("type") == "TextPositionSelector"), None)
    if quote is None and position is None:
        kinds = ", ".join(sorted({str(s.get("type")) for s in found})) or "none"
        raise NoWords("it has no selector of words (it has {0})", kinds)
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
