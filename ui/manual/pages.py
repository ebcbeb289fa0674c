"""The pages of the manual: Markdown in `resources/help`, a folder a language, with holes for keys and names.

`{key:ID}` becomes the key that an action or a label has now, `{name:ID}` what the action is called in the menus,
`{fixed:KEY}` a key that no action has and nobody can change, as this system writes it.
"""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from reader.errors import TilikError
from ui import paths
from ui.actions.actions import Actions
from ui.actions.keys import ROWS, key_name, native, row_name

PAGES = ("start", "adding", "reading", "marking", "attribution", "panel", "captures", "board", "search", "export")
HOLE = re.compile(r"\{(key|name|fixed):([^}]+)\}")
_TITLE = re.compile(r"^# (.+)$", re.MULTILINE)


def folder(language: str) -> Path:
    """Return the folder with the pages of a language."""
    return paths.resources() / "help" / language


def read(page: str, language: str) -> str:
    """Return a page's Markdown with its holes; `TilikError` when it cannot be read."""
    file = folder(language) / f"{page}.md"
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise TilikError("the manual's page {0} cannot be read: {1}", file.name, str(error)) from error


def title(text: str) -> str:
    """Return the title of a page."""
    found = _TITLE.search(text)
    return found[1].strip() if found else ""


def filled(text: str, actions: Actions) -> str:
    """Return a page's Markdown with the keys and names that hold now."""
    return HOLE.sub(lambda hole: _said(hole[1], hole[2], actions), text)


def _said(kind: str, id: str, actions: Actions) -> str:
    if kind == "name":
        return row_name(ROWS[id])
    key = _fixed(id) if kind == "fixed" else _label_key(id, actions) if id.startswith("label:") else key_name(id)
    if not key:
        return QCoreApplication.translate("Manual", "(no key)")
    return f"`` {key} ``" if "`" in key else f"`{key}`".replace("|", r"\|")


def _fixed(key: str) -> str:
    """A key or a modifier alone as this system writes it."""
    return native(f"{key}+A").removesuffix("A").rstrip("+") if key in ("Ctrl", "Shift", "Alt") else native(key)


def _label_key(id: str, actions: Actions) -> str:
    action = next((one for one in actions.labels if one.objectName() == id), None)
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText) if action is not None else ""
