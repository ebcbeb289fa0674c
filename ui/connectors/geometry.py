"""Where the connectors of a mark run: numbers only, so that they can be tested without a window.

The margin is a rectangle beside the text column, `x` from the column on, `y` from the top of the viewport, in pixels.
One trunk runs along it, a branch leads from it to the line of each mark. Nothing has an `x` below 0, which is the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

NODE = 6.0  # where the end of a branch is drawn
TRUNK, QUIET_TRUNK = 15.0, 11.5
REACH = TRUNK + 4.0  # what the lines take beside the text; only chips and the line to the card go on from there
CHIP_HEIGHT, CHIP_GAP, CHIP_EDGE = 36.0, 4.0, 6.0
CHIP_WIDEST = 210.0
SPREAD, LINE = 9.0, 24.0  # between two ends on one line of the text, and what all of them may take there
MOST_CHIPS = 3  # at one edge; the last one stands for those that have no room
BETWEEN = 210.0  # what the chips of both edges leave free, for what else stands beside the text


class Where(Enum):
    """Where an end is that is not on the screen."""

    ABOVE = "above"
    BELOW = "below"
    ELSEWHERE = "elsewhere"  # in another article


class Point(NamedTuple):
    x: float
    y: float


class Box(NamedTuple):
    """A rectangle by its left, top, width and height."""

    left: float
    top: float
    width: float
    height: float

    @property
    def middle(self) -> float:
        return self.top + self.height / 2


@dataclass(frozen=True, slots=True)
class End:
    """A mark at an end: its id, and the middle of its line when that is on the screen, else where it is."""

    id: str
    place: float | Where


@dataclass(frozen=True, slots=True)
class Margin:
    """The room there is. `top` is what must stay free above, `card` where the card's edge is, when it is in sight."""

    width: float
    height: float
    top: float = 0.0
    card: Point | None = None
    chip: float = CHIP_HEIGHT  # the height of a chip


@dataclass(frozen=True, slots=True)
class Chip:
    """What stands for the ends `ids` at an edge of the margin."""

    ids: tuple[str, ...]
    where: Where
    box: Box


@dataclass(frozen=True, slots=True)
class Plan:
    """What to draw. `nodes` have a branch each; `own` is the node of the chosen mark, if that is on the screen."""

    own: Point | None = None
    nodes: tuple[tuple[str, Point], ...] = ()
    trunk: tuple[Point, ...] = ()
    card: tuple[Point, ...] = ()
    chips: tuple[Chip, ...] = ()
    at: float = TRUNK  # the trunk's x

    @property
    def empty(self) -> bool:
        return not (self.nodes or self.chips)

    def taken(self) -> tuple[Box, ...]:
        """Return what the plan takes farther out than `REACH`: chips, and the beginning of the line to the card."""
        chips = tuple(chip.box for chip in self.chips)
        if not self.card:
            return chips
        start, turn = self.card[:2]
        return (*chips, Box(start.x, start.y - 1, turn.x - start.x, 2))


def planned(own: End, others: Sequence[End], margin: Margin, *, quiet: bool = False) -> Plan:
    """Return the connectors from `own` to `others`; quiet ones lead to what is on the screen only.

    When the chosen mark itself has left the screen, a chip leads back to it, as long as one of the others is there.
    """
    ys = _apart([end.place for end in (own, *others) if isinstance(end.place, float)])
    here = Point(NODE, ys.pop(0)) if isinstance(own.place, float) else None
    there = [end.id for end in others if isinstance(end.place, float)]
    nodes = tuple((id, Point(NODE, y)) for id, y in zip(there, ys, strict=True))
    away = [end for end in others if isinstance(end.place, Where)]
    at = QUIET_TRUNK if quiet else TRUNK
    if here is None:
        away = [own] if nodes else []
    if quiet:
        away = []
    chips = _chips(away, margin, ys)
    if not nodes and not chips:
        return Plan()
    reached = [*ys, *(chip.box.middle for chip in chips), *([here.y] if here else [])]
    trunk = (Point(at, min(reached)), Point(at, max(reached)))
    card = _to_card(here, at, margin) if here is not None and not quiet and _parts(here.y, chips, margin) else ()
    return Plan(here, nodes, trunk, card, chips, at)


def _apart(ys: Sequence[float]) -> list[float]:
    """The same places in the same order, those of one line spread so that each can be seen."""
    found = list(ys)
    for y in set(ys):
        same = [n for n, other in enumerate(ys) if other == y]
        step = min(SPREAD, LINE / len(same))
        for place, n in enumerate(same):
            found[n] = y + (place - (len(same) - 1) / 2) * step
    return found


def _to_card(here: Point, trunk: float, margin: Margin) -> tuple[Point, ...]:
    """From the trunk to the margin's outer edge, along it to the height of the card, and over to that."""
    if margin.card is None:
        return ()
    turn = max(trunk, margin.width - 3.0)
    return Point(trunk, here.y), Point(turn, here.y), Point(turn, margin.card.y), margin.card


def _parts(y: float, chips: Sequence[Chip], margin: Margin) -> bool:
    """Whether a line at `y` leaves room on one side of it for what else stands beside the text."""
    tops = [chip.box.top for chip in chips if chip.box.top > y]
    bottoms = [chip.box.top + chip.box.height for chip in chips if chip.box.top <= y]
    return max(y - max(bottoms, default=0.0), min(tops, default=margin.height) - y) >= BETWEEN


def _chips(away: Iterable[End], margin: Margin, taken: Sequence[float]) -> tuple[Chip, ...]:
    """At the upper edge what is above, at the lower one what is below and, under that, what is in another article."""
    ends, step = list(away), margin.chip + CHIP_GAP
    free = margin.height - margin.top - 2 * CHIP_EDGE
    room = max(0, int(free // step))  # chips that have room at all
    most = max(1, min(MOST_CHIPS, int((free - BETWEEN) // (3 * step))))
    above, below, elsewhere = (
        _heaps([end for end in ends if end.place is where], most)
        for where in (Where.ABOVE, Where.BELOW, Where.ELSEWHERE)
    )
    below += elsewhere
    below = below[: max(0, room - len(above))]
    first = margin.top + CHIP_EDGE
    last = margin.height - CHIP_EDGE - len(below) * step + CHIP_GAP
    return (*_stack(above[:room], first, margin, taken), *_stack(below, last, margin, taken))


def _stack(heaps: list[list[End]], top: float, margin: Margin, taken: Sequence[float]) -> list[Chip]:
    """Chips from `top` down. They leave the trunk free where a branch ends beside one, else take all the width."""
    step = margin.chip + CHIP_GAP
    beside = any(top - NODE < y < top + len(heaps) * step for y in taken)
    left = REACH if beside else 2.0
    width = max(24.0, min(CHIP_WIDEST, margin.width - 3.0 - left))
    return [
        Chip(tuple(end.id for end in heap), _where(heap), Box(left, top + n * step, width, margin.chip))
        for n, heap in enumerate(heaps)
    ]


def _heaps(ends: list[End], most: int) -> list[list[End]]:
    """One each, `most` of them; the last takes the rest."""
    if len(ends) <= most:
        return [[end] for end in ends]
    return [*([end] for end in ends[: most - 1]), ends[most - 1 :]]


def _where(heap: list[End]) -> Where:
    found = heap[0].place
    assert isinstance(found, Where)
    return found
