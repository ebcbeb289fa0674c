"""What the Web Annotation data model says an annotation MUST be; whoever breaks it is refused with the rule's name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

ANNO = "http://www.w3.org/ns/anno.jsonld"
_IRI = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]*|#[^\s<>\"{}|\\^`]+)")
Node = Mapping[str, Any]


def listed(value: object) -> list[Any]:
    """JSON-LD's one or many: a list of what is there."""
    return value if isinstance(value, list) else [] if value is None else [value]


def is_iri(value: object) -> bool:
    """True for an absolute IRI, or a bare fragment as INCEpTION writes them."""
    return isinstance(value, str) and _IRI.fullmatch(value) is not None


def broken_rule(a: Node, context: object) -> str:
    """The first rule that an annotation breaks, in a sentence; "" when it breaks none of those looked at."""
    rules = (_context(context), *_identity(a), *_times(a), *_bodies(a), *_targets(a))
    return next((rule for rule in rules if rule), "")


def _context(context: object) -> str:
    return "" if ANNO in listed(context) else f"its @context is not {ANNO}"


def _identity(a: Node) -> tuple[str, ...]:
    return (
        "" if is_iri(a.get("id")) else "it MUST have exactly one IRI as its id",
        "" if "Annotation" in listed(a.get("type")) else "its type MUST be Annotation",
        "" if all(is_iri(x) for x in listed(a.get("via"))) else "“via” is no IRI",
        "" if all(isinstance(x, str | dict) for x in listed(a.get("creator"))) else "“creator” is no agent",
    )


def _times(a: Node) -> tuple[str, ...]:
    return tuple(f"“{name}” MUST be one time" for name in ("created", "modified", "generated") if not _is_time(a, name))


def _is_time(a: Node, name: str) -> bool:
    value = a.get(name)
    if value is None:
        return True
    try:
        return isinstance(value, str) and datetime.fromisoformat(value) is not None
    except ValueError:
        return False


def _bodies(a: Node) -> tuple[str, ...]:
    value = a.get("bodyValue")
    return (
        "body and bodyValue MUST NOT stand together" if "body" in a and value is not None else "",
        "" if value is None or isinstance(value, str) else "bodyValue MUST be one text",
        *(_body(body) for body in listed(a.get("body"))),
    )


def _body(body: object) -> str:
    if isinstance(body, str):
        return "" if is_iri(body) else "a body is neither an IRI nor an object"
    if not isinstance(body, dict):
        return "a body is neither an IRI nor an object"
    if "id" in body and not is_iri(body["id"]):
        return "a body's id is no IRI"
    types = listed(body.get("type"))
    if "TextualBody" in types and not isinstance(body.get("value"), str):
        return "a TextualBody MUST have exactly one value"
    if sum(x in ("Choice", "List", "Composite", "Independents") for x in types) > 1:
        return "a body is of two kinds of list at once"
    if not all(isinstance(x, str) for x in listed(body.get("language"))):
        return "a body's language is no text"
    return "" if body.get("textDirection") in (None, "ltr", "rtl", "auto") else "a body MUST have one text direction"


def _targets(a: Node) -> tuple[str, ...]:
    targets = listed(a.get("target"))
    return ("" if targets else "it MUST have a target", *(_target(target) for target in targets))


def _target(target: object) -> str:
    if isinstance(target, str):
        return "" if is_iri(target) else "a target is no IRI"
    if not isinstance(target, dict):
        return "a target is neither an IRI nor an object"
    if len(listed(target.get("source"))) > 1:
        return "a SpecificResource MUST have exactly one source"
    for selector in listed(target.get("selector")):
        if isinstance(selector, dict) and isinstance(selector.get("value"), list):
            return "a selector MUST have exactly one value"
    return ""
