"""The connectors in the window: whose they are, when they are drawn anew, and the key that goes from link to link."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent

from ui.actions.actions import hint
from ui.actions.keys import with_keys
from ui.desk import Desk

if TYPE_CHECKING:
    from ui.annotations.relation_rows import Line
    from ui.article.geometry import Page
    from ui.connectors.geometry import End, Margin, Where
    from ui.connectors.painter import Connectors, Look
    from ui.look.theme import Tint

MOST = 200  # ends that are looked at; a spokesman may be linked to thousands of claims
_GAP = 5  # points between the column and the connectors
_FACTS = 56  # points at the top of the page that the line of facts may take
_REST = 120  # milliseconds that the mouse rests on a mark before its links are shown


class Relations(QObject):
    """Shows the links of the chosen mark beside the text and, faintly, those of the mark under the mouse.

    Nothing is read and nothing painted while no mark is chosen. A change of place is seen when the text or the cards
    are painted, so that whatever moves them, the connectors follow. `drawn` carries what they take farther out than
    their lines, as rectangles of the text's viewport.
    """

    drawn = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk, self._view, self._panel, self._session = desk, desk.view, desk.panel, desk.session
        self._overlay: Connectors | None = None
        self._mark, self._hovered, self._style = "", "", ""
        self._lines: list[Line] = []
        self._known: dict[str, Look] = {}  # how the ends of these are shown
        self._state: tuple[Any, ...] = ()
        self._walk: list[str] = []
        self._mouse = QPoint()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.refresh)
        self._resting = QTimer(self, singleShot=True, interval=_REST)
        self._resting.timeout.connect(self._look_under_mouse)
        self._ports = self._view.viewport(), self._panel.list.viewport()
        for port in self._ports:
            port.installEventFilter(self)
        self._view.verticalScrollBar().valueChanged.connect(self._scrolled)
        session = self._session
        for signal in (session.changed, session.articleOpened, session.articleClosed, self._view.marksReset):
            signal.connect(self._read_anew)

    # -- when ------------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.Paint:
            if (self._view.selected_mark or self._mark) and self._now() != self._state:
                self._soon.start()
        elif watched is self._ports[0] and isinstance(event, QMouseEvent):
            self._moved(event)
        elif kind == QEvent.Type.Leave and watched is self._ports[0]:
            self._hover("")
        return super().eventFilter(watched, event)

    def _scrolled(self) -> None:
        self._hover("")
        if self._mark and self._overlay is not None:
            self.refresh()

    def _read_anew(self) -> None:
        self._mark, self._state = "", ()
        self._hover("")
        if self._view.selected_mark or self._lines:
            self._soon.start()

    def _now(self) -> tuple[Any, ...]:
        """All that the picture depends on."""
        view = self._view
        return (
            self._chosen(), view.scrolled().y(), view.column, self._port(), self._card_top(), self._desk.theme.id,
            self._session.revision,
        )  # fmt: skip

    def _chosen(self) -> str:
        return "" if self._view.state.hidden or not self._view.isVisible() else self._view.selected_mark

    def _port(self) -> QRect:
        """The text's viewport in the window's body."""
        port = self._view.viewport()
        return QRect(port.mapTo(self._desk.body, QPoint(0, 0)), port.size())

    # -- what ------------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Draw the links of the chosen mark, as they are now."""
        chosen = self._chosen()
        if (chosen, self._desk.theme.id) != (self._mark, self._style):
            self._mark, self._style, self._lines = chosen, self._desk.theme.id, self._links(chosen)
            self._known = self._looks(self._lines)
        self._state = self._now()
        if self._hovered and self._hovered == chosen:
            self._hover("")
        if self._lines:
            self._draw()
        elif self._overlay is not None:
            self._clear()

    def _links(self, id: str) -> list[Line]:
        from ui.annotations.relation_lines import links_of

        mark = self._panel.model.annotation(id) if id and self._session.is_open else None
        found = links_of(self._panel.model, mark)[:MOST] if mark is not None else []
        return [line for line in found if self._stands(line.other)]

    def _stands(self, id: str) -> bool:
        """Whether it is to be seen on this text or is in another article: what was lost or hidden stands nowhere."""
        if id in self._view.index:
            return self._view.index.shown(id)
        other, article = self._panel.model.annotation(id), self._session.article
        return other is not None and article is not None and other.article_id != article.id

    def _clear(self) -> None:
        from ui.connectors.geometry import Plan

        assert self._overlay is not None
        self._overlay.show_plan(Plan(), None, {}, "")
        self.drawn.emit(())

    def _draw(self) -> None:
        from ui.connectors.geometry import planned

        page, overlay = self._view.visible_page(), self._made()
        if page is None or self._mark not in self._view.index:
            self._clear()
            return
        if self._mark not in self._known:
            self._known = {self._mark: self._own_look(self._mark), **self._known}
        ends = self._ends(page, [self._mark, *self._known])
        plan = planned(ends[0], ends[1:], self._fit(overlay))
        overlay.show_plan(plan, self._known[self._mark], self._known, self._hint())
        start = overlay.x() - self._port().left()
        self.drawn.emit(tuple(QRectF(box.left + start, box.top, box.width, box.height) for box in plan.taken()))

    def _made(self) -> Connectors:
        if self._overlay is None:
            from ui.connectors.painter import Connectors

            self._overlay = Connectors(self._desk.theme, self._desk.body)
            self._overlay.goRequested.connect(lambda id: self._desk.guarded(lambda: self._desk.go(id)))
        self._overlay.set_theme(self._desk.theme)
        return self._overlay

    def _hint(self) -> str:
        return hint(self.tr("A click goes there"), self._desk.commands["next_linked"])

    def _looks(self, lines: Sequence[Line]) -> dict[str, Look]:
        from ui.connectors.painter import Look, shape_of

        made: dict[str, Look] = {}
        for line in lines:
            other = self._panel.model.annotation(line.other)
            label = other.label if other is not None else ""
            kind, tint = line.relation.kind, self._tint(line.other, label)
            made.setdefault(line.other, Look(line.word, line.quote, tint, kind, shape_of(kind, label)))
        return made

    def _own_look(self, id: str) -> Look:
        from ui.connectors.painter import Look, shape_of

        label = self._view.index.marks[id].label
        word = self.tr("the chosen mark")
        return Look(word, self._panel.model.quote_line(id), self._tint(id, label), "", shape_of("", label))

    def _tint(self, id: str, label: str) -> Tint:
        """As the mark is coloured in the text."""
        mark, marks = self._view.index.marks.get(id), self._view.marks
        return marks.tint(mark) if mark is not None else marks.look(label)[0]

    # -- where -----------------------------------------------------------------------------------------------------

    def _fit(self, overlay: Connectors) -> Margin:
        """Put the overlay between the column and the cards, and say what room that is."""
        from ui.connectors.geometry import CHIP_HEIGHT, Margin, Point
        from ui.look.scale import length

        port, (left, width), card = self._port(), self._view.column, self._card_top()
        start = port.left() + round(left + width + self._view.right_gutter) + _GAP
        end = port.right() + 1 if card is None else card.x()
        overlay.setGeometry(start, port.top(), max(1, end - start), port.height())
        free = max(0.0, _FACTS - self._view.scrolled().y())
        to_card = None if card is None else Point(card.x() - start - 1.0, float(card.y() - port.top()))
        return Margin(float(port.right() + 1 - start), float(port.height()), free, to_card, length(CHIP_HEIGHT))

    def _card_top(self) -> QPoint | None:
        """The left edge of the chosen mark's card, at the height of its name, in the body; None when out of sight."""
        cards = self._panel.list
        row = self._panel.model.row_of(self._view.selected_mark) if cards.isVisible() else -1
        if row < 0:
            return None
        box = cards.visualRect(self._panel.model.index(row))
        y = box.top() + 22
        if not box.isValid() or not 4 <= y <= cards.viewport().height() - 4:
            return None
        at = cards.viewport().mapTo(self._desk.body, QPoint(box.left() + 3, y))
        port = self._port()
        return at if port.top() <= at.y() <= port.bottom() and at.x() > port.right() else None

    def _ends(self, page: Page, ids: Iterable[str]) -> list[End]:
        """Where each of these marks is, each once."""
        from ui.connectors.geometry import End

        document = self._view.page
        assert document is not None
        screen = document.code_point(page.start), document.code_point(page.end), self._view.first_visible()
        return [End(id, self._place(page, screen, id)) for id in dict.fromkeys(ids)]

    def _place(self, page: Page, screen: tuple[int, int, int], id: str) -> float | Where:
        """The middle of its first line on the screen, else where it is. `screen`: its first and last code point, and
        the first of a line that is there as a whole."""
        from ui.connectors.geometry import Where

        mark = self._view.index.marks.get(id)
        if mark is None:
            return Where.ELSEWHERE
        first, last, whole = screen
        if mark.start <= last and mark.end > first:
            height = self._view.viewport().height()
            ys = (box.center().y() for span in mark.spans for box in self._view.boxes(page, span))
            if (y := next((y for y in ys if 0 < y < height), None)) is not None:
                return y
        return Where.ABOVE if mark.start < whole else Where.BELOW

    # -- the mark under the mouse ----------------------------------------------------------------------------------

    def _moved(self, event: QMouseEvent) -> None:
        self._mouse = event.position().toPoint()
        if event.buttons() == Qt.MouseButton.NoButton:
            self._resting.start()

    def _look_under_mouse(self) -> None:
        page, position = self._view.visible_page(), self._view.point_to_text(self._mouse.toPointF())
        marks = [] if page is None or self._view.state.hidden else self._view.index.at(position)
        under = (
            id
            for id in marks
            if self._view.index.shown(id)
            for span in self._view.index.marks[id].spans
            if page is not None and any(box.contains(self._mouse.toPointF()) for box in self._view.boxes(page, span))
        )
        self._hover(next(under, ""))

    def _hover(self, id: str) -> None:
        from ui.connectors.geometry import Plan, planned

        id = "" if id == self._mark else id
        if id == self._hovered:
            return
        self._hovered = id
        lines, page = self._links(id), self._view.visible_page()
        if lines and page is not None:
            overlay = self._made()
            ends = self._ends(page, [id, *(line.other for line in lines)])
            overlay.show_quiet(planned(ends[0], ends[1:], self._fit(overlay), quiet=True), self._looks(lines))
        elif self._overlay is not None:
            self._overlay.show_quiet(Plan(), {})

    # -- the key ---------------------------------------------------------------------------------------------------

    def next_linked(self) -> None:
        """Go to what the chosen mark is linked to; again, to the next of these; at last back to where one began."""
        chosen = self._session.here.mark
        if not chosen:
            self._desk.say(with_keys(self.tr("Choose a mark first, with {0} or a click."), "next_mark"))
            return
        if chosen not in self._walk:
            self._walk = list(dict.fromkeys([chosen, *(line.other for line in self._links(chosen))]))
        if len(self._walk) < 2:
            self._walk = []
            self._desk.say(self.tr("This mark is linked to none."))
            return
        self._desk.go(self._walk[(self._walk.index(chosen) + 1) % len(self._walk)])
