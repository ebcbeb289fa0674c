"""An attribution entered step by step, as a user does it: begun at its content, then given one mark after the other.

What the characters themselves say is noted with each step: whether the words stand in quotation marks, and inside
whose reported words they lie. A source is known by its name, when one of that very name is known, else made anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from reader import edits
from reader.edits import Edit, Swap, attribution
from reader.edits.attribution import SOURCE, VIA, attribution_of
from reader.edits.claims import BASIS
from reader.model.annotations import Annotation, Relation
from reader.model.claims import Claim, Source
from reader.model.kinds import kind_of
from reader.model.spans import Span
from reader.model.stamps import new_id, now

EVENTUALITY, IMPLICIT, AUTHOR = "eventuality", "implicit", "author"
BY_NAME = "resolved"  # how it is known whom a mark names, when its words are the name of somebody known
NAMED = (SOURCE, VIA)  # the roles whose marks name somebody
_PAIRS = {"“": "”", "„": "“”", "«": "»", "»": "«", "「": "」", "‘": "’", '"': '"'}


def begun(
    content: Annotation, text: str, attributes: Mapping[str, str], around: Relation | None = None, annotator: str = "",
    *, known: bool = True, id: str | None = None,
) -> Edit:  # fmt: skip
    """Return an attribution of `content`, whose mark is made with it unless it is `known`; `around` is what it lies in.

    A call or a promise asserts nothing of a claim: unless said otherwise its stance is a comment.
    """
    given = {"quote_type": quote_type(text, content.anchor.spans)} | dict(attributes)
    if given.get("attribution_type") == EVENTUALITY and content.label != "denial":
        given = {"stance": attribution.COMMENT} | given
    within = around.id if around is not None else ""
    made = attribution.attribute([content], attributes=given, within=within, annotator=annotator, id=id)
    return made if known else Edit(made.name, (Swap(None, content), *made.swaps))


def given(
    relation: Relation, role: str, mark: Annotation, sources: Iterable[Source] = (), annotator: str = "",
    *, known: bool = True, at: datetime | None = None,
) -> Edit:  # fmt: skip
    """Return `mark` gets a role in the attribution; one that names somebody mentions the source of that name, or a new
    one."""
    time = at or now()
    made: tuple[Swap, ...] = ()
    after = mark
    if role in NAMED and not mark.about:
        found = named(mark.anchor.quote, sources)
        source = found or Source(new_id(), _name(mark.anchor.quote), time, time, annotator=annotator)
        made = () if found else (Swap(None, source),)
        given = {**mark.attributes, BASIS: BY_NAME if found else "stated"}
        after = replace(mark, about=source.id, attributes=given, modified=time)
    if not known:
        made = (*made, Swap(None, after))
    elif after != mark:
        made = (*made, Swap(mark, after))
    return Edit("Link marks", (*made, *attribution.set_member(relation, role, after).swaps))


def mentioned(mark: Annotation, known: Claim | Source, left: Claim | Source | None = None, *, basis: str = "") -> Edit:
    """Return the mark mentions `known` from now on; `left`, which nothing else mentions, goes away in the same step."""
    given = {name: value for name, value in mark.attributes.items() if name != BASIS}
    if isinstance(known, Source):
        given[BASIS] = basis or ("stated" if named(mark.anchor.quote, [known]) else BY_NAME)
    after = replace(mark, about=known.id, attributes=given, modified=now())
    gone = (Swap(left, None),) if left is not None and left.id != known.id else ()
    return Edit(f"Mention {kind_of(known)}", (Swap(mark, after), *gone) if after.about != mark.about else ())


def deleted(marks: Sequence[Annotation], relations: Iterable[Relation], nested: Iterable[Relation] = ()) -> Edit:
    """Remove marks, as one step. An attribution that still has words keeps its other marks; what else holds one goes.

    `relations` hold one of the marks, `nested` lie in one of these: where that goes they lie in what was around it.
    """
    ids, changed, gone = {mark.id for mark in marks}, dict[str, Swap](), dict[str, Relation]()
    for relation in relations:
        left = tuple(m for m in relation.members if m.annotation_id not in ids)
        held = attribution_of(replace(relation, members=left))
        if held is not None and held.content and (len(left) > 1 or relation.attributes):
            changed[relation.id] = Swap(relation, held.relation)
        else:
            gone[relation.id] = relation
    for inner in nested:
        if inner.within in gone and inner.id not in gone:
            after = changed[inner.id].after if inner.id in changed else inner
            assert isinstance(after, Relation)
            changed[inner.id] = Swap(inner, replace(after, within=_outside(inner.within, gone)))
    removed = edits.delete_annotations(marks, gone.values())
    return Edit(removed.name, (*changed.values(), *removed.swaps))


def _outside(id: str, gone: Mapping[str, Relation]) -> str:
    seen: set[str] = set()
    while id in gone and id not in seen:
        seen.add(id)
        id = gone[id].within
    return "" if id in gone else id


def joined(relations: Iterable[Relation], content: Annotation, source: Annotation) -> Edit | None:
    """Give `source` to an attribution of `content` that has none yet, of `relations`; None when there is no such."""
    for held in filter(None, map(attribution_of, relations)):
        if content.id in held.content and not held.source and not held.said("explicitness"):
            return attribution.set_member(held.relation, SOURCE, source)
    return None


def named(words: str, sources: Iterable[Source]) -> Source | None:
    """Return the oldest source that has these very words as its name or as another of its names, whatever the case."""
    wanted = _name(words).casefold()
    return next((s for s in sources if wanted in {n.casefold() for n in (s.name, *s.aliases)}), None)


def _name(words: str) -> str:
    return " ".join(words.split()).strip(" ,;:“”\"'‘’")


# -- what the characters say -----------------------------------------------------------------------------------------


def around(content: Annotation, relations: Iterable[Relation], marks: Mapping[str, Annotation]) -> Relation | None:
    """Return the attribution whose content is closest around these words: what is reported in it reports them."""
    found: list[tuple[int, Relation]] = []
    for held in filter(None, map(attribution_of, relations)):
        spans = [s for id in held.content if id in marks and id != content.id for s in marks[id].anchor.spans]
        if content.id not in held.content and _lies_in(content.anchor.spans, spans):
            found.append((sum(s.end - s.start for s in spans), held.relation))
    return min(found, key=lambda pair: pair[0])[1] if found else None


def _lies_in(inner: Sequence[Span], outer: Sequence[Span]) -> bool:
    held = all(any(o.start <= i.start and i.end <= o.end for o in outer) for i in inner)
    return held and sum(s.end - s.start for s in inner) < sum(s.end - s.start for s in outer)


def quote_type(text: str, spans: Sequence[Span]) -> str:
    """`direct`, `mixed` or `indirect`: whether all, some or none of the words stand in quotation marks."""
    letters = [n for span in spans for n in range(span.start, span.end) if text[n].isalnum()]
    quoted = _quoted(text, min(s.start for s in spans), max(s.end for s in spans))
    inside = sum(any(start < n < end for start, end in quoted) for n in letters)
    return "indirect" if not inside else "direct" if inside == len(letters) else "mixed"


def _quoted(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where quotation marks open and close in the paragraphs of `[start, end)`; one left open runs to the end."""
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    found: list[tuple[int, int]] = []
    opened, closing = -1, ""
    for n in range(first, last if last >= 0 else len(text)):
        sign = text[n]
        if opened < 0 and sign in _PAIRS and not _is_apostrophe(text, n):
            opened, closing = n, _PAIRS[sign]
        elif opened >= 0 and (sign == "\n" or (sign in closing and not _is_apostrophe(text, n))):
            found.append((opened, n))
            opened = -1
    return [*found, (opened, len(text))] if opened >= 0 else found


def _is_apostrophe(text: str, at: int) -> bool:
    """Between two letters it is one: "don’t"."""
    return text[at] in "‘’" and 0 < at < len(text) - 1 and text[at - 1].isalnum() and text[at + 1].isalnum()
