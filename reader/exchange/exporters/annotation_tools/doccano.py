"""doccano's JSON lines: one article a line, with entities and relations, for a project of relation extraction.

ASCII alone, since doccano guesses the encoding and crashed on UTF-8 with emoji. A mark in several pieces is an entity a
piece; one between two characters cannot be one. What doccano has no place for stands in a column of its own, as text.
The project must allow overlapping entities and relations.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from reader.exchange.exporters.annotation_tools.shared import (
    HOLDS,
    INSTEAD,
    SHOWN,
    Remainders,
    ToolOptions,
    facts_of,
    in_order,
    losses,
    placed,
    plain_ends,
    theirs,
)
from reader.exchange.exporters.exporter import Exporter, Profile
from reader.exchange.exporters.features import Feature as F
from reader.exchange.records import plain_json
from reader.exchange.records.remainder import Shown
from reader.exchange.records.tool_rows import DOCCANO as ID
from reader.exchange.records.tool_rows import TILIK, PlaceKeys
from reader.messages import Message
from reader.model.annotations import Annotation, Relation
from reader.model.dataset import Dataset, Document
from reader.model.spans import Span
from reader.progress import Progress

Node = dict[str, Any]


def write(dataset: Dataset, out: BinaryIO, options: ToolOptions) -> Iterator[Progress]:
    """Yield one line an article."""
    rest, ids = Remainders(dataset, ID, whole=options.whole, folders=options.folders), Numbers()
    for done, document in enumerate(dataset.documents(), 1):
        row = _Row(document, ids).whole(rest, options)
        out.write(json.dumps(row, separators=(",", ":"), sort_keys=True).encode() + b"\n")
        yield Progress(done, dataset.count, document.article.title)


class Numbers:
    """Numbers for entities and relations, which doccano counts through the file."""

    def __init__(self) -> None:
        self.entities = self.relations = 0

    def entity(self) -> int:
        self.entities += 1
        return self.entities

    def relation(self) -> int:
        self.relations += 1
        return self.relations


class _Row:
    def __init__(self, document: Document, numbers: Numbers) -> None:
        self._document, self._numbers = document, numbers
        self._theirs = theirs(document.article.extra, ID) or {}
        self._shown = Shown(frozenset())
        self._entities: list[tuple[int | None, Any]] = []
        self._relations: list[tuple[int | None, Any]] = []
        self._first: dict[str, Any] = {}  # the id of the first entity of each mark
        self._keys = PlaceKeys()

    def whole(self, rest: Remainders, options: ToolOptions) -> Node:
        for mark in self._document.annotations:
            self._mark(mark)
        for link in self._document.relations:
            self._link(link)
        row = self._columns()
        record = rest.of(self._document, self._shown)
        if record is not None:
            row[TILIK] = plain_json(record)
        elif options.whole and "row" not in self._theirs:
            row[TILIK] = ""
        return row

    def _mark(self, mark: Annotation) -> None:
        said = theirs(mark.extra, ID) or {}
        raw = placed(said.get("entity"))
        keys = []
        for n, span in enumerate(mark.anchor.spans):
            if span.start == span.end:
                continue
            if n == 0 and raw is not None and _says(raw[1], mark, span):
                item: tuple[int | None, Any] = raw
            else:
                item = (None, {"id": self._numbers.entity(), "label": mark.label, **_offsets(span)})
            self._entities.append(item)
            id = item[1].get("id") if isinstance(item[1], Mapping) else None
            self._first.setdefault(mark.id, id if id is not None else len(self._entities))
            keys.append(self._keys.of(span.start, span.end, mark.label))
        places = [[s.start, s.end] for s in mark.anchor.spans if s.start < s.end]
        if keys:
            self._shown.marks[mark.id] = (keys, places)

    def _link(self, link: Relation) -> None:
        if (ends := plain_ends(link, self._first)) is None:
            return
        start, end = (self._first[id] for id in ends)
        raw = placed((theirs(link.extra, ID) or {}).get("relation"))
        same = raw is not None and isinstance(raw[1], Mapping) and (
            [raw[1].get("from_id"), raw[1].get("to_id"), raw[1].get("type")] == [start, end, link.kind])  # fmt: skip
        if raw is not None and same:
            self._relations.append(raw)
        else:
            made = {"id": self._numbers.relation(), "from_id": start, "to_id": end, "type": link.kind}
            self._relations.append((None, made))
        self._shown.links[link.id] = ["\n".join((*(self._shown.marks[id][0][0] for id in ends), link.kind))]

    def _columns(self) -> Node:
        text, row = self._document.revision.text, self._theirs.get("row")
        if not isinstance(row, Mapping):
            facts = facts_of(self._document.article)
            return {"text": text, "entities": in_order(self._entities), "relations": in_order(self._relations), **facts}
        names = [self._theirs.get(name) for name in ("text_column", "label_column")]
        text_column, label_column = (name if isinstance(name, str) else "" for name in names)
        made: Node = {**row, text_column or "text": text}
        if label_column and not self._relations:
            return {**made, label_column: [_triple(one) for one in in_order(self._entities)]}
        made["entities"] = in_order(self._entities)
        if self._relations or not self._theirs.get("without_relations"):
            made["relations"] = in_order(self._relations)
        return made


def _offsets(span: Span) -> Node:
    return {"start_offset": span.start, "end_offset": span.end}


def _triple(entity: Any) -> Any:
    if not isinstance(entity, Mapping):
        return entity
    return [entity["start_offset"], entity["end_offset"], entity["label"]]


def _says(raw: Any, mark: Annotation, span: Span) -> bool:
    if isinstance(raw, list):
        return raw[:3] == [span.start, span.end, mark.label]
    return isinstance(raw, Mapping) and [raw.get("start_offset"), raw.get("end_offset"), raw.get("label")] == [
        span.start, span.end, mark.label]  # fmt: skip


def _holds(options: ToolOptions) -> frozenset[F]:
    return HOLDS if options.whole else SHOWN


EXPORTER = Exporter(
    ID,
    "doccano",
    ".jsonl",
    "application/jsonl",
    Message("For language technology teams with doccano: a project of relation extraction that allows overlaps."),
    ToolOptions,
    Profile(HOLDS, comes_back=True, instead={**INSTEAD, F.ZERO_WIDTH: Message("doccano has no empty marks")}),
    write,
    losses,
    opens=rb'\{"[^{]*"entities":\[',
    holds=_holds,
)
