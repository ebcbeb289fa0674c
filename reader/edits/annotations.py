"""Annotations made, changed, linked and deleted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from reader.edits.edit import Edit, Entity, Swap
from reader.errors import AnchorError
from reader.model.annotations import Anchor, Annotation, Member, Relation
from reader.model.articles import Revision
from reader.model.labels import Label
from reader.model.spans import Span
from reader.model.stamps import new_id, now

CONTEXT = 64  # characters kept on either side of a quote (see Anchor)
JOIN = " … "


def anchor(revision: Revision, spans: Sequence[Span]) -> Anchor:
    """Return the anchor of `spans` on `revision`: sorted, touching pieces joined, quote and context taken from the
    text.

    Raises `AnchorError` when there is no span, one is empty of words, or one leaves the text.
    """
    pieces = _joined(spans)
    if not pieces or pieces[-1].end > len(revision.text):
        raise AnchorError(
            "no such span in revision {0} ({1} characters): {2}", revision.id, len(revision.text), str(list(spans))
        )
    text, first, last = revision.text, pieces[0], pieces[-1]
    return Anchor(
        revision.id,
        pieces,
        JOIN.join(p.of(text) for p in pieces),
        text[max(0, first.start - CONTEXT) : first.start],
        text[last.end : last.end + CONTEXT],
    )


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return tuple(out)


def trimmed(text: str, span: Span) -> Span:
    """Return `span` without white space at its ends; empty when there is nothing else."""
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def annotate(
    revision: Revision, spans: Sequence[Span], label: Label, annotator: str = "", *, note: str = "",
    tags: tuple[str, ...] = (), at: datetime | None = None, id: str | None = None,
) -> Edit:  # fmt: skip
    """Mark `spans` of `revision` with `label`, trimmed of white space. Raises `AnchorError` when nothing is left."""
    kept = [t for t in (trimmed(revision.text, s) for s in spans if s.end <= len(revision.text)) if t.start < t.end]
    if not kept:
        raise AnchorError("there are no words in that selection")
    time = at or now()
    made = Annotation(
        id or new_id(), revision.article_id, label.id, anchor(revision, kept), time, time, note, tags, {}, annotator
    )
    return Edit(f"Mark as {label.name.lower()}", (Swap(None, made),))


def _changed(name: str, before: Annotation, after: Annotation, at: datetime | None) -> Edit:
    return Edit(name, (Swap(before, replace(after, modified=at or now())),))


def relabel(annotation: Annotation, label: Label, *, at: datetime | None = None) -> Edit:
    """Give a mark another label."""
    return _changed(f"Change to {label.name.lower()}", annotation, replace(annotation, label=label.id), at)


def respan(annotation: Annotation, revision: Revision, spans: Sequence[Span], *, at: datetime | None = None) -> Edit:
    """Move a mark's ends; its note, tags and relations stay."""
    kept = [t for t in (trimmed(revision.text, s) for s in spans) if t.start < t.end]
    if not kept:
        raise AnchorError("a mark needs at least one word")
    return _changed("Adjust mark", annotation, replace(annotation, anchor=anchor(revision, kept)), at)


def set_note(annotation: Annotation, note: str, *, at: datetime | None = None) -> Edit:
    return _changed("Edit note", annotation, replace(annotation, note=note), at)


def clean_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Tags as they are kept: stripped, without repeats, in the order given."""
    return tuple(dict.fromkeys(t.strip() for t in tags if t.strip()))


def set_tags(annotation: Annotation, tags: Iterable[str], *, at: datetime | None = None) -> Edit:
    """Set a mark's tags (see `clean_tags`)."""
    return _changed("Edit tags", annotation, replace(annotation, tags=clean_tags(tags)), at)


def delete_annotations(annotations: Sequence[Annotation], relations: Iterable[Relation] = ()) -> Edit:
    """Remove marks and every relation of `relations` that holds one of them, as one step."""
    ids = {a.id for a in annotations}
    hanging = [r for r in relations if any(m.annotation_id in ids for m in r.members)]
    name = "Delete mark" if len(annotations) == 1 else f"Delete {len(annotations)} marks"
    gone: list[Entity] = [*hanging, *annotations]
    return Edit(name, tuple(Swap(thing, None) for thing in gone))


def link(kind: str, source: Annotation, target: Annotation, annotator: str = "", *, at: datetime | None = None) -> Edit:
    """Relate two marks: `kind` from `source` to `target`."""
    if source.id == target.id:
        raise AnchorError("a mark cannot be linked to itself")
    members = (Member("from", source.id), Member("to", target.id))
    return Edit("Link marks", (Swap(None, Relation(new_id(), kind, members, at or now(), annotator=annotator)),))


def unlink(relation: Relation) -> Edit:
    return Edit("Remove link", (Swap(relation, None),))
