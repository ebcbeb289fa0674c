"""The interface's language: which there are, how one is chosen and loaded, and the names that come from the core."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from reader.model.labels import Label
from ui import paths


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark `text` for lupdate, which knows this name, and return it as it is. (PySide6's own is typed `object`.)"""
    return text


LANGUAGES = {"en": "English", "id": "Bahasa Indonesia"}

_LABELS = {
    "claim": QT_TRANSLATE_NOOP("Labels", "Claim"),
    "source": QT_TRANSLATE_NOOP("Labels", "Source"),
    "denial": QT_TRANSLATE_NOOP("Labels", "Denial"),
    "cue": QT_TRANSLATE_NOOP("Labels", "Cue"),
    "via": QT_TRANSLATE_NOOP("Labels", "Via"),
    "time": QT_TRANSLATE_NOOP("Labels", "Time"),
    "evidence": QT_TRANSLATE_NOOP("Labels", "Evidence"),
}
# The core names its edits in English, since they are stored; here they are said in the reader's language.
_EDITS = (
    QT_TRANSLATE_NOOP("Edits", "Add article"),
    QT_TRANSLATE_NOOP("Edits", "Add list"),
    QT_TRANSLATE_NOOP("Edits", "Fetch text"),
    QT_TRANSLATE_NOOP("Edits", "Delete mark"),
    QT_TRANSLATE_NOOP("Edits", "Adjust mark"),
    QT_TRANSLATE_NOOP("Edits", "Edit note"),
    QT_TRANSLATE_NOOP("Edits", "Edit tags"),
    QT_TRANSLATE_NOOP("Edits", "Link marks"),
    QT_TRANSLATE_NOOP("Edits", "Remove link"),
    QT_TRANSLATE_NOOP("Edits", "Merge marks"),
    QT_TRANSLATE_NOOP("Edits", "Edit labels"),
    QT_TRANSLATE_NOOP("Edits", "Put back"),
    QT_TRANSLATE_NOOP("Edits", "Take out"),
    QT_TRANSLATE_NOOP("Edits", "Clean again"),
    QT_TRANSLATE_NOOP("Edits", "Capture again"),
    QT_TRANSLATE_NOOP("Edits", "Confirm mark"),
    QT_TRANSLATE_NOOP("Edits", "Attach mark"),
    QT_TRANSLATE_NOOP("Edits", "Leave mark on the older text"),
    QT_TRANSLATE_NOOP("Edits", "Import set"),
    QT_TRANSLATE_NOOP("Edits", "Add attribution"),
    QT_TRANSLATE_NOOP("Edits", "Record silence"),
    QT_TRANSLATE_NOOP("Edits", "Describe attribution"),
    QT_TRANSLATE_NOOP("Edits", "Nest attribution"),
    QT_TRANSLATE_NOOP("Edits", "Make claim"),
    QT_TRANSLATE_NOOP("Edits", "Make source"),
    QT_TRANSLATE_NOOP("Edits", "Take out of its claim"),
    QT_TRANSLATE_NOOP("Edits", "Mention claim"),
    QT_TRANSLATE_NOOP("Edits", "Mention source"),
    QT_TRANSLATE_NOOP("Edits", "Edit claim"),
    QT_TRANSLATE_NOOP("Edits", "Edit source"),
    QT_TRANSLATE_NOOP("Edits", "Edit evidence"),
    QT_TRANSLATE_NOOP("Edits", "Edit review"),
    QT_TRANSLATE_NOOP("Edits", "Merge claims"),
    QT_TRANSLATE_NOOP("Edits", "Merge sources"),
    QT_TRANSLATE_NOOP("Edits", "Split claim"),
    QT_TRANSLATE_NOOP("Edits", "Delete claim"),
    QT_TRANSLATE_NOOP("Edits", "Delete source"),
    QT_TRANSLATE_NOOP("Edits", "Add evidence"),
    QT_TRANSLATE_NOOP("Edits", "Remove evidence"),
    QT_TRANSLATE_NOOP("Edits", "Add review"),
    QT_TRANSLATE_NOOP("Edits", "Correct facts"),
    QT_TRANSLATE_NOOP("Edits", "Move to inbox"),
    QT_TRANSLATE_NOOP("Edits", "Move to reading"),
    QT_TRANSLATE_NOOP("Edits", "Move to done"),
    QT_TRANSLATE_NOOP("Edits", "Move to archived"),
    QT_TRANSLATE_NOOP("Edits", "Move to trashed"),
)
_PATTERNS = (
    (re.compile(r"Mark as (.+)"), QT_TRANSLATE_NOOP("Edits", "Mark as {0}")),
    (re.compile(r"Change to (.+)"), QT_TRANSLATE_NOOP("Edits", "Change to {0}")),
    (re.compile(r"Delete (\d+) marks"), QT_TRANSLATE_NOOP("Edits", "Delete {0} marks")),
)


def chosen(setting: str) -> str:
    """Return the language to use: `setting` when we have it, else the system's, else English."""
    wanted = setting or QLocale.system().name().split("_")[0]
    return wanted if wanted in LANGUAGES else "en"


def install(language: str) -> list[QTranslator]:
    """Let the application object speak `language`; what to remove from it for another one."""
    # The names of months follow the window's language, not the machine's.
    QLocale.setDefault(QLocale(language))
    found = translators(language)
    for new in found:
        QCoreApplication.installTranslator(new)
    return found


def translators(language: str) -> list[QTranslator]:
    """Return what is to be installed for `language`: Qt's own texts, then ours. English has its plurals only."""
    folder, loaded = str(paths.resources() / "i18n"), []
    for name in ("qtbase", "tilik"):
        translator = QTranslator()
        if translator.load(f"{name}_{language}.qm", folder):
            loaded.append(translator)
    return loaded


def label_name(label: Label) -> str:
    """Return A label's name: built-in ones in the reader's language unless renamed, the user's as they are."""
    original = _LABELS.get(label.id, "")
    if label.builtin and label.name == original:
        return QCoreApplication.translate("Labels", original)
    return label.name


def edit_name(name: str) -> str:
    """Return the name of a stored edit in the reader's language."""
    for pattern, text in _PATTERNS:
        if found := pattern.fullmatch(name):
            what = found[1]
            if what.capitalize() in _LABELS.values():
                what = QCoreApplication.translate("Labels", what.capitalize()).lower()
            return QCoreApplication.translate("Edits", text).format(what)
    return QCoreApplication.translate("Edits", name)
