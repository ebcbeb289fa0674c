"""What the formats of annotation tools have in common: their options, what they hold, and what goes out as it came."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reader.exchange.exporters import jsonl
from reader.exchange.exporters.exporter import all_but
from reader.exchange.exporters.features import Feature as F
from reader.exchange.exporters.options import choice, folders
from reader.exchange.records import label_out, without_folders
from reader.exchange.records.out import Record
from reader.exchange.records.remainder import Shown, remainder
from reader.messages import Message
from reader.model.annotations import Annotation, Relation
from reader.model.articles import Article, State
from reader.model.dataset import Dataset, Document

# What every such tool shows by itself.
SHOWN = frozenset({F.TEXTS, F.UNMARKED, F.PLACES, F.OVERLAP, F.LINKS})
INSTEAD: Mapping[str, Message] = {
    F.ORIGINALS: Message("the cleaned text is written"),
    F.PIECES: Message("each piece is a mark of its own there"),
    F.STRUCK: Message("the text never held them"),
    F.MANY_ENDED: Message("what leads from one mark to another is written"),
}
HOLDS = all_but(F.ORIGINALS, F.PICTURES)
_DATA = ("title", "url", "site", "byline", "published", "language")


@dataclass(frozen=True, slots=True)
class ToolOptions:
    """What may be chosen for the format of an annotation tool."""

    whole: bool = choice(
        True,
        Message("What the tool has no place for"),
        Message(
            "Write it beside the rest, where the tool passes over it, so that the set comes back into Tilik whole."
        ),
    )
    folders: bool = folders()


def losses(document: Document, options: ToolOptions) -> Iterator[tuple[str, str]]:
    """Yield the folders of this computer that are not written."""
    if options.whole:
        yield from jsonl.losses(document, options)


def facts_of(article: Article) -> dict[str, str]:
    """Return what people see of an article: title, address, publisher, author, day and language."""
    return {name: getattr(article, name) for name in _DATA}


class Remainders:
    """What is written beside each document, and the definition of each label with the first that carries it."""

    def __init__(self, dataset: Dataset, format: str, *, whole: bool, folders: bool) -> None:
        self._is_whole, self._with_folders, self._format = whole, folders, format
        self._labels = {label.id: label_out(label) for label in dataset.labels}
        self._is_first = True

    def of(self, document: Document, shown: Shown) -> Record | None:
        """Return the remainder; None where none is wanted or it would say nothing."""
        if not self._is_whole or is_as_it_came(document, self._format, shown):
            return None
        used = self._labels.keys() if self._is_first else {a.label for a in document.marks}
        self._is_first = False
        labels = [self._labels[id] for id in sorted(used & self._labels.keys())]
        return remainder(document if self._with_folders else without_folders(document), shown, labels)


def is_as_it_came(document: Document, format: str, shown: Shown) -> bool:
    """Return whether a document came in this format and holds nothing since that the format has no place for."""
    article, revision = document.article, document.revision
    return (
        theirs(article.extra, format) is not None
        and revision.origin == "import"
        and revision.corrected is None
        and not (article.tags or article.as_published or article.state is not State.INBOX)
        and not (document.known or document.orphans or document.revisions or revision.inline or revision.left_out)
        and all(_is_theirs(mark, format, shown) for mark in document.annotations)
        and all(_is_their_link(link, format, shown) for link in document.relations)
    )


def _is_theirs(mark: Annotation, format: str, shown: Shown) -> bool:
    lacking = {"note", "attributes"} - (frozenset({"note", "attributes"}) if mark.id in shown.said else shown.held)
    said = (theirs(mark.extra, format) or {}).get("labels", [])  # the others of a region
    return (
        theirs(mark.extra, format) is not None
        and mark.id in shown.marks
        and mark.modified == mark.created
        and not (mark.about or mark.origin or list(mark.tags) != said)
        and not any(getattr(mark, name) for name in lacking)
    )


def _is_their_link(link: Relation, format: str, shown: Shown) -> bool:
    is_said = link.id in shown.said or (link.id in shown.links and not (link.note or link.attributes))
    return theirs(link.extra, format) is not None and is_said and not link.within


def plain_ends(link: Relation, among: Container[str]) -> tuple[str, str] | None:
    """Return the marks that a link leads from and to, whoever else takes part; None when one is not `among` them."""
    start, end = link.end("from"), link.end("to")
    return (start, end) if start in among and end in among else None


def is_plain(link: Relation) -> bool:
    """Return whether a link has two ends, from and to."""
    return len(link.members) == 2 and {m.role for m in link.members} == {"from", "to"}


def theirs(extra: Mapping[str, Any], format: str) -> Mapping[str, Any] | None:
    """Return what another program said in this format of a thing."""
    found = extra.get(format)
    return found if isinstance(found, Mapping) else None


def placed(item: object) -> tuple[int, Any] | None:
    """Return what an importer kept as `[number in its list, value]`."""
    if isinstance(item, list) and len(item) == 2 and type(item[0]) is int:
        return item[0], item[1]
    return None


def in_order(items: Sequence[tuple[int | None, Any]]) -> list[Any]:
    """Return values by the number that they had in their list; those without one come last, as they are."""
    numbered = sorted((x for x in items if x[0] is not None), key=lambda x: x[0] or 0)
    return [value for _, value in numbered] + [value for at, value in items if at is None]
