"""Marks on the page: tint under the words, the label's own underline, a badge in the margin.

Drawn from the geometry of the lines that are on the screen, so that the cost does not grow with the article.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QRegion

from reader.model.annotations import PageAnnotation
from reader.model.labels import DETAILS, Label
from reader.model.spans import Span
from ui.annotation_index import AnnotationIndex, Part, Piece
from ui.article.document import ArticleDocument
from ui.article.geometry import Line, Page, Stretch, end_places
from ui.here import Here
from ui.look.colours import mixed
from ui.look.scale import px
from ui.look.theme import Theme, Tint
from ui.look.underlines import hairline, underline

LANE = 3.4  # points between stacked underlines
LANES = 4
GUTTER = 76  # points left of the column that badges may take
_BADGE_HEIGHT, _BADGE_GAP = 17.0, 4.0
_LEFT = 11.0  # between the badges and the column
_FAR = 10_000.0  # wider than any screen
_BRACKETS = 16.0  # points beside the column that dots and brackets may take
_NOTHING = QColor(0, 0, 0, 0)
CHOSEN = 0.14  # how much of its line's colour the tint of a chosen mark has


@dataclass
class MarkState:
    """What is shown of the marks besides their being there."""

    here: Here
    flash: float = 0.0  # 1 is brightest
    hidden: bool = False
    preview: tuple[Span, ...] = field(default=())  # of the selected mark, while its ends are dragged

    @property
    def selected(self) -> str:
        """The id of the chosen mark whose ends can be moved; empty for none."""
        return self.here.mark

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of all chosen marks."""
        return self.here.marks


