"""What a mark is linked to, line by line: the same for the panel's list and for the connectors beside the text."""

from __future__ import annotations

from reader.edits.attribution import CONTENT, attribution_of
from reader.model.annotations import Annotation, Member, Relation
from ui.annotations.attribution_choice import role_word
from ui.annotations.card_lines import is_denied
from ui.annotations.model import AnnotationModel
from ui.annotations.relation_kinds import relation_word
from ui.annotations.relation_rows import Line


def links_of(model: AnnotationModel, mark: Annotation) -> list[Line]:
    """Return A line for every other mark in a link, with what that one is there; of an attribution, what is said to
    the rest.

    Two marks that belong to the same attribution, as its source and its cue, are not linked to each other.
    """
    made = []
    for relation in model.relations_of(mark.id):
        role = next((m.role for m in relation.members if m.annotation_id == mark.id), "from")
        for member in _others(relation, mark.id, role):
            quote = model.quote_line(member.annotation_id)
            made.append(Line(relation, _word(model, relation, role, member), member.annotation_id, quote))
    return made


def _others(relation: Relation, id: str, role: str) -> list[Member]:
    others = [member for member in relation.members if member.annotation_id != id]
    if attribution_of(relation) is None or role == CONTENT:
        return others
    return [member for member in others if member.role == CONTENT]


def _word(model: AnnotationModel, relation: Relation, role: str, member: Member) -> str:
    denied = is_denied(model, relation)
    if attribution_of(relation) is not None and role == CONTENT:
        return role_word(member.role, denied=denied)
    return relation_word(relation.kind, role, denied=denied)
