"""A library of small articles of our own, in which marks, claims, sources and attributions are made by their words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from reader import edits
from reader.edits import Edit, attribution, claims
from reader.edits.attribution import CONTENT, attribute
from reader.model.annotations import Annotation, Member, Relation
from reader.model.articles import Article, Block, BlockKind, Metadata, Revision, fingerprint
from reader.model.claims import Claim, Evidence, Review, Source
from reader.model.labels import BUILTIN, DETAILS
from reader.model.spans import Span
from reader.model.stamps import new_id, now
from reader.revisions.carry_marks import recapture
from reader.store import Library

LABELS = {label.id: label for label in (*BUILTIN, *DETAILS)}


def _revision(article: str, site: str, paragraphs: Sequence[str]) -> Revision:
    text, blocks, at = "\n".join(paragraphs), [], 0
    for number, words in enumerate(paragraphs):
        blocks.append(Block(Span(at, at + len(words)), BlockKind.PARAGRAPH if number else BlockKind.TITLE))
        at += len(words) + 1
    metadata = Metadata(title=paragraphs[0], site=site)
    return Revision(new_id(), article, text, tuple(blocks), metadata, now(), fingerprint=fingerprint(text))


T = TypeVar("T", Annotation, Claim, Source, Evidence, Review, Relation)


class Newsroom:
    """Verbs on `library`; each is stored at once."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.revisions: dict[str, Revision] = {}

    def article(self, site: str, *paragraphs: str) -> str:
        """Add an article; its id."""
        revision = _revision(new_id(), site, paragraphs)
        made = Article(revision.article_id, revision.id, paragraphs[0], now(), site=site, language="en")
        self.library.apply(edits.add_article(made, revision))
        self.revisions[made.id] = revision
        return made.id

    def capture_again(self, article: str, *paragraphs: str) -> None:
        """The publisher has put these words there since: the article is captured again, its marks are carried over."""
        self.library.apply(self.captured_again(article, *paragraphs))

    def captured_again(self, article: str, *paragraphs: str) -> Edit:
        """The same as a step that is still to be done."""
        present = self.library.article(article)
        revision = _revision(article, present.site, paragraphs)
        self.revisions[article] = revision
        return recapture(present, revision, self.library.annotations(article), self.library.revisions(article)).edit

    def made(self, edit: Edit, kind: type[T]) -> T:
        """Carry `edit` out; the first of that kind that it made."""
        self.library.apply(edit)
        return next(s.after for s in edit.swaps if isinstance(s.after, kind))

    def mark(self, article: str, label: str, words: str, about: Claim | Source | None = None) -> Annotation:
        """Mark words; what they mention is said with them."""
        revision = self.revisions[article]
        start = revision.text.index(words)
        made = self.made(edits.annotate(revision, [Span(start, start + len(words))], LABELS[label]), Annotation)
        return self.made(claims.assign([made], about), Annotation) if about is not None else made

    def claim(self, text: str, **fields: str) -> Claim:
        return self.made(claims.new_claim([], text, fields=fields), Claim)

    def source(self, name: str, **fields: str) -> Source:
        return self.made(claims.new_source([], name, fields=fields), Source)

    def says(
        self, source: Annotation | None, content: Annotation, via: Annotation | None = None,
        within: Relation | None = None, **attributes: str,
    ) -> Relation:  # fmt: skip
        """Attribute `content` to `source`, as reported by the attribution `within`."""
        found = self.made(
            attribute([content], source=[source] if source else [], via=[via] if via else [], attributes=attributes),
            Relation,
        )
        if within is not None:
            found = self.made(attribution.nest(found, within, {within.id: within, found.id: found}), Relation)
        return found

    def relate(self, kind: str, first: Annotation, second: Annotation) -> Relation:
        """A plain link of two marks."""
        members = (Member(CONTENT, first.id), Member("to", second.id))
        return self.made(
            edits.Edit("Link marks", (edits.Swap(None, Relation(new_id(), kind, members, now())),)), Relation
        )
