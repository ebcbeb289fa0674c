"""The review of a claim: verdict, method, how far the work is, and sentences that cite what they rest on."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.board.values import Row
from reader.model.annotations import Annotation
from reader.model.vocabulary import REVIEW
from ui.board.acts import Acts
from ui.board.fields import Fields, Spec
from ui.board.justification import Justification


class ReviewBox(QWidget):
    """The last review of a claim; the first change begins one."""

    placeWanted = Signal(object)

    def __init__(self, acts: Acts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._acts = acts
        self._row: Row | None = None
        self.fields = Fields((
            Spec("verdict", REVIEW["verdict"]), Spec("rating", REVIEW["rating"]), Spec("status", REVIEW["status"]),
            Spec("strategy", REVIEW["strategy"]), Spec("reviewer"), Spec("date", hint="2026-05-31"),
            Spec("address", hint="https://…"), Spec("note", lines=2),
        ), self)  # fmt: skip
        self.justification = Justification(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.fields)
        column.addWidget(self.justification)
        self.fields.changed.connect(self._change)
        self.fields.left.connect(self._acts.end_typing)
        self.justification.changed.connect(self._change)
        self.justification.left.connect(acts.end_typing)
        self.justification.placeWanted.connect(self.placeWanted)

    def know(self, marks: Mapping[str, Annotation]) -> None:
        """The marks of this moment, which sentences may cite."""
        self.justification.know(marks)

    def show_row(self, row: Row, *, fresh: bool) -> None:
        """The review of that claim."""
        self._row = row
        review = row.review
        values = (
            {n: str(getattr(review, n)) for n in self.fields.widgets} if review is not None else {"status": "untriaged"}
        )
        self.fields.show_values(values, fresh=fresh)
        self.justification.show_row(row, fresh=fresh)

    def save(self) -> None:
        """Take what is typed and was not left yet."""
        self.fields.save()
        self.justification.save()

    def _change(self, fields: object) -> None:
        if self._row is not None and isinstance(fields, dict):
            self._acts.review(self._row, {n: v or "untriaged" if n == "status" else v for n, v in fields.items()})
