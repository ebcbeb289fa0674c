"""Every field of every thing in a set belongs to a feature, so that what a format lacks cannot be lost in silence."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from reader.exchange.exporters import EXPORTERS
from reader.exchange.exporters.features import ALL, FIELDS, UNKNOWN, WHOLE, Feature, lost
from reader.exchange.exporters.losses import KINDS
from reader.model.claims import KINDS as CLAIM_KINDS
from reader.model.codec import description
from reader.model.dataset import Document
from tests.reader.exchange.exporters import made


@pytest.mark.parametrize("kind", FIELDS, ids=lambda kind: kind.__name__)
def test_every_field_belongs_to_a_feature(kind: type[Any]) -> None:
    """One that is new in the model to what no format but those of ours holds, until somebody says otherwise."""
    assert FIELDS[kind].keys() <= {f.name for f in description(kind)} and UNKNOWN[kind] in ALL


def test_claims_and_what_hangs_on_them_are_whole_things() -> None:
    assert {*WHOLE} == {*CLAIM_KINDS.values()}


def test_every_feature_has_words_and_no_format_claims_what_there_is_not() -> None:
    assert KINDS.keys() >= ALL
    assert all(form.held(form.options()) <= ALL for form in EXPORTERS)


def full() -> Document:
    """A document with something for each feature that a document can show."""
    document = made.storied()
    orphan = replace(document.annotations[0], id=made.uid("orphan"))
    return replace(document, orphans=(orphan,), revisions=(replace(document.revision, id=made.uid("older")),))


def test_what_holds_everything_loses_nothing_and_what_holds_nothing_loses_each_thing() -> None:
    assert not list(lost(full(), ALL))
    kinds = {feature for feature, _ in lost(full(), frozenset())}
    assert kinds >= {
        Feature.TEXTS, Feature.CAPTURE, Feature.ORPHANS, Feature.REVISIONS, Feature.PLACES, Feature.NOTES,
        Feature.PEOPLE, Feature.TIMES, Feature.ABOUT, Feature.LINKS, Feature.MANY_ENDED, Feature.CLAIMS,
        Feature.SOURCES, Feature.EVIDENCE, Feature.REVIEWS,
    }  # fmt: skip


@pytest.mark.parametrize("feature", [Feature.NESTING, Feature.LINK_ATTRIBUTES, Feature.ABOUT, Feature.NOTES])
def test_each_thing_counts_once(feature: Feature) -> None:
    found = [id for kind, id in lost(full(), ALL - {feature}) if kind == feature]
    assert found and len(found) == len(set(found))


def test_what_is_said_of_links_is_not_counted_where_the_links_themselves_are_lost() -> None:
    kinds = {feature for feature, _ in lost(full(), ALL - {Feature.LINKS, Feature.NESTING, Feature.LINK_ATTRIBUTES})}
    assert kinds == {Feature.LINKS}