class MarkPainter:
    """Paints the marks of `index` over a `Page` of `document`."""

    def __init__(self, theme: Theme, label: Callable[[str], Label], letter: Callable[[Label], str]) -> None:
        self.theme, self._label, self._letter = theme, label, letter
        self._looks: dict[str, tuple[Tint, Label, str]] = {}
        self._widths: dict[str, float] = {}
        self.role: Callable[[PageAnnotation], str] = lambda _mark: ""  # a colour that goes before the label's
        self.badge_font = QFont()
        self.badge_font.setFamilies(["Inter", "Noto Sans", "DejaVu Sans"])
        self.badge_font.setPixelSize(11)
        self.badge_font.setWeight(QFont.Weight.DemiBold)

    def fit(self) -> None:
        """Set the badges in the size of the window's words; on printed paper they have the usual one."""
        self.badge_font.setPixelSize(px(11))
        self._widths.clear()

    def forget_looks(self) -> None:
        """The labels are others now."""
        self._looks.clear()

    def look(self, label_id: str) -> tuple[Tint, Label, str]:
        """Tint, label and letter of a label id."""
        found = self._looks.get(label_id)
        if found is None:
            label = self._label(label_id)
            tint = _tint(self.theme.tints, label.colour)
            found = self._looks[label_id] = (tint, label, self._letter(label))
        return found

    def tint(self, mark: PageAnnotation) -> Tint:
        """Return the colours of a mark: of its label, or of its person."""
        role = self.role(mark)
        return _tint(self.theme.tints, role) if role else self.look(mark.label)[0]

    def paint(
        self,
        painter: QPainter,
        page: Page,
        document: ArticleDocument,
        index: AnnotationIndex,
        state: MarkState,
        column: tuple[float, float],
        over_tints: Callable[[], None] = lambda: None,
        area: QRegion | None = None,
    ) -> None:
        """Everything that lies under the words. `column` is the left edge and the width of what is read; `over_tints`
        paints what lies over the tints and under the lines of the labels. Only what is in `area` need be painted."""
        if state.hidden or not page.lines or not _touches(page, column, area):
            over_tints()
            return
        pieces = self._pieces(page, document, index, state)
        drawn = [(piece, self._placed(page, document, piece)) for piece in pieces]
        tops = _tops(page, column, area)
        looks = self._looks_of(index, pieces)
        for (piece, stretches), (tint, label) in zip(drawn, looks, strict=True):
            fill = self._fill(piece, tint, label, state)
            for line, x0, x1 in stretches if fill.alpha() else ():
                if line.top in tops:
                    painter.fillRect(QRectF(x0, line.top + 0.5, x1 - x0, line.height - 1), fill)
        over_tints()
        for (_, stretches), (tint, label), lane in zip(drawn, looks, _lanes(pieces), strict=True):
            # A fifth line at one place could not be told from the others: the mark has its tint and its badge.
            if lane < LANES:
                for line, x0, x1 in stretches:
                    if line.top in tops:
                        self._line(painter, x0, x1, _underline_y(line) + lane * LANE, label, tint)
        self._join(painter, page, document, drawn, index, column)
        self._badges(painter, page, document, index, pieces, column, area)

    @staticmethod
    def _line(painter: QPainter, x0: float, x1: float, y: float, label: Label, tint: Tint) -> None:
        if label in DETAILS:
            hairline(painter, x0, x1, y, tint.line)
        else:
            underline(painter, x0, x1, y, label.underline, tint.line)

    def _pieces(self, page: Page, document: ArticleDocument, index: AnnotationIndex, state: MarkState) -> list[Piece]:
        start, end = document.code_point(page.start), document.code_point(page.end) + 1
        found = index.shown_between(start, end)
        if not state.preview or state.selected not in index:
            return found
        moved: list[Piece] = [
            Part(s.start, s.end, state.selected) for s in state.preview if s.start < end and s.end > start
        ]
        return sorted([p for p in found if p.id != state.selected] + moved, key=lambda p: (p.start, -p.end, p.id))

    @staticmethod
    def _placed(page: Page, document: ArticleDocument, piece: Piece) -> list[Stretch]:
        key = piece.start, piece.end
        found = page.placed.get(key)
        if found is None:
            ends = document.position(piece.start), document.positions.end_to_document(piece.end)
            found = page.placed[key] = page.stretches(*ends)
        return found

    def _looks_of(self, index: AnnotationIndex, pieces: Iterable[Piece]) -> list[tuple[Tint, Label]]:
        """The colours and the label of each piece; there may be hundreds, of few labels and people."""
        marks, known, found = index.marks, {}, []
        for piece in pieces:
            mark = marks[piece.id]
            kind = mark.label, mark.annotator
            if kind not in known:
                known[kind] = self.tint(mark), self.look(mark.label)[1]
            found.append(known[kind])
        return found

    @staticmethod
    def _fill(piece: Piece, tint: Tint, label: Label, state: MarkState) -> QColor:
        if piece.id not in state.here.marks:
            return _NOTHING if label in DETAILS else tint.fill
        lit = state.flash if piece.id == state.selected else 0.0
        return mixed(tint.fill, tint.line, max(CHOSEN, 0.45 * lit))

    # -- pieces that belong together ---------------------------------------------------------------------------------

    def _join(
        self,
        painter: QPainter,
        page: Page,
        document: ArticleDocument,
        drawn: Iterable[tuple[Piece, list[Stretch]]],
        index: AnnotationIndex,
        column: tuple[float, float],
    ) -> None:
        """Dots where a mark goes on elsewhere, and a thin bracket beside the lines it runs over."""
        reach: dict[str, tuple[float, float, bool]] = {}
        for piece, stretches in drawn:
            mark = index.marks[piece.id]
            if not mark.pieces or not stretches:
                continue
            color = self.tint(mark).line
            first, last = stretches[0][0], stretches[-1][0]
            ends = document.position(piece.start), document.positions.end_to_document(piece.end)
            for behind, line, x, leftward in end_places(page, *ends):
                if piece.end < mark.end if behind else piece.start > mark.start:
                    beside = x + 2 if behind != leftward else x - 9
                    _dots(painter, QPointF(beside, line.top + line.ascent - 3), color)
            top, bottom = first.top, last.top + last.height
            old = reach.get(piece.id, (top, bottom, first.mirrored))
            reach[piece.id] = min(top, old[0]), max(bottom, old[1]), old[2]
        left, width = column
        for n, (id, (top, bottom, mirrored)) in enumerate(reach.items()):
            out = 5 + 3 * (n % 2)
            x, inward = (left + width + out, -3) if mirrored else (left - out, 3)
            self._bracket(painter, x, inward, top + 5, bottom - 5, index.marks[id])

    def _bracket(
        self, painter: QPainter, x: float, inward: float, top: float, bottom: float, mark: PageAnnotation
    ) -> None:
        painter.setPen(QPen(self.tint(mark).line, 1.2))
        inner = x + inward
        painter.drawPolyline([QPointF(inner, top), QPointF(x, top), QPointF(x, bottom), QPointF(inner, bottom)])

    # -- badges ------------------------------------------------------------------------------------------------------

    def _badges(
        self,
        painter: QPainter,
        page: Page,
        document: ArticleDocument,
        index: AnnotationIndex,
        pieces: list[Piece],
        column: tuple[float, float],
        area: QRegion | None,
    ) -> None:
        rows: dict[tuple[float, bool], list[str]] = {}
        marks = index.marks
        quiet = {id: self.look(id)[1] in DETAILS for id in index.counts}
        for piece in pieces:
            mark = marks[piece.id]
            if piece.start == mark.start and not quiet[mark.label]:
                line = page.line_at(document.position(piece.start))
                if line is not None:
                    top = line.top + max(0.0, (line.height - _BADGE_HEIGHT) / 2)
                    rows.setdefault((top, line.mirrored), []).append(piece.id)
        painter.setFont(self.badge_font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, width = column
        for (top, mirrored), ids in rows.items():
            x = left + width if mirrored else 0.0
            room = QRectF(x, top - 4, _FAR if mirrored else left, _BADGE_HEIGHT + 8)
            if area is not None and not area.intersects(room.toAlignedRect()):
                continue
            if mirrored:
                self._row_beyond(painter, left + width + _LEFT, top, ids, index)
            else:
                self._row(painter, left - _LEFT, top, ids, index)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _row(self, painter: QPainter, right: float, top: float, ids: list[str], index: AnnotationIndex) -> None:
        """Badges side by side in reading order, as many as there is room for; then how many more there are."""
        texts = self._fitting(ids, index, min(float(GUTTER), right - 2))
        x = right
        if len(texts) < len(ids):
            painter.setPen(self.theme.muted)
            more = f"+{len(ids) - len(texts)}"
            x -= self._width(more)
            painter.drawText(QPointF(x, top + 12.5), more)
            x -= _BADGE_GAP
        for id, text in reversed(texts):
            width = self._width(text) + 8
            x -= width
            self._badge(painter, QRectF(x, top, width, _BADGE_HEIGHT), text, index.marks[id])
            x -= _BADGE_GAP

    def _row_beyond(self, painter: QPainter, left: float, top: float, ids: list[str], index: AnnotationIndex) -> None:
        """The same on the right of a text that is read from there: from the column outwards."""
        texts, x = self._fitting(ids, index, float(GUTTER)), left
        for id, text in texts:
            width = self._width(text) + 8
            self._badge(painter, QRectF(x, top, width, _BADGE_HEIGHT), text, index.marks[id])
            x += width + _BADGE_GAP
        if len(texts) < len(ids):
            painter.setPen(self.theme.muted)
            painter.drawText(QPointF(x, top + 12.5), f"+{len(ids) - len(texts)}")

    def _fitting(self, ids: list[str], index: AnnotationIndex, room: float) -> list[tuple[str, str]]:
        """The first of `ids` with the words of their badges, as many as there is room for; at least one."""
        found: list[tuple[str, str]] = []
        used = 0.0
        for id in ids:
            text = f"{self.look(index.marks[id].label)[2]}{index.number(id)}"
            used += self._width(text) + 8 + _BADGE_GAP
            if found and used > room - (18 if len(ids) > len(found) + 1 else 0):
                break
            found.append((id, text))
        return found

    def _width(self, text: str) -> float:
        """Of a badge's words: letter by letter, for there are ten digits and thousands of numbers."""
        width = 0.0
        for letter in text:
            if letter not in self._widths:
                self._widths[letter] = QFontMetricsF(self.badge_font).horizontalAdvance(letter)
            width += self._widths[letter]
        return width

    def _badge(self, painter: QPainter, box: QRectF, text: str, mark: PageAnnotation) -> None:
        tint = self.tint(mark)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tint.fill)
        painter.drawRoundedRect(box, 3.5, 3.5)
        painter.setPen(tint.line)
        painter.drawText(QPointF(box.left() + 4, box.top() + 12.5), text)
        if mark.noted:
            painter.setPen(QPen(self.theme.paper, 1.2))
            painter.setBrush(tint.line)
            painter.drawEllipse(QPointF(box.right() - 0.5, box.top() + 0.5), 3.2, 3.2)


