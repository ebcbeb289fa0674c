"""Captures and corrections of an article in words of the reader's language."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from reader.model.captures import BY_HAND, CaptureNumber, Text, capture_numbers, is_correction
from ui.language.dates import moment

translate = QCoreApplication.translate


def text_names(revisions: Sequence[Text]) -> list[str]:
    """Return a name for each text of an article, oldest first: its capture, and how it was corrected since."""
    return [_name(one, of) for one, of in zip(revisions, capture_numbers(revisions), strict=True)]


def _name(revision: Text, of: CaptureNumber) -> str:
    name = translate("Captures", "Captured {0}").format(moment(revision.captured))
    if of.count > 1:
        numbered = translate("Captures", "Captured {0} · {1} of {2}")
        name = numbered.format(moment(revision.captured), of.number, of.count)
    return f"{name} · {corrected(revision)}" if is_correction(revision) else name


def corrected(revision: Text) -> str:
    """Return how and when a correction was made."""
    by_hand = revision.origin in BY_HAND
    if revision.corrected is None:
        return translate("Captures", "corrected by hand") if by_hand else translate("Captures", "cleaned again")
    words = translate("Captures", "corrected by hand {0}") if by_hand else translate("Captures", "cleaned again {0}")
    return words.format(moment(revision.corrected, year=False))
