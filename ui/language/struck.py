"""Words that the publisher struck out, told where words run over them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from reader.model.struck_places import StruckPlace

_LONGEST = 160  # characters of one place


def struck_name() -> str:
    """Return what such words are called before they are told."""
    return QCoreApplication.translate("Struck", "struck out by the publisher here")


def struck_told(places: Sequence[StruckPlace]) -> str:
    """Return the words of these places, each in quotation marks."""
    return ", ".join(f"“{short(place.words)}”" for place in places)


def short(words: str, longest: int = _LONGEST) -> str:
    """Return words on one line, cut where they are many."""
    said = " ".join(words.split())
    return said if len(said) <= longest else f"{said[: longest - 1]}…"
