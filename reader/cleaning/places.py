"""The open elements that make blocks, and what each of them makes of the words inside it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from reader.cleaning.elements import HEADINGS, LISTS, PREFORMATTED
from reader.cleaning.raw import ROOT, Element, Hint
from reader.model.articles import BlockKind

SHAPING = frozenset(
    {*HEADINGS, *PREFORMATTED, *LISTS, "figcaption", "caption", "blockquote", "li", "dt", "dd", "footer"}
)
NOTE_NAME = "data-tilik-note"  # on a note and on the references to it, put there by `superscripts`
_ROLES = {"dt": "term", "dd": "definition"}
_SIGNS = {
    "a": "a", "A": "A", "i": "i", "I": "I", "lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A",
    "upper-latin": "A", "lower-roman": "i", "upper-roman": "I",
}  # fmt: skip
_VERSE = re.compile(r"(?:^|[\s_-])(?:verse|poem|poetry|lyrics|stanza)(?=$|[\s_-])")
_OF_ITEMS = ("ordered", "number", "type")


@dataclass(slots=True)
class Place:
    """An open element that makes blocks, and what its blocks inherit.

    `sign` is how a list writes its numbers, `step` what it adds to one for the next.
    """

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    attrs: dict[str, str] = field(default_factory=dict)
    owner: int = 0
    hints: int = 0
    pre: bool = False
    lists: int = 0
    quotes: int = 0
    ordered: bool = False
    number: int = 0
    fresh: bool = False  # a list item whose marker has not been used
    element: int = 0
    chain: Element = ROOT
    step: int = 1
    sign: str = ""


def turn(place: Place, above: Place, direction: str) -> None:
    """Give a place the direction of writing that its element states."""
    if direction in ("rtl", "ltr"):
        other = without(above.attrs, ("dir",))
        place.attrs = {**other, "dir": "rtl"} if direction == "rtl" else other


def shape(place: Place, above: Place, tag: str, attributes: dict[str, str | None]) -> None:
    """Make the place what its element is, where it is more than a box."""
    if tag in HEADINGS and above.kind is not BlockKind.CAPTION:
        place.kind, place.level = BlockKind.HEADING, HEADINGS[tag]
    elif tag in ("figcaption", "caption"):
        place.kind, place.level = BlockKind.CAPTION, 0
        place.attrs = {**place.attrs, "of": "table"} if tag == "caption" else place.attrs
    elif tag == "blockquote":
        place.quotes += 1
        place.kind, place.level = BlockKind.QUOTE, place.quotes
    elif tag in LISTS:
        _list(place, tag, attributes)
    elif tag == "li" and not place.pre:
        _item(above, place, attributes)
    elif tag in PREFORMATTED:
        place.pre, place.kind, place.level = True, BlockKind.CODE, 0
        place.attrs = without(place.attrs, _OF_ITEMS)
        if _VERSE.search(attributes.get("class") or ""):
            place.attrs = {**place.attrs, "role": "verse"}
    elif tag in _ROLES:
        place.attrs = {**place.attrs, "role": _ROLES[tag]}
    elif tag == "footer" and place.quotes:
        place.hints = above.hints | (place.hints & ~Hint.FOOTER)
        place.attrs = {**place.attrs, "role": "attribution"}


def _list(place: Place, tag: str, attributes: dict[str, str | None]) -> None:
    place.lists += 1
    place.ordered = tag == "ol"
    if place.ordered and attributes:
        place.step = -1 if "reversed" in attributes else 1
        place.number = whole(attributes.get("start")) - place.step
        place.sign = _sign(attributes)


def _item(above: Place, place: Place, attributes: dict[str, str | None]) -> None:
    above.number = whole(attributes.get("value"), above.number + above.step)
    place.kind, place.level, place.fresh = BlockKind.LIST_ITEM, min(max(1, place.lists), 9), True
    place.attrs = without(place.attrs, ("role",)) if place.attrs.get("role") in _ROLES.values() else place.attrs
    if above.ordered:
        sign = (_sign(attributes) if attributes else "") or above.sign
        place.attrs = {**without(place.attrs, ("type",)), "ordered": "1", "number": str(above.number)}
        if sign:
            place.attrs["type"] = sign
    elif "ordered" in place.attrs:
        place.attrs = without(place.attrs, _OF_ITEMS)


def _sign(attributes: dict[str, str | None]) -> str:
    """How a list or an item writes its number: `a`, `A`, `i`, `I`; empty for digits."""
    sign = _SIGNS.get((attributes.get("type") or "").strip(), "")
    style = attributes.get("style") or ""
    if not sign and "list-style" in style:
        words = style.partition("list-style")[2].partition(";")[0].lower().replace(":", " ").split()
        sign = next((_SIGNS[word] for word in words if word in _SIGNS and len(word) > 1), "")
    return sign


def without(attrs: dict[str, str], names: tuple[str, ...]) -> dict[str, str]:
    """Return the same attributes but for those named."""
    return {key: value for key, value in attrs.items() if key not in names} if attrs else attrs


def whole(value: str | None, otherwise: int = 1) -> int:
    """Return a list's number as HTML reads it, bounded."""
    bare = (value or "").strip()
    return int(bare) if bare.lstrip("-").isascii() and bare.lstrip("-").isdigit() and len(bare) < 8 else otherwise
