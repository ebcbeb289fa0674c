"""What stands in a field of several lines, letter by letter: Qt's own `toPlainText` makes plain spaces of those that do
not break a line, and whoever compared that with what was stored would take a look for a change."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QPlainTextEdit

_BREAKS = re.compile("\r\n|[\r\u2029\ufdd0\ufdd1]")


def written(field: QPlainTextEdit) -> str:
    """Return what the field says."""
    return field.document().toRawText().replace("\u2029", "\n")


def given_back(text: str) -> str:
    """Return `text` as `written` says it when it was put into a field: Qt has one kind of break between lines."""
    return _BREAKS.sub("\n", text)
