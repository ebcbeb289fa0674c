"""The side of the board's window: the chosen claim or source with all that is known of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from reader.board.values import Row
from reader.model.claims import Source
from ui.board.acts import Acts
from ui.board.claim_editor import ClaimEditor
from ui.board.picture import Picture
from ui.board.rows_read import RowsRead
from ui.board.source_editor import SourceEditor
from ui.dialogs.parts import words
from ui.session import Session


class Side(QWidget):
    """`row` is the claim that is shown, or None. `placeWanted` carries a mark, `addressWanted` an address."""

    placeWanted = Signal(object)
    addressWanted = Signal(str)

    def __init__(
        self, session: Session, acts: Acts, chosen_mark: Callable[[], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.row: Row | None = None
        self.claim = ClaimEditor(session, acts, chosen_mark, self)
        self.source = SourceEditor(acts, self)
        self.empty = words("", self)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setContentsMargins(24, 24, 24, 24)
        self.stack = QStackedWidget(self)
        self._pages = [self._scrolled(page) for page in (self.claim, self.source)]
        self.stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)
        self.setMinimumWidth(340)
        self.claim.placeWanted.connect(self.placeWanted)
        self.claim.addressWanted.connect(self.addressWanted)
        self.show_rows(())

    def _scrolled(self, page: QWidget) -> QScrollArea:
        area = QScrollArea(self)
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.stack.addWidget(area)
        return area

    def save(self) -> None:
        """Take what is typed and was not left yet."""
        self.claim.save()
        self.source.save()

    def show_picture(self, picture: Picture, read: RowsRead) -> None:
        """Follow what changed in the claim or source that is shown."""
        self.claim.follow(picture, read)
        self.source.follow(picture)
        if self.row is not None:
            again = read.again(self.row)
            self.show_rows(() if again is None else (again,))

    def show_rows(self, rows: Sequence[Row], count: int = -1) -> None:
        """Show the one claim; of none or several say so. `count` are the chosen, where they are not all in `rows`."""
        self.row = rows[0] if len(rows) == 1 else None
        self.claim.show_row(self.row)
        if self.row is not None:
            self._turn(self._pages[0])
        else:
            count = len(rows) if count < 0 else count
            text = self.tr("%n claims are chosen.\n\nM makes them one.", "", count)
            self._say(text if count else self.tr("Choose a claim to see what is known of it."))

    def show_sources(self, sources: Sequence[Source]) -> None:
        """Show the one source; of none or several say so."""
        one = sources[0] if len(sources) == 1 else None
        self.source.show_source(one)
        if one is not None:
            self._turn(self._pages[1])
        else:
            text = self.tr("%n sources are chosen.\n\nM makes them one.", "", len(sources))
            self._say(text if sources else self.tr("Choose a source to see what is known of it."))

    def _say(self, text: str) -> None:
        self.empty.setText(text)
        self._turn(self.empty)

    def _turn(self, page: QWidget) -> None:
        if self.stack.currentWidget() is not page:
            self.stack.setCurrentWidget(page)
