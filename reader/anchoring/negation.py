"""Words that turn a statement round, standing right beside a mark."""

from __future__ import annotations

from reader.anchoring.comparison import Comparison

# Inside a mark any other word is a change; at its edge only these are, since they say the opposite of the quote.
_WORDS = (
    "not never no nor neither none nobody nothing hardly without cannot deny denied denies denying"
    " tidak tak bukan bukanlah belum jangan tanpa tiada enggak nggak membantah menyangkal"
)
_TURNING = frozenset(_WORDS.split())


def negated(comparison: Comparison, ours: tuple[int, int], theirs: tuple[int, int]) -> bool:
    """Whether a turning word stands right before or behind the one range of equal words and not the other."""
    return any(
        turns(comparison.old.keys, a) != turns(comparison.new.keys, b)
        for a, b in ((ours[0] - 1, theirs[0] - 1), (ours[1], theirs[1]))
    )


def turns(keys: list[str], number: int) -> bool:
    return 0 <= number < len(keys) and _turning(keys[number].casefold())


def _turning(word: str) -> bool:
    return word in _TURNING or word.endswith("n't")
