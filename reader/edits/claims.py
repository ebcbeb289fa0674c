"""The verbs for claims and sources across articles: pure functions that return an `Edit`, as in `reader.edits`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from reader.edits import Edit, Swap
from reader.errors import LinkError
from reader.model import vocabulary
from reader.model.annotations import Annotation
from reader.model.claims import Claim, ClaimRecord, Evidence, Related, Review, Sentence, Source
from reader.model.kinds import kind_of
from reader.model.pages import Original
from reader.model.stamps import new_id, now
from reader.system_reasons import reason_of

BASIS = "identity_basis"  # the attribute of a mark that says how it is known whom it names


def new_claim(
    marks: Sequence[Annotation], text: str = "", annotator: str = "", *, at: datetime | None = None,
    id: str | None = None, fields: Mapping[str, str] | None = None,
) -> Edit:  # fmt: skip
    """Return A claim that these marks mention, worded as the first of them unless `text` says it better."""
    time = at or now()
    words = text.strip() or (marks[0].anchor.quote if marks else "")
    if not words:
        raise LinkError("a claim needs words")
    made = Claim(id or new_id(), words, time, time, annotator=annotator)
    made = _with(made, fields or {})
    return Edit("Make claim", (Swap(None, made), *_about(marks, made.id, time)))


def new_source(
    marks: Sequence[Annotation], name: str = "", annotator: str = "", *, basis: str = "stated",
    at: datetime | None = None, id: str | None = None, fields: Mapping[str, str] | None = None,
) -> Edit:  # fmt: skip
    """Return A source that these marks name, called as the first of them unless `name` says it better."""
    time = at or now()
    words = name.strip() or (marks[0].anchor.quote if marks else "")
    if not words:
        raise LinkError("a source needs a name")
    made = _with(Source(id or new_id(), words, time, time, annotator=annotator), fields or {})
    return Edit("Make source", (Swap(None, made), *_about(marks, made.id, time, basis)))


def assign(marks: Sequence[Annotation], known: Claim | Source | None, *, basis: str = "stated") -> Edit:
    """Say which claim or source these marks mention; None takes that away. `basis` says how a source is known."""
    name = "Take out of its claim" if known is None else f"Mention {kind_of(known)}"
    given_basis = basis if isinstance(known, Source) else ""
    return Edit(name, tuple(_about(marks, known.id if known else "", now(), given_basis)))


def _about(marks: Iterable[Annotation], id: str, at: datetime, basis: str = "") -> Iterable[Swap]:
    for mark in marks:
        attributes = {name: value for name, value in mark.attributes.items() if name != BASIS}
        changed = attributes | ({BASIS: basis} if basis else {})
        if (mark.about, dict(mark.attributes)) != (id, changed):
            yield Swap(mark, replace(mark, about=id, attributes=changed, modified=at))


def change(thing: ClaimRecord, fields: Mapping[str, Any], *, at: datetime | None = None) -> Edit:
    """Set fields of a claim, a source, evidence or a review. Raises `LinkError` for a value that it does not take."""
    after = _with(thing, fields)
    if after == thing:
        return Edit(_named("Edit", thing), ())
    if not isinstance(after, Evidence):
        after = replace(after, modified=at or now())
    return Edit(_named("Edit", thing), (Swap(thing, after),))


def _with(thing: Any, fields: Mapping[str, Any]) -> Any:
    kind = kind_of(thing)
    try:
        for name, value in fields.items():
            if isinstance(value, str):
                vocabulary.check(kind, name, value)
        return replace(thing, **fields)
    except (vocabulary.VocabularyError, TypeError) as error:  # TypeError: no such field
        raise LinkError("{0}", reason_of(error)) from error


def _named(verb: str, thing: ClaimRecord) -> str:
    return f"{verb} {kind_of(thing)}"


def merge_claims(
    kept: Claim, gone: Sequence[Claim], mentions: Iterable[Annotation], hanging: Iterable[Evidence | Review],
    others: Iterable[Claim] = (), *, at: datetime | None = None,
) -> Edit:  # fmt: skip
    """Return several claims are one: their mentions, evidence and reviews go to `kept`, whose own fields win.

    `mentions` and `hanging` are those of the claims that go, `others` claims that may be related to one of them.
    """
    time, ids = at or now(), {claim.id for claim in gone}
    if not ids or kept.id in ids:
        raise LinkError("a claim is merged with other ones")
    after = _filled(kept, gone)
    after = replace(after, related=_related(kept.id, [r for c in (kept, *gone) for r in c.related], ids, kept.id))
    swaps = [Swap(kept, replace(after, modified=time)), *_about(mentions, kept.id, time)]
    swaps += [Swap(thing, replace(thing, claim_id=kept.id)) for thing in hanging if thing.claim_id in ids]
    for other in others:
        if other.id not in ids | {kept.id} and any(r.claim_id in ids for r in other.related):
            swaps.append(Swap(other, replace(other, related=_related(other.id, other.related, ids, kept.id))))
    return Edit("Merge claims", (*swaps, *(Swap(claim, None) for claim in gone)))


def _related(own: str, links: Iterable[Related], gone: set[str], kept: str) -> tuple[Related, ...]:
    turned = [Related(r.kind, kept if r.claim_id in gone else r.claim_id) for r in links]
    return tuple(dict.fromkeys(r for r in turned if r.claim_id != own))


def merge_sources(
    kept: Source, gone: Sequence[Source], mentions: Iterable[Annotation], others: Iterable[Source] = (),
    *, at: datetime | None = None,
) -> Edit:  # fmt: skip
    """Return several names are one source: the other names become aliases; whoever spoke for one of them speaks for
    `kept`."""
    time, ids = at or now(), {source.id for source in gone}
    if not ids or kept.id in ids:
        raise LinkError("a source is merged with other ones")
    names = dict.fromkeys((*kept.aliases, *(n for s in gone for n in (s.name, *s.aliases))))
    after = _filled(kept, gone)
    aliases = tuple(name for name in names if name != kept.name)
    after = replace(after, aliases=aliases, party="" if after.party in ids | {kept.id} else after.party, modified=time)
    moved = [replace_about(mark, kept.id, time) for mark in mentions]
    led = [Swap(o, replace(o, party=kept.id)) for o in others if o.party in ids and o.id not in ids | {kept.id}]
    return Edit("Merge sources", (Swap(kept, after), *moved, *led, *(Swap(source, None) for source in gone)))


def replace_about(mark: Annotation, id: str, at: datetime) -> Swap:
    """The mark is about another one; how that is known stays as it was said."""
    return Swap(mark, replace(mark, about=id, modified=at))


def _filled(kept: Any, gone: Sequence[Any]) -> Any:
    """`kept` with its empty fields taken from the first of the others that has them."""
    skip = ("id", "created", "modified", "aliases", "related", "extra")
    empty = [name for name in kept.__slots__ if name not in skip and not getattr(kept, name)]
    found = {name: next((v for g in gone if (v := getattr(g, name))), "") for name in empty}
    return replace(kept, **{name: value for name, value in found.items() if value})


def split_claim(claim: Claim, marks: Sequence[Annotation], text: str = "", annotator: str = "") -> Edit:
    """Return these mentions of `claim` are of another claim, made here; evidence and reviews stay with the old one."""
    if not marks or any(mark.about != claim.id for mark in marks):
        raise LinkError("only a claim's own mentions can be split off")
    return replace(new_claim(marks, text, annotator), name="Split claim")


def remove(
    things: Sequence[Claim | Source], mentions: Iterable[Annotation], hanging: Iterable[Evidence | Review] = (),
    others: Iterable[Claim | Source] = (), *, at: datetime | None = None,
) -> Edit:  # fmt: skip
    """Delete claims or sources with all that hangs on them; their mentions stay, as marks that mention none."""
    time, ids = at or now(), {thing.id for thing in things}
    swaps = [*_about(mentions, "", time), *(Swap(h, None) for h in hanging if h.claim_id in ids)]
    for other in others:
        if other.id in ids:
            continue
        if isinstance(other, Claim) and any(r.claim_id in ids for r in other.related):
            swaps.append(Swap(other, replace(other, related=tuple(r for r in other.related if r.claim_id not in ids))))
        elif isinstance(other, Source) and other.party in ids:
            swaps.append(Swap(other, replace(other, party="")))
    return Edit(_named("Delete", things[0]), (*swaps, *(Swap(thing, None) for thing in things)))


def add_evidence(
    claim: Claim, bearing: str, target: str | Original | Annotation, *, title: str = "", excerpt: str = "",
    grade: str = "", note: str = "", annotator: str = "", at: datetime | None = None, id: str | None = None,
) -> Edit:  # fmt: skip
    """Attach an address, a file (its bytes are kept) or the words of a mark to a claim. Nothing is fetched."""
    time = at or now()
    form, name = _form(target)
    if not name:
        raise LinkError("evidence needs an address, a file or a mark")
    quote = target.anchor.quote if isinstance(target, Annotation) else ""
    called = title or (target.name if isinstance(target, Original) else "")
    made = Evidence(
        id or new_id(), claim.id, bearing, form, name, time, called, excerpt or quote, grade=grade, note=note,
        annotator=annotator,
    )  # fmt: skip
    _with(made, {"bearing": bearing, "grade": grade})
    kept = (Swap(None, target),) if isinstance(target, Original) else ()
    return Edit("Add evidence", (*kept, Swap(None, made)))


def _form(target: str | Original | Annotation) -> tuple[str, str]:
    if isinstance(target, Original):
        return "file", target.id
    return ("span", target.id) if isinstance(target, Annotation) else ("address", target.strip())


def take_evidence(evidence: Evidence) -> Edit:
    """Detach it; a file's bytes stay in the library, so that undo finds them."""
    return Edit("Remove evidence", (Swap(evidence, None),))


def add_review(
    claim: Claim, fields: Mapping[str, str] | None = None, justification: Sequence[Sentence] = (),
    *, at: datetime | None = None, id: str | None = None,
) -> Edit:  # fmt: skip
    """Begin a review of a claim."""
    time = at or now()
    made = Review(id or new_id(), claim.id, time, time, justification=tuple(justification))
    return Edit("Add review", (Swap(None, _with(made, fields or {})),))
