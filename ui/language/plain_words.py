"""The standard vocabularies in plain words: what a reader sees in the place of `CT+` or `press_agency`."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reader.model.vocabulary import AUTHOR, IMPLICIT
from ui.language.plain_values import FIELDS, VALUES


def plain(field: str, value: str) -> str:
    """Return A value of `field` in the reader's language; one that is in no vocabulary as it is, an empty one empty."""
    words = VALUES.get(field, {}).get(value)
    return QCoreApplication.translate("Values", words) if words else value


def source_not_marked(explicitness: str) -> str:
    """Return who says so, of words without a source: only what was entered is said of them."""
    if explicitness in (IMPLICIT, AUTHOR):
        return plain("explicitness", explicitness)
    return QCoreApplication.translate("Values", "not said yet")


def field_name(field: str) -> str:
    """Return the name of a field of an attribution, a claim, a source, evidence or a review in the reader's
    language."""
    words = FIELDS.get(field)
    return QCoreApplication.translate("Fields", words) if words else field.replace("_", " ")
