"""Footnotes stay with the article that refers to them, wherever the page sets them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.cleaning.phrases import READ_ALSO
from reader.cleaning.raw import Hint, RawBlock
from reader.model import left_out_reasons as reasons

_BY_PLACE = frozenset({reasons.NOT_ARTICLE, reasons.NAVIGATION, reasons.FOOTER})
_REFERENCE = re.compile(r"\S \[[^\]\s]{1,8}\]|[\w.,;\"”’][⁰¹²³⁴-⁹*†‡]")
_ELSEWHERE = Hint.COMMENTS | Hint.HIDDEN | Hint.RELATED | Hint.FORM


def keep_notes(blocks: Sequence[RawBlock]) -> None:
    """Keep what is marked as a note below the words that refer to it; links to other pages are none."""
    said = "\n".join(block.text for block in blocks if not block.reason)
    if _REFERENCE.search(said) is None:
        return
    started = False
    for block in blocks:
        started = started or (not block.reason and len(block.text) > 0)
        noted = bool(block.hints & Hint.NOTE) and not block.hints & _ELSEWHERE
        if started and noted and block.reason in _BY_PLACE and not _leads_on(block):
            block.reason = ""


def _leads_on(block: RawBlock) -> bool:
    return block.linked > 0.8 or READ_ALSO.fullmatch(block.text[:260]) is not None
