"""One thing of a set beside the same thing here: a row a field that differs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from reader.exchange.records import plain_json
from reader.intake.sets import SetItem
from reader.model.annotations import Anchor, Origin
from reader.model.codec import plain

_FIELDS = {
    "about": QT_TRANSLATE_NOOP("SetComparison", "Mentions"),
    "anchor": QT_TRANSLATE_NOOP("SetComparison", "Marked words"),
    "annotator": QT_TRANSLATE_NOOP("SetComparison", "Annotator"),
    "attributes": QT_TRANSLATE_NOOP("SetComparison", "Attributes"),
    "byline": QT_TRANSLATE_NOOP("SetComparison", "Byline"),
    "colour": QT_TRANSLATE_NOOP("SetComparison", "Colour"),
    "justification": QT_TRANSLATE_NOOP("SetComparison", "Reasons"),
    "label": QT_TRANSLATE_NOOP("SetComparison", "Label"),
    "members": QT_TRANSLATE_NOOP("SetComparison", "Joined marks"),
    "name": QT_TRANSLATE_NOOP("SetComparison", "Name"),
    "note": QT_TRANSLATE_NOOP("SetComparison", "Note"),
    "published": QT_TRANSLATE_NOOP("SetComparison", "Published"),
    "state": QT_TRANSLATE_NOOP("SetComparison", "State"),
    "status": QT_TRANSLATE_NOOP("SetComparison", "Status"),
    "tags": QT_TRANSLATE_NOOP("SetComparison", "Tags"),
    "text": QT_TRANSLATE_NOOP("SetComparison", "Wording"),
    "title": QT_TRANSLATE_NOOP("SetComparison", "Title"),
    "underline": QT_TRANSLATE_NOOP("SetComparison", "Underline"),
    "url": QT_TRANSLATE_NOOP("SetComparison", "Address"),
    "verdict": QT_TRANSLATE_NOOP("SetComparison", "Verdict"),
}


class SetComparison(QTableWidget):
    """Fields as rows: what it is, what stands here, what stands in the set."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 3, parent)
        self.setHorizontalHeaderLabels([self.tr("Field"), self.tr("Here"), self.tr("In the set")])
        self.setAccessibleName(self.tr("Here and in the set"))
        self.setToolTip(self.tr("What differs, here and in the set"))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.setWordWrap(True)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)

    def compare(self, item: SetItem | None) -> None:
        """Show a thing that differs; nothing for None."""
        names = [name for name in item.fields if name != "origin"] if item is not None else []
        both = (item.ours, item.theirs) if item is not None else ()
        self.setRowCount(len(names))
        for row, name in enumerate(names):
            values = (_worded(getattr(one, name, None)) for one in both)
            for column, text in enumerate((field_name(name), *values)):
                cell = QTableWidgetItem(text)
                cell.setTextAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
                self.setItem(row, column, cell)


def field_name(name: str) -> str:
    """Return what a field is called in the reader's language; one without a name of its own as the model has it."""
    known = str(_FIELDS.get(name, ""))
    return QCoreApplication.translate("SetComparison", known) if known else name.replace("_", " ")


def _worded(value: Any) -> str:
    if isinstance(value, Anchor | Origin):
        return value.quote
    if isinstance(value, Mapping):
        return "\n".join(f"{key}: {one if isinstance(one, str) else plain_json(one)}" for key, one in value.items())
    if isinstance(value, tuple):
        return "\n".join(one if isinstance(one, str) else plain_json(plain(one)) for one in value)
    return "" if value is None else str(value)
