"""A silent loss fails the build: of a library that uses every field, what an export misses is what it said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from reader.exchange.exporters import EXPORTERS, Counted, Exporter, Release, export
from reader.exchange.exporters.features import CLAIM_FIELDS, FIELDS, WHOLE, Feature
from reader.intake.sets import import_set
from reader.model.annotations import Annotation, Relation
from reader.model.articles import Article, LeftOut, Metadata, Revision
from reader.model.claims import KINDS as CLAIMS
from reader.model.codec import description
from reader.model.dataset import Document
from reader.model.pages import Original, Picture
from reader.store import Library
from tests.reader.exchange.exporters.opened import words_in
from tests.reader.exchange.filled import Filled, filled

SEEDS = (1, 2, 3)
COME_BACK = [form for form in EXPORTERS if form.profile.comes_back]
# Everything may leave here: what stays with the desk has tests of its own.
ALL_OUT = Release(protected_sources=True, desk_values=True)
formats = pytest.mark.parametrize("form", COME_BACK, ids=lambda form: form.id)
seeds = pytest.mark.parametrize("seed", SEEDS)


def reported(form: Exporter, library: Library, target: Path, **options: bool) -> set[str]:
    """Write the whole library; return the kinds of what was told as lost."""
    counted = Counted()
    chosen = form.options(**options)
    list(export(form, library.dataset("set"), target, chosen, counted=counted, release=ALL_OUT))
    return {str(loss.kind) for loss in counted.report.losses}


@formats
@seeds
def test_what_does_not_come_back_is_what_was_told(form: Exporter, seed: int, tmp_path: Path) -> None:
    target = tmp_path / f"set{form.suffix}"
    with Library.open(tmp_path / "one" / "a.tilik") as first, Library.open(tmp_path / "two" / "b.tilik") as second:
        filled(first, seed)
        told = reported(form, first, target)
        list(import_set(second, target))
        gone = {str(feature) for feature, _ in missing(first, second)}
        assert gone == told, [one for one in missing(first, second) if str(one[0]) not in told][:5]
        again = tmp_path / f"again{form.suffix}"
        reported(form, second, again)
        assert again.read_bytes() == target.read_bytes()
        assert second.check() == []


@seeds
def test_the_package_with_everything_loses_nothing(seed: int, tmp_path: Path) -> None:
    form, target = COME_BACK[0], tmp_path / "set.tilik-set"
    with Library.open(tmp_path / "one" / "a.tilik") as first, Library.open(tmp_path / "two" / "b.tilik") as second:
        filled(first, seed)
        assert not reported(form, first, target, originals=True, pictures=True, revisions=True)
        list(import_set(second, target))
        assert not list(missing(first, second))


@pytest.mark.parametrize("form", [form for form in EXPORTERS if not form.profile.comes_back], ids=lambda form: form.id)
@seeds
def test_a_word_that_is_not_in_the_file_was_told_as_lost(form: Exporter, seed: int, tmp_path: Path) -> None:
    target = tmp_path / f"set{form.suffix}"
    with Library.open(tmp_path / "a.tilik") as library:
        made = filled(library, seed)
        told = reported(form, library, target)
    text = "\n".join(words_in(path) for path in sorted(tmp_path.glob("set*")))
    silent = {(kind.__name__, name) for word, (kind, name) in made.words.items()
              if word not in text and not told & {*kinds_of(kind, name)}}  # fmt: skip
    assert not silent


# -- what a library has that another has not -----------------------------------------------------------------------


def missing(first: Library, second: Library) -> Iterator[tuple[Feature, str]]:
    """Yield each thing of `first` that `second` has not as it is there, with the feature that it belongs to."""
    here, there = ({d.article.id: d for d in library.documents()} for library in (first, second))
    for id, ours in here.items():
        theirs = there.get(id)
        assert theirs is not None, "an article was lost"
        yield from _of_document(ours, theirs)
    for kind in CLAIMS:
        ours_, theirs_ = ({k.id: k for k in _all(library, kind)} for library in (first, second))
        yield from ((WHOLE[type(k)], k.id) for id, k in ours_.items() if theirs_.get(id) != k)
    yield from _bytes(first, second, here)
    assert [(x.id, x.name, x.colour, x.key) for x in first.labels()] == [
        (x.id, x.name, x.colour, x.key) for x in second.labels()
    ]


def _of_document(ours: Document, theirs: Document) -> Iterator[tuple[Feature, str]]:
    yield from _by_fields(Article, [ours.article], [theirs.article])
    yield from _by_fields(Revision, [ours.revision], [theirs.revision])
    yield from _by_fields(Annotation, [*ours.annotations], [*theirs.annotations])
    yield from ((Feature.ORPHANS, mark.id) for mark in ours.orphans if mark not in theirs.orphans)
    yield from ((Feature.REVISIONS, one.id) for one in ours.revisions if one not in theirs.revisions)
    yield from _by_fields(Relation, [*ours.relations], [*theirs.relations])


def _by_fields(kind: type[Any], ours: list[Any], theirs: list[Any]) -> Iterator[tuple[Feature, str]]:
    by_id = {thing.id: thing for thing in theirs}
    for thing in ours:
        assert thing.id in by_id, f"a {kind.__name__.lower()} was lost"
        for f in description(kind):
            if getattr(thing, f.name) != getattr(by_id[thing.id], f.name):
                feature = FIELDS[kind][f.name]
                assert feature is not None, f"{kind.__name__}.{f.name} came back otherwise"
                yield feature, thing.id


def _all(library: Library, kind: str) -> Sequence[Any]:
    claims = [claim.id for claim in library.claims()]
    if kind == "claim":
        return library.claims()
    if kind == "source":
        return library.sources()
    return library.evidence(claims) if kind == "evidence" else library.reviews(claims)


def _bytes(first: Library, second: Library, here: Mapping[str, Document]) -> Iterator[tuple[Feature, str]]:
    with first.dataset("all").still() as whole, second.dataset("all").still() as other:
        assert whole.facts is not None and other.facts is not None
        for document in here.values():
            for revision in (document.revision, *document.revisions):
                if not _has(other.facts.original, revision.original_id, whole.facts.original(revision.original_id)):
                    yield Feature.ORIGINALS, revision.original_id
                for picture in (b.attrs["picture"] for b in revision.blocks if "picture" in b.attrs):
                    if not _has(other.facts.picture, picture, whole.facts.picture(picture)):
                        yield Feature.PICTURES, picture


def _has(ask: Any, id: str, wanted: object) -> bool:
    from reader.errors import NotFoundError

    try:
        return bool(ask(id) == wanted)
    except NotFoundError:
        return False


def kinds_of(kind: type[Any], name: str) -> set[str]:
    """The kinds of loss that tell of a field's words."""
    if kind in WHOLE:
        return {str(WHOLE[kind])} | ({str(CLAIM_FIELDS[name])} if name in CLAIM_FIELDS else set())
    inner: Mapping[type[Any], Feature] = {
        LeftOut: Feature.LEFT_OUT, Metadata: Feature.METADATA, Original: Feature.ORIGINALS, Picture: Feature.PICTURES,
    }  # fmt: skip
    feature = inner.get(kind) or FIELDS[kind][name]
    assert feature is not None or kind is Article, f"{kind.__name__}.{name}"
    found = {str(feature)} if feature is not None else set()
    # A mark or a link that is told as lost is lost with all its words.
    whole: Mapping[type[Any], set[Feature]] = {
        Annotation: {Feature.ORPHANS, Feature.ZERO_WIDTH},
        Relation: {Feature.LINKS, Feature.MANY_ENDED, Feature.CROSS_LINKS},
    }  # fmt: skip
    found |= {str(one) for one in whole.get(kind, ())}
    # The words of older texts are no part of the text of today.
    return found | ({str(Feature.REVISIONS)} if kind in (Revision, LeftOut, Metadata) else set())


def test_every_type_of_a_set_is_filled(tmp_path: Path) -> None:
    with Library.open(tmp_path / "a.tilik") as library:
        made: Filled = filled(library, 7)
    kinds = {kind for kind, _ in made.words.values()}
    assert kinds >= {Article, Revision, Annotation, Relation, *CLAIMS.values(), Metadata, LeftOut, Original}
