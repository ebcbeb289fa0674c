"""What stays with the desk when a set leaves: who protected sources are, what only the desk may know, and files that
could tell who a protected source is.

Such a file is one that is no page of the web and that a protected source speaks in or is named in, and one that is
evidence of a claim that she speaks about: what a person handed over says much of her, down to its hidden fields.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from reader.credentials import without_credentials
from reader.exchange.exporters.losses import DESK_ONLY, NAMED_IN_WORDS, PROTECTED, PROTECTED_FILES
from reader.model.annotations import Annotation, Relation
from reader.model.articles import Revision
from reader.model.claims import Claim, ClaimRecord, Evidence, Review, Source
from reader.model.codec import description
from reader.model.dataset import Dataset, Document
from reader.model.protection import SHOWN_OF_PROTECTED, desk_only, is_protected

_WITH_ADDRESS = ("src", "href", "cite", "link")  # of a block
WITHHELD = "withheld"  # in `extra`: the fields of a protected source that had a value


@dataclass(frozen=True, slots=True)
class Release:
    """What a person lets leave the library, for one set and in so many words: nothing, unless said."""

    protected_sources: bool = False
    desk_values: bool = False


class Withholding:
    """Takes out of the documents of one set what may not leave it."""

    def __init__(self, dataset: Dataset, release: Release) -> None:
        self._release = release
        self._numbers = dict(dataset.facts.protected() if dataset.facts is not None else {})
        self._names = frozenset(dataset.facts.protected_names()) if dataset.facts is not None else frozenset[str]()
        is_needed = dataset.facts is not None and self._numbers and not release.protected_sources
        facts = dataset.facts if is_needed else None
        self._claims = facts.protected_claims() if facts is not None else frozenset[str]()
        self._files = facts.protected_files() if facts is not None else frozenset[str]()

    def document(self, document: Document) -> Document:
        """Return the document as it may leave."""
        document = _without_credentials(document)
        made = _without_files(document) if self._keeps_files(document) else document
        if not document.known:
            return made
        known = tuple([self.record(thing) for thing in document.known])
        return made if known == document.known else replace(made, known=known)

    def record(self, thing: ClaimRecord) -> ClaimRecord:
        """Return a claim record as it may leave."""
        if isinstance(thing, Source) and is_protected(thing):
            return thing if self._release.protected_sources else self._nameless(thing)
        if isinstance(thing, Evidence) and thing.form == "address":
            thing = replace(thing, target=without_credentials(thing.target))
        hidden = [] if self._release.desk_values else _held(thing, desk_only(type(thing)))
        blank: dict[str, Any] = dict.fromkeys(hidden, "")
        if isinstance(thing, Evidence) and self._keeps_evidence(thing):
            return replace(thing, target="", extra={**thing.extra, WITHHELD: ["target"]})
        return replace(thing, **blank) if blank else thing

    def losses(self, document: Document) -> Iterator[tuple[str, str]]:
        """Yield what is withheld of a document, and what of the desk's own words names a protected source."""
        yield from ((PROTECTED_FILES, id) for id in self._kept_files(document))
        for thing in document.known:
            if isinstance(thing, Source) and is_protected(thing):
                if not self._release.protected_sources and WITHHELD not in thing.extra:
                    yield PROTECTED, thing.id
            elif not self._release.desk_values and _held(thing, desk_only(type(thing))):
                yield DESK_ONLY, thing.id
        if self._names and not self._release.protected_sources:
            yield from ((NAMED_IN_WORDS, id) for id in self._naming(document))

    def _nameless(self, source: Source) -> Source:
        if WITHHELD in source.extra:  # it came so from another desk
            return source
        number = self._numbers.setdefault(source.id, len(self._numbers) + 1)
        held = _held(source, frozenset(f.name for f in description(Source)) - SHOWN_OF_PROTECTED)
        blank: dict[str, Any] = {f.name: f.default for f in description(Source) if f.name in held}
        return replace(source, **blank, name=f"Source {number}", extra={WITHHELD: sorted(["name", *held])})

    def _keeps_files(self, document: Document) -> bool:
        """Whether the document's files could tell who she is. Its own files have no names without a protected source
        in the library, so that this costs nothing then."""
        if not self._numbers or self._release.protected_sources or _is_public(document):
            return False
        if not any(one.original_id for one in (document.revision, *document.revisions)):
            return False
        return any(mark.about in self._numbers for mark in document.marks) or self._is_named_in(document)

    def _is_named_in(self, document: Document) -> bool:
        article = document.article
        words = "\n".join((document.revision.text, article.title, article.byline, article.origin)).casefold()
        return any(name in words for name in self._names)

    def _keeps_evidence(self, thing: Evidence) -> bool:
        if thing.form != "file" or not self._numbers or self._release.protected_sources:
            return False
        words = _own_words(thing)
        if thing.target in self._files or thing.claim_id in self._claims:
            return True
        return any(name in words for name in self._names)

    def _kept_files(self, document: Document) -> Iterator[str]:
        if self._keeps_files(document):
            yield document.article.id
        for thing in document.known:
            if isinstance(thing, Evidence) and thing.target and self._keeps_evidence(thing):
                yield thing.id

    def _naming(self, document: Document) -> Iterator[str]:
        if not _is_public(document) and self._is_named_in(document):
            yield document.article.id
        for thing in (*document.marks, *document.relations, *document.known):
            words = _own_words(thing)
            if words and any(name in words for name in self._names):
                yield thing.id


