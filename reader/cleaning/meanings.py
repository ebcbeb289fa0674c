"""What an inline element says beside its words: where it leads, what it stands for, when it was."""

from __future__ import annotations

from reader.cleaning.elements import MEANINGS
from reader.cleaning.links import absolute
from reader.cleaning.places import NOTE_NAME
from reader.model.articles import InlineKind

TEX = "data-tilik-tex"  # on a formula, put there by `formulas`
_LONGEST = 1000
_BESIDE = {
    InlineKind.ABBREVIATION: ("title", "title"),
    InlineKind.TIME: ("datetime", "datetime"),
    InlineKind.INSERTION: ("datetime", "datetime"),
    InlineKind.MATH: (TEX, "tex"),
}
_NOTHING_ELSE = frozenset({InlineKind.ABBREVIATION, InlineKind.TIME})  # without it they say nothing
_SOURCED = frozenset({InlineKind.QUOTATION, InlineKind.INSERTION})
Meaning = tuple[InlineKind, str, dict[str, str]]


def meaning(tag: str, attributes: dict[str, str | None], base: str) -> Meaning | None:
    """Return the kind of an element's mark, its target and attributes; None for one that says no more than its words.

    A reference carries the address it leads to as `href`, until it is known whether its note stays (`notes`).
    """
    if attributes.get(NOTE_NAME):
        address = absolute(attributes.get("href") or "", base)
        return InlineKind.NOTE, attributes[NOTE_NAME] or "", {"href": address} if address else {}
    kind = MEANINGS[tag]
    source, name = _BESIDE.get(kind, ("", ""))
    said = " ".join((attributes.get(source) or "").split())[:_LONGEST] if source else ""
    if not said and kind in _NOTHING_ELSE:
        return None
    target = absolute(attributes.get("cite") or "", base) if kind in _SOURCED else ""
    return kind, target, {name: said} if said else {}
