"""The built-in labels. The user's own are rows in the library beside them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Underline(StrEnum):
    SOLID = "solid"
    DOTTED = "dotted"
    WAVY = "wavy"
    DASHED = "dashed"
    DOUBLE = "double"


@dataclass(frozen=True, slots=True)
class Label:
    """A label as data. `id` is what sets carry, `colour` a role that each theme fills in."""

    id: str
    name: str
    key: str
    colour: str
    underline: Underline
    position: int
    builtin: bool = False


CLAIM = Label("claim", "Claim", "1", "blue", Underline.SOLID, 0, builtin=True)
SOURCE = Label("source", "Source", "2", "amber", Underline.DOTTED, 1, builtin=True)
DENIAL = Label("denial", "Denial", "3", "rose", Underline.WAVY, 2, builtin=True)
BUILTIN = (CLAIM, SOURCE, DENIAL)

# What else an attribution is made of. Built in without a key of their own; no rows of a library.
CUE = Label("cue", "Cue", "", "slate", Underline.DASHED, 90, builtin=True)
VIA = Label("via", "Via", "", "brown", Underline.DASHED, 91, builtin=True)
TIME = Label("time", "Time", "", "teal", Underline.DASHED, 92, builtin=True)
EVIDENCE = Label("evidence", "Evidence", "", "green", Underline.DASHED, 93, builtin=True)
DETAILS = (CUE, VIA, TIME, EVIDENCE)

# Roles that every theme defines; a user's label takes one of them.
COLOURS = ("blue", "amber", "rose", "green", "violet", "teal", "brown", "slate")

# Relation kinds that are built in, each from -> to, with the labels that stand at its ends.
RELATION_KINDS = {
    "attributed_to": (("claim", "denial"), ("source",)),
    "denies": (("denial",), ("claim",)),
    "evidence": (("source",), ("claim",)),
    "same_claim": (("claim",), ("claim",)),
}
