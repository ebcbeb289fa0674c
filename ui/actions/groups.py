"""The groups in which the key sheet and the editor of keys show the actions."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from ui.actions.row import Row
from ui.actions.table import TABLE
from ui.language.i18n import QT_TRANSLATE_NOOP

TITLES = {
    "reading": QT_TRANSLATE_NOOP("KeyGroups", "Reading"),
    "marking": QT_TRANSLATE_NOOP("KeyGroups", "Marking"),
    "attribution": QT_TRANSLATE_NOOP("KeyGroups", "Attributions, claims and sources"),
    "stance": QT_TRANSLATE_NOOP("KeyGroups", "Certainty and stance"),
    "article": QT_TRANSLATE_NOOP("KeyGroups", "Articles"),
    "view": QT_TRANSLATE_NOOP("KeyGroups", "View"),
    "file": QT_TRANSLATE_NOOP("KeyGroups", "File and help"),
}
PANES = QT_TRANSLATE_NOOP("KeyGroups", "Keys of one pane or window")
# By menu; "menu section" where a menu holds several kinds.
_PLACES = {
    "article 0": "reading", "edit 0": "marking", "edit 1": "reading", "edit 2": "reading", "annotate": "marking",
    "attribution": "attribution", "mention": "attribution", "certainty": "stance", "stance": "stance",
    "article": "article", "move": "article", "view": "view", "paper": "view", "file": "file", "help": "file",
}  # fmt: skip
_OTHERWISE = {"search": "article", "palette": "file"}


def group_of(row: Row) -> str:
    """Return the group, one of `TITLES`, in which the action is shown."""
    if row.id in _OTHERWISE:
        return _OTHERWISE[row.id]
    return _PLACES.get(f"{row.menu} {row.section}") or _PLACES.get(row.menu, "file")


def groups() -> Iterator[tuple[str, str, list[Row]]]:
    """Return each group: its id, its title in the reader's language, and its actions in the table's order."""
    for id, title in TITLES.items():
        yield id, QCoreApplication.translate("KeyGroups", title), [row for row in TABLE if group_of(row) == id]
