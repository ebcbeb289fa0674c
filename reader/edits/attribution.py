"""Who says what: the attribution relation with its roles, and the verbs that change it.

An attribution is a relation `attributed_to` of any number of marks (PARC 3.0: source, cue, content; ours: via, time).
For the sake of sets made before, the content has the role `from` and the source `to`. A source may be missing ("it is
known that") and so may the content's claim; one attribution may be nested in another (`Relation.within`). What kind
of attribution it is stands in its attributes, whose values are in `reader.model.vocabulary.ATTRIBUTION`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from reader.edits import Edit, Swap
from reader.errors import LinkError
from reader.model import vocabulary
from reader.model.annotations import Annotation, Member, Relation
from reader.model.stamps import new_id, now

KIND = "attributed_to"
CONTENT, SOURCE, CUE, VIA, TIME = "from", "to", "cue", "via", "time"
ROLES = (CONTENT, SOURCE, CUE, VIA, TIME)
_SAME = {"content": CONTENT, "source": SOURCE}  # as other tools call them
DENY, COMMENT, SUPPORT = "deny", "comment", "support"


@dataclass(frozen=True, slots=True)
class Attribution:
    """The ids of the marks in each role, in the order they were given."""

    relation: Relation
    content: tuple[str, ...]
    source: tuple[str, ...]
    cue: tuple[str, ...]
    via: tuple[str, ...]
    time: tuple[str, ...]

    def said(self, name: str) -> str:
        """Return the value of an attribute, or an empty string."""
        value = self.relation.attributes.get(name, "")
        return value if isinstance(value, str) else ""

    @property
    def silent(self) -> bool:
        """Whether it records that the source says nothing to the claim."""
        return self.said("response_form") == vocabulary.SILENT


def role_of(member: str) -> str:
    """Return the role of a member by our name for it, whichever tool wrote it."""
    return _SAME.get(member, member)


def attribution_of(relation: Relation) -> Attribution | None:
    """Return the relation by its roles; None for a relation of another kind."""
    if relation.kind != KIND:
        return None
    held: dict[str, tuple[str, ...]] = dict.fromkeys(ROLES, ())
    for member in relation.members:
        role = role_of(member.role)
        held[role] = (*held.get(role, ()), member.annotation_id)
    return Attribution(relation, *(held[role] for role in ROLES))


def stance(attribution: Attribution, label: str) -> str:
    """Return how the source stands to the claim: SDQC, `silent`, or what the content's label says when nothing else
    does.

    The form of a response decides before the stance that was given: a counter-accusation is never a denial.
    """
    form = attribution.said("response_form")
    if form:
        return implied_stance(form)
    return attribution.said("stance") or (DENY if label == "denial" else SUPPORT)


def implied_stance(response_form: str) -> str:
    """Return the stance that a form of response is."""
    if response_form in vocabulary.FORMS_THAT_DENY:
        return DENY
    return vocabulary.SILENT if response_form == vocabulary.SILENT else COMMENT


def attribute(
    content: Sequence[Annotation], *, source: Sequence[Annotation] = (), cue: Sequence[Annotation] = (),
    via: Sequence[Annotation] = (), time: Sequence[Annotation] = (), attributes: Mapping[str, str] | None = None,
    within: str = "", annotator: str = "", at: datetime | None = None, id: str | None = None,
) -> Edit:  # fmt: skip
    """Say that `content` was said, thought or denied, by whom and how. Raises `LinkError` when it joins nothing."""
    roles = zip(ROLES, (content, source, cue, via, time), strict=True)
    members = tuple(Member(role, mark.id) for role, marks in roles for mark in marks)
    made = Relation(
        id or new_id(), KIND, members, at or now(), "", checked(attributes or {}), annotator, {}, within
    )  # fmt: skip
    _check(made)
    return Edit("Add attribution", (Swap(None, made),))


def silent(content: Annotation, source: Annotation, annotator: str = "", *, at: datetime | None = None) -> Edit:
    """Return record that a source who is named says nothing to a claim."""
    attributes = {"response_form": vocabulary.SILENT}
    made = attribute([content], source=[source], attributes=attributes, annotator=annotator, at=at)
    return replace(made, name="Record silence")


def checked(attributes: Mapping[str, str]) -> dict[str, str]:
    """Return the attributes that say something. Raises `LinkError` for a value that is in no vocabulary."""
    for name, value in attributes.items():
        among = vocabulary.ATTRIBUTION.get(name)
        if among is None and name not in vocabulary.ATTRIBUTION_WORDS:
            raise LinkError("an attribution has no {0}", f"{name!r:.60}")
        if among is not None and value and value not in among:
            raise LinkError("{0} is {1}, none of {2}", name, f"{value!r:.60}", ", ".join(among))
    return {name: value for name, value in attributes.items() if value}


def set_attributes(relation: Relation, attributes: Mapping[str, str]) -> Edit:
    """Change some attributes; an empty value takes one away. A form of response brings the stance that it is."""
    changed = dict(attributes)
    form = changed.get("response_form", "")
    if form and form != vocabulary.SILENT:
        changed["stance"] = implied_stance(form)
    elif form:
        changed["stance"] = ""
    kept = {n: v for n, v in relation.attributes.items() if n not in changed} | checked(changed)
    return _changed("Describe attribution", relation, replace(relation, attributes=kept))


def set_member(relation: Relation, role: str, mark: Annotation) -> Edit:
    """Give a mark a role in the attribution, beside those that have it; it loses any other role there."""
    kept = tuple(m for m in relation.members if m.annotation_id != mark.id)
    after = replace(relation, members=(*kept, Member(role, mark.id)))
    _check(after)
    return _changed("Link marks", relation, after)


def drop_member(relation: Relation, annotation_id: str) -> Edit:
    """Take a mark out of a relation; one that then joins nothing goes away."""
    after = replace(relation, members=tuple(m for m in relation.members if m.annotation_id != annotation_id))
    try:
        _check(after)
    except LinkError:
        return Edit("Remove link", (Swap(relation, None),))
    return _changed("Remove link", relation, after)


def nest(inner: Relation, outer: Relation | None, known: Mapping[str, Relation]) -> Edit:
    """Put an attribution inside another (who reports that somebody says), or outside of all with None.

    `known` are relations by id, to follow the chain. Raises `LinkError` when that would make a circle.
    """
    if outer is not None and inner.id in {outer.id, *(r.id for r in chain(outer, known))}:
        raise LinkError("an attribution cannot be nested in itself")
    return _changed("Nest attribution", inner, replace(inner, within=outer.id if outer else ""))


def chain(relation: Relation, known: Mapping[str, Relation]) -> list[Relation]:
    """Return the attributions around this one, the nearest first; it ends where one is missing or comes again."""
    found: list[Relation] = []
    seen = {relation.id}
    while (outer := known.get(relation.within)) is not None and outer.id not in seen:
        found.append(outer)
        seen.add(outer.id)
        relation = outer
    return found


def _changed(name: str, before: Relation, after: Relation) -> Edit:
    return Edit(name, (Swap(before, after),) if before != after else ())


def _check(relation: Relation) -> None:
    held = attribution_of(relation)
    if held is None:
        if len(relation.members) < 2:
            raise LinkError("a link joins at least two marks")
    elif not held.content:
        raise LinkError("an attribution needs the words that were said")


def outermost(relations: Iterable[Relation], known: Mapping[str, Relation]) -> list[Relation]:
    """Return those that no other one is nested around."""
    return [r for r in relations if r.within not in known]
