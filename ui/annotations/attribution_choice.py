"""Which attribution a chosen mark stands for, and how its roles and the marks in them are said."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from reader.edits.attribution import CONTENT, CUE, DENY, SOURCE, TIME, VIA, Attribution, attribution_of, stance
from reader.model.annotations import Relation
from ui.language.plain_words import plain

LABELS = {SOURCE: ("source",), CUE: ("cue",), VIA: ("via", "source"), TIME: ("time",), CONTENT: ("claim", "denial")}
ROLE_OF = {"source": SOURCE, "cue": CUE, "via": VIA, "time": TIME, "claim": CONTENT, "denial": CONTENT}


def attribution_for(mark_id: str, relations: Sequence[Relation], entered: str = "") -> Attribution | None:
    """Return the one that is being entered, if the mark is in it; else the newest whose content it is; else the
    newest."""
    held = sorted(filter(None, map(attribution_of, relations)), key=lambda a: (a.relation.created, a.relation.id))
    mine = [a for a in held if any(m.annotation_id == mark_id for m in a.relation.members)]
    first = [a for a in mine if a.relation.id == entered]
    said = [a for a in mine if mark_id in a.content]
    return next(reversed([*mine, *said, *first]), None)


def denies(held: Attribution | None, label: str) -> bool:
    """Return whether the source denies what it speaks of; `label` is that of the mark of the content."""
    return held is not None and stance(held, label) == DENY


def value_word(field: str, value: str, *, denied: bool) -> str:
    """Return an attribute's value in plain words; of one that `denied` says to be a denial: who denies does not say."""
    return plain("stance", DENY) if denied and value == "assertion" else plain(field, value)


def role_word(role: str, *, denied: bool = False) -> str:
    """Return what a mark is in an attribution, said of the mark; in one that `denied` says to be a denial."""
    translate = QCoreApplication.translate
    if denied and role == SOURCE:
        return translate("Roles", "denied by")
    return {
        CONTENT: translate("Roles", "what is said"),
        SOURCE: translate("Roles", "said by"),
        CUE: translate("Roles", "in the words"),
        VIA: translate("Roles", "via"),
        TIME: translate("Roles", "when"),
    }.get(role, role)
