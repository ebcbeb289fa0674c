"""Footnotes stay with the article that refers to them, wherever the page sets them, and each reference leads to its
note."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.cleaning.phrases import READ_ALSO
from reader.cleaning.raw import NO_ATTRS, Hint, Ink, RawBlock
from reader.model import left_out_reasons as reasons
from reader.model.articles import InlineKind

_BY_PLACE = frozenset({reasons.NOT_ARTICLE, reasons.NAVIGATION, reasons.FOOTER})
_REFERENCE = re.compile(r"\S \[[^\]\s]{1,8}\]|[\w.,;\"”’][⁰¹²³⁴-⁹*†‡]")
_ELSEWHERE = Hint.COMMENTS | Hint.HIDDEN | Hint.RELATED | Hint.FORM


def keep_notes(blocks: Sequence[RawBlock]) -> None:
    """Keep what is marked as a note below the words that refer to it; links to other pages are none."""
    said = "\n".join(block.text for block in blocks if not block.reason)
    if _REFERENCE.search(said) is None:
        return
    referred = {mark[3] for block in blocks if not block.reason for mark in block.marks if mark[2] is InlineKind.NOTE}
    started = False
    for block in blocks:
        started = started or (not block.reason and len(block.text) > 0)
        noted = bool(block.hints & Hint.NOTE) and not block.hints & _ELSEWHERE
        named = block.attrs.get("note", "") in referred
        if started and noted and block.reason in _BY_PLACE and (named or not _leads_on(block)):
            block.reason = ""


def settle_references(blocks: Sequence[RawBlock]) -> None:
    """A reference whose note is not in the article is a link to where the page has it."""
    if not any(mark[2] is InlineKind.NOTE for block in blocks for mark in block.marks):
        return
    names = {block.attrs["note"] for block in blocks if not block.reason and "note" in block.attrs}
    for block in blocks:
        block.marks = [ink for mark in block.marks if (ink := _settled(mark, names))]


def _settled(mark: Ink, names: set[str]) -> Ink | None:
    start, end, kind, target, attrs = mark
    if kind is not InlineKind.NOTE:
        return mark
    if target in names:
        return start, end, kind, target, NO_ATTRS
    return (start, end, InlineKind.LINK, attrs["href"], NO_ATTRS) if "href" in attrs else None


def _leads_on(block: RawBlock) -> bool:
    return block.linked > 0.8 or READ_ALSO.fullmatch(block.text[:260]) is not None
