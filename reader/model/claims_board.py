"""What orders the rows of the claims board and says which there are: a few small values a claim or a mark."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from reader.model.annotations import Annotation


class ClaimName(NamedTuple):
    """A claim as far as a list of all of them needs it. `number` is the stable key of its row in the library."""

    number: int
    id: str
    text: str
    created: datetime


class SmallMark(NamedTuple):
    """A mark without its words. `trashed` says that its article is in the trash."""

    number: int
    id: str
    label: str
    about: str
    article_id: str
    trashed: bool


class Numbered(NamedTuple):
    """A mark with the stable key of its row in the library: marks come in the order of their keys."""

    number: int
    mark: Annotation


class Passage(NamedTuple):
    """A piece of a text that somebody is said to have said, and the attribution that says so."""

    revision_id: str
    start: int
    end: int
    relation_id: str


class Outlet(NamedTuple):
    """An article as far as the row of a mark needs it that nothing is said of."""

    site: str
    title: str
    revision_id: str


class Words(NamedTuple):
    """A mark that is claimed, with its words. `moved` says that a capture carried it to where it is."""

    number: int
    quote: str
    article_id: str
    revision_id: str
    moved: bool
