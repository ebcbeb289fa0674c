"""Thin lines beside the text from a mark to what it is linked to, and a chip for what is out of sight.

Painted over the margin only: where the text column is, there is no part of these widgets.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QWidget

from reader.model.labels import DETAILS
from ui.connectors.geometry import Chip, Plan, Point, Where
from ui.look.colours import faded
from ui.look.direction import runs_left
from ui.look.plain_tooltip import plain_tooltip
from ui.look.scale import length, px
from ui.look.theme import Theme, Tint

_RADIUS = 4.0
_ARROWS = {Where.ABOVE: "↑", Where.BELOW: "↓", Where.ELSEWHERE: "↗"}
_LINES = {
    "attributed_to": Qt.PenStyle.SolidLine,
    "denies": Qt.PenStyle.DashLine,
    "evidence": Qt.PenStyle.DotLine,
    "same_claim": Qt.PenStyle.SolidLine,
}


class Shape(Enum):
    """What a branch ends in: it says the label of the mark there, as its colour does."""

    SQUARE = "square"
    CIRCLE = "circle"
    DIAMOND = "diamond"
    TRIANGLE = "triangle"
    RING = "ring"
    TICK = "tick"
    CROSS = "cross"


_SHAPES = {"claim": Shape.SQUARE, "source": Shape.CIRCLE, "denial": Shape.DIAMOND}


@dataclass(frozen=True, slots=True)
class Look:
    """How the end of one link is shown: what it is to the mark, its words, its label's tint, line and shape."""

    word: str
    quote: str
    tint: Tint
    kind: str
    shape: Shape


_DETAILS = frozenset(detail.id for detail in DETAILS)


def shape_of(kind: str, label: str) -> Shape:
    """Return the shape of an end by the relation's kind and the label of the mark that is there."""
    if label in _DETAILS:
        return Shape.TICK
    if kind == "evidence" and label != "claim":
        return Shape.TRIANGLE
    if kind == "same_claim":
        return Shape.RING
    return _SHAPES.get(label, Shape.CROSS)


