"""Where everything stands on a card: measured once a card and width, for its height, its painting and for clicks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from reader.local_time import local_time
from ui.annotations.facts import Fact
from ui.annotations.row import Card
from ui.look.direction import quote_apart, runs_left
from ui.look.scale import length, px

CUT = 700  # characters of a quote or note that can show in a card at all
_LINE_STEP = 1.12
_NAME = 0.45  # most of a card's width for the column that says what a link is; else it stands above


@dataclass(frozen=True, slots=True)
class Size:
    """How much of everything a card shows: lines of its quote, its note and one link, links, and who made it when.

    The quote is set so many pixels `larger` than what stands around it, at the usual size of the window's words. Cards
    of a `fixed` size are all of one height.
    """

    quote: int
    note: int
    link: int
    links: int
    larger: int
    made: bool = True
    fixed: bool = False


FULL = Size(6, 3, 2, 5, 3)
COMPACT = Size(2, 1, 1, 2, 1, made=False)  # where the inspector takes room in a low window
UNIFORM = Size(2, 1, 1, 1, 3, made=False, fixed=True)  # where there are many


class Kind(StrEnum):
    """What a part of a card is."""

    QUOTE = "quote"
    FACT = "fact"
    LINK = "link"  # what the link is
    OTHER = "other"  # what it leads to
    NOTE = "note"
    FOOT = "foot"


@dataclass(frozen=True, slots=True)
class Part:
    """One part in its place, counted from the card's upper left corner. Of its words at most `lines` lines show."""

    kind: Kind
    box: QRectF
    text: str
    lines: int = 1
    fact: Fact | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """The parts of a card below its head, and the height that it needs."""

    height: float
    parts: tuple[Part, ...]


class Faces:
    """The fonts of a card and what is measured by them; made anew when the panel's letters grow or shrink."""

    def __init__(self, font: QFont, family: str) -> None:
        size = font.pixelSize() if font.pixelSize() > 0 else px(13)
        self.plain, self.bold, self.small = QFont(font), QFont(font), QFont(font)
        self.bold.setWeight(QFont.Weight.DemiBold)
        self.small.setPixelSize(max(10, size - 1))
        self._quotes = {size.larger: QFont(family) for size in (FULL, COMPACT, UNIFORM)}
        for larger, quote in self._quotes.items():
            quote.setPixelSize(max(px(13), size + round(length(larger))))
        self.badge = round(size * 15 / 13)
        self.out, self.pad, self.gap = 4.0, float(round(size * 12 / 13)), float(round(size * 6 / 13))
        self.row = max(QFontMetricsF(self.small).height() + 3, size * 19 / 13)
        self.note_step = QFontMetricsF(self.small).height() * _LINE_STEP
        self.small_metrics, self.bold_metrics = QFontMetricsF(self.small), QFontMetricsF(self.bold)

    def quote(self, size: Size) -> QFont:
        return self._quotes[size.larger]

    def step(self, size: Size) -> float:
        """How far the lines of a quote are apart."""
        return QFontMetricsF(self.quote(size)).height() * (_LINE_STEP if size.larger > 1 else 1.0)

    @property
    def common_height(self) -> int:
        """The height of every card while they are all of one: its head, two lines of its quote, its facts, a link."""
        inside = self.badge + 3 * self.gap + UNIFORM.quote * self.step(UNIFORM) + 2 * self.row + 4
        return round(2 * (self.out + self.pad) + inside)


def arrange(card: Card, width: float, faces: Faces, size: Size) -> Layout:
    """Lay a card of `width` out."""
    made = _Column(faces, width, size)
    made.quote(card)
    made.facts(card)
    made.links(card)
    if not size.fixed or not card.relations:
        made.note(card)
    if not size.fixed:
        made.foot(card)
    height = float(faces.common_height) if size.fixed else made.y + faces.pad + faces.out
    return Layout(height, tuple(made.parts))


