"""Marks stay on their words when the text changes, and say so when they cannot.

`carry` maps spans of one text to another with one of four honest outcomes; `locate` finds a quote that came with
another tool's offsets. Offsets are code points, half-open. Nothing here knows articles, libraries or windows.
"""

from reader.anchoring.carrying import carry, carry_over
from reader.anchoring.comparison import Comparison, Difference
from reader.anchoring.locating import Locator, Selector, locate
from reader.anchoring.outcome import Carried, Outcome, Why
from reader.anchoring.units import Unit

__all__ = [
    "Carried",
    "Comparison",
    "Difference",
    "Locator",
    "Outcome",
    "Selector",
    "Unit",
    "Why",
    "carry",
    "carry_over",
    "locate",
]