class ChainChip(QAbstractButton):
    """Stands at the margin's edge for what is out of sight; a click goes there."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._arrow, self._more = theme, "", 0
        self.look: Look | None = None
        self._shown: tuple[Chip, Look, str, str] | None = None
        self.id = ""
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard has an action of its own for this
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_chip(self, chip: Chip, look: Look, theme: Theme, hint: str, more: str) -> None:
        """Stand for `chip`, whose first end looks like `look`; `more` is said when it stands for several."""
        if self._shown == (shown := (chip, look, theme.id, hint)):
            return
        self._shown = shown
        self._theme, self.look, self._arrow, self._more = theme, look, _ARROWS[chip.where], len(chip.ids) - 1
        self.id = chip.ids[0]
        said = f"{self._arrow} {look.word} {look.quote}"
        self.setText(said.replace("&", "&&"))
        self.setAccessibleName(f"{look.word} {look.quote}")
        self.setToolTip(plain_tooltip("\n".join(line for line in (said, more, hint) if line)))
        self.setFixedSize(round(chip.box.width), round(chip.box.height))
        self.update()

    def sizeHint(self) -> QSize:
        return self.size()

    def paintEvent(self, event: QPaintEvent) -> None:
        look, theme = self.look, self._theme
        if look is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.tint.line, 1.6 if self.underMouse() else 1.0))
        painter.setBrush(theme.raised)
        box = QRectF(self.rect()).adjusted(0.8, 0.8, -0.8, -0.8)
        painter.drawRoundedRect(box, 5, 5)
        turned = runs_left(look.quote.partition("“")[2] or look.quote)  # not the letter and number before
        at = box.right() - 9 if turned else box.left() + 9
        _draw_shape(painter, look.shape, QPointF(at, box.top() + length(25)), look.tint.line)
        painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if turned else Qt.LayoutDirection.LeftToRight)
        more = f" +{self._more}" if self._more else ""
        self._line(painter, f"{self._arrow} {look.word}{more}", box.adjusted(5, 2, -4, 0), theme.muted)
        self._line(
            painter,
            look.quote,
            box.adjusted(4 if turned else 17, length(17), -17 if turned else -4, 0),
            theme.chrome_text,
        )

    def _line(self, painter: QPainter, text: str, room: QRectF, colour: QColor) -> None:
        font = _font()
        painter.setFont(font)
        painter.setPen(colour)
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, shown)


class Connectors(QWidget):
    """The lines, on a pane of glass that lets the mouse through, and the chips. `goRequested` carries a mark's id."""

    goRequested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._holder = theme, parent
        self.plan = self.quiet = Plan()
        self._looks: dict[str, Look] = {}
        self._quiet_looks: dict[str, Look] = {}
        self._own: Look | None = None
        self.chips: list[ChainChip] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(self.tr("Links of the chosen mark"))
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def show_plan(self, plan: Plan, own: Look | None, looks: dict[str, Look], hint: str) -> None:
        """Draw `plan`; `looks` has an entry for each end in it."""
        self.plan, self._own, self._looks = plan, own, looks
        self._show_chips(plan.chips, hint)
        self.setVisible(not (plan.empty and self.quiet.empty))
        self.update()

    def show_quiet(self, plan: Plan, looks: dict[str, Look]) -> None:
        """Draw `plan` faintly besides: of the mark under the mouse."""
        if plan == self.quiet:
            return
        self.quiet, self._quiet_looks = plan, looks
        self.setVisible(not (plan.empty and self.plan.empty))
        self.update()

    def _show_chips(self, chips: Sequence[Chip], hint: str) -> None:
        while len(self.chips) < len(chips):
            made = ChainChip(self._theme, self._holder)
            made.clicked.connect(lambda _checked=False, chip=made: self.goRequested.emit(chip.id))
            self.chips.append(made)
        for button, chip in zip(self.chips, chips, strict=False):
            more = self.tr("and {0} more").format(len(chip.ids) - 1) if len(chip.ids) > 1 else ""
            button.show_chip(chip, self._looks[chip.ids[0]], self._theme, hint, more)
            button.move(self.x() + round(chip.box.left), self.y() + round(chip.box.top))
            button.show()
        for button in self.chips[len(chips) :]:
            button.hide()

    # -- painting --------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.quiet.empty:
            self._draw(painter, self.quiet, self._quiet_looks, lambda colour: faded(colour, 0.5), 1.0)
        if not self.plan.empty:
            self._draw(painter, self.plan, self._looks, lambda colour: colour, 1.4)
            self._draw_card(painter)

    def _draw(
        self, painter: QPainter, plan: Plan, looks: dict[str, Look], shade: Callable[[QColor], QColor], width: float
    ) -> None:
        painter.setPen(QPen(shade(self._theme.muted), width))
        painter.drawPolyline(_points(plan.trunk))
        if plan.own is not None:
            painter.drawLine(QPointF(*plan.own), QPointF(plan.at, plan.own.y))
            painter.setBrush(shade(self._theme.muted))
            painter.drawEllipse(QPointF(*plan.own), 2.0, 2.0)
        for id, node in plan.nodes:
            look = looks[id]
            self._branch(painter, node, plan.at, look, QPen(shade(look.tint.line), width))
        for chip in plan.chips:
            pen = QPen(shade(looks[chip.ids[0]].tint.line), width, _pattern(looks[chip.ids[0]].kind))
            painter.setPen(pen)
            painter.drawLine(QPointF(plan.at, chip.box.middle), QPointF(chip.box.left, chip.box.middle))

    @staticmethod
    def _branch(painter: QPainter, node: Point, trunk: float, look: Look, pen: QPen) -> None:
        pen.setStyle(_pattern(look.kind))
        painter.setPen(pen)
        for lift in (-1.2, 1.2) if look.kind == "same_claim" else (0.0,):
            painter.drawLine(QPointF(node.x, node.y + lift), QPointF(trunk, node.y + lift))
        _draw_shape(painter, look.shape, QPointF(*node), pen.color())

    def _draw_card(self, painter: QPainter) -> None:
        if not self.plan.card:
            return
        colour = self._own.tint.line if self._own is not None else self._theme.muted
        painter.setPen(QPen(colour, 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(_points(self.plan.card))
        tip = self.plan.card[-1]
        painter.setBrush(colour)
        back = -5 if tip.x >= self.plan.card[-2].x else 5
        painter.drawPolygon(
            QPolygonF([QPointF(*tip), QPointF(tip.x + back, tip.y - 3), QPointF(tip.x + back, tip.y + 3)])
        )


def _points(path: Sequence[Point]) -> QPolygonF:
    return QPolygonF([QPointF(*point) for point in path])


def _pattern(kind: str) -> Qt.PenStyle:
    return _LINES.get(kind, Qt.PenStyle.DashDotLine)


def _font() -> QFont:
    font = QFont()
    font.setFamilies(["Inter", "Noto Sans", "DejaVu Sans"])
    font.setPixelSize(px(11))
    return font


def _draw_shape(painter: QPainter, shape: Shape, at: QPointF, colour: QColor) -> None:
    """The shape round `at`, filled but for rings."""
    painter.setPen(QPen(colour, 1.4))
    painter.setBrush(Qt.BrushStyle.NoBrush if shape is Shape.RING else colour)
    r, x, y = _RADIUS, at.x(), at.y()
    if shape in (Shape.CIRCLE, Shape.RING):
        painter.drawEllipse(at, r - 0.5, r - 0.5)
    elif shape is Shape.SQUARE:
        painter.drawRect(QRectF(x - r + 1, y - r + 1, 2 * r - 2, 2 * r - 2))
    elif shape is Shape.TICK:
        painter.drawLine(QPointF(x, y - r + 1), QPointF(x, y + r - 1))
    elif shape is Shape.CROSS:
        painter.drawLine(QPointF(x - r + 1, y - r + 1), QPointF(x + r - 1, y + r - 1))
        painter.drawLine(QPointF(x - r + 1, y + r - 1), QPointF(x + r - 1, y - r + 1))
    elif shape is Shape.DIAMOND:
        painter.drawPolygon(QPolygonF([QPointF(x - r, y), QPointF(x, y - r), QPointF(x + r, y), QPointF(x, y + r)]))
    else:
        painter.drawPolygon(QPolygonF([QPointF(x - r, y + r - 1), QPointF(x, y - r), QPointF(x + r, y + r - 1)]))
