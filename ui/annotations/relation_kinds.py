"""Which marks can be linked, and how each end of a link is said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from reader import edits
from reader.edits import Edit
from reader.edits.attribution import KIND as ATTRIBUTION
from reader.model.annotations import Annotation, Relation
from reader.model.labels import DENIAL, RELATION_KINDS

_FIRST = ("denies", "from")  # what is most often said of a denial


@dataclass(frozen=True, slots=True)
class Way:
    """A link as seen from one mark: the relation's kind, this mark's role in it, the labels of the other end.

    `denied` says that this mark is a denial, whose source does not say but deny it.
    """

    kind: str
    role: str
    labels: tuple[str, ...]
    denied: bool = False

    @property
    def word(self) -> str:
        """How it reads on this mark's card, as "said by"."""
        return relation_word(self.kind, self.role, denied=self.denied)


def ways(label_id: str) -> list[Way]:
    """Return the links that a mark of a label can have, the likeliest first; none for a label of the user's own."""
    found = []
    for kind, (starts, ends) in RELATION_KINDS.items():
        if label_id in starts:
            found.append(Way(kind, "from", ends, kind == ATTRIBUTION and label_id == DENIAL.id))
        elif label_id in ends:
            found.append(Way(kind, "to", starts))
    return sorted(found, key=lambda way: (way.kind, way.role) != _FIRST)


def own_way(kind: str, labels: Iterable[str]) -> Way:
    """Return A link of a kind that is not built in: from the mark it was begun at, to a mark of any label."""
    return Way(kind, "from", tuple(labels))


def usual_way(label_id: str, other_label_id: str) -> Way | None:
    """Return the likeliest link between marks of two labels, seen from the first; None when they do not belong
    together."""
    return next((way for way in ways(label_id) if other_label_id in way.labels), None)


def link_edit(way: Way, mark: Annotation, other: Annotation, annotator: str = "") -> Edit:
    """Return the step that links `mark` to `other` in that way. Raises `AnchorError` for a mark and itself."""
    start, end = (mark, other) if way.role == "from" else (other, mark)
    return edits.link(way.kind, start, end, annotator)


def other_end(relation: Relation, id: str) -> str:
    """Return the first mark of `relation` beside `id`; empty when there is none."""
    return next((m.annotation_id for m in relation.members if m.annotation_id != id), "")


def linked(relations: list[Relation], way: Way, id: str, other_id: str) -> bool:
    """Return whether `relations` hold that link already."""
    ends = (id, other_id) if way.role == "from" else (other_id, id)
    if way.kind == "same_claim":
        return any(r.kind == way.kind and {r.end("from"), r.end("to")} == set(ends) for r in relations)
    return any(r.kind == way.kind and (r.end("from"), r.end("to")) == ends for r in relations)


def relation_word(kind: str, role: str, *, denied: bool = False) -> str:
    """Return how a relation of `kind` reads at the end with `role`; one of the desk's own by its name.

    `denied` says of an attribution that its source denies what it speaks of.
    """
    translate = QCoreApplication.translate
    if denied and (kind, role) in {("attributed_to", r) for r in ("from", "to", "cue")}:
        kind, role = {"from": ("denies", "to"), "to": ("denies", "from")}.get(role, ("attributed_to", "denying"))
    return {
        ("attributed_to", "denying"): translate("Links", "denies that"),
        ("attributed_to", "from"): translate("Links", "said by"),
        ("attributed_to", "to"): translate("Links", "says"),
        ("attributed_to", "cue"): translate("Links", "says that"),
        ("attributed_to", "via"): translate("Links", "was told"),
        ("attributed_to", "time"): translate("Links", "when this was said:"),
        ("denies", "from"): translate("Links", "denies"),
        ("denies", "to"): translate("Links", "denied by"),
        ("evidence", "from"): translate("Links", "evidence for"),
        ("evidence", "to"): translate("Links", "evidence"),
        ("same_claim", "from"): translate("Links", "same as"),
        ("same_claim", "to"): translate("Links", "same as"),
    }.get((kind, role), kind if role == "from" else f"← {kind}")
