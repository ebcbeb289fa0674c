"""A library that was here and is not any more, in the words of the window: when it was here, what is kept of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale

from reader.errors import GoneError
from ui.language.dates import day, moment

translate = QCoreApplication.translate


def gone_words(error: GoneError, library: Path) -> str:
    """Return what is asked in a paragraph each; empty where it is not known what was here."""
    if error.day is None and error.backup is None:
        return ""
    name = library.stem
    if library.exists():
        said = translate("Gone", "The library “{0}” is empty now.").format(name)
    else:
        said = translate("Gone", "The library “{0}” is not there any more.").format(name)
    if error.day is not None:
        text = translate("Gone", "It was here on {0}; articles in it: {1}.")
        said += " " + text.format(day(error.day, QLocale()), QLocale().toString(error.articles))
    if error.backup is not None:
        kept = translate("Gone", "The newest backup was made on {0}.").format(moment(error.backup))
    else:
        kept = translate("Gone", "There is no backup of it.")
    place = translate("Gone", "Nothing was made in its place: {0}").format(library)
    return "\n\n".join((said, kept, place))
