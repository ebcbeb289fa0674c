"""Where the reader came from and can go on to, as in a browser: articles, and places in them."""

from __future__ import annotations

from dataclasses import dataclass, field

MOST = 200


@dataclass(frozen=True, slots=True)
class Spot:
    """The code point that stands first on the screen, in an article."""

    article_id: str
    position: int


@dataclass(slots=True)
class History:
    """Two stacks: the spots before this one, and those that `back` has come from."""

    behind: list[Spot] = field(default_factory=list)
    ahead: list[Spot] = field(default_factory=list)

    def leave(self, here: Spot | None) -> None:
        """The reader jumps away from `here`; what was ahead is no longer."""
        self.ahead.clear()
        _put(self.behind, here)

    def back(self, here: Spot | None) -> Spot | None:
        """Return the spot before; None when there is none."""
        return _step(self.behind, self.ahead, here)

    def forward(self, here: Spot | None) -> Spot | None:
        """Return the spot that `back` came from; None when there is none."""
        return _step(self.ahead, self.behind, here)


def _put(spots: list[Spot], spot: Spot | None) -> None:
    if spot is not None and (not spots or spots[-1] != spot):
        spots.append(spot)
        del spots[:-MOST]


def _step(taken: list[Spot], given: list[Spot], here: Spot | None) -> Spot | None:
    """A jump to what was on the screen anyway left the spot that one is at: it is no step."""
    while taken:
        spot = taken.pop()
        if spot != here:
            _put(given, here)
            return spot
    return None
