"""How the rows stand in the list: in which order, under which headings, and which of them a filter leaves."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace

from reader.text.folding import fold_text
from ui.board.facts import Facts
from ui.board.line import Column

HEADING = 0  # a key that is no row's
_WORDS = (Column.WORDING, Column.SAID, Column.DENIED)  # ordered by their words alone
Partly = Callable[["Arranged"], None]


@dataclass(frozen=True, slots=True)
class Wish:
    """What the user wants to see. `column` is -1 for the rows' own order."""

    words: str = ""
    group: str = ""
    column: int = -1
    descending: bool = False

    @property
    def wanted(self) -> list[str]:
        """The words that a row must hold, each somewhere, folded as for every search."""
        return fold_text(self.words).split()


@dataclass(frozen=True, slots=True)
class Arranged:
    """`order` are all rows as they stand, `shown` those that are seen; `headings` say what stands at `HEADING`.

    `partly`: more is to come.
    """

    order: array[int]
    shown: array[int]
    headings: Mapping[int, str] = field(default_factory=dict)
    partly: bool = False

    @property
    def count(self) -> int:
        """How many claims are shown, headings and repeats aside."""
        return len(set(self.shown) - {HEADING}) if self.headings else len(self.shown)


def in_order(keys: array[int], wish: Wish, facts: Facts) -> array[int]:
    """Return the keys by the column that is wished for; those that stand alike stay in their own order."""
    if wish.column < 0:
        return keys
    read, by = array("q"), []
    for key, fact in facts(keys):
        number, words = fact.key(wish.column)
        read.append(key)
        by.append(words if wish.column in _WORDS else (number, words))
    places = sorted(range(len(read)), key=by.__getitem__, reverse=wish.descending)
    return array("q", (read[place] for place in places))


def arranged(
    order: array[int], wish: Wish, kept: Collection[int], facts: Facts, partly: Partly | None = None,
    likely: Facts | None = None,
) -> Arranged:  # fmt: skip
    """Return what is shown of the rows in this order; those that are `kept` go through every filter.

    `likely` leaves out rows that do not hold the words, if it can be had.

    `partly` is told once what there is when there is enough to fill a screen.
    """
    found = Arranged(order, _narrowed(order, wish, kept, likely or facts, partly) if wish.wanted else order)
    return _headed(found, wish.group, facts) if wish.group else found


_SCREEN = 100


def _narrowed(order: array[int], wish: Wish, kept: Collection[int], facts: Facts, partly: Partly | None) -> array[int]:
    wanted, shown = wish.wanted, array("q")
    for key, fact in facts(order):
        if key in kept or fact.holds(wanted):
            shown.append(key)
            if len(shown) == _SCREEN and partly is not None and not wish.group:
                partly(Arranged(order, shown[:], partly=True))
    return shown


def _headed(found: Arranged, group: str, facts: Facts) -> Arranged:
    under: dict[tuple[int, str], array[int]] = {}
    for key, fact in facts(found.shown):
        for heading in fact.group(group):
            under.setdefault(heading, array("q")).append(key)
    shown, headings = array("q"), dict[int, str]()
    for heading in sorted(under):
        headings[len(shown)] = f"{heading[1]}  ({len(under[heading])})"
        shown.append(HEADING)
        shown.extend(under[heading])
    return replace(found, shown=shown, headings=headings)
