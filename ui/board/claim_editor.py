"""One claim: what it says, how it stands to other claims, the evidence, the review. Each change is saved at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.board.values import Row
from reader.model.vocabulary import CLAIM
from ui.board.acts import Acts
from ui.board.evidence_box import EvidenceBox
from ui.board.fields import Fields, Spec
from ui.board.picture import Picture
from ui.board.related_box import RelatedBox
from ui.board.review_box import ReviewBox
from ui.board.rows_read import RowsRead
from ui.dialogs.parts import words
from ui.session import Session


def section(title: str, parent: QWidget) -> QWidget:
    """Return the heading of a part."""
    label = words(title, parent)
    label.setObjectName("panel_title")
    label.setContentsMargins(0, 8, 0, 0)
    return label


class ClaimEditor(QWidget):
    """Shows a row of the board. `placeWanted` carries a mark, `addressWanted` an address."""

    placeWanted = Signal(object)
    addressWanted = Signal(str)

    def __init__(
        self, session: Session, acts: Acts, chosen_mark: Callable[[], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._acts = acts
        self._row: Row | None = None
        self.fields = Fields((
            Spec("text", lines=3), Spec("translation", lines=2), Spec("type", CLAIM["type"]),
            Spec("worth", CLAIM["worth"]), Spec("event_time", hint="2026-05-31"),
            Spec("event_time_basis", CLAIM["event_time_basis"]), Spec("place"),
            Spec("credibility", CLAIM["credibility"], desk=True), Spec("note", lines=2),
        ), self)  # fmt: skip
        self.related = RelatedBox(self)
        self.evidence = EvidenceBox(session, acts, chosen_mark, self)
        self.review = ReviewBox(acts, self)
        self._lay_out()
        self.fields.changed.connect(self._change)
        self.fields.left.connect(self._acts.end_typing)
        self.related.changed.connect(self._change)
        self.evidence.placeWanted.connect(self.placeWanted)
        self.evidence.addressWanted.connect(self.addressWanted)
        self.review.placeWanted.connect(self.placeWanted)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 4, 14, 14)
        column.setSpacing(8)
        for title, part in (
            (self.tr("Claim"), self.fields), (self.tr("Related claims"), self.related),
            (self.tr("Evidence"), self.evidence), (self.tr("Review"), self.review),
        ):  # fmt: skip
            column.addWidget(section(title, self))
            column.addWidget(part)
        column.addStretch(1)

    def save(self) -> None:
        """Take what is typed and was not left yet."""
        if self._row is not None:
            self.fields.save()
            self.evidence.save()
            self.review.save()

    def follow(self, picture: Picture, read: RowsRead) -> None:
        """Know the claims and marks of this moment."""
        self.related.know({claim.id: claim.text for claim in picture.index.claims})
        self.review.know(read.cited)

    def show_row(self, row: Row | None) -> None:
        """Show that claim; what was typed for the one before is saved first."""
        fresh = self._is_other(row)
        if fresh:
            self.save()
        self._row = row
        if row is None:
            return
        claim = row.claim
        values = {"text": row.wording.strip()}
        if claim is not None:
            values = {name: str(getattr(claim, name)) for name in self.fields.widgets}
        self.fields.show_values(values, fresh=fresh)
        self.related.show_claim(claim, fresh=fresh)
        self.evidence.show_row(row, fresh=fresh)
        self.review.show_row(row, fresh=fresh)

    def _is_other(self, row: Row | None) -> bool:
        """Whether another claim is shown; marks that became a claim are the same."""
        if row is None or self._row is None:
            return True
        same = {m.id for m in row.mentions} & {m.id for m in self._row.mentions}
        return row.id != self._row.id and not (self._row.claim is None and same)

    def _change(self, fields: object) -> None:
        if self._row is not None and isinstance(fields, dict):
            self._acts.change(self._row, fields)