def _is_public(document: Document) -> bool:
    """Whether it is a page of the web, which anybody can read."""
    return document.article.url.startswith(("http://", "https://"))


def _without_credentials(document: Document) -> Document:
    """An older library may hold addresses with a name and a password; without any it stays the same object."""
    article = document.article
    url, origin = without_credentials(article.url), without_credentials(article.origin)
    texts = [_text_without_credentials(one) for one in (document.revision, *document.revisions)]
    if (url, origin) == (article.url, article.origin) and all(
        made is one for made, one in zip(texts, (document.revision, *document.revisions), strict=True)
    ):
        return document
    return replace(
        document, article=replace(article, url=url, origin=origin), revision=texts[0], revisions=tuple(texts[1:])
    )


def _text_without_credentials(one: Revision) -> Revision:
    """The same for a text: where it says that it stands, its links, and where its pictures are."""
    if "@" not in one.metadata.url and not any("@" in address for address in _addresses(one)):
        return one
    made = replace(
        one, metadata=replace(one.metadata, url=without_credentials(one.metadata.url)),
        inline=tuple(replace(mark, target=without_credentials(mark.target)) for mark in one.inline),
        blocks=tuple(replace(block, attrs=_attrs(block.attrs)) for block in one.blocks),
        left_out=tuple(replace(part, attrs=_attrs(part.attrs)) for part in one.left_out),
    )  # fmt: skip
    return one if made == one else made  # most addresses with an @ hold no password


def _addresses(one: Revision) -> Iterator[str]:
    yield from (mark.target for mark in one.inline)
    for attrs in (*(block.attrs for block in one.blocks), *(part.attrs for part in one.left_out)):
        yield from (attrs[name] for name in _WITH_ADDRESS if name in attrs)


def _attrs(attrs: Mapping[str, str]) -> Mapping[str, str]:
    found = {name: without_credentials(attrs[name]) for name in _WITH_ADDRESS if name in attrs}
    return {**attrs, **found} if found else attrs


def _without_files(document: Document) -> Document:
    revisions = tuple(replace(one, original_id="") for one in document.revisions)
    revision, article = replace(document.revision, original_id=""), document.article
    if article.origin:  # the name of the file
        article = replace(article, origin="", extra={**article.extra, WITHHELD: ["origin"]})
    return replace(document, article=article, revision=revision, revisions=revisions, files_withheld=True)


def _held(thing: ClaimRecord, names: frozenset[str]) -> list[str]:
    return [name for name in sorted(names) if getattr(thing, name)]


def _own_words(thing: Annotation | Relation | ClaimRecord) -> str:
    """What the desk wrote itself about a thing, folded; not the publisher's words."""
    if isinstance(thing, Annotation | Relation):
        return thing.note.casefold() if thing.note else ""
    if isinstance(thing, Claim):
        return "\n".join((thing.text, thing.translation, thing.note)).casefold()
    if isinstance(thing, Evidence):
        return "\n".join((thing.title, thing.excerpt, thing.note)).casefold()
    if isinstance(thing, Review):
        return "\n".join((thing.note, *(sentence.text for sentence in thing.justification))).casefold()
    return "" if is_protected(thing) else thing.note.casefold()
