"""A set's document onto an article that is here: its marks stand on the text here, each with an honest outcome.

The two desks may have captured the page at other times or cleaned it with other cleaners. The set's text comes along
as a revision of the article here, unless that has it, and the marks are carried from it (see
`reader.revisions.carry_marks`).
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from reader.anchoring import Outcome
from reader.errors import TilikError
from reader.exchange.records.fields import text
from reader.intake.same_address import at_address
from reader.model.annotations import Annotation
from reader.model.articles import Article, Revision, fingerprint
from reader.model.dataset import Document
from reader.model.stamps import new_id
from reader.revisions.carry_marks import CarriedMark, carry_marks
from reader.store.answering import Answering


@dataclass(frozen=True, slots=True)
class Brought:
    """The document as it fits the library, the article here that it is about, and where those of its marks stand that
    were made on another text."""

    document: Document
    here: Article | None = None
    standings: tuple[CarriedMark, ...] = ()


def onto(view: Answering, found: Document, made: Container[str] = ()) -> Brought:
    """Return `found` on the article here that it is about: the same id, or the same words or address and none of
    `made`: two documents of one set are two articles, though their words are the same.

    An address alone is not enough when none of the marks is found there; then, and when there is no such article,
    the document stays as it is.
    """
    if ours := _by_id(view, found.article):
        return _on(view, ours, found)
    if same := view.known(found.revision.fingerprint, but=made) if found.revision.fingerprint else "":
        return _on(view, view.article(same), found)
    if (same := at_address(view, found.article.url)) and same not in made:
        brought = _on(view, view.article(same), found)
        if not found.marks or any(one.outcome is not Outcome.REMOVED for one in brought.standings):
            return brought
    return Brought(found)


def without_text(view: Answering, record: Mapping[str, Any], *, ours: bool) -> tuple[Article, Revision] | None:
    """Return the article here that a record without a text is about, and its text: by our id, the fingerprint of the
    words, or an address in any spelling."""
    id = text(record, "id") if ours else ""
    inner = record.get("revision")
    words = text(inner, "fingerprint") if isinstance(inner, dict) else text(record, "fingerprint")
    addresses = [text(record, name) for name in ("url", "source", "address", "uri")]
    found = _called(view, id) or (view.known(words) if words else "")
    found = found or next((same for one in addresses if "://" in one and (same := at_address(view, one))), "")
    if not found:
        return None
    article = view.article(found)
    return article, view.revision(article.revision_id)


def _called(view: Answering, id: str) -> str:
    try:
        return view.article(id).id if id else ""
    except TilikError:
        return ""


def _by_id(view: Answering, article: Article) -> Article | None:
    ours = view.stored([article]).get(article.id)
    return ours if isinstance(ours, Article) else None


def _on(view: Answering, ours: Article, found: Document) -> Brought:
    revisions = view.revisions(ours.id)
    current = next(one for one in revisions if one.id == ours.revision_id)
    older = [replace(one, article_id=ours.id) for one in found.revisions]
    bases = {one.id: _base(view, ours, one, revisions) for one in (*older, found.revision)}
    marks = [_of(mark, ours, bases) for mark in found.annotations]
    orphans = [_of(mark, ours, bases) for mark in found.orphans]
    standings: Sequence[CarriedMark] = ()
    known = {one.id: one for one in (*revisions, *bases.values())}
    if bases[found.revision.id].id != current.id:
        standings = carry_marks(current, [*marks, *orphans], known.values())
        marks, orphans = [one.after for one in standings if one.after.anchor.revision_id == current.id], [
            one.after for one in standings if one.after.anchor.revision_id != current.id]  # fmt: skip
    document = replace(
        found, article=ours, revision=bases[found.revision.id], annotations=tuple(marks), orphans=tuple(orphans),
        revisions=tuple(bases[one.id] for one in older),
    )  # fmt: skip
    return Brought(document, ours, tuple(standings))


def _base(view: Answering, ours: Article, theirs: Revision, revisions: Sequence[Revision]) -> Revision:
    """The text the marks were made on: one that the article has, the current one rather than others, or theirs."""
    same = [one for one in revisions if one.text == theirs.text]
    if same:
        return next((one for one in same if one.id == ours.revision_id), same[-1])
    taken = bool(view.stored([theirs]))
    print_ = theirs.fingerprint or fingerprint(theirs.text)
    return replace(theirs, id=new_id() if taken else theirs.id, article_id=ours.id, origin="set", fingerprint=print_)


def _of(mark: Annotation, ours: Article, bases: Mapping[str, Revision]) -> Annotation:
    base = bases.get(mark.anchor.revision_id)
    anchor = replace(mark.anchor, revision_id=base.id) if base is not None else mark.anchor
    origin = mark.origin
    if origin is not None and origin.revision_id in bases:
        origin = replace(origin, revision_id=bases[origin.revision_id].id)
    return replace(mark, article_id=ours.id, anchor=anchor, origin=origin)
