"""The notes of the page and what its markup says: from a reference to its note and back, tooltips, words for AT."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent
from PySide6.QtWidgets import QToolTip

from reader.model.spans import Span
from ui.article.asides import Asides
from ui.article.picture_page import PicturePage
from ui.here import Target
from ui.look.plain_tooltip import plain_tooltip


class NotePage(PicturePage):
    """`placeWanted` carries the span to which a reference, or a note, leads; whoever goes there can come back."""

    placeWanted = Signal(object)
    asides: Asides | None = None

    def show_article(self) -> None:
        revision = self._session.revision
        self.asides = Asides(revision) if revision is not None else None
        super().show_article()

    def link_at(self, at: QPointF) -> str:
        """Return the address of the link at a place of the viewport; empty for none."""
        position = self.letter_at(at)
        return self.page.link_at(self.page.position(position)) if self.page is not None and position >= 0 else ""

    def leads_on(self, at: QPointF) -> bool:
        """Whether a click at a place goes somewhere: a link, a reference to a note, a picture."""
        return bool(self.link_at(at) or self.note_at(at) or self.picture_at(at))

    def note_at(self, at: QPointF) -> Span | None:
        """Return where the reference at a place of the viewport leads to."""
        position = self.letter_at(at)
        mark = self.asides.reference_at(position) if self.asides is not None and position >= 0 else None
        return self.asides.notes[mark.target].span if mark is not None and self.asides is not None else None

    def letter_at(self, at: QPointF) -> int:
        """Return the code point of the letter under a place; -1 beside the words."""
        page = self.visible_page()
        if page is None or self.page is None:
            return -1
        found = self.point_to_text(at)
        for position in (found, found - 1):
            if position >= 0 and any(b.contains(at) for b in self.boxes(page, Span(position, position + 1))):
                return position
        return -1

    def told_of_chosen(self) -> str:
        """Return what the markup says of the chosen words, sentence or marks; empty for nothing."""
        here = self._session.here
        if self.asides is None or here.target is Target.NOTHING:
            return ""
        marks = (self.index.marks.get(id) for id in here.marks)
        spans = here.spans if here.target is not Target.MARKS else [s for m in marks if m is not None for s in m.spans]
        return self.asides.of(spans)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes from the chosen words to the note that they refer to, and from a note to where it is referred
        to."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        place = self.asides.other_end(self._session.here.spans) if is_enter and plain and self.asides else None
        if place is None:
            super().keyPressEvent(event)
        else:
            self.placeWanted.emit(place)

    def viewportEvent(self, event: QEvent) -> bool:
        """Over a link its address is shown, and over other words what the markup says of them, as plain text."""
        if isinstance(event, QHelpEvent):
            at = QPointF(event.pos())
            position = self.letter_at(at)
            said = self.asides.at(position) if self.asides is not None and position >= 0 else ""
            told = "\n".join(part for part in (said, self.link_at(at)) if part)
            QToolTip.showText(event.globalPos(), plain_tooltip(told), self.viewport())
            return True
        return super().viewportEvent(event)
