"""The measure of the public article-extraction benchmark: multisets of runs of four words, means over pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_WORD = re.compile(r"\w+")
_RUN = 4

Shingles = Counter[tuple[str, ...]]


def words(text: str) -> list[str]:
    """Runs of word characters, case kept."""
    return _WORD.findall(text)


def shingles(tokens: Sequence[str]) -> Shingles:
    """Every run of four; a text of one to three words is one run."""
    if len(tokens) < _RUN:
        return Counter([tuple(tokens)] if tokens else [])
    return Counter(zip(*(tokens[at:] for at in range(_RUN)), strict=False))


def page_scores(gold: str, found: str) -> tuple[float | None, float | None]:
    """Precision and recall of one page; None where there is nothing found, or nothing to find."""
    wanted, made = shingles(words(gold)), shingles(words(found))
    shared = (wanted & made).total()
    return (shared / made.total() if made else None), (shared / wanted.total() if wanted else None)


def f1(scores: Sequence[tuple[float | None, float | None]]) -> tuple[float, float, float]:
    """The harmonic mean of the two means over pages, with these."""
    precisions = [p for p, _ in scores if p is not None]
    recalls = [r for _, r in scores if r is not None]
    p = sum(precisions) / len(precisions) if precisions else 0.0
    r = sum(recalls) / len(recalls) if recalls else 0.0
    return (2 * p * r / (p + r) if p + r else 0.0), p, r
