"""What REFI-QDA's project format is made of: names, GUIDs, and XML that is kept and given back."""

from __future__ import annotations

import re
import uuid
from collections.abc import Mapping
from typing import Any
from xml.etree.ElementTree import Element

ID = "refi"
SPACE = "urn:QDA-XML:project:1.0"
ORIGIN = "Tilik"
# Facts of an article that stand as variables of its source.
VARIABLES = ("url", "language", "site", "byline", "published", "published_basis")
PUBLISHED = "as_published"  # likewise, as JSON: the publisher's own, where a fact was corrected here
# The sections of a project in the order of the standard, and what their elements are called.
SECTIONS: Mapping[str, str] = {
    "Users": "User", "Codes": "Code", "Variables": "Variable", "Cases": "Case", "Sources": "", "Notes": "Note",
    "Links": "Link", "Sets": "Set", "Graphs": "Graph",
}  # fmt: skip
# Colours of labels are roles that each theme fills in; other programs want a colour.
COLOURS: Mapping[str, str] = {
    "blue": "#3b6fb6", "amber": "#c98a1b", "rose": "#c2476b", "green": "#3f8f5a", "violet": "#7a57b5",
    "teal": "#2b8c8c", "brown": "#8a6242", "slate": "#66717f",
}  # fmt: skip
NAMESPACE = uuid.UUID("8c6f3c0e-7d0b-4b0e-9a53-6a5f2f4b9d10")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ATTRIBUTE = re.compile(r"[A-Za-z_][\w.-]*")
_IN_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_IN_ATTRIBUTE = str.maketrans({"&": "&amp;", "<": "&lt;", '"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})


def guid(kind: str, id: str) -> str:
    """Return the GUID of a thing of ours: its id where that is a UUID, else one that follows from it."""
    try:
        plain = str(uuid.UUID(id)) == id
    except ValueError:
        plain = False
    return id if plain and not kind else str(uuid.uuid5(NAMESPACE, f"{kind}\n{id}"))


def role_of(colour: str) -> str:
    """Return the role whose colour is the nearest to `colour`; that of no colour is slate."""
    wanted = _parts(colour)
    if wanted is None:
        return "slate"
    there = {role: _parts(shown) or wanted for role, shown in COLOURS.items()}
    return min(there, key=lambda role: sum((a - b) ** 2 for a, b in zip(there[role], wanted, strict=True)))


def _parts(colour: str) -> tuple[int, ...] | None:
    digits = colour.removeprefix("#")
    digits = "".join(c * 2 for c in digits) if len(digits) == 3 else digits
    if len(digits) != 6 or re.fullmatch("[0-9a-fA-F]{6}", digits) is None:
        return None
    return tuple(int(digits[n : n + 2], 16) for n in (0, 2, 4))


def in_text(text: str) -> str:
    """Return text as it stands between tags; what XML may not hold is U+FFFD."""
    return _FORBIDDEN.sub("\ufffd", text).translate(_IN_TEXT)


def tag(name: str, attributes: Mapping[str, Any], inner: str = "") -> str:
    """Return an element; attributes that say nothing are left out."""
    record = "".join(
        f' {key}="{_FORBIDDEN.sub("�", str(value)).translate(_IN_ATTRIBUTE)}"'
        for key, value in attributes.items() if value not in ("", None) and _ATTRIBUTE.fullmatch(key)
    )  # fmt: skip
    return f"<{name}{record}>{inner}</{name}>" if inner else f"<{name}{record}/>"


def xml_of(element: Element) -> str:
    """Return an element as text again, in the namespace of the project."""
    name = element.tag.rpartition("}")[2]
    attributes = {key: value for key, value in element.attrib.items() if not key.startswith("{")}
    inner = "".join(xml_of(child) for child in element)
    return tag(name, attributes, inner or in_text(element.text or ""))


def refs(element: Element, name: str) -> list[str]:
    """Return what the children of that name lead to."""
    return [one.get("targetGUID", "").strip("{}").lower() for one in element if one.tag.rpartition("}")[2] == name]
