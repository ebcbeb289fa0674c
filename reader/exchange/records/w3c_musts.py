"""What the Web Annotation data model says an annotation MUST be; whoever breaks it is refused with the rule's name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from reader.messages import Message

ANNO = "http://www.w3.org/ns/anno.jsonld"
_IRI = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]*|#[^\s<>\"{}|\\^`]+)")
Node = Mapping[str, Any]


def listed(value: object) -> list[Any]:
    """JSON-LD's one or many: a list of what is there."""
    return value if isinstance(value, list) else [] if value is None else [value]


def is_iri(value: object) -> bool:
    """Return true for an absolute IRI, or a bare fragment as INCEpTION writes them."""
    return isinstance(value, str) and _IRI.fullmatch(value) is not None


def broken_rule(a: Node, context: object) -> Message | None:
    """Return the first rule that an annotation breaks, in a sentence; None when it breaks none of those looked at."""
    rules = (_context(context), *_identity(a), *_times(a), *_bodies(a), *_targets(a))
    return next((rule for rule in rules if rule is not None), None)


def _context(context: object) -> Message | None:
    return None if ANNO in listed(context) else Message("its @context is not {0}", ANNO)


def _identity(a: Node) -> tuple[Message | None, ...]:
    return (
        None if is_iri(a.get("id")) else Message("it MUST have exactly one IRI as its id"),
        None if "Annotation" in listed(a.get("type")) else Message("its type MUST be Annotation"),
        None if all(is_iri(x) for x in listed(a.get("via"))) else Message("“via” is no IRI"),
        None if all(isinstance(x, str | dict) for x in listed(a.get("creator"))) else Message("“creator” is no agent"),
    )


def _times(a: Node) -> tuple[Message | None, ...]:
    return tuple(
        Message("“{0}” MUST be one time", name)
        for name in ("created", "modified", "generated")
        if not _is_time(a, name)
    )


def _is_time(a: Node, name: str) -> bool:
    value = a.get(name)
    if value is None:
        return True
    try:
        return isinstance(value, str) and datetime.fromisoformat(value) is not None
    except ValueError:
        return False


def _bodies(a: Node) -> tuple[Message | None, ...]:
    value = a.get("bodyValue")
    return (
        Message("body and bodyValue MUST NOT stand together") if "body" in a and value is not None else None,
        None if value is None or isinstance(value, str) else Message("bodyValue MUST be one text"),
        *(_body(body) for body in listed(a.get("body"))),
    )


def _body(body: object) -> Message | None:
    if isinstance(body, str):
        return None if is_iri(body) else Message("a body is neither an IRI nor an object")
    if not isinstance(body, dict):
        return Message("a body is neither an IRI nor an object")
    if "id" in body and not is_iri(body["id"]):
        return Message("a body's id is no IRI")
    types = listed(body.get("type"))
    if "TextualBody" in types and not isinstance(body.get("value"), str):
        return Message("a TextualBody MUST have exactly one value")
    if sum(x in ("Choice", "List", "Composite", "Independents") for x in types) > 1:
        return Message("a body is of two kinds of list at once")
    if not all(isinstance(x, str) for x in listed(body.get("language"))):
        return Message("a body's language is no text")
    return (
        None
        if body.get("textDirection") in (None, "ltr", "rtl", "auto")
        else Message("a body MUST have one text direction")
    )


def _targets(a: Node) -> tuple[Message | None, ...]:
    targets = listed(a.get("target"))
    return (None if targets else Message("it MUST have a target"), *(_target(target) for target in targets))


def _target(target: object) -> Message | None:
    if isinstance(target, str):
        return None if is_iri(target) else Message("a target is no IRI")
    if not isinstance(target, dict):
        return Message("a target is neither an IRI nor an object")
    if len(listed(target.get("source"))) > 1:
        return Message("a SpecificResource MUST have exactly one source")
    for selector in listed(target.get("selector")):
        if isinstance(selector, dict) and isinstance(selector.get("value"), list):
            return Message("a selector MUST have exactly one value")
    return None
