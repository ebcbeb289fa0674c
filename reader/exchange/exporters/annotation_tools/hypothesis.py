"""Hypothesis: the file that its client imports and exports. Page notes, replies and marks that came from it go out as
they came.

Its client counts UTF-16 units and takes the words where numbers fail; so words are what is written of every mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, BinaryIO

from reader.exchange.exporters.corrections import corrections
from reader.exchange.exporters.exporter import Exporter, Profile
from reader.exchange.exporters.features import Feature as F
from reader.exchange.exporters.jsonl import encoded
from reader.exchange.exporters.paper.words import Language
from reader.exchange.records import time_out
from reader.exchange.records.cas import Units
from reader.exchange.records.fields import RecordError
from reader.exchange.records.hypothesis import (
    DUBLIN,
    HIGHLIGHT,
    ID,
    NOBODY,
    NOTED,
    address_of,
    label_and_tags,
    place_in,
    who,
)
from reader.exchange.records.kept import kept_of
from reader.messages import Message
from reader.model.annotations import Annotation
from reader.model.dataset import Dataset, Document
from reader.progress import Progress

_CONTEXT = 32  # characters before and after the words, as its client has them
_NO_NAME = re.compile(r"[^A-Za-z0-9._]+")


@dataclass(frozen=True, slots=True)
class Options:
    """There is nothing to choose."""


def write(dataset: Dataset, out: BinaryIO, _options: Options) -> Iterator[Progress]:
    """Write an annotation a line; the day of the export is that of the last change in the set."""
    out.write(b'{"client_version":"tilik","export_userid":' + encoded(NOBODY) + b',"annotations":[')
    between, last = b"\n", datetime.min.isoformat()
    for done, document in enumerate(dataset.documents(), 1):
        for one in _annotations(document):
            out.write(between + encoded(one))
            between = b",\n"
        last = max([last, *(time_out(mark.modified) for mark in document.marks)])
        yield Progress(done, dataset.count, document.article.title)
    out.write(b'\n],"export_date":' + encoded(last) + b"}\n")


def _annotations(document: Document) -> Iterator[dict[str, Any]]:
    units = Units(document.revision.text)
    for mark in document.annotations:
        if mark.anchor.start < mark.anchor.end:
            yield _annotation(document, mark, units)
    for orphan in document.orphans:
        yield _annotation(document, orphan, None)
    yield from kept_of(document.article.extra, ID)


def _annotation(document: Document, mark: Annotation, units: Units | None) -> dict[str, Any]:
    """A mark; one that came from there and was not changed here as it came."""
    ours = _made(document, mark, units)
    before = _as_it_came(mark.extra.get(ID))
    if before is None:
        return ours
    words = place_in(before)
    same_place = words is not None and words.get("quote") == (mark.origin.quote if mark.origin else mark.anchor.quote)
    changed: dict[str, Any] = {} if same_place else {"target": ours["target"]}
    if label_and_tags(before) != (mark.label, list(mark.tags)):
        changed["tags"] = ours["tags"]
    if str(before.get("text") or "") != mark.note:
        changed["text"] = mark.note
    if who(before) != mark.annotator:
        changed |= {name: ours[name] for name in ("user", "user_info")}
    return before | changed | ({"updated": ours["updated"]} if changed else {})


def _as_it_came(theirs: object) -> dict[str, Any] | None:
    """A whole annotation of theirs; None for what is none."""
    if not isinstance(theirs, Mapping) or "target" not in theirs:
        return None
    try:
        address_of(dict(theirs))
    except RecordError:
        return None
    return dict(theirs)


def _made(document: Document, mark: Annotation, units: Units | None) -> dict[str, Any]:
    article, name = document.article, mark.annotator
    address = article.url or f"urn:x-tilik:{article.id}"
    bare = mark.label in (NOTED, HIGHLIGHT) and not mark.tags
    return {
        "id": mark.id, "created": time_out(mark.created), "updated": time_out(mark.modified), "uri": address,
        "user": f"acct:{_NO_NAME.sub('.', name).strip('.') or 'somebody'}@tilik.invalid" if name else NOBODY,
        "user_info": {"display_name": name or None}, "text": mark.note,
        "tags": [] if bare else [mark.label, *mark.tags], "document": {"title": [article.title]} | _facts(document),
        "target": [{"source": address, "selector": list(_selectors(document, mark, units))}],
        "group": "__world__", "permissions": {}, "links": {}, "hidden": False, "flagged": False,
    }  # fmt: skip


def _facts(document: Document) -> dict[str, Any]:
    """What its client knows of a page beside the title, in Dublin Core; notices of the text are its description."""
    article, notices = document.article, document.revision.notices
    told = {DUBLIN[name]: [value] for name in DUBLIN if (value := str(getattr(article, name)))}
    said = [*notices, *corrections(document, Language("en"))]
    told |= {"description": said} if said else {}
    return {"dc": told} if told else {}


def _selectors(document: Document, mark: Annotation, units: Units | None) -> Iterator[dict[str, Any]]:
    """The words; where they stand on the text that everyone has, also the numbers."""
    anchor, text = mark.anchor, document.revision.text
    before, after = anchor.before[-_CONTEXT:], anchor.after[:_CONTEXT]
    exact = anchor.quote if units is None else text[anchor.start : anchor.end]
    if units is not None:
        yield {"type": "TextPositionSelector", "start": units.out(anchor.start), "end": units.out(anchor.end)}
    yield {"type": "TextQuoteSelector", "exact": exact, "prefix": before, "suffix": after}


EXPORTER = Exporter(
    ID,
    "Hypothesis",
    ".hypothesis.json",
    "application/json",
    Message("For who annotates in the browser with Hypothesis: its client imports the file on the page of an article."),
    Options,
    Profile(
        frozenset({
            F.PLACES, F.OVERLAP, F.ORPHANS, F.NOTES, F.TAGS, F.PEOPLE, F.TIMES,
        }),
        offset_unit="UTF-16 units",
        instead={
            F.TEXTS: Message("quotes with what stands around them are written"),
            F.PIECES: Message("all words from the first piece to the last are written"),
            F.LABELS: Message("labels are written as tags"),
            F.NOTICES: Message("they are written with the marks"),
            F.EXTRA: Message("what came in this format is written as it came"),
            F.ARTICLE_EXTRA: Message("what came in this format is written as it came"),
        },
    ),
    write,
    opens=rb'\{"client_version":"tilik"',
)  # fmt: skip