class _Column:
    """The parts of a card from above; `y` is where the next one begins."""

    def __init__(self, faces: Faces, width: float, size: Size) -> None:
        self.faces, self._size = faces, size
        self.parts: list[Part] = []
        self._left = faces.out + faces.pad
        self._width = width - 2 * self._left
        self.y = self._left + faces.badge + faces.gap - 1

    def _add(self, kind: Kind, box: QRectF, text: str, lines: int = 1, fact: Fact | None = None) -> None:
        self.parts.append(Part(kind, box, text, lines, fact))

    def quote(self, card: Card) -> None:
        text = f"“{one_line(card.quote)}”"
        most, step = self._size.quote, self.faces.step(self._size)
        lines = min(most, layout(text, self.faces.quote(self._size), self._width).lineCount())
        self._add(Kind.QUOTE, QRectF(self._left, self.y, self._width, lines * step), text, lines)
        self.y += (most if self._size.fixed else lines) * step

    def facts(self, card: Card) -> None:
        """One beside the other, in as many rows as it takes; in a single row where all cards are of one height."""
        if not card.facts:
            return
        x, y, height = self._left, self.y + self.faces.gap, self.faces.row + 2
        for fact in card.facts:
            wide = min(self._width, self.faces.small_metrics.horizontalAdvance(fact.words) + 16)
            if x > self._left and x + wide > self._left + self._width:
                if self._size.fixed:
                    break
                x, y = self._left, y + height + 4
            self._add(Kind.FACT, QRectF(x, y, wide, height), fact.words, 1, fact)
            x += wide + 5
        self.y = y + height

    def links(self, card: Card) -> None:
        shown = card.relations[: self._size.links]
        metrics = self.faces.small_metrics
        column = max((metrics.horizontalAdvance(word) + 1 for word, _ in shown), default=0.0)
        if column > self._width * _NAME:
            self._links_below(shown)
            return
        self.y += 4 if shown else 0
        for word, other in shown:
            room = self._width - column - 9
            lines = min(self._size.link, layout(_other_end(other), self.faces.small, room).lineCount())
            height = self.faces.row + (lines - 1) * self.faces.note_step
            self._add(Kind.LINK, QRectF(self._left, self.y, column, self.faces.row), word)
            self._add(Kind.OTHER, QRectF(self._left + column + 9, self.y, room, height), _other_end(other), lines)
            self.y += height

    def _links_below(self, shown: Sequence[tuple[str, str]]) -> None:
        """Each under the word for it: in large letters there is no room beside."""
        for word, other in shown:
            lines = min(self._size.link, layout(_other_end(other), self.faces.small, self._width).lineCount())
            row = self.faces.row
            self._add(Kind.LINK, QRectF(self._left, self.y, self._width, row), word)
            height = row + (lines - 1) * self.faces.note_step
            self._add(Kind.OTHER, QRectF(self._left, self.y + row, self._width, height), _other_end(other), lines)
            self.y += row + height

    def note(self, card: Card) -> None:
        if not card.note:
            return
        text, room = card.note[:CUT], self._width - 16
        lines = min(self._size.note, layout(text, self.faces.small, room).lineCount())
        self.y += self.faces.gap
        height = lines * self.faces.note_step + (4 if self._size.note == 1 else 12)
        box = QRectF(self._left, self.y, self._width, height)
        self._add(Kind.NOTE, box, text, lines)
        self.y = box.bottom()

    def foot(self, card: Card) -> None:
        tags = " ".join(f"#{tag}" for tag in card.tags)
        made = card.annotator and self._size.made
        who = f"{card.annotator} · {local_time(card.modified):%Y-%m-%d %H:%M}" if made else ""
        both = "   ".join(part for part in (tags, who) if part)
        fits = self.faces.small_metrics.horizontalAdvance(both) <= self._width
        for text in [both] if fits else [tags, who]:
            self._foot_line(text)

    def _foot_line(self, text: str) -> None:
        if text:
            lines = min(self._size.link, layout(text, self.faces.small, self._width).lineCount())
            height = self.faces.row + (lines - 1) * self.faces.note_step
            self._add(Kind.FOOT, QRectF(self._left, self.y + 3, self._width, height), text, lines)
            self.y += height + 1


def _other_end(text: str) -> str:
    return quote_apart(one_line(text))


def one_line(text: str) -> str:
    """Return the beginning of `text`, with single spaces."""
    return " ".join(text[:CUT].split())


@lru_cache(maxsize=1024)
def layout(text: str, font: QFont, width: float, begins: str = "") -> QTextLayout:
    """Return `text` wrapped to `width`; a piece of a longer text begins on the side where `begins`, the whole, does."""
    made = QTextLayout(text.replace("\n", "\u2028"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    if runs_left(begins or text):
        option.setAlignment(Qt.AlignmentFlag.AlignRight)
    made.setTextOption(option)
    made.beginLayout()
    y = 0.0
    while (line := made.createLine()).isValid():
        line.setLineWidth(max(20.0, width))
        line.setPosition(QPointF(0, y))
        y += line.height()
    made.endLayout()
    return made