def _touches(page: Page, column: tuple[float, float], area: QRegion | None) -> bool:
    """Whether `area` has anything of the column or of the badges beside it."""
    left, width = column
    beyond = GUTTER + _LEFT if any(line.mirrored for line in page.lines) else _BRACKETS
    reach = QRectF(0, -_FAR, left + width + beyond, 2 * _FAR)
    return area is None or area.intersects(reach.toAlignedRect())


def _tops(page: Page, column: tuple[float, float], area: QRegion | None) -> set[float]:
    """The lines that `area` touches, by their tops."""
    left, width = column
    if area is None:
        return {line.top for line in page.lines}
    rows = ((line, QRectF(left, line.top - 1, width, line.height + 2)) for line in page.lines)
    return {line.top for line, row in rows if area.intersects(row.toAlignedRect())}


def _tint(tints: Mapping[str, Tint], role: str) -> Tint:
    return tints.get(role) or tints["slate"]


def _lanes(pieces: list[Piece]) -> list[int]:
    """For each piece (by place) the first lane that is free there, so that underlines which overlap are stacked;
    `LANES` where none is."""
    ends: list[int] = []
    lanes: list[int] = []
    for piece in pieces:
        lane = 0
        for end in ends:
            if end <= piece.start:
                ends[lane] = piece.end
                break
            lane += 1
        else:
            if lane < LANES:
                ends.append(piece.end)
        lanes.append(lane)
    return lanes


def _underline_y(line: Line) -> float:
    """Just above the lower edge of the tint, and never through the letters."""
    return line.top + max(line.ascent + 2.5, line.height - 4.6)


def _dots(painter: QPainter, at: QPointF, color: QColor) -> None:
    for n in range(3):
        painter.fillRect(QRectF(at.x() + 3 * n, at.y(), 1.6, 1.6), color)
