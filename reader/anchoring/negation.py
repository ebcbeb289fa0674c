"""Words that turn a statement round, standing right beside a mark."""

from __future__ import annotations

from reader.anchoring.words import Words

# Inside a mark any other word is a change; at its edge only these are, since they say the opposite of the quote.
_WORDS = (
    "not never no nor neither none nobody nothing hardly without cannot deny denied denies denying"
    " tidak tak bukan bukanlah belum jangan tanpa tiada enggak nggak membantah menyangkal"
)
_TURNING = frozenset(_WORDS.split())


def negated(old: Words, ours: tuple[int, int], new: Words, theirs: tuple[int, int]) -> bool:
    """Return whether another turning word, or one more or less, stands right before or behind the same words now.

    A word of another sentence says nothing; a line that is merely wrapped elsewhere is no other sentence.
    """
    pairs = ((_before(old, ours[0]), _before(new, theirs[0])), (_behind(old, ours[1]), _behind(new, theirs[1])))
    return any(word != other and not (apart and far) for (word, apart), (other, far) in pairs)


def _before(words: Words, first: int) -> tuple[str, bool]:
    """The turning word before word `first`, and whether a sentence or line begins there."""
    return (_turning(words.keys[first - 1]), bool(words.breaks[first])) if first else ("", True)


def _behind(words: Words, end: int) -> tuple[str, bool]:
    return (_turning(words.keys[end]), bool(words.breaks[end])) if end < len(words) else ("", True)


def _turning(word: str) -> str:
    """The word if it turns a statement round, else nothing."""
    folded = word.casefold()
    return folded if folded in _TURNING or folded.endswith("n't") else ""
