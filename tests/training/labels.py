"""Which blocks of a page are its article's, found by laying the gold text over them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from tests.training.measure import shingles, words

_SHORT = 4  # words; a shorter block is the article's only beside one that is
_REACH = 6


def labels(texts: Sequence[str], gold: str) -> list[bool]:
    """For each text whether it belongs to `gold`: more than half of its runs of words stand there.

    Of a text that stands more often on the page than in the gold, those in the best company are taken.
    """
    tokens = [words(text) for text in texts]
    wanted = shingles(words(gold))
    whole = " " + " ".join(words(gold)) + " "
    found = []
    for each in tokens:
        own = shingles(each)
        found.append(len(each) >= _SHORT and (own & wanted).total() > own.total() / 2)
    _once(tokens, found, whole)
    for index, each in enumerate(tokens):
        if each and len(each) < _SHORT:
            found[index] = _beside(tokens, found, index, whole)
    return found


def _once(tokens: list[list[str]], found: list[bool], whole: str) -> None:
    same: dict[str, list[int]] = defaultdict(list)
    for index, each in enumerate(tokens):
        if found[index]:
            same[" ".join(each)].append(index)
    for text, places in same.items():
        meant = max(1, whole.count(f" {text} "))
        company = {index: _company(tokens, found, index) for index in places} if len(places) > meant else {}
        for index in sorted(company, key=lambda i: (-company[i], i))[meant:]:
            found[index] = False


def _company(tokens: list[list[str]], found: list[bool], index: int) -> float:
    """The share of the words round a block that the gold holds."""
    near = [i for i in range(max(0, index - _REACH), min(len(tokens), index + _REACH + 1)) if i != index]
    return sum(len(tokens[i]) for i in near if found[i]) / (1 + sum(len(tokens[i]) for i in near))


def _beside(tokens: list[list[str]], found: list[bool], index: int, whole: str) -> bool:
    """True when a short text follows or leads a neighbour in the gold as it does on the page."""
    text = " ".join(tokens[index])
    before = next((i for i in range(index - 1, max(-1, index - _REACH - 2), -1) if found[i]), None)
    after = next((i for i in range(index + 1, min(len(tokens), index + _REACH + 2)) if found[i]), None)
    if before is not None and f" {' '.join(tokens[before][-3:])} {text} " in whole:
        return True
    return after is not None and f" {text} {' '.join(tokens[after][:3])} " in whole
