"""Two marks of one kind on nearly the same words: found, and made one, as one step of undo.

Marks of different people are two opinions, which agreement is measured by: they are never merged here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import pairwise
from typing import Any, NamedTuple

from reader.edits import Edit, Swap, clean_tags
from reader.errors import LinkError
from reader.model.annotations import Annotation, Member, Relation
from reader.model.claims import Evidence, Review, Sentence
from reader.model.spans import Span
from reader.model.stamps import now

SHARE = 0.8  # of all the code points that either mark covers, those that both do
_SAYS = "attributed_to"
_CONTENT = ("from", "content")
# Articles that may stand before a mark's words: English, Indonesian, French, German, Spanish, Italian, Dutch.
_ARTICLES = frozenset({
    "a", "an", "the", "sang", "si", "para", "le", "la", "les", "l'", "l’", "un", "une", "der", "die", "das", "dem",
    "ein", "eine", "el", "los", "las", "una", "il", "lo", "gli", "de", "het", "een",
})  # fmt: skip
_BASIS = "identity_basis"  # how it is known whom a mark names (see `claiming`): it goes with whom it names


def near(annotation: Annotation, others: Iterable[Annotation], *, anyone: bool = False) -> list[Annotation]:
    """Return those of `others` that mark nearly the same words of the same text with the same label; the oldest first.

    Nearly: at least `SHARE` of the code points in common, or a difference in white space, punctuation, quotation marks
    and an article at the edges only. Other people's marks are left out, unless `anyone`'s are wanted.
    """
    found = [
        other
        for other in others
        if other.id != annotation.id
        and (other.label, other.anchor.revision_id) == (annotation.label, annotation.anchor.revision_id)
        and (anyone or other.annotator == annotation.annotator)
        and nearly_same(annotation.anchor.spans, annotation.anchor.quote, other.anchor.spans, other.anchor.quote)
    ]
    return sorted(found, key=lambda mark: (mark.created, mark.id))


def nearly_same(spans: Sequence[Span], quote: str, others: Sequence[Span], other_quote: str) -> bool:
    """Return whether two marks of one text are on nearly the same words, by their pieces and what stands there."""
    return _shared(spans, others) >= SHARE or _bare(spans, quote) == _bare(others, other_quote)


def _shared(one: Sequence[Span], other: Sequence[Span]) -> float:
    """The code points in both as a share of those in either."""
    both = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    either = sum(span.end - span.start for span in (*one, *other)) - both
    return both / either if either else 0.0


def _bare(spans: Sequence[Span], quote: str) -> tuple[int, int, tuple[Span, ...]]:
    """Where the words begin and end that remain without what may differ at the edges, and the pieces between."""
    first, last = quote[: spans[0].end - spans[0].start], quote[len(quote) - (spans[-1].end - spans[-1].start) :]
    start = spans[0].start + _skipped(first)
    end = spans[-1].end - next((n for n, sign in enumerate(reversed(last)) if sign.isalnum()), len(last))
    inner = tuple(Span(a.end, b.start) for a, b in pairwise(spans))
    return (start, end, inner) if start < end else (spans[0].start, spans[-1].end, inner)


def _skipped(words: str) -> int:
    """How many code points of `words` stand before the first word that is no article."""
    at = _to_letter(words, 0)
    end = next((n for n in range(at, len(words)) if not words[n].isalnum()), len(words))
    if end < len(words) and words[at:end].casefold() in _ARTICLES and words[end].isspace():
        return _to_letter(words, end)
    if words[at : end + 1].casefold() in _ARTICLES:  # with an apostrophe, as in French
        return _to_letter(words, end)
    return at


def _to_letter(words: str, start: int) -> int:
    return next((n for n in range(start, len(words)) if words[n].isalnum()), len(words))


def merge(
    kept: Annotation, gone: Sequence[Annotation], relations: Iterable[Relation] = (), nested: Iterable[Relation] = (),
    hanging: Iterable[Evidence | Review] = (), *, names: Mapping[str, str] | None = None, at: datetime | None = None,
) -> Edit:  # fmt: skip
    """Return `gone` are the same mark as `kept`, which keeps its words, its annotator and whatever both say.

    Notes are joined and tags united. An attribute that `kept` lacks is filled; one that it has otherwise stays, and
    what the other said goes into the note; so with the claim or source that they mention, whose words are in `names`
    by id. `relations` hold one of the marks, `nested` lie in one of these, `hanging` may rest on a mark: all follow,
    and a link that is then there twice, or joins the mark to itself, goes. Raises `LinkError` for marks of two labels,
    texts or people.
    """
    ids = {mark.id for mark in gone}
    if not ids or kept.id in ids:
        raise LinkError("a mark is merged with other ones")
    for mark in gone:
        if (mark.label, mark.anchor.revision_id) != (kept.label, kept.anchor.revision_id):
            raise LinkError("marks of two labels or texts cannot be merged")
        if mark.annotator != kept.annotator:
            raise LinkError("marks of two people cannot be merged")
    after = replace(_united(kept, gone, names or {}), modified=at or now())
    links = _links(kept.id, ids, relations, nested)
    rests = [Swap(thing, moved) for thing in hanging if (moved := _moved(thing, kept.id, ids)) != thing]
    return Edit("Merge marks", (Swap(kept, after), *links, *rests, *(Swap(mark, None) for mark in gone)))


# -- what a mark carries ---------------------------------------------------------------------------------------------


def _united(kept: Annotation, gone: Sequence[Annotation], names: Mapping[str, str]) -> Annotation:
    made = kept
    for mark in gone:
        two = bool(made.about and mark.about) and made.about != mark.about
        theirs = {n: v for n, v in mark.attributes.items() if _says(v) and not (n == _BASIS and two)}
        had = {n: v for n, v in made.attributes.items() if _says(v)}
        other = [f"{n}: {v if isinstance(v, str) else repr(v)}" for n, v in theirs.items() if had.get(n, v) != v]
        other += [f"{kept.label}: {names.get(mark.about, mark.about)}"] if two else []
        made = replace(
            made, note=_joined([made.note, mark.note, *other]), tags=clean_tags((*made.tags, *mark.tags)),
            attributes={**made.attributes, **theirs, **had}, extra={**mark.extra, **made.extra},
            about=made.about or mark.about,
        )  # fmt: skip
    return made


def _joined(notes: Iterable[str]) -> str:
    """One below the other; one whose lines stand there already is not said twice."""
    said: list[str] = []
    for note in notes:
        lines = note.strip().split("\n")
        if note.strip() and not set(lines) <= {line for earlier in said for line in earlier.split("\n")}:
            said.append(note.strip())
    return "\n".join(said)


def _says(value: Any) -> bool:
    return value not in (None, "", (), [])


# -- what holds a mark -----------------------------------------------------------------------------------------------


class _Link(NamedTuple):
    """A relation as it was, and as it is once the marks are one."""

    before: Relation
    after: Relation


def _links(kept: str, gone: set[str], relations: Iterable[Relation], nested: Iterable[Relation]) -> list[Swap]:
    links = [_Link(relation, _pointed(relation, kept, gone)) for relation in relations]
    # The kept mark's own come first: of two that say the same, the later goes.
    links.sort(key=lambda link: link.before != link.after)
    lost: dict[str, str] = {}
    stay: list[_Link] = []
    for link in links:
        if not _joins(link.after):
            lost[link.before.id] = link.before.within
        elif (twin := next((s for s in stay if _says_all(s.after, link.after)), None)) is not None:
            lost[link.before.id] = twin.before.id
        else:
            less = [s for s in stay if link.before != link.after and _says_all(link.after, s.after)]
            lost |= {s.before.id: link.before.id for s in less}
            stay = [s for s in stay if s not in less] + [link]
    stay += [_Link(inner, inner) for inner in nested if all(inner.id != link.before.id for link in links)]
    changed = [Swap(s.before, s.after) for s in (_outside(s, lost) for s in stay) if s.before != s.after]
    return changed + [Swap(link.before, None) for link in links if link.before.id in lost]


def _pointed(relation: Relation, kept: str, gone: set[str]) -> Relation:
    """With `kept` in the place of the others, each mark once; what is said is that before it is anything else."""
    if not any(member.annotation_id in gone for member in relation.members):
        return relation
    roles: dict[str, str] = {}
    for member in relation.members:
        id = kept if member.annotation_id in gone else member.annotation_id
        if id not in roles or member.role in _CONTENT:
            roles[id] = member.role
    return replace(relation, members=tuple(Member(role, id) for id, role in roles.items()))


def _joins(relation: Relation) -> bool:
    if relation.kind != _SAYS:
        return len(relation.members) > 1
    said = any(member.role in _CONTENT for member in relation.members)
    return said and (len(relation.members) > 1 or bool(relation.attributes))


def _says_all(one: Relation, other: Relation) -> bool:
    """Whether `one` says all that `other` says. An attribution may say more, another link joins the very same marks."""
    if one.kind != other.kind or other.within not in ("", one.within) or other.note not in ("", one.note):
        return False
    if any(one.attributes.get(name) != value for name, value in other.attributes.items()):
        return False
    if one.kind == "same_claim":
        return {m.annotation_id for m in one.members} == {m.annotation_id for m in other.members}
    held, wanted = set(one.members), set(other.members)
    return wanted <= held if one.kind == _SAYS else wanted == held


def _outside(link: _Link, lost: Mapping[str, str]) -> _Link:
    """Nested in what took the place of the relation that it was nested in."""
    within, seen = link.after.within, {link.before.id}
    while within in lost and within not in seen:
        seen.add(within)
        within = lost[within]
    within = "" if within in seen else within
    return _Link(link.before, replace(link.after, within=within)) if within != link.after.within else link


def _moved(thing: Evidence | Review, kept: str, gone: set[str]) -> Evidence | Review:
    """Resting on `kept` where it rested on one of the others."""
    if isinstance(thing, Evidence):
        return replace(thing, target=kept) if thing.form == "span" and thing.target in gone else thing
    cites = [tuple(dict.fromkeys(kept if id in gone else id for id in s.cites)) for s in thing.justification]
    said = tuple(Sentence(s.text, c) for s, c in zip(thing.justification, cites, strict=True))
    return replace(thing, justification=said) if said != thing.justification else thing
