"""How sure it is which parts of a page or of a dump are the article: the models' own sureness, added up.

What is kept should be the article's, and what is the article's should be kept: the sums of how sure the model is of
each block give both shares as it expects them, and their harmonic mean is low where the model is unsure.
The thresholds are set on pages and dumps of publishers that the models had not seen.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reader.cleaning.page_view import size
from reader.cleaning.raw import ABOUT, RawBlock

PAGE, DUMP = 0.8, 0.8  # below these it is said


def expected_agreement(blocks: Sequence[RawBlock], sure: Mapping[RawBlock, float]) -> float:
    """Return how well, between 0 and 1, the kept blocks agree with the article as a model expects it: the harmonic mean
    of the shares of the kept that is the article's and of the article that is kept."""
    kept = right = whole = 0.0
    for block in blocks:
        length, share = size(block.text), sure.get(block, 0.0)
        whole += length * share
        if not block.reason and block.kind not in ABOUT:
            kept += length
            right += length * share
    return 2 * right / (kept + whole) if kept and whole else 0.0
